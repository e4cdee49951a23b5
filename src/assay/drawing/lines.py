"""Lines over a numeric axis with their intervals, for example CER against severity."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from assay.drawing.marks import mark
from assay.drawing.scales import Scale, tick_label, ticks
from assay.drawing.svg import Element, element
from assay.drawing.text import shortened

_LEFT, _RIGHT, _BOTTOM, _LEGEND_ROW = 36, 18, 46, 22
# Width that a digit surely has room in.
_DIGIT = 7
_MOST_TICKS = 12
_LEGEND_ROOM = 34
# Pixels between the whiskers of neighbouring lines at one x.
_DODGE = 5
COLOURS = 6

LINE_CSS = """\
:root { --line-0: #1b6f86; --line-1: #b8561d; --line-2: #5b4a9c; --line-3: #2b6b46; --line-4: #8a6d00; --line-5: #9b2f5f; }
@media (prefers-color-scheme: dark) {
  :root { --line-0: #5cb4cd; --line-1: #e08b55; --line-2: #b3a4ec; --line-3: #83c99f; --line-4: #e2c070; --line-5: #ee93bb; }
}
@media print {
  :root { --line-0: #1b6f86; --line-1: #b8561d; --line-2: #5b4a9c; --line-3: #2b6b46; --line-4: #8a6d00; --line-5: #9b2f5f; }
}
.lines { max-width: 100%; height: auto; font: 0.75rem var(--sans); }
.lines text { fill: var(--quiet); }
.lines .line-name { fill: var(--ink); }
.line-grid { stroke: var(--hairline); stroke-width: 1; }
.line-axis { stroke: var(--strong-line); stroke-width: 1; }
.line-path { fill: none; stroke-width: 2; stroke-linejoin: round; }
.line-band { stroke: none; opacity: 0.16; }
.line-whisker { stroke-width: 1.5; }
.line-mark { stroke-width: 2; }
.line-0 { --line: var(--line-0); } .line-1 { --line: var(--line-1); } .line-2 { --line: var(--line-2); }
.line-3 { --line: var(--line-3); } .line-4 { --line: var(--line-4); } .line-5 { --line: var(--line-5); }
.line-path, .line-whisker, .line-mark { stroke: var(--line); }
.line-band, .line-mark { fill: var(--line); }
.line-1 .line-path { stroke-dasharray: 7 4; }
.line-2 .line-path { stroke-dasharray: 2 4; }
.line-3 .line-path { stroke-dasharray: 10 3 2 3; }
.line-4 .line-path { stroke-dasharray: 12 5; }
.line-5 .line-path { stroke-dasharray: 4 2; }
"""  # noqa: E501 (one rule a line, as in the sheet of the reports)
"""Rules of the classes, light and dark, on the variables of the reports' sheet."""


@dataclass(frozen=True, slots=True)
class Point:
    """One figure of a line.

    Attributes:
        x: where it stands.
        y: the figure, >= 0.
        low: lower end of its interval, or None for none.
        high: upper end of it; None exactly where ``low`` is.
    """

    x: float
    y: float
    low: float | None = None
    high: float | None = None

    def __post_init__(self) -> None:
        """Refuse what cannot be drawn."""
        given = [value for value in (self.x, self.y, self.low, self.high) if value is not None]
        if not all(map(math.isfinite, given)):
            raise ValueError(f"{self}: every number must be finite")
        if (self.low is None) != (self.high is None):
            raise ValueError(f"{self}: an interval has two ends")


@dataclass(frozen=True, slots=True)
class Series:
    """One line.

    Attributes:
        label: its name in the legend.
        points: in the order of x.
        kind: a further class for the page's own colours; letters and hyphens, or empty.
    """

    label: str
    points: tuple[Point, ...]
    kind: str = ""


def line_plot(
    series: Sequence[Series],
    *,
    x_label: str,
    y_label: str,
    label: str,
    bands: bool | None = None,
    width: int = 680,
    height: int = 320,
) -> Element:
    """Draw lines from y = 0 up, each with its own colour, dashes and marks.

    Args:
        series: the lines; the seventh has the colour of the first and another mark.
        x_label: name of the horizontal axis.
        y_label: name of the vertical axis.
        label: the plot in words, for those who do not see it.
        bands: intervals as bands (True) or as whiskers at the points (False); by default bands for up to two
            lines, since more cover each other.
        width: in pixels.
        height: in pixels, the legend aside.
    """
    points = [point for line in series for point in line.points]
    banded = len(series) <= 2 if bands is None else bands
    names, head = _legend(series, width)
    frame = _Frame(points, width, head, height)
    return element(
        "svg",
        *_axes(frame, points, x_label, y_label),
        *names,
        *(_band(line, index, frame) for index, line in enumerate(series) if banded),
        *(_line(line, index, len(series), frame, banded) for index, line in enumerate(series)),
        class_="lines",
        width=width,
        height=frame.height,
        viewBox=f"0 0 {width} {frame.height}",
        role="img",
        aria_label=label,
    )


class _Frame:
    """Where figures stand on the sheet."""

    def __init__(self, points: Sequence[Point], width: int, head: int, height: int) -> None:
        self.top, self.bottom = head + 12, head + height - _BOTTOM
        self.height = head + height
        highest = max((max(point.y, point.high or 0.0) for point in points), default=0.0)
        self.y_ticks = ticks(0.0, highest if highest > 0 else 1.0)
        longest = max(len(tick_label(tick, self.y_ticks)) for tick in self.y_ticks)
        self.left, self.right = _LEFT + _DIGIT * longest, width - _RIGHT
        xs = sorted({point.x for point in points}) or [0.0, 1.0]
        self.x_ticks = xs if len(xs) <= _MOST_TICKS else ticks(xs[0], xs[-1])
        ends = (min(xs[0], self.x_ticks[0]), max(xs[-1], self.x_ticks[-1]))
        self.x = Scale(*ends, self.left + 14, self.right - 14)
        self.y = Scale(0.0, self.y_ticks[-1], self.bottom, self.top)


def _class(index: int, kind: str, what: str) -> str:
    return " ".join(filter(None, (what, f"line-{index % COLOURS}", kind)))


def _legend(series: Sequence[Series], width: int) -> tuple[list[Element], int]:
    """Names with their marks in rows, and the height they take."""
    drawn, x, row = [], float(_LEFT), 0
    for index, line in enumerate(series):
        name = shortened(line.label, _LEGEND_ROOM)
        room = 44 + 7.2 * len(name)
        if x > _LEFT and x + room > width:
            x, row = float(_LEFT), row + 1
        y = 14 + row * _LEGEND_ROW
        drawn.append(
            element(
                "g",
                element("path", d=f"M{x:.1f} {y}h28", class_="line-path"),
                mark(index, x + 14, y),
                element("text", name, x=x + 34, y=y + 4, class_="line-name"),
                class_=_class(index, line.kind, "line-key"),
            )
        )
        x += room
    return drawn, (row + 1) * _LEGEND_ROW if series else 0


def _axes(frame: _Frame, points: Sequence[Point], x_label: str, y_label: str) -> list[Element]:
    middle = (frame.top + frame.bottom) / 2
    drawn = [*_y_axis(frame), *_x_axis(frame)]
    centre = (frame.left + frame.right) / 2
    drawn += [
        element("text", x_label, x=centre, y=frame.height - 6, text_anchor="middle"),
        element("text", y_label, text_anchor="middle", transform=f"translate(14 {middle:.1f}) rotate(-90)"),
    ]
    if not points:
        drawn.append(element("text", "nothing to show", x=centre, y=middle, text_anchor="middle"))
    return drawn


def _y_axis(frame: _Frame) -> list[Element]:
    drawn = []
    for tick in frame.y_ticks:
        y = frame.y.at(tick)
        kind = "line-grid" if tick else "line-axis"
        drawn.append(element("line", x1=frame.left, x2=frame.right, y1=y, y2=y, class_=kind))
        text = tick_label(tick, frame.y_ticks)
        drawn.append(element("text", text, x=frame.left - 8, y=y + 4, text_anchor="end"))
    return drawn


def _x_axis(frame: _Frame) -> list[Element]:
    return [
        element(
            "text",
            tick_label(tick, frame.x_ticks),
            x=frame.x.at(tick),
            y=frame.bottom + 18,
            text_anchor="middle",
        )
        for tick in frame.x_ticks
    ]


def _band(line: Series, index: int, frame: _Frame) -> Element:
    """Area between the ends of the intervals, broken where a point has none."""
    pieces = []
    for one, two in pairwise(line.points):
        if one.low is None or two.low is None or one.high is None or two.high is None:
            continue
        corners = ((one.x, one.low), (two.x, two.low), (two.x, two.high), (one.x, one.high))
        pieces.append("M" + "L".join(_at(frame, x, y) for x, y in corners) + "Z")
    path = element("path", d="".join(pieces), class_="line-band")
    return element("g", path, class_=_class(index, line.kind, "line-area"))


def _at(frame: _Frame, x: float, y: float) -> str:
    return f"{frame.x.at(x):.2f} {frame.y.at(y):.2f}"


def _line(line: Series, index: int, lines: int, frame: _Frame, banded: bool) -> Element:
    aside = 0.0 if banded else (index - (lines - 1) / 2) * _DODGE
    alone = len(line.points) == 1
    places = [(frame.x.at(point.x) + aside, frame.y.at(point.y)) for point in line.points]
    path = "L".join(f"{x:.2f} {y:.2f}" for x, y in places)
    whiskers = [
        _whisker(frame, x, point.low, point.high)
        for (x, _), point in zip(places, line.points, strict=True)
        if point.low is not None and point.high is not None and (alone or not banded)
    ]
    marks = [
        element("g", element("title", _spoken(line.label, point)), mark(index, x, y))
        for (x, y), point in zip(places, line.points, strict=True)
    ]
    drawn = [] if not path else [element("path", d=f"M{path}", class_="line-path")]
    return element("g", *drawn, *whiskers, *marks, class_=_class(index, line.kind, "line"))


def _whisker(frame: _Frame, x: float, low: float, high: float) -> Element:
    bottom, top = frame.y.at(low), frame.y.at(high)
    path = f"M{x - 3:.2f} {top:.2f}h6M{x:.2f} {top:.2f}V{bottom:.2f}M{x - 3:.2f} {bottom:.2f}h6"
    return element("path", d=path, class_="line-whisker")


def _spoken(name: str, point: Point) -> str:
    interval = "" if point.low is None else f", interval {point.low:.3g} to {point.high:.3g}"
    return f"{name} at {point.x:g}: {point.y:.3g}{interval}"
