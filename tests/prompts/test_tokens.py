import pytest
from hypothesis import given
from hypothesis import strategies as st

from assay.prompts import estimate_tokens


@given(st.text(st.characters()))
def test_the_estimate_lies_between_a_third_of_the_bytes_and_all_of_them(text):
    size = len(text.encode("utf-8", "surrogatepass"))

    assert size / 3 <= estimate_tokens(text) <= size


@given(st.text(), st.text())
def test_parts_never_count_less_than_the_whole(one, two):
    assert max(estimate_tokens(one), estimate_tokens(two)) <= estimate_tokens(one + two)
    assert estimate_tokens(one + two) <= estimate_tokens(one) + estimate_tokens(two)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("", 0),
        ("a", 1),
        ("the cat sat on the mat", 8),
        ("2024-05-01", 10),
        ("日本語", 5),
        ("слово", 5),
        ("😀", 2),
    ],
)
def test_worked_examples(text, tokens):
    assert estimate_tokens(text) == tokens


def test_lone_surrogates_are_counted_not_refused():
    assert estimate_tokens("\ud800") == 2
