"""Bars over named places, for example how many requests stopped after each cycle."""

from collections.abc import Sequence
from dataclasses import dataclass

from assay.drawing.scales import Scale, tick_label, ticks
from assay.drawing.svg import Element, element
from assay.drawing.text import shortened

_LEFT, _RIGHT, _TOP, _BOTTOM = 52, 18, 26, 46
_WIDEST = 72.0
_LABEL_ROOM = 7.0
"""Pixels that a letter of a label needs."""

BAR_CSS = """\
.bar { fill: var(--won); stroke: var(--won); stroke-width: 2; }
.bar-open { fill: var(--sunken); stroke: var(--strong-line); stroke-width: 2; }
"""
"""Rules of the classes, beside those of the lines (``LINE_CSS``), on the variables of the reports' sheet."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar.

    Attributes:
        label: under it.
        value: its height, >= 0.
        open: drawn hollow: it is of another kind than the others.
    """

    label: str
    value: float
    open: bool = False

    def __post_init__(self) -> None:
        """Refuse what cannot be drawn."""
        if not 0.0 <= self.value < float("inf"):
            raise ValueError(f"the bar {self.label!r} has the height {self.value}: it must be 0 or more")


def bar_chart(
    bars: Sequence[Bar], *, x_label: str, y_label: str, label: str, width: int = 680, height: int = 280
) -> Element:
    """Draw bars from 0 up, each with its figure above it.

    Args:
        bars: from left to right.
        x_label: what the places are.
        y_label: what the heights are.
        label: the chart in words, for those who do not see it.
        width: in pixels.
        height: in pixels.
    """
    highest = max((bar.value for bar in bars), default=0.0)
    marks = ticks(0.0, highest or 1.0)
    up = Scale(0.0, marks[-1], height - _BOTTOM, _TOP)
    step = (width - _LEFT - _RIGHT) / max(1, len(bars))
    drawn = [it for number, bar in enumerate(bars) for it in _bar(bar, _LEFT + step * number, step, up)]
    return element(
        "svg",
        *_axes(_whole(marks, bars), up, width, height, x_label, y_label),
        *drawn,
        class_="lines bars",
        width=width,
        height=height,
        viewBox=f"0 0 {width} {height}",
        role="img",
        aria_label=label,
    )


def _whole(marks: Sequence[float], bars: Sequence[Bar]) -> list[float]:
    """Marks of the axis; for counts those between whole numbers are left out."""
    counts = all(bar.value == int(bar.value) for bar in bars)
    return [tick for tick in marks if not counts or tick == int(tick)]


def _bar(bar: Bar, left: float, step: float, up: Scale) -> list[Element]:
    middle, wide = left + step / 2, min(_WIDEST, step * 0.68)
    top, bottom = up.at(bar.value), up.at(0.0)
    name = shortened(bar.label, max(3, int(step / _LABEL_ROOM)))
    box = element(
        "rect",
        element("title", f"{bar.label}: {bar.value:g}"),
        x=middle - wide / 2,
        y=top,
        width=wide,
        height=bottom - top,
        class_="bar-open" if bar.open else "bar",
    )
    return [
        *([box] if bar.value else []),
        element("text", f"{bar.value:g}", x=middle, y=top - 6, text_anchor="middle", class_="line-name"),
        element("text", name, x=middle, y=bottom + 17, text_anchor="middle"),
    ]


def _axes(
    marks: Sequence[float], up: Scale, width: int, height: int, x_label: str, y_label: str
) -> list[Element]:
    drawn: list[Element] = []
    for tick in marks:
        y = up.at(tick)
        kind = "line-grid" if tick else "line-axis"
        drawn.append(element("line", x1=_LEFT, x2=width - _RIGHT, y1=y, y2=y, class_=kind))
        drawn.append(element("text", tick_label(tick, marks), x=_LEFT - 8, y=y + 4, text_anchor="end"))
    middle = (up.start + up.end) / 2
    centre = (_LEFT + width - _RIGHT) / 2
    turned = f"translate(14 {middle:.1f}) rotate(-90)"
    return [
        *drawn,
        element("text", x_label, x=centre, y=height - 6, text_anchor="middle"),
        element("text", y_label, text_anchor="middle", transform=turned),
    ]
