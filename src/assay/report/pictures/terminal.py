"""A study of pictures in the terminal: the outcome, every metric, the ablations, what the figures say."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from rich import box
from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from assay.drawing import visible
from assay.report.pictures.ablations import side_words
from assay.report.pictures.compared import ProcedureRow
from assay.report.pictures.figures import COLUMNS, Mean
from assay.report.pictures.names import metric_title, procedure_name, score, signed, signed_span, span
from assay.report.pictures.reading import read_pictures
from assay.report.pictures.takeaways import BAD, GOOD, PLAIN, WARN
from assay.report.pictures.view import PicturesView
from assay.report.words import count, paid, percent_short
from assay.store import Store

_STYLES = {"proven": "green", "not-proven": "yellow", "worse": "red", "open": "cyan"}
_TAKEN = {GOOD: "green", BAD: "red", WARN: "yellow", PLAIN: ""}


def picture_summary(store: Store, run_id: str, *, report: Path | None = None) -> RenderableType:
    """A study of pictures for the end of ``assay run`` and for ``assay show RUN``.

    Args:
        store: where the run is.
        run_id: its id.
        report: the front page of its report, where one was written.

    Raises:
        UsageError: there is no such run.
    """
    parts = _parts(read_pictures(store, run_id), report)
    return Group(*(Group(part, Text()) for part in parts))


def facts(rows: Sequence[tuple[str, str]]) -> Text:
    """Facts with their names, a line each.

    Lines are not broken here but by the terminal, so that names of files can be copied from it.
    """
    lines = (Text.assemble((f"{name:<9}", "dim"), visible(value)) for name, value in rows)
    return Text("\n", no_wrap=True, overflow="ignore").join(lines)


def ablation_table(view: PicturesView) -> Table:
    """Every procedure with its score, and every ablation against the loop."""
    table = _table(f"Procedures: {metric_title(view.main)}")
    table.add_column("procedure", overflow="fold")
    for column in ("score", "to the loop", "", "pictures", "calls"):
        table.add_column(column, justify="right", no_wrap=bool(column))
    for row in view.figures.procedures:
        table.add_row(*_cells(row))
    return table


def _cells(row: ProcedureRow) -> Iterator[Text]:
    found = row.against.difference if row.against is not None else None
    pictures, calls = row.totals.each("pictures"), row.totals.each("calls")
    yield Text(visible(procedure_name(row.name)))
    yield _mean(row.mean)
    yield _interval(signed(found.difference), signed_span(found.low, found.high)) if found else Text()
    yield Text(visible(side_words(row)))
    yield Text("" if pictures is None else f"{pictures:.1f}")
    yield Text("" if calls is None else f"{calls:.1f}")


def metrics_table(view: PicturesView) -> Table:
    """Every metric by whose picture it is of."""
    there = [it for it in COLUMNS if any(it.key in cells for cells in view.figures.table.values())]
    table = _table("Every metric, mean over requests")
    table.add_column("metric")
    for column in there:
        table.add_column(column.title, justify="right")
    for metric, cells in view.figures.table.items():
        table.add_row(Text(metric_title(metric)), *(_mean(cells.get(it.key)) for it in there))
    return table


def _mean(it: Mean | None) -> Text:
    if it is None or it.value is None:
        return Text("\u2013", "dim")
    return _interval(score(it.value), span(it.low, it.high))


def _interval(value: str, interval: str) -> Text:
    """A figure with its interval below."""
    return Text.assemble(value, (f"\n{interval}" if interval else "", "dim"))


def _table(title: str) -> Table:
    return Table(title=Text(visible(title)), title_justify="left", box=box.SIMPLE, padding=(0, 1, 0, 0))


def _parts(view: PicturesView, report: Path | None) -> Iterator[RenderableType]:
    yield _panel(view)
    if view.figures.done:
        yield metrics_table(view)
    if view.figures.ablations:
        yield ablation_table(view)
    if view.takeaways:
        yield _takeaways(view)
    yield _last(view, report)


def _panel(view: PicturesView) -> Panel:
    lines = [view.headline.sentence, *(f"\u00b7 {note}" for note in view.headline.notes)]
    if view.simulations:
        lines.append(f"\u00b7 Simulations stand in for models: {', '.join(view.simulations)}.")
    if view.small_networks:
        lines.append(
            f"\u00b7 Small networks that draw and see shapes only: {', '.join(view.small_networks)}."
        )
    style = _STYLES.get(view.headline.kind, "cyan")
    title = Text(visible(f"{view.run.id}: {view.headline.word}"), style=f"bold {style}")
    return Panel(Text(visible("\n".join(lines))), title=title, title_align="left", border_style=style)


def _takeaways(view: PicturesView) -> Table:
    table = Table.grid(padding=(0, 1))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for it in view.takeaways:
        table.add_row(Text(it.sign, _TAKEN[it.kind]), Text(visible(it.text)))
    return table


def _last(view: PicturesView, report: Path | None) -> Text:
    return facts(list(_facts(view, report)))


def _facts(view: PicturesView, report: Path | None) -> Iterator[tuple[str, str]]:
    bill, stopping = view.bill, view.figures.stopping
    if stopping is not None and stopping.all_pictures:
        early = f"{stopping.stopped} of {stopping.requests} loops ended before the last cycle"
        yield "stopped", f"{early}, {percent_short(stopping.saved)} of the pictures saved"
    if bill.lines:
        cost = paid(bill.nominal_usd, bill.paid_usd)
        yield "cost", f"{count(bill.calls)} calls, {count(bill.made)} made, paid {cost}"
    if report is not None:
        yield "report", str(report)
        yield "gallery", str(report.parent / "gallery" / "1.html")
