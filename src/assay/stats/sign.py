"""Exact tests on two counts: the sign test on decided items, and position bias."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class SignTest:
    """The exact sign test.

    Attributes:
        wins: items with an outcome above one half.
        losses: items with an outcome below one half.
        ties: items at one half, which the test leaves out.
        p: two-sided p-value of "wins and losses are equally likely"; 1 without a decided item.
    """

    wins: int
    losses: int
    ties: int
    p: float


def sign_test(outcomes: Sequence[float]) -> SignTest:
    """The exact sign test on decided items (Arbuthnot 1710; Conover 1999, section 3.4), ties dropped.

    It asks which side wins more often, not whether the mean outcome is above one half: where narrow wins
    stand against clear losses the two differ. Claims rest on the mean; this stands beside it.

    Args:
        outcomes: one per item, in [0, 1]; may be empty.

    Raises:
        ValueError: an outcome that is not a number in [0, 1].
    """
    for place, outcome in enumerate(outcomes):
        if not 0.0 <= outcome <= 1.0:
            raise ValueError(f"the outcome at place {place} is {outcome}: it must lie in [0, 1]")
    wins = sum(outcome > 0.5 for outcome in outcomes)
    losses = sum(outcome < 0.5 for outcome in outcomes)
    return SignTest(wins, losses, len(outcomes) - wins - losses, p_equally_likely(wins, losses))


def position_bias(first: int, second: int) -> float:
    """Two-sided p-value of "the judge prefers neither place", from decided verdicts.

    Args:
        first: decided verdicts for the response shown first.
        second: decided verdicts for the response shown second.

    Raises:
        ValueError: a negative count.
    """
    return p_equally_likely(first, second)


def p_equally_likely(one: int, two: int) -> float:
    """Exact two-sided binomial p-value of two counts under equal chances; 1 when both are 0.

    Raises:
        ValueError: a negative count.
    """
    if one < 0 or two < 0:
        raise ValueError(f"counts are {one} and {two}: they must be at least 0")
    # Imported here: a third of a second of CPU that most commands never need.
    from scipy.special import bdtr  # noqa: PLC0415

    return min(1.0, 2.0 * float(bdtr(min(one, two), one + two, 0.5)))
