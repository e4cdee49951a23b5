"""Print that has worn away: still to be seen as a line of print, no longer to be read letter by letter."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assay.drawing.documents.draws import Draws
from assay.drawing.documents.fonts import font_of

if TYPE_CHECKING:
    from PIL import Image

# All tried on RapidOCR and Tesseract until both found the print and misread part of it.
_SMALLER = 0.9
_STRENGTH = (0.72, 0.88)
_BLUR = 0.06
# Bare spots for each square of one em, and their radius in ems.
_SPOTS = (8.0, 12.0)
_RADIUS = (0.035, 0.09)
_PAD = 6


@dataclass(frozen=True, slots=True)
class WornInk:
    """Ink to be pasted.

    Attributes:
        mask: 0 for none to 255 for full ink.
        box: where it goes.
    """

    mask: "Image.Image"
    box: tuple[int, int, int, int]


def worn(
    text: str, at: tuple[int, int], language: str, size: int, draws: Draws
) -> tuple[WornInk, tuple[int, int, int, int]]:
    """A text in worn print: smaller, paler and blurred, with spots where no ink is left.

    Args:
        text: one line.
        at: left end and top of the line.
        language: of its type.
        size: of the print around it, in pixels.
        draws: for how far and where it is worn.

    Returns:
        The ink, and the box around the text.
    """
    from PIL import Image, ImageDraw, ImageFilter  # noqa: PLC0415

    em = round(size * _SMALLER)
    font = font_of(language, em)
    x, y = at[0], at[1] + round((size - em) * 0.8)
    left, top, right, bottom = (int(edge) for edge in font.getbbox(text))
    shape = (right - left + 2 * _PAD, bottom - top + 2 * _PAD)
    mask = Image.new("L", shape, 0)
    pen = ImageDraw.Draw(mask)
    pen.text((_PAD - left, _PAD - top), text, font=font, fill=255)
    for spot in _spots(shape, em, draws):
        pen.ellipse(spot, fill=0)
    mask = mask.filter(ImageFilter.GaussianBlur(em * _BLUR))
    strength = draws.real(*_STRENGTH)
    mask = mask.point([round(level * strength) for level in range(256)])
    corner = (x + left - _PAD, y + top - _PAD)
    ink = WornInk(mask, (*corner, corner[0] + shape[0], corner[1] + shape[1]))
    return ink, (x + left, y + top, x + right, y + bottom)


def _spots(shape: tuple[int, int], em: int, draws: Draws) -> list[tuple[float, float, float, float]]:
    """Boxes of the bare spots, spread evenly over the line."""
    count = round(shape[0] * shape[1] / em**2 * draws.real(*_SPOTS))
    spots = []
    for _ in range(count):
        x, y, radius = draws.share() * shape[0], draws.share() * shape[1], em * draws.real(*_RADIUS)
        spots.append((x - radius, y - radius, x + radius, y + radius))
    return spots
