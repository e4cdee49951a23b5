"""A difference of characters for reports."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assay.metrics import Piece, align, measure

TEXT = st.text("аби\u0306Ё 1", max_size=12)


@pytest.mark.parametrize(
    ("truth", "answer", "pieces"),
    [
        ("", "", []),
        ("abc", "abc", [Piece("same", "abc", "abc")]),
        ("abc", "", [Piece("missing", "abc", "")]),
        ("", "abc", [Piece("added", "", "abc")]),
        ("12", "No 12", [Piece("added", "", "No "), Piece("same", "12", "12")]),
        ("1O4", "104", [Piece("same", "1", "1"), Piece("replaced", "O", "0"), Piece("same", "4", "4")]),
        ("45 98", "4598", [Piece("same", "45", "45"), Piece("missing", " ", ""), Piece("same", "98", "98")]),
    ],
)
def test_both_texts_are_parted_where_they_differ(truth, answer, pieces):
    assert list(align(truth, answer)) == pieces


def test_characters_composed_in_two_ways_are_the_same():
    assert [piece.kind for piece in align("Андрей", unicodedata.normalize("NFD", "Андрей"))] == ["same"]


@given(TEXT, TEXT)
def test_the_pieces_put_together_are_the_texts(truth, answer):
    pieces = align(truth, answer)
    assert "".join(piece.truth for piece in pieces) == unicodedata.normalize("NFC", truth)
    assert "".join(piece.answer for piece in pieces) == unicodedata.normalize("NFC", answer)
    assert all((piece.truth == piece.answer) is (piece.kind == "same") for piece in pieces)


@given(TEXT, TEXT)
def test_the_difference_is_a_shortest_one(truth, answer):
    one, two = unicodedata.normalize("NFC", truth), unicodedata.normalize("NFC", answer)
    differing = (piece for piece in align(truth, answer) if piece.kind != "same")
    assert sum(max(len(it.truth), len(it.answer)) for it in differing) == measure(one, two, "raw").edits
