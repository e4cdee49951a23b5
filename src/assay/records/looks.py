"""What is said of a generated picture: questions with answers, and whether it shows what was asked for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Said = Literal["yes", "no", "unsure"]

QUESTION_KINDS = (
    "object",
    "count",
    "colour",
    "size",
    "shape",
    "material",
    "relation",
    "action",
    "background",
    "text",
    "style",
    "other",
)
"""What a question asks about; results are split by it."""


@dataclass(frozen=True, slots=True)
class Question:
    """One atomic question about a picture, answered by yes or no.

    Attributes:
        text: the question.
        kind: one of :data:`QUESTION_KINDS`.
        after: numbers, from 1, of the questions that must be answered yes for this one to have a meaning: a
            thing's colour depends on the thing being there (Cho et al. 2024, Davidsonian Scene Graph).
    """

    text: str
    kind: str = "other"
    after: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Look:
    """What a critic said of one picture.

    Attributes:
        text: what the picture shows, in the critic's words; empty where it was not asked to describe.
        matches: whether it shows what was asked for; None where nobody could tell or the reply not be read.
        score: how much of it is there, in [0, 1]; None likewise.
        missing: what was asked for and is not there, one short text each.
        answers: by question text, where questions were asked.
        fault: why something could not be read, or empty.
        calls: keys of the stored calls.
    """

    text: str = ""
    matches: bool | None = None
    score: float | None = None
    missing: tuple[str, ...] = ()
    answers: Mapping[str, Said] = field(default_factory=dict)
    fault: str = ""
    calls: tuple[str, ...] = ()

    def to_data(self) -> dict[str, Any]:
        """JSON form, for the store."""
        return {
            "text": self.text,
            "matches": self.matches,
            "score": self.score,
            "missing": list(self.missing),
            "answers": dict(self.answers),
            "fault": self.fault,
            "calls": list(self.calls),
        }

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "Look":
        """The inverse of :meth:`to_data`."""
        lists = {name: tuple(data[name]) for name in ("missing", "calls")}
        return cls(**{**data, **lists})
