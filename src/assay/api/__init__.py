"""The library: run a study, optimise a prompt, compare two, in a few lines."""

from assay.api.library import compare, optimize
from assay.api.result import Cost, Result
from assay.api.running import run_study

__all__ = ["Cost", "Result", "compare", "optimize", "run_study"]
