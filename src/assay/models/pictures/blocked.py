"""Pictures that do not count: flagged by a safety filter, or showing nothing."""

from typing import Any

from assay.metrics.pictures.flatness import is_near_constant

FLAGGED = "the model's safety filter flagged it"
FLAT = "it shows nothing: one colour all over"


def blocked_reason(picture: Any, *, flagged: bool = False) -> str | None:
    """Why a picture does not count, or None.

    Args:
        picture: a ``PIL.Image.Image``.
        flagged: whether a safety filter flagged it. Filters of diffusers put a black picture in its place.
    """
    import numpy as np  # noqa: PLC0415 - for what is made, not for names of models

    if flagged:
        return FLAGGED
    return FLAT if is_near_constant(np.asarray(picture.convert("RGB"))) else None
