"""A clarity study in the terminal: the claim, the settings on fresh seeds, the goals."""

from collections.abc import Iterator
from pathlib import Path

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from assay.drawing import visible
from assay.proof.clarity import Goal, Votes
from assay.report.clarity.view import ClarityView, read_clarity
from assay.report.clarity.words import cell_title, figure, points, signed, signed_span, span
from assay.report.words import counted, percent
from assay.store import Store

_STYLES = {"proven": "green", "not-proven": "yellow", "worse": "red", "open": "cyan"}
_GOALS = {"pass": "bold green", "fail": "bold red", "undecided": "bold yellow"}


def clarity_summary(store: Store, run_id: str, *, report: Path | None = None) -> RenderableType:
    """A clarity study for the end of ``assay run`` and for ``assay show RUN``.

    Args:
        store: where the run is.
        run_id: its id.
        report: the page of its report, where one was written.

    Raises:
        UsageError: there is no such run.
    """
    view = read_clarity(store, run_id)
    return Group(*(Padding(part, (0, 0, 1, 0)) for part in _parts(view, report)))


def _parts(view: ClarityView, report: Path | None) -> Iterator[RenderableType]:
    style = _STYLES.get(view.headline.kind, "cyan")
    title = Text(visible(f"{view.run.id}: {view.headline.word}"), style=f"bold {style}")
    lines = "\n".join([view.headline.sentence, *(f"\u00b7 {note}" for note in view.headline.notes)])
    yield Panel(Text(visible(lines)), title=title, title_align="left", border_style=style)
    if view.found.arms:
        yield _arms(view)
    if view.found.votes:
        yield Group(*(votes_line(arm, it) for arm, it in view.found.votes.items()))
    if view.found.goals:
        yield Group(*(goal_line(goal) for goal in view.found.goals))
    if report is not None:
        yield Text.assemble("report  ", (visible(str(report)), "bold"))


def _arms(view: ClarityView) -> Table:
    table = Table(
        title="On fresh seeds", title_justify="left", box=box.SIMPLE, padding=(0, 0, 0, 1), pad_edge=False
    )
    table.add_column("", no_wrap=True)
    table.add_column("setting", overflow="fold")
    for column in ("clarity", "interval", "to before", "interval", "blur, px"):
        table.add_column(column, justify="right")
    for it in view.found.arms:
        change = (signed(it.change.mean), signed_span(it.change)) if it.change else ("", "")
        mean = it.figures.clarity
        cells = (it.name, cell_title(it.cell), points(mean.mean), span(mean), *change, figure(it.blur))
        table.add_row(*(Text(visible(cell)) for cell in cells))
    return table


def votes_line(arm: str, votes: Votes) -> Text:
    """What people said of the pictures of one arm, in a line."""
    wide = f"{percent(votes.wide_low)} to {percent(votes.wide_high)}"
    return Text(
        f"{visible(arm)}: {votes.yes} of {counted(votes.n, 'vote')} accept, {percent(votes.share)} (Wilson "
        f"{percent(votes.low)} to {percent(votes.high)}; over people and pictures {wide})"
    )


def goal_line(goal: Goal) -> Text:
    """One goal in a line: pass, fail or undecided, and why."""
    unit = "%" if goal.name == "satisfaction" else ""
    told = f"  {goal.name} above {goal.wanted:g}{unit}"
    if goal.value is not None:
        told += f": {points(goal.value)}{unit}"
        if goal.low is not None and goal.high is not None:
            told += f", interval {points(goal.low)} to {points(goal.high)}"
        told += f", {counted(goal.n, 'vote' if unit else 'fresh seed')}"
    return Text.assemble((goal.verdict.upper(), _GOALS[goal.verdict]), visible(f"{told}; {goal.why}"))
