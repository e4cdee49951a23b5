"""Bytes that a server calls a picture: looked at under guard before they are kept."""

import importlib.util
import io
import warnings
from typing import Any

from assay.data.picture_files import MOST_PIXELS
from assay.errors import MissingExtra, Uncertain, UsageError, crossing
from assay.models.pictures.blocked import blocked_reason
from assay.models.pictures.made import BlobKeeper
from assay.records import Image, Reply, Usage, picture_reply

KINDS = {"PNG": "image/png", "JPEG": "image/jpeg", "WEBP": "image/webp"}


def needs_pillow(what: str) -> None:
    """Refuse to go on where pictures cannot be looked at.

    Raises:
        MissingExtra: Pillow is not installed.
    """
    if importlib.util.find_spec("PIL") is None:
        raise MissingExtra(what, "documents")


def received_reply(
    data: bytes, keep_blob: BlobKeeper, who: str, *, usage: Usage, served_model: str = ""
) -> Reply:
    """The reply for a picture as it came; its bytes are kept unchanged.

    Raises:
        Uncertain: it is no picture, or larger than is decoded. It was made, and probably paid.
    """
    try:
        with crossing(f"{who}: what came as a picture cannot be read", UsageError):
            picture, media_type = _decoded(data, who)
    except UsageError as error:
        raise Uncertain(f"{error}; it may have been paid") from error
    image = Image(keep_blob(data), media_type, *picture.size)
    blocked = blocked_reason(picture)
    return picture_reply(image, blocked=blocked, usage=usage, served_model=served_model)


def _decoded(data: bytes, who: str) -> tuple[Any, str]:
    """The picture with all its pixels, and its media type."""
    from PIL import Image as Pictures  # noqa: PLC0415 - an extra

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Pictures.DecompressionBombWarning)  # our own bound is told below
        opened = Pictures.open(io.BytesIO(data), formats=tuple(KINDS))
    with opened as picture:
        width, height = picture.size
        if width * height > MOST_PIXELS:
            raise UsageError(f"{who}: {width} x {height} pixels came; at most {MOST_PIXELS:,} are decoded")
        kind = KINDS[str(picture.format)]
        picture.load()
        return picture.copy(), kind
