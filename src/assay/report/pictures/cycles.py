"""The score by cycle: of the loop, of its control with the same seeds, of every request where it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from assay.proof.pictures import CycleMean, Measured, mean_of, means_by_cycle
from assay.report.pictures.figures import Mean, difference_of, figure
from assay.stats.differences import Difference


@dataclass(frozen=True, slots=True)
class CycleFigures:
    """One cycle.

    Attributes:
        cycle: number, from 0.
        loop: mean over the requests that came to it.
        control: of pictures of the unchanged prompt with the same seeds, over the same requests.
        standing: over all requests, each with its last cycle up to this one: comparable along the cycles.
    """

    cycle: int
    loop: CycleMean
    control: CycleMean | None
    standing: Mean


def by_cycle(
    loop: Sequence[Measured], control: Sequence[Measured], metric: str, confidence: float
) -> tuple[CycleFigures, ...]:
    """Every cycle, in order.

    Args:
        loop: of the study's own procedure.
        control: of its control, whose pictures are laid out in the loop's cycles.
        metric: which figure.
        confidence: of the intervals.
    """
    others = means_by_cycle(control, metric, confidence=confidence)
    return tuple(
        CycleFigures(
            cycle=it.cycle,
            loop=it,
            control=others[it.cycle] if it.cycle < len(others) else None,
            standing=_standing(loop, it.cycle, metric, confidence),
        )
        for it in means_by_cycle(loop, metric, confidence=confidence)
    )


def change_since_first(measured: Sequence[Measured], metric: str, confidence: float) -> Difference | None:
    """How much higher the last prompt's pictures score than those of the user's own, over all requests."""
    pairs = [(it.by_cycle[-1], it.by_cycle[0], it.group) for it in measured if it.by_cycle]
    return difference_of(pairs, metric, confidence)


def _standing(measured: Sequence[Measured], cycle: int, metric: str, confidence: float) -> Mean:
    known = [
        (value, it.group)
        for it in measured
        if it.by_cycle
        and (value := figure(it.by_cycle[min(cycle, len(it.by_cycle) - 1)], metric)) is not None
    ]
    if not known:
        return Mean(None)
    low, high = mean_of(known, metric, confidence) or (None, None)
    return Mean(fmean(value for value, _ in known), low, high, len(known))
