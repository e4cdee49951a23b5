"""A clarity study as its report shows it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assay.metrics.clarity import Rung
from assay.proof.clarity import (
    Cell,
    ClarityOutcome,
    Plan,
    SeedResult,
    outcome_of,
    plan_of,
    read_results,
    read_votes,
)
from assay.proof.clarity.outcome import arms_of
from assay.proof.clarity.plan import BEST
from assay.records.trainings import MEANINGS_OF_PAIRINGS
from assay.report.clarity.headline import clarity_headline
from assay.report.outcome import Headline
from assay.store import Run, Store

_SHOWN_ELSEWHERE = ("plan", "task")


@dataclass(frozen=True, slots=True)
class ClarityView:
    """Everything the report shows.

    Attributes:
        run: the run as stored.
        plan: what is trained.
        results: what is trained already.
        found: what it comes to.
        headline: that in words.
    """

    run: Run
    plan: Plan
    results: tuple[SeedResult, ...]
    found: ClarityOutcome
    headline: Headline

    @property
    def settings(self) -> Mapping[str, Any]:
        """The study as run, but for what other sections show."""
        return {name: value for name, value in self.run.config.items() if name not in _SHOWN_ELSEWHERE}

    @property
    def pairing(self) -> str:
        """How noise and pictures belong together, in a sentence."""
        return MEANINGS_OF_PAIRINGS[self.run.config["pairing"]]

    @property
    def measured_on(self) -> str:
        """Which pictures clarity is measured on."""
        return next((it.measured_on for it in self.results), "train")

    @property
    def features(self) -> str | None:
        """What the perceptual loss looked through."""
        return next((it.features for it in self.results if it.features), None)

    @property
    def diverged(self) -> tuple[SeedResult, ...]:
        """Trainings that were given up."""
        return tuple(it for it in self.results if it.diverged is not None)

    @property
    def cells(self) -> Mapping[str, Cell]:
        """Every cell by its name in the store."""
        every = (*self.plan.factorial, *self.plan.named.values())
        return {cell.name: cell for cell in every}

    def of(self, cell: str, *, fresh: bool) -> list[SeedResult]:
        """Trainings of a cell, by seed."""
        return [it for it in self.results if it.cell == cell and it.fresh is fresh]

    @property
    def arms(self) -> Mapping[str, Cell]:
        """The cells with a name, the best among them where it is known."""
        return arms_of(self.plan, self.found.best)

    @property
    def wanted(self) -> int:
        """How many cells under how many seeds are wanted, in all."""
        arms = {cell.name for cell in self.arms.values()}
        best = 1 if self.plan.factorial and BEST not in self.arms else 0
        return len(self.plan.factorial) * len(self.plan.seeds) + (len(arms) + best) * len(self.plan.fresh)


def read_clarity(store: Store, run_id: str) -> ClarityView:
    """Read a clarity study for its report, finished or not.

    Raises:
        UsageError: there is no such run.
    """
    run = store.runs.get(run_id)
    plan, results = plan_of(run.config["plan"]), read_results(store, run_id)
    found = outcome_of(plan, results, scale_of(store, run_id), read_votes(store, run_id))
    view = ClarityView(run, plan, results, found, Headline("", "open", ""))
    told = clarity_headline(run, plan, found, done=len(results), wanted=view.wanted)
    return ClarityView(run, plan, results, found, told)


def scale_of(store: Store, run_id: str) -> Sequence[Rung]:
    """The blur ladder that was measured at the beginning of a run."""
    decisions = store.evidence.decisions(run_id)
    rungs = next((it.data["rungs"] for it in decisions if it.step == "scale"), ())
    return [Rung(amount, score) for amount, score in rungs]
