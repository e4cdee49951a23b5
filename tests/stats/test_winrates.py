"""Winrates, their intervals and their worst cases."""

import math

import numpy as np
import pytest

from assay.stats.proportion import clopper_pearson
from assay.stats.winrates import spread, winrate, worst_case


def test_worked_example():
    """16 of 20 decided items: the exact binomial test and Clopper and Pearson's interval."""
    found = winrate([1.0] * 16 + [0.0] * 4)
    exact = clopper_pearson(16, 20)

    assert found.winrate == 0.8
    assert (found.low, found.high) == pytest.approx((exact.low, exact.high), abs=1e-9)
    assert found.p == pytest.approx(2 * 6196 / 2**20, rel=1e-12)
    assert (found.n, found.groups, found.confidence) == (20, 20, 0.95)
    assert found.test == "Gaffke's test, two-sided"


def test_groups_are_named_counted_and_weigh_by_their_items():
    found = winrate([1, 1, 1, 0, 0.5], ["a", "a", "a", "b", "c"])

    assert found.test == "Gaffke's test on groups, two-sided"
    assert (found.n, found.groups) == (5, 3)
    assert found.winrate == pytest.approx(0.7)


def test_alike_items_in_groups_widen_the_interval():
    outcomes = [1.0] * 30 + [0.0] * 12
    alone = winrate(outcomes)
    grouped = winrate(outcomes, [f"g{k // 3}" for k in range(42)])

    assert alone.low > 0.5
    assert grouped.low < 0.5
    assert grouped.winrate == pytest.approx(alone.winrate)


@pytest.mark.parametrize("groups", [None, ["a", "a", "b", "c", "d", "e", "e", "f"]])
def test_flipped_is_the_winrate_of_the_other_side(groups):
    outcomes = [1, 0.75, 0.5, 1, 0, 1, 1, 0.25]
    flipped = winrate(outcomes, groups).flipped()
    other = winrate([1 - outcome for outcome in outcomes], groups)

    assert (flipped.winrate, flipped.low, flipped.high, flipped.p) == pytest.approx(
        (other.winrate, other.low, other.high, other.p)
    )
    assert flipped.test == other.test
    assert flipped.flipped().low == pytest.approx(winrate(outcomes, groups).low)


def test_interval_excludes_one_half_exactly_where_p_says_so():
    rng = np.random.default_rng(1)
    agreed = []
    for _ in range(150):
        outcomes = rng.choice([0, 0.5, 1], p=[0.2, 0.2, 0.6], size=int(rng.integers(4, 40)))
        found = winrate(outcomes.tolist(), confidence=0.9)
        agreed.append(found.p < 0.1)
        assert (found.p < 0.1) == (found.low > 0.5 or found.high < 0.5)

    assert 20 < sum(agreed) < 130


def test_all_ties_are_no_evidence():
    found = winrate([0.5] * 50)

    assert found.p == 1.0
    assert found.low < 0.5 < found.high


@pytest.mark.parametrize("grouped", [False, True])
def test_intervals_cover_the_true_winrate(grouped):
    """At least 95 % of 400 simulated studies of 24 groups, four Monte Carlo errors allowed."""
    rng = np.random.default_rng(2)
    runs = 400
    covered = too_low = 0
    for _ in range(runs):
        tendency = rng.beta(3.0, 2.0, size=24)
        size = rng.integers(1, 5, size=24) if grouped else np.ones(24, dtype=int)
        outcomes = rng.binomial(2, np.repeat(tendency, size)) / 2
        names = [f"g{k}" for k in np.repeat(np.arange(24), size)]
        found = winrate(outcomes.tolist(), names if grouped else None)
        covered += found.low <= 0.6 <= found.high
        too_low += found.high < 0.75

    assert covered / runs >= 0.95 - 4 * math.sqrt(0.95 * 0.05 / runs)
    # Not by being useless: 0.75 is excluded often.
    assert too_low / runs > 0.25


@pytest.mark.parametrize(
    ("outcomes", "groups"),
    [([], None), ([1.2], None), ([math.nan], None), ([-0.25], None), ([1, 0], ["a"]), ([], [])],
)
def test_what_is_no_outcome_is_refused(outcomes, groups):
    with pytest.raises(ValueError, match="outcomes"):
        winrate(outcomes, groups)


def test_confidence_outside_zero_to_one_is_refused():
    with pytest.raises(ValueError, match="confidence is 95"):
        winrate([1.0, 0.0], confidence=95)


class TestSpread:
    def test_alone_it_is_nearly_the_standard_deviation(self):
        outcomes = [0, 0.5, 1, 1, 0.25]

        assert spread(outcomes) == pytest.approx(np.std(outcomes, ddof=1))

    def test_equal_items_in_groups_of_four_double_it(self):
        """A group counts as one item, so the error of n items is twice that of n independent ones."""
        each = [0.0, 1.0, 1.0, 0.5, 0.0, 1.0]
        groups = [f"g{k}" for k in range(6)]

        assert spread(each * 4, groups * 4) == pytest.approx(2 * spread(each))

    def test_one_group_has_none(self):
        with pytest.raises(ValueError, match="at least 2"):
            spread([1.0, 0.0], ["a", "a"])


class TestWorstCase:
    def test_bounds(self):
        assert worst_case([1, 1, 0.5, 0], 1) == (0.5, 0.7)

    def test_nothing_incomplete_is_the_winrate(self):
        assert worst_case([1, 0.5], 0) == (0.75, 0.75)

    def test_nothing_complete_says_nothing(self):
        assert worst_case([], 3) == (0.0, 1.0)

    @pytest.mark.parametrize(("outcomes", "incomplete"), [([], 0), ([1], -1), ([2], 1)])
    def test_refusals(self, outcomes, incomplete):
        with pytest.raises(ValueError, match=r"match|outcomes"):
            worst_case(outcomes, incomplete)
