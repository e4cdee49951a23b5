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
        image = self._shots[entrant.name].picture.image
        blob = image.blob if image is not None else ""
        return Response(entrant.name, item.id, sample, blob, blob)

    async def close(self) -> None:
        """Nothing is under way."""


def _name(shot: Shot) -> str:
    return f"{shot.cycle}.{shot.place}"


async def hold_tournament(request: str, shots: Sequence[Shot], crew: Crew) -> Chosen:
    """Play neighbours against each other, both orders, until one is left; of equals the earlier goes on.

    Raises:
        ValueError: nobody can compare pairs.
        JudgeUnusable: too many verdicts could not be read.
    """
    if crew.pairs is None:
        raise ValueError("choosing by pairs needs a model that sees")
    images = {shot.picture.image.blob: shot.picture.image for shot in shots if shot.picture.image}
    judge = PairJudge(crew.pairs, images)
    arena = Arena(_Gallery(shots), judge, lambda *_: None, width=4)
    item = Item({"request": request})
    left, played = list(shots), 0
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
        winners = [_winner(pair, match) for pair, match in zip(pairs, matches, strict=True)]
        left = [*winners, *left[2 * len(pairs) :]]
    return Chosen(left[0], f"winner of a tournament of {len(shots)} pictures, {played} matches")


def _entrant(shot: Shot) -> Entrant:
    return Entrant(_name(shot), Prompt.simple(shot.picture.prompt or "(empty)"))


def _winner(pair: tuple[Shot, Shot], match: Match) -> Shot:
    outcome = match.outcome
    return pair[1] if outcome is not None and outcome < 0.5 else pair[0]
