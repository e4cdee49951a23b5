"""Many answers together: a mean of rates and a rate of sums are two figures."""

import json

import jiwer
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assay.metrics import aggregate, measure

PAIRS = st.lists(st.tuples(st.text("абв ", max_size=6), st.text("абв ", max_size=8)), min_size=1, max_size=8)


def test_the_two_means_of_the_notes_differ():
    """References "ab" and "abcdefghij", the first wholly wrong: 2 of 12 characters, half of the answers."""
    found = aggregate([measure("ab", "xy"), measure("abcdefghij", "abcdefghij")])
    assert found.corpus_cer == pytest.approx(1 / 6)
    assert (found.mean_cer, found.median_cer, found.exact_match, found.n) == (0.5, 0.5, 0.5, 2)


def test_one_chatty_answer_shows_in_the_mean_and_not_in_the_clipped_one():
    found = aggregate([measure("12", "The number is 12"), *[measure("12", "12")] * 3])
    assert (found.mean_cer, found.mean_clipped_cer, found.median_cer) == (1.75, 0.25, 0.0)
    assert found.share_over_one == 0.25


def test_filled_and_absent_fields_are_told_apart():
    answers = [measure("a", "a"), measure("b", ""), measure("", ""), measure("", "c"), measure("", "нет")]
    found = aggregate(answers)
    assert (found.n, found.filled, found.absent, found.hallucinated) == (5, 2, 3, 1)
    assert (found.filled_recall, found.exact_negatives) == (0.5, pytest.approx(2 / 3))


def test_without_a_character_to_find_there_is_no_rate_over_the_corpus():
    found = aggregate([measure("", "abc")])
    assert (found.corpus_cer, found.mean_cer, found.filled_recall) == (None, 1.0, None)


def test_no_answers_have_no_aggregate():
    with pytest.raises(ValueError, match="at least one"):
        aggregate([])


def test_the_figures_are_json_by_their_names():
    data = aggregate([measure("a", "b")]).to_data()
    assert json.loads(json.dumps(data)) == data
    assert {"mean_cer", "corpus_cer"} <= set(data)


@given(PAIRS)
def test_the_corpus_rate_is_the_mean_weighted_by_length(pairs):
    each = [measure(reference, answer) for reference, answer in pairs if reference.strip()]
    if not each:
        return
    weights = [it.reference_chars for it in each]
    weighted = sum(it.cer * weight for it, weight in zip(each, weights, strict=True)) / sum(weights)
    assert aggregate(each).corpus_cer == pytest.approx(weighted)


@given(PAIRS)
def test_jiwer_gives_the_same_over_lists(pairs):
    kept = [(reference.strip(), answer.strip()) for reference, answer in pairs]
    if not any(reference for reference, _ in kept):
        return
    found = aggregate(measure(reference, answer) for reference, answer in kept)
    assert found.corpus_cer == pytest.approx(jiwer.cer([it[0] for it in kept], [it[1] for it in kept]))


@given(PAIRS)
def test_clipping_never_raises_a_mean_and_counts_add_up(pairs):
    found = aggregate(measure(reference, answer) for reference, answer in pairs)
    assert found.mean_clipped_cer <= found.mean_cer
    assert found.filled + found.absent == found.n == len(pairs)
    assert found.hallucinated <= found.absent
