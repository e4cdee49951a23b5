"""SSIM: whether two pictures have the same structure in the same places."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from assay.metrics.clarity.edges import as_pictures
from assay.metrics.pictures.arrays import Floats

WINDOW = 11
"""Pixels on a side of the window, and the smallest picture that has a figure."""

_SIGMA, _K1, _K2, _RANGE = 1.5, 0.01, 0.03, 255.0


def ssim(generated: NDArray[Any], real: NDArray[Any]) -> Floats:
    """Mean structural similarity of each pair, shape (n,); at most 1, for equal pictures; may be below 0.

    Wang, Bovik, Sheikh and Simoncelli 2004, "Image Quality Assessment: From Error Visibility to Structural
    Similarity", equations 13 to 17: a Gaussian window of 11 x 11 with deviation 1.5, K1 = 0.01, K2 = 0.03,
    range 255, averaged over the windows that lie wholly inside.

    Symmetric. Blind to edges as such: a smooth picture of the right brightness does well on large areas, and
    a sharp one shifted by a pixel does badly.

    Args:
        generated: shape (n, height, width), 0 to 255, at least 11 pixels on a side.
        real: the same shape.

    Raises:
        ValueError: the shapes differ, a side is too small, or numbers are not finite.
    """
    one = as_pictures(generated, "generated pictures", smallest=WINDOW)
    two = as_pictures(real, "real pictures", smallest=WINDOW)
    if one.shape != two.shape:
        raise ValueError(f"generated pictures have shape {one.shape}, real ones {two.shape}: it must be one")
    mean_one, mean_two = _local(one), _local(two)
    spread_one = _local(one * one) - mean_one**2
    spread_two = _local(two * two) - mean_two**2
    together = _local(one * two) - mean_one * mean_two
    c1, c2 = (_K1 * _RANGE) ** 2, (_K2 * _RANGE) ** 2
    above = (2 * mean_one * mean_two + c1) * (2 * together + c2)
    below = (mean_one**2 + mean_two**2 + c1) * (spread_one + spread_two + c2)
    return np.asarray((above / below).mean(axis=(1, 2)))


def _local(values: Floats) -> Floats:
    """Means under the window wherever it lies inside."""
    half = WINDOW // 2
    weights = np.exp(-(np.arange(-half, half + 1) ** 2) / (2 * _SIGMA**2))
    weights /= weights.sum()
    for axis in (1, 2):
        windows = np.lib.stride_tricks.sliding_window_view(values, WINDOW, axis=axis)
        values = windows @ weights
    return values
