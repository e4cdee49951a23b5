"""How clear generated pictures are: edges against those of real pictures, and figures beside it.

=========  ================================================================================
edges      Laplacian edge maps, and what is measured on one picture alone
score      clarity from 0 to 100
ladders    what the score gives real pictures with blur or noise, and a score as a blur
structure  SSIM
perceived  LPIPS by the library of its authors
registry   unit, direction and blind spots of every figure
=========  ================================================================================

Pictures are grey, in arrays of shape (n, height, width), from 0 (black) to 255 (white), whole or not.
"""

from assay.metrics.clarity.edges import (
    edge_energy,
    edge_map,
    tenengrad,
    variance_of_laplacian,
)
from assay.metrics.clarity.ladders import (
    BLUR_SIGMAS,
    NOISE_DEVIATIONS,
    Rung,
    blur_ladder,
    equivalent_blur,
    noise_ladder,
)
from assay.metrics.clarity.perceived import Lpips
from assay.metrics.clarity.registry import CLARITY_METRICS
from assay.metrics.clarity.score import beside, clarity, clarity_of_each
from assay.metrics.clarity.structure import ssim

__all__ = [
    "BLUR_SIGMAS",
    "CLARITY_METRICS",
    "NOISE_DEVIATIONS",
    "Lpips",
    "Rung",
    "beside",
    "blur_ladder",
    "clarity",
    "clarity_of_each",
    "edge_energy",
    "edge_map",
    "equivalent_blur",
    "noise_ladder",
    "ssim",
    "tenengrad",
    "variance_of_laplacian",
]
