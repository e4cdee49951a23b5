"""A knock-out among pictures, its matches played by the arena like any others."""

from collections.abc import Sequence

from assay.arena import Arena, plan_pair
from assay.judges.pictures.pairs import PairJudge
from assay.records import Entrant, Item, Match, Prompt, Response
from assay.search.pictures.crew import Crew
from assay.search.pictures.cycles import Chosen, Shot


class _Gallery:
    """Pictures as responses: each entrant is one picture, and what it answers is the name of its blob."""

    def __init__(self, shots: Sequence[Shot]) -> None:
        self._shots = {_name(shot): shot for shot in shots}

    async def respond(self, entrant: Entrant, item: Item, sample: int = 0) -> Response:
        """The picture of that name."""
        return self.known(entrant.name, item.id, sample)

    def known(self, entrant: str, item: str, sample: int = 0) -> Response:
        """The picture of that name: all of them are there already."""
        image = self._shots[entrant].picture.image
        blob = image.blob if image is not None else ""
        return Response(entrant, item, sample, blob, blob)

    async def close(self) -> None:
        """Nothing is under way."""


def _name(shot: Shot) -> str:
    return f"{shot.cycle}.{shot.place}"


async def hold_tournament(request: str, shots: Sequence[Shot], crew: Crew) -> Chosen:
    """Play neighbours against each other, both orders, until one is left; of equals the earlier goes on.

    A match without a readable verdict counts as one of equals, and the result says how many there were.

    Raises:
        ValueError: nobody can compare pairs.
        ModelError: the model cannot be reached or denies everything.
    """
    if crew.pairs is None:
        raise ValueError("choosing by pairs needs a model that sees")
    images = {shot.picture.image.blob: shot.picture.image for shot in shots if shot.picture.image}
    judge = PairJudge(crew.pairs, images)
    arena = Arena(_Gallery(shots), judge, lambda *_: None, width=4, max_unparsed=1.0)
    item = Item({"request": request})
    left, played, unread = list(shots), 0, 0
    while len(left) > 1:
        pairs = list(zip(left[::2], left[1::2], strict=False))
        matches = await arena.play(
            [
                plan
                for one, two in pairs
                for plan in plan_pair(
                    _entrant(one), _entrant(two), [item], stage="choice", mode="both", traits=judge.traits
                )
            ],
            "choosing",
        )
        played += len(matches)
        unread += sum(match.outcome is None for match in matches)
        winners = [_winner(pair, match) for pair, match in zip(pairs, matches, strict=True)]
        # Who had nobody to play is the first of the next round, so that nobody is spared twice in a row.
        left = [*left[2 * len(pairs) :], *winners]
    how = f"winner of a tournament of {len(shots)} pictures, {played} matches"
    return Chosen(left[0], f"{how}, {unread} of them without a readable verdict" if unread else how)


def _entrant(shot: Shot) -> Entrant:
    return Entrant(_name(shot), Prompt.simple(shot.picture.prompt or "(empty)"))


def _winner(pair: tuple[Shot, Shot], match: Match) -> Shot:
    outcome = match.outcome
    if outcome is None or outcome == 0.5:
        return min(pair, key=lambda shot: (shot.cycle, shot.place))
    return pair[0] if outcome > 0.5 else pair[1]
