"""What trainings of a clarity study come to: pure functions of what the store holds.

========  ============================================================================
rows      one training as it is kept, written and read
plan      cells, seeds and goals of a run, as its configuration has them
figures   means over seeds, each with its interval
effects   what loss, learning rate and epochs each change, and how they act together
goals     pass, fail or undecided
claim     whether the claim of the exercise held
outcome   all of it in one value
========  ============================================================================
"""

from assay.proof.clarity.claim import Claim
from assay.proof.clarity.effects import Effect, Effects
from assay.proof.clarity.figures import CellFigures, Change, Mean
from assay.proof.clarity.goals import Goal, Votes
from assay.proof.clarity.outcome import ClarityOutcome, outcome_of
from assay.proof.clarity.plan import Cell, Plan, plan_of
from assay.proof.clarity.rows import SeedResult, note_result, note_votes, read_results, read_votes

__all__ = [
    "Cell",
    "CellFigures",
    "Change",
    "Claim",
    "ClarityOutcome",
    "Effect",
    "Effects",
    "Goal",
    "Mean",
    "Plan",
    "SeedResult",
    "Votes",
    "note_result",
    "note_votes",
    "outcome_of",
    "plan_of",
    "read_results",
    "read_votes",
]
