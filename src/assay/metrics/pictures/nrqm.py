"""NRQM (Ma's metric) through what the user brings: a library that is not free for all, or a function."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from numbers import Real
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assay.errors import UsageError, crossing
from assay.metrics.pictures.arrays import Pixels, as_rgb
from assay.metrics.pictures.quality import Quality, unfit

_NOT_THERE = (
    "NRQM needs the package pyiqa, which Assay does not install: its licence (PolyForm Noncommercial 1.0.0) "
    "allows NON-COMMERCIAL use only. Where yours is allowed: pip install pyiqa. Otherwise name a function "
    "of your own, module:function, from RGB pixels to a number"
)


@dataclass(frozen=True, slots=True)
class PictureScorer:
    """A function that scores one picture.

    Attributes:
        call: from uint8 of shape (height, width, 3), RGB, to a number.
        name: how results name it, with version or hash: ``module:function 1a2b3c4d``.
    """

    call: Callable[[Pixels], float]
    name: str


def nrqm(pixels: NDArray[Any], scorer: PictureScorer | None = None) -> Quality:
    """NRQM: higher is better, nominally from 0 to 10, never cut off.

    Ma, Yang, Yang and Yang 2017, "Learning a No-Reference Quality Metric for Single-Image Super-Resolution".
    It was trained on people's ratings of enlarged photographs, and sees neither request nor content.

    Args:
        pixels: uint8 of shape (height, width, 3) or (height, width).
        scorer: a function of the user's; by default ``pyiqa``, where the user has installed it. It may fetch
            weights of its own when it is first used.

    Returns:
        No value for a picture below 64 pixels on a side, of one flat colour, or without a finite figure.

    Raises:
        ValueError: no such array.
        UsageError: there is no scorer; it failed; or it gave something that is no number.
    """
    picture = as_rgb(pixels)
    scorer = scorer or pyiqa_scorer()
    reason = unfit(picture)
    if reason is not None:
        return Quality("nrqm", None, reason, scorer.name)
    with crossing(f"measuring NRQM with {scorer.name}", UsageError):
        value: object = scorer.call(picture)
    if isinstance(value, bool) or not isinstance(value, Real):
        raise UsageError(
            f"measuring NRQM with {scorer.name}: {type(value).__name__} came; a number is wanted"
        )
    if not math.isfinite(value):
        return Quality("nrqm", None, f"{scorer.name} measured {value}", scorer.name)
    return Quality("nrqm", float(value), None, scorer.name)


@cache
def pyiqa_scorer() -> PictureScorer:
    """NRQM of the user's own ``pyiqa``, on the CPU; made once.

    Raises:
        UsageError: it is not installed, with its licence and the way around; or it cannot be started.
    """
    try:
        with crossing("importing pyiqa", UsageError):
            import pyiqa  # noqa: PLC0415  (heavy, and never among our own extras)
            import torch  # noqa: PLC0415
    except UsageError as error:
        if isinstance(error.__cause__, ModuleNotFoundError):
            raise UsageError(_NOT_THERE) from error.__cause__
        raise
    with crossing("starting NRQM of pyiqa", UsageError):
        metric = pyiqa.create_metric("nrqm", device=torch.device("cpu"))

    def call(picture: Pixels) -> float:
        batch = torch.from_numpy(np.ascontiguousarray(picture.transpose(2, 0, 1)))[None].float() / 255
        with torch.no_grad():
            return float(metric(batch))

    return PictureScorer(call, f"pyiqa {version('pyiqa')}")
