"""What a clarity study found, as plain sentences with their reservations."""

from collections.abc import Iterator

from assay.proof.clarity import ClarityOutcome, Plan
from assay.proof.clarity.claim import Claim
from assay.proof.clarity.effects import Effect
from assay.proof.clarity.outcome import Arm
from assay.report.clarity.words import cell_title, points, signed, signed_span, span
from assay.report.outcome import Headline
from assay.report.words import counted, percent_short
from assay.store import Run

_WORDS = {
    "held": ("The claim held here", "proven"),
    "did not hold": ("The claim did not hold here", "worse"),
    "undecided": ("Undecided", "not-proven"),
    "measured": ("Measured", "open"),
}


def clarity_headline(run: Run, plan: Plan, found: ClarityOutcome, *, done: int, wanted: int) -> Headline:
    """Tell a run's result, or how far it is.

    Args:
        run: the run.
        plan: what is trained.
        found: what trainings come to so far.
        done: cells under seeds that are trained.
        wanted: how many there will be.
    """
    told = " ".join(_sentences(plan, found))
    if run.outcome is None:
        word = {"stopped": "Stopped", "finished": "Finished"}.get(run.state, "Unfinished")
        far = f"{done} of {wanted} settings under a seed are trained; nothing is claimed yet."
        return Headline(
            word, "open", f"{far} {told}".strip(), (f"Why it stopped: {run.note}",) if run.note else ()
        )
    word, kind = _WORDS[found.word]
    return Headline(word, kind, told, tuple(_notes(plan, found)))


def _sentences(plan: Plan, found: ClarityOutcome) -> Iterator[str]:
    before, after = found.arm("before"), found.arm("after")
    if found.claim is not None and before is not None and after is not None:
        yield _claim_words(found.claim, before, after, plan.confidence)
        if found.claim.edge is not None:
            yield _edge_words(found.claim)
    elif plan.named.keys() - {"own"}:
        named = [it for it in found.arms if it.name in plan.named and it.name != "own"]
        told = "; ".join(f"{it.name} ({cell_title(it.cell)}) {_clarity(it)}" for it in named)
        yield f"Clarity of what was named: {told}." if told else ""
    best = found.arm("best")
    if best is not None:
        yield (
            f"The best of {counted(len(plan.factorial), 'setting')}, chosen on other seeds, is "
            f"{cell_title(best.cell)}: {_clarity(best)}."
        )
    own = found.arm("own")
    if own is not None:
        yield f"Your own setting, {cell_title(own.cell)}, has {_clarity(own)}."


def _claim_words(claim: Claim, before: Arm, after: Arm, confidence: float) -> str:
    change = claim.change
    return (
        f"With {cell_title(before.cell)} (before) clarity is {points(change.two)}, with "
        f"{cell_title(after.cell)} (after) {points(change.one)}: {signed(change.mean)} points "
        f"({percent_short(confidence)} interval {signed_span(change)}, {counted(change.n, 'fresh seed')})."
    )


def _edge_words(claim: Claim) -> str:
    edge = claim.edge
    assert edge is not None
    told = (
        "The edge term by itself, at equal learning rate and epochs, changes it on average by "
        f"{signed(edge.change.mean)} ({signed_span(edge.change)}, {counted(edge.change.n, 'seed')})"
    )
    if len(claim.edge_at) < 2:
        return f"{told}."
    ordered = sorted(claim.edge_at, key=lambda it: it.change.mean)
    least, most = ordered[0], ordered[-1]
    return f"{told}, from {_at(least)} to {_at(most)}."


def _at(effect: Effect) -> str:
    at = effect.at
    return f"{signed(effect.change.mean)} at rate {at['learning_rate']} and {at['epochs']} epochs"


def _clarity(arm: Arm) -> str:
    mean = arm.figures.clarity
    return f"{points(mean.mean)} ({span(mean)}, {counted(mean.n, 'fresh seed')})"


def _notes(plan: Plan, found: ClarityOutcome) -> Iterator[str]:
    """Reservations, each only where there is something to say."""
    tried = f"{len(plan.seeds)} for the factorial, " if plan.factorial else ""
    yield (
        f"Intervals are Student's over seeds ({tried}{len(plan.fresh)} fresh): with so few they are "
        "approximate, and they are about other seeds on these pictures, not about other pictures. They are "
        "not corrected for how many there are."
    )
    if found.claim is not None:
        yield (
            "The published figures of the claim (clarity 60 before and 85 after, satisfaction 55% and 78%) "
            "come without a definition or data, so only their direction can be held against these."
        )
    if found.best is not None:
        yield (
            "The best setting was chosen by its mean on the factorial's seeds, which flatters it; what is "
            "told of it here is from seeds it was not chosen on."
        )
    if any(goal.name == "satisfaction" and goal.value is None for goal in found.goals):
        yield "Nobody has voted yet, so satisfaction is undecided. No model stands in for people."
