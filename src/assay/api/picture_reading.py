"""The results of runs of studies of pictures, out of the store."""

from collections.abc import Iterator
from pathlib import Path

from assay.api.picture_result import ImageResult, ImagesResult, MadeCycle, MadePicture, RequestResult
from assay.api.result import cost_of
from assay.data.csv_writing import write_whole
from assay.proof.measured import LABELS
from assay.proof.pictures import CONTROL, LOOP
from assay.records.looks import Look
from assay.store import CycleRow, LoopRow, PictureRow, Run, Store
from assay.studies.pictures.config import KIND

_SUFFIXES = {"image/png": ".png", "image/jpeg": ".jpg", "image/webp": ".webp"}


def image_result_of(store: Store, run: Run, report: Path | None) -> ImageResult:
    """The result of a finished run over one request; the pictures chosen are put beside its report.

    Raises:
        ValueError: the run is not finished, or of another kind.
    """
    (result,) = list(_results(store, run))[:1]
    cost = cost_of(store, run.id)
    path = result.chosen.path if result.chosen else None
    if report is not None:
        path = _beside(result.chosen, report.parent, "chosen")
        _beside(result.control, report.parent, "control")
    return ImageResult(
        run=run.id,
        result=result,
        path=path,
        cost=cost,
        calls_made=sum(line.made for line in cost.by_role),
        calls_cached=sum(line.calls - line.made for line in cost.by_role),
        report=report,
        details=run.outcome or {},
    )


def images_result_of(store: Store, run: Run, report: Path | None) -> ImagesResult:
    """The result of a finished run of a study of pictures.

    Raises:
        ValueError: the run is not finished, or of another kind.
    """
    requests, cost = tuple(_results(store, run)), cost_of(store, run.id)
    details = run.outcome or {}
    return ImagesResult(
        run=run.id,
        outcome=details["outcome"],
        main=details["main"],
        requests=requests,
        cost=cost,
        calls_made=sum(line.made for line in cost.by_role),
        calls_cached=sum(line.calls - line.made for line in cost.by_role),
        report=report,
        details=details,
    )


def _results(store: Store, run: Run) -> Iterator[RequestResult]:
    """What became of every request of a finished run, in their order."""
    if run.outcome is None or run.kind != KIND:
        raise ValueError(f"run {run.id} is not a finished run of kind {KIND}")
    places = store.evidence.places(run.id)
    loops, controls = ({row.item: row for row in store.loops.loops(run.id, name)} for name in (LOOP, CONTROL))
    for item, _ in store.evidence.items(run.id):
        if item.id not in loops:
            continue
        loop, control = loops[item.id], controls.get(item.id)
        cycles = _cycles(store, run.id, LOOP, item.id)
        chosen = _at(cycles, loop)
        yield RequestResult(
            request=item.fields["request"],
            prompt=chosen.prompt if chosen else None,
            chosen=chosen,
            control=_at(_cycles(store, run.id, CONTROL, item.id), control) if control else None,
            stopped=loop.stopped,
            how=loop.how,
            cycles=cycles,
            labels=places.get(item.id, {}).get(LABELS, {}),
        )


def _cycles(store: Store, run: str, procedure: str, item: str) -> tuple[MadeCycle, ...]:
    pictures = store.loops.pictures(run, procedure, item)
    return tuple(
        MadeCycle(
            number=row.cycle,
            prompt=row.prompt,
            pictures=tuple(_made(store, row, it) for it in pictures if it.cycle == row.cycle),
            tokens=row.tokens,
            limit=row.limit,
            fault=row.fault,
            stops=row.stops,
        )
        for row in store.loops.cycles(run, procedure, item)
    )


def _made(store: Store, cycle: CycleRow, row: PictureRow) -> MadePicture:
    look, image = Look.from_data(row.look) if row.look is not None else Look(), row.image
    return MadePicture(
        prompt=cycle.prompt,
        cycle=row.cycle,
        place=row.place,
        seed=row.seed,
        path=store.blobs.path(image.blob) if image else None,
        media_type=image.media_type if image else "",
        width=image.width if image else 0,
        height=image.height if image else 0,
        blocked=row.blocked,
        score=look.score,
        matches=look.matches,
        shows=look.text,
        missing=look.missing,
        measures=row.measures,
    )


def _at(cycles: tuple[MadeCycle, ...], loop: LoopRow) -> MadePicture | None:
    """The picture a loop chose."""
    every = (it for cycle in cycles for it in cycle.pictures)
    return next((it for it in every if (it.cycle, it.place) == loop.chosen), None)


def _beside(picture: MadePicture | None, folder: Path, name: str) -> Path | None:
    """Put a picture's file, whole, into a folder."""
    if picture is None or picture.path is None:
        return None
    path = folder / f"{name}{_SUFFIXES.get(picture.media_type, '.png')}"
    write_whole(path, picture.data, overwrite=True)
    return path
