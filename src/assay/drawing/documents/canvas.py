"""A sheet that is written on from top to bottom and cut where the writing ends."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assay.drawing.documents.draws import Draws
from assay.drawing.documents.fonts import font_of
from assay.drawing.documents.wear import worn

if TYPE_CHECKING:
    from PIL import Image

Box = tuple[int, int, int, int]
Colour = tuple[int, int, int]
_TALLEST = 1600


@dataclass(frozen=True, slots=True)
class Style:
    """How a page looks.

    Attributes:
        language: of its type.
        width: in pixels.
        margin: on all sides, in pixels.
        size: of values, in pixels.
        paper: its colour.
        ink: of values and heads.
        pale: of labels and small print.
    """

    language: str
    width: int
    margin: int
    size: int
    paper: Colour
    ink: Colour
    pale: Colour


class Canvas:
    """A sheet of paper.

    Args:
        style: how it looks.
        draws: for the wear of faint values.
    """

    def __init__(self, style: Style, draws: Draws) -> None:
        from PIL import Image, ImageDraw  # noqa: PLC0415

        self.style = style
        self._draws = draws
        self._image = Image.new("RGB", (style.width, _TALLEST), style.paper)
        self._pen = ImageDraw.Draw(self._image)

    def length(self, text: str, size: int) -> int:
        """Width of a text in pixels, rounded up."""
        return int(font_of(self.style.language, size).getlength(text)) + 1

    def write(self, x: int, y: int, text: str, size: int, colour: Colour) -> Box:
        """Write a text; its line begins at y.

        Returns:
            Box around the ink.
        """
        font = font_of(self.style.language, size)
        self._pen.text((x, y), text, font=font, fill=colour)
        left, top, right, bottom = self._pen.textbbox((x, y), text, font=font)
        return int(left), int(top), int(right), int(bottom)

    def write_worn(self, x: int, y: int, text: str, size: int) -> Box:
        """Write a text as a spent ribbon would: small, blurred and pale."""
        ink, box = worn(text, (x, y), self.style.language, size, self._draws)
        self._image.paste(self.style.ink, ink.box, ink.mask)
        return box

    def rule(self, left: int, right: int, y: int) -> None:
        """A thin line across."""
        self._pen.line((left, y, right, y), fill=self.style.pale, width=1)

    def frame(self, box: Box) -> None:
        """A thin rectangle."""
        self._pen.rectangle(box, outline=self.style.pale, width=1)

    def cut(self, bottom: int) -> "Image.Image":
        """The sheet down to a line."""
        return self._image.crop((0, 0, self.style.width, min(bottom, _TALLEST)))
