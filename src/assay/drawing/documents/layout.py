"""Ways of setting labels and values on a page; a page's seed draws one."""

from collections.abc import Callable, Mapping, Sequence

from assay.drawing.documents.canvas import Box, Canvas
from assay.drawing.documents.content import Line

Placed = dict[str, Box]
"""Box of each field's value by question type."""

Setter = Callable[[Canvas, Sequence[Line], frozenset[str], int], tuple[Placed, int]]


def _value(canvas: Canvas, line: Line, faint: frozenset[str], x: int, y: int) -> Box:
    if line.question_type and line.question_type in faint:
        return canvas.write_worn(x, y, line.value, canvas.style.size)
    return canvas.write(x, y, line.value, canvas.style.size, canvas.style.ink)


def _note_box(placed: Placed, line: Line, box: Box) -> None:
    if line.question_type:
        placed[line.question_type] = box


def inline(canvas: Canvas, lines: Sequence[Line], faint: frozenset[str], top: int) -> tuple[Placed, int]:
    """Label, colon and value on one line."""
    style, placed = canvas.style, Placed()
    for line in lines:
        label = f"{line.label}:"
        canvas.write(style.margin, top, label, style.size, style.pale)
        x = style.margin + canvas.length(label, style.size) + style.size // 2
        _note_box(placed, line, _value(canvas, line, faint, x, top))
        top += round(style.size * 1.8)
    return placed, top


def aligned(canvas: Canvas, lines: Sequence[Line], faint: frozenset[str], top: int) -> tuple[Placed, int]:
    """Labels in one column, values in another, without lines."""
    style, placed = canvas.style, Placed()
    x = style.margin + max(canvas.length(line.label, style.size) for line in lines) + style.size
    for line in lines:
        canvas.write(style.margin, top, line.label, style.size, style.pale)
        _note_box(placed, line, _value(canvas, line, faint, x, top))
        top += round(style.size * 1.75)
    return placed, top


def table(canvas: Canvas, lines: Sequence[Line], faint: frozenset[str], top: int) -> tuple[Placed, int]:
    """A table of two columns with ruled rows."""
    style, placed = canvas.style, Placed()
    height, pad = round(style.size * 1.9), style.size // 2
    right = style.width - style.margin
    middle = style.margin + max(canvas.length(line.label, style.size) for line in lines) + 2 * pad
    for line in lines:
        canvas.frame((style.margin, top, middle, top + height))
        canvas.frame((middle, top, right, top + height))
        canvas.write(style.margin + pad, top + pad, line.label, style.size, style.pale)
        _note_box(placed, line, _value(canvas, line, faint, middle + pad, top + pad))
        top += height
    return placed, top + style.size


def above(canvas: Canvas, lines: Sequence[Line], faint: frozenset[str], top: int) -> tuple[Placed, int]:
    """The label in small type over its value, in two columns where they are wide enough."""
    style, placed = canvas.style, Placed()
    small = round(style.size * 0.72)
    widest = max(
        max(canvas.length(line.value, style.size), canvas.length(line.label, small)) for line in lines
    )
    room = style.width - 2 * style.margin
    columns = 2 if 2 * widest + 2 * style.size <= room else 1
    height = round(style.size * 2.7)
    for at, line in enumerate(lines):
        x = style.margin + at % columns * (room // columns)
        y = top + at // columns * height
        canvas.write(x, y, line.label, small, style.pale)
        _note_box(placed, line, _value(canvas, line, faint, x, y + round(small * 1.35)))
    return placed, top + -(-len(lines) // columns) * height


ARRANGEMENTS: Mapping[str, Setter] = {"inline": inline, "aligned": aligned, "table": table, "above": above}
"""Every way of setting, by name."""


def goods(canvas: Canvas, rows: Sequence[Sequence[str]], top: int) -> int:
    """The table of what was bought: text to the left, numbers to the right.

    Returns:
        Where the writing goes on.
    """
    style = canvas.style
    small = round(style.size * 0.85)
    room = style.width - 2 * style.margin
    ends = [style.margin + round(room * share) for share in (0.0, 0.56, 0.78, 1.0)]
    for at, row in enumerate(rows):
        colour = style.ink if at else style.pale
        for column, (text, end) in enumerate(zip(row, ends, strict=True)):
            canvas.write(end - (canvas.length(text, small) if column else 0), top, text, small, colour)
        top += round(small * 1.6)
        if not at:
            canvas.rule(style.margin, style.width - style.margin, top - small // 3)
    return top + style.size
