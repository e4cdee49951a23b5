"""What a clarity study found, as the library, the command line and scripts see it."""

import html
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assay.metrics.clarity import Rung
from assay.proof.clarity import ClarityOutcome, Goal, Plan, outcome_of, plan_of, read_results, read_votes
from assay.proof.clarity.outcome import Arm
from assay.store import Run, Store


@dataclass(frozen=True)
class ClarityResult:
    """What a run found.

    Attributes:
        run: id of the run.
        plan: what was trained.
        found: cells, effects, arms on fresh seeds, claim and goals.
        report: the report's first page, or None where none was written.
    """

    run: str
    plan: Plan
    found: ClarityOutcome
    report: Path | None

    @property
    def outcome(self) -> str:
        """``held``, ``did not hold`` or ``undecided``; ``measured`` where there is no claim."""
        return self.found.word

    @property
    def goals(self) -> tuple[Goal, ...]:
        """Each passed, failed or undecided."""
        return self.found.goals

    @property
    def best(self) -> Arm | None:
        """The best cell of the factorial, on fresh seeds."""
        return self.found.arm("best")

    @property
    def own(self) -> Arm | None:
        """A learner's cell, on fresh seeds."""
        return self.found.arm("own")

    def to_data(self) -> dict[str, Any]:
        """JSON form, the shape scripts rely on."""
        report = str(self.report) if self.report else None
        return {"run": self.run, **self.found.to_data(), "plan": self.plan.to_data(), "report": report}

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        rows = "".join(
            f"<tr><td>{html.escape(arm.name)}</td><td>{html.escape(arm.cell.name)}</td>"
            f"<td>{arm.figures.clarity.mean:.1f}</td></tr>"
            for arm in self.found.arms
        )
        goals = "".join(
            f"<li>{html.escape(goal.name)} above {goal.wanted:g}: <strong>{goal.verdict}</strong></li>"
            for goal in self.goals
        )
        head = "<tr><th>cell</th><th>loss, rate, epochs</th><th>clarity</th></tr>"
        return (
            f"<p><strong>{html.escape(self.outcome)}</strong></p><table>{head}{rows}</table><ul>{goals}</ul>"
        )


def clarity_result_of(store: Store, run: Run, report: Path | None) -> ClarityResult:
    """The result of a run, with votes that have come since; of one that goes on, what there is."""
    plan = plan_of(run.config["plan"])
    scale = next((it.data["rungs"] for it in store.evidence.decisions(run.id) if it.step == "scale"), ())
    rungs = [Rung(amount, score) for amount, score in scale]
    found = outcome_of(plan, read_results(store, run.id), rungs, read_votes(store, run.id))
    return ClarityResult(run.id, plan, found, report)
