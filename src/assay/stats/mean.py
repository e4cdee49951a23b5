"""Tests and intervals for the mean of outcomes in [0, 1] that hold at any sample size: Gaffke's bound.

For independent outcomes x_1 .. x_n in [0, 1], the one-sided p-value of "the mean is at most m" is
``P(sum_i D_i z_i <= m)`` where z are the outcomes with one worst-case 0 added and D ~ Dirichlet(1, .., 1)
over all n + 1 (Gaffke 2005, "Three test statistics for a nonparametric one-sided hypothesis on the mean of a
nonnegative variable"; studied as a confidence bound by Learned-Miller and Thomas 2019). Since D is a vector
of exponentials over their sum, this is ``P(sum_i (z_i - m) G_i <= 0)``, which :mod:`assay.stats.gammas`
computes without random numbers. For outcomes of 0 and 1 it is the exact binomial test, and its interval is
Clopper and Pearson's.

Groups (clusters) of unequal size: under "the item mean is at most m" the group sums ``S_g = sum_i (x_i - m)``
have mean at most zero and lie above ``-m s`` with s the largest group, so the same bound is applied to them
with one worst-case sum of ``-m s`` added. Groups of one item give the formula above. Unless told, the largest
group seen stands for the largest there can be.

What is known of its validity, and what is not, is in ``docs/statistics.md``.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np

from assay.stats.gammas import Floats, log_tails
from assay.stats.roots import increasing_root

_NORMAL = NormalDist()


@dataclass(frozen=True, eq=False)
class Sums:
    """Outcomes reduced to what the bound needs: distinct group sums and how often each occurs.

    Attributes:
        totals: shape (k,), sum of a group's outcomes.
        sizes: shape (k,), items in the group.
        counts: shape (k,), how many groups have this total and size; need not be whole numbers.
        largest: size of the largest group there can be.
    """

    totals: Floats
    sizes: Floats
    counts: Floats
    largest: float = 1.0

    @property
    def items(self) -> float:
        """How many outcomes there are."""
        return float(self.sizes @ self.counts)

    @property
    def groups(self) -> float:
        """How many groups there are."""
        return float(self.counts.sum())

    @property
    def mean(self) -> float:
        """The mean over items."""
        return float(self.totals @ self.counts) / self.items

    @property
    def error(self) -> float:
        """Standard error of the mean over items from the spread of the group sums; 0 with one group."""
        residuals = self.totals - self.mean * self.sizes
        groups = self.groups
        correction = groups / (groups - 1.0) if groups > 1.0 else 0.0
        return math.sqrt(correction * float(self.counts @ residuals**2)) / self.items

    def reflected(self) -> "Sums":
        """The same for one minus each outcome."""
        return Sums(self.sizes - self.totals, self.sizes, self.counts, self.largest)

    def log_tails(self, mean: float) -> tuple[float, float]:
        """The logarithms of Gaffke's p-value of "the mean is at most ``mean``" and of its complement."""
        weights = np.append(self.totals - mean * self.sizes, -mean * self.largest)
        return log_tails(weights, np.append(self.counts, 1.0))


def sums(
    values: Sequence[float] | Floats,
    *,
    groups: Sequence[str] | None = None,
    counts: Sequence[float] | Floats | None = None,
    largest_group: int | None = None,
) -> Sums:
    """Reduce outcomes to :class:`Sums`.

    Args:
        values: outcomes in [0, 1].
        groups: the group of each outcome, or None when each stands alone.
        counts: how often each outcome occurred, at least 0, instead of ``groups``; may be fractional.
        largest_group: size of the largest group there can be; None takes the largest given.

    Raises:
        ValueError: no outcomes, outcomes that are not numbers in [0, 1], lengths that differ, negative or
            all-zero counts, both ``groups`` and ``counts``, or a group above ``largest_group``.
    """
    outcomes = _checked(values)
    if groups is not None and counts is not None:
        raise ValueError("groups and counts were both given: a counted outcome has no group")
    if groups is not None:
        return _grouped(outcomes, groups, largest_group)
    largest = float(largest_group or 1)
    if counts is None:
        distinct, seen = np.unique(outcomes, return_counts=True)
        return Sums(distinct, np.ones(len(distinct)), seen.astype(np.float64), largest)
    times = np.asarray(counts, dtype=np.float64)
    if times.shape != outcomes.shape:
        raise ValueError(f"{len(outcomes)} outcomes came with {times.size} counts: one each is needed")
    if not np.all(np.isfinite(times)) or np.any(times < 0.0) or not np.any(times > 0.0):
        raise ValueError("counts must be finite, at least 0, and not all 0")
    kept = times > 0.0
    return Sums(outcomes[kept], np.ones(int(kept.sum())), times[kept], largest)


def _checked(values: Sequence[float] | Floats) -> Floats:
    """The outcomes as an array, or the error that says what is wrong with them."""
    outcomes = np.asarray(values, dtype=np.float64)
    if outcomes.ndim != 1 or outcomes.size == 0:
        raise ValueError(f"outcomes must be a non-empty row of numbers, not of shape {outcomes.shape}")
    wrong = ~((outcomes >= 0.0) & (outcomes <= 1.0))
    if wrong.any():
        first = int(np.argmax(wrong))
        raise ValueError(
            f"{int(wrong.sum())} outcomes lie outside [0, 1], the first is {outcomes[first]} at place {first}"
        )
    return outcomes


def _grouped(outcomes: Floats, groups: Sequence[str], largest_group: int | None) -> Sums:
    """Distinct (total, size) pairs of the groups."""
    if len(groups) != len(outcomes):
        raise ValueError(f"{len(outcomes)} outcomes came with {len(groups)} groups: one each is needed")
    numbers: dict[str, int] = {}
    places = np.array([numbers.setdefault(group, len(numbers)) for group in groups])
    # Two real numbers in one complex one sort as a pair, many times faster than rows do.
    pairs = np.bincount(places, outcomes) + 1j * np.bincount(places)
    distinct, seen = np.unique(pairs, return_counts=True)
    largest = int(distinct.imag.max())
    if largest_group is not None and largest_group < largest:
        raise ValueError(f"a group has {largest} items, though the largest was said to have {largest_group}")
    return Sums(
        distinct.real.copy(), distinct.imag.copy(), seen.astype(np.float64), float(largest_group or largest)
    )


def p_two_sided(reduced: Sums, mean: float) -> float:
    """Twice the smaller of the two one-sided p-values of ``mean``, at most 1."""
    above = reduced.log_tails(mean)[0]
    below = reduced.reflected().log_tails(1.0 - mean)[0]
    return min(1.0, 2.0 * math.exp(min(above, below)))


def lower_bound(reduced: Sums, confidence: float) -> float:
    """The largest mean that a one-sided test at ``1 - confidence`` still rejects, to 1e-11.

    Args:
        reduced: the outcomes.
        confidence: one-sided, in (0, 1).

    Returns:
        A bound in [0, 1]; 0 when every outcome is 0.

    Raises:
        ValueError: confidence outside (0, 1).
    """
    if not 0.0 < confidence < 1.0:
        raise ValueError(f"confidence is {confidence}: it must lie between 0 and 1")
    highest = float(np.max(reduced.totals / reduced.sizes))
    if highest == 0.0:
        return 0.0
    target = _NORMAL.inv_cdf(1.0 - confidence)

    # On the normal scale the curve is nearly a straight line, which secant steps follow at once.
    def excess(mean: float) -> float:
        return _score(*reduced.log_tails(mean)) - target

    return increasing_root(excess, 0.0, highest, start=reduced.mean + target * reduced.error)


def interval(reduced: Sums, confidence: float) -> tuple[float, float]:
    """The two-sided interval: two one-sided bounds that each miss with half the error.

    Raises:
        ValueError: confidence outside (0, 1).
    """
    one_sided = 0.5 + 0.5 * confidence
    if not 0.0 < confidence < 1.0:
        raise ValueError(f"confidence is {confidence}: it must lie between 0 and 1")
    return lower_bound(reduced, one_sided), 1.0 - lower_bound(reduced.reflected(), one_sided)


def _score(log_lower: float, log_upper: float) -> float:
    """The standard normal value whose lower tail is ``exp(log_lower)``."""
    small, sign = (log_lower, 1.0) if log_lower < log_upper else (log_upper, -1.0)
    if small > -700.0:
        return sign * _NORMAL.inv_cdf(math.exp(small))
    # Two terms of the expansion of Mills' ratio: only the search for a root passes here.
    return (
        -sign * math.sqrt(-2.0 * small - math.log(-4.0 * math.pi * small))
        if small > -math.inf
        else -sign * math.inf
    )
