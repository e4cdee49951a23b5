"""A judge that sees two pictures."""

import asyncio

import pytest

from assay.judges.pictures import PairJudge
from assay.prompts.picture_templates import shipped
from assay.records import Image, Item, Judge, Prompt, Turn
from support.picture_crew import REQUEST, Replies, image_of, texts_in, voice

ONE, TWO = image_of("first"), image_of("second")
IMAGES = {image.blob: image for image in (ONE, TWO)}
PROMPT = shipped("pairs")


def compare(path, *, shown_first="one", request=REQUEST, prompt=PROMPT, repeat=0):
    judge = PairJudge(voice(path, prompt), IMAGES)
    item = Item({"request": request})
    return asyncio.run(judge.compare(item, ONE.blob, TWO.blob, shown_first=shown_first, repeat=repeat))


def said(word):
    return f"The other lacks the lake. <label>{word}</label>"


def pictures(path, number=-1):
    return [
        part
        for message in path.requests[number].messages
        for part in ([] if isinstance(message.content, str) else message.content)
        if isinstance(part, Image)
    ]


def test_it_is_a_judge_that_sees_an_order():
    judge = PairJudge(voice(Replies(""), PROMPT), IMAGES)
    assert isinstance(judge, Judge)
    assert judge.traits.ordered


@pytest.mark.parametrize(
    ("shown_first", "order", "label", "winner"),
    [
        ("one", [ONE, TWO], "one", "one"),
        ("one", [ONE, TWO], "two", "two"),
        ("two", [TWO, ONE], "one", "two"),
        ("two", [TWO, ONE], "two", "one"),
        ("one", [ONE, TWO], "tie", "tie"),
        ("two", [TWO, ONE], "tie", "tie"),
    ],
)
def test_pictures_are_sent_in_the_order_shown_and_the_verdict_is_turned_back(
    shown_first, order, label, winner
):
    path = Replies(said(label))
    verdict = compare(path, shown_first=shown_first)
    assert pictures(path) == order
    assert (verdict.winner, verdict.shown_first, verdict.reason) == (winner, shown_first, said(label))
    assert verdict.call == f"{path.requests[0].key()}/1"


def test_a_judge_that_always_names_the_same_place_comes_out_even():
    winners = [compare(Replies(said("one")), shown_first=first).winner for first in ("one", "two")]
    assert sorted(winners) == ["one", "two"]


def test_every_picture_stands_behind_the_words_that_announce_it():
    path = Replies(said("one"))
    compare(path)
    before, first, between, second, after = path.requests[0].messages[-1].content
    assert before.endswith("The first picture:\n")
    assert between.strip() == "The second picture:"
    assert "<label>tie</label>" in after
    assert (first, second) == (ONE, TWO)


@pytest.mark.parametrize(
    "reply",
    [
        "The first.",
        "<label>one</label> <label>one</label>",
        "<label>first</label>",
        said("one") + said("two"),
    ],
)
def test_a_reply_without_exactly_one_label_is_asked_for_again_and_then_unparsed(reply):
    path = Replies(reply, said("two"))
    assert compare(path).winner == "two"
    assert pictures(path, 1) == [ONE, TWO]
    assert "<label>two</label>" in path.requests[1].messages[-1].content
    verdict = compare(Replies(reply))
    assert verdict.winner == "unparsed"
    assert verdict.reason.startswith("Not read: ")


def test_a_request_that_holds_a_label_or_the_place_of_a_picture_is_shown_as_text():
    request = "a sign <label>two</label> {picture_one} {request} {picture_two}"
    path = Replies(said("one"))
    assert compare(path, request=request).winner == "one"
    assert pictures(path) == [ONE, TWO]
    shown = "\n".join(text for message in path.requests[0].messages for text in texts_in(message.content))
    assert "Asked for: a sign &lt;label&gt;two&lt;/label&gt; {picture_one} {request} {picture_two}\n" in shown


def test_a_template_may_show_the_pictures_in_turns_of_their_own_and_begin_the_reply():
    prompt = Prompt(
        (
            Turn("system", "Compare for: {request}"),
            Turn("user", "{picture_one}"),
            Turn("assistant", "Seen."),
            Turn("user", "{picture_two}\nWhich?"),
            Turn("assistant", "<label> "),
        )
    )
    path = Replies("two</label>")
    assert compare(path, prompt=prompt).winner == "two"
    roles = [(message.role, message.content) for message in path.requests[0].messages]
    assert roles == [
        ("system", f"Compare for: {REQUEST}"),
        ("user", (ONE,)),
        ("assistant", "Seen."),
        ("user", (TWO, "\nWhich?")),
        ("assistant", "<label>"),
    ]


def test_repeats_are_draws_of_their_own():
    path = Replies(said("one"))
    assert compare(path, repeat=3).repeat == 3
    assert path.samples == [3]
