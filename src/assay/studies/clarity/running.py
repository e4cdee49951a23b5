"""A run of a clarity study: the factorial, its best cell, then that and the named cells on fresh seeds."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from assay.budget import Budget, Caps
from assay.calls import Calls, each
from assay.errors import UsageError
from assay.metrics.clarity import Rung, blur_ladder
from assay.proof.clarity import Cell, note_result, outcome_of, read_results
from assay.proof.clarity.outcome import arms_of, best_of
from assay.records import digest
from assay.records.training_data import TrainingData
from assay.records.trainings import EpochFigures, Trainer
from assay.search import Journal
from assay.store import Run, Store
from assay.studies.cast import Cast
from assay.studies.clarity.config import KIND
from assay.studies.clarity.study import ClarityStudy
from assay.studies.clarity.telling import Telling
from assay.studies.clarity.workers import MakeTrainer, Task, Workers, workers
from assay.studies.executing import Production, Ran, produce
from assay.studies.stage import Options

CHECKPOINTS = "trainings"
"""Folder beside the store. A training that is finished there is not done again, whatever study wants it."""
_USUAL_PROCESSES = 2
_MEASURED = 256


@dataclass(frozen=True)
class ClarityStage:
    """What the steps of a run share."""

    study: ClarityStudy
    store: Store
    run: Run
    options: Options
    calls: Calls
    journal: Journal
    trainer: Trainer
    make: MakeTrainer

    def say(self, text: str) -> None:
        """Say what is worth a line."""
        self.options.say(text)

    async def close(self) -> None:
        """Nothing is left under way: trainings are waited for where they were begun."""


async def run_clarity_study(
    study: ClarityStudy, store: Store, make: MakeTrainer, options: Options | None = None
) -> Ran:
    """Run a clarity study to its end, go on with its unfinished run, or show its finished one.

    Args:
        study: the study.
        store: where everything is kept.
        make: makes who trains, with or without a learner's code; called in every process that trains.
        options: how the run is started.

    Raises:
        RunBusy: another process works on the run.
        UsageError: what a learner brought cannot be used, or the run was begun by another trainer.
        AssayError: the run cannot go on; all is saved and the same command goes on.
    """

    def stage(study: ClarityStudy, store: Store, run: Run, options: Options, cast: Cast) -> ClarityStage:
        del cast
        journal = Journal(store, run=run.id, study=study.id, judge="", answerer="")
        calls = Calls(store, run.id, Budget(Caps(None, None, None)), terms={})
        return ClarityStage(study, store, run, options, calls, journal, make(False), make)

    production = Production(KIND, lambda _: Cast({}, {}), stage, _work)
    return await produce(study, store, options or Options(), production)


async def _work(stage: ClarityStage) -> dict[str, Any]:
    plan = stage.study.plan
    _same_trainer(stage)
    _announce(stage)
    scale = stage.journal.decide("scale", "blur ladder", lambda: {"rungs": _ladder(stage.study)})
    pupil = _Training(stage)
    async with workers(stage.make, stage.study.data, pupil.told, processes=pupil.width) as pool:
        await pupil.train(pool, "factorial", plan.factorial, plan.seeds, fresh=False)
        best = None
        if plan.factorial:
            found = stage.journal.decide("best", "best cell", lambda: {"cell": _best(stage)})
            best = str(found["cell"])
            stage.say(f"best of the factorial: {best}; on fresh seeds it shows what that is worth")
        cells = list(arms_of(plan, best).values())
        await pupil.train(pool, "fresh seeds", cells, plan.fresh, fresh=True)
    rungs = [Rung(amount, score) for amount, score in scale["rungs"]]
    return outcome_of(plan, read_results(stage.store, stage.run.id), rungs).to_data()


def _same_trainer(stage: ClarityStage) -> None:
    """Trainings of one run are those of one trainer: equal torch, device and weights."""
    found = stage.journal.decide("trainer", "who trains", lambda: {"id": stage.trainer.id})
    if found["id"] != stage.trainer.id:
        raise UsageError(
            f"run {stage.run.id} was begun with another version of torch, another kind of device or other "
            "weights for the perceptual term; bring them back, or start another run with --new"
        )


def _announce(stage: ClarityStage) -> None:
    plan, data = stage.study.plan, stage.study.data
    parts = []
    if plan.factorial:
        parts.append(f"{len(plan.factorial)} settings under {len(plan.seeds)} seeds each")
    parts.append(f"{', '.join(arms_of(plan, _first(plan.factorial)))} under {len(plan.fresh)} fresh ones")
    stage.say(
        f"{len(data.train)} pictures of {data.train.height} x {data.train.width}; {', then '.join(parts)}"
    )


def _first(cells: Sequence[Cell]) -> str | None:
    return cells[0].name if cells else None


def _best(stage: ClarityStage) -> str:
    best = best_of(stage.study.plan, read_results(stage.store, stage.run.id))
    assert best is not None, "every cell of the factorial has been trained"
    return best


def _ladder(study: ClarityStudy) -> list[list[float]]:
    """The blur ladder on pictures that stand against generated ones."""
    data, pairing = study.data, study.config.pairing
    real = _measured(data, outside=pairing != "fixed" and len(data.held_out) > 0)
    return [[rung.amount, rung.score] for rung in blur_ladder(real, paired=pairing != "fresh")]


def _measured(data: TrainingData, *, outside: bool) -> Any:
    source = data.held_out if outside else data.train
    rows = np.unique(np.linspace(0, len(source) - 1, min(_MEASURED, len(source))).astype(int))
    return source.array[rows]


class _Training:
    """Trains what is not in the store yet, and notes each training as it ends."""

    def __init__(self, stage: ClarityStage) -> None:
        self._stage = stage
        self._telling: Telling | None = None
        self.width = _processes(stage.study)

    def told(self, task: Task, what: EpochFigures | str) -> None:
        """Figures of an epoch, or a note."""
        if self._telling is not None:
            self._telling.epoch(task, what)

    async def train(
        self, pool: Workers, step: str, cells: Sequence[Cell], seeds: Iterable[int], *, fresh: bool
    ) -> None:
        """Train cells under some seeds."""
        stage, names = self._stage, _names(cells)
        there = {(it.cell, it.seed) for it in read_results(stage.store, stage.run.id)}
        tasks = [
            task
            for task in _tasks(stage, cells, seeds)
            if not {(name, task.seed) for epochs in task.wanted for name in names[_key(task, epochs)]}
            <= there
        ]
        if not tasks:
            return
        telling = self._telling = Telling(step, tasks, stage.options.tell, stage.options.say)

        async def one(task: Task) -> None:
            stage.journal.heed_stop()
            found = await pool.train(task)
            for epochs, trained in found.items():
                for name in names[_key(task, epochs)]:
                    note_result(stage.store, stage.run.id, name, trained, fresh=fresh)
            stage.store.evidence.flush()
            telling.ended(task, found)

        await each(one, tasks, width=min(self.width, len(tasks)))


_Key = tuple[str, int]


def _key(task: Task, epochs: int) -> _Key:
    return task.setting.course, epochs


def _names(cells: Sequence[Cell]) -> dict[_Key, list[str]]:
    """Names of the cells that a training gives results for, by its course and the number of epochs."""
    names: dict[_Key, list[str]] = {}
    for cell in cells:
        names.setdefault((cell.setting.course, cell.setting.epochs), []).append(cell.name)
    return names


def _tasks(stage: ClarityStage, cells: Sequence[Cell], seeds: Iterable[int]) -> Iterable[Task]:
    """Every training: cells that differ in their epochs alone are one, looked at after each of them."""
    courses: dict[str, list[Cell]] = {}
    for cell in cells:
        courses.setdefault(cell.setting.course, []).append(cell)
    home = stage.store.database.path.parent / CHECKPOINTS
    for seed in seeds:
        for course, found in courses.items():
            wanted = tuple(sorted({cell.setting.epochs for cell in found}))
            file = digest([course, seed, list(wanted), stage.study.data.digest, stage.trainer.id])[:32]
            yield Task(
                title=_title(found[0], seed),
                setting=replace(found[0].setting, epochs=wanted[-1]),
                seed=seed,
                wanted=wanted,
                checkpoint=Path(home, f"{file}.pt"),
                own=found[0].own,
            )


def _title(cell: Cell, seed: int) -> str:
    step = f", {cell.setting.sharpen}" if cell.setting.sharpen else ""
    return f"{cell.loss}, rate {cell.setting.learning_rate:g}{step}, seed {seed}"


def _processes(study: ClarityStudy) -> int:
    """How many train at the same time: two where there are two cores; one on a device of its own."""
    if study.config.processes is not None:
        return study.config.processes
    if study.config.device != "cpu":
        return 1
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(_USUAL_PROCESSES, cores)
