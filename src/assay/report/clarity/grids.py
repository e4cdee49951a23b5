"""Pictures of an arm as one picture in rows and columns, pixel for pixel."""

import numpy as np
from numpy.typing import NDArray

from assay.drawing.grey_png import grey_png, read_grey_png

COLUMNS = 8
_GAP, _GREY = 2, 128


def grid_of(strip: bytes, side: int) -> bytes:
    """Pictures that stand below each other in rows of eight, as a PNG file.

    Args:
        strip: a file with pictures below each other.
        side: height of one of them.
    """
    pictures = pictures_in(strip, side)
    count, height, width = pictures.shape
    rows = -(-count // COLUMNS)
    columns = min(COLUMNS, count)
    sheet = np.full((rows * (height + _GAP) - _GAP, columns * (width + _GAP) - _GAP), _GREY, dtype=np.uint8)
    for at, picture in enumerate(pictures):
        top, left = at // COLUMNS * (height + _GAP), at % COLUMNS * (width + _GAP)
        sheet[top : top + height, left : left + width] = picture
    return grey_png(sheet)


def pictures_in(strip: bytes, side: int) -> NDArray[np.uint8]:
    """Pictures that stand below each other, shape (n, side, width)."""
    found = read_grey_png(strip)
    return found.reshape(-1, side, found.shape[1])
