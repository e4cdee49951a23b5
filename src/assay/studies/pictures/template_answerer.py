"""Responses of rewriting templates: the whole loop with a template, once for each request and draw."""

from collections.abc import Callable
from dataclasses import replace

from assay.arena import Responses
from assay.arena.answers import failed
from assay.errors import Rejected, SettingRefused
from assay.judges.pictures.critic import Voice
from assay.records import Answer, Ask, Entrant, Item, PictureSettings, Request, Response, digest
from assay.search.pictures import Crew, LoopResult, Procedure, run_loop
from assay.studies.pictures.stage import PictureStage
from assay.studies.pictures.template_study import TemplateStudy
from assay.studies.pictures.template_transcript import transcript

_DRAWS_APART = 1_000
"""Added to the rewriter's sample number for each draw: more than a loop has cycles."""


class LoopAnswerer(Responses):
    """Runs the loop with an entrant's template; implements :class:`assay.arena.Responding`.

    Pictures of the request itself are the same for every template, and so paid once.

    Args:
        study: the study.
        stage: where its pictures are made, measured and kept.
        record: told of every new response.
    """

    def __init__(self, study: TemplateStudy, stage: PictureStage, record: Callable[[Response], None]) -> None:
        super().__init__(record)
        self._study = study
        self._stage = stage
        # With what a right picture shows: it is measured against, and no advisor reads it.
        self._measured = {item.id: item for item in study.pictures.items}

    async def make(self, entrant: Entrant, item: Item, sample: int) -> Response:
        """The transcript of the loop; a failed response where no picture can be used."""
        procedure = drawn(self._study.procedure(entrant), sample)
        crew = _drawing(self._stage.casting.crew(procedure), sample)
        request = item.fields["request"]
        try:
            result = await run_loop(item.id, request, procedure, crew)
            self._stage.readability.count(result, self._study.config.evaluate.max_unparsed)
            await self._stage.keep(self._measured[item.id], result)
            score = await self._score(item, result)
        except SettingRefused:
            raise
        except Rejected as error:
            return failed(entrant, item, sample, str(error))
        if result.chosen.shot is None:
            return failed(entrant, item, sample, result.chosen.how)
        text = transcript(request, result, score)
        return Response(entrant.name, item.id, sample, text, text)

    async def _score(self, item: Item, result: LoopResult) -> float | None:
        shot = result.chosen.shot
        if shot is None:
            return None
        figures = await self._stage.measuring.figures(self._measured[item.id], shot)
        return figures.get(self._study.config.evaluate.main)


def drawn(procedure: Procedure, sample: int) -> Procedure:
    """A procedure in one draw: another draw has seeds of its own, and is kept under a name of its own."""
    if sample == 0:
        return procedure
    seed = int(digest([procedure.picture.seed, "draw", sample])[:8], 16) % 2**31
    picture: PictureSettings = replace(procedure.picture, seed=seed)
    return replace(procedure, name=f"{procedure.name}, draw {sample + 1}", picture=picture)


def _drawing(crew: Crew, sample: int) -> Crew:
    """The crew in one draw: another draw asks the rewriter anew."""
    voice = crew.rewriter
    if voice is None or sample == 0:
        return crew
    return replace(crew, rewriter=replace(voice, ask=_shifted(voice, sample)))


def _shifted(voice: Voice, draw: int) -> Ask:
    async def ask(request: Request, sample: int) -> Answer:
        return await voice.ask(request, sample + _DRAWS_APART * draw)

    return ask
