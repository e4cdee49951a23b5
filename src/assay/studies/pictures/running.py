"""A run of a study of pictures: the loop over every request, its controls, its ablations."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import Any

from assay.calls import each
from assay.proof.pictures import CONTROL, EQUAL_COST, LOOP, SAME_STOP
from assay.records import Item
from assay.search.pictures import Cycle, LoopResult, Procedure, best_of, draws_for, redrawn, run_loop
from assay.search.pictures.loop import Note
from assay.store import Store
from assay.studies.cast import most_at_once
from assay.studies.executing import Production, Ran, produce
from assay.studies.pictures.cast import make_picture_cast
from assay.studies.pictures.config import KIND
from assay.studies.pictures.outcome import picture_outcome
from assay.studies.pictures.sets import set_distances
from assay.studies.pictures.stage import PictureStage, set_picture_stage
from assay.studies.pictures.study import PictureStudy
from assay.studies.stage import Options

Work = Callable[[Item], Awaitable[None]]
Told = Callable[[str, Cycle], None]
"""Told of every cycle of a loop and its control with the name of its procedure."""

_MOST_REQUESTS = 32
"""Requests under way at most: enough to keep generator and language model busy at the same time."""


async def run_pictures(study: PictureStudy, store: Store, options: Options | None = None) -> Ran:
    """Run a study of pictures to its end, go on with its unfinished run, or show its finished one.

    Raises:
        StudyError: models or settings that cannot be used, before anything is spent.
        RunBusy: another process works on the run.
        AssayError: the run cannot go on; all is saved and the same command goes on.
    """
    production = Production(KIND, make_picture_cast(store), set_picture_stage, _work)
    return await produce(study, store, options or Options(), production)


async def _work(stage: PictureStage) -> dict[str, Any]:
    _announce(stage)
    await _over_requests(stage, "requests", stage.study.items, lambda item: with_controls(stage, item))
    return await finish(stage)


async def finish(stage: PictureStage) -> dict[str, Any]:
    """The ablations, the distances of sets, and the outcome in JSON form."""
    study = stage.study
    for number, variant in enumerate(study.variants, start=1):
        procedure = study.procedure(variant.name, variant.loop)
        step = f"ablation {number} of {len(study.variants)}: {variant.name}"

        async def one(item: Item, procedure: Procedure = procedure) -> None:
            await _loop(stage, item, procedure)

        await _over_requests(stage, step, study.items, one)
    stage.store.evidence.flush()
    distances = await set_distances(stage) if study.config.evaluate.sets else {}
    return picture_outcome(stage.store, stage.run.id, study, distances)


def _announce(stage: PictureStage) -> None:
    """Say what will be made at most, before anything is made."""
    study, loop = stage.study, stage.study.config.loop
    most = len(study.items) * loop.cycles * loop.pictures
    controls = ", as many of the unchanged prompt" if "pictures" in study.config.evaluate.controls else ""
    stage.say(
        f"{len(study.items)} requests, at most {most} pictures ({loop.cycles} cycles of {loop.pictures})"
        f"{controls}; {study.config.main} decides"
    )
    for variant in study.variants:
        if variant.loop.cycles * variant.loop.pictures > loop.cycles * loop.pictures:
            stage.say(f"note: the ablation {variant.name} may make more pictures for each request")


async def _over_requests(stage: PictureStage, step: str, items: Sequence[Item], work: Work) -> None:
    """Do something with every request, several at the same time."""
    done = 0
    stage.tell(step, 0, len(items))

    async def one(item: Item) -> None:
        nonlocal done
        await work(item)
        done += 1
        stage.tell(step, done, len(items))

    width = stage.options.width or min(_MOST_REQUESTS, most_at_once(stage.study))
    await each(one, items, width=width)


async def with_controls(stage: PictureStage, item: Item, told: Told = lambda _, __: None) -> None:
    """One request through the study's own procedure, then its controls."""
    main, controls = stage.study.main, stage.study.config.evaluate.controls
    result = await _loop(stage, item, main, lambda cycle: told(LOOP, cycle))
    stage.readability.count(result, stage.study.config.evaluate.max_unparsed)
    if not controls:
        return
    control = await _best_of(stage, item, main, CONTROL, result.pictures, lambda cycle: told(CONTROL, cycle))
    if "pictures" in controls:
        await stage.keep(item, control)
    if "stop" in controls:
        crew = stage.casting.crew(replace(main, rewriting=None))
        await stage.keep(item, await redrawn(SAME_STOP, item.id, item.fields["request"], main, crew))
    if "cost" in controls:
        draws = draws_for(result, control)
        equal = replace(control, procedure=EQUAL_COST)
        if draws > result.pictures:
            equal = await _best_of(stage, item, main, EQUAL_COST, draws)
        await stage.keep(item, equal)


async def _loop(
    stage: PictureStage, item: Item, procedure: Procedure, note: Note = lambda _: None
) -> LoopResult:
    crew = stage.casting.crew(procedure)
    result = await run_loop(item.id, item.fields["request"], procedure, crew, note)
    await stage.keep(item, result)
    return result


async def _best_of(
    stage: PictureStage,
    item: Item,
    procedure: Procedure,
    name: str,
    pictures: int,
    note: Note = lambda _: None,
) -> LoopResult:
    crew = stage.casting.crew(replace(procedure, rewriting=None))
    return await best_of(name, item.id, item.fields["request"], procedure, pictures, crew, note)
