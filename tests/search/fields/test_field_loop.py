"""The rounds of a search for many fields: who is asked, when it ends, how it goes on."""

from collections import Counter

import pytest
from field_table import CITY, FieldTable, advisor, cell

from assay.errors import Interrupted
from assay.store import Store
from support.players import asked

BOTH = (cell(), cell("1.02", CITY))


def keys(advisor_):
    told = [asked(request) for request, _ in advisor_.ask.requests]
    return Counter("city" if "key: form city" in text else "phone" for text in told)


def test_every_advisor_is_asked_about_every_cell_in_every_round(store):
    a, b = advisor("a", 0.35, 0.45), advisor("b", 0.4, 1.0)
    found, ended, capped = FieldTable(store, a, b, cells=BOTH, rounds=2).go()
    assert keys(a) == keys(b) == {"phone": 2, "city": 2}
    assert [it.champion.name for it in found] == ["1.01:p4", "1.02:p4"]
    assert (ended, capped) == ("all 2 rounds are played", False)


def test_strategies_take_turns(store):
    coach = advisor("coach", 0.5, 0.6, 0.7)
    FieldTable(store, coach, rounds=3, strategies=("reflect", "one-shot")).go()
    assert [asked(it).split("<strategy>")[1].split("<")[0] for it, _ in coach.ask.requests] == [
        *("reflect", "one-shot", "reflect"),
    ]


def battle(store, seed=1, rounds=6):
    advisors = [
        advisor(name, *(0.3 + 0.01 * n + 0.1 * place for n in range(rounds)))
        for place, name in enumerate("abcde")
    ]
    table = FieldTable(store, *advisors, cells=BOTH, rounds=rounds, strategies=("battle",), seed=seed)
    table.go()
    asked_by = Counter((made.round, made.segment) for made in table.proposals)
    return asked_by, [(made.round, made.segment, made.advisor) for made in table.proposals], advisors


def test_a_battle_asks_exactly_two_advisors_of_each_cell_and_round_and_nobody_else(store):
    asked_by, _, advisors = battle(store)
    assert set(asked_by.values()) == {2}
    assert len(asked_by) == 6 * 2
    assert sum(len(it.ask.requests) for it in advisors) >= 24
    assert all(it.ask.requests for it in advisors), "the lot falls on everybody in time"


def test_the_lots_of_a_battle_depend_on_the_seed_alone(tmp_path):
    drawn = []
    for number, seed in enumerate((1, 1, 2)):
        with Store(f"sqlite:///{tmp_path}/{number}.db") as store:
            drawn.append(battle(store, seed)[1])
    assert drawn[0] == drawn[1]
    assert {it[2] for it in drawn[0]} == set("abcde")
    assert drawn[0] != drawn[2]


def test_a_battle_of_two_asks_both(store):
    a, b = advisor("a", 0.5), advisor("b", 0.6)
    FieldTable(store, a, b, strategies=("battle",)).go()
    assert len(a.ask.requests) == len(b.ask.requests) == 1


def test_the_search_ends_after_rounds_without_a_better_prompt_in_any_cell(store):
    coach = advisor("coach", 0.9, 0.2, 0.21, 0.22, 0.23)
    _, ended, _ = FieldTable(store, coach, rounds=5, patience=2).go()
    assert (ended, len(coach.ask.requests)) == ("no prompt was bettered in 2 rounds", 3)


def test_a_round_that_the_caps_have_no_room_for_is_not_begun(store):
    coach = advisor("coach", 0.9, 0.95)
    rounds = iter([True, False])
    table = FieldTable(store, coach, rounds=5, affords=lambda: next(rounds))
    _, ended, capped = table.go()
    assert (ended, capped) == ("the caps leave no room for round 2 and the proof", True)
    assert len(coach.ask.requests) == 1
    again = FieldTable(store, advisor("coach", 0.9, 0.95), rounds=5, run=table.run, affords=lambda: True)
    assert again.go()[1] == "all 5 rounds are played", "a raised cap goes on"


def test_a_round_that_was_begun_is_finished_whatever_is_spent_by_now(store):
    first = FieldTable(store, advisor("coach", 0.9), rounds=1)
    first.go()
    again = FieldTable(store, advisor("coach", 0.9), rounds=1, run=first.run, affords=lambda: False)
    (it,), ended, capped = again.go()
    assert (it.champion.name, ended, capped) == ("1.01:p1", "all 1 rounds are played", False)


def test_after_the_search_was_closed_no_round_is_added(store):
    rounds = iter([True, False])
    first = FieldTable(store, advisor("coach", 0.9), rounds=5, affords=lambda: next(rounds))
    first.go()
    first.journal.decide("search", "search", dict)
    again = FieldTable(store, advisor("coach", 0.9), rounds=5, run=first.run)
    _, ended, capped = again.go()
    assert (ended, capped) == ("the caps leave no room for round 2 and the proof", False)


def test_a_stop_is_heeded_between_rounds_and_the_run_goes_on_as_if_nothing_had_been(store, tmp_path):
    def stop_at(text):
        def say(request, sample):
            if text in asked(request):
                store.commands.add(stopped.run, "stop")
            return stopped.answer(request, sample)

        return say

    stopped = FieldTable(store, advisor("coach", 0.7, 0.9), rounds=2, say=stop_at("q=0.7"))
    with pytest.raises(Interrupted, match="stopped by a command"):
        stopped.go()
    again = FieldTable(store, advisor("coach", 0.7, 0.9), rounds=2, run=stopped.run)
    found = again.go()
    with Store(f"sqlite:///{tmp_path}/other.db") as fresh:
        whole = FieldTable(fresh, advisor("coach", 0.7, 0.9), rounds=2)
        assert whole.go() == found
        assert whole.proposals == again.proposals
        assert [it["champion"] for it in whole.decisions("field")] == [
            it["champion"] for it in again.decisions("field")
        ]


def test_names_and_numbers_of_cells_never_meet(store):
    table = FieldTable(store, advisor("a", 0.5, 0.6), advisor("b", 0.7, 0.8), cells=BOTH, rounds=2)
    table.go()
    assert len(table.proposals) == 8
    assert len({made.ordinal for made in table.proposals}) == 8
    assert [row.entrant.name for row in table.entrants] == [
        f"{number}:{short}" for number in ("1.01", "1.02") for short in ("first", "p1", "p2", "p3", "p4")
    ]


def test_progress_counts_the_answers_of_all_cells(store):
    table = FieldTable(store, advisor("coach", 0.9), cells=BOTH)
    table.go()
    assert [it.done for it in table.told if it.step == "first prompts"] == [*range(1, 25), 24]
    assert {it.step for it in table.told} == {"first prompts", "round 1 (reflect)"}
