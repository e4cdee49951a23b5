"""Means of procedures over requests, with their intervals: the table of every metric."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from assay.proof.pictures import ENDS, Figures, Measured, mean_of
from assay.stats.differences import Difference, paired_difference


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean over requests.

    Attributes:
        value: the mean; None where there is nothing to take it of.
        low, high: ends of its interval; None where the metric has no ends.
        n: requests.
    """

    value: float | None
    low: float | None = None
    high: float | None = None
    n: int = 0


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table of metrics.

    Attributes:
        key: short name.
        title: for people.
        about: which picture it is of.
    """

    key: str
    title: str
    about: str


COLUMNS = (
    Column("first", "First picture", "the first usable picture of the user's own prompt"),
    Column("loop", "Loop's choice", "the picture the loop chose"),
    Column("control", "Best of N", "chosen alike among as many pictures of the unchanged prompt"),
    Column("same_stop", "Unchanged, same stop", "the loop as it is, but for its rewriting"),
    Column("equal", "Best of N, equal cost", "the same with as many pictures as the loop's cost buys"),
    Column("stopped", "Stopped at", "the critic's best of the cycle the loop stopped after"),
    Column("best", "Best of all made", "by each metric itself: what no selector could beat"),
)
"""What the table of metrics shows of every request."""


def figures_table(
    loop: Sequence[Measured],
    control: Sequence[Measured],
    same_stop: Sequence[Measured],
    equal: Sequence[Measured],
    metrics: Sequence[str],
    confidence: float,
) -> dict[str, dict[str, Mean]]:
    """Means by metric and column; columns without any request have no cells.

    Args:
        loop: of the study's own procedure.
        control: of the control.
        same_stop: of the control under the loop's rule to stop.
        equal: of the control at equal cost.
        metrics: in order.
        confidence: of the intervals.
    """
    stopped = [it for it in loop if it.stop]
    columns: tuple[tuple[str, list[tuple[Figures, str]]], ...] = (
        ("first", [(it.first, it.group) for it in loop]),
        ("loop", [(it.chosen, it.group) for it in loop]),
        ("control", [(it.chosen, it.group) for it in control]),
        ("same_stop", [(it.chosen, it.group) for it in same_stop]),
        ("equal", [(it.chosen, it.group) for it in equal]),
        ("stopped", [(it.stop, it.group) for it in stopped]),
        ("best", [(it.best, it.group) for it in loop]),
    )
    return {
        metric: {key: mean_figure(there, metric, confidence) for key, there in columns if there}
        for metric in metrics
    }


def mean_figure(figures: Sequence[tuple[Figures, str]], metric: str, confidence: float) -> Mean:
    """The mean of a metric over requests, each with its group.

    A request without a usable picture counts with the least value there is, as in the comparisons.
    """
    known = list(_known(figures, metric))
    if not known:
        return Mean(None)
    low, high = mean_of(known, metric, confidence) or (None, None)
    return Mean(fmean(value for value, _ in known), low, high, len(known))


def _known(figures: Sequence[tuple[Figures, str]], metric: str) -> Iterator[tuple[float, str]]:
    ends = ENDS.get(metric)
    for found, group in figures:
        value = figure(found, metric)
        if value is None and not found and ends is not None:
            value = ends[0]
        if value is not None:
            yield value, group


def figure(found: Mapping[str, float | None], metric: str) -> float | None:
    """One figure, within the ends of its metric."""
    value, ends = found.get(metric), ENDS.get(metric)
    return value if value is None or ends is None else min(ends[1], max(ends[0], value))


def difference_of(
    pairs: Sequence[tuple[Figures, Figures, str]], metric: str, confidence: float
) -> Difference | None:
    """How much higher the first of each pair is in a metric; pairs in which a figure is missing are left out.

    Args:
        pairs: figures of the one, of the other, and their group.
        metric: which figure.
        confidence: of the interval.
    """
    ones: list[float] = []
    twos: list[float] = []
    groups: list[str] = []
    for one, two, group in pairs:
        mine, theirs = figure(one, metric), figure(two, metric)
        if mine is not None and theirs is not None:
            ones.append(mine)
            twos.append(theirs)
            groups.append(group)
    if not ones:
        return None
    return paired_difference(ones, twos, groups, ends=ENDS.get(metric), confidence=confidence)
