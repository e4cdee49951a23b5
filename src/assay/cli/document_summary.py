"""What `assay run` prints at the end of a study of documents: the optimal table, the outcome, the cost."""

from itertools import groupby

from rich.box import SIMPLE
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from assay.api.document_runs import DocumentResult, FieldResult
from assay.drawing.text import shortened, visible
from assay.report.words import count, counted, dollars, paid

_STYLES = {"proven": "bold green", "worse": "bold red", "cross-validated": "bold cyan"}
_PROMPT_CHARS = 160


def document_summary(result: DocumentResult) -> RenderableType:
    """The end of a run, for a terminal."""
    tables = [
        _optimal(answerer, list(fields))
        for answerer, fields in groupby(result.fields, key=lambda it: it.answerer)
    ]
    parts: list[RenderableType] = [*tables, _facts(result)]
    if any("sim/" in line.model for line in result.cost.by_role):
        parts.append(
            Text("Embedded models (sim/...) are simulations: they show the tool, not a model.", "dim")
        )
    return Group(*parts)


def _optimal(answerer: str, fields: list[FieldResult]) -> Table:
    table = Table(
        title=Text(f"Optimal prompts for {visible(answerer)}"),
        title_justify="left",
        box=SIMPLE,
        padding=(0, 1),
    )
    table.add_column("field", overflow="fold")
    table.add_column("outcome", overflow="fold")
    table.add_column("CER first", justify="right", no_wrap=True)
    table.add_column("CER now", justify="right", no_wrap=True)
    table.add_column("prompt to use, and who proposed it", overflow="fold", ratio=1)
    for it in fields:
        table.add_row(
            Text(visible(it.display)),
            Text(_word(it), _STYLES.get(it.outcome, "")),
            Text(_rate(it.first_cer)),
            Text(_rate(it.held_out_cer)),
            _prompt(it),
        )
    return table


def _word(it: FieldResult) -> str:
    if it.candidate is None:
        return "unchanged"
    return it.outcome if it.changed or it.outcome != "cross-validated" else "unchanged"


def _prompt(it: FieldResult) -> Text:
    text = Text(visible(shortened(it.prompt.user, _PROMPT_CHARS)))
    if it.advisor is not None:
        text.append(f"  [{visible(it.advisor)}]", "dim")
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
