"""What the steps of a run of a study of pictures share, and what they note in the store."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from assay.budget import Budget
from assay.calls import Calls
from assay.proof.measured import LABELS
from assay.records import Entrant, Item, Progress, Prompt
from assay.search import Journal
from assay.search.pictures import Cycle, LoopResult, Procedure
from assay.store import CycleRow, EntrantRow, LoopRow, PictureRow, Run, Store
from assay.studies.cast import Cast
from assay.studies.pictures.cast import Casting
from assay.studies.pictures.measuring import Measuring
from assay.studies.pictures.readability import Readability
from assay.studies.pictures.study import PictureStudy
from assay.studies.stage import Options, open_budget

_UNCHANGED = Prompt.simple("{request}")
"""What a procedure that never rewrites stands for among entrants."""


@dataclass(frozen=True)
class PictureStage:
    """What the steps of a run share."""

    study: PictureStudy
    store: Store
    run: Run
    options: Options
    cast: Cast
    calls: Calls
    budget: Budget
    casting: Casting
    measuring: Measuring
    journal: Journal
    readability: Readability = field(default_factory=Readability)

    def say(self, text: str) -> None:
        """Say what is worth a line."""
        self.options.say(text)

    def tell(self, step: str, done: int, total: int) -> None:
        """Tell how far a step is."""
        self.options.tell(Progress(step, done, total, unit="requests"))

    async def close(self) -> None:
        """Nothing is left under way: every picture is waited for where it was asked for."""

    async def keep(self, item: Item, result: LoopResult) -> None:
        """Note what a procedure did with a request: every picture, measured, and the one chosen."""
        run, store = self.run.id, self.store
        for cycle in result.cycles:
            rows = [
                PictureRow(
                    cycle=shot.cycle,
                    place=shot.place,
                    seed=shot.picture.seed,
                    image=shot.picture.image,
                    blocked=shot.picture.blocked,
                    look=shot.look.to_data() if shot.look is not None else None,
                    measures=await self.measuring.figures(item, shot),
                    call=shot.picture.call,
                )
                for shot in cycle.shots
            ]
            store.loops.add_cycle(run, result.procedure, item.id, cycle_row(cycle), rows)
        shot = result.chosen.shot
        store.loops.add_loop(
            run,
            LoopRow(
                procedure=result.procedure,
                item=item.id,
                cycles=len(result.cycles),
                pictures=result.pictures,
                stopped=result.stopped,
                chosen=None if shot is None else (shot.cycle, shot.place),
                how=result.chosen.how,
                calls=len(result.calls),
                nominal_usd=result.nominal_usd,
                seconds=store.loops.seconds(result.calls),
            ),
        )


def cycle_row(cycle: Cycle) -> CycleRow:
    """A cycle as it is kept."""
    length, rewriting = cycle.length, cycle.rewriting
    return CycleRow(
        cycle=cycle.number,
        prompt=cycle.prompt,
        tokens=length.tokens if length is not None else None,
        limit=length.limit if length is not None else None,
        reply=rewriting.reply if rewriting is not None else "",
        fault=rewriting.fault if rewriting is not None else "",
        stops=cycle.stops,
    )


def set_picture_stage(
    study: PictureStudy, store: Store, run: Run, options: Options, cast: Cast
) -> PictureStage:
    """Put together what a run needs; what a killed process left in flight is charged first."""
    budget = open_budget(study.config.caps, store, run)
    calls = Calls(store, run.id, budget, terms=cast.terms)
    casting = Casting(study, cast, calls)
    generator = cast.chat(study.config.models.generator).id
    journal = Journal(store, run=run.id, study=study.id, judge="", answerer=generator)
    _note_items(study, store, run)
    for position, procedure in enumerate(study.procedures()):
        note_procedure(store, run.id, procedure, position)
    measuring = Measuring(study, store, casting.clip())
    return PictureStage(study, store, run, options, cast, calls, budget, casting, measuring, journal)


def _note_items(study: PictureStudy, store: Store, run: Run) -> None:
    store.evidence.add_items(run.id, [(item, "search") for item in study.items])
    store.evidence.add_places(run.id, [(item.id, _place(study, item)) for item in study.items])


def _place(study: PictureStudy, item: Item) -> dict[str, Any]:
    labels: Mapping[str, str] = study.labels.get(item.id, {})
    place: dict[str, Any] = {LABELS: dict(labels)}
    if item.id in study.references:
        image, file = study.references[item.id]
        place["reference"] = [image.blob, image.media_type, image.width, image.height]
        place["file"] = file.name
    return place


def note_procedure(store: Store, run: str, procedure: Procedure, position: int) -> None:
    """Note a procedure among the entrants of a run."""
    entrant = Entrant(procedure.name, procedure.rewriting or _UNCHANGED)
    store.evidence.add_entrant(run, EntrantRow(entrant, position), kind="procedure")
