"""A run of a clarity study, its trainer a simulation: what is trained, kept, stopped and gone on with."""

import asyncio
import sqlite3
from collections import Counter
from contextlib import closing

import pytest

from assay.api.clarity_runs import run_clarity_reported
from assay.errors import AssayError, Interrupted, RunBusy, UsageError
from assay.proof.clarity import read_results
from assay.records.trainings import EpochFigures, Setting
from assay.store import Store
from assay.studies.clarity.running import run_clarity_study
from assay.studies.clarity.telling import Telling
from assay.studies.clarity.workers import Task
from assay.studies.stage import Options
from support.clarity_world import SimulatedTrainer, clarity_study


def opened(folder):
    return Store(f"sqlite:///{folder}/store/a.db")


def ran(folder, trainer=None, study=None, **options):
    """The result of a run in a store of its own."""
    folder.mkdir(exist_ok=True)
    with opened(folder) as store:
        study = study or clarity_study(folder)
        make = trainer or SimulatedTrainer(folder)
        return run_clarity_reported(study, store, Options(**options), report=False, make=make)


def tables(folder):
    with closing(sqlite3.connect(folder / "store" / "a.db")) as connection:
        scores = connection.execute("SELECT * FROM scores ORDER BY run, entrant, item").fetchall()
        return scores, connection.execute("SELECT step, data FROM decisions ORDER BY step").fetchall()


def test_every_setting_is_trained_under_every_seed_and_arms_on_fresh_ones(tmp_path):
    result = ran(tmp_path)
    assert [it.clarity.n for it in result.found.cells] == [2] * 8
    assert [(it.name, it.figures.clarity.n) for it in result.found.arms] == [
        ("before", 3),
        ("after", 3),
        ("best", 3),
    ]
    assert result.best.cell.name == "edge 0.1, 0.001, 4"
    assert result.outcome == "did not hold", "a tenth of the rate costs more than the edge term brings"


def test_settings_that_differ_in_epochs_alone_are_one_training(tmp_path):
    trainer = SimulatedTrainer(tmp_path)
    ran(tmp_path, trainer)
    times = Counter(trainer.trained())
    assert set(times.values()) == {1}
    # four courses under two seeds to epoch 4; before, after and best under three fresh ones
    assert times.total() == 4 * 2 * 4 + 3 * (2 + 4 + 4)


def test_seeds_share_nothing_and_the_best_one_was_not_chosen_on_its_own(tmp_path):
    result = ran(tmp_path)
    with opened(tmp_path) as store:
        kept = read_results(store, result.run)
    assert not {it.seed for it in kept if it.fresh} & {it.seed for it in kept if not it.fresh}
    best = [it for it in kept if it.cell == result.best.cell.name and it.fresh]
    assert [it.seed for it in best] == [1001, 1002, 1003]
    assert best[0].samples != best[1].samples, "pictures of seeds differ, as their blends do"


def test_stopped_and_gone_on_with_it_gives_the_same_tables_and_trains_nothing_twice(tmp_path):
    calm, stopped = tmp_path / "calm", tmp_path / "stopped"
    whole = ran(calm)
    trainer = SimulatedTrainer(stopped, stop_after=3)
    stops = 0
    while True:
        try:
            stopped.mkdir(exist_ok=True)
            parts = ran(stopped, trainer, clarity_study(stopped))
            break
        except Interrupted:
            stops += 1
    # every training that wants four epochs is interrupted once
    assert stops == 4 * 2 + 3 * 2
    assert tables(stopped) == tables(calm)
    assert parts.found == whole.found
    assert set(Counter(trainer.trained()).values()) == {1}


def test_a_finished_training_is_not_done_again_by_another_study(tmp_path):
    trainer = SimulatedTrainer(tmp_path)
    ran(tmp_path, trainer)
    before = len(trainer.trained())
    wider = clarity_study(tmp_path, seeds=3)
    ran(tmp_path, trainer, wider)
    assert len(trainer.trained()) - before == 4 * 4, "only the third seed of the factorial"


def test_a_finished_run_is_shown_and_trains_nothing(tmp_path):
    trainer = SimulatedTrainer(tmp_path)
    one = ran(tmp_path, trainer)
    count = len(trainer.trained())
    assert ran(tmp_path, SimulatedTrainer(tmp_path, dies=True)).found == one.found
    assert len(trainer.trained()) == count


def test_a_second_process_is_refused(tmp_path):
    with opened(tmp_path) as store:
        study = clarity_study(tmp_path)
        run = store.runs.create(study=study.id, name="a", kind="clarity", config=study.record())
        lease = store.lease(run.id)
        with pytest.raises(RunBusy):
            run_clarity_reported(study, store, report=False, make=SimulatedTrainer(tmp_path))
        lease.release()


def test_a_run_is_not_gone_on_with_by_another_trainer(tmp_path):
    with pytest.raises(Interrupted):
        ran(tmp_path, SimulatedTrainer(tmp_path, stop_after=1))
    with pytest.raises(UsageError, match="another version of torch"):
        ran(tmp_path, SimulatedTrainer(tmp_path, name="other"))


def test_a_stop_command_ends_it_between_trainings(tmp_path):
    said = []

    with opened(tmp_path) as store:
        study = clarity_study(tmp_path)

        def say(text):
            said.append(text)
            if "1 of 8" in text:
                store.commands.add(store.runs.latest(study.id).id, "stop")

        with pytest.raises(Interrupted, match="stopped by a command"):
            run_clarity_reported(
                study, store, Options(say=say), report=False, make=SimulatedTrainer(tmp_path)
            )
        assert store.runs.latest(study.id).state == "stopped"


def test_cancelled_it_stops_the_training_and_saves(tmp_path):
    study = clarity_study(tmp_path)

    class Endless(SimulatedTrainer):
        def train(self, setting, seed, data, *, checkpoint, tell, stop, epochs_wanted=()):
            reached.call_soon_threadsafe(task.cancel)
            while not stop():
                pass
            (self.folder / "saved").touch()
            raise Interrupted("stopped")

    async def work(store):
        nonlocal reached, task
        reached = asyncio.get_running_loop()
        task = asyncio.ensure_future(run_clarity_study(study, store, Endless(tmp_path)))
        with pytest.raises(asyncio.CancelledError):
            await task

    reached = task = None
    with opened(tmp_path) as store:
        asyncio.run(work(store))
        assert store.runs.latest(study.id).state == "stopped"
    assert (tmp_path / "saved").exists()


def test_what_diverges_is_warned_of_and_counts_with_nothing(tmp_path):
    said = []
    study = clarity_study(tmp_path, factorial={"loss": ["mse"], "learning_rate": [0.001, 2.0], "epochs": [2]})
    result = ran(tmp_path, study=study, say=said.append)
    assert result.best.cell.name == "mse, 0.001, 2"
    assert result.found.cells[1].clarity.mean == 0.0
    assert result.found.cells[1].diverged == 2
    assert sum("given up: the loss is not a number" in line for line in said) == 2


@pytest.mark.slow
def test_processes_give_the_same_as_a_thread(tmp_path):
    one, two = tmp_path / "one", tmp_path / "two"
    ran(one)
    two.mkdir()
    result = ran(two, SimulatedTrainer(two), clarity_study(two, processes=2))
    assert result.outcome == "did not hold"
    assert tables(one) == tables(two)


def test_a_process_that_ends_without_a_word_is_told(tmp_path):
    with pytest.raises(AssayError, match="a process that trained has ended"):
        ran(tmp_path, SimulatedTrainer(tmp_path, dies=True), clarity_study(tmp_path, processes=2))


def test_a_fault_of_a_training_names_it(tmp_path):
    class Faulty(SimulatedTrainer):
        def train(self, *_, **__):
            raise KeyError("gone")

    with pytest.raises(UsageError, match=r"training mse, rate 0\.001, seed 1: KeyError"):
        ran(tmp_path, Faulty(tmp_path))


def test_epochs_tell_loss_clarity_and_time_left_and_a_rising_loss_warns(tmp_path):
    said, told, now = [], [], [0.0]
    task = Task("mse, seed 1", Setting("mse", 1e-3, 10), 1, (10,), tmp_path / "a", own=False)
    telling = Telling("factorial", [task], told.append, said.append, clock=lambda: now[0])
    for epoch, loss in ((1, 1.0), (2, 0.1), (3, 0.5)):
        now[0] += 11.0
        telling.epoch(task, EpochFigures(epoch, loss, (), 20.0 + epoch, 11.0))
    assert said[0].startswith("mse, seed 1: epoch 1, loss 1, clarity 21.0; about 2 min left")
    assert any(
        line.startswith("warning: mse, seed 1: the loss is 0.5 in epoch 3, after 0.1") for line in said
    )
    assert (told[-1].done, told[-1].total, told[-1].unit) == (3, 10, "epochs")
