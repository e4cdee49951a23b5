"""Comparing two fixed prompts on every input: no search, so every input counts as proof."""

from typing import Any

from assay.proof import ProofPlan, prove
from assay.records import Entrant
from assay.stats.power import detectable_winrate
from assay.store import EntrantRow, Store
from assay.studies.executing import Ran, execute
from assay.studies.stage import Options, Stage
from assay.studies.study import Study

SECOND = "second"


async def run_comparison(study: Study, store: Store, options: Options | None = None) -> Ran:
    """Play the study's second prompt against its first on every input.

    Raises:
        ValueError: the study has no second prompt.
        Sealed: another comparison has opened these inputs with this judge and ``reuse_proof`` is not set.
        AssayError: as for :func:`assay.studies.text.run_text`.
    """
    if study.second is None:
        raise ValueError("a comparison needs a study with a second prompt")
    return await execute(study, store, options or Options(), kind="compare", work=_compare)


async def _compare(stage: Stage[Study]) -> dict[str, Any]:
    study = stage.study
    if study.second is None:
        raise ValueError("a comparison needs a study with a second prompt")
    first = study.first
    second = Entrant(SECOND, study.second, first.settings, first.postprocess)
    stage.journal.entrant(EntrantRow(first, 0))
    stage.journal.entrant(EntrantRow(second, 1))
    groups = len({item.group for item in study.items})
    detectable = detectable_winrate(groups, confidence=study.config.proof.confidence)
    plan = ProofPlan(
        run=stage.run.id,
        kind="compare",
        judge=stage.judge.id,
        items=study.items,
        orders=study.config.judge.orders,
        confidence=study.config.proof.confidence,
        reuse=stage.options.reuse_proof,
        detectable=detectable,
        step="comparison on every input",
        where=f"on all {len(study.items)} inputs",
    )
    claim = await prove(plan, stage.store, stage.arena, first, second)
    return claim.to_data()
