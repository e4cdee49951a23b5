"""Small copies of big pictures, so that a page of many loads quickly."""

import io

from assay.records import Image

LONGEST = 320
"""Pixels of the longer side of a thumbnail."""

SMALL = 128
"""Pixels of the longer side up to which a picture is shown larger than it is, every pixel sharp."""

_QUALITY = 85


def needs_thumbnail(image: Image) -> bool:
    """Whether a picture is too big to be shown many times on a page."""
    return max(image.width, image.height) > LONGEST


def is_small(image: Image) -> bool:
    """Whether a picture is shown larger than it is."""
    return 0 < max(image.width, image.height) <= SMALL


def thumbnail(content: bytes) -> bytes | None:
    """A small JPEG of a picture, what is transparent on white; None where it cannot be made.

    It cannot without Pillow, or of a file that Pillow does not read: the picture itself is shown then.
    """
    try:
        from PIL import Image as Pictures  # noqa: PLC0415 - an extra
    except ImportError:
        return None
    try:
        with Pictures.open(io.BytesIO(content)) as opened:
            opened.draft("RGB", (LONGEST, LONGEST))
            opened.thumbnail((LONGEST, LONGEST))
            shown = opened.convert("RGBA")
    except (OSError, ValueError, Pictures.DecompressionBombError):
        return None
    paper = Pictures.new("RGB", shown.size, (255, 255, 255))
    paper.paste(shown, mask=shown.getchannel("A"))
    out = io.BytesIO()
    paper.save(out, "JPEG", quality=_QUALITY, optimize=True)
    return out.getvalue()
