"""Goals of the exercise: passed, failed or undecided, never by the mean alone."""

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["pass", "fail", "undecided"]


@dataclass(frozen=True, slots=True)
class Votes:
    """What people said of pictures of one arm, each shown alone.

    Attributes:
        yes: votes that found a picture acceptable.
        n: votes.
        share: of ``yes``.
        low, high: ends of Wilson's interval, which takes votes for independent.
        wide_low, wide_high: ends of the interval over voters and pictures at once.
        voters: who voted.
        pictures: how many were voted on.
    """

    yes: int
    n: int
    share: float
    low: float
    high: float
    wide_low: float
    wide_high: float
    voters: int
    pictures: int


@dataclass(frozen=True, slots=True)
class Goal:
    """One goal.

    Attributes:
        name: ``clarity`` or ``satisfaction``.
        wanted: to be passed, in points or percent.
        of: name of the cell that it is asked of.
        verdict: ``pass`` where the whole interval lies above, ``fail`` where it lies below.
        value: mean or share; None where there is nothing yet.
        low, high: ends of its interval.
        n: seeds or votes.
        why: one sentence.
    """

    name: str
    wanted: float
    of: str
    verdict: Verdict
    value: float | None
    low: float | None
    high: float | None
    n: int
    why: str


def decided(wanted: float, low: float | None, high: float | None) -> Verdict:
    """Where an interval lies against what is wanted."""
    if low is None or high is None:
        return "undecided"
    return "pass" if low > wanted else "fail" if high < wanted else "undecided"


def clarity_goal(
    wanted: float, of: str, mean: float | None, low: float | None, high: float | None, n: int
) -> Goal:
    """The goal on clarity, by the mean over fresh seeds and its interval."""
    verdict = decided(wanted, low, high)
    why = {
        "pass": "its whole interval lies above",
        "fail": "its whole interval lies below",
        "undecided": "its interval reaches to both sides: more fresh seeds would tell",
    }[verdict]
    if mean is None:
        why = "nothing has been trained on fresh seeds yet"
    elif low is None:
        why = "one seed tells nothing of others: give at least two fresh ones"
    return Goal("clarity", wanted, of, verdict, mean, low, high, n, why)


def satisfaction_goal(wanted: float, of: str, votes: Votes | None) -> Goal:
    """The goal on satisfaction, by votes of people alone.

    Both intervals must agree: Wilson's takes votes of one person for independent, which they are not, and the
    other one leans on few voters.
    """
    if votes is None:
        why = "nobody has voted yet; assay survey build makes the pages, and no model stands in for people"
        return Goal("satisfaction", wanted, of, "undecided", None, None, None, 0, why)
    low, high = 100 * min(votes.low, votes.wide_low), 100 * max(votes.high, votes.wide_high)
    verdict = decided(wanted, low, high)
    why = {
        "pass": "the whole interval lies above",
        "fail": "the whole interval lies below",
        "undecided": "the interval reaches to both sides: more voters would tell",
    }[verdict]
    return Goal("satisfaction", wanted, of, verdict, 100 * votes.share, low, high, votes.n, why)
