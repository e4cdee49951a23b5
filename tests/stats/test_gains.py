"""Gains in a score: worked examples, limits, and coverage on simulated data."""

import numpy as np
import pytest

from assay.stats.gains import detectable_gain, mean_score, not_worse_by, paired_gain, provable
from assay.stats.proportion import clopper_pearson


def test_for_right_and_wrong_the_mean_has_clopper_and_pearsons_interval():
    found = mean_score([1.0] * 7 + [0.0] * 3)
    exact = clopper_pearson(7, 10)
    assert (found.low, found.high) == pytest.approx((exact.low, exact.high), abs=1e-9)


def test_a_turned_mean_is_the_mean_of_what_is_lacking():
    scores = [0.9, 0.4, 1.0, 0.75]
    turned, direct = mean_score(scores).turned(), mean_score([1 - score for score in scores])
    assert (turned.mean, turned.low, turned.high) == pytest.approx((direct.mean, direct.low, direct.high))


def test_a_gain_of_one_everywhere_has_the_p_value_of_as_many_heads():
    found = paired_gain([1.0] * 8, [0.0] * 8)
    assert found.gain == pytest.approx(1.0)
    assert found.p == pytest.approx(2 * 0.5**8)
    assert found.high == pytest.approx(1.0)


def test_equal_scores_gain_nothing_and_show_nothing():
    found = paired_gain([0.3, 0.9, 0.5], [0.3, 0.9, 0.5])
    assert (found.gain, found.p, found.further) == (pytest.approx(0.0), 1.0, None)


def test_the_other_way_round_is_the_negative_gain():
    one, two = [0.9, 0.2, 0.7, 1.0, 0.4], [0.1, 0.3, 0.6, 0.5, 0.4]
    there, back = paired_gain(one, two), paired_gain(two, one)
    assert (there.gain, there.low, there.high, there.p) == pytest.approx(
        (-back.gain, -back.high, -back.low, back.p)
    )


def test_items_of_one_document_count_as_one_observation():
    one, two = [1.0] * 12, [0.0] * 12
    alone, grouped = paired_gain(one, two), paired_gain(one, two, ["a"] * 6 + ["b"] * 6)
    assert grouped.groups == 2
    assert grouped.p > 0.2 > alone.p


def test_a_gain_that_is_not_proven_says_how_many_items_would_settle_it():
    rng = np.random.default_rng(4)
    one, two = rng.random(20) * 0.6 + 0.2, rng.random(20) * 0.6 + 0.1
    found = paired_gain(one.tolist(), two.tolist())
    assert found.low < 0.0 < found.gain
    assert found.further is not None
    assert found.further > 0


def test_not_worse_by_a_margin_needs_data():
    assert not_worse_by([0.8] * 60, [0.8] * 60, None, 0.2)
    assert not not_worse_by([0.8] * 3, [0.8] * 3, None, 0.05)
    assert not not_worse_by([0.5] * 60, [0.8] * 60, None, 0.2)


def test_a_margin_must_be_a_share():
    with pytest.raises(ValueError, match="margin is 2"):
        not_worse_by([1.0], [1.0], None, 2.0)


def test_pairs_are_needed_and_scores_are_shares():
    with pytest.raises(ValueError, match="pairs are needed"):
        paired_gain([1.0], [1.0, 0.0])
    with pytest.raises(ValueError, match="must lie in"):
        paired_gain([1.5], [1.0])


def test_what_can_be_proven_follows_the_number_of_claims():
    # 2 * 2^-6 = .031 passes .05, and not .05 / 2.
    assert provable(6, 1)
    assert not provable(6, 2)
    assert provable(7, 2)
    assert not provable(0, 1)


def test_more_documents_show_smaller_gains():
    few, many = detectable_gain(20), detectable_gain(100)
    assert few is not None
    assert many is not None
    assert 0.0 < many < few < 1.0
    assert detectable_gain(3) is None


@pytest.mark.parametrize("shape", ["skewed", "tied"])
def test_intervals_of_a_gain_cover_the_true_gain(shape):
    rng = np.random.default_rng(9)
    missed = 0
    for _ in range(400):
        if shape == "skewed":
            one, two = rng.beta(5, 1, 15), rng.beta(1, 3, 15)
            truth = 5 / 6 - 1 / 4
        else:
            two = rng.choice([0.0, 1.0], 15, p=[0.9, 0.1])
            one = np.where(rng.random(15) < 0.2, 1.0, two)
            truth = 0.2 * 0.9
        found = paired_gain(one.tolist(), two.tolist())
        missed += not found.low <= truth <= found.high
    # Nominal 5 %: 20 of 400; 34 is three standard deviations above.
    assert missed <= 34
