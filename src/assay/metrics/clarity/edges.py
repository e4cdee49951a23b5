"""Edge maps, and sharpness measured on a picture alone."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from assay.metrics.pictures.arrays import Floats


def as_pictures(values: NDArray[Any], what: str = "pictures", *, smallest: int = 3) -> Floats:
    """Grey pictures in double precision.

    Args:
        values: shape (n, height, width), from 0 to 255.
        what: how errors name them.
        smallest: least pixels on a side.

    Raises:
        ValueError: another shape, no picture, sides too small, or numbers that are not finite.
    """
    array = np.asarray(values, dtype=np.float64)
    if array.ndim != 3 or not len(array) or min(array.shape[1:]) < smallest:
        raise ValueError(
            f"{what}: shape {array.shape} came; (n, height, width) is wanted, at least 1 picture and "
            f"{smallest} pixels on a side"
        )
    if not np.isfinite(array).all():
        raise ValueError(f"{what}: there are pixels that are not finite")
    return array


def edge_map(pictures: NDArray[Any]) -> Floats:
    """Laplacian of each picture with its 8 neighbours, ``9 * pixel - sum of the 3 x 3 pixels around it``.

    Pixels beyond the border are those at the border. With zeros there, as the convolutions of networks pad,
    a border brighter or darker than 0 would count as an edge around every picture.

    Returns:
        The shape that came; positive where a pixel is brighter than what is around it.

    Raises:
        ValueError: no such pictures.
    """
    array = as_pictures(pictures)
    wide = np.pad(array, ((0, 0), (1, 1), (1, 1)), mode="edge")
    rows = wide[:, :-2] + wide[:, 1:-1] + wide[:, 2:]
    return np.asarray(9.0 * array - (rows[:, :, :-2] + rows[:, :, 1:-1] + rows[:, :, 2:]))


def edge_energy(pictures: NDArray[Any]) -> Floats:
    """Mean square of each picture's edge map, shape (n,); at least 0, in squared grey levels.

    It grows with contrast, with sharpness and with noise alike: a figure to compare with that of real
    pictures of the same kind and size, never one of quality.

    Raises:
        ValueError: no such pictures.
    """
    return np.asarray(np.square(edge_map(pictures)).mean(axis=(1, 2)))


def variance_of_laplacian(pictures: NDArray[Any]) -> Floats:
    """Variance of each picture's edge map, shape (n,); at least 0, higher is sharper or noisier.

    The usual focus measure (Pech-Pacheco and others 2000), with 8 neighbours where OpenCV's default has 4, so
    that figures differ from those made there. Noise raises it far above that of any sharp picture.

    Raises:
        ValueError: no such pictures.
    """
    return np.asarray(edge_map(pictures).var(axis=(1, 2)))


def tenengrad(pictures: NDArray[Any]) -> Floats:
    """Mean squared Sobel gradient of each picture, shape (n,); at least 0, higher is sharper or noisier.

    Tenenbaum 1970, in the form of Krotkov 1988 without a threshold. Less moved by noise of single pixels than
    the Laplacian, more by contrast.

    Raises:
        ValueError: no such pictures.
    """
    wide = np.pad(as_pictures(pictures), ((0, 0), (1, 1), (1, 1)), mode="edge")
    down = wide[:, :-2] + 2.0 * wide[:, 1:-1] + wide[:, 2:]
    across = wide[:, :, :-2] + 2.0 * wide[:, :, 1:-1] + wide[:, :, 2:]
    horizontal = down[:, :, 2:] - down[:, :, :-2]
    vertical = across[:, 2:] - across[:, :-2]
    return np.asarray((np.square(horizontal) + np.square(vertical)).mean(axis=(1, 2)))
