"""Where the things of a scene stand on the picture, and how big they are."""

from dataclasses import dataclass

from assay.drawing.documents.draws import Draws
from assay.records.scenes import Scene

SIDE = 32
_RADII = {"small": (3.6, 4.2), "large": (5.8, 6.6)}
_NEAR, _FAR, _ACROSS = (7.0, 8.5), (23.5, 25.0), (11.0, 21.0)
_FREE = (8.0, 24.0)
_ROWS = {2: (10.0, 22.0), 3: (5.3, 16.0, 26.7)}


@dataclass(frozen=True, slots=True)
class Place:
    """Centre and half width of a thing, in pixels from the left and the top of a picture."""

    x: float
    y: float
    radius: float


def radius_of(size: str, draws: Draws) -> float:
    """A half width for a size, in pixels."""
    return draws.real(*_RADII[size])


def place(scene: Scene, draws: Draws) -> tuple[Place, ...]:
    """Places for the things of a scene, in their order; things never touch."""
    radii = [radius_of(thing.size, draws) for thing in scene.things]
    if scene.relation is not None:
        centres = _pair(scene.relation, draws)
    elif scene.is_row:
        centres = _row(len(radii), draws)
    else:
        centres = [(draws.real(*_FREE), draws.real(*_FREE))]
    return tuple(Place(x, y, radius) for (x, y), radius in zip(centres, radii, strict=True))


def _row(count: int, draws: Draws) -> list[tuple[float, float]]:
    return [(x + draws.real(-0.3, 0.3), 16.0 + draws.real(-3.0, 3.0)) for x in _ROWS[count]]


def _pair(relation: str, draws: Draws) -> list[tuple[float, float]]:
    near, far = draws.real(*_NEAR), draws.real(*_FAR)
    if relation in ("below", "to the right of"):
        near, far = far, near
    along, across = (near, far), (draws.real(*_ACROSS), draws.real(*_ACROSS))
    if relation in ("above", "below"):
        return list(zip(across, along, strict=True))
    return list(zip(along, across, strict=True))
