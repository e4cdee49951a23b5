"""The simulated rewriter asks, compares and selects: in the words of the request, in both styles."""

import asyncio

import pytest

from assay.judges.pictures.captions import plain_verdict_of, verdict_of
from assay.judges.pictures.replies import between, first_line, number_up_to, questions_of
from assay.models.embedded import make
from assay.prompts.picture_templates import shipped
from assay.prompts.template import render_prompt
from assay.records import Request

WISH = "on an ivory backdrop sits a tiny crimson disc, with a huge navy box underneath"
RIGHT = "a small red circle above a large blue square on a white background"
KINDS = "object, count, colour, size, relation, background"


def reply(name, style="chat", model="sim/rewriter?skill=1", **values):
    chat, prompt = make(model), shipped(name, style)
    request = Request(chat.id, render_prompt(prompt, values), style=prompt.style)
    return asyncio.run(chat.send(request)).text


def asked(wish, style="chat"):
    text = reply("questions", style, request=wish, kinds=KINDS)
    return questions_of(text.strip() if style == "completion" else between(text, "questions"))


@pytest.mark.parametrize("style", ["chat", "completion"])
def test_each_question_asks_about_one_part_in_the_words_of_the_request(style):
    found = [(it.kind, it.after, it.text) for it in asked(WISH, style)]

    assert found == [
        ("object", (), "Is there a disc?"),
        ("colour", (1,), "Is the disc crimson?"),
        ("size", (1,), "Is the disc tiny?"),
        ("object", (), "Is there a box?"),
        ("colour", (4,), "Is the box navy?"),
        ("size", (4,), "Is the box huge?"),
        ("relation", (1, 4), "Is the box underneath the disc?"),
        ("background", (), "Is the backdrop ivory?"),
    ]


def test_several_equal_things_are_counted_in_a_question():
    texts = [it.text for it in asked("three wee jade dots in a row; slate canvas")]

    assert texts == [
        "Is there a dot?",
        "Are there three dots?",
        "Are the dots jade?",
        "Are the dots wee?",
        "Is the background slate?",
    ]


def test_things_of_one_name_are_told_apart_by_what_they_are_like():
    texts = [it.text for it in asked("a small red circle above a big navy circle on white")]

    assert texts[:3] == ["Is there a circle?", "Is there a red circle?", "Is there a small circle?"]
    assert texts.count("Is there a circle?") == 1
    assert not any("above" in text for text in texts)


def test_a_request_for_unknown_things_still_gets_a_question():
    assert asked("a yin-yang")[0].text == "Is there a yin-yang?"
    assert asked("???")


def verdict(caption, style="chat", **more):
    text = reply("verdict", style, request=WISH, caption=caption, **more)
    return plain_verdict_of(text) if style == "completion" else verdict_of(text)


@pytest.mark.parametrize("style", ["chat", "completion"])
def test_other_words_for_the_same_match(style):
    assert verdict(RIGHT, style).matches
    assert verdict("a large blue square below a small red circle on a white background", style).matches


@pytest.mark.parametrize(
    ("caption", "missing"),
    [
        ("a small green circle above a large blue square on a white background", "the disc is not crimson"),
        (
            "a small red circle below a large blue square on a white background",
            "the disc is not above the box",
        ),
        ("a small red circle above a large blue square on a black background", "the backdrop is not ivory"),
        ("a small red circle on a white background", "a box"),
    ],
)
def test_what_the_description_lacks_is_named(caption, missing):
    look = verdict(caption)

    assert not look.matches
    assert missing in look.missing
    assert look.score < 1.0
    assert not verdict(caption, "completion").matches


def test_words_it_does_not_know_are_not_held_against_a_description():
    text = reply(
        "verdict", request="a tiny zaffre disc on white", caption="a small red circle on a white background"
    )

    assert verdict_of(text).matches


@pytest.mark.parametrize("style", ["chat", "completion"])
def test_the_closest_description_is_selected(style):
    captions = [
        "a small red circle on a white background",
        "a large blue square above a small red circle on a white background",
        *["a small pink cross on a black background"] * 8,
        RIGHT,
    ]
    numbered = "\n".join(f"{number}. {text}" for number, text in enumerate(captions, start=1))
    text = reply("select", style, request=WISH, captions=numbered, count=str(len(captions)))

    line = first_line(text) if style == "completion" else between(text, "best")
    assert number_up_to(line, len(captions)) == 11
