"""What the metrics of pictures take: pixels, and rows of features."""

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
Pixels = NDArray[np.uint8]
"""One picture: shape (height, width, 3), RGB, or (height, width), grey; whole numbers from 0 to 255."""


def as_rgb(pixels: NDArray[Any]) -> Pixels:
    """One picture as an array of shape (height, width, 3); grey is repeated.

    Raises:
        ValueError: another shape or kind of number, or no pixel at all.
    """
    array = np.asarray(pixels)
    grey = array.ndim == 2
    if array.dtype != np.uint8 or not (grey or (array.ndim == 3 and array.shape[2] == 3)) or not array.size:
        raise ValueError(
            f"pixels: {array.dtype} of shape {array.shape} came; a picture is uint8 of shape (height, width, "
            "3) or (height, width): lay transparent ones on a background, and hand over one at a time"
        )
    return np.repeat(array[:, :, None], 3, axis=2) if grey else array


def as_rows(values: ArrayLike, what: str, *, least: int = 1) -> Floats:
    """Rows of finite numbers in double precision: one row a picture or text.

    Args:
        values: shape (n, d).
        what: how errors name them.
        least: how many rows there must be.

    Raises:
        ValueError: another shape, too few rows, or numbers that are not finite.
    """
    rows = np.asarray(values, dtype=np.float64)
    if rows.ndim != 2 or not rows.shape[1]:
        raise ValueError(f"{what}: shape {rows.shape} came; (n, d) is wanted, one row each")
    if len(rows) < least:
        raise ValueError(f"{what}: {len(rows)} rows came; at least {least} are needed")
    if not np.isfinite(rows).all():
        broken = np.flatnonzero(~np.isfinite(rows).all(axis=1))
        raise ValueError(f"{what}: numbers that are not finite in rows {_some(broken)}")
    return rows


def as_pair(
    one: ArrayLike, two: ArrayLike, names: tuple[str, str], *, least: int = 1
) -> tuple[Floats, Floats]:
    """Two sets of rows with as many numbers to a row.

    Raises:
        ValueError: as :func:`as_rows`, or the lengths of the rows differ.
    """
    a, b = as_rows(one, names[0], least=least), as_rows(two, names[1], least=least)
    if a.shape[1] != b.shape[1]:
        raise ValueError(
            f"{names[0]} have {a.shape[1]} numbers to a row, {names[1]} {b.shape[1]}: "
            "both must come from one encoder"
        )
    return a, b


def as_directions(rows: Floats, what: str) -> Floats:
    """Rows brought to length 1.

    Raises:
        ValueError: a row is all zeros, which has no direction.
    """
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    if not lengths.all():
        raise ValueError(
            f"{what}: rows {_some(np.flatnonzero(lengths[:, 0] == 0))} are zero, without direction"
        )
    return np.asarray(rows / lengths)


def _some(places: NDArray[np.intp], most: int = 5) -> str:
    told = ", ".join(str(int(place)) for place in places[:most])
    return told + (f" and {len(places) - most} more" if len(places) > most else "")
