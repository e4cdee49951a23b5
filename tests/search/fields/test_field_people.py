"""People as advisors for fields: replies by segment and answerer, each taken once."""

import pytest
from field_table import CITY, PERSON, FieldTable, advisor, cell

from assay.errors import AwaitingVotes

BOTH = (cell(), cell("1.02", CITY))


def test_a_person_is_waited_for_before_anybody_is_asked_in_the_round(store):
    coach = advisor("coach", 0.9)
    with pytest.raises(
        AwaitingVotes, match=r"round 1 waits for a proposal by Ann.*advise STUDY --segment.*propose STUDY"
    ):
        FieldTable(store, coach, PERSON).go()
    assert not coach.ask.requests


def test_a_reply_is_for_its_segment_and_the_others_go_on_without_one(store):
    table = FieldTable(store, PERSON, cells=BOTH)
    table.hand_in(0.9, segment="form city")
    found, _, _ = table.go()
    assert [it.champion.name for it in found] == ["1.01:first", "1.02:p1"]
    [made] = table.proposals
    assert (made.advisor, made.segment, made.calls) == ("Ann", "form city", ())


def test_a_reply_without_an_answerer_is_for_all_and_one_with_is_for_that_one(store):
    first, other = cell(), cell("2.01")
    other = type(other)("2.01", "other reader", other.field, other.first, other.items)
    table = FieldTable(store, PERSON, cells=(first, other), rounds=2)
    table.hand_in(0.8)
    with pytest.raises(AwaitingVotes, match="round 2 waits"):
        table.go()
    table.hand_in(0.9, answerer="other reader")
    again = FieldTable(store, PERSON, cells=(first, other), rounds=2, run=table.run)
    found, _, _ = again.go()
    assert [[entrant.name for entrant in it.entrants] for it in found] == [
        ["1.01:first", "1.01:p1"],
        ["2.01:first", "2.01:p1", "2.01:p2"],
    ]


def test_several_replies_of_a_person_for_one_segment_all_play(store):
    table = FieldTable(store, PERSON)
    table.hand_in(0.5)
    table.hand_in(0.9)
    (it,), _, _ = table.go()
    assert it.champion.name == "1.01:p2"


def test_a_reply_that_cannot_be_used_is_noted_with_the_reason(store):
    table = FieldTable(store, PERSON)
    table.hand_in("no tags at all")
    (it,), _, _ = table.go()
    assert it.champion is it.first
    [made] = table.proposals
    assert (made.refusal, made.replies) == ("it has no new part between tags", ("no tags at all",))


def test_a_reply_serves_one_round_and_one_run(store):
    table = FieldTable(store, PERSON)
    table.hand_in(0.9)
    table.go()
    with pytest.raises(AwaitingVotes, match="round 1 waits"):
        FieldTable(store, PERSON).go()


def test_a_resumed_run_takes_the_same_replies_and_none_that_came_later(store):
    table = FieldTable(store, PERSON)
    table.hand_in(0.7)
    whole = table.go()
    table.hand_in(0.95)
    again = FieldTable(store, PERSON, run=table.run)
    assert again.go() == whole
    assert len(again.proposals) == 1


def test_what_was_fixed_for_a_round_is_taken_even_if_the_process_died_before_using_it(store):
    table = FieldTable(store, PERSON)
    table.hand_in(0.9)
    (reply,) = store.commands.of("study:study", "propose")
    table.journal.decide("round-1-people", "people", lambda: {"replies": [reply.id]})
    again = FieldTable(store, PERSON, run=table.run)
    (it,), _, _ = again.go()
    assert it.champion.name == "1.01:p1"
    (reply,) = store.commands.of("study:study", "propose")
    assert reply.done


def test_models_go_on_beside_people(store):
    coach = advisor("coach", 0.6)
    table = FieldTable(store, coach, PERSON)
    table.hand_in(0.9)
    table.go()
    assert [made.advisor for made in table.proposals] == ["coach", "Ann"]
