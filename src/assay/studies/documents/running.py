"""A run of a study of documents: search in every cell, then sealed documents or leave-one-out."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

from assay.arena.scoring import Trial
from assay.calls import each
from assay.errors import BudgetExceeded
from assay.proof.cross_validated import cross_validated_outcome
from assay.proof.field_claims import FieldsOutcome
from assay.proof.fields import sealed_outcome
from assay.records import Entrant
from assay.search.fields import Cell, FieldPlan, FieldSearch, FoundCell
from assay.search.fields.cell_search import CellSearch
from assay.search.fields.outside import most_requests
from assay.search.fields.people import FieldReplies
from assay.stats.gains import detectable_gain, not_worse_by, provable
from assay.store import Store
from assay.studies.cast import most_at_once
from assay.studies.config import CapsConfig
from assay.studies.documents.brief import make_field_brief, make_refusal, private_words
from assay.studies.documents.cast import backend_of, make_document_cast, make_proposers
from assay.studies.documents.config import OptimiserConfig
from assay.studies.documents.sealing import SEAL_JUDGE
from assay.studies.documents.stage import DocumentStage, evidence_of, set_document_stage
from assay.studies.documents.study import LEAVE_ONE_OUT, DocumentStudy
from assay.studies.executing import Production, Ran, produce
from assay.studies.forecast import cost_of
from assay.studies.stage import Options

KIND = "documents"


async def run_documents(study: DocumentStudy, store: Store, options: Options | None = None) -> Ran:
    """Run a study of documents to its end, go on with its unfinished run, or show its finished one.

    Raises:
        StudyError: models or settings that cannot be used, before anything is spent.
        RunBusy: another process works on the run.
        Sealed: a better prompt was found, but another run has opened the sealed documents.
        AssayError: the run cannot go on; all is saved and the same command goes on.
    """
    production = Production(KIND, make_document_cast(store), set_document_stage, _search_and_prove)
    return await produce(study, store, options or Options(), production)


async def _search_and_prove(stage: DocumentStage) -> dict[str, Any]:
    _announce(stage)
    _warn_of_few(stage)
    _warn_of_seal(stage)
    _warn_of_searched(stage)
    _warn_of_guards(stage)
    found, ended, capped = await make_field_search(stage).run()
    crowned = [it for it in found if it.champion is not it.first]
    if capped and not crowned:
        raise BudgetExceeded(
            f"{ended}, and no prompt has beaten the first one so far. Everything is saved; raise the caps "
            "and run the same command to go on",
            cap="caps",
        )
    stage.journal.decide(
        "search",
        "search",
        lambda: {"champions": {it.cell.number: it.choice.champion for it in found}, "ended": ended},
    )
    stage.say(f"search ended: {ended}; another prompt scores higher for {len(crowned)} of {len(found)}")
    _tell_of_refusals(stage)
    outcome = await _checked(stage, found, ended)
    searched = (stage.journal.decided("searched") or {}).get("runs", {})
    return {**outcome.to_data(), "framework": _frameworks(stage), "searched_before": searched}


def _tell_of_refusals(stage: DocumentStage) -> None:
    """An advisor of which little could be used, a weak model for one, is no sign that prompts cannot help."""
    refusals, proposed = defaultdict[str, Counter[str]](Counter), Counter[str]()
    for proposal in stage.store.evidence.proposals(stage.run.id):
        proposed[proposal.advisor] += 1
        if proposal.refusal is not None:
            refusals[proposal.advisor][proposal.refusal] += 1
    for advisor, reasons in refusals.items():
        if 2 * reasons.total() > proposed[advisor]:
            stage.say(
                f"note: {reasons.total()} of {proposed[advisor]} proposals by {advisor} were refused, most "
                f"often: {reasons.most_common(1)[0][0]}"
            )


async def _checked(stage: DocumentStage, found: Sequence[FoundCell], ended: str) -> FieldsOutcome:
    confidence = stage.study.config.proof.confidence
    if stage.study.proof_kind == LEAVE_ONE_OUT:
        return cross_validated_outcome(found, confidence=confidence, ended=ended)
    crowned = [it for it in found if it.champion is not it.first]
    if not crowned:
        return sealed_outcome(found, {}, {}, confidence=confidence, opened_times=0, ended=ended)
    seal = stage.store.seals.open(
        run=stage.run.id,
        judge=SEAL_JUDGE,
        kind=KIND,
        items=_sealed(stage),
        entrants=_fixed(found),
        reuse=stage.options.reuse_proof,
    )
    planned = sum(it.cell.proof_answers * (2 if it in crowned else 1) for it in found)
    stage.tally.begin("proof on sealed documents", planned)
    first: dict[str, list[Trial]] = {}
    champion: dict[str, list[Trial]] = {}

    async def prove(it: FoundCell) -> None:
        first[it.cell.number] = await _proof_trials(stage, it.cell, it.first)
        if it.champion is not it.first:
            champion[it.cell.number] = await _proof_trials(stage, it.cell, it.champion)

    proven = [it for it in found if it.cell.proof]
    await each(prove, proven, width=most_at_once(stage.study))
    stage.tally.end()
    numbers = [it.cell.number for it in proven]
    return sealed_outcome(
        found,
        {number: first[number] for number in numbers},
        {number: champion[number] for number in numbers if number in champion},
        confidence=confidence,
        opened_times=seal.times,
        ended=ended,
    )


async def _proof_trials(stage: DocumentStage, cell: Cell, entrant: Entrant) -> list[Trial]:
    scorer = stage.scorer(cell)
    trials = await scorer.score(entrant, cell.proof, "proof")
    for guard in cell.guards:
        trials += await scorer.score(entrant, guard.proof, "guard")
    return trials


def _fixed(found: Sequence[FoundCell]) -> list[tuple[str, str]]:
    """Name and content of everything that may play on sealed documents."""
    fixed = {entrant.name: entrant.content for it in found for entrant in (it.first, it.champion)}
    return list(fixed.items())


def _sealed(stage: DocumentStage) -> list[str]:
    """Everything a proof opens, guarded items among it."""
    opened = [
        item
        for cell in stage.cells
        for items in (cell.proof, *(guard.proof for guard in cell.guards))
        for item in items
    ]
    return list(dict.fromkeys(key for item in opened for key in stage.study.sealed_as[item.id]))


def _announce(stage: DocumentStage) -> None:
    """Say what the run can show at all, before anything is spent."""
    study, claims = stage.study, len(stage.cells)
    search, sealed = study.documents("search"), study.documents("proof")
    figures = {"kind": study.proof_kind, "search_documents": search, "proof_documents": sealed}
    if study.proof_kind == LEAVE_ONE_OUT:
        stage.journal.decide("split", "split", lambda: figures)
        stage.say(
            f"{search} documents, none of them sealed: the choice is checked by leaving one out in turn, and "
            "the result is called cross-validated, not proven"
        )
        return
    groups = sorted(len({item.group for item in cell.proof}) for cell in stage.cells)
    middle = groups[len(groups) // 2]
    level = 1.0 - (1.0 - study.config.proof.confidence) / claims
    detectable = detectable_gain(middle, confidence=level) if middle else None
    stage.journal.decide("split", "split", lambda: {**figures, "claims": claims, "detectable": detectable})
    shown = f"{detectable:.2f}" if detectable is not None else "none: too few"
    stage.say(
        f"{search} documents for the search, {sealed} sealed for the proof; {claims} claims. Smallest true "
        f"gain in the score that a segment of {middle} sealed documents shows with 80 % power: {shown}"
    )


def _warn_of_few(stage: DocumentStage) -> None:
    """Say before anything is spent which fields have too few sealed documents to prove even a gain of 1."""
    if stage.study.proof_kind == LEAVE_ONE_OUT:
        return
    claims, confidence = len(stage.cells), stage.study.config.proof.confidence
    hopeless = dict.fromkeys(
        cell.field.key
        for cell in stage.cells
        if not provable(len({item.group for item in cell.proof}), claims, confidence=confidence)
    )
    if hopeless:
        stage.say(
            f"warning: too few documents are sealed to prove any gain for {', '.join(map(repr, hopeless))}: "
            "their first prompts will be returned. Add documents, or set proof.kind: leave-one-out"
        )


def _warn_of_guards(stage: DocumentStage) -> None:
    """Say before anything is spent which guards too few sealed documents can ever satisfy."""
    confidence = stage.study.config.proof.confidence
    if stage.study.proof_kind == LEAVE_ONE_OUT:
        return
    for cell in stage.cells:
        for guard in cell.guards:
            if guard.filled:
                continue
            number = len({item.group for item in (cell.proof if guard.part else guard.proof)})
            same = [1.0] * number
            if number and not_worse_by(same, same, None, guard.margin, confidence=confidence):
                continue
            # What the bound of so many equal answers leaves open: 1 - alpha ** (1 / n).
            least = 1.0 - (1.0 - confidence) ** (1.0 / number) if number else 1.0
            stage.say(
                f"warning: no prompt of {cell.field.key} can be proven: even if no answer about {guard.name} "
                f"changes, {number} sealed documents do not show that it loses at most {guard.margin:g}. Set "
                f"the guard's margin above {least:.3f}, or add documents"
            )


def _warn_of_seal(stage: DocumentStage) -> None:
    """Say before anything is spent that nothing can be proven on documents that were opened before."""
    if stage.options.reuse_proof or stage.study.proof_kind == LEAVE_ONE_OUT:
        return
    before = stage.store.seals.opened_before(judge=SEAL_JUDGE, kind=KIND, items=_sealed(stage))
    others = [run for run in before if run != stage.run.id]
    if others:
        stage.say(
            f"warning: sealed documents were already opened by {', '.join(others)}. Where a "
            "better prompt is found, proving it here needs --reuse-proof, and the result will say how often "
            "they were opened; new documents are better"
        )


def _warn_of_searched(stage: DocumentStage) -> None:
    """Say before anything is spent which sealed documents an earlier search has used."""
    if stage.study.proof_kind == LEAVE_ONE_OUT:
        return
    sealed = {item.id for cell in stage.cells for item in cell.proof}

    def found() -> dict[str, Any]:
        return {"runs": stage.store.evidence.searched_by(_sealed(stage), but=stage.run.id)}

    searched = stage.journal.decide("searched", "searched", found)["runs"]
    if searched:
        runs = ", ".join(f"{run} ({count})" for run, count in searched.items())
        stage.say(
            f"warning: of {len(sealed)} questions sealed now, other runs searched with some: {runs}. "
            "A prompt found there knows them: given here, as first prompt or in 'prompts', it would look "
            "better than it is. Prove such a prompt on new documents"
        )


def make_field_search(stage: DocumentStage) -> FieldSearch:
    """The search of a run."""
    study, search = stage.study, stage.study.config.search
    refusal, evidence, private = make_refusal(study), evidence_of(stage), private_words(study)
    searches = [
        CellSearch(
            place,
            cell,
            settings=study.settings(cell),
            scorer=stage.scorer(cell),
            brief=make_field_brief(study, cell, private),
            journal=stage.journals[cell.answerer],
            evidence=evidence,
            refusal=refusal,
        )
        for place, cell in enumerate(stage.cells)
    ]
    plan = FieldPlan(
        rounds=search.rounds,
        strategies=search.strategies,
        patience=search.patience,
        seed=study.config.seed,
        width=most_at_once(study),
    )
    return FieldSearch(
        plan,
        searches,
        proposers=make_proposers(study, stage.cast, stage.calls),
        given={cell.number: study.given(cell) for cell in stage.cells},
        replies=FieldReplies(stage.journal),
        journal=stage.journal,
        tally=stage.tally,
        affords=lambda: _affords(stage),
    )


def _affords(stage: DocumentStage) -> bool:
    """Whether the caps leave room for another round and the proof."""
    config = stage.study.config
    if config.caps == CapsConfig():
        return True
    named = config.models.advisors
    advisors = len(named)
    optimisers = [it.tries for it in named if isinstance(it, OptimiserConfig)]
    cells = stage.cells
    search = sum(cell.answers for cell in cells)
    proof = sum(cell.proof_answers for cell in cells)
    ahead = cost_of(
        stage.store.calls.ledger(stage.run.id),
        answerer=advisors * search + 2 * proof + sum(optimisers) * len(cells),
        advisor=(2 * advisors + sum(map(most_requests, optimisers))) * len(cells),
    )
    return stage.budget.fits(usd=ahead.usd, calls=ahead.calls, tokens=ahead.tokens)


def _frameworks(stage: DocumentStage) -> dict[str, str]:
    return {it.label: backend_of(it) for it in stage.study.config.models.answerers}
