"""When the loop has seen enough: a pure function of the cycles so far."""

from collections.abc import Sequence

from assay.search.pictures.cycles import Cycle
from assay.search.pictures.procedure import StopRule


def why_stop(cycles: Sequence[Cycle], rule: StopRule) -> str:
    """Why the loop stops after the last of these cycles; empty where it goes on."""
    best = cycles[-1].best
    if best is not None and best.look is not None:
        if rule.verdict and best.look.matches:
            return "the critic says it matches"
        # A score of the few questions that could be told is no ground to stop on.
        told = best.look.matches is not None and best.score is not None
        if rule.score is not None and told and (best.score or 0.0) >= rule.score:
            return f"the critic's score {best.score:.2f} reaches {rule.score:g}"
    if rule.plateau is not None and _stands_still(cycles, rule.plateau):
        return f"no higher score for {rule.plateau} cycle{'s' if rule.plateau > 1 else ''}"
    return ""


def _stands_still(cycles: Sequence[Cycle], plateau: int) -> bool:
    """Whether the best score of all has not risen within the last so many cycles."""
    if len(cycles) <= plateau:
        return False
    scores = [cycle.best.score if cycle.best is not None else None for cycle in cycles]
    known = [-1.0 if score is None else score for score in scores]
    return max(known[-plateau:]) <= max(known[:-plateau])
