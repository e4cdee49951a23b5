"""Running a study from synchronous code: the event loop, the report, the result."""

import asyncio
import threading
from collections.abc import Callable, Coroutine
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from assay.api.result import Result, result_of
from assay.errors import AssayError, Interrupted, RunBusy, UsageError
from assay.report.html import write_report
from assay.store import Store
from assay.studies.comparing import run_comparison
from assay.studies.executing import Ran, Running
from assay.studies.stage import Options
from assay.studies.study import Study
from assay.studies.text import run_text

Value = TypeVar("Value")
_DEFAULT_FILE = "assay.db"


def run_study(study: Study, store: Store, options: Options | None = None, *, report: bool = True) -> Result:
    """Run a study, or go on with it, or show it when it is finished; write its report.

    The report is written also when the run stops early.

    Args:
        study: the study.
        store: where everything is kept.
        options: how the run is started.
        report: whether to write the report.

    Raises:
        Interrupted: stopped; the same call goes on.
        AssayError: see :func:`assay.studies.text.run_text`.
    """
    work = run_text if study.second is None else run_comparison
    ran, page = run_reported(work(study, store, options), study, store, options, report=report)
    return result_of(store, ran.run, page)


def run_reported(
    work: Coroutine[Any, Any, Ran],
    study: Running,
    store: Store,
    options: Options | None,
    *,
    report: bool,
    folder: Path | None = None,
) -> tuple[Ran, Path | None]:
    """Do the work of a run and write its report, also when it stops early.

    Args:
        work: as :func:`assay.studies.executing.produce` makes it.
        study: what is run.
        store: where everything is kept.
        options: how the run is started.
        report: whether to write the report.
        folder: where to; by default beside the store.

    Returns:
        What became of it, and the front page of the report where one was written.

    Raises:
        Interrupted: stopped; the same call goes on.
        AssayError: the run cannot go on; all is saved.
    """
    try:
        ran = run_sync(work)
    except (asyncio.CancelledError, KeyboardInterrupt):
        _report_unfinished(study, store, options, report, folder)
        raise Interrupted(
            "stopped; everything so far is saved, and the same command goes on from here"
        ) from None
    except (UsageError, RunBusy):
        # Nothing was done here; what there is belongs to an earlier process, or to another one at work.
        raise
    except AssayError:
        _report_unfinished(study, store, options, report, folder)
        raise
    if not report:
        return ran, None
    return ran, write_report(store, ran.run.id, folder or report_folder(store, ran.run.id))


def study_path(study: str) -> Path:
    """The study file, also where only its folder is named."""
    path = Path(study)
    return path / "study.yaml" if path.is_dir() else path


def report_folder(store: Store, run: str) -> Path:
    """Where the report of a run is written: beside the store, apart from those of other stores there."""
    path = store.database.path
    folder = "runs" if path.name == _DEFAULT_FILE else f"{path.stem}-runs"
    return path.parent / folder / run


def run_sync(work: Coroutine[Any, Any, Value]) -> Value:
    """Run a coroutine from synchronous code, also in a notebook, whose thread has an event loop already."""
    return _run_in_thread(work) if _loop_is_running() else asyncio.run(work)


def _loop_is_running() -> bool:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True


def _run_in_thread(work: Coroutine[Any, Any, Value]) -> Value:
    made: list[Value] = []
    failed: list[BaseException] = []
    begun: list[Callable[[], object]] = []
    ended = threading.Event()

    async def stoppable() -> Value:
        loop, task = asyncio.get_running_loop(), asyncio.current_task()
        if task is not None:
            begun.append(partial(loop.call_soon_threadsafe, task.cancel))
        return await work

    def target() -> None:
        try:
            made.append(asyncio.run(stoppable()))
        except BaseException as error:  # noqa: BLE001 (handed to the caller's thread)
            failed.append(error)
        finally:
            ended.set()

    thread = threading.Thread(target=target, name="assay-run")
    thread.start()
    try:
        # Not join(): an interrupted join takes a thread for ended that goes on (CPython before 3.13).
        ended.wait()
    except KeyboardInterrupt:
        # The notebook's stop button: the run must end before the store is closed under it.
        for stop in begun:
            stop()
        ended.wait()
        raise
    if failed:
        raise failed[0]
    return made[0]


def _report_unfinished(
    study: Running, store: Store, options: Options | None, report: bool, folder: Path | None
) -> None:
    """A report of what there is; a fault in it must not hide why the run stopped."""
    if not report:
        return
    try:
        run = store.runs.latest(study.id)
        if run is None:
            return
        page = write_report(store, run.id, folder or report_folder(store, run.id))
    except (AssayError, OSError):
        return
    if options is not None:
        options.say(f"run {run.id} is not finished; report so far: {page}")
