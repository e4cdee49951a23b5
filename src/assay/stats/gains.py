"""Gains of one prompt over another in a score from 0 to 1, item by item, with an interval that holds.

A paired difference ``d`` of two scores in [0, 1] lies in [-1, 1], so ``(1 + d) / 2`` is an outcome in [0, 1]
whose mean is above one half exactly where the mean score is higher. Gaffke's bound (:mod:`assay.stats.mean`)
therefore gives an interval and a test of the mean difference that hold at any number of groups, with no
assumption on how scores are spread. For a metric that is right or wrong it is the sign test of McNemar's
pairs, with ties counted in.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from assay.stats.mean import interval, lower_bound, p_two_sided, sums
from assay.stats.power import detectable_winrate, further_items
from assay.stats.winrates import spread


@dataclass(frozen=True, slots=True)
class MeanScore:
    """A mean of scores in [0, 1] with its interval.

    Attributes:
        mean: over items, in [0, 1].
        low, high: ends of the two-sided interval.
        n: items.
        groups: groups they came in, the independent units.
        confidence: of the interval, in (0, 1).
    """

    mean: float
    low: float
    high: float
    n: int
    groups: int
    confidence: float

    def turned(self) -> "MeanScore":
        """The same for one minus each score: what is lacking."""
        return MeanScore(
            1.0 - self.mean, 1.0 - self.high, 1.0 - self.low, self.n, self.groups, self.confidence
        )


def mean_score(
    scores: Sequence[float], groups: Sequence[str] | None = None, *, confidence: float = 0.95
) -> MeanScore:
    """The mean of scores with Gaffke's interval.

    Args:
        scores: one per item, in [0, 1].
        groups: the group of each item; None: every item alone.
        confidence: of the interval, in (0, 1).

    Raises:
        ValueError: no scores, scores outside [0, 1], or a confidence outside (0, 1).
    """
    reduced = sums(scores, groups=groups)
    low, high = interval(reduced, confidence)
    return MeanScore(reduced.mean, low, high, len(scores), round(reduced.groups), confidence)


@dataclass(frozen=True, slots=True)
class Gain:
    """How much higher one prompt scores than another, over paired items.

    Attributes:
        gain: mean difference of the scores, in [-1, 1].
        low, high: ends of its two-sided interval.
        n: items.
        groups: groups they came in, the independent units.
        p: two-sided p-value of "there is no difference in the mean".
        confidence: of the interval, in (0, 1).
        further: further items that would prove a gain of this size with 80 % power; None where no number up
            to a million would, or the gain is not above 0.
    """

    gain: float
    low: float
    high: float
    n: int
    groups: int
    p: float
    confidence: float
    further: int | None = None


def paired_gain(
    scores: Sequence[float],
    others: Sequence[float],
    groups: Sequence[str] | None = None,
    *,
    confidence: float = 0.95,
) -> Gain:
    """The gain of ``scores`` over ``others`` on the same items.

    Args:
        scores: one per item, in [0, 1].
        others: of the other prompt, item by item.
        groups: the group of each item; None: every item alone.
        confidence: of the interval, in (0, 1).

    Raises:
        ValueError: lengths that differ, no items, scores outside [0, 1], or a confidence outside (0, 1).
    """
    outcomes = _outcomes(scores, others)
    reduced = sums(outcomes, groups=groups)
    low, high = interval(reduced, confidence)
    further = None
    if reduced.mean > 0.5 and reduced.groups > 1:
        sd = spread(outcomes, groups)
        further = further_items(reduced.mean, sd, len(outcomes), confidence=confidence)
    return Gain(
        gain=2.0 * reduced.mean - 1.0,
        low=2.0 * low - 1.0,
        high=2.0 * high - 1.0,
        n=len(outcomes),
        groups=round(reduced.groups),
        p=p_two_sided(reduced, 0.5),
        confidence=confidence,
        further=further,
    )


def not_worse_by(
    scores: Sequence[float],
    others: Sequence[float],
    groups: Sequence[str] | None,
    margin: float,
    *,
    confidence: float = 0.95,
) -> bool:
    """Whether the mean gain is shown to lie above ``-margin``, one-sided (a test of non-inferiority).

    Args:
        scores: one per item, in [0, 1].
        others: of the other prompt, item by item.
        groups: the group of each item, or None.
        margin: what may be lost, in [0, 1].
        confidence: one-sided, in (0, 1).

    Raises:
        ValueError: as for :func:`paired_gain`, or a margin outside [0, 1].
    """
    if not 0.0 <= margin <= 1.0:
        raise ValueError(f"margin is {margin}: it must lie in [0, 1]")
    bound = lower_bound(sums(_outcomes(scores, others), groups=groups), confidence)
    return 2.0 * bound - 1.0 > -margin


def detectable_gain(groups: int, *, confidence: float = 0.95, power: float = 0.8) -> float | None:
    """The smallest true gain that so many groups prove, if answers turn from wrong to right on some of them.

    Args:
        groups: proof groups, at least 1.
        confidence: of the two-sided interval whose lower end must pass 0.
        power: chance of success wanted.

    Returns:
        A gain in (0, 1], or None when not even a gain of 1 on every group would prove it.

    Raises:
        ValueError: an argument outside its range.
    """
    found = detectable_winrate(groups, confidence=confidence, power=power)
    return None if found is None else 2.0 * found - 1.0


def provable(groups: int, claims: int, *, confidence: float = 0.95) -> bool:
    """Whether a gain of 1 on every one of so many groups survives Holm's correction for so many claims."""
    if groups < 1:
        return False
    return math.log(2.0) * (1 - groups) <= math.log((1.0 - confidence) / max(1, claims))


def _outcomes(scores: Sequence[float], others: Sequence[float]) -> list[float]:
    """Paired differences as outcomes in [0, 1]; rounding must not carry one past the ends."""
    if len(scores) != len(others):
        raise ValueError(
            f"{len(scores)} scores came with {len(others)} of the other prompt: pairs are needed"
        )
    wrong = [value for value in (*scores, *others) if not 0.0 <= value <= 1.0]
    if wrong:
        raise ValueError(f"scores must lie in [0, 1], these do not: {wrong[:5]}")
    return [min(1.0, max(0.0, 0.5 * (1.0 + one - two))) for one, two in zip(scores, others, strict=True)]
