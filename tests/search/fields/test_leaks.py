"""A prompt that quotes a true value is found, and one that only sounds like it is not."""

import unicodedata

import pytest

from assay.records import Prompt
from assay.search.fields.leaks import leaked_value


def leaked(prompt, *values, allowed=()):
    return leaked_value(Prompt.simple(prompt), values, allowed)


@pytest.mark.parametrize(
    ("prompt", "value"),
    [
        ("Write it like Vilma Ode.", "Vilma Ode"),
        ("write it like VILMA ODE!", "Vilma Ode"),
        ("For example: 4417-02", "4417-02"),
        (unicodedata.normalize("NFD", "as in Рёмов"), "Рёмов"),
        ("as in Рёмов", unicodedata.normalize("NFD", "РЁМОВ")),
        ("(AB/12)", "ab/12"),
    ],
)
def test_a_quoted_value_is_found(prompt, value):
    assert leaked(prompt, "elsewhere", value) == value


@pytest.mark.parametrize(
    ("prompt", "value"),
    [
        ("Only the number 120.", "120"),  # too short to tell
        ("Copy the numbering.", "number"),
        ("In all 14417-02 cases", "4417-02"),
        ("Vilma, then Ode", "Vilma Ode"),
        ("anything", ""),
    ],
)
def test_what_is_short_or_part_of_a_word_or_apart_is_not(prompt, value):
    assert leaked(prompt, value) is None


def test_what_was_there_before_may_stay():
    assert leaked("Is it gold or silver?", "Gold", "silver", allowed=["Level: gold, SILVER, none"]) is None
    assert leaked("Is it golden?", "golden", allowed=["gold"]) == "golden"


def test_every_part_of_a_prompt_is_read():
    prompt = Prompt.simple("Read the name.", system="Names look like Vilma Ode.")
    assert leaked_value(prompt, ["Vilma Ode"], ()) == "Vilma Ode"
