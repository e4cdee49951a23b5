# ruff: noqa: RUF001  (Russian text is meant)
"""The number that decides: in [0, 1], higher is better, None where an item does not count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assay.metrics import METRICS, mean_score, measure, score_of
from assay.metrics.deciding import MEANINGS

TEXT = st.text("аб Ё-1", max_size=8)


@pytest.mark.parametrize(
    ("reference", "answer", "metric", "score"),
    [
        ("abcd", "abcx", "cer", 0.75),
        ("ab", "something long", "cer", 0.0),
        ("abcd", "abcd", "exact_match", 1.0),
        ("abcd", "abcx", "exact_match", 0.0),
        ("one two", "one", "wer", 0.5),
        ("one", "two three four", "wer", 0.0),
        ("abcd", "abcx", "anls", 0.75),
        ("abcd", "abxx", "anls", 0.0),
        ("abcd", "abcd", "filled_recall", 1.0),
        ("abcd", "", "filled_recall", 0.0),
        ("", "", "filled_recall", None),
        ("", "abcd", "filled_recall", None),
        ("", "", "exact_negatives", 1.0),
        ("", "отсутствует", "exact_negatives", 1.0),
        ("", "abcd", "exact_negatives", 0.0),
        ("abcd", "", "exact_negatives", None),
        ("", "отсутствует", "cer", 0.0),
        ("", "отсутствует", "exact_match", 0.0),
    ],
)
def test_a_metric_scores_as_told(reference, answer, metric, score):
    assert score_of(measure(reference, answer), metric) == score


def test_a_metric_that_is_not_there_is_told_with_those_there_are():
    with pytest.raises(ValueError, match="'bleu': allowed are cer, exact_match, wer, anls, "):
        score_of(measure("a", "a"), "bleu")


@given(TEXT, TEXT)
def test_every_score_lies_between_nothing_and_one(reference, answer):
    scores = [score_of(measure(reference, answer), metric) for metric in METRICS]
    assert all(score is None or 0 <= score <= 1 for score in scores)


@given(TEXT)
def test_the_true_answer_scores_one_wherever_it_counts(text):
    scores = {score_of(measure(text, text), metric) for metric in METRICS}
    assert scores <= {1.0, None}


def test_the_mean_is_over_the_answers_that_count():
    answers = [measure("a", "a"), measure("b", "x"), measure("", "y")]
    assert mean_score(answers, "filled_recall") == 0.5
    assert mean_score(answers[:2], "exact_negatives") is None


def test_every_metric_has_its_meaning_in_words():
    assert list(MEANINGS) == list(METRICS)
