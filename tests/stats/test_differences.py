"""Mean differences of paired figures: worked examples, limits, recovery on simulated data."""

import math

import numpy as np
import pytest

from assay.stats.differences import paired_difference
from assay.stats.gains import paired_gain


def test_between_ends_it_is_the_gain_in_the_figures_own_unit():
    one, two = [1.0, 1.5, 0.5, 2.0], [0.5, 1.0, 1.0, 0.0]
    found = paired_difference(one, two, ends=(0.0, 2.5))
    gain = paired_gain([it / 2.5 for it in one], [it / 2.5 for it in two])
    assert found.difference == pytest.approx(0.625)
    assert (found.one, found.two) == pytest.approx((1.25, 0.625))
    assert (found.low, found.high, found.p) == pytest.approx((2.5 * gain.low, 2.5 * gain.high, gain.p))
    assert (found.n, found.groups, found.kind) == (4, 4, "exact")


def test_figures_that_may_be_negative_are_carried_to_the_same_scale():
    there = paired_difference([0.5, -0.5, 1.0], [-1.0, 0.0, 0.5], ends=(-1.0, 1.0))
    shifted = paired_difference([0.75, 0.25, 1.0], [0.0, 0.5, 0.75])
    found = (there.difference, there.low, there.high, there.p)
    assert found == pytest.approx((2 * shifted.difference, 2 * shifted.low, 2 * shifted.high, shifted.p))


def test_as_large_a_difference_as_there_can_be_has_the_p_value_of_as_many_heads():
    found = paired_difference([1.0] * 8, [0.0] * 8)
    assert (found.difference, found.high) == pytest.approx((1.0, 1.0))
    assert found.p == pytest.approx(2 * 0.5**8)


def test_no_difference_at_all_shows_nothing():
    found = paired_difference([0.4, 0.9], [0.4, 0.9])
    assert (found.difference, found.p) == (pytest.approx(0.0), 1.0)
    assert found.low < 0.0 < found.high


def test_one_pair_shows_nothing():
    assert paired_difference([1.0], [0.0]).low < 0.0
    without_ends = paired_difference([40.0], [30.0], ends=None)
    assert (without_ends.low, without_ends.high) == (-math.inf, math.inf)


def test_without_ends_it_is_students_interval():
    # By hand: differences 2, 4, 6, 8: mean 5, standard deviation sqrt(20/3), standard error sqrt(5/3), and
    # the 97.5 % point of Student's t with 3 degrees of freedom is 3.18245.
    found = paired_difference([12.0, 24.0, 36.0, 48.0], [10.0, 20.0, 30.0, 40.0], ends=None)
    half = 3.18245 * math.sqrt(5.0 / 3.0)
    assert found.difference == pytest.approx(5.0)
    assert (found.low, found.high) == pytest.approx((5.0 - half, 5.0 + half), abs=1e-4)
    assert (found.p, found.kind) == (None, "approximate")


def test_without_ends_equal_groups_are_a_sample_of_their_means():
    one, groups = [2.0, 4.0, 8.0, 10.0, 5.0, 7.0], ["a", "a", "b", "b", "c", "c"]
    clustered = paired_difference(one, [0.0] * 6, groups, ends=None)
    means = paired_difference([3.0, 9.0, 6.0], [0.0] * 3, ends=None)
    assert (clustered.low, clustered.high) == pytest.approx((means.low, means.high))
    assert (clustered.n, clustered.groups) == (6, 3)


@pytest.mark.parametrize("ends", [(0.0, 1.0), None])
def test_the_other_way_round_is_the_negative_difference(ends):
    one, two = [0.9, 0.2, 0.7, 1.0, 0.4], [0.1, 0.3, 0.6, 0.5, 0.4]
    there, back = paired_difference(one, two, ends=ends), paired_difference(two, one, ends=ends)
    assert (there.difference, there.low, there.high) == pytest.approx(
        (-back.difference, -back.high, -back.low)
    )


def test_requests_of_one_group_are_one_observation():
    alone = paired_difference([1.0] * 12, [0.0] * 12)
    grouped = paired_difference([1.0] * 12, [0.0] * 12, ["a"] * 6 + ["b"] * 6)
    assert alone.low > 0.0 > grouped.low
    assert grouped.groups == 2


@pytest.mark.parametrize(
    ("ones", "twos", "more", "message"),
    [
        ([], [], {}, "0 figures came with 0"),
        ([1.0], [1.0, 0.5], {}, "1 figures came with 2"),
        ([1.5], [0.5], {}, "must lie in"),
        ([1.0], [0.5], {"ends": None, "confidence": 1.0}, "confidence is 1.0"),
        ([1.0], [0.5], {"confidence": 0.0}, "confidence"),
    ],
)
def test_what_is_no_sample_of_pairs_is_refused(ones, twos, more, message):
    with pytest.raises(ValueError, match=message):
        paired_difference(ones, twos, **more)


def test_the_interval_covers_the_true_difference_of_skewed_scores():
    """Nine in ten requests gain nothing and one gains much: a t interval covers this too rarely."""
    rng, truth, runs = np.random.default_rng(7), 0.1, 300
    covered = proven_wrongly = 0
    for _ in range(runs):
        gains = (rng.random(30) < truth).astype(float)
        found = paired_difference(gains.tolist(), [0.0] * 30)
        covered += found.low <= truth <= found.high
        null = paired_difference(rng.random(30).tolist(), rng.random(30).tolist())
        proven_wrongly += null.low > 0.0
    # At 95 %, 300 runs would show fewer than 0.92 once in 200 times; the bound is conservative.
    assert covered / runs >= 0.93
    assert proven_wrongly / runs <= 0.025


def test_the_approximate_interval_covers_about_as_often_as_it_says():
    rng, runs = np.random.default_rng(11), 400
    covered = 0
    for _ in range(runs):
        effects = np.repeat(rng.normal(1.0, 2.0, 15), 2) + rng.normal(0.0, 1.0, 30)
        groups = [str(number // 2) for number in range(30)]
        found = paired_difference(effects.tolist(), [0.0] * 30, groups, ends=None)
        covered += found.low <= 1.0 <= found.high
    assert 0.92 <= covered / runs <= 0.98
