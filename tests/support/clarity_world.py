"""A clarity study without torch: a trainer that is a simulation, whose clarity follows a known formula."""

import json
import math
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from assay.errors import Interrupted
from assay.metrics.clarity import beside, clarity, clarity_of_each
from assay.records.training_data import GreyPictures, TrainingData
from assay.records.trainings import EpochFigures, Setting, Tell, Trained
from assay.studies.clarity.assembling import assemble_clarity
from assay.studies.clarity.config import check_clarity_study
from assay.studies.clarity.study import ClarityStudy

DATA: dict[str, Any] = {"data": {"glyphs": {"pictures": 20, "held_out": 4}}, "processes": 1}
CLAIM = {
    "before": {"loss": "mse", "learning_rate": 0.001, "epochs": 2},
    "after": {"loss": "edge", "learning_rate": 0.0001, "epochs": 4},
}
FACTORIAL = {"loss": ["mse", "edge"], "learning_rate": [0.001, 0.0001], "epochs": [2, 4]}


def clarity_config(**changes: Any) -> Any:
    """A checked configuration of a small study."""
    return check_clarity_study({"kind": "clarity", **DATA, "named": CLAIM, **changes}, "study.yaml")


def clarity_study(folder: Path, **changes: Any) -> ClarityStudy:
    """A small study: eight settings under two seeds, before, after and the best under three fresh ones."""
    values = {"factorial": FACTORIAL, "seeds": 2, "fresh": 3, **changes}
    return assemble_clarity(clarity_config(**values), folder, "study.yaml")


def blend(setting: Setting, seed: int) -> float:
    """Share of the real picture in a generated one: grows with rate, epochs and the edge term."""
    reached = setting.learning_rate * setting.epochs * (1.5 if setting.loss == "edge" else 1.0)
    return min(0.95, 0.1 + 120.0 * reached + 0.01 * (seed % 3))


@dataclass(frozen=True)
class SimulatedTrainer:
    """Blends real pictures with their mean, by :func:`blend`; a simulation of training.

    Attributes:
        folder: each training leaves a file here, in whatever process it is.
        name: part of its id.
        stop_after: epochs after which a training that begins anew is interrupted; 0: never.
        dies: whether its process ends without a word.
    """

    folder: Path
    name: str = "one"
    stop_after: int = 0
    dies: bool = False

    def __call__(self, own: bool) -> "SimulatedTrainer":
        """The recipe of itself."""
        return self

    @property
    def id(self) -> str:
        return f"simulation {self.name}"

    def train(
        self,
        setting: Setting,
        seed: int,
        data: TrainingData,
        *,
        checkpoint: Path,
        tell: Tell,
        stop: Callable[[], bool],
        epochs_wanted: tuple[int, ...] = (),
    ) -> dict[int, Trained]:
        if self.dies:
            os._exit(3)
        checkpoint.parent.mkdir(parents=True, exist_ok=True)
        begun = int(checkpoint.read_text()) if checkpoint.exists() else 0
        last = max(epochs_wanted)
        for epoch in range(begun + 1, last + 1):
            if stop() or (self.stop_after and not begun and epoch > self.stop_after):
                raise Interrupted("the training was stopped; the same command goes on with it")
            checkpoint.write_text(str(epoch))
            with (self.folder / "epochs.jsonl").open("a") as log:
                log.write(json.dumps([setting.course, seed, epoch]) + "\n")
            tell(_figures(setting, seed, epoch))
        return {epochs: simulated(setting, seed, data, epochs) for epochs in epochs_wanted}

    def trained(self) -> list[tuple[str, int, int]]:
        """Every epoch that was trained: course, seed and number."""
        log = self.folder / "epochs.jsonl"
        return [tuple(json.loads(line)) for line in log.read_text().splitlines()] if log.exists() else []


def _figures(setting: Setting, seed: int, epoch: int) -> EpochFigures:
    loss = 1.0 / (1.0 + epoch * setting.learning_rate * 1000)
    return EpochFigures(epoch, loss, (("mse", loss),), 10.0 * epoch, 0.01)


def simulated(setting: Setting, seed: int, data: TrainingData, epochs: int) -> Trained:
    """What the simulation came to; learning rates of 1 and more diverge."""
    from dataclasses import replace  # noqa: PLC0415

    setting = replace(setting, epochs=epochs)
    real = data.train.array[:16]
    curve = tuple(_figures(setting, seed, epoch) for epoch in range(1, epochs + 1))
    told = (f"{setting.course[:8]} {seed} {epochs}", None)
    if setting.learning_rate >= 1:
        nothing = GreyPictures(b"", data.train.height, data.train.width)
        why = "the loss is not a number in epoch 1: the learning rate or a weight is too high"
        return Trained(epochs, seed, (), None, (), None, "train", nothing, nothing, *told, diverged=why)
    share = blend(setting, seed)
    made = np.rint(share * real + (1 - share) * real.mean(axis=0)).astype(np.uint8)
    found = clarity(made, real, paired=True)
    assert math.isfinite(found.score)
    each = tuple(clarity_of_each(made, real).tolist())
    pictures = (GreyPictures.of(made), GreyPictures.of(real))
    return Trained(
        epochs, seed, curve, found, each, beside(made, real, paired=True), "train", *pictures, *told
    )
