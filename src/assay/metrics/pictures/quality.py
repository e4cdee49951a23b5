"""Quality of one picture without request or reference: what it returns, and BRISQUE."""

import hashlib
import math
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from assay.errors import MissingExtra, UsageError, crossing
from assay.metrics.pictures.arrays import Pixels, as_rgb
from assay.metrics.pictures.flatness import is_near_constant

SMALLEST_SIDE = 64
"""Pixels on a side below which these figures say more of the size than of the picture."""

_WEIGHTS = "brisque_svm_weights.pt"
_WEIGHTS_URL = f"https://github.com/photosynthesis-team/piq/releases/download/v0.4.0/{_WEIGHTS}"


@dataclass(frozen=True, slots=True)
class Quality:
    """One figure of quality, or why there is none.

    Attributes:
        metric: which.
        value: the figure as the library gave it, never cut off; None where the picture has none.
        reason: why there is none, for people; None where there is.
        source: library, version and weights, or the user's function. Implementations differ by dozens of
            points, so that figures are comparable only under one source.
    """

    metric: Literal["brisque", "nrqm"]
    value: float | None
    reason: str | None
    source: str


def unfit(picture: Pixels) -> str | None:
    """Why such figures mean nothing for a picture: too small, or one flat colour; None where they may."""
    height, width = picture.shape[:2]
    if min(height, width) < SMALLEST_SIDE:
        return f"{width} x {height} pixels: not valid below {SMALLEST_SIDE} on a side"
    if is_near_constant(picture):
        return "one flat colour: there is no structure to measure"
    return None


def brisque(pixels: NDArray[Any]) -> Quality:
    """BRISQUE through ``piq``: lower is better, nominally from 0 to 100, with figures beyond both ends.

    Mittal, Moorthy and Bovik 2012, "No-Reference Image Quality Assessment in the Spatial Domain". It was
    trained on photographs with noise, blur and compression. It sees neither the request nor what is shown,
    and calls drawings, flat surfaces and strange pictures bad or good by their texture alone.

    The weights must lie in the cache of ``torch.hub``; nothing is downloaded here.

    Args:
        pixels: uint8 of shape (height, width, 3) or (height, width).

    Returns:
        No value for a picture below 64 pixels on a side, of one flat colour, or that ``piq`` cannot measure.

    Raises:
        ValueError: no such array.
        MissingExtra: ``piq`` is not installed.
        UsageError: the weights are not there, or ``piq`` cannot be imported.
    """
    picture = as_rgb(pixels)
    measure, source = _piq()
    reason = unfit(picture)
    if reason is not None:
        return Quality("brisque", None, reason, source)
    try:
        with crossing("measuring BRISQUE with piq", UsageError):
            value = measure(picture)
    except UsageError as error:
        # Flat parts leave piq without the statistics it asserts.
        if not isinstance(error.__cause__, AssertionError):
            raise
        return Quality("brisque", None, "too little structure: piq could not measure it", source)
    if not math.isfinite(value):
        return Quality("brisque", None, f"too little structure: piq measured {value}", source)
    return Quality("brisque", value, None, source)


def _piq() -> tuple[Callable[[Pixels], float], str]:
    try:
        with crossing("importing piq, which needs a torchvision that fits torch", UsageError):
            import piq  # noqa: PLC0415  (heavy)
            import torch  # noqa: PLC0415
    except UsageError as error:
        if isinstance(error.__cause__, ModuleNotFoundError):
            raise MissingExtra("BRISQUE", "image-metrics") from error.__cause__
        raise

    weights = Path(torch.hub.get_dir()) / "checkpoints" / _WEIGHTS
    if not weights.is_file():
        raise UsageError(f"BRISQUE: no weights at {weights}; put the file there: {_WEIGHTS_URL}")
    identity = hashlib.sha256(weights.read_bytes()).hexdigest()[:8]

    def measure(picture: Pixels) -> float:
        batch = torch.from_numpy(np.ascontiguousarray(picture.transpose(2, 0, 1)))[None].float()
        with torch.no_grad():
            return float(piq.brisque(batch, data_range=255))

    return measure, f"piq {version('piq')}, weights {identity}"
