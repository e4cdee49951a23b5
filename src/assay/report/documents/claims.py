"""Claims about fields as a run's outcome keeps them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from assay.stats.gains import Gain, MeanScore


@dataclass(frozen=True, slots=True)
class HeldOut:
    """How a prompt did on documents that were not used to choose it.

    Attributes:
        cer: mean CER per item, not clipped.
        clipped: mean of the CER clipped to 1, with its interval.
        exact: share of exact answers.
        n: items.
        documents: documents they came from.
    """

    cer: float
    clipped: MeanScore
    exact: float
    n: int
    documents: int


@dataclass(frozen=True, slots=True)
class Claim:
    """The outcome for one cell.

    Attributes:
        outcome: ``proven``, ``not proven``, ``worse`` or ``cross-validated``.
        reason: the outcome as a sentence.
        first, returned: names of the user's prompt and of the one to use.
        candidate: the prompt that was tested, or None.
        gain: of the candidate over the first prompt in the deciding metric, or None.
        p_holm: its p-value corrected for all claims of the run, or None.
        agreed: cross-validated: share of documents without which the same prompt is chosen, or None.
        held_out: by name of the prompt.
    """

    outcome: str
    reason: str
    first: str
    returned: str
    candidate: str | None
    gain: Gain | None = None
    p_holm: float | None = None
    agreed: float | None = None
    held_out: Mapping[str, HeldOut] = field(default_factory=dict)


def read_claim(data: Mapping[str, Any]) -> Claim:
    """A claim from its JSON form."""
    names = {which: data.get(which) for which in ("first", "candidate", "returned")}
    held_out = {
        str(name): found
        for which, name in names.items()
        if name is not None and (found := _held_out(data.get(f"{which}_held_out"))) is not None
    }
    return Claim(
        outcome=str(data.get("outcome") or ""),
        reason=str(data.get("reason") or ""),
        first=str(names["first"]),
        returned=str(names["returned"]),
        candidate=names["candidate"],
        gain=read_gain(data.get("gain")),
        p_holm=data.get("p_holm"),
        agreed=data.get("agreed"),
        held_out=held_out,
    )


def read_gain(data: Mapping[str, Any] | None) -> Gain | None:
    """A gain from its JSON form, or None."""
    return None if data is None else Gain(**data)


def _held_out(data: Mapping[str, Any] | None) -> HeldOut | None:
    if data is None:
        return None
    return HeldOut(
        cer=float(data["cer"]),
        clipped=MeanScore(**data["clipped"]),
        exact=float(data["exact"]),
        n=int(data["n"]),
        documents=int(data["documents"]),
    )
