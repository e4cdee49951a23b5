"""Mean differences of paired figures, with an interval that holds where the figures have ends.

Figures between a known least and greatest value are carried to [0, 1] and given Gaffke's interval
(:mod:`assay.stats.gains`), which holds at any number of groups. For figures without ends no interval can hold
whatever their distribution is (Bahadur and Savage 1956); there it is Student's, over groups, and said to be
approximate.
"""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from assay.stats.gains import paired_gain

IntervalKind = Literal["exact", "approximate"]


@dataclass(frozen=True, slots=True)
class Difference:
    """How much higher one series is than another, over pairs.

    Attributes:
        one, two: means of both series, in their own unit.
        difference: mean of ``one - two``.
        low, high: ends of its two-sided interval.
        p: two-sided p-value of "there is no difference in the mean"; None where it is approximate.
        n: pairs.
        groups: groups they came in, the independent units.
        confidence: of the interval, in (0, 1).
        kind: ``exact`` where it holds at any number of groups, else ``approximate``.
    """

    one: float
    two: float
    difference: float
    low: float
    high: float
    p: float | None
    n: int
    groups: int
    confidence: float
    kind: IntervalKind


def paired_difference(
    ones: Sequence[float],
    twos: Sequence[float],
    groups: Sequence[str] | None = None,
    *,
    ends: tuple[float, float] | None = (0.0, 1.0),
    confidence: float = 0.95,
) -> Difference:
    """The mean difference of paired figures.

    Args:
        ones: figures of the one, in the order of the pairs.
        twos: of the other.
        groups: the group of each pair; None: every pair alone.
        ends: least and greatest value a figure can have; None where it has none.
        confidence: of the interval, in (0, 1).

    Raises:
        ValueError: no pairs, lengths that differ, figures outside their ends, a confidence outside (0, 1).
    """
    if not ones or len(ones) != len(twos):
        raise ValueError(f"{len(ones)} figures came with {len(twos)}: pairs are needed, at least one")
    one, two = math.fsum(ones) / len(ones), math.fsum(twos) / len(twos)
    if ends is None:
        low, high, number = _student(ones, twos, groups, confidence)
        return Difference(one, two, one - two, low, high, None, len(ones), number, confidence, "approximate")
    least, width = ends[0], ends[1] - ends[0]
    scaled = [[(value - least) / width for value in values] for values in (ones, twos)]
    gain = paired_gain(scaled[0], scaled[1], groups, confidence=confidence)
    return Difference(
        one=one,
        two=two,
        difference=one - two,
        low=width * gain.low,
        high=width * gain.high,
        p=gain.p,
        n=gain.n,
        groups=gain.groups,
        confidence=confidence,
        kind="exact",
    )


def _student(
    ones: Sequence[float], twos: Sequence[float], groups: Sequence[str] | None, confidence: float
) -> tuple[float, float, int]:
    """Student's interval of the mean over pairs, its error from the sums of groups."""
    if not 0.0 < confidence < 1.0:
        raise ValueError(f"confidence is {confidence}: it must lie between 0 and 1")
    differences = [one - two for one, two in zip(ones, twos, strict=True)]
    mean = math.fsum(differences) / len(differences)
    sums: dict[str, float] = defaultdict(float)
    for number, difference in enumerate(differences):
        sums[groups[number] if groups else str(number)] += difference - mean
    if len(sums) < 2:
        return -math.inf, math.inf, len(sums)
    from scipy.stats import t  # noqa: PLC0415 (a second to import)

    correction = len(sums) / (len(sums) - 1)
    error = math.sqrt(correction * math.fsum(value**2 for value in sums.values())) / len(differences)
    half = float(t.ppf(0.5 + confidence / 2, len(sums) - 1)) * error
    return mean - half, mean + half, len(sums)
