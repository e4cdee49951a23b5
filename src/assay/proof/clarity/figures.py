"""Means over seeds, each with Student's interval: approximate, and wide where there are few seeds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assay.proof.clarity.rows import SeedResult
from assay.stats.differences import paired_difference

MEASURES = (
    "energy_ratio",
    "edge_energy",
    "edge_agreement",
    "variance_of_laplacian",
    "variance_of_laplacian_real",
    "tenengrad",
    "tenengrad_real",
    "ssim",
    "mse",
)
"""Figures that stand beside clarity."""


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean over seeds.

    Attributes:
        mean: over seeds.
        low, high: ends of its interval; None with a single seed, which tells nothing of others.
        n: seeds.
    """

    mean: float
    low: float | None
    high: float | None
    n: int


@dataclass(frozen=True, slots=True)
class Change(Mean):
    """A mean difference over seeds, paired by seed.

    Attributes:
        one, two: the means whose difference it is, ``one - two``.
    """

    one: float
    two: float

    @property
    def side(self) -> str:
        """``above``, ``below`` or ``unclear``: where the interval lies against 0."""
        if self.low is None or self.high is None:
            return "unclear"
        return "above" if self.low > 0 else "below" if self.high < 0 else "unclear"


@dataclass(frozen=True, slots=True)
class CellFigures:
    """What a cell came to.

    Attributes:
        cell: its name.
        clarity: points, from 0 to 100.
        measures: means of the other figures over trainings that did not diverge; None where there is none.
        diverged: trainings that diverged, each counted with 0 points.
    """

    cell: str
    clarity: Mean
    measures: Mapping[str, float | None]
    diverged: int


def mean_of(values: Sequence[float], confidence: float, ends: tuple[float, float] | None = None) -> Mean:
    """The mean of figures of different seeds.

    Args:
        values: one for each seed, at least one.
        confidence: of the interval.
        ends: least and greatest value the mean can have: the interval is cut off there.
    """
    found = paired_difference(values, [0.0] * len(values), ends=None, confidence=confidence)
    low, high = _ends(found.low, found.high)
    if ends is not None and low is not None and high is not None:
        low, high = max(ends[0], low), min(ends[1], high)
    return Mean(found.difference, low, high, len(values))


def change_of(ones: Mapping[int, float], twos: Mapping[int, float], confidence: float) -> Change | None:
    """How much higher one cell is than another, over the seeds both have; None without such seeds."""
    seeds = sorted(ones.keys() & twos.keys())
    if not seeds:
        return None
    found = paired_difference(
        [ones[seed] for seed in seeds], [twos[seed] for seed in seeds], ends=None, confidence=confidence
    )
    return Change(found.difference, *_ends(found.low, found.high), len(seeds), found.one, found.two)


def cell_figures(cell: str, results: Sequence[SeedResult], confidence: float) -> CellFigures:
    """The figures of one cell; ``results`` are its trainings, at least one."""
    known = [it for it in results if it.diverged is None]
    measures = {name: _average([it.measures.get(name) for it in known]) for name in MEASURES}
    clarity = mean_of([it.clarity for it in results], confidence, (0.0, 100.0))
    return CellFigures(cell, clarity, measures, len(results) - len(known))


def by_seed(results: Sequence[SeedResult], cell: str, *, fresh: bool) -> dict[int, float]:
    """Clarity of a cell by seed."""
    return {it.seed: it.clarity for it in results if it.cell == cell and it.fresh is fresh}


def _ends(low: float, high: float) -> tuple[float | None, float | None]:
    return (None, None) if abs(low) == float("inf") else (low, high)


def _average(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None
