"""The loop of the image study: generate, look, stop or rewrite, again; then choose."""

from assay.search.pictures.control import best_of, draws_for, redrawn
from assay.search.pictures.crew import Crew
from assay.search.pictures.cycles import Chosen, Cycle, LoopResult, Rewriting, Shot
from assay.search.pictures.loop import run_loop
from assay.search.pictures.procedure import SELECTORS, Procedure, StopRule
from assay.search.pictures.rewriter import Rewriter

__all__ = [
    "SELECTORS",
    "Chosen",
    "Crew",
    "Cycle",
    "LoopResult",
    "Procedure",
    "Rewriter",
    "Rewriting",
    "Shot",
    "StopRule",
    "best_of",
    "draws_for",
    "redrawn",
    "run_loop",
]
