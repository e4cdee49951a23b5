"""The plots of a study of pictures: score by cycle, stops, score against cost, ablations."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assay.drawing import Element, Point, Series, element, interval_bar, line_plot
from assay.drawing.bars import Bar, bar_chart
from assay.drawing.forest import ForestRow, forest_plot
from assay.drawing.scatter import Dot, scatter_plot
from assay.report.pictures.compared import ProcedureRow
from assay.report.pictures.names import metric_title, procedure_name, signed, signed_span
from assay.report.pictures.results import PicturesFigures
from assay.report.words import counted
from assay.stats.differences import Difference

_MARGIN = 3.0
"""Room at both ends of an axis, in percent, as interval bars have it."""

_REACHES = (0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 50.0, 100.0)


@dataclass(frozen=True, slots=True)
class Plot:
    """A plot of the report.

    Attributes:
        name: of its files, without what they end in.
        chart: the drawing.
        caption: what it shows and how it is to be read.
    """

    name: str
    chart: Element
    caption: str


def plots_of(figures: PicturesFigures, main: str) -> tuple[Plot, ...]:
    """Every plot that there are figures for.

    Args:
        figures: of the run.
        main: the deciding metric.
    """
    return tuple(
        it
        for it in (
            _by_cycle(figures, main),
            _stops(figures),
            _cost(figures, main),
            _ablations(figures, main),
        )
        if it is not None
    )


def _by_cycle(figures: PicturesFigures, main: str) -> Plot | None:
    if len(figures.cycles) < 2:
        return None
    loop = [_point(it.cycle, it.loop.mean, it.loop.low, it.loop.high) for it in figures.cycles]
    control = [
        _point(it.cycle, it.control.mean, it.control.low, it.control.high)
        for it in figures.cycles
        if it.control is not None
    ]
    standing = [
        _point(it.cycle, it.standing.value, it.standing.low, it.standing.high) for it in figures.cycles
    ]
    lines = [
        _series("the loop, requests still under way", loop),
        _series("unchanged prompt, same seeds", control),
        _series("the loop, all requests", standing),
    ]
    title = metric_title(main)
    chart = line_plot(
        [it for it in lines if it.points],
        x_label="cycle (0: the user's own prompt)",
        y_label=title,
        label=f"Mean {title} by cycle: {_spoken(figures)}",
    )
    caption = (
        "Mean of the pictures of each cycle with its interval over requests. Where loops stop early, later "
        "cycles hold the hard requests alone: compare the loop there with the unchanged prompt on the same "
        "requests and seeds, or follow the third line, in which every request stays where its loop ended."
    )
    return Plot("score-by-cycle", chart, caption)


def _point(cycle: int, mean: float | None, low: float | None, high: float | None) -> Point | None:
    return None if mean is None else Point(cycle, mean, low, high)


def _series(label: str, points: Sequence[Point | None]) -> Series:
    return Series(label, tuple(it for it in points if it is not None))


def _spoken(figures: PicturesFigures) -> str:
    known = [(it.cycle, it.standing.value) for it in figures.cycles if it.standing.value is not None]
    return ", ".join(f"{cycle}: {mean:.3f}" for cycle, mean in known)


def _stops(figures: PicturesFigures) -> Plot | None:
    found = figures.stopping
    if found is None or len(found.histogram) < 2:
        return None
    *stopped, rest = found.histogram
    bars = [Bar(str(cycle), number) for cycle, number in enumerate(stopped)]
    spoken = ", ".join(f"{number} after cycle {cycle}" for cycle, number in enumerate(stopped))
    chart = bar_chart(
        [*bars, Bar("never", rest, open=True)],
        x_label="cycle after which something stopped the loop",
        y_label="requests",
        label=f"Stops: {spoken}, {rest} never",
    )
    caption = (
        f"After which cycle the loop stopped, or would have, for {counted(found.requests, 'request')}. "
        "Hollow: nothing stopped it."
    )
    return Plot("stop-cycles", chart, caption)


def _cost(figures: PicturesFigures, main: str) -> Plot | None:
    priced = all(row.totals.usd for row in figures.procedures)
    unit = "usd" if priced else "calls"
    dots = [
        Dot(_label(row), each, row.mean.value, row.mean.low, row.mean.high)
        for row in figures.procedures
        if row.mean.value is not None and (each := row.totals.each(unit)) is not None
    ]
    if len(dots) < 2:
        return None
    axis = "US dollars a request, as if nothing were cached" if priced else "calls a request"
    title = metric_title(main)
    chart = scatter_plot(
        dots,
        x_label=axis,
        y_label=title,
        label=f"{title} against {axis}: " + ", ".join(f"{it.label} {it.y:.3f} at {it.x:.3g}" for it in dots),
    )
    caption = (
        "Mean score of the chosen picture against what a request costs, for every procedure. The axes do not "
        "begin at 0."
    )
    return Plot("score-against-cost", chart, caption)


def _label(row: ProcedureRow) -> str:
    return procedure_name(row.name)


def _ablations(figures: PicturesFigures, main: str) -> Plot | None:
    rows = list(_forest_rows(figures.ablations))
    if not rows:
        return None
    title = metric_title(main)
    chart = forest_plot(
        rows,
        x_label=f"difference in {title} to the loop",
        label="Ablations: " + ", ".join(f"{row.label} {row.value:+.3f}" for row in rows),
    )
    caption = (
        "Each ablation against the loop over the same requests. Left of 0 it scores less: what was taken "
        "away or changed helps the loop."
    )
    return Plot("ablations", chart, caption)


def _forest_rows(rows: Sequence[ProcedureRow]) -> Iterator[ForestRow]:
    for row in rows:
        if row.against is not None and (found := row.against.difference) is not None:
            yield ForestRow(row.name, found.difference, found.low, found.high)


def reach_of(differences: Sequence[Difference | None]) -> float:
    """How far an axis of differences must reach to both sides."""
    ends = [abs(end) for it in differences if it is not None for end in (it.low, it.high, it.difference)]
    widest = max((end for end in ends if end != float("inf")), default=1.0)
    return next((reach for reach in _REACHES if widest <= reach + 1e-9), widest)


def difference_bar(
    it: Difference, who: str, reach: float, *, flip: bool = False, height: int = 26
) -> Element:
    """A difference on the line of its interval, zero in the middle.

    Args:
        it: the figures.
        who: whose difference it is, in words.
        reach: end of the axis, as :func:`reach_of` gives it.
        flip: whether lower is better, for the colour.
        height: in pixels.
    """
    label = f"{who}: difference {signed(it.difference)}, interval {signed_span(it.low, it.high)}"
    ends = [0.5 + max(-reach, min(reach, value)) / (2 * reach) for value in (it.difference, it.low, it.high)]
    side = "above" if it.low > 0.0 else "below" if it.high < 0.0 else "unclear"
    if flip:
        side = {"above": "below", "below": "above"}.get(side, side)
    return interval_bar(*ends, label=label, kind=side, height=height)


def difference_axis(reach: float) -> Element:
    """The axis under a column of differences."""
    ticks = ((0.0, -reach), (0.25, -reach / 2), (0.5, 0.0), (0.75, reach / 2), (1.0, reach))
    marks = [
        element(
            "text",
            f"{tick:+g}".replace("-", "\u2212") if tick else "0",
            x=f"{_MARGIN + (100 - 2 * _MARGIN) * place:.2f}%",
            y=14,
            text_anchor="middle",
            class_="axis-label",
        )
        for place, tick in ticks
    ]
    return element("svg", *marks, class_="axis", width="100%", height=18, aria_hidden="true")
