"""Shares of votes with intervals over voters and requests at once.

Votes of one voter hang together, and so do votes on one request, so ten voters on forty requests are not four
hundred independent votes. The variance of a mean over two crossed samples is estimated from the sums of
residuals by voter and by request (Cameron, Gelbach and Miller 2011, "Robust inference with multiway
clustering"). Their formula subtracts what both sums hold, the variance by vote. It is left in here, which can
only widen the interval, as in Owen's pigeonhole bootstrap (2007): with few voters the full formula covered
too little. The interval has Wilson's form (1927) with the number of votes that would give that variance if
they were independent, and Student's quantile with one degree of freedom less than there are voters or
requests, whichever are fewer (Cameron and Miller 2015). Its coverage is measured in
``tests/stats/test_votes.py``.
"""

import math
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.intp]
Over = Literal["voters and requests", "voters", "requests", "neither"]

FEW = 5
"""Below so many voters or requests an interval says little and leans on their being a fair sample."""


@dataclass(frozen=True, slots=True)
class VoteShare:
    """A share of votes with its interval.

    Attributes:
        share: mean outcome, in [0, 1].
        low, high: ends of the two-sided interval; 0 and 1 where nothing can be said.
        n: votes.
        voters: who gave them.
        requests: what they are about.
        over: what the interval reaches beyond: with one voter it says nothing of others, with one request
            nothing of other requests.
        confidence: of the interval, in (0, 1).
    """

    share: float
    low: float
    high: float
    n: int
    voters: int
    requests: int
    over: Over
    confidence: float

    @property
    def few(self) -> bool:
        """Whether there are fewer than :data:`FEW` voters or requests."""
        return min(self.voters, self.requests) < FEW


def vote_share(
    outcomes: Sequence[float],
    voters: Sequence[Hashable],
    requests: Sequence[Hashable],
    *,
    confidence: float = 0.95,
) -> VoteShare | None:
    """The mean outcome of votes, with an interval for other voters on other requests.

    A voter may have voted on some requests only, and several times on one. Where all outcomes are the same,
    nothing tells whether voters or requests decide them, and the interval takes whichever are fewer as the
    number of votes.

    Args:
        outcomes: in [0, 1], half for a tie.
        voters: of each outcome.
        requests: of each outcome.
        confidence: two-sided, in (0, 1).

    Returns:
        The share, or None without votes.

    Raises:
        ValueError: lengths that differ, outcomes outside [0, 1], or a confidence outside (0, 1).
    """
    values = _checked(outcomes, voters, requests, confidence)
    if not values.size:
        return None
    by_voter, by_request = _numbered(voters), _numbered(requests)
    counts = int(by_voter.max()) + 1, int(by_request.max()) + 1
    share = float(values.mean())
    used, over = _samples(by_voter, by_request)
    low, high = _wilson(share, values - share, used, confidence) if used else (0.0, 1.0)
    return VoteShare(share, low, high, len(values), *counts, over, confidence)


def _checked(
    outcomes: Sequence[float], voters: Sequence[Hashable], requests: Sequence[Hashable], confidence: float
) -> Floats:
    """The outcomes as an array, or the error that says what is wrong."""
    values = np.asarray(outcomes, dtype=np.float64)
    if not values.shape == (len(voters),) == (len(requests),):
        raise ValueError(
            f"{values.size} outcomes came with {len(voters)} voters and {len(requests)} requests: one of "
            "each is needed"
        )
    if np.any(~((values >= 0.0) & (values <= 1.0))):
        raise ValueError("outcomes must be numbers in [0, 1], half for a tie")
    if not 0.0 < confidence < 1.0:
        raise ValueError(f"confidence is {confidence}: it must lie between 0 and 1")
    return values


def _numbered(labels: Sequence[Hashable]) -> Numbers:
    places: dict[Hashable, int] = {}
    return np.array([places.setdefault(label, len(places)) for label in labels], dtype=np.intp)


def _samples(by_voter: Numbers, by_request: Numbers) -> tuple[list[Numbers], Over]:
    """The samples an interval can reach beyond, each as the number of every vote's member."""
    many_voters, many_requests = bool(by_voter.any()), bool(by_request.any())
    if not many_voters and not many_requests:
        return [], "neither"
    if not many_requests:
        return [by_voter], "voters"
    if not many_voters:
        return [by_request], "requests"
    # Where one sample lies inside the other, the sums of the outer one hold all there is.
    if _inside(by_voter, by_request):
        return [by_request], "voters and requests"
    if _inside(by_request, by_voter):
        return [by_voter], "voters and requests"
    return [by_voter, by_request], "voters and requests"


def _inside(inner: Numbers, outer: Numbers) -> bool:
    """Whether every member of the one sample goes with a single member of the other."""
    pairs = np.unique(np.stack([inner, outer]), axis=1)
    return int(pairs.shape[1]) == int(inner.max()) + 1


def _wilson(
    share: float, residuals: Floats, samples: Sequence[Numbers], confidence: float
) -> tuple[float, float]:
    """Wilson's interval with the effective number of votes and Student's quantile."""
    from scipy.special import stdtrit  # noqa: PLC0415  (heavy, and rarely needed)

    fewest = min(int(sample.max()) + 1 for sample in samples)
    quantile = float(stdtrit(fewest - 1, 0.5 + 0.5 * confidence))
    independent = float(residuals @ residuals) / len(residuals) ** 2
    variance = max(independent, sum(_variance(residuals, sample) for sample in samples))
    # Rounding leaves residuals of equal outcomes next to zero, not at it.
    effective = share * (1.0 - share) / variance if variance > 1e-18 else float(fewest)
    squared = quantile * quantile / effective
    centre = (share + 0.5 * squared) / (1.0 + squared)
    half = math.sqrt(share * (1.0 - share) * squared + 0.25 * squared * squared) / (1.0 + squared)
    low = 0.0 if share == 0.0 else max(0.0, centre - half)
    high = 1.0 if share == 1.0 else min(1.0, centre + half)
    return low, high


def _variance(residuals: Floats, sample: Numbers) -> float:
    """Variance of the mean if the members of one sample are independent."""
    totals = np.bincount(sample, residuals)
    members = len(totals)
    return members / (members - 1.0) * float(totals @ totals) / len(residuals) ** 2
