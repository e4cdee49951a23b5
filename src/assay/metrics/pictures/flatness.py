"""Pictures that show nothing: black ones of a safety filter, one flat colour."""

from typing import Any

from numpy.typing import NDArray

from assay.metrics.pictures.arrays import as_rgb

TOLERANCE = 8
"""Levels of 255 that a picture of nothing may vary by."""


def is_near_constant(pixels: NDArray[Any], *, tolerance: int = TOLERANCE) -> bool:
    """Whether no channel varies by more than ``tolerance`` levels over the whole picture.

    The difference of the greatest and the least level counts, not a spread: a small thing on an even
    background is a picture. Generators' safety filters give back even black; so do models that overflow in
    half precision.

    Args:
        pixels: uint8 of shape (height, width, 3) or (height, width).
        tolerance: levels from 0 (one colour exactly) to 255 (everything).

    Raises:
        ValueError: no such array, or a tolerance off the scale.
    """
    if not 0 <= tolerance <= 255:
        raise ValueError(f"tolerance {tolerance}: from 0 to 255 levels are allowed")
    picture = as_rgb(pixels)
    return bool((picture.max(axis=(0, 1)) - picture.min(axis=(0, 1))).max() <= tolerance)
