"""The plots of a clarity study: curves, settings by epochs, main effects, the scale of blur."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from assay.drawing import Element, Point, Series, element, line_plot
from assay.drawing.forest import ForestRow, forest_plot
from assay.drawing.intervals import interval_bar
from assay.proof.clarity import Cell, Change, SeedResult
from assay.proof.clarity.figures import mean_of
from assay.report.clarity.view import ClarityView
from assay.report.clarity.words import level_title, loss_title, points, signed, signed_span

_MOST_POINTS = 12
_MARGIN = 3.0  # percent, as intervals have it


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


def plots_of(view: ClarityView) -> tuple[Plot, ...]:
    """Every plot that there are figures for."""
    return tuple(it for it in _plots(view) if it is not None)


def _plots(view: ClarityView) -> Iterator[Plot | None]:
    yield _curves(view, "clarity-curves", "clarity", lambda row, _: row[2])
    yield _curves(view, "loss-curves", "loss, share of the first epoch's", lambda row, first: row[1] / first)
    rates = dict.fromkeys(cell.setting.learning_rate for cell in view.plan.factorial)
    yield from (_settings(view, rate, place) for place, rate in enumerate(rates, start=1))
    yield _effects(view)
    yield _scale(view)


Row = tuple[int, float, float]


def _curves(view: ClarityView, name: str, title: str, value: Callable[[Row, float], float]) -> Plot | None:
    """Means over fresh seeds by epoch, for the arms."""
    series = [
        Series(arm, tuple(_curve(view.of(cell.name, fresh=True), value, view.plan.confidence)))
        for arm, cell in view.arms.items()
    ]
    series = [it for it in series if it.points]
    if not series:
        return None
    ends = ", ".join(f"{it.label} {it.points[-1].y:.3g}" for it in series)
    chart = line_plot(series, x_label="epoch", y_label=title, label=f"{title} by epoch, at the end: {ends}")
    caption = f"Mean {name.partition('-')[0]} over fresh seeds after so many epochs, with its interval."
    if name == "loss-curves":
        caption += " Losses are sums of different terms: each is shown as a share of its own first epoch."
    return Plot(name, chart, caption)


def _curve(
    results: Sequence[SeedResult], value: Callable[[Row, float], float], confidence: float
) -> Iterator[Point]:
    curves = [it.curve for it in results if it.curve and it.curve[0][1] > 0]
    last = min((len(curve) for curve in curves), default=0)
    for at in _spread(last):
        mean = mean_of([value(curve[at], curve[0][1]) for curve in curves], confidence, (0.0, 1e9))
        yield Point(at + 1, max(0.0, mean.mean), mean.low, mean.high)


def _spread(count: int) -> list[int]:
    """Places of some of so many epochs, the first and the last among them."""
    if count <= _MOST_POINTS:
        return list(range(count))
    return sorted({round(at * (count - 1) / (_MOST_POINTS - 1)) for at in range(_MOST_POINTS)})


def _settings(view: ClarityView, rate: float, place: int) -> Plot | None:
    """Clarity by epochs at one learning rate, a line for each loss, the cells of the claim marked."""
    lines: dict[str, list[Cell]] = {}
    for cell in view.plan.factorial:
        if cell.setting.learning_rate == rate:
            lines.setdefault(loss_title(cell.loss), []).append(cell)
    series = [Series(name, tuple(_points(view, cells, fresh=False))) for name, cells in lines.items()]
    for name in ("before", "after"):
        marked = view.plan.named.get(name)
        if marked is not None and marked.setting.learning_rate == rate:
            series.append(Series(f"the claim's {name}", tuple(_points(view, [marked], fresh=True))))
    series = [it for it in series if it.points]
    if not series:
        return None
    spoken = "; ".join(f"{it.label}: {', '.join(f'{p.x:g} {p.y:.1f}' for p in it.points)}" for it in series)
    title = f"Clarity by epochs at learning rate {rate:g}: {spoken}"
    chart = line_plot(series, x_label="epochs", y_label="clarity", label=title, bands=False)
    caption = (
        f"Learning rate {rate:g}: mean clarity with its interval over the factorial's seeds. The claim's own "
        "settings stand beside as single marks, over fresh seeds."
    )
    return Plot(f"settings-{place}", chart, caption)


def _points(view: ClarityView, cells: Sequence[Cell], *, fresh: bool) -> Iterator[Point]:
    for cell in cells:
        found = [it.clarity for it in view.of(cell.name, fresh=fresh)]
        if found:
            mean = mean_of(found, view.plan.confidence, (0.0, 100.0))
            yield Point(cell.setting.epochs, mean.mean, mean.low, mean.high)


def _effects(view: ClarityView) -> Plot | None:
    rows = [
        ForestRow(
            level_title(it.factor, it.level),
            it.change.mean,
            it.change.mean if it.change.low is None else it.change.low,
            it.change.mean if it.change.high is None else it.change.high,
        )
        for it in view.found.effects.main
    ]
    if not rows:
        return None
    spoken = ", ".join(f"{row.label} {row.value:+.1f}" for row in rows)
    chart = forest_plot(rows, x_label="change in clarity, points", label=f"Main effects: {spoken}")
    caption = "Each level against the first of its factor, averaged over everything else, paired by seed."
    return Plot("main-effects", chart, caption)


def _scale(view: ClarityView) -> Plot | None:
    rungs = view.found.scale
    if not rungs:
        return None
    ladder = Series("real pictures under a blur", tuple(Point(it.amount, max(0.0, it.score)) for it in rungs))
    arms = [
        Series(it.name, (Point(it.blur, it.figures.clarity.mean),))
        for it in view.found.arms
        if it.blur is not None
    ]
    chart = line_plot(
        [ladder, *arms],
        x_label="deviation of the blur, pixels",
        y_label="clarity",
        label="Clarity of real pictures by blur: "
        + ", ".join(f"{it.amount:g} px {points(it.score)}" for it in rungs),
        bands=True,
    )
    caption = "What a score looks like: the clarity of the real pictures themselves under a Gaussian blur."
    return Plot("blur-scale", chart, caption)


_REACHES = (1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0)


def reach_of(changes: Sequence[Change]) -> float:
    """How far an axis of changes must reach to both sides, in points."""
    ends = [abs(end) for it in changes for end in (it.mean, it.low, it.high) if end is not None]
    widest = max(ends, default=1.0)
    return next((reach for reach in _REACHES if widest <= reach), widest)


def change_bar(it: Change, who: str, reach: float) -> Element:
    """A change on the line of its interval, zero in the middle."""
    low = it.mean if it.low is None else it.low
    high = it.mean if it.high is None else it.high
    ends = [0.5 + max(-reach, min(reach, value)) / (2 * reach) for value in (it.mean, low, high)]
    label = f"{who}: {signed(it.mean)} points, interval {signed_span(it)}"
    return interval_bar(*ends, label=label, kind=it.side)


def axis_of(reach: float) -> Element:
    """The axis under a column of changes."""
    marks = [
        element(
            "text",
            signed(tick) if tick else "0",
            x=f"{_MARGIN + (100 - 2 * _MARGIN) * (0.5 + tick / (2 * reach)):.2f}%",
            y=14,
            text_anchor="middle",
            class_="axis-label",
        )
        for tick in (-reach, 0.0, reach)
    ]
    return element("svg", *marks, class_="axis", width="100%", height=18, aria_hidden="true")
