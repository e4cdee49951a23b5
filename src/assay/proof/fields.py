"""Each champion against its first prompt on sealed documents, corrected for the number of claims."""

from collections.abc import Mapping, Sequence
from statistics import fmean

from assay.arena.scoring import Trial
from assay.proof.field_claims import (
    Data,
    FieldClaim,
    FieldsOutcome,
    FieldWord,
    Overall,
    held_out,
    pooled_cer,
)
from assay.search.fields import FoundCell, Guard
from assay.search.fields.choice import guarded_scores
from assay.stats.gains import Gain, not_worse_by, paired_gain
from assay.stats.multiplicity import holm

Pair = tuple[float, float, str]


def sealed_outcome(
    found: Sequence[FoundCell],
    first: Mapping[str, Sequence[Trial]],
    champion: Mapping[str, Sequence[Trial]],
    *,
    confidence: float,
    opened_times: int,
    ended: str,
) -> FieldsOutcome:
    """Decide from sealed items.

    The claims of all cells with a candidate are one family, corrected by Holm's method; the overall claim is
    a question of its own.

    Args:
        found: what the search found.
        first: trials of the first prompts on the sealed items, guarded ones included, by cell number.
        champion: trials of the champions, where they are other prompts.
        confidence: of intervals and claims.
        opened_times: of the seal.
        ended: why the search ended.
    """
    gains = {
        it.cell.number: _gain(first[it.cell.number], champion[it.cell.number], confidence)
        for it in found
        if it.cell.number in champion
    }
    tested = list(gains)
    corrected = dict(
        zip(tested, holm([gain.p if (gain := gains[number]) else None for number in tested]), strict=True)
    )
    claims = tuple(
        _sealed_claim(
            it,
            first.get(it.cell.number, ()),
            champion.get(it.cell.number),
            gains.get(it.cell.number),
            corrected.get(it.cell.number),
            confidence,
        )
        for it in found
    )
    overall = _overall(claims, first, champion, confidence)
    return FieldsOutcome("sealed", claims, overall, confidence, opened_times, ended)


def _sealed_claim(
    it: FoundCell,
    first: Sequence[Trial],
    champion: Sequence[Trial] | None,
    gain: Gain | None,
    p_holm: float | None,
    confidence: float,
) -> FieldClaim:
    mine = held_out(_proof(first), confidence)
    base: Data = {
        "cell": it.cell.number,
        "answerer": it.cell.answerer,
        "segment": it.cell.field.key,
        "first": it.first.name,
        "first_held_out": mine,
    }
    if champion is None:
        candidate = None if it.champion is it.first else it.champion.name
        untested = ", and no sealed document asks for this field" if candidate else ""
        return FieldClaim(
            **base,
            outcome="not proven",
            returned=it.first.name,
            candidate=candidate,
            reason=f"{it.choice.reason}{untested}: the first prompt is returned unchanged",
            returned_held_out=mine,
        )
    theirs = held_out(_proof(champion), confidence)
    word, why = _word(it, first, champion, gain, p_holm, confidence)
    proven = word == "proven"
    return FieldClaim(
        **base,
        outcome=word,
        returned=it.champion.name if proven else it.first.name,
        candidate=it.champion.name,
        reason=why,
        gain=gain,
        p_holm=p_holm,
        returned_held_out=theirs if proven else mine,
        candidate_held_out=theirs,
    )


def _word(
    it: FoundCell,
    first: Sequence[Trial],
    champion: Sequence[Trial],
    gain: Gain | None,
    p_holm: float | None,
    confidence: float,
) -> tuple[FieldWord, str]:
    if gain is None or p_holm is None:
        return "not proven", "no sealed document counts for the deciding metric, so nothing is claimed"
    told = (
        f"scores {gain.gain:+.3f} against the first prompt on {gain.groups} sealed documents "
        f"(interval {gain.low:+.3f} to {gain.high:+.3f}; p {p_holm:.2g} after Holm's correction)"
    )
    if p_holm >= 1.0 - confidence:
        return "not proven", f"{told}: not enough to say, so the first prompt is returned"
    if gain.gain < 0.0:
        return "worse", f"{told}: it is worse there, and the first prompt is returned"
    unguarded = [guard for guard in it.cell.guards if not _kept(guard, first, champion, confidence)]
    if unguarded:
        return "not proven", (
            f"{told}, but it is not shown that {unguarded[0].name} loses at most {unguarded[0].margin:g}, so "
            "the first prompt is returned"
        )
    return "proven", f"{told}: it is better, and is returned"


def _kept(guard: Guard, first: Sequence[Trial], champion: Sequence[Trial], confidence: float) -> bool:
    before, after = guarded_scores(guard, first), guarded_scores(guard, champion)
    shared = sorted(before.keys() & after.keys())
    if guard.filled:
        return not shared or fmean(before[item] - after[item] for item in shared) <= guard.margin
    if not shared:
        return False
    groups = {trial.item: trial.group for trial in first}
    return not_worse_by(
        [after[item] for item in shared],
        [before[item] for item in shared],
        [groups[item] for item in shared],
        guard.margin,
        confidence=confidence,
    )


def _gain(first: Sequence[Trial], champion: Sequence[Trial], confidence: float) -> Gain | None:
    before = {trial.item: trial.score for trial in _proof(first) if trial.score is not None}
    pairs = [
        (trial.score, before[trial.item], trial.group)
        for trial in _proof(champion)
        if trial.item in before and trial.score is not None
    ]
    return _paired(pairs, confidence)


def _paired(pairs: Sequence[Pair], confidence: float) -> Gain | None:
    if not pairs:
        return None
    after, before, groups = zip(*pairs, strict=True)
    return paired_gain(after, before, groups, confidence=confidence)


def _proof(trials: Sequence[Trial]) -> list[Trial]:
    """Without those on guarded items of other segments."""
    return [trial for trial in trials if trial.stage == "proof"]


def _overall(
    claims: Sequence[FieldClaim],
    first: Mapping[str, Sequence[Trial]],
    champion: Mapping[str, Sequence[Trial]],
    confidence: float,
) -> Overall:
    pairs: list[Pair] = []
    for number, trials in first.items():
        theirs = _proof(champion.get(number, trials))
        after = {trial.item: trial.score for trial in theirs if trial.score is not None}
        pairs += [
            (after[trial.item], trial.score, trial.group)
            for trial in _proof(trials)
            if trial.score is not None and trial.item in after
        ]
    gain = _paired(pairs, confidence) if champion else None
    proven = sum(claim.outcome == "proven" for claim in claims)
    word = _overall_word(gain)
    return Overall(
        outcome=word,
        gain=gain,
        cer_first=pooled_cer(claim.first_held_out for claim in claims),
        cer_returned=pooled_cer(claim.returned_held_out for claim in claims),
        reason=_overall_sentence(gain, proven, len(claims)),
    )


def _overall_word(gain: Gain | None) -> FieldWord:
    if gain is None or gain.low <= 0.0 <= gain.high:
        return "not proven"
    return "proven" if gain.low > 0.0 else "worse"


def _overall_sentence(gain: Gain | None, proven: int, cells: int) -> str:
    share = f"{proven} of {cells} prompts are proven better and returned; for the others the first one is"
    if gain is None:
        return f"{share}. No prompt scored higher on the search documents, so nothing was opened"
    return (
        f"{share}. All candidates together score {gain.gain:+.3f} against the first prompts on {gain.groups} "
        f"sealed documents (interval {gain.low:+.3f} to {gain.high:+.3f})"
    )
