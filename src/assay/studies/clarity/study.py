"""A clarity study as it is run: data, cells, a learner's code, and its identity."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from assay.proof.clarity import Plan
from assay.records import digest
from assay.records.training_data import TrainingData
from assay.studies.clarity.config import KIND, ClarityConfig
from assay.studies.clarity.exercise import task_of
from assay.studies.config import ModelConfig

_NO_RESULT = {"name", "kind", "processes", "perceptual_weights", "data", "exercise"}


@dataclass(frozen=True)
class ClarityStudy:
    """A study with everything it names.

    Attributes:
        config: the configuration.
        base: folder that relative names start from.
        data: what is trained on.
        plan: what is trained.
        perceptual_weights: a file of VGG16's weights, or None.
        weights: hash of that file; empty without one.
        notes: what was set aside or looks odd, one sentence each.
        id: hash of everything that could change a result.
    """

    config: ClarityConfig
    base: Path
    data: TrainingData
    plan: Plan
    perceptual_weights: Path | None = None
    weights: str = ""
    notes: tuple[str, ...] = ()
    id: str = field(init=False)

    def __post_init__(self) -> None:
        """Compute the identity."""
        object.__setattr__(self, "id", digest(self._identity()))

    @property
    def name(self) -> str:
        """Name that its runs are numbered under."""
        return self.config.name

    def models(self) -> Iterator[tuple[str, ModelConfig]]:
        """None: nothing is asked of a model."""
        return iter(())

    def record(self) -> dict[str, Any]:
        """The study as kept with a run."""
        data = self.config.model_dump(mode="json", exclude_none=True)
        source = self.config.data.source
        kind = type(source).__name__.removesuffix("Config").lower()
        data["data"] = {kind: source.model_dump(mode="json", exclude_none=True)}
        return data | {
            "plan": self.plan.to_data(),
            "source": self.data.source,
            "pictures": {"train": len(self.data.train), "held_out": len(self.data.held_out)},
            "size": [self.data.train.height, self.data.train.width],
            "task": task_of(self.config, self.data),
        }

    def _identity(self) -> dict[str, Any]:
        return {
            "kind": KIND,
            "data": self.data.digest,
            "plan": self.plan.to_data(),
            "weights": self.weights,
            "config": self.config.model_dump(mode="json", exclude=_NO_RESULT),
        }
