"""The result of a run as the library, the command line and scripts see it."""

import html
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assay.records import Prompt
from assay.store import LedgerLine, Run, Store


@dataclass(frozen=True)
class Cost:
    """What a run cost.

    Attributes:
        paid_usd: what this run paid; uncertain attempts at their upper bounds.
        nominal_usd: as if nothing had been cached; None where a price is not known.
        tokens: input and output tokens of all calls used.
        by_role: the ledger.
    """

    paid_usd: float
    nominal_usd: float | None
    tokens: int
    by_role: tuple[LedgerLine, ...]

    def to_data(self) -> dict[str, Any]:
        """JSON form."""
        roles = [
            {
                "role": line.role,
                "model": line.model,
                "calls": line.calls,
                "made": line.made,
                "cached": line.calls - line.made,
                "input_tokens": line.input_tokens,
                "output_tokens": line.output_tokens,
                "nominal_usd": line.nominal_usd,
                "paid_usd": line.paid_usd,
            }
            for line in self.by_role
        ]
        return {
            "usd": self.paid_usd,
            "nominal_usd": self.nominal_usd,
            "tokens": self.tokens,
            "by_role": roles,
        }


@dataclass(frozen=True)
class Result:
    """What a run found.

    Attributes:
        run: id of the run.
        outcome: ``proven``, ``not proven`` or ``worse``.
        winrate, low, high: of the candidate against the first prompt, in [0, 1], or None.
        n: matches behind them.
        reason: the outcome as a sentence.
        prompt: the prompt to use: the candidate when proven, else the first prompt.
        prompt_name: its name in the run.
        candidate: the prompt tested, or None where none was.
        candidate_name: its name in the run.
        first: the user's prompt.
        cost: what it cost.
        calls_made: calls this run sent.
        calls_cached: calls it found already paid.
        report: the report's first page, or None where none was written.
        details: everything else the outcome holds.
    """

    run: str
    outcome: str
    winrate: float | None
    low: float | None
    high: float | None
    n: int
    reason: str
    prompt: Prompt
    prompt_name: str
    candidate: Prompt | None
    candidate_name: str | None
    first: Prompt
    cost: Cost
    calls_made: int
    calls_cached: int
    report: Path | None
    details: dict[str, Any]

    def to_data(self) -> dict[str, Any]:
        """JSON form, the shape scripts rely on."""
        extra = ("p", "groups", "confidence", "test", "measured_on", "incomplete", "worst_case")
        more = ("opened_times", "further_items", "detectable", "reason")
        return {
            "run": self.run,
            "outcome": self.outcome,
            "winrate": self.winrate,
            "low": self.low,
            "high": self.high,
            "n": self.n,
            "prompt": prompt_data(self.prompt_name, self.prompt),
            "candidate": prompt_data(self.candidate_name, self.candidate),
            "cost": self.cost.to_data(),
            "calls": {"made": self.calls_made, "cached": self.calls_cached},
            "report": str(self.report) if self.report else None,
            **{name: self.details.get(name) for name in (*extra, *more)},
        }

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        parts = "".join(
            f"<tr><th style='text-align:left;vertical-align:top'>{html.escape(part)}</th>"
            f"<td style='text-align:left;white-space:pre-wrap'>{html.escape(text)}</td></tr>"
            for part, text in self.prompt.parts().items()
        )
        link = f"<p>Report: <code>{html.escape(str(self.report))}</code></p>" if self.report else ""
        return (
            f"<p><strong>{html.escape(self.outcome)}</strong>: {html.escape(self.reason)}</p>"
            f"<p>Returned prompt: <strong>{html.escape(self.prompt_name)}</strong></p>"
            f"<table>{parts}</table>{link}"
        )


def prompt_data(name: str | None, prompt: Prompt | None) -> dict[str, Any] | None:
    """JSON form of a named prompt; None where there is none."""
    if prompt is None:
        return None
    parts = {"system": prompt.system, "user": prompt.user, "prefill": prompt.prefill}
    return {"name": name, **parts, "style": prompt.style, "id": prompt.id}


def cost_of(store: Store, run: str) -> Cost:
    """What a run has cost so far."""
    ledger = store.calls.ledger(run)
    known = [line.nominal_usd for line in ledger if line.nominal_usd is not None]
    return Cost(
        paid_usd=sum(line.paid_usd for line in ledger),
        nominal_usd=sum(known) if len(known) == len(ledger) else None,
        tokens=sum(line.input_tokens + line.output_tokens for line in ledger),
        by_role=tuple(ledger),
    )


def result_of(store: Store, run: Run, report: Path | None) -> Result:
    """The result of a finished run.

    Raises:
        ValueError: the run is not finished.
    """
    if run.outcome is None:
        raise ValueError(f"run {run.id} is not finished")
    outcome = run.outcome
    prompts = {row.entrant.name: row.entrant.prompt for row in store.evidence.entrants(run.id)}
    cost = cost_of(store, run.id)
    candidate = outcome.get("candidate")
    return Result(
        run=run.id,
        outcome=outcome["outcome"],
        winrate=outcome.get("winrate"),
        low=outcome.get("low"),
        high=outcome.get("high"),
        n=outcome.get("n", 0),
        reason=outcome.get("reason", ""),
        prompt=prompts[outcome["returned"]],
        prompt_name=outcome["returned"],
        candidate=prompts[candidate] if candidate else None,
        candidate_name=candidate,
        first=prompts[outcome["first"]],
        cost=cost,
        calls_made=sum(line.made for line in cost.by_role),
        calls_cached=sum(line.calls - line.made for line in cost.by_role),
        report=report,
        details=outcome,
    )
