"""Names for what was measured: colours by hue, grounds by brightness, shapes by how they fill their box."""

import colorsys

import numpy as np
from numpy.typing import NDArray

LARGE_FROM = 10.0  # pixels from edge to edge
_SQUARE_FROM = 0.90
_CIRCLE_FROM = 0.69
_LOW_FROM = 0.075  # of the height: a triangle's weight lies a sixth of its height below the middle of its box
# Upper ends of hues, in degrees; red goes round.
_HUES = (
    (12.0, "red"),
    (40.0, "orange"),
    (75.0, "yellow"),
    (165.0, "green"),
    (205.0, "cyan"),
    (258.0, "blue"),
)
_PURPLE_TO, _PINK_TO, _PALE = 305.0, 345.0, 0.75


def named_background(rgb: NDArray[np.float64]) -> str:
    """``white``, ``gray`` or ``black`` by brightness; ``other`` for what has a colour."""
    if float(rgb.max() - rgb.min()) > 70:
        return "other"
    brightness = float(rgb.mean())
    if brightness > 195:
        return "white"
    return "gray" if brightness > 70 else "black"


def named_colour(rgb: NDArray[np.float64]) -> str:
    """The nearest of the eight colours by hue, or ``other`` for what has none."""
    hue, saturation, value = colorsys.rgb_to_hsv(*(float(part) / 255 for part in rgb))
    if saturation < 0.25 or value < 0.25:
        return "other"
    degrees = hue * 360
    for end, name in _HUES:
        if degrees < end:
            return name
    if degrees < _PURPLE_TO:
        return "purple"
    if degrees < _PINK_TO and (value > _PALE or saturation < 0.6):
        return "pink"
    return "red" if degrees >= _PINK_TO else "purple"


def form_of(share: NDArray[np.float64], down: tuple[float, float], across: tuple[float, float]) -> str:
    """The shape that covers a box so.

    Of its box a square fills all, a circle pi / 4, a triangle a half, and a cross a little more than that.

    Args:
        share: of each pixel that is covered, in [0, 1].
        down: middle and height of the box, in pixels.
        across: middle and width of the box, in pixels.
    """
    area = float(share.sum())
    fill = area / max(down[1] * across[1], 1.0)
    if fill >= _SQUARE_FROM:
        return "square"
    if fill >= _CIRCLE_FROM:
        return "circle"
    rows = np.arange(share.shape[0]) + 0.5
    low = (float(share.sum(axis=1) @ rows) / max(area, 1e-9) - down[0]) / max(down[1], 1.0)
    return "triangle" if low >= _LOW_FROM else "cross"
