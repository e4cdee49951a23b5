"""Differences with their intervals in rows around zero, as a chart that stands alone.

Inside a table of a page a row is an :func:`assay.drawing.interval_bar`; this is the whole chart, for a file.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from assay.drawing.scales import Scale, tick_label, ticks
from assay.drawing.svg import Element, element
from assay.drawing.text import shortened

_ROW, _HEAD, _FOOT = 24, 10, 46
_NAMES = 190
_RIGHT = 24
_NAME_ROOM = 26

FOREST_CSS = """\
.forest-line { stroke: var(--quiet); stroke-width: 2; }
.forest-dot { fill: var(--surface); stroke: var(--quiet); stroke-width: 2.5; }
.forest-zero { stroke: var(--ink); stroke-width: 1.5; stroke-dasharray: 3 3; }
.forest-above .forest-line { stroke: var(--won); }
.forest-above .forest-dot { fill: var(--won); stroke: var(--won); }
.forest-below .forest-line { stroke: var(--lost); }
.forest-below .forest-dot { fill: var(--lost); stroke: var(--lost); }
"""
"""Rules of the classes, beside those of the lines (``LINE_CSS``), on the variables of the reports' sheet."""


@dataclass(frozen=True, slots=True)
class ForestRow:
    """One difference.

    Attributes:
        label: whose it is.
        value: the difference.
        low, high: ends of its interval; they may be infinite.
    """

    label: str
    value: float
    low: float
    high: float

    @property
    def side(self) -> str:
        """``above``, ``below`` or ``unclear``: where the interval lies."""
        return "above" if self.low > 0.0 else "below" if self.high < 0.0 else "unclear"


def forest_plot(rows: Sequence[ForestRow], *, x_label: str, label: str, width: int = 680) -> Element:
    """Draw differences in rows, from the first at the top, with a rule at zero.

    Args:
        rows: from the top.
        x_label: name of the axis.
        label: the chart in words, for those who do not see it.
        width: in pixels.
    """
    marks = ticks(min(0.0, *_ends(rows)), max(0.0, *_ends(rows)))
    if len(marks) == 1:
        marks = [-1.0, 0.0, 1.0]
    across = Scale(marks[0], marks[-1], _NAMES + 8, width - _RIGHT)
    bottom = _HEAD + _ROW * max(1, len(rows))
    zero = across.at(0.0)
    return element(
        "svg",
        *(_tick(tick, marks, across, bottom) for tick in marks),
        element("line", x1=zero, x2=zero, y1=_HEAD - 4, y2=bottom + 4, class_="forest-zero"),
        *(_row(row, number, across) for number, row in enumerate(rows)),
        element("text", x_label, x=(_NAMES + width) / 2, y=bottom + _FOOT - 8, text_anchor="middle"),
        class_="lines",
        width=width,
        height=bottom + _FOOT,
        viewBox=f"0 0 {width} {bottom + _FOOT}",
        role="img",
        aria_label=label,
    )


def _ends(rows: Sequence[ForestRow]) -> list[float]:
    """Finite ends of the intervals, two of them at least."""
    found = [value for row in rows for value in (row.value, row.low, row.high)]
    return [0.0, 0.0, *(value for value in found if abs(value) != float("inf"))]


def _tick(tick: float, marks: Sequence[float], across: Scale, bottom: int) -> Element:
    x = across.at(tick)
    return element(
        "g",
        element("line", x1=x, x2=x, y1=_HEAD - 4, y2=bottom + 4, class_="line-grid"),
        element("text", tick_label(tick, marks), x=x, y=bottom + 19, text_anchor="middle"),
    )


def _row(row: ForestRow, number: int, across: Scale) -> Element:
    y = _HEAD + _ROW * number + _ROW / 2
    low, high = across.at(row.low), across.at(row.high)
    name = shortened(row.label, _NAME_ROOM)
    spoken = f"{row.label}: {row.value:+.3g}, interval {row.low:+.3g} to {row.high:+.3g}"
    return element(
        "g",
        element("title", spoken),
        element("text", name, x=_NAMES - 6, y=y + 4, text_anchor="end", class_="line-name"),
        element("line", x1=low, x2=high, y1=y, y2=y, class_="forest-line"),
        *(element("line", x1=x, x2=x, y1=y - 4, y2=y + 4, class_="forest-line") for x in (low, high)),
        element("circle", cx=across.at(row.value), cy=y, r=4.5, class_="forest-dot"),
        class_=f"forest-{row.side}",
    )
