"""Pages of documents made ready to be sent: upright, RGB, within the limits of a study, as PNG or JPEG.

What a server does to a large picture is its own affair and differs between servers, so pages are made smaller
here, and the size that was sent is recorded with them.
"""

import io
import math
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from assay.data.pdf import POINTS_PER_INCH, pdf_page_size, pdf_pages, render_pdf_page
from assay.data.picture_files import (
    guard_page,
    guard_size,
    late_metadata,
    opened_picture,
    picture_kind,
)
from assay.data.picture_pixels import as_rgb, orientation, stored_size, upright, upright_size, zero_is_white
from assay.data.text_files import require_file

MediaType = Literal["image/png", "image/jpeg"]
PDF_DPI = 200
_MEDIA_TYPES = {"image/png": "PNG", "image/jpeg": "JPEG"}
_SUFFIXES = {
    "PNG": (".png",),
    "JPEG": (".jpg", ".jpeg", ".jpe", ".jfif"),
    "TIFF": (".tif", ".tiff"),
    "WebP": (".webp",),
    "PDF": (".pdf",),
}
# What may stand in a file that is passed through: nothing that tells of places, times, devices or people.
_PLAIN_INFO = {"dpi", "jfif", "jfif_version", "jfif_unit", "jfif_density", "adobe", "adobe_transform"}
_PLAIN_INFO |= {"progressive", "progression", "gamma", "srgb", "aspect", "interlace", "chromaticity"}


@dataclass(frozen=True, slots=True)
class Preparation:
    """How pages are made ready.

    Attributes:
        longest_side: most pixels of the longer side, or None for no limit.
        max_pixels: most pixels of the whole page, or None for no limit.
        media_type: ``image/png`` (exact) or ``image/jpeg`` (smaller). A JPEG file that needs no change is
            passed through with either.
        quality: of a JPEG, 1 to 95.
        pdf_dpi: dots per inch at which pages of PDF files are drawn, 36 to 600.
    """

    longest_side: int | None = None
    max_pixels: int | None = 4_000_000
    media_type: MediaType = "image/png"
    quality: int = 90
    pdf_dpi: int = PDF_DPI

    def __post_init__(self) -> None:
        """Refuse values out of range.

        Raises:
            ValueError: one of them is.
        """
        for name, value in (("longest_side", self.longest_side), ("max_pixels", self.max_pixels)):
            if value is not None and value < 1:
                raise ValueError(f"{name} is {value}; it must be at least 1, or None for no limit")
        if self.media_type not in _MEDIA_TYPES:
            raise ValueError(f"media_type is {self.media_type!r}; allowed are {', '.join(_MEDIA_TYPES)}")
        if not 1 <= self.quality <= 95:
            raise ValueError(f"quality is {self.quality}; it must be from 1 to 95")
        if not 36 <= self.pdf_dpi <= 600:
            raise ValueError(f"pdf_dpi is {self.pdf_dpi}; it must be from 36 to 600")

    def to_data(self) -> dict[str, int | str | None]:
        """The settings as plain data, for hashes and records."""
        return asdict(self)

    def scale(self, width: float, height: float) -> float:
        """The factor, at most 1, that brings a size within the limits."""
        factors = [1.0]
        if self.longest_side is not None:
            factors.append(self.longest_side / max(width, height))
        if self.max_pixels is not None:
            factors.append(math.sqrt(self.max_pixels / (width * height)))
        return min(factors)


@dataclass(frozen=True, slots=True)
class PreparedPage:
    """A page as it is sent.

    Attributes:
        data: the bytes of a PNG or JPEG file.
        media_type: which of the two.
        width: pixels sent.
        height: pixels sent.
        source_width: pixels before the limits, upright; of a PDF page at the stated dots per inch.
        source_height: likewise.
        notes: what was seen and done, one sentence each.
    """

    data: bytes
    media_type: str
    width: int
    height: int
    source_width: int
    source_height: int
    notes: tuple[str, ...] = ()


def page_count(path: str | Path) -> int:
    """How many pages a file has: of PDF and TIFF as they say, else 1 (of an animation the first picture).

    Raises:
        UsageError: there is no such file, or it is a folder.
        DataError: it is no picture of a known kind, or broken.
        MissingExtra: the extra ``documents`` is not installed.
    """
    file, kind = require_file(path), picture_kind(path)
    if kind == "PDF":
        return pdf_pages(file)
    with opened_picture(file, kind) as picture:
        return int(picture.n_frames) if kind == "TIFF" else 1


def page_size(path: str | Path, page: int = 1, *, pdf_dpi: int = PDF_DPI) -> tuple[int, int]:
    """Width and height of a page in pixels, upright, before any limit; read from the header alone.

    Args:
        path: the file.
        page: from 1.
        pdf_dpi: dots per inch for pages of PDF files.

    Raises:
        UsageError: there is no such file, or it is a folder.
        DataError: no picture of a known kind, broken, too large, or there is no such page.
        MissingExtra: the extra ``documents`` is not installed.
    """
    file, kind = require_file(path), picture_kind(path)
    if kind == "PDF":
        width, height = pdf_page_size(file, page)
        return _at_dpi(width, height, pdf_dpi)
    with opened_picture(file, kind) as picture:
        _turn_to(picture, file.name, kind, page)
        size = _guarded(picture, file.name)
        turn, _ = _orientation(picture, file, kind)
        return upright_size(size, turn)


def prepare_page(path: str | Path, page: int = 1, preparation: Preparation | None = None) -> PreparedPage:
    """Make a page ready to be sent.

    EXIF orientation is obeyed, alpha laid on white, everything turned into RGB with 8 bits, and the page made
    smaller where it exceeds a limit, never larger. Metadata (places, times, devices) is left out. A PNG or
    JPEG file that is RGB with 8 bits, upright, within the limits and free of metadata goes through byte for
    byte, a PNG only where the media type asked for is PNG. The same file and preparation give the same bytes
    with the same version of Pillow.

    Args:
        path: the file; its kind is told by its content.
        page: from 1.
        preparation: limits and form; None takes the default.

    Raises:
        UsageError: there is no such file, or it is a folder.
        DataError: no picture of a known kind, broken, too large, or there is no such page.
        MissingExtra: the extra ``documents`` is not installed.
    """
    file, kind, chosen = require_file(path), picture_kind(path), preparation or Preparation()
    named = _suffix_note(file, kind)
    if kind == "PDF":
        return _prepared_pdf(file, page, chosen, named)
    with opened_picture(file, kind) as picture:
        _turn_to(picture, file.name, kind, page)
        size = _guarded(picture, file.name)
        turn, notes = _orientation(picture, file, kind)
        notes = (*named, *notes, *_frames_note(picture, kind))
        inverted = zero_is_white(picture)
        picture.load()
        source = upright_size(size, turn)
        if turn == 1 and chosen.scale(*source) == 1 and _passes(picture, file, chosen):
            return PreparedPage(file.read_bytes(), f"image/{kind.lower()}", *source, *source, notes)
        pixels, more = as_rgb(picture, white_is_zero=inverted)
        pixels = upright(pixels, 1 if kind == "TIFF" else turn)
        return _encoded(pixels, source, chosen, (*notes, *more))


def _turn_to(picture: Any, name: str, kind: str, page: int) -> None:
    guard_page(name, page, picture.n_frames if kind == "TIFF" else 1)
    if kind == "TIFF":
        picture.seek(page - 1)


def _guarded(picture: Any, name: str) -> tuple[int, int]:
    size = stored_size(picture)
    guard_size(name, *size)
    return size


def _orientation(picture: Any, file: Path, kind: str) -> tuple[int, tuple[str, ...]]:
    """As :func:`orientation`, without decoding a PNG only to find that it has no EXIF."""
    if kind == "PNG" and "exif" not in picture.info and not late_metadata(file):
        picture.info["exif"] = None
        turn = orientation(picture)
        del picture.info["exif"]
        return turn
    return orientation(picture)


def _frames_note(picture: Any, kind: str) -> tuple[str, ...]:
    count = getattr(picture, "n_frames", 1)
    if kind == "TIFF" or count == 1:
        return ()
    return (f"it is an animation; the first of its {count} pictures is used",)


def _suffix_note(file: Path, kind: str) -> tuple[str, ...]:
    if file.suffix.lower() in _SUFFIXES[kind]:
        return ()
    return (f"{file.name} is a {kind} by its content and was read as such",)


def _passes(picture: Any, file: Path, preparation: Preparation) -> bool:
    """Whether a decoded, upright picture within the limits can be sent as its file stands."""
    if picture.mode != "RGB" or not set(picture.info) <= _PLAIN_INFO:
        return False
    if picture.format == "JPEG":
        return {name for name, _ in picture.applist} <= {"APP0", "APP14"} and _ends_with(file, b"\xff\xd9")
    return (
        picture.format == "PNG"
        and preparation.media_type == "image/png"
        and not picture.private_chunks
        and getattr(picture, "n_frames", 1) == 1
        and _png_depth(file) == 8
        and _ends_with(file, b"IEND\xaeB`\x82")
    )


def _png_depth(file: Path) -> int:
    with file.open("rb") as opened:
        return opened.read(25)[24]


def _ends_with(file: Path, end: bytes) -> bool:
    """Whether nothing is hung on behind the picture."""
    with file.open("rb") as opened:
        opened.seek(-len(end), 2)
        return opened.read() == end


def _prepared_pdf(file: Path, page: int, preparation: Preparation, notes: tuple[str, ...]) -> PreparedPage:
    """A page of a PDF drawn in the size it is sent in: sharper than drawing it large and shrinking it."""
    points = pdf_page_size(file, page)
    source = _at_dpi(*points, preparation.pdf_dpi)
    factor = preparation.scale(*source)
    sent = [max(1, int(side * factor)) for side in source]
    guard_size(file.name, *sent)
    scale = preparation.pdf_dpi / POINTS_PER_INCH
    if factor < 1:
        # A hair less: PDFium rounds a size up, and a page one pixel too wide would be resampled.
        scale = min(side / length for side, length in zip(sent, points, strict=True)) * (1 - 1e-9)
    pixels = render_pdf_page(file, page, scale)
    return _encoded(pixels, source, preparation, notes)


def _at_dpi(width: float, height: float, dpi: int) -> tuple[int, int]:
    scale = dpi / POINTS_PER_INCH
    return max(1, math.ceil(width * scale)), max(1, math.ceil(height * scale))


def _encoded(
    pixels: Any, source: tuple[int, int], preparation: Preparation, notes: tuple[str, ...]
) -> PreparedPage:
    from PIL import Image  # noqa: PLC0415 (an extra)

    factor = preparation.scale(*pixels.size)
    if factor < 1:
        size = (max(1, int(pixels.width * factor)), max(1, int(pixels.height * factor)))
        pixels = pixels.resize(size, Image.Resampling.LANCZOS)
    pixels.info.clear()
    out = io.BytesIO()
    if preparation.media_type == "image/png":
        pixels.save(out, "PNG")
    else:
        pixels.save(out, "JPEG", quality=preparation.quality, subsampling=0)
    width, height = pixels.size
    return PreparedPage(out.getvalue(), preparation.media_type, width, height, *source, notes)
