"""Gaffke's bound: exact where it must be, and covering what it promises."""

import math
from itertools import combinations, pairwise

import numpy as np
import pytest
from scipy import special

from assay.stats.mean import Sums, interval, lower_bound, p_two_sided, sums
from assay.stats.proportion import clopper_pearson

LEVELS = np.array([0.0, 0.25, 0.5, 0.75, 1.0])

# Chances of the five outcomes; a t interval fails on the two narrow ones.
SHAPES = {
    "independent orders": [0.25, 0, 0.5, 0, 0.25],
    "never split": [0.5, 0, 0, 0, 0.5],
    "typical": [0.35, 0.05, 0.2, 0.05, 0.35],
    "narrow wins, clear losses": [1 / 3, 0, 0, 2 / 3, 0],
    "narrow losses, clear wins": [0, 2 / 3, 0, 0, 1 / 3],
    "nearly all tied": [0.05, 0, 0.9, 0, 0.05],
    "rarely won": [0.9, 0, 0.05, 0, 0.05],
}


def p_mean_at_most(values, mean, **reduced_by):
    """Gaffke's one-sided p-value of "the true mean is at most ``mean``"."""
    return math.exp(sums(values, **reduced_by).log_tails(mean)[0])


class TestWorkedExamples:
    def test_six_wins_of_six(self):
        """One half to the power of six."""
        assert p_mean_at_most([1.0] * 6, 0.5) == pytest.approx(0.5**6, rel=1e-13)

    def test_one_outcome_is_markovs_inequality(self):
        """With n = 1 the p-value is m / x."""
        assert p_mean_at_most([0.8], 0.2) == pytest.approx(0.25, rel=1e-13)

    def test_two_outcomes_by_hand(self):
        """For outcomes a > b > m: the exponential race gives 1 minus the sum over positive weights of
        w_k^2 / prod (w_k - w_j)."""
        a, b, m = 0.9, 0.7, 0.4
        weights = [a - m, b - m, -m]
        above = sum(w**2 / math.prod(w - v for v in weights if v != w) for w in weights[:2])

        assert p_mean_at_most([a, b], m) == pytest.approx(1.0 - above, rel=1e-12)

    def test_groups_of_two_by_hand(self):
        """Two groups (1, 1) and (1, 0) at one half: sums 1 and 0, worst case -1; the 0 drops out."""
        p = p_mean_at_most([1, 1, 1, 0], 0.5, groups=["a", "a", "b", "b"])

        assert p == pytest.approx(0.5, rel=1e-13)


class TestLimits:
    @pytest.mark.parametrize("n", [1, 2, 7, 40, 1000, 200_000])
    @pytest.mark.parametrize("share", [0.0, 0.03, 0.5, 0.62, 1.0])
    def test_binary_outcomes_give_the_exact_binomial_test(self, n, share):
        won = round(n * share)
        for mean in (0.2, 0.5, 0.61):
            exact = float(special.betainc(won, n - won + 1, mean)) if won else 1.0

            assert p_mean_at_most([0, 1], mean, counts=[n - won, won]) == pytest.approx(
                exact, rel=1e-9, abs=1e-290
            )

    @pytest.mark.parametrize(("won", "n"), [(0, 5), (3, 7), (16, 20), (60, 60), (401, 1000)])
    def test_binary_outcomes_give_clopper_and_pearsons_interval(self, won, n):
        exact = clopper_pearson(won, n, confidence=0.9)

        found = interval(sums([0, 1], counts=[n - won, won]), 0.9)

        assert found == pytest.approx((exact.low, exact.high), abs=1e-9)

    def test_groups_of_one_item_are_no_groups(self):
        outcomes = [0, 0.25, 0.5, 0.5, 1, 1, 0.75, 1]

        grouped = p_mean_at_most(outcomes, 0.5, groups=[f"g{k}" for k in range(8)])

        assert grouped == pytest.approx(p_mean_at_most(outcomes, 0.5), rel=1e-12)

    def test_repeating_every_item_in_its_group_adds_no_evidence(self):
        outcomes = [0, 0.25, 0.5, 0.5, 1, 1, 0.75, 1]
        groups = [f"g{k}" for k in range(8)]

        repeated = p_mean_at_most(outcomes * 3, 0.5, groups=groups * 3)

        assert repeated == pytest.approx(p_mean_at_most(outcomes, 0.5), rel=1e-12)

    def test_counts_are_short_for_repeated_outcomes(self):
        assert p_mean_at_most(LEVELS, 0.5, counts=[3, 0, 4, 1, 9]) == pytest.approx(
            p_mean_at_most([0] * 3 + [0.5] * 4 + [0.75] + [1] * 9, 0.5), rel=1e-13
        )

    def test_a_larger_possible_group_weakens_the_evidence(self):
        outcomes, groups = [1.0] * 12, [f"g{k // 2}" for k in range(12)]

        p = [
            math.exp(sums(outcomes, groups=groups, largest_group=size).log_tails(0.5)[0])
            for size in (2, 4, 8)
        ]

        assert p == pytest.approx([2.0**-6, 1.5**-6, 1.25**-6], rel=1e-12)

    def test_equal_outcomes(self):
        assert interval(sums([0.0] * 9), 0.95) == pytest.approx((0.0, 1 - 0.025 ** (1 / 9)), abs=1e-9)
        assert interval(sums([1.0] * 9), 0.95) == pytest.approx((0.025 ** (1 / 9), 1.0), abs=1e-9)
        low, high = interval(sums([0.5] * 9), 0.95)
        assert low == pytest.approx(0.5 * 0.025 ** (1 / 9), abs=1e-9)
        assert high == pytest.approx(1 - low, abs=1e-9)

    def test_means_at_the_ends(self):
        assert p_mean_at_most([0, 1], 0.0) == 0.0
        assert p_mean_at_most([0, 0], 0.0) == 1.0
        assert p_mean_at_most([0, 1], 1.0) == 1.0

    def test_far_tails_keep_their_digits(self):
        assert p_mean_at_most([1.0], 0.5, counts=[900]) == pytest.approx(2.0**-900, rel=1e-10)

    def test_a_million_distinct_outcomes_give_the_normal_interval(self):
        rng = np.random.default_rng(5)
        outcomes = rng.random(300_000)
        half = 1.959964 * outcomes.std() / math.sqrt(len(outcomes))

        low, high = interval(sums(outcomes), 0.95)

        assert low == pytest.approx(outcomes.mean() - half, abs=3e-6)
        assert high == pytest.approx(outcomes.mean() + half, abs=3e-6)


class TestShape:
    def test_p_rises_with_the_hypothesised_mean(self):
        outcomes = [0, 0.25, 0.5, 1, 1, 0.75]
        groups = ["a", "a", "b", "c", "d", "d"]
        values = [p_mean_at_most(outcomes, mean, groups=groups) for mean in np.linspace(0, 1, 101)]

        assert all(before <= after + 1e-14 for before, after in pairwise(values))

    def test_interval_and_test_agree(self):
        """The lower end is the mean at which the one-sided test has half the error."""
        reduced = sums([0, 0.25, 0.5, 1, 1, 0.75, 1, 1], groups=list("aabbcdef"))
        low, high = interval(reduced, 0.95)

        assert math.exp(reduced.log_tails(low)[0]) == pytest.approx(0.025, rel=1e-7)
        assert math.exp(reduced.reflected().log_tails(1 - high)[0]) == pytest.approx(0.025, rel=1e-7)
        assert p_two_sided(reduced, low) == pytest.approx(0.05, rel=1e-7)

    def test_intervals_nest_and_hold_the_mean(self):
        rng = np.random.default_rng(6)
        for _ in range(60):
            counts = rng.multinomial(int(rng.integers(1, 40)), rng.dirichlet([0.5] * 5))
            reduced = sums(LEVELS, counts=counts)
            narrow, wide = interval(reduced, 0.8), interval(reduced, 0.99)

            assert 0.0 <= wide[0] <= narrow[0] <= reduced.mean + 1e-12
            assert reduced.mean - 1e-12 <= narrow[1] <= wide[1] <= 1.0

    def test_standard_error_of_plain_outcomes_is_the_textbooks(self):
        outcomes = [0, 0.5, 1, 1, 0.25]

        assert sums(outcomes).error == pytest.approx(np.std(outcomes, ddof=1) / math.sqrt(5))


class TestRefusals:
    @pytest.mark.parametrize("wrong", [[], [0.5, 1.1], [-0.1], [math.nan], [math.inf], [[0.5]]])
    def test_outcomes(self, wrong):
        with pytest.raises(ValueError, match="outcomes"):
            sums(wrong)

    @pytest.mark.parametrize("counts", [[1], [1, -1], [0, 0], [1, math.nan]])
    def test_counts(self, counts):
        with pytest.raises(ValueError, match="counts"):
            sums([0, 1], counts=counts)

    def test_groups(self):
        with pytest.raises(ValueError, match="2 outcomes came with 1 groups"):
            sums([0, 1], groups=["a"])
        with pytest.raises(ValueError, match="both given"):
            sums([0, 1], groups=["a", "b"], counts=[1, 1])
        with pytest.raises(ValueError, match="largest was said to have 1"):
            sums([0, 1], groups=["a", "a"], largest_group=1)

    @pytest.mark.parametrize("confidence", [0.0, 1.0, -1.0, math.nan])
    def test_confidence(self, confidence):
        with pytest.raises(ValueError, match="confidence"):
            lower_bound(sums([1.0]), confidence)
        with pytest.raises(ValueError, match="confidence"):
            interval(sums([1.0]), confidence)


def false_claims(samples, mean, error):
    """Share of samples whose one-sided p-values of the true mean are below ``error``: above it, below it."""
    above = below = 0.0
    distinct, times = np.unique(samples, axis=0, return_counts=True)
    for counts, time in zip(distinct, times, strict=True):
        reduced = sums(LEVELS, counts=counts)
        above += time * (reduced.log_tails(mean)[0] <= math.log(error))
        below += time * (reduced.reflected().log_tails(1 - mean)[0] <= math.log(error))
    return above / len(samples), below / len(samples)


@pytest.mark.parametrize("name", SHAPES)
def test_false_claims_stay_below_the_nominal_rate(name):
    """2.5 % on each side, for few and for many items; four Monte Carlo errors of 3,000 runs allowed."""
    chances = np.array(SHAPES[name])
    rng = np.random.default_rng(7)
    allowed = 0.025 + 4 * math.sqrt(0.025 * 0.975 / 3000)
    for n in (6, 20, 60):
        rates = false_claims(rng.multinomial(n, chances, size=3000), float(chances @ LEVELS), 0.025)

        assert max(rates) <= allowed, f"n = {n}"


def test_no_distribution_found_makes_false_claims_above_nominal():
    """Exact, no Monte Carlo: all counts of 9 items on five levels, 500 distributions with mean one half."""
    rng = np.random.default_rng(13)
    n = 9
    # Stars and bars: four dividers among n + 4 places leave five counts.
    dividers = np.array(list(combinations(range(n + 4), 4)))
    edges = np.column_stack([np.full(len(dividers), -1), dividers, np.full(len(dividers), n + 4)])
    counts = np.diff(edges, axis=1) - 1
    claims = [sums(LEVELS, counts=row).log_tails(0.5)[0] <= math.log(0.025) for row in counts]
    ways = special.gammaln(n + 1) - special.gammaln(counts + 1).sum(axis=1)
    # All distributions with mean one half are mixtures of these five.
    extremes = np.array(
        [[3, 0, 0, 0, 3], [2, 0, 0, 4, 0], [0, 4, 0, 0, 2], [0, 3, 0, 3, 0], [0, 0, 6, 0, 0]], dtype=float
    )
    mixtures = np.vstack([np.eye(5), rng.dirichlet([0.4] * 5, size=500)]) @ extremes / 6
    chances = np.exp(ways[:, None] + counts @ np.log(np.maximum(mixtures, 1e-300)).T)

    assert chances.sum(axis=0) == pytest.approx(np.ones(len(mixtures)))
    assert 0.01 < chances[np.array(claims)].sum(axis=0).max() <= 0.025


def test_many_items_use_the_error_they_are_given():
    """At 400 typical items the false claims are near nominal, not merely below: the bound is not slack."""
    chances = np.array(SHAPES["typical"])
    samples = np.random.default_rng(8).multinomial(400, chances, size=3000)

    above, below = false_claims(samples, 0.5, 0.025)

    # True rate about 0.021; 0.0026 is the Monte Carlo error of one rate.
    assert 0.012 < above < 0.036
    assert 0.012 < below < 0.036


def test_a_t_interval_would_fail_where_this_one_holds():
    """The measured reason for the choice: narrow wins against clear losses, 10 items."""
    chances = np.array(SHAPES["narrow wins, clear losses"])
    samples = np.random.default_rng(9).multinomial(10, chances, size=3000)
    means = samples @ LEVELS / 10
    deviations = np.sqrt((samples @ LEVELS**2 / 10 - means**2) * 10 / 9)
    t = (means - 0.5) / (deviations / math.sqrt(10) + 1e-12)

    assert np.mean(t > special.stdtrit(9, 0.975)) > 0.08
    assert false_claims(samples, 0.5, 0.025)[0] < 0.025 + 0.011


@pytest.mark.parametrize("groups", [12, 40])
def test_false_claims_stay_below_nominal_for_unequal_groups(groups):
    """Groups of 1 to 6 items that share a tendency; the same outcomes taken as independent items fail."""
    rng = np.random.default_rng(10)
    runs = 1500
    honest = naive = 0
    for _ in range(runs):
        sizes = rng.integers(1, 7, size=groups)
        tendencies = rng.beta(0.5, 0.5, size=groups)
        totals = rng.binomial(sizes, tendencies).astype(float)
        reduced = Sums(totals, sizes.astype(float), np.ones(groups), float(sizes.max()))
        honest += p_two_sided(reduced, 0.5) <= 0.05
        alone = sums([0, 1], counts=[float(sizes.sum() - totals.sum()), float(totals.sum())])
        naive += p_two_sided(alone, 0.5) <= 0.05

    assert honest / runs <= 0.05 + 4 * math.sqrt(0.05 * 0.95 / runs)
    assert naive / runs > 0.1
