"""Masking: the shape of a value is shown, and nothing of the value."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from assay.search.fields.masking import mask, phrasing, words_of


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("Vilma Kessar-Ode", "Xxxxx Xxxxxx-Xxx"),
        ("AB-0471/x", "XX-9999/x"),
        ("12.03.2031", "99.99.9999"),
        ("Счёт № 12", "Xxxx № 99"),
        ("", ""),
        (" _ €5,00\n", " _ €9,99\n"),
        ("½ ² Ⅷ ٣", "x 9 X 9"),
    ],
)
def test_letters_and_digits_become_their_kind_and_the_rest_stays(text, shape):
    assert mask(text) == shape


@given(st.text(max_size=60))
@example("ǅ ﬁ ß İ ª ①")
@example("й й é e\u0301")
def test_no_letter_and_no_digit_of_a_text_survives(text):
    masked = mask(text)
    left = {char for char in masked if unicodedata.category(char)[0] in "LN"}
    assert left <= {"x", "X", "9"}


@given(st.text(max_size=60))
def test_masking_twice_changes_only_what_was_masked(text):
    assert mask(mask(text)) == mask(text)


def test_words_that_are_shown_stay_in_whatever_case():
    assert mask("The NAME is Ode 7", {"the", "name"}) == "The NAME xx Xxx 9"


def told(*answers):
    return [(f"document {number}", answer) for number, answer in enumerate(answers)]


def test_a_word_in_answers_about_three_documents_is_phrasing():
    assert phrasing(told("name: Ode", "name: Liv", "Name: Bo"), ()) == {"name"}
    assert phrasing(told("name: Ode", "name: Liv"), ()) == frozenset()


def test_many_answers_about_one_document_count_once():
    same = [("one", "name: Ode"), ("one", "name: Ode"), ("two", "name: Ode")]
    assert phrasing(same, ()) == frozenset()


def test_a_word_that_stands_in_a_true_value_is_never_phrasing():
    answers = told("city of Rem", "city of REM", "city of Rem")
    assert phrasing(answers, words_of(["Rem"])) == {"city", "of"}


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("other", ["NFC", "NFD"])
@pytest.mark.parametrize("value", ["Николай", "Élodie", "ОРЁЛ"])
def test_a_value_is_known_however_its_letters_are_composed(value, form, other):
    answer, true = unicodedata.normalize(form, value), unicodedata.normalize(other, value)
    shown = phrasing(told(*[f"имя {answer}"] * 5), words_of([true]))
    assert shown == {"имя"}
    assert mask(f"имя {answer}", shown) == "имя " + mask(true)


WORDS = st.text(st.characters(categories=["L", "M", "N", "Zs", "P"]), min_size=1, max_size=12)


@given(truths=st.lists(WORDS, min_size=1, max_size=4), around=WORDS)
def test_nothing_of_a_true_value_survives_in_answers_that_hold_it(truths, around):
    answers = told(*(f"{around} {true} {around}" for true in truths * 4))
    private = words_of(truths)
    shown = phrasing(answers, private)
    assert not shown & private
    for _, answer in answers:
        assert not words_of([mask(answer, shown)]) & private - {"x" * n for n in range(1, 99)}
