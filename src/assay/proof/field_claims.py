"""Claims about fields: what is kept of each prompt against its first one, and of all together."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from statistics import fmean
from typing import Any, Literal

from assay.arena.scoring import Trial
from assay.stats.gains import Gain, MeanScore, mean_score

FieldWord = Literal["proven", "not proven", "worse", "cross-validated"]
Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class HeldOut:
    """How a prompt did on documents that played no part in choosing it.

    Attributes:
        cer: mean character error rate per item, >= 0, not clipped.
        clipped: mean CER per item, at most 1 each, with its interval; this is what can be bounded.
        exact: share of exact answers.
        score: mean of the deciding metric in [0, 1]; None where no item counted.
        n: items.
        documents: documents they came from.
    """

    cer: float
    clipped: MeanScore
    exact: float
    score: float | None
    n: int
    documents: int


def held_out(trials: Sequence[Trial], confidence: float) -> HeldOut | None:
    """Sum up trials on documents that were not used to choose; None where there are none."""
    if not trials:
        return None
    scores = [trial.score for trial in trials if trial.score is not None]
    groups = [trial.group for trial in trials]
    return HeldOut(
        cer=fmean(trial.cer for trial in trials),
        clipped=mean_score([trial.clipped for trial in trials], groups, confidence=confidence),
        exact=fmean(trial.exact for trial in trials),
        score=fmean(scores) if scores else None,
        n=len(trials),
        documents=len(set(groups)),
    )


@dataclass(frozen=True, slots=True)
class FieldClaim:
    """The outcome for one answering model and one segment.

    Attributes:
        cell: number of the cell.
        answerer: name of the answering model.
        segment: key of the segment.
        outcome: ``proven``, ``not proven``, ``worse``, or ``cross-validated`` where documents are too few to
            seal some of them.
        first, returned: names of the user's prompt and of the one to use.
        candidate: the prompt tested against the first one; None where none scored higher on the search.
        gain: of the candidate over the first prompt in the deciding metric; None where not measured.
        p_holm: its p-value corrected for all claims of the run; None without a test.
        first_held_out, returned_held_out, candidate_held_out: how they did on documents that were not used.
        agreed: for ``cross-validated``: share of documents without which the same prompt is chosen.
        reason: the outcome as a sentence.
    """

    cell: str
    answerer: str
    segment: str
    outcome: FieldWord
    first: str
    returned: str
    candidate: str | None
    reason: str
    gain: Gain | None = None
    p_holm: float | None = None
    first_held_out: HeldOut | None = None
    returned_held_out: HeldOut | None = None
    candidate_held_out: HeldOut | None = None
    agreed: float | None = None


@dataclass(frozen=True, slots=True)
class Overall:
    """All champions together against all first prompts.

    Attributes:
        outcome: ``proven`` where the interval of the mean gain lies above 0, and so on.
        gain: over all sealed items, documents as groups; None where nothing was measured.
        cer_first, cer_returned: mean CER per item on the sealed documents, of the first prompts and of the
            prompts returned; None where not measured.
        reason: as a sentence.
    """

    outcome: FieldWord
    gain: Gain | None
    cer_first: float | None
    cer_returned: float | None
    reason: str


@dataclass(frozen=True, slots=True)
class FieldsOutcome:
    """The outcome of a document study.

    Attributes:
        kind: ``sealed`` or ``leave-one-out``.
        claims: one for each cell, in order.
        overall: all together.
        confidence: of the intervals, and of the family of claims.
        opened_times: how often some of the sealed items have been opened; 0 where the seal stayed closed.
        ended: why the search ended.
    """

    kind: str
    claims: tuple[FieldClaim, ...]
    overall: Overall
    confidence: float
    opened_times: int
    ended: str
    extra: Data = field(default_factory=dict)

    def to_data(self) -> Data:
        """JSON form, as kept in the store; ``outcome`` and ``reason`` are those of the overall claim.

        Where all candidates together are better and no single one is proven, nothing new is returned: the
        run's outcome is ``not proven`` then, and the overall claim stands below it.
        """
        returned = any(claim.outcome == "proven" for claim in self.claims)
        word = self.overall.outcome
        return {
            "outcome": "not proven" if word == "proven" and not returned else word,
            "reason": self.overall.reason,
            "kind": self.kind,
            "confidence": self.confidence,
            "opened_times": self.opened_times,
            "ended": self.ended,
            "claims": [asdict(claim) for claim in self.claims],
            "overall": asdict(self.overall),
            **self.extra,
        }


def pooled_cer(measured: Iterable[HeldOut | None]) -> float | None:
    """Mean CER per item over cells; None where nothing was measured."""
    known = [it for it in measured if it is not None]
    items = sum(it.n for it in known)
    return sum(it.cer * it.n for it in known) / items if items else None
