"""Which features two sets of pictures are compared by, and whether figures of papers stand beside them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FeatureSource:
    """Where features come from.

    Attributes:
        name: encoder, layer, library and weights; two figures are comparable only under one name.
        comparable: whether the figures may stand beside those of papers, as far as features go: those of the
            Inception network that the metric was defined with.
        note: what a reader must know of them; may be empty.
    """

    name: str
    comparable: bool = False
    note: str = ""

    def label(self, metric: str) -> str:
        """The metric's name as a table may show it, e.g. ``KID`` or ``KID on CLIP features``."""
        return metric if self.comparable else f"{metric} on {self.name}"


UNNAMED = FeatureSource("unnamed features", note="nobody said which features these are")


def embeddings_of(encoder: str) -> FeatureSource:
    """The source of a study's own embeddings.

    Args:
        encoder: its name with its weights' tag.
    """
    return FeatureSource(
        f"embeddings of {encoder}",
        note=(
            "not the Inception features of papers: nothing here may be set beside a published FID or KID. "
            "On CLIP embeddings KID is akin to CMMD (Jayasumana and others 2024), which has another kernel "
            "and scale"
        ),
    )
