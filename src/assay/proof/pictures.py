"""What a study of pictures shows: the loop against the best of as many unchanged prompts, over requests.

Nothing is sealed here: a procedure is fixed before the first picture, and no request changes it. The claim is
about the procedure, and its units are requests. Prompts found for one request are for that request alone.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from math import isfinite
from statistics import fmean
from typing import Any

from assay.stats.differences import Difference, paired_difference
from assay.stats.gains import MeanScore, mean_score

ENDS: Mapping[str, tuple[float, float] | None] = {
    "critic": (0.0, 1.0),
    "scene": (0.0, 1.0),
    "clip_score": (0.0, 2.5),
    "similarity": (-1.0, 1.0),
    "brisque": None,
    "nrqm": None,
}
"""Least and greatest value of each metric of a picture."""

LOWER_IS_BETTER = frozenset({"brisque"})

LOOP, CONTROL, SAME_STOP, EQUAL_COST = "loop", "control", "control-stop", "control-cost"
"""Names of a study's own procedure and of its controls: of as many pictures, under the same rule to stop, at
equal cost."""

DECIDING = (CONTROL, SAME_STOP)
"""Controls that the loop must be better than to be proven."""

Figures = Mapping[str, float | None]


@dataclass(frozen=True, slots=True)
class Measured:
    """What a procedure brought for one request, measured.

    Attributes:
        item: id of the request.
        group: its cluster.
        pictures, cycles: how many were made, and in how many cycles.
        stopped: cycle after which it stopped or would have; None: nothing stopped it.
        chosen: figures of the picture chosen; empty where every picture is blocked.
        first: of the first usable picture.
        stop: of the critic's best picture of the cycle it stopped after; empty where nothing stopped it.
        best: for each metric, the best figure of all pictures it made: what no selector could beat.
        by_cycle: mean figures of each cycle's usable pictures.
        blocked: pictures that do not count.
        calls: distinct calls.
        nominal_usd: what they cost as if nothing were cached; None where a price is unknown.
        seconds: sum of what they took.
        labels: by what results are split, e.g. ``category``.
        parts: where the deciding metric has parts (count, colour, ...), the chosen picture's share of each.
    """

    item: str
    group: str
    pictures: int
    cycles: int
    stopped: int | None
    chosen: Figures
    first: Figures = field(default_factory=dict)
    stop: Figures = field(default_factory=dict)
    best: Figures = field(default_factory=dict)
    by_cycle: tuple[Figures, ...] = ()
    blocked: int = 0
    calls: int = 0
    nominal_usd: float | None = 0.0
    seconds: float = 0.0
    labels: Mapping[str, str] = field(default_factory=dict)
    parts: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Comparison:
    """One procedure against another in one metric, over the same requests.

    Attributes:
        one, two: names of the procedures.
        metric: what is compared.
        difference: the mean difference; None where no pair could be compared.
        left_out: pairs in which a figure is missing: a metric said nothing of a picture.
        lost: pairs in which a side had no usable picture at all, and so the least value there is.
        outcome: ``proven`` (the interval lies above 0, in the better direction), ``worse``, ``not proven``.
    """

    one: str
    two: str
    metric: str
    difference: Difference | None
    left_out: int
    lost: int
    outcome: str

    def to_data(self) -> dict[str, Any]:
        """JSON form; an end of the interval that is infinite is None, since JSON has no such number."""
        data = asdict(self)
        if self.difference is not None:
            ends = {name: getattr(self.difference, name) for name in ("low", "high")}
            data["difference"] |= {name: end if isfinite(end) else None for name, end in ends.items()}
        return data


def compare_procedures(
    ones: Sequence[Measured],
    twos: Sequence[Measured],
    metric: str,
    *,
    names: tuple[str, str],
    confidence: float = 0.95,
) -> Comparison:
    """Compare the chosen pictures of two procedures, request by request.

    A request for which a side has no usable picture counts with the least value of the metric for that side:
    leaving it out would let a procedure choose its requests by being blocked. Where the metric has no least
    value it is left out, and counted.

    Args:
        ones: of the one procedure.
        twos: of the other; requests that only one has are left out.
        metric: which figure.
        names: of the procedures.
        confidence: of the interval.
    """
    ends = ENDS.get(metric)
    other = {it.item: it for it in twos}
    pairs: list[tuple[float, float, str]] = []
    left_out = lost = 0
    for one in ones:
        if (two := other.get(one.item)) is None:
            continue
        lost += not one.chosen or not two.chosen
        figures = [_figure(it, metric, ends) for it in (one, two)]
        if figures[0] is None or figures[1] is None:
            left_out += 1
        else:
            pairs.append((figures[0], figures[1], one.group))
    if not pairs:
        return Comparison(*names, metric, None, left_out, lost, "not proven")
    difference = paired_difference(
        [pair[0] for pair in pairs],
        [pair[1] for pair in pairs],
        [pair[2] for pair in pairs],
        ends=ends,
        confidence=confidence,
    )
    return Comparison(*names, metric, difference, left_out, lost, _outcome(difference, metric))


def _figure(it: Measured, metric: str, ends: tuple[float, float] | None) -> float | None:
    if it.chosen:
        value = it.chosen.get(metric)
        return value if value is None or ends is None else min(ends[1], max(ends[0], value))
    return ends[0] if ends is not None else None


def claim_of(comparisons: Iterable[Comparison], metric: str) -> str:
    """The outcome of a study: the weakest of what the loop came to against the controls that decide.

    As many pictures alone are no fair control of a loop that stops when its critic is content: a loop whose
    rewriting changes nothing draws on exactly where it had no luck, and wins. Under the same rule to stop it
    does not. Both have to be beaten, which needs no correction for there being two. Where neither is there,
    the control at equal cost decides.

    Args:
        comparisons: the loop against its controls.
        metric: the one that decides.
    """
    against = {it.two: it.outcome for it in comparisons if it.metric == metric}
    found = [against[name] for name in DECIDING if name in against] or list(against.values())
    return min(found, key=("worse", "not proven", "proven").index, default="not compared")


def _outcome(difference: Difference, metric: str) -> str:
    low, high = difference.low, difference.high
    if metric in LOWER_IS_BETTER:
        low, high = -high, -low
    return "proven" if low > 0.0 else "worse" if high < 0.0 else "not proven"


@dataclass(frozen=True, slots=True)
class CycleMean:
    """The mean of one cycle over the requests that came to it.

    Attributes:
        cycle: number, from 0.
        requests: how many came to it.
        mean: of the mean figures of their pictures; None where there are none.
        low, high: ends of its interval; None where the metric has no ends.
    """

    cycle: int
    requests: int
    mean: float | None
    low: float | None
    high: float | None


def means_by_cycle(
    measured: Sequence[Measured], metric: str, *, confidence: float = 0.95
) -> tuple[CycleMean, ...]:
    """The mean of every cycle. Where loops stop early, later cycles hold the hard requests alone."""
    longest = max((len(it.by_cycle) for it in measured), default=0)
    return tuple(
        _cycle_mean(cycle, [it for it in measured if len(it.by_cycle) > cycle], metric, confidence)
        for cycle in range(longest)
    )


def _cycle_mean(cycle: int, there: Sequence[Measured], metric: str, confidence: float) -> CycleMean:
    known = [(value, it.group) for it in there if (value := it.by_cycle[cycle].get(metric)) is not None]
    if not known:
        return CycleMean(cycle, len(there), None, None, None)
    mean, interval = fmean(value for value, _ in known), mean_of(known, metric, confidence)
    low, high = (None, None) if interval is None else interval
    return CycleMean(cycle, len(there), mean, low, high)


def mean_of(
    known: Sequence[tuple[float, str]], metric: str, confidence: float = 0.95
) -> tuple[float, float] | None:
    """Ends of the interval of a mean of figures with their groups; None where the metric has no ends."""
    ends = ENDS.get(metric)
    if ends is None or not known:
        return None
    least, width = ends[0], ends[1] - ends[0]
    scaled = [min(1.0, max(0.0, (value - least) / width)) for value, _ in known]
    found: MeanScore = mean_score(scaled, [group for _, group in known], confidence=confidence)
    return least + width * found.low, least + width * found.high


@dataclass(frozen=True, slots=True)
class Stopping:
    """What stopping early did.

    Attributes:
        requests: how many.
        stopped: how many of them stopped before the last cycle.
        pictures: pictures up to the stop, over all requests.
        all_pictures: pictures that going through every cycle would have made.
        gap: mean difference between the best picture of all made and the one stopped at, over the loops that
            something stopped; None where there is none. It tells what stopping costs where loops went on.
        histogram: how many requests stopped after each cycle; the last entry: nothing stopped them.
    """

    requests: int
    stopped: int
    pictures: int
    all_pictures: int
    gap: float | None
    histogram: tuple[int, ...]

    @property
    def saved(self) -> float:
        """Share of the pictures that stopping saves."""
        return 1.0 - self.pictures / self.all_pictures if self.all_pictures else 0.0


def stopping_of(measured: Sequence[Measured], metric: str, *, cycles: int, per_cycle: int) -> Stopping:
    """What stopping early did, or would have done where the loop went on."""
    up_to = [cycles if it.stopped is None else it.stopped + 1 for it in measured]
    gaps = [
        abs(best - stop)
        for it in measured
        if it.stopped is not None
        and (best := it.best.get(metric)) is not None
        and (stop := it.stop.get(metric)) is not None
    ]
    histogram = [0] * (cycles + 1)
    for it in measured:
        histogram[cycles if it.stopped is None else it.stopped] += 1
    return Stopping(
        requests=len(measured),
        stopped=sum(it.stopped is not None and it.stopped < cycles - 1 for it in measured),
        pictures=sum(per_cycle * number for number in up_to),
        all_pictures=per_cycle * cycles * len(measured),
        gap=fmean(gaps) if gaps else None,
        histogram=tuple(histogram),
    )


def split_by(measured: Iterable[Measured], label: str) -> dict[str, list[Measured]]:
    """Requests by the value of a label, in the order values come up; those without it are left out."""
    found: dict[str, list[Measured]] = {}
    for it in measured:
        if it.labels.get(label):
            found.setdefault(it.labels[label], []).append(it)
    return found
