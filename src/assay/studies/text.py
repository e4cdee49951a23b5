"""A run of a text study: search on one side of the inputs, proof on the other."""

from collections.abc import Callable
from typing import Any

from assay.arena import orders_for
from assay.store import Store
from assay.studies.config import CapsConfig
from assay.studies.executing import Ran, execute
from assay.studies.forecast import Sizes, pairs_ahead, proof_cost, round_cost
from assay.studies.searching import search_and_prove
from assay.studies.stage import Options, Stage
from assay.studies.study import Study


async def run_text(study: Study, store: Store, options: Options | None = None) -> Ran:
    """Run a text study to its end, go on with its unfinished run, or show its finished one.

    Raises:
        StudyError: models or settings that cannot be used, before anything is spent.
        RunBusy: another process works on the run.
        Sealed: a champion was found, but another run has opened the proof inputs.
        AssayError: the run cannot go on; all is saved and the same command goes on.
    """
    return await execute(study, store, options or Options(), kind="text", work=_work)


async def _work(stage: Stage[Study]) -> dict[str, Any]:
    answerer = stage.cast.chat(stage.study.config.models.answerer)
    return await search_and_prove(stage, _affords(stage), answerer)


def _affords(stage: Stage[Study]) -> Callable[[int], bool]:
    """Whether the caps leave room for another round and the proof."""
    config = stage.study.config
    orders = len(orders_for(config.judge.orders, 0, stage.judge.traits))
    sizes = Sizes(
        search_items=len(stage.played),
        proof_items=len(stage.study.splits.proof),
        orders=orders,
        proposals=config.search.proposals,
        judge_calls=config.judge.kind == "llm",
    )

    def affords(entrants: int) -> bool:
        if config.caps == CapsConfig():
            return True
        ledger = stage.store.calls.ledger(stage.run.id)
        pairs = pairs_ahead(config.search.pairing, entrants, config.search.proposals)
        ahead = round_cost(sizes, ledger, pairs) + proof_cost(sizes, ledger)
        return stage.budget.fits(usd=ahead.usd, calls=ahead.calls, tokens=ahead.tokens)

    return affords
