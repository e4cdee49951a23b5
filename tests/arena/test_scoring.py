"""Scoring: one answer for each item, in order, measured, recorded, counted."""

import asyncio

import pytest

from assay.arena.scoring import Scorer, Tally, trial_of
from assay.errors import ModelError, Rejected, SettingRefused
from assay.prompts.template import render_prompt
from assay.records import PartScore, Reply, Response, Usage
from support.players import Asker, asked, entrant, items

P1 = entrant("p1")


def measure(entrant, item, response):
    score = 0.0 if response.failure else 1.0
    return (PartScore("", response.text, score, 1.0 - score, exact=bool(score)),)


def scorer(say, *, recorded=None, told=None, measure=measure, **more):
    noted = [] if recorded is None else recorded
    return Scorer(
        Asker(say),
        "the model",
        render=lambda entrant, item, extra: render_prompt(entrant.prompt, {**item.fields, **extra}),
        measure=measure,
        record=lambda *row: noted.append(row),
        tally=Tally((told if told is not None else []).append),
        **more,
    )


def test_trials_come_in_the_order_of_the_items_whatever_order_answers_come_in():
    async def say(request, sample):
        number = int(asked(request).split()[-1])
        await asyncio.sleep(0.001 * (10 - number))
        return f"answer {number}"

    recorded, told, answers = [], [], {}
    made = asyncio.run(
        scorer(say, recorded=recorded, told=told, width=4).score(P1, items(8), "search", answers)
    )
    assert [trial.item for trial in made] == [item.id for item in items(8)]
    assert {(trial.entrant, trial.stage, trial.score) for trial in made} == {("p1", "search", 1.0)}
    assert sorted(text for *_, response, _ in recorded for text in [response.text]) == [
        f"answer {number}" for number in range(8)
    ]
    assert answers == {item.id: f"answer {number}" for number, item in enumerate(items(8))}
    assert [(it.done, it.total, it.unit) for it in told] == [(n, 8, "answers") for n in range(1, 9)]


def test_no_more_answers_are_under_way_than_the_width():
    under_way, most = 0, 0

    async def say(request, sample):
        nonlocal under_way, most
        under_way += 1
        most = max(most, under_way)
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        under_way -= 1
        return "x"

    asyncio.run(scorer(say, width=3).score(P1, items(20), "search"))
    assert most == 3


def test_nothing_is_recorded_of_a_probe():
    recorded = []
    made = asyncio.run(scorer(lambda *_: "x", recorded=recorded).score(P1, items(3), "probe"))
    assert ([trial.stage for trial in made], recorded) == (["probe"] * 3, [])


def test_a_rejected_request_fails_its_item_and_the_others_go_on():
    def say(request, sample):
        return Rejected("too long for the model") if asked(request).endswith("number 1") else "x"

    made = asyncio.run(scorer(say).score(P1, items(3), "search"))
    assert [(trial.failed, trial.score) for trial in made] == [(False, 1.0), (True, 0.0), (False, 1.0)]


@pytest.mark.parametrize("error", [SettingRefused("no", setting="temperature"), ModelError("gone")])
def test_what_fails_for_every_item_stops_the_scoring(error):
    with pytest.raises(type(error)):
        asyncio.run(scorer(lambda *_: error).score(P1, items(3), "search"))


def test_fields_that_cost_something_and_a_schema_are_fetched_for_each_item():
    async def extra(entrant, item):
        return {"ocr": f"page of {item.fields['text']}"}

    made = scorer(lambda *_: "x", extra=extra, response_format=lambda item: {"title": item.fields["text"]})
    asyncio.run(made.score(entrant("p1", "{text}: {ocr}"), items(2), "search"))
    requests = [request for request, _ in made._ask.requests]
    assert sorted(asked(request) for request in requests) == [
        f"input number {n}: page of input number {n}" for n in range(2)
    ]
    assert {request.response_format["title"] for request in requests} == {"input number 0", "input number 1"}


def test_an_answer_that_was_cut_and_its_tokens_are_noted():
    reply = Reply("abc", "length", Usage(1, 77))
    (made,) = asyncio.run(scorer(lambda *_: reply).score(P1, items(1), "proof"))
    assert (made.cut, made.tokens) == (True, 77)


def test_a_trial_sums_up_the_parts_of_an_answer():
    (item,) = items(1)
    parts = (
        PartScore("phone", "a", 1.0, 0.0, exact=True),
        PartScore("city", "b", 0.0, 3.0, exact=False, echoed=True),
        PartScore("level", "", None, 0.0, exact=True),
    )
    made = trial_of(item, "search", Response("p1", item.id, 0, "", ""), parts)
    assert (made.score, made.cer, made.clipped) == pytest.approx((0.5, 1.0, 1 / 3))
    assert (made.exact, made.echoed) == (pytest.approx(2 / 3), True)
    assert made.parts == {"phone": 1.0, "city": 0.0, "level": None}
    with pytest.raises(ValueError, match="no part"):
        trial_of(item, "search", Response("p1", item.id, 0, "", ""), ())


def test_a_step_is_told_as_large_as_it_may_become_and_ends_at_what_came():
    told = []
    tally = Tally(told.append)
    tally.end()
    assert told == [], "nothing came"
    tally.begin("round 1", planned=3)
    tally.expect(1)
    tally.done()
    tally.expect(3)
    tally.done()
    tally.end()
    assert [(it.step, it.done, it.total) for it in told] == [
        *(("round 1", 1, 3), ("round 1", 2, 4), ("round 1", 2, 2)),
    ]
    tally.begin("round 2")
    tally.expect(1)
    tally.done()
    assert (told[-1].done, told[-1].total) == (1, 1)
