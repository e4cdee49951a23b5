"""The search of one cell: what plays, what is refused, what is noted."""

import asyncio

import pytest
from field_table import CITY, FieldTable, advisor, cell, documents, proposal

from assay.errors import Rejected
from assay.records import Prompt
from assay.search.fields import Guard
from assay.search.fields.cell_search import Given
from support.players import asked


def found(table):
    return table.go()[0][0]


def test_a_better_proposal_becomes_champion_and_is_credited(store):
    table = FieldTable(store, advisor("coach", 0.9))
    it = found(table)
    assert (it.champion.name, it.choice.runner_up) == ("1.01:p1", "1.01:first")
    [made] = table.proposals
    assert (made.advisor, made.entrant, made.parent, made.changes, made.segment) == (
        *("coach", "1.01:p1", "1.01:first", "now 0.9", "form phone"),
    )
    row = table.entrants[1]
    assert (row.advisor, row.round, row.parents, row.answerer) == ("coach", 1, ("1.01:first",), "the model")
    assert [it["champion"] for it in table.decisions("field")] == ["1.01:first", "1.01:p1"]


def test_a_worse_proposal_is_kept_on_record_and_changes_nothing(store):
    table = FieldTable(store, advisor("coach", 0.1))
    it = found(table)
    assert it.champion is it.first
    assert [entrant.name for entrant in it.entrants] == ["1.01:first", "1.01:p1"]
    assert it.standing("1.01:p1").score < it.standing("1.01:first").score


def test_the_next_round_improves_on_the_champion_and_is_told_how_all_prompts_did(store):
    coach = advisor("coach", 0.5, 1.0)
    table = FieldTable(store, coach, rounds=2, strategies=("history",))
    it = found(table)
    assert it.champion.name == "1.01:p2"
    assert [made.parent for made in table.proposals] == ["1.01:first", "1.01:p1"]
    (_, zero), (second, one) = coach.ask.requests
    assert (zero, one) == (0, 1), "the same question in another round is a fresh draw"
    assert "q=0.5 form phone" in asked(second).split("<earlier_prompts>")[0]
    assert '<tried name="first"' in asked(second)


def test_refused_proposals_cost_no_answer_and_are_noted_with_the_reason(store):
    table = FieldTable(store, advisor("coach", "<new_user>q=0.9 without the page</new_user>"))
    found(table)
    [made] = table.proposals
    assert made.entrant is None
    assert "page" in made.refusal
    assert len(made.replies) == 2, "one repair"
    assert len(table.asker.requests) == 12


def test_of_two_equal_proposals_of_a_round_the_first_plays(store):
    table = FieldTable(store, advisor("a", 0.9), advisor("b", 0.9))
    found(table)
    assert [(made.advisor, made.entrant) for made in table.proposals] == [("a", "1.01:p1"), ("b", None)]
    assert "already in this run" in table.proposals[1].refusal
    assert len(table.asker.requests) == 2 * 12


def test_given_prompts_play_before_any_advisor_is_asked_and_are_credited_to_their_table(store):
    given = {"1.01": (Given("by hand", Prompt.simple("q=0.9 form phone {page}")),)}
    coach = advisor("coach", 0.5)
    table = FieldTable(store, coach, given=given)
    it = found(table)
    assert it.champion.name == "1.01:p1"
    assert [(made.advisor, made.round) for made in table.proposals] == [("by hand", 0), ("coach", 1)]
    assert "q=0.9" in asked(coach.ask.requests[0][0])


def test_given_prompts_pass_the_same_check(store):
    table = FieldTable(store, given={"1.01": (Given("by hand", Prompt.simple("no page here")),)}, rounds=0)
    found(table)
    assert [(made.entrant, made.refusal is not None) for made in table.proposals] == [(None, True)]


def test_mistakes_are_those_of_the_champion_worst_first(store):
    def say(request, sample):
        text = asked(request)
        if "page 4" in text:
            return "something else altogether"
        return "Ph003" if "page 3" in text else table.answer(request, sample)

    table = FieldTable(store, advisor("coach", 0.9), say=say, cells=(cell(share=1.0),), rounds=0)
    table.go()
    seen = table.searches[0].situation(1)
    assert [mistake.document for mistake in seen.mistakes] == ["document 4", "document 3"]
    assert seen.mistakes[1].score == pytest.approx(1 - 3 / 8)
    assert (seen.current.name, seen.sample) == ("1.01:first", 0)


def test_only_pages_of_the_worst_search_items_are_handed_out(store):
    table = FieldTable(store, cells=(cell(proof=documents(40)[20:]),), rounds=0, pages=2)
    table.go()
    seen = table.searches[0].situation(1)
    by_group = {item.group: item.images for item in table.cells[0].items}
    worst = list(dict.fromkeys(mistake.document for mistake in seen.mistakes))[:2]
    assert seen.pages == tuple(image for document in worst for image in by_group[document])


def test_pages_go_to_the_advisor_with_the_text(store):
    coach = advisor("coach", 0.9)
    FieldTable(store, coach, pages=1).go()
    (message,) = coach.ask.requests[0][0].messages
    assert [type(part).__name__ for part in message.content] == ["Image", "str"]


def test_guarded_items_are_answered_by_every_prompt_and_a_loss_bars_it(store):
    city = documents(8, CITY)
    guard = Guard("form city", 0.05, items=city)

    def say(request, sample):
        if "Which city" in asked(request):
            return (
                "?"
                if "q=0.9" in asked(request)
                else next(it.reference for it in city if it.fields["page"] in asked(request))
            )
        return table.answer(request, sample)

    first = Prompt.simple("q=0.3 form phone {question} {page}")
    guarded = cell(guards=(guard,))
    guarded = type(guarded)("1.01", "reader", guarded.field, first, guarded.items, guards=(guard,))
    advise = "<new_user>q={} form phone {{question}} {{page}}</new_user>"
    table = FieldTable(
        store, advisor("a", advise.format(0.9)), advisor("b", advise.format(0.8)), cells=(guarded,), say=say
    )
    it = found(table)
    assert it.choice.refused == (("1.01:p1", "form city"),)
    assert it.champion.name == "1.01:p2"
    assert len([row for row in store.scores.of_run(table.run) if row.stage == "guard"]) == 3 * 8
    assert it.standing("1.01:first").n == 12, "guarded items are no part of the score"


def test_an_attempt_of_an_optimiser_is_no_entrant_and_leaves_no_record(store):
    table = FieldTable(store, rounds=0)
    table.go()
    situation = table.searches[0].situation(1)
    prompt = Prompt.simple("q=1.0 form phone {page}")
    trials = asyncio.run(situation.attempt(prompt, 5))
    assert [trial.score for trial in trials] == [1.0] * 5
    texts = situation.texts_of(prompt)
    assert texts == {item.id: item.reference for item in table.cells[0].items[:5]}
    assert [row.entrant.name for row in table.entrants] == ["1.01:first"]
    assert {row.entrant for row in store.scores.of_run(table.run)} == {"1.01:first"}


def test_a_critique_is_asked_for_first_and_heeded_second(store):
    def say(request, sample):
        text = asked(request)
        if "<critique>it keeps the label</critique>" in text or "it keeps the label" in text:
            return proposal(0.9)
        return "Well. <critique>it keeps the label</critique>"

    coach = advisor("coach", 0.9)
    coach.ask._say = say
    table = FieldTable(store, coach, strategies=("critique",))
    assert found(table).champion.name == "1.01:p1"
    [made] = table.proposals
    assert len(made.replies) == len(made.calls) == 2
    first, second = (asked(request) for request, _ in coach.ask.requests)
    assert "it keeps the label" not in first
    assert "it keeps the label" in second
    assert made.advice == second


@pytest.mark.parametrize("strategy", ["reflect", "critique"])
def test_an_advisor_whose_model_rejects_the_request_is_a_refused_proposal(store, strategy):
    coach = advisor("coach", 0.9)
    coach.ask._say = lambda *_: Rejected("the request is too long")
    table = FieldTable(store, coach, advisor("other", 0.9), strategies=(strategy,))
    table.searches[0]  # the other one's critique is a proposal already
    table.go()
    assert "rejected the request: the request is too long" in table.proposals[0].refusal


def test_an_advisor_with_a_way_of_its_own_is_asked_in_it_whatever_the_round_says(store):
    a, b = advisor("a", 0.8, strategy="one-shot"), advisor("b", 0.9)
    FieldTable(store, a, b, strategies=("reflect",)).go()
    told = [asked(it.ask.requests[0][0]) for it in (a, b)]
    assert ["<strategy>one-shot</strategy>" in text for text in told] == [True, False]
    assert ["<mistakes>" in text for text in told] == [False, True]
