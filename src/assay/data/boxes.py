"""Boxes around answers on a page, read from the forms annotation tables write them in."""

import re

Box = tuple[float, float, float, float]
"""Left, top, right and bottom in pixels of the upright page."""

_NONE = {"", "[]", "()", "none", "null", "nan", "-", "n/a"}
_QUOTES = "\"'“”„‟\u2018\u2019«»"
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")
_ALLOWED = re.compile(r"[\s\d.,;+\-\[\](){}]*")
_SLACK = 1.0


def read_box(text: str) -> Box | None:
    """A box out of a cell: four numbers, or eight for the corners of a quadrangle, whose hull is taken.

    Quotes of any kind, brackets, and commas, semicolons or blanks between numbers are all read. A decimal
    point is a point.

    Args:
        text: the cell.

    Returns:
        The box, or None where the cell says that there is none.

    Raises:
        ValueError: anything else; the message says what came and what is allowed.
    """
    bare = text.strip(_QUOTES + " \t\r\n")
    if bare.lower() in _NONE:
        return None
    numbers = [float(number) for number in _NUMBER.findall(bare)]
    if not _ALLOWED.fullmatch(bare) or len(numbers) not in {4, 8}:
        raise ValueError(f"the box {text!r} is not four numbers [x1, y1, x2, y2] (or eight for four corners)")
    if len(numbers) == 8:
        across, down = numbers[0::2], numbers[1::2]
        numbers = [min(across), min(down), max(across), max(down)]
    left, top, right, bottom = numbers
    if right <= left or bottom <= top:
        raise ValueError(
            f"the box {text!r} has no area: x2 must be above x1 and y2 above y1 (a width and a height in the "
            "last two places must be turned into corners)"
        )
    if left < 0 or top < 0:
        raise ValueError(f"the box {text!r} begins outside the page, below 0")
    return (left, top, right, bottom)


def outside(box: Box, size: tuple[int, int]) -> bool:
    """Whether a box reaches over the right or lower edge of a page by more than a pixel.

    Args:
        box: in pixels.
        size: width and height of the page in pixels.
    """
    return box[2] > size[0] + _SLACK or box[3] > size[1] + _SLACK
