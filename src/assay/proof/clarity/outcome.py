"""Everything a run of a clarity study came to, in one value."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from assay.metrics.clarity import Rung, equivalent_blur
from assay.proof.clarity.claim import Claim, claim_of
from assay.proof.clarity.effects import Effects, effects_of
from assay.proof.clarity.figures import CellFigures, Change, by_seed, cell_figures, change_of
from assay.proof.clarity.goals import Goal, Votes, clarity_goal, satisfaction_goal
from assay.proof.clarity.plan import AFTER, BEFORE, BEST, OWN, Cell, Plan
from assay.proof.clarity.rows import SeedResult


@dataclass(frozen=True, slots=True)
class Arm:
    """A cell with a name, trained on fresh seeds; the result of a study.

    Attributes:
        name: ``before``, ``after``, ``best``, ``own``, or as the study calls it.
        cell: its cell.
        figures: over fresh seeds.
        change: against ``before``, paired by seed; None for ``before`` itself, or without one.
        blur: deviation of a blur of the real pictures that has the same clarity, in pixels; None where
            none of the ladder is as bad.
    """

    name: str
    cell: Cell
    figures: CellFigures
    change: Change | None
    blur: float | None


@dataclass(frozen=True, slots=True)
class ClarityOutcome:
    """What a run came to.

    Attributes:
        cells: of the factorial, over its own seeds: what the best one is chosen by, and no result.
        effects: contrasts within the factorial.
        best: name of the best cell; None where there is no factorial.
        arms: the result.
        claim: None where the study has no ``before`` and ``after``.
        goals: asked of the learner's own cell, else of the best one.
        scale: blur ladder on the real pictures.
        votes: what people said of the pictures of each arm, and of real ones; empty until they have.
    """

    cells: tuple[CellFigures, ...]
    effects: Effects
    best: str | None
    arms: tuple[Arm, ...]
    claim: Claim | None
    goals: tuple[Goal, ...]
    scale: tuple[Rung, ...]
    votes: Mapping[str, Votes]

    def arm(self, name: str) -> Arm | None:
        """The arm of that name."""
        return next((it for it in self.arms if it.name == name), None)

    @property
    def word(self) -> str:
        """What the claim came to, else ``measured``."""
        return "measured" if self.claim is None else self.claim.held

    def to_data(self) -> dict[str, Any]:
        """JSON form."""
        arms = [{**asdict(it), "cell": it.cell.name} for it in self.arms]
        effects = {name: [asdict(it) for it in found] for name, found in _contrasts(self.effects)}
        return {
            "kind": "clarity",
            "outcome": self.word,
            "claim": None if self.claim is None else asdict(self.claim),
            "arms": arms,
            "goals": [asdict(it) for it in self.goals],
            "best": self.best,
            "cells": [asdict(it) for it in self.cells],
            "effects": effects,
            "scale": [asdict(it) for it in self.scale],
            "votes": {arm: asdict(it) for arm, it in self.votes.items()},
        }


def outcome_of(
    plan: Plan,
    results: Sequence[SeedResult],
    scale: Sequence[Rung] = (),
    votes: Mapping[str, Votes] | None = None,
) -> ClarityOutcome:
    """What trainings come to, all of them or those that are done.

    Args:
        plan: what is trained.
        results: what is.
        scale: blur ladder on the real pictures.
        votes: of people, by arm.
    """
    confidence = plan.confidence
    tried = {cell.name: _of(results, cell.name, fresh=False) for cell in plan.factorial}
    cells = tuple(cell_figures(name, found, confidence) for name, found in tried.items() if found)
    effects = effects_of(plan.factorial, results, confidence)
    best = best_of(plan, results)
    arms = tuple(_arms(plan, best, results, scale))
    known = {it.name: it for it in arms}
    after = known.get(AFTER)
    claim = claim_of(after.change if after else None, effects)
    goals = tuple(_goals(plan, known, votes or {}))
    return ClarityOutcome(cells, effects, best, arms, claim, goals, tuple(scale), dict(votes or {}))


def best_of(plan: Plan, results: Sequence[SeedResult]) -> str | None:
    """The cell of the factorial with the highest mean clarity over all seeds; None until all are trained.

    Of equal ones the first. It was chosen among many, so its own mean flatters it: only what it does on fresh
    seeds counts.
    """
    means = []
    for cell in plan.factorial:
        found = by_seed(results, cell.name, fresh=False)
        if set(found) != set(plan.seeds):
            return None
        means.append((sum(found.values()) / len(found), cell.name))
    return max(means, key=lambda it: it[0])[1] if means else None


def arms_of(plan: Plan, best: str | None) -> dict[str, Cell]:
    """The cells that are trained on fresh seeds, by name."""
    found = dict(plan.named)
    chosen = next((cell for cell in plan.factorial if cell.name == best), None)
    if chosen is not None:
        found[BEST] = chosen
    order = (BEFORE, AFTER, BEST)
    names = [*(name for name in order if name in found), *(name for name in found if name not in order)]
    return {name: found[name] for name in names}


def _arms(
    plan: Plan, best: str | None, results: Sequence[SeedResult], scale: Sequence[Rung]
) -> Iterator[Arm]:
    arms = arms_of(plan, best)
    before = by_seed(results, arms[BEFORE].name, fresh=True) if BEFORE in arms else {}
    for name, cell in arms.items():
        found = _of(results, cell.name, fresh=True)
        if not found:
            continue
        figures = cell_figures(cell.name, found, plan.confidence)
        change = None
        if name != BEFORE:
            change = change_of(by_seed(results, cell.name, fresh=True), before, plan.confidence)
        yield Arm(name, cell, figures, change, blur_of(figures.clarity.mean, scale))


def blur_of(score: float, scale: Sequence[Rung]) -> float | None:
    """What blur of the real pictures a score looks like; None where the scale does not tell."""
    if not scale:
        return None
    try:
        return equivalent_blur(score, scale)
    except ValueError:  # pictures without edges have a scale that does not fall
        return None


def _goals(plan: Plan, arms: Mapping[str, Arm], votes: Mapping[str, Votes]) -> Iterator[Goal]:
    of = OWN if OWN in plan.named else BEST
    if of == BEST and not plan.factorial:
        return
    arm = arms.get(of)
    if "clarity" in plan.goals:
        found = arm.figures.clarity if arm else None
        ends = (found.mean, found.low, found.high, found.n) if found else (None, None, None, 0)
        yield clarity_goal(plan.goals["clarity"], of, *ends)
    if "satisfaction" in plan.goals:
        yield satisfaction_goal(plan.goals["satisfaction"], of, votes.get(of))


def _of(results: Sequence[SeedResult], cell: str, *, fresh: bool) -> list[SeedResult]:
    return [it for it in results if it.cell == cell and it.fresh is fresh]


def _contrasts(effects: Effects) -> Iterator[tuple[str, Any]]:
    yield "main", effects.main
    yield "losses", effects.losses
    yield "together", effects.together
