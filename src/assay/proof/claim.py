"""The claim: what sealed matches say about the candidate, as a pure function."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

from assay.records import Match
from assay.stats.power import further_items
from assay.stats.winrates import Winrate, spread, winrate_of, worst_case

Word = Literal["proven", "not proven", "worse"]


@dataclass(frozen=True, slots=True)
class Claim:
    """The outcome of a run.

    Attributes:
        outcome: ``proven`` when the interval of the candidate's winrate against the first prompt lies above
            one half on sealed items and would its incomplete matches, all lost, leave it above; ``worse`` the
            other way round; else ``not proven``.
        winrate, low, high, p: of the candidate against the first prompt; None when no match was complete.
        n: complete matches.
        groups: clusters among them.
        confidence: of the interval.
        test: name of the test behind interval and p.
        measured_on: ``proof``, or ``search`` when the seal stayed closed; None when no challenger played.
        first: name of the user's prompt.
        candidate: name of the prompt tested, or None.
        returned: name of the prompt the run returns.
        incomplete: matches without a readable outcome.
        worst_case: (winrate if all incomplete matches were lost, if all were won), or None.
        opened_times: how often some of the proof groups have been opened, this time included; 0 if not.
        further_items: how many further items would settle it at the observed winrate with 80 % power; None
            where it is settled, or no number would.
        detectable: smallest true winrate that the proof items prove with 80 % power, told before the run.
        reason: the outcome as a sentence.
    """

    outcome: Word
    first: str
    candidate: str | None
    returned: str
    reason: str
    winrate: float | None = None
    low: float | None = None
    high: float | None = None
    p: float | None = None
    n: int = 0
    groups: int = 0
    confidence: float = 0.95
    test: str = ""
    measured_on: str | None = None
    incomplete: int = 0
    worst_case: tuple[float, float] | None = None
    opened_times: int = 0
    further_items: int | None = None
    detectable: float | None = None

    def to_data(self) -> dict[str, Any]:
        """JSON form, as kept in the store."""
        data = asdict(self)
        data["worst_case"] = list(self.worst_case) if self.worst_case else None
        return data


def claim(
    matches: Sequence[Match],
    *,
    first: str,
    candidate: str,
    confidence: float,
    opened_times: int,
    detectable: float | None,
    where: str = "on inputs the search never saw",
) -> Claim:
    """Decide the outcome from the sealed matches of the candidate against the first prompt.

    Raises:
        ValueError: a match is not a proof match of these two.
    """
    if any(match.stage != "proof" or {match.one, match.two} != {first, candidate} for match in matches):
        raise ValueError("a claim is made from proof matches of the candidate and the first prompt only")
    outcomes = [(match.seen_from(candidate), match.group) for match in matches]
    complete = [(outcome, group) for outcome, group in outcomes if outcome is not None]
    incomplete = len(outcomes) - len(complete)
    if not complete:
        return Claim(
            outcome="not proven",
            first=first,
            candidate=candidate,
            returned=first,
            reason="no proof match was complete, so nothing is claimed and the first prompt is returned",
            confidence=confidence,
            incomplete=incomplete,
            worst_case=(0.0, 1.0) if incomplete else None,
            opened_times=opened_times,
            detectable=detectable,
        )
    values, groups = [outcome for outcome, _ in complete], [group for _, group in complete]
    result = winrate_of(candidate, matches, confidence=confidence)
    assert result is not None  # there are complete matches
    bounds = worst_case(values, incomplete)
    word = _word(result, bounds)
    return Claim(
        outcome=word,
        first=first,
        candidate=candidate,
        returned=candidate if word == "proven" else first,
        reason=_sentence(word, candidate, result, where),
        **_figures(result),
        measured_on="proof",
        incomplete=incomplete,
        worst_case=bounds,
        opened_times=opened_times,
        further_items=_further(word, result, _spread(values, groups, result)),
        detectable=detectable,
    )


def _word(result: Winrate, bounds: tuple[float, float]) -> Word:
    """What the interval says, unless the matches that could not be read would turn it."""
    if result.low > 0.5 and bounds[0] > 0.5:
        return "proven"
    if result.high < 0.5 and bounds[1] < 0.5:
        return "worse"
    return "not proven"


def without_proof(
    *,
    first: str,
    best: tuple[str, Winrate] | None,
    confidence: float,
    detectable: float | None,
    incomplete: int = 0,
    crowned: bool = False,
) -> Claim:
    """The outcome of a search without a proof: nobody beat the first prompt, or nothing was sealed for it.

    Args:
        first: name of the user's prompt.
        best: the champion, else the challenger that did best against it on search items, and how it did
            there; None when none played.
        confidence: of the interval.
        detectable: as told before the run.
        incomplete: search matches of that challenger without a readable outcome.
        crowned: whether ``best`` is a champion that only lacks a proof.
    """
    if best is None:
        reason = "no proposal was admitted and played, so the first prompt is returned"
        return Claim("not proven", first, None, first, reason, confidence=confidence, detectable=detectable)
    name, result = best
    reason = (
        f"no challenger beat the first prompt on the search inputs; the best one, {name}, won "
        f"{_percent(result)}. The proof inputs stay sealed and the first prompt is returned"
    )
    if crowned:
        reason = (
            f"{name} is the champion of the search, where it won {_percent(result)} against the first "
            "prompt; this run makes no proof, so the first prompt is returned"
        )
    further = further_items(result.winrate, _largest_spread(result), result.n, confidence=confidence)
    return Claim(
        outcome="not proven",
        first=first,
        candidate=name,
        returned=first,
        reason=reason,
        **_figures(result),
        measured_on="search",
        incomplete=incomplete,
        further_items=further,
        detectable=detectable,
    )


def _figures(result: Winrate) -> dict[str, Any]:
    return {
        "winrate": result.winrate,
        "low": result.low,
        "high": result.high,
        "p": result.p,
        "n": result.n,
        "groups": result.groups,
        "confidence": result.confidence,
        "test": result.test,
    }


def _sentence(word: Word, candidate: str, result: Winrate, where: str) -> str:
    share = f"{candidate} won {_percent(result)} against the first prompt {where}"
    return {
        "proven": f"{share}: it is better, and is returned",
        "worse": f"{share}: it is worse there, and the first prompt is returned",
        "not proven": f"{share}: too close to one half to say, so the first prompt is returned",
    }[word]


def _percent(result: Winrate) -> str:
    span = f"{100 * result.low:.1f} to {100 * result.high:.1f} %"
    return f"{100 * result.winrate:.1f} % of {result.n} matches (interval {span})"


def _further(word: Word, result: Winrate, sd: float) -> int | None:
    if word != "not proven":
        return None
    return further_items(result.winrate, sd, result.n, confidence=result.confidence)


def _spread(values: Sequence[float], groups: Sequence[str], result: Winrate) -> float:
    """Spread of an item's outcome as observed; with a single group, the largest there can be."""
    return spread(values, groups) if result.groups > 1 else _largest_spread(result)


def _largest_spread(result: Winrate) -> float:
    """Largest standard deviation outcomes in [0, 1] with this mean can have."""
    return float((result.winrate * (1 - result.winrate)) ** 0.5)
