"""Responses: made once, prefill and continuation together, with a stated outcome where there is none."""

import asyncio

import pytest

from assay.arena import Answerer
from assay.errors import ContextTooLong, Denied, Rejected, SettingRefused
from assay.records import Entrant, Item, Prompt, Reply, Settings
from support.players import Asker, echo, entrant

ITEM = Item({"text": "a kettle"})


def respond(say=echo, who=None, *, times=1, samples=(0,)):
    """Responses of one entrant, what was recorded of them, and what was asked."""
    asker, recorded = Asker(say), []
    answerer = Answerer(asker, "the model", recorded.append)

    async def all_of_them():
        wanted = [(who or entrant("a"), ITEM, sample) for sample in samples] * times
        return await asyncio.gather(*(answerer.respond(*one) for one in wanted))

    return asyncio.run(all_of_them()), recorded, asker.requests


def test_a_response_is_made_once_however_often_it_is_wanted():
    responses, recorded, requests = respond(times=5)
    assert len(requests) == len(recorded) == 1
    assert len(set(responses)) == 1


def test_each_sample_is_a_draw_of_its_own():
    responses, recorded, requests = respond(samples=(0, 1))
    assert [sample for _, sample in requests] == [0, 1]
    assert [made.sample for made in recorded] == [0, 1]
    assert responses[0].text != responses[1].text


def test_two_entrants_of_the_same_text_are_asked_for_each():
    twins = [Entrant(name, Prompt.simple("Describe {text}.")) for name in ("0", "1")]
    asker = Asker()
    answerer = Answerer(asker, "the model", lambda _: None)

    async def both():
        return await asyncio.gather(*(answerer.respond(twin, ITEM) for twin in twins))

    one, two = asyncio.run(both())
    assert (one.entrant, two.entrant, len(asker.requests)) == ("0", "1", 2)


def test_the_request_carries_the_filled_prompt_its_settings_and_its_style():
    settings = Settings(max_tokens=9, stop=("</q>",))
    who = Entrant("a", Prompt.simple("About {text}: ", style="completion"), settings)
    _, _, [(request, _)] = respond(lambda *_: "yes", who)
    assert (request.model, request.settings, request.style) == ("the model", settings, "completion")
    assert request.messages[0].content == "About a kettle: "


def test_prefill_and_continuation_are_kept_together():
    [response], _, [(request, _)] = respond(
        lambda *_: " it leaks", entrant("a", "Describe {text}.", prefill="On {text}:")
    )
    assert request.prefill == "On a kettle:"
    assert response.text == response.shown == "On a kettle: it leaks"


def test_the_judge_sees_what_postprocessing_leaves_and_the_whole_is_kept():
    who = Entrant("a", Prompt.simple("Describe {text}."), postprocess={"tag": "answer"})
    [response], *_ = respond(lambda *_: "Well. <answer>It leaks.</answer> Bye.", who)
    assert response.shown == "It leaks."
    assert response.text == "Well. <answer>It leaks.</answer> Bye."


def test_postprocessing_sees_a_tag_that_the_prefill_opens():
    who = Entrant("a", Prompt.simple("Describe {text}.", prefill="<answer>"), postprocess={"tag": "answer"})
    [response], *_ = respond(lambda *_: "It leaks.</answer>", who)
    assert response.shown == "It leaks."


def test_a_truncated_response_plays_and_says_so():
    [response], *_ = respond(lambda *_: Reply("It lea", "length"))
    assert (response.shown, response.finish, response.failure) == ("It lea", "length", None)


def test_a_refused_response_is_a_failure_with_its_call():
    [response], recorded, [(request, _)] = respond(lambda *_: Reply("I cannot help.", "refused"))
    assert response.failure == "the model declined to answer"
    assert (response.text, response.shown, response.call) == ("", "", request.key())
    assert recorded == [response]


@pytest.mark.parametrize("error", [Rejected("no such thing"), ContextTooLong("10 tokens too many")])
def test_a_rejected_request_is_a_failed_response_and_no_error(error):
    [response], recorded, _ = respond(lambda *_: error)
    assert (response.failure, response.call) == (str(error), None)
    assert recorded == [response]


@pytest.mark.parametrize("error", [SettingRefused("no stop", setting="stop"), Denied("wrong key")])
def test_what_no_request_can_survive_is_raised_to_everybody_who_waits(error):
    with pytest.raises(type(error), match=str(error)):
        respond(lambda *_: error, times=3)


def test_only_responses_that_are_there_are_known():
    answerer = Answerer(Asker(), "the model", lambda _: None)
    assert answerer.known("a", ITEM.id) is None
    made = asyncio.run(answerer.respond(entrant("a"), ITEM))
    assert answerer.known("a", ITEM.id) is made
    assert answerer.known("a", ITEM.id, 1) is None
    assert answerer.known("b", ITEM.id) is None


def test_a_response_that_broke_is_not_known():
    answerer = Answerer(Asker(lambda *_: Denied("wrong key")), "the model", lambda _: None)
    with pytest.raises(Denied):
        asyncio.run(answerer.respond(entrant("a"), ITEM))
    assert answerer.known("a", ITEM.id) is None


def test_one_opponent_given_up_does_not_cancel_the_response_another_waits_for():
    release = asyncio.Event()

    async def slow(*_):
        await release.wait()
        return "done"

    answerer = Answerer(Asker(lambda *_: slow()), "the model", lambda _: None)

    async def both():
        given_up = asyncio.ensure_future(answerer.respond(entrant("a"), ITEM))
        waiting = asyncio.ensure_future(answerer.respond(entrant("a"), ITEM))
        await asyncio.sleep(0)
        given_up.cancel()
        await asyncio.sleep(0)
        release.set()
        return await waiting

    assert asyncio.run(both()).text == "done"
