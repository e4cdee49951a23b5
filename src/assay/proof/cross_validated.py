"""What is said where documents are too few to seal some: leave-one-document-out, which is no proof."""

from collections.abc import Sequence
from statistics import fmean

from assay.proof.field_claims import (
    Data,
    FieldClaim,
    FieldsOutcome,
    HeldOut,
    Overall,
    held_out,
    pooled_cer,
)
from assay.search.fields import CrossValidation, FoundCell
from assay.stats.gains import mean_score, paired_gain


def cross_validated_outcome(found: Sequence[FoundCell], *, confidence: float, ended: str) -> FieldsOutcome:
    """Choose where documents are too few to seal: checked by leaving one document out, and called so.

    The prompt chosen on all documents is returned where choosing without a document does better on it, on
    average, than the first prompt does.
    """
    claims = tuple(_cross_claim(it, it.cross_validated(), confidence) for it in found)
    changed = sum(claim.returned != claim.first for claim in claims)
    reason = (
        f"{changed} of {len(claims)} prompts are changed by choice on all documents, checked by leaving one "
        "document out in turn. No document was sealed, so nothing is proven"
    )
    first, returned = (pooled_cer(getattr(claim, name) for claim in claims) for name in _MEASURED)
    overall = Overall("cross-validated", None, first, returned, reason)
    return FieldsOutcome("leave-one-out", claims, overall, confidence, 0, ended)


_MEASURED = ("first_held_out", "returned_held_out")


def _cross_claim(it: FoundCell, checked: CrossValidation | None, confidence: float) -> FieldClaim:
    mine = held_out([trial for trial in it.trials[it.first.name] if trial.stage == "search"], confidence)
    base: Data = {
        "cell": it.cell.number,
        "answerer": it.cell.answerer,
        "segment": it.cell.field.key,
        "outcome": "cross-validated",
        "first": it.first.name,
        "first_held_out": mine,
    }
    if checked is None or it.champion is it.first:
        why = "there are fewer than two documents" if checked is None else it.choice.reason
        returned = it.first.name
        word = "not proven" if checked is None else "cross-validated"
        return FieldClaim(
            **{**base, "outcome": word},
            returned=returned,
            candidate=None,
            reason=f"{why}: the first prompt is returned",
            returned_held_out=mine,
            agreed=checked.agreed if checked else None,
        )
    return _changed_claim(it, checked, base, mine, confidence)


def _changed_claim(
    it: FoundCell, checked: CrossValidation, base: Data, mine: HeldOut | None, confidence: float
) -> FieldClaim:
    items = sorted(checked.scores.keys() & checked.first.keys())
    gain = paired_gain(
        [checked.scores[item] for item in items],
        [checked.first[item] for item in items],
        [checked.groups[item] for item in items],
        confidence=confidence,
    )
    theirs = HeldOut(
        cer=checked.cer,
        clipped=mean_score(
            list(checked.clipped.values()),
            [checked.groups[item] for item in checked.clipped],
            confidence=confidence,
        ),
        exact=checked.exact,
        score=fmean(checked.scores.values()),
        n=len(checked.clipped),
        documents=len(set(checked.groups.values())),
    )
    better = round(gain.gain, 9) > 0.0
    told = (
        f"chosen without a document, prompts score {gain.gain:+.3f} against the first prompt on it "
        f"({gain.groups} documents; the same prompt is chosen without {100 * checked.agreed:.0f} % of them)"
    )
    return FieldClaim(
        **base,
        returned=it.champion.name if better else it.first.name,
        candidate=it.champion.name,
        reason=told if better else f"{told}: the first prompt is returned",
        gain=gain,
        returned_held_out=theirs if better else mine,
        candidate_held_out=theirs,
        agreed=checked.agreed,
    )
