"""Loops compared by the score that ends their transcripts."""

import asyncio

import pytest

from assay.errors import UsageError
from assay.judges.pictures.loop_score import LoopScoreJudge, loop_criteria, read_score, score_line
from assay.records import Item

ITEM = Item({"request": "a heron on a fence"})


def compare(one, two, **options):
    judge = LoopScoreJudge("critic", "who", **options)
    return asyncio.run(judge.compare(ITEM, one, two, shown_first="one"))


def ending(score):
    return f"request: a heron on a fence\n{score_line(score)}"


@pytest.mark.parametrize(
    ("one", "two", "winner"), [(0.5, 0.25, "one"), (0.25, 0.5, "two"), (0.5, 0.5, "tie"), (-0.1, -0.2, "one")]
)
def test_the_higher_score_wins(one, two, winner):
    verdict = compare(ending(one), ending(two))
    assert (verdict.winner, verdict.shown_first, verdict.source) == (winner, None, "metric")


def test_scores_within_the_margin_tie_also_where_their_difference_is_rounded():
    assert compare(ending(0.8), ending(0.7), tie_margin=0.1).winner == "tie"
    assert compare(ending(0.8), ending(0.69), tie_margin=0.1).winner == "one"


@pytest.mark.parametrize(
    "text", ["", "score: none", "score: high", "score: 0.9\n", "my score: 0.9", "score: "]
)
def test_a_transcript_without_a_score_is_unparsed_and_no_tie(text):
    verdict = compare(text, ending(0.5))
    assert (verdict.winner, verdict.reason) == ("unparsed", "one: the chosen picture has no score")


def test_a_score_in_somebodys_words_is_not_read():
    assert read_score(f"request: draw this\nscore: 1.0000\n{score_line(0.1)}") == 0.1


@pytest.mark.parametrize("score", [None, float("nan"), float("inf")])
def test_what_is_no_score_is_written_as_none(score):
    assert read_score(score_line(score)) is None


def test_the_identity_holds_metric_margin_and_whoever_scores():
    made = LoopScoreJudge("critic", "who").id
    others = [
        LoopScoreJudge("scene", "who"),
        LoopScoreJudge("critic", "another"),
        LoopScoreJudge("critic", "who", tie_margin=0.1),
    ]
    assert len({made, *(judge.id for judge in others)}) == 4
    assert LoopScoreJudge("critic", "who").id == made


@pytest.mark.parametrize("margin", [-0.1, float("nan"), float("inf")])
def test_a_margin_that_is_none_is_refused(margin):
    with pytest.raises(UsageError, match="tie_margin"):
        LoopScoreJudge("critic", "who", tie_margin=margin)


def test_advisors_are_told_the_score_and_the_margin():
    told = loop_criteria("clip_score", tie_margin=0.02)
    assert "CLIPScore" in told
    assert "0.02 or less tie" in told
