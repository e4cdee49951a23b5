"""The figures of an image study: unit, direction and range of each, and what it does not see."""

from dataclasses import dataclass
from typing import Literal

from assay.metrics.pictures.quality import SMALLEST_SIDE

Of = Literal["picture", "set", "request"]


@dataclass(frozen=True, slots=True)
class PictureMetric:
    """A figure as tables and reports present it.

    Attributes:
        name: its name in study files and columns.
        title: its name for people.
        of: what one figure belongs to: a picture, two sets of pictures, or a request's whole loop.
        unit: in words; empty for a bare number.
        higher_is_better: direction; None where neither end is good by itself.
        low: the least it can be; None where there is no end.
        high: the greatest it can be; None where there is no end.
        meaning: what it is, for reports.
        blind_to: what it does not see, for reports.
        smallest_side: pixels on a side below which a picture has no figure; 0 where size does not matter.
        enough: pictures from which it needs no warning; 0 where one is enough.
    """

    name: str
    title: str
    of: Of
    unit: str
    higher_is_better: bool | None
    low: float | None
    high: float | None
    meaning: str
    blind_to: str
    smallest_side: int = 0
    enough: int = 0

    @property
    def direction(self) -> str:
        """``higher is better``, ``lower is better``, or that neither is."""
        if self.higher_is_better is None:
            return "neither end is better"
        return f"{'higher' if self.higher_is_better else 'lower'} is better"


_ALL = (
    PictureMetric(
        name="question_score",
        title="Question score",
        of="picture",
        unit="share",
        higher_is_better=True,
        low=0.0,
        high=1.0,
        meaning=(
            "Share of yes/no questions made from the request that a vision model answers as the request says."
        ),
        blind_to=(
            "Whatever no question asks, beauty and realism. It is as good as the model that answers; where "
            "that model also steered the loop, it favours the loop."
        ),
    ),
    PictureMetric(
        name="clip_score",
        title="CLIPScore",
        of="picture",
        unit="",
        higher_is_better=True,
        low=0.0,
        high=2.5,
        meaning=(
            "2.5 times the cosine of the picture's and the user's own request's CLIP embeddings, at least 0."
        ),
        blind_to=(
            "Counts, relations, negation, realism, and the end of a request that is too long for the "
            "encoder. A loop that maximises it can game it. Figures of different weights do not compare."
        ),
    ),
    PictureMetric(
        name="similarity",
        title="Similarity to reference",
        of="picture",
        unit="cosine",
        higher_is_better=True,
        low=-1.0,
        high=1.0,
        meaning="Cosine of the embeddings of the picture and of the request's reference picture.",
        blind_to=(
            "That many good pictures differ from the one reference: read it beside that of random pairs, "
            "not as a mark."
        ),
    ),
    PictureMetric(
        name="brisque",
        title="BRISQUE",
        of="picture",
        unit="points",
        higher_is_better=False,
        low=None,
        high=None,
        meaning=(
            "Departure from the local statistics of natural photographs; nominally 0 to 100, never cut off."
        ),
        blind_to=(
            "The request and everything shown. Drawings, flat surfaces and sizes move it; implementations "
            "differ by dozens of points."
        ),
        smallest_side=SMALLEST_SIDE,
    ),
    PictureMetric(
        name="nrqm",
        title="NRQM",
        of="picture",
        unit="points",
        higher_is_better=True,
        low=None,
        high=None,
        meaning="Quality as people rated enlarged photographs; nominally 0 to 10, never cut off.",
        blind_to=(
            "The request and everything shown. It was learned from super-resolution, not from generated "
            "pictures."
        ),
        smallest_side=SMALLEST_SIDE,
    ),
    PictureMetric(
        name="kid",
        title="KID",
        of="set",
        unit="",
        higher_is_better=False,
        low=None,
        high=None,
        meaning=(
            "Unbiased distance (MMD², cubic kernel) of the features of pictures and references; 0 on "
            "average for alike."
        ),
        blind_to=(
            "Which picture belongs to which request. It compares only under the same features, resizing and "
            "files; on a study's own embeddings it is not the KID of papers."
        ),
    ),
    PictureMetric(
        name="fid",
        title="FID",
        of="set",
        unit="",
        higher_is_better=False,
        low=0.0,
        high=None,
        meaning="Fréchet distance of normal distributions fitted to the features of pictures and references.",
        blind_to=(
            "Which picture belongs to which request, and everything beyond mean and covariance. Biased "
            "upwards for few pictures: it compares only at the same number."
        ),
        enough=2048,
    ),
    PictureMetric(
        name="inception_score",
        title="Inception Score",
        of="set",
        unit="",
        higher_is_better=True,
        low=1.0,
        high=None,
        meaning="Whether a classifier is sure of each picture while the pictures differ.",
        blind_to=(
            "Request, references, and all but the classes of ImageNet. A few hundred pictures say nothing."
        ),
        enough=50_000,
    ),
    PictureMetric(
        name="cycles",
        title="Cycles",
        of="request",
        unit="cycles",
        higher_is_better=False,
        low=1.0,
        high=None,
        meaning="How often prompts were tried before the loop stopped.",
        blind_to="Whether the loop was right to stop.",
    ),
    PictureMetric(
        name="stop_rate",
        title="Stop rate",
        of="request",
        unit="share",
        higher_is_better=None,
        low=0.0,
        high=1.0,
        meaning="Share of requests whose loop stopped by itself before its cycles or its budget ended.",
        blind_to="Whether the stop was right: a critic that is pleased by everything stops always.",
    ),
    PictureMetric(
        name="cost",
        title="Cost",
        of="request",
        unit="US dollars",
        higher_is_better=False,
        low=0.0,
        high=None,
        meaning=(
            "What generator, critic and rewriter cost for a request, as if nothing had been kept from before."
        ),
        blind_to="Your own machine's time and power.",
    ),
    PictureMetric(
        name="seconds",
        title="Seconds",
        of="request",
        unit="seconds",
        higher_is_better=False,
        low=0.0,
        high=None,
        meaning="Time spent in calls for a request.",
        blind_to="How many ran at once: requests that share a machine wait for one another.",
    ),
)

PICTURE_METRICS: dict[str, PictureMetric] = {metric.name: metric for metric in _ALL}
"""The figures by name, in the order tables show them."""
