"""Intervals for shares, and kappa."""

import numpy as np
import pytest
from scipy import stats

from assay.stats.proportion import clopper_pearson, cohen_kappa, wilson

CASES = [(0, 1), (1, 1), (0, 12), (12, 12), (3, 10), (81, 263), (500, 1000)]


@pytest.mark.parametrize(("successes", "n"), CASES)
@pytest.mark.parametrize(("interval", "method"), [(wilson, "wilson"), (clopper_pearson, "exact")])
def test_agree_with_a_reference_implementation(interval, method, successes, n):
    expected = stats.binomtest(successes, n).proportion_ci(0.9, method=method)
    found = interval(successes, n, confidence=0.9)

    assert (found.low, found.high) == pytest.approx((expected.low, expected.high), abs=1e-10)
    assert (found.share, found.n, found.confidence) == (successes / n, n, 0.9)


def test_wilson_worked_example():
    """8 of 10 with z = 1.96: centre 0.7167, half width 0.2265."""
    found = wilson(8, 10)

    assert (found.low, found.high) == pytest.approx((0.4902, 0.9433), abs=1e-4)


@pytest.mark.parametrize("interval", [wilson, clopper_pearson])
def test_ends_stay_in_range_and_swap_with_success_and_failure(interval):
    for successes, n in CASES:
        one, other = interval(successes, n), interval(n - successes, n)

        assert 0.0 <= one.low <= one.share <= one.high <= 1.0
        assert (one.low, one.high) == pytest.approx((1 - other.high, 1 - other.low), abs=1e-12)


def coverage(interval, n, share):
    """Exact coverage: the chances of all counts whose interval holds the true share."""
    counts = np.arange(n + 1)
    chances = stats.binom.pmf(counts, n, share)
    held = [interval(int(k), n).low <= share <= interval(int(k), n).high for k in counts]
    return float(chances @ held)


def test_clopper_pearson_always_covers_and_wilson_covers_on_average():
    shares = np.linspace(0.02, 0.98, 49)
    exact = [coverage(clopper_pearson, 30, share) for share in shares]
    score = [coverage(wilson, 30, share) for share in shares]

    assert min(exact) >= 0.95
    assert np.mean(score) == pytest.approx(0.95, abs=0.01)
    assert min(score) < 0.95


@pytest.mark.parametrize("interval", [wilson, clopper_pearson])
@pytest.mark.parametrize(
    ("successes", "n", "confidence"), [(1, 0, 0.9), (-1, 3, 0.9), (4, 3, 0.9), (1, 3, 1.0)]
)
def test_impossible_counts_are_refused(interval, successes, n, confidence):
    with pytest.raises(ValueError, match=r"successes|confidence"):
        interval(successes, n, confidence=confidence)


class TestKappa:
    def test_worked_example(self):
        """Agreement 35 of 50; chance 0.5 * 0.6 + 0.5 * 0.4 = 0.5; kappa 0.4."""
        first = ["yes"] * 25 + ["no"] * 25
        second = ["yes"] * 20 + ["no"] * 5 + ["yes"] * 10 + ["no"] * 15

        assert cohen_kappa(first, second) == pytest.approx(0.4)

    def test_full_agreement_is_one_and_none_where_undefined(self):
        assert cohen_kappa(["a", "b"], ["a", "b"]) == 1.0
        assert cohen_kappa(["a", "a"], ["a", "a"]) is None

    def test_labels_drawn_apart_agree_by_chance_only(self):
        rng = np.random.default_rng(6)
        first, second = rng.choice(3, p=[0.6, 0.3, 0.1], size=(2, 20_000)).tolist()

        # The standard error of kappa here is about 1 / sqrt(20,000).
        assert cohen_kappa(first, second) == pytest.approx(0.0, abs=4 / 20_000**0.5)

    def test_uneven_or_empty_lists_are_refused(self):
        with pytest.raises(ValueError, match="the same number"):
            cohen_kappa(["a"], [])
        with pytest.raises(ValueError, match="the same number"):
            cohen_kappa([], [])
