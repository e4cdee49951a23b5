"""Executing a run: find or make it, own it, work, note how it ended."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from assay.errors import AssayError
from assay.store import Run, Store
from assay.studies.cast import connections, make_cast
from assay.studies.file_limit import allow_connections
from assay.studies.owning import Ownership, owned
from assay.studies.stage import Options, Stage, set_stage
from assay.studies.study import Study

Work = Callable[[Stage], Awaitable[dict[str, Any]]]
"""The work of a run: its stage in, its outcome in JSON form out."""


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
    cast = make_cast(study)
    try:
        allow_connections(connections(study))
        run = found or store.runs.create(
            study=study.id,
            name=study.config.name,
            kind=kind,
            config=study.record(),
            beside_others=options.new,
        )
        async with owned(store, run.id) as ownership:
            stage = set_stage(study, store, run, options, cast)
            return await _work(stage, work, ownership, resumed=found is not None)
    finally:
        await cast.close()


async def _work(stage: Stage, work: Work, ownership: Ownership, *, resumed: bool) -> Ran:
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
