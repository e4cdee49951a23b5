"""Small grey pictures of drawn glyphs: light strokes on black, no two alike, without fonts or Pillow."""

import math
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from assay.drawing.documents.draws import Draws
from assay.drawing.glyph_strokes import GLYPHS, Stroke
from assay.records.training_data import GreyPictures, TrainingData

SIDE = 28
NAMES = tuple(GLYPHS)
"""Names of the glyphs; the label of a picture is the place of its glyph here."""


def glyph_data(train: int = 512, held_out: int = 128, *, seed: int = 0, side: int = SIDE) -> TrainingData:
    """Drawn glyphs to train on, and others of the same glyphs that are held out.

    The same numbers give the same pictures, but for what a machine's sine and root round differently. More
    pictures begin with those of fewer.

    Args:
        train: pictures to train on, at least 1.
        held_out: pictures held out.
        seed: of the drawing.
        side: pixels, at least 16.

    Raises:
        ValueError: too few pictures, or too small ones.
    """
    if train < 1 or held_out < 0 or side < 16:
        raise ValueError(
            f"{train} pictures to train on, {held_out} held out, {side} pixels on a side: at least 1, 0, 16"
        )
    shown, labels = draw_glyphs(train, "train", seed=seed, side=side)
    others, _ = draw_glyphs(held_out, "held out", seed=seed, side=side)
    return TrainingData(
        GreyPictures.of(shown), GreyPictures.of(others), f"drawn glyphs, seed {seed}", tuple(labels)
    )


def draw_glyphs(
    count: int, part: str = "train", *, seed: int = 0, side: int = SIDE
) -> tuple[NDArray[np.uint8], list[int]]:
    """Glyphs in turn, each with its own size, place, slant, turn, width and brightness.

    Args:
        count: how many.
        part: name of the stream of draws; pictures of two parts are independent.
        seed: of the drawing.
        side: pixels.

    Returns:
        Pictures of shape (count, side, side), and the label of each.
    """
    pictures = np.zeros((count, side, side), np.uint8)
    labels = [at % len(NAMES) for at in range(count)]
    for at, label in enumerate(labels):
        pictures[at] = _drawn(GLYPHS[NAMES[label]], Draws("glyph", seed, part, at), side)
    return pictures, labels


def _drawn(strokes: tuple[Stroke, ...], draws: Draws, side: int) -> NDArray[np.uint8]:
    unit = side / SIDE
    placed = _placed(strokes, draws, side)
    width, light = draws.real(1.7, 3.3) * unit, draws.real(190.0, 255.0)
    nearest = np.full((side, side), np.inf)
    for line in placed:
        for begin, end in pairwise(line):
            nearest = np.minimum(nearest, _distances(begin, end, side))
    # A pixel half a pixel inside the stroke is covered wholly, one half a pixel outside not at all.
    return np.rint(light * np.clip(width / 2 + 0.5 - nearest, 0.0, 1.0)).astype(np.uint8)


def _placed(strokes: tuple[Stroke, ...], draws: Draws, side: int) -> list[NDArray[np.float64]]:
    """Strokes in pixels, shape (points, 2) each, as x and y."""
    unit = side / SIDE
    high, wide = draws.real(16.0, 20.0) * unit, draws.real(11.0, 16.0) * unit
    turn, slant = math.radians(draws.real(-12.0, 12.0)), draws.real(-0.18, 0.18)
    middle = np.array([draws.real(-1.5, 1.5), draws.real(-1.5, 1.5)]) * unit + (side - 1) / 2
    turned = np.array([[math.cos(turn), -math.sin(turn)], [math.sin(turn), math.cos(turn)]])
    form = turned @ np.array([[1.0, slant], [0.0, 1.0]]) @ np.diag([wide, high])
    return [(np.asarray(stroke) - 0.5) @ form.T + middle for stroke in strokes]


def _distances(begin: NDArray[np.float64], end: NDArray[np.float64], side: int) -> NDArray[np.float64]:
    """Distance of each pixel's middle to a straight line from point to point, shape (side, side)."""
    y, x = np.mgrid[0:side, 0:side].astype(np.float64)
    along = end - begin
    length = float(along @ along)
    share = 0.0 if length == 0 else ((x - begin[0]) * along[0] + (y - begin[1]) * along[1]) / length
    share = np.clip(share, 0.0, 1.0)
    return np.asarray(np.hypot(x - begin[0] - share * along[0], y - begin[1] - share * along[1]))
