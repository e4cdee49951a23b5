"""Winrates: the share of matches won, with an interval and a test that hold for few items and many ties."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from assay.records import Match
from assay.stats.mean import interval, p_two_sided, sums

_ITEMS = "Gaffke's test, two-sided"
_GROUPS = "Gaffke's test on groups, two-sided"


@dataclass(frozen=True)
class Winrate:
    """Share of matches won, ties half, with what is known about the true share.

    Attributes:
        winrate: mean outcome over items, in [0, 1].
        low: lower end of the two-sided interval.
        high: upper end of the two-sided interval.
        n: items (complete matches).
        groups: groups they came in, the independent units.
        p: two-sided p-value of "the true winrate is one half"; below ``1 - confidence`` exactly where the
            interval excludes one half.
        test: name of the test behind ``p`` and the interval.
        confidence: of the interval, in (0, 1).
    """

    winrate: float
    low: float
    high: float
    n: int
    groups: int
    p: float
    test: str
    confidence: float

    def flipped(self) -> "Winrate":
        """The same matches seen from the other side."""
        return replace(self, winrate=1.0 - self.winrate, low=1.0 - self.high, high=1.0 - self.low)


def winrate(
    outcomes: Sequence[float],
    groups: Sequence[str] | None = None,
    *,
    confidence: float = 0.95,
    largest_group: int | None = None,
) -> Winrate:
    """The winrate of one side over its matches, with Gaffke's interval and test (:mod:`assay.stats.mean`).

    Args:
        outcomes: one per item, in [0, 1]: 1 won, 0 lost, 1/2 tied or split. All matches on one item must be
            averaged into one outcome, or share a group.
        groups: the group of each item; groups, not items, are taken as independent. None: every item alone.
        confidence: of the interval, in (0, 1).
        largest_group: size of the largest group there can be, where it is known to exceed those seen.

    Raises:
        ValueError: no outcomes, outcomes that are not numbers in [0, 1], another number of groups, a group
            above ``largest_group``, or a confidence outside (0, 1).
    """
    reduced = sums(outcomes, groups=groups, largest_group=largest_group)
    low, high = interval(reduced, confidence)
    alone = float(reduced.sizes.max()) == 1.0
    return Winrate(
        winrate=reduced.mean,
        low=low,
        high=high,
        n=len(outcomes),
        groups=round(reduced.groups),
        p=p_two_sided(reduced, 0.5),
        test=_ITEMS if alone else _GROUPS,
        confidence=confidence,
    )


def spread(outcomes: Sequence[float], groups: Sequence[str] | None = None) -> float:
    """Standard deviation of an item's outcome, in [0, 1] units, counting what groups share.

    It is the standard error of the winrate times the root of the number of items: above the plain standard
    deviation where items of one group resemble each other. Made for :func:`assay.stats.power.further_items`.

    Raises:
        ValueError: outcomes that :func:`winrate` refuses, or fewer than two groups.
    """
    reduced = sums(outcomes, groups=groups)
    if reduced.groups < 2:
        raise ValueError(f"the spread between groups needs at least 2 of them, not {reduced.groups:g}")
    return float(reduced.error * reduced.items**0.5)


def worst_case(outcomes: Sequence[float], incomplete: int) -> tuple[float, float]:
    """The winrate if every incomplete match had been lost, and if every one had been won.

    Args:
        outcomes: of the complete matches, in [0, 1]; may be empty.
        incomplete: matches without a readable verdict, at least 0.

    Raises:
        ValueError: a negative count, no match at all, or outcomes that are not numbers in [0, 1].
    """
    if incomplete < 0:
        raise ValueError(f"{incomplete} incomplete matches: the count must be at least 0")
    if not outcomes and not incomplete:
        raise ValueError("no match, complete or not: there is no winrate to bound")
    won = sums(outcomes).mean * len(outcomes) if outcomes else 0.0
    matches = len(outcomes) + incomplete
    return won / matches, (won + incomplete) / matches


def winrate_of(entrant: str, matches: Iterable[Match], *, confidence: float = 0.95) -> Winrate | None:
    """An entrant's winrate over its complete matches; None where there are none.

    Everything that decides or shows a winrate of matches uses this, so that they cannot differ.

    Args:
        entrant: played in every match.
        matches: complete or not.
        confidence: of the interval, in (0, 1).

    Raises:
        ValueError: the entrant did not play one of the matches.
    """
    seen = [(match.seen_from(entrant), match.group) for match in matches]
    complete = [(outcome, group) for outcome, group in seen if outcome is not None]
    if not complete:
        return None
    # The bound must know the largest group there is, also where some of its matches are incomplete.
    largest = max(Counter(group for _, group in seen).values())
    outcomes, groups = [outcome for outcome, _ in complete], [group for _, group in complete]
    return winrate(outcomes, groups, confidence=confidence, largest_group=largest)
