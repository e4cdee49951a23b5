"""The proof stage: open the seal once, play the two entrants on every sealed item, claim."""

from dataclasses import dataclass

from assay.arena import Arena, OrderMode, plan_pair
from assay.proof.claim import Claim, claim
from assay.records import Entrant, Item
from assay.store import Store


@dataclass(frozen=True, slots=True)
class ProofPlan:
    """How a proof is made, fixed before the seal is opened.

    Attributes:
        run: id of the run.
        kind: kind of study.
        judge: identity of the judge.
        items: every sealed item; all of them are judged.
        orders: in which orders a match is judged.
        confidence: of the interval.
        reuse: allow items that another run has opened.
        detectable: smallest true winrate these items prove with 80 % power.
        step: what people are told is going on.
        where: what the items are, for the sentence of the claim.
    """

    run: str
    kind: str
    judge: str
    items: tuple[Item, ...]
    orders: OrderMode
    confidence: float
    reuse: bool
    detectable: float | None
    step: str = "proof on sealed inputs"
    where: str = "on inputs the search never saw"


async def prove(plan: ProofPlan, store: Store, arena: Arena, first: Entrant, candidate: Entrant) -> Claim:
    """Open the seal, or go on with this run's own opening, and play the proof.

    Raises:
        Sealed: another run opened some of these items and ``reuse`` is not set.
        ModelError, JudgeUnusable, BudgetExceeded, StoreError: the run cannot go on; all is saved.
    """
    seal = store.seals.open(
        run=plan.run,
        judge=plan.judge,
        kind=plan.kind,
        items=[item.id for item in plan.items],
        entrants=[(candidate.name, candidate.content), (first.name, first.content)],
        reuse=plan.reuse,
    )
    plans = plan_pair(
        candidate, first, plan.items, stage="proof", mode=plan.orders, traits=arena.judge.traits
    )
    matches = await arena.play(list(plans), plan.step)
    return claim(
        matches,
        first=first.name,
        candidate=candidate.name,
        confidence=plan.confidence,
        opened_times=seal.times,
        detectable=plan.detectable,
        where=plan.where,
    )
