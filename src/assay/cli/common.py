"""What the commands share: options, the store, JSON on stdout, progress on stderr."""

import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any, Self

import typer

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

    from assay.records import Progress
    from assay.store import Store
    from assay.studies.executing import Running

StoreOption = Annotated[
    str | None,
    typer.Option(
        "--store", help="Store URL; default $ASSAY_STORE, else sqlite:///.assay/assay.db.", metavar="URL"
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="One JSON document on stdout.")]
RunArgument = Annotated[str, typer.Argument(metavar="RUN", help="Id of a run; see `assay runs`.")]


@contextmanager
def open_store(url: str | None, *, existing: bool = False) -> Iterator["Store"]:
    """The store named by the option, the environment or the default.

    Args:
        url: from ``--store``.
        existing: fail where there is no store yet, instead of making one.

    Raises:
        UsageError: not a store URL, or no store there although one is needed.
    """
    from assay.errors import UsageError
    from assay.store import DEFAULT_URL, Store
    from assay.store.database import path_of

    chosen = url or os.environ.get("ASSAY_STORE") or DEFAULT_URL
    path = path_of(chosen)
    if existing and not path.exists():
        raise UsageError(
            f"there is no store at {path}: run a study first, change into its folder, or name it with --store"
        )
    with Store(chosen) as store:
        yield store


def note_finished(store: "Store", study: "Running", screen: "Screen") -> None:
    """Say so where a study has been run to its end, since nothing will happen then."""
    run = store.runs.latest(study.id)
    if run is not None and run.state == "finished":
        screen.say(f"run {run.id} is finished, and this is its result; --new starts another")


def emit(document: Any) -> None:
    """Write one JSON document to stdout, as UTF-8 whatever the terminal's encoding."""
    text = json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False)
    sys.stdout.buffer.write(text.encode("utf-8", "replace") + b"\n")
    sys.stdout.flush()


def show(renderable: object) -> None:
    """Write something readable to stdout."""
    from rich.console import Console

    Console(soft_wrap=False).print(renderable, crop=False)


def say(text: str) -> None:
    """Write a line to stderr, as it is."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


class Screen:
    """Progress on stderr: a moving bar on a terminal, a line now and then elsewhere."""

    def __init__(self) -> None:
        self._bar: Bar | None = None
        self._tasks: dict[str, TaskID] = {}
        self._begun = self._last = time.monotonic()
        self._ended = ""

    def __enter__(self) -> Self:
        if sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

            columns = (
                TextColumn("{task.description}", markup=False),
                BarColumn(bar_width=24),
                MofNCompleteColumn(),
                TimeRemainingColumn(),
            )
            self._bar = Progress(*columns, console=Console(stderr=True), transient=True)
            self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.stop()

    def say(self, text: str) -> None:
        """A line above the bar."""
        if self._bar is not None:
            self._bar.console.print(text, markup=False, highlight=False)
        else:
            say(text)

    def tell(self, progress: "Progress") -> None:
        """How far a step is."""
        if self._bar is not None:
            task = self._tasks.get(progress.step)
            if task is None:
                for old in self._tasks.values():
                    self._bar.remove_task(old)
                self._tasks.clear()
                task = self._tasks[progress.step] = self._bar.add_task(progress.step, total=progress.total)
            self._bar.update(task, completed=progress.done)
            return
        now, ended = time.monotonic(), progress.done == progress.total
        told = f"{progress.step}: {progress.done}/{progress.total} {progress.unit}"
        if told != self._ended and (ended or now - self._last > 5):
            self._last, self._ended = now, told if ended else ""
            say(f"[{now - self._begun:6.1f} s] {told}")
