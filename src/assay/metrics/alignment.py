"""Which characters of an answer are those of the true one, for reports."""

from dataclasses import dataclass
from typing import Literal
from unicodedata import normalize

PieceKind = Literal["same", "replaced", "missing", "added"]
_KINDS: dict[str, PieceKind] = {
    "equal": "same",
    "replace": "replaced",
    "delete": "missing",
    "insert": "added",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of both texts that is alike, or differs in one way.

    Attributes:
        kind: ``same``; ``replaced``: other characters, as many; ``missing``: only in the truth; ``added``:
            only in the answer.
        truth: the stretch of the true answer; empty where added.
        answer: the stretch of the answer; empty where missing.
    """

    kind: PieceKind
    truth: str
    answer: str


def align(truth: str, answer: str) -> tuple[Piece, ...]:
    """Part both texts into pieces by a shortest edit; the pieces put together are the texts in NFC.

    Case and white space count. Bring both into a profile first (:func:`assay.metrics.normalise.normalise`)
    to see what that profile compares.
    """
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415  (only reports need it)

    true, given = normalize("NFC", truth), normalize("NFC", answer)
    return tuple(
        Piece(_KINDS[step.tag], true[step.src_start : step.src_end], given[step.dest_start : step.dest_end])
        for step in Levenshtein.opcodes(true, given)
    )
