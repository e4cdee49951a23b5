"""Matches gathered by stage and pair, and what a reader sees of each."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from assay.records import Item, Match, Response
from assay.report.stages import Stages
from assay.stats.winrates import Winrate, winrate_of, worst_case

Ending = Literal["lost", "tied", "won", "incomplete"]
ENDINGS: tuple[Ending, ...] = ("lost", "tied", "won", "incomplete")


@dataclass(frozen=True, slots=True)
class PairView:
    """All matches of one pair in one stage, seen from the entrant that came later.

    Attributes:
        number: of the pair in the run, from 1, in the order pairs first met; it never changes.
        stage: ``search``, ``proof`` or ``self-play``.
        one: whose side is told; in self-play the entrant itself.
        two: the opponent.
        matches: in the order issued.
        result: the winrate of ``one``, or None where no match is complete.
        where: what it was played on, in words.
    """

    number: int
    stage: str
    one: str
    two: str
    matches: tuple[Match, ...]
    result: Winrate | None
    where: str

    @property
    def incomplete(self) -> int:
        """Matches left out of the winrate."""
        return sum(not match.complete for match in self.matches)

    @property
    def bounds(self) -> tuple[float, float] | None:
        """The winrate if all incomplete matches were lost, and if all were won; None where none is."""
        if not (missing := self.incomplete):
            return None
        seen = (match.seen_from(self.one) for match in self.matches)
        return worst_case([outcome for outcome in seen if outcome is not None], missing)

    @property
    def title(self) -> str:
        """The pair in words."""
        against = "itself" if self.one == self.two else self.two
        return f"{self.one} against {against}, {self.where}"

    def seen_from(self, entrant: str) -> Winrate | None:
        """The winrate of one of the two."""
        return self.result if self.result is None or entrant == self.one else self.result.flipped()

    def ending(self, match: Match) -> Ending:
        """How a match ended for ``one``."""
        outcome = match.seen_from(self.one)
        if outcome is None:
            return "incomplete"
        return "tied" if outcome == 0.5 else "won" if outcome > 0.5 else "lost"


@dataclass(frozen=True, slots=True)
class Sided:
    """One match with everything a reader wants beside it, sides as the pair has them.

    Attributes:
        match: the match.
        item: its input, or None where it was not recorded.
        one: response of the pair's ``one``, or None where it was not recorded.
        two: response of the pair's ``two``.
        ending: how it ended for ``one``.
        swapped: whether the match itself names the two the other way round.
    """

    match: Match
    item: Item | None
    one: Response | None
    two: Response | None
    ending: Ending
    swapped: bool

    @property
    def winner(self) -> str:
        """``one``, ``two``, ``tie`` or ``none``, in the pair's sides."""
        return {"won": "one", "lost": "two", "tied": "tie", "incomplete": "none"}[self.ending]

    def side(self, named: str | None) -> str:
        """A side as the match names it (``one``, ``two``), as the pair does; anything else unchanged."""
        swap = {"one": "two", "two": "one"} if self.swapped else {}
        return swap.get(named or "", named or "")


ResponseKey = tuple[str, str, int]


def sided(
    pair: PairView, match: Match, items: Mapping[str, Item], responses: Mapping[ResponseKey, Response]
) -> Sided:
    """A match of a pair with its input and responses, turned to the pair's sides."""
    swapped = match.one != pair.one
    first = responses.get((match.one, match.item, match.sample_one))
    second = responses.get((match.two, match.item, match.sample_two))
    one, two = (second, first) if swapped else (first, second)
    return Sided(match, items.get(match.item), one, two, pair.ending(match), swapped)


def gather(
    matches: Iterable[Match], order: Sequence[str], stages: Stages | None = None
) -> tuple[PairView, ...]:
    """Sort matches into pairs, in the order the pairs first met.

    Args:
        matches: in the order issued.
        order: names of the entrants in order of admission.
        stages: of the run.
    """
    stages = stages or Stages()
    place = {name: number for number, name in enumerate(order)}
    found: dict[tuple[str, str, str], list[Match]] = {}
    for match in matches:
        earlier, later = sorted((match.one, match.two), key=lambda name: place.get(name, len(place)))
        found.setdefault((match.stage, later, earlier), []).append(match)
    views = []
    for number, ((stage, one, two), played) in enumerate(found.items(), start=1):
        result = winrate_of(one, played, confidence=stages.confidence(stage))
        views.append(PairView(number, stage, one, two, tuple(played), result, stages.words(stage)))
    return tuple(views)
