"""What an OCR engine found on a page: lines with boxes, and their reading order."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in pixels of the page that was read."""

BETWEEN_COLUMNS = "  "
_SAME_ROW = 0.5


@dataclass(frozen=True, slots=True)
class Line:
    """One run of text.

    Attributes:
        text: NFC, without blanks at its ends.
        box: where it stands.
        confidence: the engine's own figure, 0 to 1; not comparable between engines.
    """

    text: str
    box: Box
    confidence: float

    @property
    def height(self) -> float:
        """Height of the box in pixels."""
        return self.box[3] - self.box[1]


@dataclass(frozen=True)
class Reading:
    """All lines of a page, as the engine gave them."""

    lines: tuple[Line, ...]

    @cached_property
    def rows(self) -> tuple[tuple[Line, ...], ...]:
        """The lines grouped into rows from top to bottom, each from left to right.

        A line belongs to a row when it overlaps the row's first line by at least half of the lower of both.
        """
        rows: list[list[Line]] = []
        for line in sorted(self.lines, key=lambda line: (line.box[1] + line.box[3], line.box[0])):
            if rows and _overlap(rows[-1][0], line) >= _SAME_ROW:
                rows[-1].append(line)
            else:
                rows.append([line])
        return tuple(tuple(sorted(row, key=lambda line: line.box[0])) for row in rows)

    @property
    def text(self) -> str:
        """The page as text in reading order: a row to a line, two blanks between its parts."""
        return "\n".join(BETWEEN_COLUMNS.join(line.text for line in row) for row in self.rows)

    def to_data(self) -> list[Any]:
        """JSON form: a list of ``[text, [x1, y1, x2, y2], confidence]``."""
        return [[line.text, list(line.box), line.confidence] for line in self.lines]

    @classmethod
    def from_data(cls, data: Sequence[Any]) -> "Reading":
        """The inverse of :meth:`to_data`."""
        return cls(tuple(Line(text, _box(box), float(confidence)) for text, box, confidence in data))


def cleaned(text: str) -> str:
    """NFC with runs of blanks made one; what every engine's text goes through."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def enclosing(boxes: Sequence[Mapping[str, float]]) -> Box:
    """The box around boxes given by ``left``, ``top``, ``width`` and ``height``; there must be one."""
    return (
        min(box["left"] for box in boxes),
        min(box["top"] for box in boxes),
        max(box["left"] + box["width"] for box in boxes),
        max(box["top"] + box["height"] for box in boxes),
    )


def _box(values: Sequence[float]) -> Box:
    left, top, right, bottom = (float(value) for value in values)
    return left, top, right, bottom


def _overlap(one: Line, other: Line) -> float:
    """Shared height as a share of the lower line's."""
    shared = min(one.box[3], other.box[3]) - max(one.box[1], other.box[1])
    lower = min(one.height, other.height)
    return shared / lower if lower > 0 else 0.0
