"""How good a judge is: figures from pairs whose better response is known, and from self-play.

Pure: verdicts come in, figures go out. Here an unparsed verdict counts as wrong, and two unparsed verdicts
as the same, as figures of judges are usually published; in a study an unparsed verdict makes its match
incomplete.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from assay.records import Item, Winner
from assay.stats.lengths import length_preference
from assay.stats.proportion import cohen_kappa, wilson
from assay.stats.sign import p_equally_likely, sign_test

_POINTS = {"one": 1.0, "two": 0.0, "tie": 0.5}
_SIDES = ("one", "two")


@dataclass(frozen=True, slots=True)
class GoldPair:
    """Two responses to one item, and which is better.

    Attributes:
        item: what both answer.
        one, two: the responses as the judge is to see them.
        gold: ``one``, ``two`` or ``tie``.
    """

    item: Item
    one: str
    two: str
    gold: Winner


@dataclass(frozen=True, slots=True)
class CheckedPair:
    """The verdicts of one judge on one pair in both orders; winners name responses, not places.

    Attributes:
        gold: ``one``, ``two`` or ``tie``.
        one_shown_first: the verdict where the judge read response one first.
        two_shown_first: the verdict where it read response two first.
        length_one, length_two: lengths of the responses in characters, >= 0.
    """

    gold: Winner
    one_shown_first: Winner
    two_shown_first: Winner
    length_one: int
    length_two: int


@dataclass(frozen=True, slots=True)
class JudgeFigures:
    """What is known of a judge; shares are in [0, 1], intervals two-sided at 95 %.

    Attributes:
        n: pairs.
        agreement: share of verdicts equal to the gold label, mean over both orders.
        agreement_low, agreement_high: Wilson's interval over pairs, half counts rounded outwards.
        agreement_one_shown_first, agreement_two_shown_first: the same in one order each.
        right_in_both_orders: share of pairs with both verdicts right.
        same_in_both_orders: share of pairs with the same verdict in both orders.
        shown_first_share: share of decided verdicts won by the response shown first; None without a decided
            verdict, or for a judge that sees no order.
        shown_first_p: exact binomial p-value, two-sided, of "the judge prefers neither place". It counts
            pairs that lean to one place over both orders: the two verdicts on a pair are not independent.
        leaned_first, leaned_second: the pairs it counts.
        ties: share of verdicts that are ties.
        unparsed: share of verdicts that could not be read.
        unparsed_verdicts: how many those are, of 2 n.
        longer_share: share of pairs, of those that lean to one response over both orders, won by the longer.
            Half is no preference only if longer responses are not really better.
        longer_low, longer_high, longer_n: its interval (Wilson) and the pairs counted.
        kappa: Cohen's kappa of verdicts against gold labels, both orders together; None where undefined.
        kappa_between_orders: Cohen's kappa of the two orders; None where undefined.
    """

    n: int
    agreement: float
    agreement_low: float
    agreement_high: float
    agreement_one_shown_first: float
    agreement_two_shown_first: float
    right_in_both_orders: float
    same_in_both_orders: float
    shown_first_share: float | None
    shown_first_p: float | None
    leaned_first: int
    leaned_second: int
    ties: float
    unparsed: float
    unparsed_verdicts: int
    longer_share: float | None
    longer_low: float | None
    longer_high: float | None
    longer_n: int
    kappa: float | None
    kappa_between_orders: float | None

    def to_data(self) -> dict[str, Any]:
        """JSON form, by the names above."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class SelfPlayFigures:
    """A judge on two responses of one prompt, which are equally good on average.

    Attributes:
        n: pairs with both verdicts read.
        share: share won by the first response, ties half; should be 0.5. None without such a pair.
        low, high: Wilson's interval, half counts rounded outwards.
        p: exact two-sided sign test of "either response wins as often".
        ties: share of verdicts that are ties.
        unparsed: share of verdicts that could not be read.
        shown_first_share: share of decided verdicts won by the response shown first; None without one.
        shown_first_p: as in :class:`JudgeFigures`.
    """

    n: int
    share: float | None
    low: float | None
    high: float | None
    p: float
    ties: float
    unparsed: float
    shown_first_share: float | None
    shown_first_p: float

    def to_data(self) -> dict[str, Any]:
        """JSON form, by the names above."""
        return asdict(self)


def judge_figures(pairs: Sequence[CheckedPair], *, ordered: bool = True) -> JudgeFigures:
    """Compute every figure of a judge from pairs with gold labels.

    Args:
        pairs: at least one.
        ordered: False for a judge that sees no order: figures of position are then None.

    Raises:
        ValueError: no pairs, or a gold label that is neither ``one``, ``two`` nor ``tie``.
    """
    if not pairs:
        raise ValueError("no pairs: the figures of a judge need at least one")
    if wrong := {pair.gold for pair in pairs} - set(_POINTS):
        raise ValueError(f"gold labels {sorted(wrong)}: allowed are {', '.join(_POINTS)}")
    n = len(pairs)
    gold = [pair.gold for pair in pairs]
    orders = [(pair.one_shown_first, pair.two_shown_first) for pair in pairs]
    first, second = [one for one, _ in orders], [two for _, two in orders]
    verdicts = first + second
    right_first = sum(a == b for a, b in zip(gold, first, strict=True))
    right_second = sum(a == b for a, b in zip(gold, second, strict=True))
    low, high = _interval((right_first + right_second) / 2, n)
    place = _Places.of(orders)
    longer = length_preference((it.length_one, it.length_two, _joint(it)) for it in pairs)
    return JudgeFigures(
        n=n,
        agreement=(right_first + right_second) / (2 * n),
        agreement_low=low,
        agreement_high=high,
        agreement_one_shown_first=right_first / n,
        agreement_two_shown_first=right_second / n,
        right_in_both_orders=sum(a == b == c for a, b, c in zip(gold, first, second, strict=True)) / n,
        same_in_both_orders=sum(one == two for one, two in orders) / n,
        shown_first_share=place.share if ordered else None,
        shown_first_p=place.p if ordered else None,
        leaned_first=place.leaned_first if ordered else 0,
        leaned_second=place.leaned_second if ordered else 0,
        ties=verdicts.count("tie") / (2 * n),
        unparsed=verdicts.count("unparsed") / (2 * n),
        unparsed_verdicts=verdicts.count("unparsed"),
        longer_share=longer.share if longer else None,
        longer_low=longer.low if longer else None,
        longer_high=longer.high if longer else None,
        longer_n=longer.n if longer else 0,
        kappa=cohen_kappa(gold + gold, verdicts),
        kappa_between_orders=cohen_kappa(first, second),
    )


def self_play_figures(orders: Sequence[tuple[Winner, Winner]]) -> SelfPlayFigures:
    """Compute the figures of self-play.

    Args:
        orders: for each pair of responses the verdict with the first response shown first, and the one with
            the second shown first; winners name responses. At least one pair.

    Raises:
        ValueError: no pairs.
    """
    if not orders:
        raise ValueError("no pairs: self-play needs at least one")
    outcomes = [(_POINTS[one] + _POINTS[two]) / 2 for one, two in orders if "unparsed" not in (one, two)]
    n = len(outcomes)
    low, high = _interval(sum(outcomes), n) if n else (None, None)
    verdicts = [winner for pair in orders for winner in pair]
    place = _Places.of(orders)
    return SelfPlayFigures(
        n=n,
        share=sum(outcomes) / n if n else None,
        low=low,
        high=high,
        p=sign_test(outcomes).p,
        ties=verdicts.count("tie") / len(verdicts),
        unparsed=verdicts.count("unparsed") / len(verdicts),
        shown_first_share=place.share,
        shown_first_p=place.p,
    )


@dataclass(frozen=True, slots=True)
class _Places:
    """Which place wins: share of decided verdicts, and pairs by the place they lean to over both orders."""

    share: float | None
    leaned_first: int
    leaned_second: int

    @property
    def p(self) -> float:
        """Two-sided exact p-value of "neither place is preferred"."""
        return p_equally_likely(self.leaned_first, self.leaned_second)

    @classmethod
    def of(cls, orders: Iterable[tuple[Winner, Winner]]) -> "_Places":
        first = second = leaned_first = leaned_second = 0
        for one_first, two_first in orders:
            to_first = (one_first == "one") + (two_first == "two")
            to_second = (one_first == "two") + (two_first == "one")
            first, second = first + to_first, second + to_second
            leaned_first += to_first > to_second
            leaned_second += to_second > to_first
        decided = first + second
        return cls(first / decided if decided else None, leaned_first, leaned_second)


def _joint(pair: CheckedPair) -> Winner:
    """Both orders as one verdict: what they lean to; ``unparsed`` where neither could be read."""
    found = (pair.one_shown_first, pair.two_shown_first)
    lean = found.count("one") - found.count("two")
    if lean:
        return "one" if lean > 0 else "two"
    return "unparsed" if found == ("unparsed", "unparsed") else "tie"


def _interval(points: float, n: int) -> tuple[float, float]:
    """Wilson's interval for points over n pairs, each in [0, 1], rounded outwards to whole points.

    The two verdicts on one pair are dependent, so that n pairs are n trials, not 2 n. A mean of values in
    [0, 1] varies no more than a share does, so the interval errs on the wide side.
    """
    return wilson(math.floor(points), n).low, wilson(math.ceil(points), n).high
