"""The figures of a clarity study: unit, direction and range of each, and what it does not see."""

from assay.metrics.clarity.structure import WINDOW
from assay.metrics.pictures.registry import PictureMetric

_ALL = (
    PictureMetric(
        name="clarity",
        title="Clarity",
        of="set",
        unit="points",
        higher_is_better=True,
        low=0.0,
        high=100.0,
        meaning=(
            "Edges of generated pictures against those of real ones, which have 100: half for as much edge "
            "energy, where too much counts as badly as too little, half for edges in the same places. "
            "Without pairs the energy alone."
        ),
        blind_to=(
            "Whether a picture is good, and faults that spare its edges. A shift by one pixel costs much. "
            "Without pairs it does not see what is shown, and blurred and noisy pictures may come out even."
        ),
        smallest_side=3,
    ),
    PictureMetric(
        name="energy_ratio",
        title="Edge energy",
        of="set",
        unit="times real",
        higher_is_better=None,
        low=0.0,
        high=None,
        meaning="Mean squared Laplacian of generated pictures over that of real ones: below 1 is blurred.",
        blind_to="Where the edges are, and whether they are edges or noise.",
        smallest_side=3,
    ),
    PictureMetric(
        name="edge_agreement",
        title="Edge agreement",
        of="set",
        unit="share",
        higher_is_better=True,
        low=0.0,
        high=1.0,
        meaning="How far the Laplacian edge maps of a generated picture and of its real one are the same.",
        blind_to="Everything smooth. Edges of the right form, a pixel away, count as wrong.",
        smallest_side=3,
    ),
    PictureMetric(
        name="variance_of_laplacian",
        title="Variance of Laplacian",
        of="picture",
        unit="squared grey levels",
        higher_is_better=None,
        low=0.0,
        high=None,
        meaning="Variance of the Laplacian with 8 neighbours: the usual measure of focus.",
        blind_to=(
            "The difference of sharpness and noise. It moves with content, contrast and size, so that it "
            "compares only with real pictures of the same kind."
        ),
        smallest_side=3,
    ),
    PictureMetric(
        name="tenengrad",
        title="Tenengrad",
        of="picture",
        unit="squared grey levels",
        higher_is_better=None,
        low=0.0,
        high=None,
        meaning="Mean squared Sobel gradient.",
        blind_to="As variance of Laplacian; somewhat less moved by noise, more by contrast.",
        smallest_side=3,
    ),
    PictureMetric(
        name="ssim",
        title="SSIM",
        of="picture",
        unit="",
        higher_is_better=True,
        low=-1.0,
        high=1.0,
        meaning="Structural similarity of a generated picture and its real one (Wang and others 2004).",
        blind_to=(
            "What people notice first: large flat areas of the right brightness raise it however blurred "
            "the rest is. It needs pairs."
        ),
        smallest_side=WINDOW,
    ),
    PictureMetric(
        name="lpips",
        title="LPIPS",
        of="picture",
        unit="",
        higher_is_better=False,
        low=0.0,
        high=None,
        meaning="Distance of a generated picture and its real one, learned from people's comparisons.",
        blind_to=(
            "What differs from the coloured photographs it was learned on: grey pictures of 28 pixels are "
            "far from them. It needs pairs, and figures of different networks do not compare."
        ),
    ),
)

CLARITY_METRICS: dict[str, PictureMetric] = {metric.name: metric for metric in _ALL}
"""Every figure by its name."""
