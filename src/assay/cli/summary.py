"""What `assay run` prints at its end: outcome, cost, first and last answer side by side, the report."""

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from assay.api.result import Result
from assay.drawing.text import visible
from assay.report.outcome import headline
from assay.report.words import count, counted, dollars, interval_words, paid, percent, percent_short
from assay.store import Run, Store

_STYLES = {"proven": "bold green", "not proven": "bold yellow", "worse": "bold red"}
_CUT = 1_500


def summary(store: Store, result: Result) -> RenderableType:
    """The end of a run, for a terminal."""
    run = store.runs.get(result.run)
    told = headline(run, entrants=0, matches=0, rounds=0)
    facts = _facts(
        ("run", Text(result.run)),
        ("outcome", Text(result.outcome, _STYLES.get(result.outcome, "bold"))),
        ("", Text(told.sentence)),
        ("winrate", Text(_winrate(run, result))),
        ("cost", Text(_cost(result))),
    )
    parts: list[RenderableType] = [facts]
    sides = _side_by_side(store, result)
    if sides is not None:
        parts.append(sides)
    parts.append(
        Panel(
            Text(visible("\n\n".join(f"[{part}]\n{text}" for part, text in result.prompt.parts().items()))),
            title=Text(f"returned prompt: {visible(result.prompt_name)}"),
            title_align="left",
        )
    )
    if _simulated(result):
        parts.append(
            Text("Embedded models (sim/...) are simulations: they show the tool, not a model.", "dim")
        )
    if result.report is not None:
        parts.append(_facts(("report", Text(str(result.report)))))
    return Group(*parts)


def _facts(*rows: tuple[str, Text]) -> Table:
    """Names and values side by side; a long value wraps under itself."""
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", min_width=7)
    table.add_column(overflow="fold")
    for name, value in rows:
        table.add_row(name, value)
    return table


def _winrate(run: Run, result: Result) -> str:
    if result.winrate is None or result.low is None or result.high is None:
        return "not measured"
    where = {"proof": "sealed inputs", "search": "search inputs, not a proof"}
    measured = where.get(str(result.details.get("measured_on")), "")
    if run.kind == "compare":
        measured = "all inputs"
    confidence = percent_short(float(result.details.get("confidence") or 0.95))
    interval = interval_words(result.low, result.high)
    return f"{percent(result.winrate)}, {confidence} {interval}, n = {count(result.n)} ({measured})"


def _cost(result: Result) -> str:
    cost = result.cost
    nominal = f"{dollars(cost.nominal_usd)} if nothing were cached"
    made = counted(result.calls_made, "call")
    return (
        f"{paid(cost.nominal_usd, cost.paid_usd)} paid ({nominal}); {made} made, "
        f"{count(result.calls_cached)} cached; {count(cost.tokens)} tokens"
    )


def _simulated(result: Result) -> bool:
    return any("sim/" in line.model for line in result.cost.by_role)


def _side_by_side(store: Store, result: Result) -> RenderableType | None:
    """First and last answer to one item; the last is the candidate's where there is one."""
    first, last = str(result.details["first"]), result.candidate_name or result.prompt_name
    responses = store.evidence.responses(result.run)
    found: dict[str, dict[str, str]] = {}
    for response in responses:
        if response.failure is None and response.sample == 0:
            found.setdefault(response.item, {})[response.entrant] = response.shown
    for item, _ in store.evidence.items(result.run):
        shown = found.get(item.id, {})
        if first in shown and last in shown and first != last:
            table = Table(expand=True, title=Text(_head(item.fields.values())), title_justify="left")
            table.add_column(Text(f"first prompt ({visible(first)})"), ratio=1)
            table.add_column(Text(f"last prompt ({visible(last)})"), ratio=1)
            table.add_row(Text(visible(_cut(shown[first]))), Text(visible(_cut(shown[last]))))
            return table
    return None


def _head(texts: Iterable[str]) -> str:
    text = visible(" ".join(" ".join(texts).split()))
    return f"input: {text[:150]}{'...' if len(text) > 150 else ''}"


def _cut(text: str) -> str:
    return text if len(text) <= _CUT else f"{text[:_CUT]} [...]"
