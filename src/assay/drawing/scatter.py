"""Dots on two numeric axes with their intervals, for example score against cost."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from assay.drawing.marks import mark
from assay.drawing.scales import Scale, tick_label, ticks
from assay.drawing.svg import Element, element
from assay.drawing.text import shortened

_LEFT, _RIGHT, _BOTTOM, _ROW = 60, 22, 46, 21
_NAME_ROOM = 30
_LETTER = 6.6
_COLOURS = 6


@dataclass(frozen=True, slots=True)
class Dot:
    """One dot.

    Attributes:
        label: its name in the legend.
        x, y: where it stands.
        low, high: ends of the interval of ``y``; None for none.
    """

    label: str
    x: float
    y: float
    low: float | None = None
    high: float | None = None

    def __post_init__(self) -> None:
        """Refuse what cannot be drawn."""
        given = [value for value in (self.x, self.y, self.low, self.high) if value is not None]
        if not all(map(math.isfinite, given)):
            raise ValueError(f"{self}: every number must be finite")


def scatter_plot(
    dots: Sequence[Dot], *, x_label: str, y_label: str, label: str, width: int = 680, height: int = 340
) -> Element:
    """Draw dots, each with a mark and a colour of its own; the axes begin where figures do, not at 0.

    Args:
        dots: the forty-third has the mark and the colour of the first.
        x_label: name of the horizontal axis.
        y_label: name of the vertical axis.
        label: the plot in words, for those who do not see it.
        width: in pixels.
        height: in pixels, the legend aside.
    """
    names, head = _legend(dots, width)
    ends = [value for dot in dots for value in (dot.y, dot.low, dot.high) if value is not None] or [0.0, 1.0]
    ys = _spread(min(ends), max(ends))
    xs = _spread(min((dot.x for dot in dots), default=0.0), max((dot.x for dot in dots), default=1.0))
    across = Scale(xs[0], xs[-1], _LEFT + 10, width - _RIGHT - 10)
    up = Scale(ys[0], ys[-1], head + height - _BOTTOM, head + 12)
    return element(
        "svg",
        *_grid(ys, up, width),
        *_under(xs, across, up),
        *names,
        *(_dot(dot, index, across, up) for index, dot in enumerate(dots)),
        element("text", x_label, x=(_LEFT + width) / 2, y=head + height - 6, text_anchor="middle"),
        element("text", y_label, text_anchor="middle", transform=_turned(up)),
        class_="lines",
        width=width,
        height=head + height,
        viewBox=f"0 0 {width} {head + height}",
        role="img",
        aria_label=label,
    )


def _spread(low: float, high: float) -> list[float]:
    """Round figures around a stretch; a single figure gets some room to both sides."""
    if high - low < 1e-9:
        room = abs(low) * 0.1 or 0.5
        low, high = low - room, high + room
    return ticks(low, high)


def _turned(up: Scale) -> str:
    return f"translate(14 {(up.start + up.end) / 2:.1f}) rotate(-90)"


def _legend(dots: Sequence[Dot], width: int) -> tuple[list[Element], int]:
    """Names with their marks in rows, and the height they take."""
    drawn: list[Element] = []
    x, row = 36.0, 0
    for index, dot in enumerate(dots):
        name = shortened(dot.label, _NAME_ROOM)
        room = 26 + _LETTER * len(name)
        if x > 36.0 and x + room > width:
            x, row = 36.0, row + 1
        y = 12 + row * _ROW
        text = element("text", name, x=x + 10, y=y + 4, class_="line-name")
        drawn.append(element("g", mark(index, x, y), text, class_=_class(index)))
        x += room
    return drawn, (row + 1) * _ROW if dots else 0


def _class(index: int) -> str:
    return f"line-{index % _COLOURS}"


def _grid(ys: Sequence[float], up: Scale, width: int) -> list[Element]:
    drawn = []
    for tick in ys:
        y = up.at(tick)
        kind = "line-axis" if tick == ys[0] else "line-grid"
        drawn.append(element("line", x1=_LEFT, x2=width - _RIGHT, y1=y, y2=y, class_=kind))
        drawn.append(element("text", tick_label(tick, ys), x=_LEFT - 8, y=y + 4, text_anchor="end"))
    return drawn


def _under(xs: Sequence[float], across: Scale, up: Scale) -> list[Element]:
    return [
        element("text", tick_label(tick, xs), x=across.at(tick), y=up.start + 18, text_anchor="middle")
        for tick in xs
    ]


def _dot(dot: Dot, index: int, across: Scale, up: Scale) -> Element:
    x, y = across.at(dot.x), up.at(dot.y)
    parts = [element("title", f"{dot.label}: {dot.y:.3g} at {dot.x:.3g}")]
    if dot.low is not None and dot.high is not None:
        top, bottom = up.at(dot.high), up.at(dot.low)
        path = f"M{x - 3:.2f} {top:.2f}h6M{x:.2f} {top:.2f}V{bottom:.2f}M{x - 3:.2f} {bottom:.2f}h6"
        parts.append(element("path", d=path, class_="line-whisker"))
    return element("g", *parts, mark(index, x, y), class_=_class(index))
