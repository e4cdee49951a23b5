"""What models of one simulated family have in common: a leaning towards some wordings.

Shared by the simulated reader and the simulated field advisor. It is all the advisor can know beforehand: a
lean is neither a wording that is obeyed nor one that is not.
"""

from functools import lru_cache

from assay.models.embedded.chance import Chance

FAMILIES = ("none", "a", "b", "c", "d")
"""Families an answerer or an advisor can be of; ``none`` shares nothing with anybody."""

_WEIGHT = 0.6


@lru_cache(maxsize=4096)
def liking(owner: str, family: str, wording: str) -> float:
    """How much a model likes a wording: a draw of its own, and a smaller one that its family shares.

    Args:
        owner: what the model's own draw is seeded with.
        family: one of :data:`FAMILIES`.
        wording: aspect and name of the wording, e.g. ``label/value-only``.

    Returns:
        A figure that only orders wordings; higher is liked more.
    """
    own = Chance("liking", owner, wording).gauss(1.0)
    shared = 0.0 if family == "none" else Chance("family", family, wording).gauss(_WEIGHT)
    return own + shared
