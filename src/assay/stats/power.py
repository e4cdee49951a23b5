"""What a proof of a given size can show, and how many more items it would take.

Power is read off Gaffke's test itself: a proof of n items with true winrate w succeeds with probability
``power`` when the sample at the ``1 - power`` quantile of the observed winrate (normal, so
``w - z_power sd / sqrt(n)``) is still significant. That sample is laid out as wins, ties and losses with the
wanted mean and standard deviation, in fractional counts, which :mod:`assay.stats.gammas` allows.
Simulation (``tests/stats/test_power.py``) puts the power so reached within 0.07 of the one asked for from 15
items on, and within 0.02 from 100 on; with fewer, whole counts make it jump (6 straight wins prove, 5 of 6 do
not).
"""

import math
from collections.abc import Callable
from statistics import NormalDist

import numpy as np

from assay.stats.mean import sums
from assay.stats.roots import increasing_root

WORST_SD = 0.5
"""Standard deviation of an item's outcome at winrate 1/2 when no item ties or splits: the largest."""

TYPICAL_SD = math.sqrt(0.70 * 0.25 + 0.10 * 0.0625)
"""The same when 20 % of items tie or split and 10 % have one order decided and one tied: about 0.43."""

_MOST_ITEMS = 1_000_000
_OUTCOMES = np.array([0.0, 0.5, 1.0])


def detectable_winrate(
    n: int, *, sd: float = TYPICAL_SD, confidence: float = 0.95, power: float = 0.8
) -> float | None:
    """The smallest true winrate that a proof of ``n`` groups shows to be above one half.

    Args:
        n: proof groups (items, where each is its own group), at least 1.
        sd: standard deviation of a group's outcome at winrate 1/2, in (0, 0.5]: :data:`TYPICAL_SD` or
            :data:`WORST_SD`, or what a search saw. It shrinks as wins crowd out losses.
        confidence: of the two-sided interval whose lower end must pass one half, in (0, 1).
        power: chance of success wanted, in [0.5, 1).

    Returns:
        A winrate in (0.5, 1], to four digits, or None when not even ``n`` wins out of ``n`` would prove it.

    Raises:
        ValueError: an argument outside its range.
    """
    _check(n, confidence, power)
    if not 0.0 < sd <= WORST_SD:
        raise ValueError(f"sd is {sd}: it must lie in (0, 0.5]")
    decided = 4.0 * sd * sd

    def excess(winrate: float) -> float:
        share = max(decided, 2.0 * winrate - 1.0)
        deviation = 0.5 * math.sqrt(max(0.0, share - (2.0 * winrate - 1.0) ** 2))
        seen = winrate - _quantile(power) * deviation / math.sqrt(n)
        return math.log(0.5 * (1.0 - confidence)) - _log_p(n, seen, decided)

    if excess(1.0) < 0.0:
        return None
    return increasing_root(excess, 0.5, 1.0, start=0.5 + 2.8 * sd / math.sqrt(n), tolerance=1e-5)


def further_items(
    winrate: float, sd: float, n: int, *, confidence: float = 0.95, power: float = 0.8
) -> int | None:
    """How many items beyond ``n`` a proof would need if the observed winrate and spread were the true ones.

    A proof of ``n`` plus this many fresh items, judged once, succeeds with the given power. It is advice for
    the next study, not a licence to add items to an opened proof until it succeeds.

    Args:
        winrate: observed, in [0, 1].
        sd: observed standard deviation of an item's outcome (:func:`assay.stats.winrates.spread`), at
            least 0.
        n: items judged so far, at least 1.
        confidence: of the two-sided interval, in (0, 1).
        power: chance of success wanted, in [0.5, 1).

    Returns:
        At least 0; None when the winrate is not above one half or more than a million items would be needed.

    Raises:
        ValueError: an argument outside its range.
    """
    _check(n, confidence, power)
    if not 0.0 <= winrate <= 1.0 or not 0.0 <= sd < math.inf:
        raise ValueError(f"winrate is {winrate} and sd {sd}: they must lie in [0, 1] and be at least 0")
    if winrate <= 0.5:
        return None
    # Groups whose items resemble each other can spread more than single outcomes: fewer, larger units then.
    repeats = max(1.0, sd * sd / max(winrate * (1.0 - winrate), 1e-12)) if sd > 0.0 else 1.0
    unit_sd = sd / math.sqrt(repeats)
    decided = min(1.0, 4.0 * unit_sd * unit_sd + (2.0 * winrate - 1.0) ** 2)

    def succeeds(items: int) -> bool:
        units = items / repeats
        seen = winrate - _quantile(power) * unit_sd / math.sqrt(units)
        return _log_p(units, seen, decided) <= math.log(0.5 * (1.0 - confidence))

    if not succeeds(_MOST_ITEMS):
        return None
    return max(0, _first(succeeds, 1, _MOST_ITEMS) - n)


def _first(succeeds: Callable[[int], bool], low: int, high: int) -> int:
    """The smallest number that succeeds, by halving; ``high`` does, and success never turns back."""
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if succeeds(middle) else (middle + 1, high)
    return low


def _log_p(n: float, mean: float, decided: float) -> float:
    """Logarithm of Gaffke's p-value of "at most one half" for a layout of ``n`` outcomes with this mean."""
    lead = min(1.0, max(-1.0, 2.0 * mean - 1.0))
    share = max(decided, abs(lead))
    wins, losses = 0.5 * (share + lead), 0.5 * (share - lead)
    counts = n * np.array([losses, 1.0 - share, wins])
    return sums(_OUTCOMES, counts=np.maximum(counts, 0.0)).log_tails(0.5)[0]


def _quantile(power: float) -> float:
    return NormalDist().inv_cdf(power)


def _check(n: int, confidence: float, power: float) -> None:
    """Raise ValueError for a size, confidence or power outside its range."""
    if n < 1:
        raise ValueError(f"n is {n}: it must be at least 1")
    if not 0.0 < confidence < 1.0:
        raise ValueError(f"confidence is {confidence}: it must lie between 0 and 1")
    if not 0.5 <= power < 1.0:
        raise ValueError(f"power is {power}: it must lie in [0.5, 1)")
