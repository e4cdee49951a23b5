"""Pictures a generator makes after an epoch, and how clear they are."""

from collections.abc import Callable
from typing import Any, Literal

import numpy as np
import torch
from numpy.typing import NDArray

from assay.errors import UsageError, crossing
from assay.metrics.clarity import beside, clarity, clarity_of_each
from assay.records.training_data import GreyPictures, TrainingData
from assay.records.trainings import Beside, Clarity, Setting
from assay.training.clarity.networks import CODE
from assay.training.clarity.seeds import stream

MOST = 256
"""Pictures that are measured at most, spread evenly over those there are."""
SAMPLES = 16

Sharpen = Callable[[Any], Any]
"""A learner's step: one picture, floats of shape (height, width) in [-1, 1], to another of the same kind."""


class Probe:
    """What is measured in one training.

    With the pairing ``fixed`` training pictures are made again from their noise; with ``encoder`` held-out
    pictures go through the encoder, or training pictures where none are held out; with ``fresh`` pictures
    from noise that was never seen stand against held-out ones, without pairs.

    Args:
        setting: for the pairing and the name of the step.
        seed: of the noise.
        data: the real pictures.
        noise: the vector of each training picture, for the pairing ``fixed``.
        sharpen: a learner's step, or None.
        device: of the networks.
    """

    def __init__(
        self,
        setting: Setting,
        seed: int,
        data: TrainingData,
        noise: torch.Tensor,
        sharpen: Sharpen | None,
        device: torch.device,
    ) -> None:
        outside = setting.pairing != "fixed" and len(data.held_out) > 0
        source = data.held_out if outside else data.train
        rows = np.unique(np.linspace(0, len(source) - 1, min(MOST, len(source))).astype(int))
        self.measured_on: Literal["train", "held out"] = "held out" if outside else "train"
        self.paired = setting.pairing != "fresh"
        self.real: NDArray[np.uint8] = source.array[rows]
        self._name, self._sharpen = setting.sharpen, sharpen
        self._encoded = as_batch(self.real).to(device) if setting.pairing == "encoder" else None
        fresh = torch.randn(len(rows), CODE, generator=stream(seed, "probe"))
        self._codes = (noise[torch.from_numpy(rows)] if setting.pairing == "fixed" else fresh).to(device)

    def pictures(self, networks: Any) -> NDArray[np.uint8] | None:
        """The generated pictures, as they would be saved; None where they are no numbers any more."""
        networks.eval()
        with torch.no_grad():
            codes = self._codes if self._encoded is None else networks.encoder(self._encoded)
            made = networks.generator(codes)[:, 0].cpu().double().numpy()
        networks.train()
        if not np.isfinite(made).all():
            return None
        if self._sharpen is not None:
            made = np.stack([self._sharpened(picture) for picture in made])
        return np.asarray(np.rint((np.clip(made, -1.0, 1.0) + 1.0) * 127.5), dtype=np.uint8)

    def clarity(self, generated: NDArray[np.uint8]) -> Clarity:
        """How clear they are."""
        return clarity(generated, self.real, paired=self.paired)

    def each(self, generated: NDArray[np.uint8]) -> tuple[float, ...]:
        """Scores of the single pairs; none unpaired."""
        return tuple(clarity_of_each(generated, self.real).tolist()) if self.paired else ()

    def beside(self, generated: NDArray[np.uint8]) -> Beside:
        """Other figures."""
        return beside(generated, self.real, paired=self.paired)

    def samples(self, generated: NDArray[np.uint8]) -> tuple[GreyPictures, GreyPictures]:
        """Some generated pictures and as many real ones, spread evenly."""
        rows = np.unique(np.linspace(0, len(self.real) - 1, min(SAMPLES, len(self.real))).astype(int))
        return GreyPictures.of(generated[rows]), GreyPictures.of(self.real[rows])

    def _sharpened(self, picture: NDArray[np.float64]) -> NDArray[np.float64]:
        assert self._sharpen is not None
        with crossing(f"the step {self._name}", UsageError):
            found = np.asarray(self._sharpen(picture.copy()), dtype=np.float64)
        if found.shape != picture.shape or not np.isfinite(found).all():
            raise UsageError(
                f"the step {self._name} returned shape {found.shape}; it must return a picture of shape "
                f"{picture.shape} with finite numbers from -1 to 1"
            )
        return found


def as_batch(pictures: NDArray[np.uint8]) -> torch.Tensor:
    """Pictures as tensors (n, 1, height, width) from -1 to 1; a copy."""
    return torch.from_numpy(pictures.astype(np.float32))[:, None] / 127.5 - 1.0
