"""The loop against its controls, by metric and by label, and every ablation against the loop."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from assay.proof.pictures import (
    CONTROL,
    ENDS,
    LOOP,
    LOWER_IS_BETTER,
    Comparison,
    Measured,
    compare_procedures,
    mean_of,
    split_by,
)
from assay.report.pictures.figures import Mean, mean_figure


@dataclass(frozen=True, slots=True)
class Totals:
    """What a procedure used, summed over requests.

    Attributes:
        requests: how many it was run on.
        pictures, cycles, calls: sums.
        stopped: requests that something stopped.
        blocked: pictures that do not count.
        without: requests without a usable picture.
        usd: as if nothing were cached; None where a price is unknown.
        seconds: sum of what calls took.
    """

    requests: int
    pictures: int
    cycles: int
    calls: int
    stopped: int
    blocked: int
    without: int
    usd: float | None
    seconds: float

    def each(self, name: str) -> float | None:
        """A sum by request; None where it is unknown or there is no request."""
        value = getattr(self, name)
        return None if value is None or not self.requests else float(value) / self.requests


def totals_of(measured: Sequence[Measured]) -> Totals:
    """Sum a procedure up."""
    prices = [it.nominal_usd for it in measured]
    known = [price for price in prices if price is not None]
    return Totals(
        requests=len(measured),
        pictures=sum(it.pictures for it in measured),
        cycles=sum(it.cycles for it in measured),
        calls=sum(it.calls for it in measured),
        stopped=sum(it.stopped is not None for it in measured),
        blocked=sum(it.blocked for it in measured),
        without=sum(not it.chosen for it in measured),
        usd=sum(known) if len(known) == len(prices) else None,
        seconds=sum(it.seconds for it in measured),
    )


@dataclass(frozen=True, slots=True)
class ProcedureRow:
    """One procedure of a run.

    Attributes:
        name: of the procedure.
        group: the ablation it belongs to; empty for the study's own and its controls.
        mean: of its chosen pictures in the deciding metric.
        totals: what it used.
        against: an ablation compared with the loop; below 0 it is worse.
    """

    name: str
    group: str
    mean: Mean
    totals: Totals
    against: Comparison | None = None


def procedure_row(
    name: str,
    group: str,
    measured: Sequence[Measured],
    loop: Sequence[Measured],
    metric: str,
    confidence: float,
) -> ProcedureRow:
    """Sum a procedure up, an ablation against the loop over the requests that both have."""
    chosen = [(it.chosen, it.group) for it in measured]
    against = None
    if group and loop:
        against = compare_procedures(measured, loop, metric, names=(name, LOOP), confidence=confidence)
    return ProcedureRow(name, group, mean_figure(chosen, metric, confidence), totals_of(measured), against)


@dataclass(frozen=True, slots=True)
class SplitRow:
    """The requests of one value of a label.

    Attributes:
        label, value: which.
        requests: how many.
        first: mean of the first pictures.
        stopped: how many of the loops something stopped.
        comparison: the loop against its control.
    """

    label: str
    value: str
    requests: int
    first: Mean
    stopped: int
    comparison: Comparison


def split_rows(
    loop: Sequence[Measured], control: Sequence[Measured], metric: str, confidence: float
) -> Iterator[SplitRow]:
    """Every value of every label, where a label has more than one value or leaves requests out."""
    for label in dict.fromkeys(label for it in loop for label in it.labels):
        found = split_by(loop, label)
        if len(found) < 2 and sum(map(len, found.values())) == len(loop):
            continue
        for value, there in found.items():
            compared = compare_procedures(
                there, control, metric, names=(LOOP, CONTROL), confidence=confidence
            )
            first = mean_figure([(it.first, it.group) for it in there], metric, confidence)
            stopped = sum(it.stopped is not None for it in there)
            yield SplitRow(label, value, len(there), first, stopped, compared)


@dataclass(frozen=True, slots=True)
class PartRow:
    """One part of the scene checker's score, or the like.

    Attributes:
        part: its name.
        loop, control: mean share that is right in the chosen pictures.
    """

    part: str
    loop: Mean
    control: Mean


def part_rows(loop: Sequence[Measured], control: Sequence[Measured], confidence: float) -> Iterator[PartRow]:
    """Every part that some request has; a request without a usable picture has none."""
    for part in dict.fromkeys(part for it in loop for part in it.parts):
        yield PartRow(part, *(_share(it, part, confidence) for it in (loop, control)))


def _share(measured: Sequence[Measured], part: str, confidence: float) -> Mean:
    known = [(it.parts[part], it.group) for it in measured if part in it.parts]
    if not known:
        return Mean(None)
    # A part is a share, as the critic's score is.
    low, high = mean_of(known, "critic", confidence) or (None, None)
    return Mean(fmean(value for value, _ in known), low, high, len(known))


def gains_of(loop: Sequence[Measured], control: Sequence[Measured], metric: str) -> list[tuple[float, str]]:
    """By how much the loop's choice is better than the control's, with the request, the best first."""
    other: Mapping[str, Measured] = {it.item: it for it in control}
    sign = -1.0 if metric in LOWER_IS_BETTER else 1.0
    found = []
    for one in loop:
        two = other.get(one.item)
        if two is not None and (mine := _value(one, metric)) is not None:
            theirs = _value(two, metric)
            if theirs is not None:
                found.append((sign * (mine - theirs), one.item))
    return sorted(found, key=lambda it: -it[0])


def _value(it: Measured, metric: str) -> float | None:
    ends = ENDS.get(metric)
    return it.chosen.get(metric) if it.chosen else ends[0] if ends is not None else None
