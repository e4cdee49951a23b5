"""Who becomes champion and who is the candidate: pure functions of matches in the order issued."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assay.records import Match
from assay.stats.winrates import Winrate, winrate_of


@dataclass(frozen=True, slots=True)
class Contest:
    """A challenger against the champion on search items.

    Attributes:
        challenger: name.
        champion: name of the champion it played.
        result: winrate of the challenger with its interval; None when no match was complete.
        incomplete: matches without a readable outcome.
        promoted: whether the challenger becomes champion.
    """

    challenger: str
    champion: str
    result: Winrate | None
    incomplete: int
    promoted: bool

    @property
    def reason(self) -> str:
        """Why the challenger was promoted or not, as a sentence."""
        if self.result is None:
            return "no match was complete, so nothing can be said"
        span = f"{100 * self.result.low:.0f} to {100 * self.result.high:.0f} %"
        share = f"won {100 * self.result.winrate:.0f} % of {self.result.n} matches (interval {span})"
        if self.promoted:
            return f"{share}: the interval lies above one half"
        if self.result.low > 0.5:
            return f"{share}, and {self.incomplete} could not be read: lost, they would turn it"
        return f"{share}: the interval does not lie above one half"


def tally(matches: Iterable[Match], one: str, two: str, *, confidence: float) -> tuple[Winrate | None, int]:
    """Winrate of ``one`` against ``two`` over their complete matches, and how many were incomplete."""
    met = [match for match in matches if {match.one, match.two} == {one, two} and match.one != match.two]
    incomplete = sum(not match.complete for match in met)
    return winrate_of(one, met, confidence=confidence), incomplete


def contest(matches: Iterable[Match], *, challenger: str, champion: str, confidence: float = 0.95) -> Contest:
    """Decide whether a challenger becomes champion.

    Its interval must lie above one half, and would it have lost every incomplete match, it must still have
    won more than half: what cannot be read must not decide.
    """
    result, incomplete = tally(matches, challenger, champion, confidence=confidence)
    promoted = result is not None and result.low > 0.5 and survives(result, incomplete)
    return Contest(challenger, champion, result, incomplete, promoted)


def survives(result: Winrate, incomplete: int) -> bool:
    """Whether a winrate stays above one half with every incomplete match lost."""
    return result.winrate * result.n > 0.5 * (result.n + incomplete)


def runner_up(
    matches: Sequence[Match], first: str, others: Iterable[str], *, confidence: float = 0.95
) -> tuple[str, Winrate] | None:
    """The entrant that did best against the first prompt, or None when none met it."""
    found = [
        (name, result)
        for name in others
        if (result := tally(matches, name, first, confidence=confidence)[0]) is not None
    ]
    return max(found, key=lambda pair: pair[1].winrate, default=None)
