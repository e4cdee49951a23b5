"""Reading a study of pictures from the store: figures of all requests, no picture opened."""

from collections.abc import Iterable, Mapping, Sequence

from assay.proof.measured import LABELS, measured
from assay.proof.pictures import (
    CONTROL,
    ENDS,
    EQUAL_COST,
    LOOP,
    LOWER_IS_BETTER,
    SAME_STOP,
    Comparison,
    Measured,
    Stopping,
    compare_procedures,
    stopping_of,
)
from assay.report.bill import bill_of
from assay.report.pictures.compared import (
    ProcedureRow,
    gains_of,
    part_rows,
    procedure_row,
    split_rows,
)
from assay.report.pictures.cycles import by_cycle, change_since_first
from assay.report.pictures.figures import difference_of, figure, figures_table
from assay.report.pictures.headline import pictures_headline
from assay.report.pictures.names import MAIN, confidence_of, main_of, metrics_of, section
from assay.report.pictures.questions import QuestionBook
from assay.report.pictures.results import PicturesFigures
from assay.report.pictures.takeaways import takeaways_of
from assay.report.pictures.tally import Tally
from assay.report.pictures.view import PicturesView
from assay.report.words import is_simulation
from assay.store import LoopRow, PictureRow, Run, Store

EXAMPLES = 6
"""Requests shown of each sort: gained most, lost most, worst."""

Rows = tuple[LoopRow, Sequence[PictureRow]]


def read_pictures(store: Store, run_id: str) -> PicturesView:
    """Read a study of pictures for its report, finished or not.

    Requests are gone through one at a time; a few numbers are kept of each.

    Args:
        store: where it is.
        run_id: its id.

    Raises:
        UsageError: there is no such run.
    """
    run = store.runs.get(run_id)
    figures = _Reading(store, run).figures()
    bill = bill_of(store.calls.ledger(run_id))
    told = pictures_headline(run, figures.comparisons, done=figures.done, asked=figures.asked)
    simulations = tuple(dict.fromkeys(line.model for line in bill.lines if is_simulation(line.model)))
    return PicturesView(run, told, takeaways_of(figures, main_of(run)), figures, bill, simulations)


def procedures_of(run: Run, there: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Procedures of a run with their ablation: the loop, its controls, its ablations, in the study's order.

    Args:
        run: the run.
        there: names of those that did something.
    """
    found = set(there)
    named = [*MAIN, *section(run.config, "procedures"), *sorted(found)]
    groups = section(run.config, "groups")
    ordered = [name for name in dict.fromkeys(named) if name in found]
    return tuple((name, "" if name in MAIN else str(groups.get(name) or "variants")) for name in ordered)


class _Reading:
    """Goes through the requests of a run, first for the loop and its controls, then for each ablation."""

    def __init__(self, store: Store, run: Run) -> None:
        self._store, self._run = store, run
        self._main, self._confidence = main_of(run), confidence_of(run)
        self._items = [item for item, _ in store.evidence.items(run.id)]
        self._labels = {item: place.get(LABELS, {}) for item, place in store.evidence.places(run.id).items()}
        self._loops: dict[str, dict[str, LoopRow]] = {}
        for row in store.loops.loops(run.id):
            self._loops.setdefault(row.procedure, {})[row.item] = row

    def figures(self) -> PicturesFigures:
        """Every figure of the run."""
        tally = Tally(metrics_of(self._run), QuestionBook(self._store), self._confidence)
        found = self._measured(tally)
        loop, control, same_stop, equal = (found[name] for name in MAIN)
        others = {CONTROL: control, SAME_STOP: same_stop, EQUAL_COST: equal}
        main, confidence = self._main, self._confidence
        gains = gains_of(loop, control, main)
        return PicturesFigures(
            asked=len(self._items),
            done=len(loop),
            table=figures_table(loop, control, same_stop, equal, metrics_of(self._run), confidence),
            comparisons=tuple(self._comparisons(loop, others)),
            since_first=difference_of([(it.chosen, it.first, it.group) for it in loop], main, confidence),
            cycles=by_cycle(loop, control, main, confidence),
            change=change_since_first(loop, main, confidence),
            stopping=self._stopping(loop),
            procedures=tuple(self._procedures(found)),
            splits=tuple(split_rows(loop, control, main, confidence)) if control else (),
            parts=tuple(part_rows(loop, control, confidence)),
            kinds=tally.kinds(),
            agreements=tuple(tally.agreements()),
            faults=tally.faults(),
            gained=tuple(item for gain, item in gains[:EXAMPLES] if gain > 0),
            lost=tuple(item for gain, item in gains[: -EXAMPLES - 1 : -1] if gain < 0),
            worst=self._worst(loop),
        )

    def _measured(self, tally: Tally) -> dict[str, list[Measured]]:
        """The loop and its controls by request, everything else counted on the way."""
        found: dict[str, list[Measured]] = {name: [] for name in MAIN}
        for item in self._items:
            rows = {name: it for name in MAIN if (it := self._rows(name, item.id)) is not None}
            for name, (row, pictures) in rows.items():
                found[name].append(measured(row, pictures, self._labels.get(item.id, {}), item.group))
            if LOOP in rows:
                cycles = self._store.loops.cycles(self._run.id, LOOP, item.id)
                tally.add(item.group, cycles, rows[LOOP], rows.get(CONTROL))
        return found

    def _rows(self, procedure: str, item: str) -> Rows | None:
        row = self._loops.get(procedure, {}).get(item)
        if row is None:
            return None
        return row, self._store.loops.pictures(self._run.id, procedure, item)

    def _comparisons(
        self, loop: Sequence[Measured], others: Mapping[str, Sequence[Measured]]
    ) -> Iterable[Comparison]:
        for name, other in others.items():
            for metric in metrics_of(self._run) if other else ():
                yield compare_procedures(loop, other, metric, names=(LOOP, name), confidence=self._confidence)

    def _stopping(self, loop: Sequence[Measured]) -> Stopping | None:
        settings = section(section(self._run.config, "procedures"), LOOP)
        cycles = settings.get("cycles") or max((it.cycles for it in loop), default=0)
        if not loop or not cycles:
            return None
        per_cycle = int(settings.get("per_cycle") or 1)
        return stopping_of(loop, self._main, cycles=int(cycles), per_cycle=per_cycle)

    def _procedures(self, found: Mapping[str, list[Measured]]) -> Iterable[ProcedureRow]:
        """The loop and its controls, then every ablation, one in memory at a time."""
        main, confidence = self._main, self._confidence
        for name, group in procedures_of(self._run, self._loops):
            there = found[name] if name in MAIN else self._one(name)
            yield procedure_row(name, group, there, found[LOOP], main, confidence)

    def _one(self, procedure: str) -> list[Measured]:
        rows = ((item, self._rows(procedure, item.id)) for item in self._items)
        return [measured(*row, self._labels.get(item.id, {}), item.group) for item, row in rows if row]

    def _worst(self, loop: Sequence[Measured]) -> tuple[str, ...]:
        """Requests whose chosen picture scores least, without those that have the highest score there is."""
        sign = -1.0 if self._main in LOWER_IS_BETTER else 1.0
        ends = ENDS.get(self._main)
        known = [
            (sign * value, it.item)
            for it in loop
            if (value := figure(it.chosen, self._main)) is not None and (ends is None or value < ends[1])
        ]
        none = [it.item for it in loop if not it.chosen]
        return (*none, *(item for _, item in sorted(known, key=lambda it: it[0])))[:EXAMPLES]
