"""A run of a study of rewriting templates: search on some requests, proof on the sealed ones."""

import math
from collections.abc import Callable, Sequence
from typing import Any

from assay.arena import Arena
from assay.calls import Calls
from assay.judges.pictures.loop_score import LoopScoreJudge
from assay.search import Journal
from assay.store import LedgerLine, Run, Store
from assay.studies.brief import make_brief
from assay.studies.cast import Cast, most_at_once
from assay.studies.config import CapsConfig
from assay.studies.executing import Production, Ran, produce
from assay.studies.forecast import Cost, cost_of
from assay.studies.people import advice_text
from assay.studies.pictures.cast import Casting, make_picture_cast
from assay.studies.pictures.measuring import Measuring
from assay.studies.pictures.stage import PictureStage
from assay.studies.pictures.template_answerer import LoopAnswerer
from assay.studies.pictures.template_config import TEMPLATE_KIND
from assay.studies.pictures.template_study import TemplateStudy
from assay.studies.searching import search_and_prove
from assay.studies.stage import Options, Stage, note_split, open_budget, played_items

_MOST_MATCHES = 32
"""Matches under way at most; each may have two loops under way."""

TemplateStage = Stage[TemplateStudy]


async def run_template_study(study: TemplateStudy, store: Store, options: Options | None = None) -> Ran:
    """Run a study of rewriting templates to its end, go on with its unfinished run, or show its finished one.

    Raises:
        StudyError: models or settings that cannot be used, before anything is spent.
        RunBusy: another process works on the run.
        Sealed: a better template was found, but another run has opened the sealed requests.
        AssayError: the run cannot go on; all is saved and the same command goes on.
    """
    production = Production(TEMPLATE_KIND, make_picture_cast(store), set_template_stage, _work)
    return await produce(study, store, options or Options(), production)


def template_advice(study: TemplateStudy, store: Store) -> str:
    """The improvement prompt as things stand, for people. Sealed matches are not in it."""
    return advice_text(study, store, make_brief(study))


def set_template_stage(
    study: TemplateStudy, store: Store, run: Run, options: Options, cast: Cast
) -> TemplateStage:
    """Put together what a run needs; what a killed process left in flight is charged first."""
    budget = open_budget(study.config.caps, store, run)
    calls = Calls(store, run.id, budget, terms=cast.terms)
    judge = LoopScoreJudge(
        study.config.evaluate.main, study.scored_by, tie_margin=study.config.evaluate.tie_margin
    )
    note_split(study, store, run)
    pictures = study.pictures
    casting = Casting(pictures, cast, calls)
    rewriter = cast.chat(study.config.models.rewriter or study.config.models.generator)
    journal = Journal(store, run=run.id, study=study.id, judge=judge.id, answerer=rewriter.id)
    measuring = Measuring(pictures, store, casting.clip())
    loops = PictureStage(pictures, store, run, options, cast, calls, budget, casting, measuring, journal)
    arena = Arena(
        LoopAnswerer(study, loops, journal.response),
        judge,
        journal.match,
        width=options.width or min(_MOST_MATCHES, most_at_once(study)),
        max_unparsed=study.config.evaluate.max_unparsed,
        tell=options.tell,
    )
    return Stage(study, store, run, options, cast, calls, budget, judge, journal, arena, played_items(study))


async def _work(stage: TemplateStage) -> dict[str, Any]:
    study, loop = stage.study, stage.study.config.loop
    stage.say(
        f"what competes are rewriting templates: each answers a request by a loop of up to {loop.cycles} "
        f"cycles, {loop.pictures} picture{'s' if loop.pictures > 1 else ''} each; "
        f"{study.config.evaluate.main} decides"
    )
    return await search_and_prove(stage, _affords(stage))


def _affords(stage: TemplateStage) -> Callable[[int], bool]:
    """Whether the caps leave room for another round and the proof, going by the mean cost of a loop."""
    config, answerer = stage.study.config, stage.arena.answerer
    proposals = config.search.proposals
    ahead = proposals * len(stage.played) + 2 * len(stage.study.splits.proof)

    def affords(_: int) -> bool:
        if config.caps == CapsConfig():
            return True
        made = answerer.begun if isinstance(answerer, LoopAnswerer) else 0
        ledger = stage.store.calls.ledger(stage.run.id)
        loops = _times([line for line in ledger if line.role != "advisor"], ahead / max(1, made))
        cost = loops + cost_of(ledger, advisor=proposals)
        return stage.budget.fits(usd=cost.usd, calls=cost.calls, tokens=cost.tokens)

    return affords


def _times(ledger: Sequence[LedgerLine], factor: float) -> Cost:
    """So many times what was used so far."""
    return Cost(
        calls=math.ceil(factor * sum(line.calls for line in ledger)),
        usd=factor * sum(line.nominal_usd or 0.0 for line in ledger),
        tokens=math.ceil(factor * sum(line.input_tokens + line.output_tokens for line in ledger)),
    )
