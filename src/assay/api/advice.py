"""Comparing advice templates: one search for each, side by side."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from assay.api.result import cost_of
from assay.api.running import run_study
from assay.arena import Tell
from assay.report.words import dollars, percent_short
from assay.store import Store
from assay.studies.assembling import read_template
from assay.studies.stage import Options
from assay.studies.study import Study


@dataclass(frozen=True, slots=True)
class AdviceRow:
    """How one advice template did.

    Attributes:
        template: its file.
        run: id of its run.
        proposals: proposals asked for.
        admitted: proposals that played.
        champions: challengers that became champion.
        best: name of the entrant that did best against the first prompt, or None.
        winrate, low, high: of that entrant on search items (no proof), or None.
        n: matches behind them.
        nominal_usd: cost as if nothing had been cached; None where a price is not known.
        paid_usd: what was paid.
    """

    template: str
    run: str
    proposals: int
    admitted: int
    champions: int
    best: str | None
    winrate: float | None
    low: float | None
    high: float | None
    n: int
    nominal_usd: float | None
    paid_usd: float

    def to_data(self) -> dict[str, Any]:
        """JSON form."""
        return asdict(self)

    def cells(self) -> tuple[str, ...]:
        """What a table shows."""
        best = "-"
        if self.winrate is not None and self.low is not None and self.high is not None:
            span = f"{percent_short(self.low)} to {percent_short(self.high)}"
            best = f"{self.best}: {percent_short(self.winrate)} ({span}, n = {self.n})"
        cost = dollars(self.nominal_usd)
        counts = (str(self.proposals), str(self.admitted), str(self.champions))
        return (self.template, self.run, *counts, best, cost)


def compare_templates(
    study: Study,
    store: Store,
    templates: Sequence[Path],
    *,
    new: bool,
    tell: Tell,
    say: Callable[[str], None],
) -> list[AdviceRow]:
    """Run the study's search once with each advice template; the proof stays sealed.

    Raises:
        UsageError: a template file cannot be read.
        AssayError: a run cannot go on; the same call goes on from there.
    """
    texts = [read_template(path) for path in templates]
    rows = []
    for path, text in zip(templates, texts, strict=True):
        say(f"searching with {path}")
        varied = replace(study, templates=replace(study.templates, advice=text), purpose="search")
        result = run_study(varied, store, Options(new=new, tell=tell, say=say))
        rows.append(_row(store, path, result.run))
    return rows


def _row(store: Store, path: Path, run: str) -> AdviceRow:
    proposals = store.evidence.proposals(run)
    promoted = [
        decision
        for decision in store.evidence.decisions(run)
        if decision.kind == "champion" and decision.data.get("promoted")
    ]
    outcome = store.runs.get(run).outcome or {}
    cost = cost_of(store, run)
    return AdviceRow(
        template=str(path),
        run=run,
        proposals=len(proposals),
        admitted=sum(proposal.entrant is not None for proposal in proposals),
        champions=len(promoted),
        best=outcome.get("candidate"),
        winrate=outcome.get("winrate"),
        low=outcome.get("low"),
        high=outcome.get("high"),
        n=outcome.get("n", 0),
        nominal_usd=cost.nominal_usd,
        paid_usd=cost.paid_usd,
    )
