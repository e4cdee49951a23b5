"""Files of pictures: their kind told by content, opened under guard, faults told as ours.

The size of every picture is read from its header and held against :data:`MOST_PIXELS` before a pixel is
decoded. The plug-ins of Pillow are called by name, so that only the formats listed here can ever be opened.
"""

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from assay.data.text_files import require_file
from assay.errors import AssayError, DataError, MissingExtra

MOST_PIXELS = 100_000_000
"""Most pixels a page may have before it is made smaller: A4 at 1,000 dots per inch."""

ALLOWED = "PNG, JPEG, TIFF, WebP and PDF"
_HEAD_BYTES = 1024
_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"II+\x00", "TIFF"),
    (b"MM\x00+", "TIFF"),
)
_OTHERS = (
    (b"GIF8", "a GIF"),
    (b"BM", "a BMP"),
    (b"8BPS", "a Photoshop file"),
    (b"AT&TFORM", "a DjVu file"),
    (b"\x00\x00\x00\x0cjP", "a JPEG 2000 file"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"<", "a text with markup (SVG, HTML or XML)"),
)


def picture_kind(path: str | Path) -> str:
    """``PNG``, ``JPEG``, ``TIFF``, ``WebP`` or ``PDF``, told by the content of a file.

    Args:
        path: the file; its suffix plays no part.

    Raises:
        UsageError: there is no such file, or it is a folder.
        DataError: the file is empty, cannot be read, or is none of these.
    """
    file = require_file(path)
    try:
        with file.open("rb") as opened:
            head = opened.read(_HEAD_BYTES)
    except OSError as problem:
        raise DataError(file.name, [f"the file cannot be read: {problem.strerror or problem}"]) from problem
    kind = _kind(head)
    if kind is None:
        raise DataError(file.name, [f"this is {_what(head)}; allowed are {ALLOWED}: save it as one of these"])
    return kind


def _kind(head: bytes) -> str | None:
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return "WebP"
    return "PDF" if b"%PDF-" in head else None


def _what(head: bytes) -> str:
    if not head:
        return "an empty file (0 bytes)"
    if head[4:8] == b"ftyp":
        return "a HEIC, AVIF or video file"
    named = next((what for magic, what in _OTHERS if head.startswith(magic)), None)
    return named or f"no picture that is known (it begins with {head[:8]!r})"


@contextmanager
def faults_of(name: str) -> Iterator[None]:
    """Turn whatever a decoder raises on a broken file into a :class:`DataError` that names the file.

    Args:
        name: what to call the file in messages.
    """
    try:
        yield
    except AssayError:
        raise
    except Exception as problem:  # decoders raise a dozen kinds on broken files
        detail = " ".join(str(problem).split()) or type(problem).__name__
        raise DataError(
            name, [f"the picture is broken or cut off ({detail}); export or scan it again"]
        ) from problem


@contextmanager
def opened_picture(path: Path, kind: str) -> Iterator[Any]:
    """A picture (not a PDF) with its header read and no pixel decoded; closed at the end.

    Args:
        path: the file.
        kind: as :func:`picture_kind` tells it.

    Yields:
        A ``PIL.ImageFile.ImageFile``.

    Raises:
        MissingExtra: Pillow is not installed.
        DataError: the file is broken.
    """
    plugin = _plugin(kind)
    with faults_of(path.name), path.open("rb") as file, plugin(file) as picture:
        yield picture


def _plugin(kind: str) -> Any:
    """The class of Pillow that reads one kind, and no other."""
    try:
        from PIL import (  # noqa: PLC0415 (an extra)
            JpegImagePlugin,
            PngImagePlugin,
            TiffImagePlugin,
            WebPImagePlugin,
        )
    except ImportError as problem:
        raise MissingExtra("reading document images", "documents") from problem
    return {
        "PNG": PngImagePlugin.PngImageFile,
        "JPEG": JpegImagePlugin.JpegImageFile,
        "TIFF": TiffImagePlugin.TiffImageFile,
        "WebP": WebPImagePlugin.WebPImageFile,
    }[kind]


def guard_size(name: str, width: int, height: int) -> None:
    """Refuse a picture that is too large to decode.

    Args:
        name: what to call it in messages.
        width: pixels the header states.
        height: pixels the header states.

    Raises:
        DataError: no pixels, or more than :data:`MOST_PIXELS`.
    """
    if width < 1 or height < 1:
        raise DataError(name, [f"the header states {width} x {height} pixels; there is nothing to see"])
    if width * height > MOST_PIXELS:
        fault = (
            f"{width} x {height} pixels are {width * height:,}; at most {MOST_PIXELS:,} are decoded: "
            "save the page smaller, or the file is no honest picture"
        )
        raise DataError(name, [fault])


def guard_page(name: str, page: int, pages: int) -> None:
    """Refuse a page that a file does not have.

    Raises:
        DataError: the page is not from 1 to ``pages``.
    """
    if not 1 <= page <= pages:
        have = "1 page" if pages == 1 else f"{pages} pages"
        raise DataError(name, [f"page {page} was asked for; the file has {have}, counted from 1"])


def late_metadata(path: Path) -> bool:
    """Whether a PNG holds EXIF or text behind its pixels, where reading the header does not see it."""
    seen_pixels = False
    with path.open("rb") as file:
        file.seek(8)
        while len(head := file.read(8)) == 8:
            length, kind = struct.unpack(">I4s", head)
            seen_pixels = seen_pixels or kind == b"IDAT"
            if seen_pixels and kind in {b"eXIf", b"tEXt", b"zTXt", b"iTXt"}:
                return True
            file.seek(length + 4, 1)
    return False
