"""The Inception network that FID, KID and IS were defined with, through ``torch-fidelity``."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np

from assay.errors import MissingExtra, UsageError, crossing
from assay.metrics.pictures.arrays import Floats, Pixels, as_rgb
from assay.metrics.pictures.sources import FeatureSource

PUBLISHED_WEIGHTS = "6726825d"
"""How the SHA-256 of the weights begins that papers rest on, converted from TensorFlow's of 2015."""

_FILE = f"weights-inception-2015-12-05-{PUBLISHED_WEIGHTS}.pth"
_URL = f"https://github.com/toshas/torch-fidelity/releases/download/v0.2.0/{_FILE}"
_EXTRA = "image-metrics"


@dataclass(frozen=True, eq=False)
class InceptionReading:
    """What the network says of n pictures.

    Attributes:
        features: shape (n, 2048), its last pooling, for KID and FID.
        probabilities: shape (n, 1008), its classes, for the Inception Score; softmax without the bias, as is
            usual for the score.
    """

    features: Floats
    probabilities: Floats


class InceptionFeatures:
    """Inception features by weights on the user's disk; nothing is downloaded.

    Args:
        weights: the file ``weights-inception-2015-12-05-6726825d.pth`` of torch-fidelity.
        device: where torch runs it.
        batch: pictures of one size taken at a time.

    Raises:
        UsageError: there is no such file.
    """

    def __init__(self, weights: Path, *, device: str = "cpu", batch: int = 32) -> None:
        if not weights.is_file():
            raise UsageError(f"Inception features: no weights at {weights}; get {_URL} and name the file")
        self._weights, self._device, self._batch = weights, device, batch

    @cached_property
    def source(self) -> FeatureSource:
        """Which features these are; comparable with papers where the weights are those of the papers.

        Raises:
            MissingExtra: ``torch-fidelity`` is not installed.
        """
        _fidelity()
        digest = hashlib.sha256(self._weights.read_bytes()).hexdigest()[:8]
        known = digest == PUBLISHED_WEIGHTS
        return FeatureSource(
            f"Inception-v3 features (torch-fidelity {version('torch-fidelity')}, weights {digest})",
            comparable=known,
            note=""
            if known
            else f"the weights are not the published ones, whose SHA-256 begins {PUBLISHED_WEIGHTS}",
        )

    def __call__(self, pictures: Sequence[Pixels]) -> Floats:
        """Features of the pictures, shape (n, 2048); see :meth:`read`."""
        return self.read(pictures).features

    def read(self, pictures: Sequence[Pixels]) -> InceptionReading:
        """Look at the pictures once, for features and classes.

        They may differ in size; each is made 299 x 299.

        Raises:
            ValueError: arrays that are no pictures, or none.
            MissingExtra: ``torch-fidelity`` is not installed.
            UsageError: the weights cannot be used.
        """
        if not pictures:
            raise ValueError("Inception features: no picture came; at least 1 is needed")
        network, torch = self._network, _torch()
        found = []
        with torch.no_grad():
            for stack in self._stacks(pictures):
                batch = torch.from_numpy(stack).to(self._device)
                features, logits = network(batch)
                found.append((_array(features), _array(logits.softmax(dim=1))))
        return InceptionReading(*(np.concatenate(part) for part in zip(*found, strict=True)))

    def _stacks(self, pictures: Sequence[Pixels]) -> Iterator[Pixels]:
        """Batches of shape (n, 3, height, width): neighbours of one size."""
        planes = (np.ascontiguousarray(as_rgb(it).transpose(2, 0, 1)) for it in pictures)
        for _, alike in groupby(planes, key=np.shape):
            rest = list(alike)
            for start in range(0, len(rest), self._batch):
                yield np.stack(rest[start : start + self._batch])

    @cached_property
    def _network(self) -> Any:
        made, torch = _fidelity(), _torch()
        with crossing(f"loading the Inception weights {self._weights}", UsageError):
            # torch-fidelity unpickles freely: this refuses a file that holds more than tensors.
            torch.load(self._weights, map_location="cpu", weights_only=True)
            network = made(
                "inception-v3-compat",
                ["2048", "logits_unbiased"],
                feature_extractor_weights_path=str(self._weights),
            )
        return network.to(self._device).eval()


def _array(tensor: Any) -> Floats:
    return np.asarray(tensor.cpu().numpy(), dtype=np.float64)


def _torch() -> Any:
    import torch  # noqa: PLC0415  (heavy)

    return torch


def _fidelity() -> Any:
    try:
        with crossing("importing torch-fidelity, which needs a torchvision that fits torch", UsageError):
            from torch_fidelity.feature_extractor_inceptionv3 import (  # noqa: PLC0415
                FeatureExtractorInceptionV3,
            )
    except UsageError as error:
        if isinstance(error.__cause__, ModuleNotFoundError):
            raise MissingExtra("Inception features", _EXTRA) from error.__cause__
        raise
    return FeatureExtractorInceptionV3
