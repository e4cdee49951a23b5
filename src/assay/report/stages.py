"""What a run's kind and settings say of the stages its matches were played in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from assay.store import Run

_WORDS = {"search": "search inputs", "proof": "sealed inputs", "self-play": "self-play"}
_UNSEARCHED = ("import", "compare", "ask")
_CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True)
class Stages:
    """Reads stages as a run means them.

    Attributes:
        kind: of the run.
        config: the study as run; every key is optional.
    """

    kind: str = "text"
    config: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, run: Run) -> "Stages":
        """The stages of a run."""
        return cls(run.kind, run.config)

    @property
    def searched(self) -> bool:
        """Whether prompts were searched for, rather than given or recorded."""
        return self.kind not in _UNSEARCHED

    def in_matrix(self, stage: str) -> bool:
        """Whether a stage stands in the matrix: search matches, or all where nothing was searched."""
        return stage == "search" or (not self.searched and stage != "self-play")

    def confidence(self, stage: str) -> float:
        """Confidence of the intervals of a stage, in (0, 1), as the study sets it."""
        named = self.config.get("proof" if stage == "proof" else "search")
        value = named.get("confidence") if isinstance(named, Mapping) else None
        return float(value) if isinstance(value, float) and 0.0 < value < 1.0 else _CONFIDENCE

    @property
    def matrix_confidence(self) -> float:
        """Confidence of the matrix; where nothing was searched, all matches are the proof's."""
        return self.confidence("search" if self.searched else "proof")

    def words(self, stage: str) -> str:
        """What a stage was played on."""
        return _WORDS.get(stage, stage) if self.searched or stage == "self-play" else "all inputs"
