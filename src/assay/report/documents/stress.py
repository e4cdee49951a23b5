"""A stress run: what frozen prompts answer about pages made worse step by step."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from assay.drawing import Element
from assay.drawing.lines import Point, Series, line_plot
from assay.report.bill import Bill, bill_of
from assay.report.outcome import Headline
from assay.report.words import counted, is_simulation
from assay.store import Run, Store


@dataclass(frozen=True, slots=True)
class StressPoint:
    """What one prompt comes to at one severity.

    Attributes:
        answerer: name of the model.
        segment: key of the field.
        kind: how pages were made worse.
        severity: from 0, unchanged.
        cer: mean CER per item.
        low, high: interval of the mean clipped to 1, or None.
        n: items.
    """

    answerer: str
    segment: str
    kind: str
    severity: int
    cer: float
    low: float | None
    high: float | None
    n: int


@dataclass(frozen=True, slots=True)
class StressView:
    """Everything the page of a stress run shows.

    Attributes:
        run: the run as stored.
        headline: its result in words.
        points: in the order of the outcome.
        names: of fields for people, by key.
        bill: the cost.
        simulations: names of the simulated models that took part.
    """

    run: Run
    headline: Headline
    points: tuple[StressPoint, ...]
    names: dict[str, str]
    bill: Bill
    simulations: tuple[str, ...]

    @property
    def answerers(self) -> tuple[str, ...]:
        """Models, in the order they come."""
        return tuple(dict.fromkeys(it.answerer for it in self.points))

    def segments_of(self, answerer: str) -> tuple[str, ...]:
        """Fields of a model, in the order they come."""
        return tuple(dict.fromkeys(it.segment for it in self.points if it.answerer == answerer))

    def shown(self, segment: str) -> str:
        """The name of a field for people."""
        return self.names.get(segment, segment)

    def overview(self, answerer: str) -> Element:
        """CER against severity over all fields of a model, one line for each way of making pages worse."""
        return _plot(_lines(self.pooled(answerer)), f"{answerer}, all fields")

    def pooled(self, answerer: str) -> list[StressPoint]:
        """Means over the fields of a model, each weighted by its items; they have no interval."""
        return _pooled([it for it in self.points if it.answerer == answerer])

    def plot(self, answerer: str, segment: str) -> Element:
        """The same for one field, with intervals."""
        own = [it for it in self.points if (it.answerer, it.segment) == (answerer, segment)]
        return _plot(_lines(own), f"{answerer}, {self.shown(segment)}")


def read_stress(store: Store, run_id: str) -> StressView:
    """Read a stress run for its report, finished or not.

    Raises:
        UsageError: there is no such run.
    """
    run = store.runs.get(run_id)
    points = tuple(_point(it) for it in (run.outcome or {}).get("points") or ())
    names = {str(it["key"]): str(it.get("display") or it["key"]) for it in run.config.get("segments") or ()}
    bill = bill_of(store.calls.ledger(run_id))
    models = {it.answerer for it in points} | {line.model for line in bill.lines}
    simulations = tuple(sorted(model for model in models if is_simulation(model)))
    return StressView(run, _headline(run, points), points, names, bill, simulations)


def _headline(run: Run, points: Sequence[StressPoint]) -> Headline:
    notes = (f"Why it stopped: {run.note}",) if run.note else ()
    if run.outcome is None:
        return Headline("Unfinished", "open", "Nothing was measured to its end yet.", notes)
    kinds = {it.kind for it in points if it.severity}
    fields = {(it.answerer, it.segment) for it in points}
    sentence = (
        f"{counted(len(fields), 'frozen prompt')} on pages made worse in {counted(len(kinds), 'way')}. "
        "Nothing was chosen here, and nothing is claimed."
    )
    reason = str(run.outcome.get("reason") or "")
    return Headline("Stress", "open", sentence, (reason,) if reason else ())


def _point(told: dict[str, Any]) -> StressPoint:
    low, high = told.get("low"), told.get("high")
    return StressPoint(
        answerer=str(told["answerer"]),
        segment=str(told["segment"]),
        kind=str(told["kind"]),
        severity=int(told["severity"]),
        cer=float(told["cer"]),
        low=low if high is not None else None,
        high=high if low is not None else None,
        n=int(told["n"]),
    )


def _pooled(points: Sequence[StressPoint]) -> list[StressPoint]:
    """Means over fields, weighted by items; without intervals, since fields share their documents."""
    found: dict[tuple[str, int], list[StressPoint]] = {}
    for it in points:
        found.setdefault((it.kind, it.severity), []).append(it)
    pooled = []
    for (kind, severity), own in found.items():
        n = sum(it.n for it in own)
        cer = sum(it.cer * it.n for it in own) / n if n else 0.0
        pooled.append(StressPoint(own[0].answerer, "", kind, severity, cer, None, None, n))
    return pooled


def _lines(points: Iterable[StressPoint]) -> list[Series]:
    """A line for each way; unchanged pages, measured once for all of them, begin every line."""
    every = list(points)
    kinds = list(dict.fromkeys(it.kind for it in every if it.severity))
    unchanged = [it for it in every if not it.severity]
    lines = []
    for kind in kinds or list(dict.fromkeys(it.kind for it in every)):
        own = sorted((it for it in every if it.kind == kind), key=lambda it: it.severity)
        if own and own[0].severity and unchanged:
            own = [unchanged[0], *own]
        marks = tuple(Point(it.severity, it.cer, it.low, it.high) for it in own)
        lines.append(Series(kind.replace("_", " "), marks))
    return lines


def _plot(lines: Sequence[Series], about: str) -> Element:
    label = f"Mean CER against severity: {about}"
    return line_plot(lines, x_label="severity, 0 is unchanged", y_label="mean CER per item", label=label)
