"""What `assay run` prints at the end of a study of documents: the optimal table, the outcome, the cost."""

from itertools import groupby
from typing import Any

from rich.box import SIMPLE
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from assay.api.document_runs import DocumentResult, FieldResult, StressResult
from assay.drawing.text import shortened, visible
from assay.report.words import count, counted, dollars, paid

_STYLES = {"proven": "bold green", "worse": "bold red", "cross-validated": "bold cyan"}
_PROMPT_CHARS = 160
_PARTED = (
    "For some fields the CER says another thing than the choice. It counts every edit, so one long answer "
    "can weigh more than all others; what decides is the score, which bounds each answer. The report shows "
    "both.\n"
)


def document_summary(result: DocumentResult) -> RenderableType:
    """The end of a run, for a terminal."""
    tables = [
        _optimal(answerer, list(fields))
        for answerer, fields in groupby(result.fields, key=lambda it: it.answerer)
    ]
    parts: list[RenderableType] = [*tables]
    if any(_parted(it) for it in result.fields):
        parts.append(Text(_PARTED, "dim"))
    parts.append(_facts(result))
    if any("sim/" in line.model for line in result.cost.by_role):
        parts.append(
            Text("Embedded models (sim/...) are simulations: they show the tool, not a model.", "dim")
        )
    return Group(*parts)


def stress_summary(result: StressResult) -> RenderableType:
    """Mean CER by way and severity, over the fields of each answering model."""
    parts: list[RenderableType] = []
    for answerer in dict.fromkeys(point["answerer"] for point in result.points):
        mine = [point for point in result.points if point["answerer"] == answerer]
        parts.append(_worse(answerer, mine))
    facts = Table.grid(padding=(0, 2))
    facts.add_row(Text("run", "dim"), Text(f"{result.run}, prompts of {result.base}"))
    if result.report is not None:
        facts.add_row(Text("plots", "dim"), Text(str(result.report)))
    return Group(*parts, facts)


def _worse(answerer: str, points: list[dict[str, Any]]) -> Table:
    severities = sorted({point["severity"] for point in points})
    table = Table(
        title=Text(f"Mean CER of {visible(answerer)} by severity"),
        title_justify="left",
        box=SIMPLE,
        padding=(0, 1),
    )
    table.add_column("pages made worse by")
    for severity in severities:
        table.add_column(str(severity) if severity else "unchanged", justify="right")
    for kind in dict.fromkeys(point["kind"] for point in points):
        cells = [_pooled(points, kind, severity) for severity in severities]
        table.add_row(kind.replace("_", " "), *cells)
    return table


def _pooled(points: list[dict[str, Any]], kind: str, severity: int) -> str:
    """Mean over fields, weighted by items; unchanged pages are the same for every way."""
    mine = [it for it in points if it["severity"] == severity and (not severity or it["kind"] == kind)]
    items = sum(it["n"] for it in mine)
    return _rate(sum(it["cer"] * it["n"] for it in mine) / items) if items else ""


def _optimal(answerer: str, fields: list[FieldResult]) -> Table:
    table = Table(
        title=Text(f"Optimal prompts for {visible(answerer)}"),
        title_justify="left",
        box=SIMPLE,
        padding=(0, 1),
    )
    table.add_column("field, and the prompt to use", overflow="fold", ratio=1)
    table.add_column("outcome", no_wrap=True)
    table.add_column("CER first", justify="right", no_wrap=True)
    table.add_column("CER now", justify="right", no_wrap=True)
    for it in fields:
        table.add_row(
            Group(Text(visible(it.display), "bold"), _prompt(it)),
            Text(_word(it), _STYLES.get(it.outcome if it.changed else "", "")),
            Text(_rate(it.first_cer)),
            Text(_rate(it.held_out_cer)),
        )
    return table


def _word(it: FieldResult) -> str:
    """The outcome; where no other prompt scored higher on the search, that the first one stays."""
    if it.candidate is None or (it.outcome == "cross-validated" and not it.changed):
        return "unchanged"
    return it.outcome


def _parted(it: FieldResult) -> bool:
    """Whether the mean CER, which is not bounded, says another thing than the score that decided."""
    mine = it.held_out_cer if it.changed else it.candidate_cer
    if mine is None or it.first_cer is None or it.outcome == "not proven":
        return False
    return mine > it.first_cer if it.changed else mine < it.first_cer


def _prompt(it: FieldResult) -> Text:
    """The prompt to use, and below it the candidate that was not proven."""
    text = Text(visible(shortened(it.prompt.user, _PROMPT_CHARS)))
    if it.advisor is not None:
        text.append(f"  [by {visible(it.advisor)}]", "dim")
    if it.candidate is not None and not it.changed and it.candidate_cer is not None:
        more = f"; {counted(it.further_items, 'more question')} would settle it" if it.further_items else ""
        by = visible(it.candidate_advisor or "you")
        shown = visible(shortened(it.candidate.user, _PROMPT_CHARS))
        text.append(f"\ncandidate, CER {it.candidate_cer:.3f}, by {by}{more}: {shown}", "dim")
    return text


def _rate(cer: float | None) -> str:
    return "" if cer is None else f"{cer:.3f}"


def _facts(result: DocumentResult) -> Table:
    cost = result.cost
    made = counted(result.calls_made, "call")
    nominal = f"{dollars(cost.nominal_usd)} if nothing were cached"
    facts = Table.grid(padding=(0, 2))
    facts.add_column(style="dim", min_width=7)
    facts.add_column(overflow="fold")
    facts.add_row("run", Text(result.run))
    facts.add_row("outcome", Text(result.outcome, _STYLES.get(result.outcome, "bold yellow")))
    facts.add_row("", Text(visible(result.reason)))
    if result.cer_first is not None and result.cer_returned is not None:
        kind = "left out in turn" if result.details.get("kind") == "leave-one-out" else "sealed"
        facts.add_row(
            "CER",
            Text(f"{result.cer_first:.3f} -> {result.cer_returned:.3f}, mean per item, documents {kind}"),
        )
    facts.add_row(
        "cost",
        Text(
            f"{paid(cost.nominal_usd, cost.paid_usd)} paid ({nominal}); {made} made, "
            f"{count(result.calls_cached)} cached; {count(cost.tokens)} tokens"
        ),
    )
    if result.report is not None:
        facts.add_row("report", Text(str(result.report)))
        facts.add_row("tables", Text(f"{result.report.parent} (*_sep_*.csv, answers.csv, results.csv)"))
    return facts
