"""Trainings in processes of their own, or one after the other in a thread of this one."""

import asyncio
import contextlib
import multiprocessing
import os
import signal
import threading
from collections.abc import AsyncIterator, Callable
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing.connection import wait
from pathlib import Path
from typing import Any, Protocol

from assay.errors import AssayError, Interrupted, StoreError, UsageError, crossing
from assay.records.training_data import TrainingData
from assay.records.trainings import EpochFigures, Setting, Trained, Trainer

MakeTrainer = Callable[[bool], Trainer]
"""Makes who trains, with or without a learner's code; it must be possible to send it to a process."""

Told = Callable[["Task", EpochFigures | str], None]
_ERRORS: tuple[type[AssayError], ...] = (Interrupted, UsageError, StoreError)


@dataclass(frozen=True, slots=True)
class Task:
    """One training.

    Attributes:
        title: for people.
        setting: what is chosen, whatever its epochs.
        seed: of the training.
        wanted: after which epochs results are wanted.
        checkpoint: its file.
        own: whether a learner's code takes part.
    """

    title: str
    setting: Setting
    seed: int
    wanted: tuple[int, ...]
    checkpoint: Path
    own: bool


@dataclass(frozen=True, slots=True)
class _Failure:
    """Why a training failed; errors themselves do not all survive the way between processes."""

    kind: int
    message: str


Outcome = dict[int, Trained] | _Failure
Send = Callable[[tuple[Task, EpochFigures | str]], None]


class Workers(Protocol):
    """Trains, several at the same time where there are several processes."""

    async def train(self, task: Task) -> dict[int, Trained]:
        """Train once.

        Raises:
            AssayError: the training cannot go on.
        """
        ...


class _Pool:
    """Trainings in an executor; where the caller is stopped, they are, and are waited for."""

    def __init__(self, executor: Executor, call: Callable[[Task], Outcome], stop: Callable[[], None]) -> None:
        self._executor, self._call, self._stop = executor, call, stop

    async def train(self, task: Task) -> dict[int, Trained]:
        future = asyncio.get_running_loop().run_in_executor(self._executor, self._call, task)
        try:
            found = await asyncio.shield(future)
        except asyncio.CancelledError:
            self._stop()
            with contextlib.suppress(BrokenProcessPool):
                await future
            raise
        except BrokenProcessPool as error:
            raise AssayError(
                "a process that trained has ended: it was killed, or had too little memory, or the script "
                "that runs the study lacks `if __name__ == '__main__':`. The same command goes on; with "
                "processes: 1 everything runs in this process"
            ) from error
        if isinstance(found, _Failure):
            raise (*_ERRORS, AssayError)[found.kind](found.message)
        return found


@contextlib.asynccontextmanager
async def workers(
    make: MakeTrainer, data: TrainingData, told: Told, *, processes: int
) -> AsyncIterator[Workers]:
    """Workers for as long as a block lasts; leaving it stops what is under way.

    Args:
        make: makes who trains, once in every process.
        data: what is trained on.
        told: gets figures of epochs and notes, in the thread of the event loop.
        processes: how many; with one, everything happens in a thread of this process.
    """
    loop = asyncio.get_running_loop()

    def tell(task: Task, what: EpochFigures | str) -> None:
        with contextlib.suppress(RuntimeError):  # the loop has ended, and nobody listens any more
            loop.call_soon_threadsafe(told, task, what)

    opened = _in_thread(make, data, tell) if processes == 1 else _in_processes(make, data, tell, processes)
    with opened as pool:
        yield pool


@contextlib.contextmanager
def _in_thread(make: MakeTrainer, data: TrainingData, tell: Told) -> Any:
    stop = threading.Event()
    worker = _Worker(make, data, lambda message: tell(*message), stop.is_set)
    with ThreadPoolExecutor(1, "assay-training") as executor:
        try:
            yield _Pool(executor, worker.train, stop.set)
        finally:
            stop.set()


@contextlib.contextmanager
def _in_processes(make: MakeTrainer, data: TrainingData, tell: Told, processes: int) -> Any:
    # Not fork: torch and its threads do not survive it.
    context = multiprocessing.get_context("spawn")
    messages, stop = context.Queue(), context.Event()
    listener = threading.Thread(target=_listen, args=(messages, tell), name="assay-listening", daemon=True)
    listener.start()
    executor = ProcessPoolExecutor(processes, context, _begin, (make, data, messages, stop))
    try:
        yield _Pool(executor, _train, stop.set)
    finally:
        stop.set()
        executor.shutdown(wait=True, cancel_futures=True)
        messages.put(None)
        listener.join(5)
        messages.close()


def _listen(messages: Any, tell: Told) -> None:
    """Pass on what processes say until the end is told."""
    while (message := messages.get()) is not None:
        tell(*message)


class _Worker:
    """Trains one task after the other."""

    def __init__(self, make: MakeTrainer, data: TrainingData, send: Send, stop: Callable[[], bool]) -> None:
        self._make, self._data, self._send, self._stop = make, data, send, stop
        self._trainers: dict[bool, Trainer] = {}

    def train(self, task: Task) -> Outcome:
        """One training; a failure comes back as one."""
        try:
            with crossing(f"training {task.title}", UsageError):
                return self._trained(task)
        except AssayError as error:
            kind = next((at for at, it in enumerate(_ERRORS) if isinstance(error, it)), len(_ERRORS))
            return _Failure(kind, str(error))

    def _trained(self, task: Task) -> dict[int, Trained]:
        if self._stop():
            raise Interrupted("stopped before it began")
        if task.own not in self._trainers:
            self._trainers[task.own] = self._make(task.own)
        return self._trainers[task.own].train(
            task.setting,
            task.seed,
            self._data,
            checkpoint=task.checkpoint,
            tell=lambda what: self._send((task, what)),
            stop=self._stop,
            epochs_wanted=task.wanted,
        )


_worker: list[_Worker] = []  # of this process, where it is one that trains


def _begin(make: MakeTrainer, data: TrainingData, messages: Any, stop: Any) -> None:
    """Get a process ready that trains."""
    # Ctrl-C reaches every process of a terminal; the one in front says when to stop.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, name="assay-watching", daemon=True).start()
    _worker[:] = [_Worker(make, data, messages.put, stop.is_set)]


def _train(task: Task) -> Outcome:
    return _worker[0].train(task)


def _end_with_parent() -> None:
    """Where the process in front was killed, nobody would take the results."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
