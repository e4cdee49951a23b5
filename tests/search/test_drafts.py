"""One proposal: asked for, read, sent back once where it cannot be used, then admitted or refused."""

import asyncio

import pytest

from assay.errors import ContextTooLong, Denied, SettingRefused
from assay.records import Prompt, Reply, Settings
from assay.search import Brief, ModelAdvisor, Templates
from assay.search.propose import draft
from support.players import Asker, asked

PARENT = Prompt.simple("Old {text}.")
GOOD = "<changes>Shorter.</changes>\n<new_user>New {text}.</new_user>"
BRIEF = Brief(
    templates=Templates(repair="Not usable: {fault} Use {reply_tags}, keep {required_fields}."),
    changeable=frozenset({"user", "system"}),
    required=frozenset({"text"}),
    criteria=None,
    max_chars=1_000,
)


def propose(*replies, refuse=lambda prompt: None, sample=0):
    """The draft that comes of these replies, and what the advisor was asked."""
    left = list(replies)
    asker = Asker(lambda request, number: left.pop(0))
    advisor = ModelAdvisor("coach", asker, "coach model", Settings(max_tokens=77))
    made = asyncio.run(draft(advisor, BRIEF, "Improve it.", PARENT, refuse, sample))
    return made, asker.requests


def test_a_usable_reply_is_taken_at_once():
    made, [(request, sample)] = propose(GOOD, sample=4)
    assert made.prompt == Prompt.simple("New {text}.")
    assert (made.refusal, made.changes, made.replies) == (None, "Shorter.", (GOOD,))
    assert made.calls == (request.key(4),)
    assert (request.model, request.settings.max_tokens, sample) == ("coach model", 77, 4)
    assert [(it.role, it.content) for it in request.messages] == [("user", "Improve it.")]


def test_a_reply_that_cannot_be_read_is_sent_back_once_with_the_reason():
    made, requests = propose("Just write less.", GOOD)
    assert (made.refusal, made.prompt) == (None, Prompt.simple("New {text}."))
    assert made.replies == ("Just write less.", GOOD)
    assert len(set(made.calls)) == len(requests) == 2
    repair = requests[1][0].messages
    assert [message.role for message in repair] == ["user", "assistant", "user"]
    assert repair[1].content == "Just write less."
    assert repair[2].content == (
        "Not usable: it has no new part between tags "
        "Use <new_system> and </new_system>, <new_user> and </new_user>, keep {text}."
    )


def test_a_second_reply_that_cannot_be_read_is_refused():
    made, requests = propose("Write less.", "Write even less.", GOOD)
    assert len(requests) == 2
    assert (made.prompt, made.refusal) == (None, "it has no new part between tags")
    assert made.replies == ("Write less.", "Write even less.")


def test_a_refused_prompt_is_sent_back_once_too_and_the_last_reason_stands():
    reasons = iter(["The field {text} is lost.", "It is too long."])
    made, requests = propose(GOOD, GOOD, refuse=lambda prompt: next(reasons))
    assert "Not usable: The field {text} is lost." in asked(requests[1][0])
    assert made.refusal == "It is too long."
    assert made.prompt == Prompt.simple("New {text}."), "a refused prompt is kept for the report"


def test_an_empty_reply_is_sent_back_in_a_form_providers_take():
    _, requests = propose("", GOOD)
    assert requests[1][0].messages[1].content == "(no answer)"


def test_a_reply_that_was_cut_off_says_so():
    made, _ = propose(Reply("<new_user>New {te", "length"), Reply("<new_user>New", "length"))
    assert "the reply was cut off: raise the advisor's max_tokens" in made.refusal


def test_an_advisor_that_declines_is_refused_whatever_it_wrote():
    made, requests = propose(Reply(GOOD, "refused"), Reply("", "refused"))
    assert (made.prompt, made.refusal, len(requests)) == (None, "the advisor declined to answer", 2)


def test_advice_too_long_for_the_advisor_refuses_the_proposal_and_not_the_run():
    made, requests = propose(ContextTooLong("9000 tokens are too many"))
    assert made.refusal == "the advisor's model rejected the request: 9000 tokens are too many"
    assert (made.replies, made.calls, len(requests)) == ((), (), 1)


def test_a_repair_that_is_rejected_keeps_the_first_reply():
    made, _ = propose("Write less.", ContextTooLong("too long now"))
    assert made.replies == ("Write less.",)
    assert "too long now" in made.refusal


@pytest.mark.parametrize("error", [SettingRefused("no stop", setting="stop"), Denied("wrong key")])
def test_what_no_request_can_survive_stops_the_run(error):
    with pytest.raises(type(error)):
        propose(error)
