"""Intervals for a share of yes-or-no events, and agreement of two labellers beyond chance."""

import math
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from statistics import NormalDist


@dataclass(frozen=True)
class Proportion:
    """A share with its interval.

    Attributes:
        share: successes over n, in [0, 1].
        low: lower end of the two-sided interval.
        high: upper end of the two-sided interval.
        n: events counted.
        confidence: of the interval, in (0, 1).
    """

    share: float
    low: float
    high: float
    n: int
    confidence: float


def wilson(successes: int, n: int, *, confidence: float = 0.95) -> Proportion:
    """Wilson's score interval (Wilson 1927): near nominal coverage on average; for figures that are shown.

    Args:
        successes: from 0 to ``n``.
        n: at least 1.
        confidence: two-sided, in (0, 1).

    Raises:
        ValueError: counts or a confidence outside these ranges.
    """
    _check(successes, n, confidence)
    z = NormalDist().inv_cdf(0.5 + 0.5 * confidence)
    share = successes / n
    centre = (share + z * z / (2.0 * n)) / (1.0 + z * z / n)
    half = z / (1.0 + z * z / n) * math.sqrt(share * (1.0 - share) / n + (z / (2.0 * n)) ** 2)
    # Rounding must not leave 0 of n with a lower end of 1e-17, nor n of n with an upper end below 1.
    low = 0.0 if successes == 0 else max(0.0, centre - half)
    high = 1.0 if successes == n else min(1.0, centre + half)
    return Proportion(share, low, high, n, confidence)


def clopper_pearson(successes: int, n: int, *, confidence: float = 0.95) -> Proportion:
    """Clopper and Pearson's exact interval (1934): never below nominal coverage; for claims.

    Args:
        successes: from 0 to ``n``.
        n: at least 1.
        confidence: two-sided, in (0, 1).

    Raises:
        ValueError: counts or a confidence outside these ranges.
    """
    _check(successes, n, confidence)
    from scipy.special import betaincinv  # noqa: PLC0415  (heavy, and rarely needed)

    miss = 0.5 * (1.0 - confidence)
    low = float(betaincinv(successes, n - successes + 1, miss)) if successes else 0.0
    high = float(betaincinv(successes + 1, n - successes, 1.0 - miss)) if successes < n else 1.0
    return Proportion(successes / n, low, high, n, confidence)


def _check(successes: int, n: int, confidence: float) -> None:
    """Raise ValueError for counts or a confidence that make no proportion."""
    if not 0 <= successes <= n or n < 1:
        raise ValueError(f"{successes} of {n}: a share needs 0 <= successes <= n and n >= 1")
    if not 0.0 < confidence < 1.0:
        raise ValueError(f"confidence is {confidence}: it must lie between 0 and 1")


def cohen_kappa(first: Sequence[Hashable], second: Sequence[Hashable]) -> float | None:
    """Cohen's kappa (1960): agreement beyond what the two labellers' own label shares would bring.

    Args:
        first: labels of one labeller, at least one.
        second: labels of the other for the same cases, in the same order.

    Returns:
        At most 1; 0 is chance. None where it is undefined: both gave one and the same label throughout.

    Raises:
        ValueError: no labels, or lists of different lengths.
    """
    if not first or len(first) != len(second):
        raise ValueError(f"{len(first)} and {len(second)} labels: both need the same number, at least 1")
    n = len(first)
    agreed = sum(one == two for one, two in zip(first, second, strict=True)) / n
    shares = Counter(first)
    chance = sum(shares[label] * count for label, count in Counter(second).items()) / (n * n)
    return None if chance == 1.0 else (agreed - chance) / (1.0 - chance)
