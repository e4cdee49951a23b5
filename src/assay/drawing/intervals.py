"""Shares with their intervals on one common axis from 0 to 1: the rows of a forest plot.

Lengths along the axis are percentages of the drawing's width, so that a row fills whatever column it stands
in while its text and strokes keep their size.
"""

from assay.drawing.svg import Element, element

ROW_HEIGHT = 26
_TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)
# Room at both ends for half a mark or label, in percent of the width.
_MARGIN = 3.0


def _at(share: float) -> str:
    """Position of a share on the axis; anything beyond its ends is drawn at the end."""
    position = _MARGIN + (100 - 2 * _MARGIN) * min(1.0, max(0.0, share))
    return f"{position:.2f}%"


def interval_bar(
    share: float,
    low: float,
    high: float,
    *,
    label: str,
    kind: str = "plain",
    reference: float | None = 0.5,
    height: int = ROW_HEIGHT,
) -> Element:
    """Draw a share as a dot on the line of its interval, with a rule at the reference.

    Args:
        share: in [0, 1].
        low: lower end of the interval, in [0, 1].
        high: upper end of the interval, in [0, 1].
        label: the figure in words, for those who do not see it.
        kind: class that colours the mark; letters and hyphens.
        reference: where the rule stands, in [0, 1]; None for none.
        height: in pixels.
    """
    middle = height / 2
    rule = [] if reference is None else [_line(reference, reference, 0, height, "interval-rule")]
    return element(
        "svg",
        _line(0.0, 1.0, middle, middle, "interval-track"),
        *rule,
        _line(low, high, middle, middle, "interval-line"),
        *(_line(end, end, middle - 5, middle + 5, "interval-line") for end in (low, high)),
        element("circle", cx=_at(share), cy=middle, r=5.5, class_="interval-dot"),
        class_=f"interval {kind}",
        width="100%",
        height=height,
        role="img",
        aria_label=label,
    )


def _line(left: float, right: float, top: float, bottom: float, kind: str) -> Element:
    return element("line", x1=_at(left), x2=_at(right), y1=top, y2=bottom, class_=kind)


def percent_axis(*, reference: float = 0.5) -> Element:
    """The axis under a column of interval rows, labelled in percent, the reference in bold."""
    marks = [
        element(
            "text",
            f"{tick:.0%}",
            x=_at(tick),
            y=14,
            text_anchor="middle",
            class_="axis-label axis-reference" if tick == reference else "axis-label",
        )
        for tick in _TICKS
    ]
    return element("svg", *marks, class_="axis", width="100%", height=18, aria_hidden="true")
