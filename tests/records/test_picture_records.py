"""Records of generated pictures: their requests, replies and what is said of them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assay.records import (
    Image,
    Message,
    Picture,
    PictureSettings,
    PromptLength,
    Reply,
    Request,
    Settings,
    picture_reply,
    picture_request,
    read_picture,
    read_vector,
    vector_reply,
    vector_request,
)
from assay.records.looks import Look

IMAGE = Image("ab" * 32, "image/png", 64, 48)


def test_a_request_without_a_picture_has_the_form_it_always_had():
    """Another key part would make every call of every older store be paid again."""
    request = Request("m", (Message("user", "a"),), Settings(max_tokens=5), "completion", {"type": "object"})
    assert request.to_data() == {
        "version": 1,
        "model": "m",
        "messages": [["user", "a"]],
        "settings": {"max_tokens": 5},
        "style": "completion",
        "format": {"type": "object"},
    }


@pytest.mark.parametrize(
    "other",
    [
        {"seed": 1},
        {"width": 512},
        {"height": 512},
        {"steps": 20},
        {"guidance": 7.5},
        {"guidance": 0.0},
        {"negative": "rain"},
        {"negative": ""},
    ],
)
def test_every_setting_of_a_picture_changes_the_key(other):
    key = picture_request("m", "a boat", PictureSettings()).key()
    assert picture_request("m", "a boat", PictureSettings(**other)).key() != key


def test_a_picture_is_another_request_than_a_text():
    plain = Request("m", (Message("user", "a boat"),))
    assert picture_request("m", "a boat", PictureSettings()).key() != plain.key()


def test_settings_that_are_not_set_are_not_written():
    assert PictureSettings().to_data() == {"seed": 0}
    assert PictureSettings(seed=3, steps=4, negative="rain").to_data() == {
        "seed": 3,
        "steps": 4,
        "negative": "rain",
    }


@given(st.text(), st.none() | st.text(min_size=1), st.booleans(), st.integers(0, 2**31 - 1))
def test_a_picture_comes_back_from_its_reply(prompt, blocked, shown, seed):
    image = IMAGE if shown else None
    request = picture_request("m", prompt, PictureSettings(seed=seed))
    made = read_picture(request, picture_reply(image, blocked=blocked), "key")
    assert made == Picture(prompt, seed, image, blocked, "key")
    assert made.image is None or (made.image.width, made.image.height) == (64, 48)


@pytest.mark.parametrize(
    "text", ["A cat.", "", "null", "[]", '"x"', '{"image": null}', '{"image": [1], "blocked": 0}']
)
def test_a_reply_that_is_no_picture_is_said_to_be_none(text):
    request = picture_request("m", "a cat", PictureSettings())
    with pytest.raises(ValueError, match="in the place of a picture"):
        read_picture(request, Reply(text), "key")


def test_a_reply_to_a_question_is_no_picture():
    with pytest.raises(ValueError, match="asks for no picture"):
        read_picture(Request("m", (Message("user", "a cat"),)), picture_reply(IMAGE), "key")


@given(st.lists(st.floats(-1, 1, width=32), max_size=20))
def test_a_vector_comes_back_bit_by_bit(numbers):
    found = read_vector(vector_reply(numbers))
    assert found.dtype == np.float32
    assert found.tolist() == numbers


def test_a_cut_text_is_told_by_the_reply_and_a_picture_is_sent_as_one():
    assert [vector_reply([1.0], cut=cut).finish for cut in (True, False)] == ["length", "stop"]
    assert vector_request("m", IMAGE).messages[0].content == (IMAGE,)
    assert vector_request("m", "a boat").messages[0].content == "a boat"


@pytest.mark.parametrize(("tokens", "limit", "cut"), [(77, 77, False), (78, 77, True), (10**6, None, False)])
def test_a_prompt_is_cut_beyond_the_limit_and_not_at_it(tokens, limit, cut):
    assert PromptLength(tokens, limit).cut is cut


def test_a_look_comes_back_from_its_json_form():
    look = Look("a boat", False, 0.5, ("Is it red? No.",), {"Is it red?": "no"}, "", ("k1", "k2"))
    assert Look.from_data(look.to_data()) == look
    assert Look.from_data(Look(fault="no verdict").to_data()) == Look(fault="no verdict")
