"""Searching for a better prompt on one side of the items and proving it on the other."""

from collections.abc import Callable
from typing import Any

from assay.errors import BudgetExceeded
from assay.proof import Claim, ProofPlan, prove, without_proof
from assay.records import Chat
from assay.search import Found, Search, SearchPlan, runner_up, tally
from assay.stats.power import detectable_winrate
from assay.studies.brief import make_admission, make_brief
from assay.studies.cast import make_advisors
from assay.studies.searched import Searched
from assay.studies.stage import Stage


async def search_and_prove(
    stage: Stage[Searched], affords: Callable[[int], bool], answerer: Chat | None = None
) -> dict[str, Any]:
    """The work of a run: its outcome in JSON form.

    Args:
        stage: what the run works on.
        affords: whether the caps leave room for another round and the proof, by entrants admitted so far.
        answerer: the model that is asked with the prompts, where it decides which parts may change.

    Raises:
        BudgetExceeded: the caps ended the search, and nothing has beaten the first prompt so far.
        Sealed: a champion was found, but another run has opened the proof items.
        AssayError: the run cannot go on; all is saved.
    """
    study = stage.study
    detectable = _announce(stage)
    _warn_of_seal(stage)
    found = await _search(stage, affords, answerer).run()
    if found.capped and found.champion is found.entrants[0]:
        raise BudgetExceeded(
            f"{found.ended}, and nothing has beaten the first prompt so far. Everything is saved; raise "
            "the caps and run the same command to go on",
            cap="caps",
        )
    stage.journal.decide("search", "search", lambda: {"champion": found.champion.name, "ended": found.ended})
    stage.say(f"search ended: {found.ended}; champion: {found.champion.name}")
    first = found.entrants[0]
    if found.champion is first or study.purpose != "study" or not study.splits.proof:
        return _without_proof(stage, found, detectable).to_data()
    plan = ProofPlan(
        run=stage.run.id,
        kind=study.kind,
        judge=stage.judge.id,
        items=study.splits.proof,
        orders=study.orders,
        confidence=study.config.proof.confidence,
        reuse=stage.options.reuse_proof,
        detectable=detectable,
    )
    claim = await prove(plan, stage.store, stage.arena, first, found.champion)
    return claim.to_data()


def _warn_of_seal(stage: Stage[Searched]) -> None:
    """Say before anything is spent that nothing can be proven on inputs that were opened before."""
    if stage.options.reuse_proof or stage.study.purpose != "study":
        return
    sealed = [item.id for item in stage.study.splits.proof]
    before = stage.store.seals.opened_before(judge=stage.judge.id, kind=stage.study.kind, items=sealed)
    others = [run for run in before if run != stage.run.id]
    if others:
        stage.say(
            f"warning: the proof inputs were already opened by {', '.join(others)} with this judge. If a "
            "champion is found, proving it here needs --reuse-proof, and the result will say how often they "
            "were opened; new inputs are better"
        )


def _announce(stage: Stage[Searched]) -> float | None:
    """Say what the run can show at all, before anything is spent."""
    study = stage.study
    splits, groups = study.splits, study.splits.proof_groups
    confidence = study.config.proof.confidence
    detectable = detectable_winrate(groups, confidence=confidence) if groups else None
    stage.journal.decide(
        "split",
        "split",
        lambda: {
            "search_items": len(splits.search),
            "proof_items": len(splits.proof),
            "search_groups": splits.search_groups,
            "proof_groups": groups,
            "detectable": detectable,
        },
    )
    shown = f"{100 * detectable:.0f} %" if detectable is not None else "none: too few"
    stage.say(
        f"{len(splits.search)} inputs for the search ({len(stage.played)} of them play), "
        f"{len(splits.proof)} sealed for the proof; smallest true winrate the proof shows with 80 % power: "
        f"{shown}"
    )
    return detectable


def _search(stage: Stage[Searched], affords: Callable[[int], bool], answerer: Chat | None) -> Search:
    study, search = stage.study, stage.study.config.search
    return Search(
        plan=SearchPlan(
            rounds=search.rounds,
            proposals=search.proposals,
            pairing=search.pairing,
            orders=study.orders,
            confidence=search.confidence,
            patience=search.patience,
        ),
        brief=make_brief(study, answerer),
        first=study.first,
        advisors=make_advisors(study, stage.cast, stage.calls),
        arena=stage.arena,
        played=stage.played,
        journal=stage.journal,
        admit=make_admission(study, answerer),
        affords=affords,
    )


def _without_proof(stage: Stage[Searched], found: Found, detectable: float | None) -> Claim:
    """The outcome where no challenger earned a proof, or there is nothing to prove it on."""
    confidence = stage.study.config.proof.confidence
    first = found.entrants[0].name
    crowned = found.champion is not found.entrants[0]
    names = [found.champion.name] if crowned else [entrant.name for entrant in found.entrants[1:]]
    best = runner_up(found.matches, first, names, confidence=confidence)
    incomplete = tally(found.matches, best[0], first, confidence=confidence)[1] if best else 0
    return without_proof(
        first=first,
        best=best,
        confidence=confidence,
        detectable=detectable,
        incomplete=incomplete,
        crowned=crowned,
    )
