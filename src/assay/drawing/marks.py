"""Marks of points whose shape tells lines apart where colour cannot."""

from assay.drawing.svg import Element, element

SHAPES = ("circle", "square", "triangle", "diamond", "cross", "plus", "wedge")
"""Shapes in the order lines get them."""

# Around the origin, of about equal area.
_PATHS = {
    "circle": "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0Z",
    "square": "M-3.5 -3.5h7v7h-7Z",
    "triangle": "M0 -4.5L4.5 3.5H-4.5Z",
    "diamond": "M0 -5L5 0L0 5L-5 0Z",
    "cross": "M-4 -4L4 4M4 -4L-4 4",
    "plus": "M0 -5V5M-5 0H5",
    "wedge": "M0 4.5L4.5 -3.5H-4.5Z",
}


def mark(index: int, x: float, y: float) -> Element:
    """The mark of a line at a place.

    Args:
        index: of the line, from 0; shapes repeat after the last.
        x: in pixels.
        y: in pixels.
    """
    path = _PATHS[SHAPES[index % len(SHAPES)]]
    return element("path", d=path, transform=f"translate({x:.2f} {y:.2f})", class_="line-mark")
