import pytest
from hypothesis import given
from hypothesis import strategies as st

from assay.prompts.postprocess import apply, check_spec

TAG = {"tag": "questions"}


@given(st.text())
def test_no_specification_shows_everything(text):
    assert apply(None, text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("draft <questions>\n a\n</questions> done", "a"),
        ("<questions>draft</questions> better: <questions>final</questions>", "final"),
        ("<questions>\na\nb\n", "a\nb"),
        ('<questions lang="en">a</questions>', "a"),
        ("<questions>a</questions> I used <questions> tags", "a"),
        ("<questions>a <questions>b</questions> c</questions>", "b"),
        ("</questions> <questions>cut", "cut"),
        ("<questions></questions>", ""),
    ],
)
def test_a_tag_shows_the_last_complete_one_or_the_last_cut_one(text, shown):
    assert apply(TAG, text) == shown


@pytest.mark.parametrize("text", ["no tags", "<questionsX>a</questionsX>", "<Questions>a", "< questions>a"])
def test_where_nothing_matches_otherwise_decides(text):
    assert apply(TAG, text) == text
    assert apply({**TAG, "otherwise": "whole"}, text) == text
    assert apply({**TAG, "otherwise": "empty"}, text) == ""


def test_a_regex_shows_its_group_exactly():
    text = "Thinking...\nAnswer:  42 \nmore"

    assert apply({"regex": r"Answer:(.*)", "group": 1}, text) == "  42 "
    assert apply({"regex": r"Answer:(?P<it>.*)", "group": "it"}, text) == "  42 "
    assert apply({"regex": r"\d+"}, text) == "42"


def test_a_group_that_took_no_part_is_no_match():
    assert apply({"regex": "a|(b)", "group": 1, "otherwise": "empty"}, "a") == ""


@given(st.text("<>/q ab"))
def test_what_a_tag_shows_stood_in_the_text(text):
    assert apply({"tag": "q"}, text) in text


@pytest.mark.parametrize(
    "spec",
    [
        None,
        TAG,
        {"tag": "a-b.c", "otherwise": "empty"},
        {"regex": "(a)(b)", "group": 2},
        {"regex": "(?P<x>a)", "group": "x"},
    ],
)
def test_good_specifications_have_no_fault(spec):
    assert check_spec(spec) == []


@pytest.mark.parametrize(
    ("spec", "fault"),
    [
        ("questions", "a mapping with tag or regex is needed, not str"),
        ({}, "exactly one of tag and regex"),
        ({"tag": "a", "regex": "b"}, "exactly one of tag and regex"),
        ({"tag": "<a>"}, "without brackets"),
        ({"tag": 3}, "tag is 3"),
        ({"tag": "a", "group": 1}, "group belongs to regex"),
        ({"tga": "a"}, "did you mean 'tag'"),
        ({"tag": "a", "otherwise": "none"}, "allowed are whole, empty"),
        ({"regex": "("}, "is not a pattern"),
        ({"regex": ""}, "must be a pattern"),
        ({"regex": "(a)", "group": 2}, "has 0 to 1"),
        ({"regex": "(?P<x>a)", "group": "y"}, "has 0 to 1 or x"),
        ({"regex": "(a)", "group": True}, "group is True"),
        ({"regex": "(a+)+$"}, "exponential time"),
    ],
)
def test_faults_are_named(spec, fault):
    assert any(fault in each for each in check_spec(spec))


def test_all_faults_are_told_together():
    assert len(check_spec({"tag": 1, "regex": "(", "otherwise": "x", "y": 1})) == 5
