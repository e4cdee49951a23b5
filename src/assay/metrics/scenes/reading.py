"""What a small picture shows: its background and its separate things, read from pixels by plain geometry."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from assay.metrics.scenes.forms import LARGE_FROM, form_of, named_background, named_colour

Pixels = NDArray[np.uint8]
_DIFFERS = 60.0  # distance in RGB from which a pixel is not background
_FEWEST = 9  # pixels; less is dirt


@dataclass(frozen=True, slots=True)
class SeenThing:
    """One thing in a picture.

    Attributes:
        shape, colour, size: the canonical words.
        x, y: centre of its box, in pixels from the left and the top.
    """

    shape: str
    colour: str
    size: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class SeenPicture:
    """What a picture shows; things that touch are one thing."""

    background: str
    things: tuple[SeenThing, ...]


def read_picture(pixels: Pixels) -> SeenPicture:
    """Read a picture of shape (height, width, 3) whose things stand free on one colour.

    Raises:
        ValueError: the array has another shape or type.
    """
    if pixels.ndim != 3 or pixels.shape[2] != 3 or pixels.dtype != np.uint8:
        raise ValueError(
            f"got shape {pixels.shape} and type {pixels.dtype}; wanted (height, width, 3) of uint8"
        )
    values = pixels.astype(np.float64)
    ground = _ground(values)
    labels, count = ndimage.label(np.linalg.norm(values - ground, axis=2) > _DIFFERS)
    regions = (labels == number for number in range(1, count + 1))
    things = tuple(_thing(values, ground, region) for region in regions if region.sum() >= _FEWEST)
    return SeenPicture(named_background(ground), things)


def _ground(values: NDArray[np.float64]) -> NDArray[np.float64]:
    edge = np.concatenate([values[0], values[-1], values[1:-1, 0], values[1:-1, -1]])
    return np.asarray(np.median(edge, axis=0))


def _thing(values: NDArray[np.float64], ground: NDArray[np.float64], region: NDArray[np.bool_]) -> SeenThing:
    colour = _colour(values, region)
    share = _covered(values, ground, colour, region)
    down, across = _span(share.max(axis=1)), _span(share.max(axis=0))
    size = "large" if max(down[1], across[1]) >= LARGE_FROM else "small"
    return SeenThing(form_of(share, down, across), named_colour(colour), size, across[0], down[0])


def _colour(values: NDArray[np.float64], region: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Median of the pixels inside; a thin thing has no inside and is taken whole."""
    inside = ndimage.binary_erosion(region)
    return np.asarray(np.median(values[inside if inside.sum() >= 4 else region], axis=0))


def _covered(
    values: NDArray[np.float64],
    ground: NDArray[np.float64],
    colour: NDArray[np.float64],
    region: NDArray[np.bool_],
) -> NDArray[np.float64]:
    """Share of each pixel that the thing covers, by where its colour lies between ground and thing."""
    step = colour - ground
    share = np.clip((values - ground) @ step / max(float(step @ step), 1.0), 0.0, 1.0)
    if not (share[region] > 0.5).any():  # touching things of several colours: their median is none of them
        return region.astype(np.float64)
    return np.asarray(share * ndimage.binary_dilation(region, np.ones((3, 3))))


def _span(most: NDArray[np.float64]) -> tuple[float, float]:
    """Middle and length of what a line's largest shares cover, to parts of a pixel."""
    inside = np.flatnonzero(most > 0.5)
    first, last = int(inside[0]), int(inside[-1])
    start = first - (most[first - 1] if first > 0 else 0.0) + (1.0 - most[first])
    end = last + 1 + (most[last + 1] if last + 1 < len(most) else 0.0) - (1.0 - most[last])
    return (start + end) / 2, end - start
