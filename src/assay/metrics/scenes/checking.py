"""How much of a scene a picture shows, part by part."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

import numpy as np
from numpy.typing import NDArray

from assay.metrics.scenes.reading import SeenThing, read_picture
from assay.records.scenes import Scene, Thing

PARTS = ("background", "count", "colour", "shape", "size", "relation")
_OFF = 4.0  # pixels between middles from which one thing is above or beside the other
_MOST_SEEN = 6
_LOOKS = ("colour", "shape", "size")


@dataclass(frozen=True, slots=True)
class SceneScore:
    """How much of a scene a picture shows.

    Attributes:
        score: mean of the parts, in [0, 1]; higher is better.
        parts: each part by name, in [0, 1]; colour, shape and size are the shares of the wanted things that
            are right. ``relation`` is there only if the scene has one.
        right: whether every part is 1.
    """

    score: float
    parts: Mapping[str, float]
    right: bool


def check_scene(scene: Scene, pixels: NDArray[np.uint8]) -> SceneScore:
    """Check a picture against the scene that was wanted.

    Wanted and seen things are paired so that most is right. A relation holds if the pair is more than 4
    pixels apart on its axis, and not farther apart on the other.

    Args:
        scene: what was wanted.
        pixels: shape (32, 32, 3).
    """
    seen = read_picture(pixels)
    found = _best_pairing(scene, sorted(seen.things, key=lambda thing: thing.x)[:_MOST_SEEN])
    parts = {
        "background": float(seen.background == scene.background),
        "count": float(len(seen.things) == len(scene.things)),
        **{name: _share(scene.things, found, name) for name in _LOOKS},
    }
    if scene.relation is not None:
        parts["relation"] = float(_holds(scene.relation, found))
    return SceneScore(sum(parts.values()) / len(parts), parts, all(part == 1.0 for part in parts.values()))


Pairing = tuple[SeenThing | None, ...]


def _best_pairing(scene: Scene, seen: Sequence[SeenThing]) -> Pairing:
    places = [*seen, *[None] * len(scene.things)]
    return max(permutations(places, len(scene.things)), key=lambda found: _worth(scene, found))


def _worth(scene: Scene, found: Pairing) -> float:
    looks = sum(_share(scene.things, found, name) for name in _LOOKS)
    return looks + (0.5 if scene.relation is not None and _holds(scene.relation, found) else 0.0)


def _share(wanted: Sequence[Thing], found: Pairing, name: str) -> float:
    right = [
        there is not None and getattr(there, name) == getattr(thing, name)
        for thing, there in zip(wanted, found, strict=True)
    ]
    return float(np.mean(right))


def _holds(relation: str, found: Pairing) -> bool:
    first, second = found[0], found[1]
    if first is None or second is None:
        return False
    right, down = first.x - second.x, first.y - second.y
    along, across = (down, right) if relation in ("above", "below") else (right, down)
    if relation in ("above", "to the left of"):
        along = -along
    return along > _OFF and along >= abs(across)
