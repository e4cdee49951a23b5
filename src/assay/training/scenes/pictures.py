"""Pictures with known content to learn seeing from: scenes, loose heaps of things, the generator's own."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assay.drawing.documents.draws import Draws
from assay.drawing.scenes import SIDE, Place, coverage, paint, place, sample_scene
from assay.drawing.scenes.places import radius_of
from assay.records.scenes import BACKGROUNDS, COLOURS, SHAPES, SIZES, Scene, Thing
from assay.training.scenes.questions import Content, true_relation

Pixels = NDArray[np.uint8]
Imagine = Callable[[Sequence[str], Sequence[int]], list[tuple[Pixels, Content]]]

_CELL = 4
_SEEN = 0.4  # of a cell, from which it is said to show a thing
_HIDDEN = 0.5  # of a thing; one that is covered by more makes a picture useless
_LOOSE = 0.2


@dataclass(frozen=True, slots=True)
class Album:
    """Pictures (n, 32, 32, 3) with what each shows, and what each of its 8 x 8 cells shows.

    ``cells`` (n, 64, 4): numbers of shape, colour and size from 1, and 0 for the background; then 1 where the
    middle of a thing lies.
    """

    pixels: Pixels
    contents: list[Content]
    cells: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.contents)

    def of_scenes(self) -> "tuple[Album, list[Scene]]":
        """The pictures that show a scene, with their scenes."""
        found = [(row, scene) for row, one in enumerate(self.contents) if (scene := _scene_of(one))]
        rows = [row for row, _ in found]
        part = Album(self.pixels[rows], [self.contents[row] for row in rows], self.cells[rows])
        return part, [scene for _, scene in found]


def album(count: int, seed: int, imagined: Sequence[tuple[Pixels, Content]] = ()) -> Album:
    """Draw pictures, a fifth of them with things anywhere, and add those of the generator.

    Args:
        count: how many to draw.
        seed: decides them.
        imagined: pictures of the generator with what it meant to show.
    """
    draws = Draws("album", seed)
    contents = [_heap(draws) if draws.share() < _LOOSE else _scene(draws) for _ in range(count)]
    drawn = [(paint(one.background, one.things, one.places), one) for one in contents]
    told = [(pixels, content, _cells(content)) for pixels, content in [*drawn, *imagined]]
    kept = [(pixels, content, cells) for pixels, content, cells in told if cells is not None]
    return Album(
        np.stack([pixels for pixels, _, _ in kept]),
        [content for _, content, _ in kept],
        np.stack([cells for _, _, cells in kept]),
    )


def _scene_of(content: Content) -> Scene | None:
    """The scene a picture shows, if its things make one."""
    things = content.things
    if len(things) == 2 and things[0] != things[1]:
        relation = true_relation(*content.places)
        return Scene(content.background, things, relation) if relation else None
    alike = len(set(things)) == 1 and (len(things) == 1 or things[0].size == "small")
    return Scene(content.background, things) if alike else None


def _scene(draws: Draws) -> Content:
    scene = sample_scene(draws)
    return Content(scene.background, scene.things, place(scene, draws))


def _heap(draws: Draws) -> Content:
    """Up to three things anywhere; they may touch."""
    count = draws.pick((0, 1, 2, 2, 2, 3, 3))
    things = [Thing(draws.pick(SHAPES), draws.pick(COLOURS), draws.pick(SIZES)) for _ in range(count)]
    if count > 1 and draws.share() < 0.3:
        things = [things[0]] * count
    places = tuple(
        Place(draws.real(5.5, 26.5), draws.real(5.5, 26.5), radius_of(thing.size, draws)) for thing in things
    )
    return Content(draws.pick(BACKGROUNDS), tuple(things), places)


def _cells(content: Content) -> NDArray[np.int64] | None:
    """What each cell shows; None if a thing is mostly hidden behind others."""
    found = np.zeros((SIDE // _CELL, SIDE // _CELL, 4), np.int64)
    free = np.ones((SIDE, SIDE), np.float32)
    for thing, at in reversed(list(zip(content.things, content.places, strict=True))):
        share = coverage(thing.shape, at)
        visible = share * free
        if visible.sum() < _HIDDEN * share.sum():
            return None
        parts = visible.reshape(SIDE // _CELL, _CELL, SIDE // _CELL, _CELL).mean((1, 3))
        numbers = SHAPES.index(thing.shape), COLOURS.index(thing.colour), SIZES.index(thing.size)
        found[parts >= min(_SEEN, float(parts.max())), :3] = np.asarray(numbers) + 1
        middle = int(at.y) // _CELL, int(at.x) // _CELL
        found[middle] = [*(number + 1 for number in numbers), 1]
        free = free * (1 - share)
    return found.reshape(-1, 4)
