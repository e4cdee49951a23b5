"""How long each part of the training takes, and what came of it. Nothing here needs torch."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

FULL_MINUTES = 10.0


@dataclass(frozen=True, slots=True)
class Steps:
    """Batches of each part, and pictures to look at. The defaults take about ten CPU minutes."""

    painter: int = 1000
    planner: int = 1250
    eye: int = 900
    meaning: int = 400
    answerer: int = 1500
    captioner: int = 320
    encoder: int = 280
    drawn: int = 20000
    imagined: int = 4000

    @staticmethod
    def within(minutes: float) -> "Steps":
        """The defaults in proportion to CPU minutes; equal minutes give equal steps on every machine."""
        share = minutes / FULL_MINUTES
        return Steps(**{name: max(2, round(value * share)) for name, value in asdict(Steps()).items()})


@dataclass(frozen=True, slots=True)
class Amounts:
    """How much is measured: scenes, pictures to be asked about, and texts to be told apart."""

    scenes: int = 200
    asked: int = 400
    apart: int = 150


@dataclass(frozen=True, slots=True)
class TrainedWorld:
    """A trained scene world.

    Attributes:
        folder: of its files.
        files: SHA-256 of each by name.
        cpu_seconds: of each part that was trained now.
        figures: what was measured afterwards, see ``evaluate``.
    """

    folder: Path
    files: Mapping[str, str]
    cpu_seconds: Mapping[str, float]
    figures: Mapping[str, Any]
