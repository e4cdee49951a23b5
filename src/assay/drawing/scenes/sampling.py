"""Seeded scenes."""

from assay.drawing.documents.draws import Draws
from assay.records.scenes import BACKGROUNDS, COLOURS, RELATIONS, SHAPES, SIZES, Scene, Thing

ONE, PAIR = 0.27, 0.55  # shares; the rest are rows of two or three


def sample_scenes(count: int, seed: int) -> list[Scene]:
    """Scenes drawn independently: 27 % of one thing, 55 % of two with a relation, 18 % rows of 2 or 3."""
    draws = Draws("scenes", seed)
    return [sample_scene(draws) for _ in range(count)]


def sample_scene(draws: Draws) -> Scene:
    """One scene; every attribute is equally likely, and the things of a relation differ."""
    background, kind = draws.pick(BACKGROUNDS), draws.share()
    first = _thing(draws)
    if kind < ONE:
        return Scene(background, (first,))
    if kind < ONE + PAIR:
        second = _thing(draws)
        while second == first:
            second = _thing(draws)
        return Scene(background, (first, second), draws.pick(RELATIONS))
    return Scene(background, (Thing(first.shape, first.colour, "small"),) * draws.whole(2, 3))


def _thing(draws: Draws) -> Thing:
    return Thing(draws.pick(SHAPES), draws.pick(COLOURS), draws.pick(SIZES))
