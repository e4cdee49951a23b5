"""Cells, seeds and goals of a run of a clarity study, as its configuration holds them."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from assay.records.trainings import LOSSES, Setting

OWN = "own"
"""Name of a learner's own cell."""
BEST = "best"
"""Name of the cell with the highest mean clarity of the factorial."""
BEFORE, AFTER = "before", "after"
"""Names of the two cells whose comparison is the claim."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A setting that is trained under several seeds.

    Attributes:
        setting: what is chosen.
    """

    setting: Setting

    @property
    def loss(self) -> str:
        """The loss with the weight of its added term, ``edge 0.1``; a learner's own by its name."""
        weight = f" {self.setting.weight:g}" if self.setting.weight else ""
        return f"{self.setting.loss}{weight}"

    @property
    def name(self) -> str:
        """Its name in the store and in tables; cells of one run differ in it."""
        setting = self.setting
        step = f", {setting.sharpen}" if setting.sharpen else ""
        return f"{self.loss}, {setting.learning_rate:g}, {setting.epochs}{step}"

    @property
    def own(self) -> bool:
        """Whether a learner's code takes part."""
        return self.setting.loss not in LOSSES or self.setting.sharpen is not None


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run trains.

    Attributes:
        factorial: every combination of loss, learning rate and epochs; may be none.
        named: further cells by name: those of the claim, and a learner's own.
        seeds: of the factorial.
        fresh: other seeds, for the best cell and the named ones.
        goals: wanted by name: ``clarity`` in points, ``satisfaction`` in percent.
        confidence: of every interval.
    """

    factorial: tuple[Cell, ...]
    named: Mapping[str, Cell]
    seeds: tuple[int, ...]
    fresh: tuple[int, ...]
    goals: Mapping[str, float]
    confidence: float

    def to_data(self) -> dict[str, Any]:
        """JSON form, as it is kept with a run."""
        return {
            "factorial": [asdict(cell.setting) for cell in self.factorial],
            "named": {name: asdict(cell.setting) for name, cell in self.named.items()},
            "seeds": list(self.seeds),
            "fresh": list(self.fresh),
            "goals": dict(self.goals),
            "confidence": self.confidence,
        }


def plan_of(data: Mapping[str, Any]) -> Plan:
    """What :meth:`Plan.to_data` wrote."""
    return Plan(
        factorial=tuple(Cell(Setting(**row)) for row in data["factorial"]),
        named={name: Cell(Setting(**row)) for name, row in data["named"].items()},
        seeds=tuple(data["seeds"]),
        fresh=tuple(data["fresh"]),
        goals=dict(data["goals"]),
        confidence=data["confidence"],
    )
