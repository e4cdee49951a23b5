"""Pixels of a scene, drawn with Pillow at four times the size and made smaller by averaging."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assay.drawing.documents.draws import Draws
from assay.drawing.scenes.places import SIDE, Place, place
from assay.errors import MissingExtra
from assay.records.scenes import Scene, Thing

COLOUR_RGB = {
    "red": (220, 30, 30),
    "green": (30, 160, 50),
    "blue": (30, 60, 220),
    "yellow": (240, 210, 20),
    "purple": (140, 40, 170),
    "orange": (245, 130, 20),
    "cyan": (30, 200, 210),
    "pink": (250, 130, 190),
}
BACKGROUND_RGB = {"white": (255, 255, 255), "black": (15, 15, 15), "gray": (128, 128, 128)}
_FINER = 4
_SQUARE, _FOOT, _ARM = 0.9, 0.85, 0.36  # half widths as shares of the radius


def render(scene: Scene, seed: int) -> NDArray[np.uint8]:
    """A picture of a scene, shape (32, 32, 3); the seed decides where in their places things stand.

    Raises:
        MissingExtra: Pillow is not installed.
    """
    return paint(scene.background, scene.things, place(scene, Draws("places", seed)))


def paint(background: str, things: Sequence[Thing], places: Sequence[Place]) -> NDArray[np.uint8]:
    """A picture of things at places, later ones over earlier ones."""
    pixels = np.empty((SIDE, SIDE, 3), np.float32)
    pixels[:] = BACKGROUND_RGB[background]
    for thing, at in zip(things, places, strict=True):
        share = coverage(thing.shape, at)[..., None]
        pixels = pixels * (1 - share) + share * np.asarray(COLOUR_RGB[thing.colour], np.float32)
    return np.rint(pixels).astype(np.uint8)


def coverage(shape: str, at: Place) -> NDArray[np.float32]:
    """Share of each pixel that a shape covers, in [0, 1], shape (32, 32)."""
    try:
        from PIL import Image, ImageDraw  # noqa: PLC0415 (an extra)
    except ImportError as error:
        raise MissingExtra("drawing scenes", "scenes") from error
    image = Image.new("L", (SIDE * _FINER, SIDE * _FINER), 0)
    _trace(ImageDraw.Draw(image), shape, at.x * _FINER, at.y * _FINER, at.radius * _FINER)
    values: NDArray[np.float32] = np.asarray(image.resize((SIDE, SIDE), Image.Resampling.BOX), np.float32)
    return values / np.float32(255)


def _trace(pen: Any, shape: str, x: float, y: float, r: float) -> None:
    if shape == "circle":
        pen.ellipse([x - r, y - r, x + r, y + r], fill=255)
    elif shape == "square":
        half = r * _SQUARE
        pen.rectangle([x - half, y - half, x + half, y + half], fill=255)
    elif shape == "triangle":
        pen.polygon([(x, y - r), (x - r, y + r * _FOOT), (x + r, y + r * _FOOT)], fill=255)
    else:
        arm = r * _ARM
        pen.rectangle([x - arm, y - r, x + arm, y + r], fill=255)
        pen.rectangle([x - r, y - arm, x + r, y + arm], fill=255)
