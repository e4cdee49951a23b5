"""Runs in the terminal: ``assay runs`` and ``assay show RUN``."""

from collections.abc import Iterator
from pathlib import Path

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from assay.drawing import shortened, visible
from assay.report.documents import KINDS
from assay.report.documents.terminal import show_documents
from assay.report.judging import JudgeHealth
from assay.report.view import RunView, read_run
from assay.report.words import count, dollars, interval_words, model_label, p_words, paid, percent, when
from assay.stats.proportion import Proportion
from assay.store import Run, Store

_STYLES = {"proven": "green", "not-proven": "yellow", "worse": "red", "open": "cyan"}
_ROOM = 72


def runs_table(store: Store) -> Table:
    """Every run of a store, newest first, for ``assay runs``."""
    table = _table("Runs")
    for column in ("run", "kind", "state", "outcome", "winrate", "started"):
        table.add_column(column, no_wrap=column in ("run", "state", "started"))
    for run in store.runs.all():
        table.add_row(*(_plain(value) for value in _run_row(run)))
    return table


def _run_row(run: Run) -> tuple[str, ...]:
    outcome = run.outcome or {}
    share = outcome.get("winrate")
    word = str(outcome.get("outcome", ""))
    return run.id, run.kind, run.state, word, "" if share is None else percent(share), when(run.created)


def show_run(store: Store, run_id: str, *, report: Path | None = None) -> RenderableType:
    """A run for ``assay show RUN``: outcome, matrix, entrants, refusals, judge, cost, where the report is.

    Args:
        store: where the run is.
        run_id: its id.
        report: the front page of its report, where one was written.

    Raises:
        UsageError: there is no such run.
    """
    if store.runs.get(run_id).kind in KINDS:
        return show_documents(store, run_id, report=report)
    view = read_run(store, run_id)
    return Group(*(Padding(part, (0, 0, 1, 0)) for part in _parts(view, report)))


def _parts(view: RunView, report: Path | None) -> Iterator[RenderableType]:
    yield _headline(view)
    if view.matrix.cells:
        yield view.matrix.to_table()
    if view.entrants:
        yield _entrants(view)
    if view.refused:
        yield _refused(view)
    if view.health.verdicts:
        yield _health(view.health)
    if view.bill.lines:
        yield _bill(view)
    if report is not None:
        yield Text.assemble("report  ", (visible(str(report)), "bold"))


def _headline(view: RunView) -> Panel:
    lines = [view.headline.sentence, *(f"\u00b7 {note}" for note in view.headline.notes)]
    if view.simulations:
        lines.append(f"\u00b7 Simulations stand in for models: {', '.join(view.simulations)}.")
    style = _STYLES.get(view.headline.kind, "cyan")
    title = Text(visible(f"{view.run.id}: {view.headline.word}"), style=f"bold {style}")
    return Panel(_plain("\n".join(lines)), title=title, title_align="left", border_style=style)


def _entrants(view: RunView) -> Table:
    table = _table("Entrants")
    for column in ("name", "round", "by", "stands"):
        table.add_column(column, overflow="fold")
    table.add_column(_plain(f"against {view.first}"), justify="right")
    table.add_column("interval", justify="right")
    for entrant in view.entrants:
        against = entrant.against_first
        figures = (
            (percent(against.winrate), f"{percent(against.low)} to {percent(against.high)}")
            if against
            else ("", "")
        )
        standing = entrant.standing + (", returned" if entrant.returned else "")
        by = model_label(entrant.row.advisor) if entrant.row.advisor else ""
        values = (entrant.name, str(entrant.row.round or ""), by, standing, *figures)
        table.add_row(*(_plain(value) for value in values))
    return table


def _refused(view: RunView) -> Table:
    table = _table("Refused proposals")
    for column in ("round", "by", "why"):
        table.add_column(column)
    for proposal in view.refused:
        why = shortened(proposal.refusal or "", 3 * _ROOM)
        table.add_row(str(proposal.round), _plain(model_label(proposal.advisor)), _plain(why))
    return table


def _health(health: JudgeHealth) -> Table:
    table = _table("Judge")
    table.show_header = False
    bias = f"position bias: {p_words(health.bias_p)}" if health.bias_p is not None else ""
    rows: tuple[tuple[str, Proportion | None, str], ...] = (
        ("shown first won", health.shown_first, bias),
        ("same verdict in both orders", health.same_in_both_orders, ""),
        ("ties", health.ties, ""),
        ("unreadable", health.unparsed, ""),
        ("longer response won", health.longer, ""),
    )
    for title, share, note in rows:
        if share is not None:
            table.add_row(title, percent(share.share), f"n {count(share.n)}", note)
    if (own := health.self_play) is not None:
        interval = f"{interval_words(own.low, own.high)}, must hold 50%"
        table.add_row("self-play", percent(own.winrate), f"n {count(own.n)}", interval)
    return table


def _bill(view: RunView) -> Table:
    table = _table("Cost")
    table.show_footer = True
    bill = view.bill
    numbers = (count(bill.calls), count(bill.made), count(bill.cached))
    feet = ("all", "", *numbers, dollars(bill.nominal_usd), paid(bill.nominal_usd, bill.paid_usd))
    heads = ("role", "model", "calls", "made", "cached", "nominal", "paid")
    for head, foot in zip(heads, feet, strict=True):
        table.add_column(
            head, foot, justify="left" if head in ("role", "model") else "right", overflow="fold"
        )
    for line in bill.lines:
        numbers = (count(line.calls), count(line.made), count(line.calls - line.made))
        prices = (dollars(line.nominal_usd), paid(line.nominal_usd, line.paid_usd))
        table.add_row(line.role, _plain(model_label(line.model)), *numbers, *prices)
    return table


def _table(title: str) -> Table:
    padding = (0, 0, 0, 1)
    return Table(title=title, title_justify="left", box=box.SIMPLE, padding=padding, pad_edge=False)


def _plain(text: str) -> Text:
    """Text that the terminal shows and never obeys: no markup, no control characters."""
    return Text(visible(text))
