"""A picture that was made becomes a reply: written without loss, kept as a blob, looked at for blocks."""

import io
from collections.abc import Callable
from typing import Any

from assay.models.pictures.blocked import blocked_reason
from assay.records import Image, Reply, picture_reply

BlobKeeper = Callable[[bytes], str]
"""Keeps bytes and gives their name, the SHA-256 in hexadecimal."""

PNG = "image/png"


def png_bytes(picture: Any) -> bytes:
    """A ``PIL.Image.Image`` as PNG, without times or other notes: equal pixels give equal bytes."""
    written = io.BytesIO()
    picture.convert("RGB").save(written, "PNG")
    return written.getvalue()


def made_reply(
    picture: Any, keep_blob: BlobKeeper, *, flagged: bool = False, served_model: str = ""
) -> Reply:
    """The reply for a ``PIL.Image.Image``; its bytes are kept before.

    Args:
        picture: what was made.
        keep_blob: keeps its bytes.
        flagged: whether the model's safety filter flagged it.
        served_model: the model's name.
    """
    image = Image(keep_blob(png_bytes(picture)), PNG, *picture.size)
    return picture_reply(image, blocked=blocked_reason(picture, flagged=flagged), served_model=served_model)
