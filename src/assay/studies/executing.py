"""Executing a run: find or make it, own it, work, note how it ended."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from assay.calls import Calls
from assay.errors import AssayError
from assay.store import Run, Store
from assay.studies.cast import Cast, connections, make_cast
from assay.studies.config import ModelConfig
from assay.studies.file_limit import allow_connections
from assay.studies.owning import Ownership, owned
from assay.studies.stage import Options, Stage, set_stage
from assay.studies.study import Study


class Running(Protocol):
    """A study that can be run: what it is, its models, what is kept of it."""

    @property
    def id(self) -> str:
        """Hash of everything that could change a result."""
        ...

    @property
    def name(self) -> str:
        """Name that its runs are numbered under."""
        ...

    def models(self) -> Iterator[tuple[str, ModelConfig]]:
        """Every model with the field that names it."""
        ...

    def record(self) -> dict[str, Any]:
        """The study as kept with a run."""
        ...


class Working(Protocol):
    """What the work of a run is done on."""

    @property
    def store(self) -> Store:
        """Where everything is kept."""
        ...

    @property
    def run(self) -> Run:
        """The run that is worked on."""
        ...

    @property
    def calls(self) -> Calls:
        """The path to models."""
        ...

    def say(self, text: str) -> None:
        """Say what is worth a line."""
        ...

    async def close(self) -> None:
        """End what is still under way."""
        ...


StudyT = TypeVar("StudyT", bound=Running)
StageT = TypeVar("StageT", bound=Working)


@dataclass(frozen=True, slots=True)
class Production(Generic[StudyT, StageT]):
    """How a kind of study is run.

    Attributes:
        kind: of the run.
        cast: makes the models.
        stage: puts together what the work needs.
        work: does it: the stage in, the outcome in JSON form out.
    """

    kind: str
    cast: Callable[[StudyT], Cast]
    stage: Callable[[StudyT, Store, Run, Options, Cast], StageT]
    work: Callable[[StageT], Awaitable[dict[str, Any]]]


Work = Callable[[Stage[Study]], Awaitable[dict[str, Any]]]
"""The work of a run of a text study: its stage in, its outcome in JSON form out."""


@dataclass(frozen=True, slots=True)
class Ran:
    """What became of a call of :func:`execute`.

    Attributes:
        run: the run as stored.
        resumed: whether it went on from an earlier process, or was already finished.
        calls_made: attempts this process sent.
        calls_cached: answers this process found.
    """

    run: Run
    resumed: bool = False
    calls_made: int = 0
    calls_cached: int = 0


async def execute(study: Study, store: Store, options: Options, *, kind: str, work: Work) -> Ran:
    """Run a text study to its end, go on with its unfinished run, or show its finished one.

    Raises:
        AssayError: see :func:`produce`.
    """
    return await produce(study, store, options, Production(kind, make_cast, set_stage, work))


async def produce(
    study: StudyT, store: Store, options: Options, production: Production[StudyT, StageT]
) -> Ran:
    """Run a study to its end, go on with its unfinished run, or show its finished one.

    Raises:
        StudyError: models or settings that cannot be used, before anything is spent.
        RunBusy: another process works on the run.
        StoreError: another process took the run over while this one worked on it.
        AssayError: the run cannot go on; all is saved and the same call goes on.
    """
    found = None if options.new else store.runs.latest(study.id)
    if found is not None and found.state == "finished":
        return Ran(found, resumed=True)
    cast = production.cast(study)
    try:
        allow_connections(connections(study))
        run = found or store.runs.create(
            study=study.id,
            name=study.name,
            kind=production.kind,
            config=study.record(),
            beside_others=options.new,
        )
        async with owned(store, run.id) as ownership:
            stage = production.stage(study, store, run, options, cast)
            return await _work(stage, production.work, ownership, resumed=found is not None)
    finally:
        await cast.close()


async def _work(
    stage: StageT,
    work: Callable[[StageT], Awaitable[dict[str, Any]]],
    ownership: Ownership,
    *,
    resumed: bool,
) -> Ran:
    """Do the work, and note how it ended."""
    store, run = stage.store, stage.run
    store.runs.set_state(run.id, "running")
    # A stop that no process of this run has heeded was meant for one that is gone.
    store.commands.take(run.id, "stop")
    if resumed:
        stage.say(f"going on with run {run.id}: what is already paid is not paid again")
    try:
        try:
            outcome = await work(stage)
        finally:
            # Before anything else: once a run is noted as stopped, it sends nothing more.
            await stage.close()
    except asyncio.CancelledError:
        if ownership.lost is None:
            store.runs.set_state(run.id, "stopped", "stopped by the user")
        raise
    except AssayError as error:
        store.runs.set_state(run.id, "stopped", str(error))
        raise
    store.evidence.flush()
    store.runs.finish(run.id, outcome)
    return Ran(store.runs.get(run.id), resumed, stage.calls.made, stage.calls.cached)
