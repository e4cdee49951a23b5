"""A document study in the terminal: the outcome and the optimal prompts of every answering model."""

from collections.abc import Iterator
from pathlib import Path

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from assay.drawing import shortened, visible
from assay.report.documents import STRESS
from assay.report.documents.cells import Answerer, CellView
from assay.report.documents.names import MARKS, prompt_text, rate, span
from assay.report.documents.reading import read_documents
from assay.report.documents.stress import StressView, read_stress
from assay.report.documents.view import DocumentsView
from assay.report.words import count, model_label, paid
from assay.store import Store

_STYLES = {"proven": "green", "not proven": "yellow", "worse": "red", "cross-validated": "yellow"}
_ROOM = 60


def show_documents(store: Store, run_id: str, *, report: Path | None = None) -> RenderableType:
    """A document study or its stress test for ``assay show RUN``.

    Args:
        store: where the run is.
        run_id: its id.
        report: the front page of its report, where one was written.

    Raises:
        UsageError: there is no such run.
    """
    if store.runs.get(run_id).kind == STRESS:
        parts = _stress_parts(read_stress(store, run_id), report)
    else:
        parts = _parts(read_documents(store, run_id), report)
    return Group(*(Padding(part, (0, 0, 1, 0)) for part in parts))


def optimal_table(view: DocumentsView, answerer: Answerer) -> Table:
    """The prompts to use for one model, with their CER on search and on held-out documents."""
    title = f"Optimal prompts for {answerer.label}"
    table = Table(title=Text(visible(title)), title_justify="left", box=box.SIMPLE, padding=(0, 1, 0, 0))
    table.add_column("doc type question type", overflow="fold")
    table.add_column("optimal prompt", overflow="fold", ratio=1)
    table.add_column("by", overflow="fold")
    table.add_column("cer", justify="right")
    table.add_column("cross-validated" if view.cross_validated else "held out", justify="right")
    for cell in view.cells_of(answerer):
        table.add_row(*_row(cell))
    return table


def _row(cell: CellView) -> tuple[RenderableType, ...]:
    prompt, held = cell.returned, cell.held_out(cell.returned.name)
    text = shortened(prompt_text(prompt.row.entrant.prompt), 3 * _ROOM)
    by = model_label(prompt.row.advisor) if prompt.row.advisor else "your own"
    word = cell.claim.outcome if cell.claim else ""
    figures = Text()
    if held is not None:
        figures.append(f"{rate(held.cer)} {MARKS.get(word, '')}\n", style=_STYLES.get(word, ""))
        clipped = held.clipped
        figures.append(f"clipped {rate(clipped.mean)}\n{span(clipped.low, clipped.high)}", style="dim")
    return (
        *(Text(visible(it)) for it in (cell.segment.shown, text, by)),
        rate(prompt.search.cer if prompt.search else None),
        figures,
    )


def _parts(view: DocumentsView, report: Path | None) -> Iterator[RenderableType]:
    yield _panel(view)
    for answerer in view.answerers:
        if view.cells_of(answerer):
            yield optimal_table(view, answerer)
    if view.cells:
        yield Text(_legend(view), style="dim")
    yield from _last(view, report)


def _stress_parts(view: StressView, report: Path | None) -> Iterator[RenderableType]:
    yield _panel(view)
    for answerer in view.answerers:
        pooled = view.pooled(answerer)
        severities = sorted({it.severity for it in pooled})
        found = {(it.kind, it.severity): rate(it.cer) for it in pooled}
        # Unchanged pages are measured once, for all ways.
        unchanged = next((rate(it.cer) for it in pooled if not it.severity), "")
        title = f"Mean CER by severity for {model_label(answerer)}"
        table = Table(title=Text(visible(title)), title_justify="left", box=box.SIMPLE, padding=(0, 1, 0, 0))
        table.add_column("made worse by")
        for severity in severities:
            table.add_column(str(severity), justify="right")
        for kind in dict.fromkeys(it.kind for it in pooled if it.severity):
            table.add_row(
                Text(visible(kind)), *(found.get((kind, it), "" if it else unchanged) for it in severities)
            )
        yield table
    yield from _last(view, report)


def _panel(view: DocumentsView | StressView) -> Panel:
    lines = [view.headline.sentence, *(f"\u00b7 {note}" for note in view.headline.notes)]
    if view.simulations:
        lines.append(f"\u00b7 Simulations stand in for models: {', '.join(view.simulations)}.")
    style = _STYLES.get(view.headline.word.lower(), "cyan")
    title = Text(visible(f"{view.run.id}: {view.headline.word}"), style=f"bold {style}")
    return Panel(Text(visible("\n".join(lines))), title=title, title_align="left", border_style=style)


def _last(view: DocumentsView | StressView, report: Path | None) -> Iterator[RenderableType]:
    bill = view.bill
    if bill.lines:
        cost = paid(bill.nominal_usd, bill.paid_usd)
        yield Text(f"cost    {count(bill.calls)} calls, {count(bill.made)} made, paid {cost}")
    if report is not None:
        yield Text.assemble("report  ", (visible(str(report)), "bold"))


def _legend(view: DocumentsView) -> str:
    words = dict.fromkeys(cell.claim.outcome for cell in view.cells if cell.claim)
    marks = ", ".join(f"{MARKS[word]} {word}" for word in words if word in MARKS)
    about = "cer: mean per item on search documents; held out: the same on documents the search never saw"
    if view.cross_validated:
        about = "cer: mean per item; cross-validated: chosen without the document it is measured on"
    interval = "; below it the mean clipped to 1, with its interval"
    return f"{about}{interval if words else ''}{'. ' + marks if marks else ''}"
