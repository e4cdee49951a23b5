"""Losses of a batch of generated pictures against real ones, shape (n, 1, height, width) in [-1, 1]."""

from collections.abc import Callable
from typing import Any, Protocol

import torch
from torch.nn import functional

from assay.errors import UsageError, crossing
from assay.records.trainings import Setting

Parts = dict[str, torch.Tensor]
OwnLoss = Callable[[Any, Any], Any]
"""A learner's loss: generated and real pictures, tensors (n, 1, height, width) in [-1, 1], to one number."""


class FeatureDistance(Protocol):
    """How far two batches are apart in what a network sees."""

    def distance(self, generated: torch.Tensor, real: torch.Tensor) -> torch.Tensor:
        """A number, at least 0."""
        ...


class Loss(Protocol):
    """A loss and the terms it is made of."""

    def __call__(self, generated: torch.Tensor, real: torch.Tensor) -> tuple[torch.Tensor, Parts]:
        """The number to be made small, and each term unweighted."""
        ...


def edge_distance(generated: torch.Tensor, real: torch.Tensor) -> torch.Tensor:
    """Mean squared difference of the Laplacian edge maps, 8 neighbours, zeros beyond the border.

    Both maps are linear, so this is the error of the pictures' difference, and the padding adds no edge. On a
    flat difference it is near 0, on one that changes from pixel to pixel up to 144 times the squared error:
    0.1 times it is far from a small addition.
    """
    kernel = generated.new_full((1, 1, 3, 3), -1.0)
    kernel[0, 0, 1, 1] = 8.0
    return functional.conv2d(generated - real, kernel, padding=1).square().mean()


def make_loss(setting: Setting, own: OwnLoss | None, features: FeatureDistance | None) -> Loss:
    """The loss of a setting.

    Args:
        setting: names the loss and weighs its added term.
        own: a learner's loss, where the setting names one.
        features: for the perceptual loss.
    """
    if own is not None:
        return _Own(setting.loss, own)
    if setting.loss == "edge":
        return _Added("edge", setting.weight, edge_distance)
    if setting.loss == "perceptual":
        assert features is not None
        return _Added("perceptual", setting.weight, features.distance)
    return _squared


def _squared(generated: torch.Tensor, real: torch.Tensor) -> tuple[torch.Tensor, Parts]:
    error = functional.mse_loss(generated, real)
    return error, {"mse": error}


class _Added:
    """MSE and another term times a weight."""

    def __init__(
        self, name: str, weight: float, term: Callable[[torch.Tensor, torch.Tensor], torch.Tensor]
    ) -> None:
        self._name, self._weight, self._term = name, weight, term

    def __call__(self, generated: torch.Tensor, real: torch.Tensor) -> tuple[torch.Tensor, Parts]:
        error, more = functional.mse_loss(generated, real), self._term(generated, real)
        return error + self._weight * more, {"mse": error, self._name: more}


class _Own:
    """A learner's loss, with the MSE told beside it."""

    def __init__(self, name: str, loss: OwnLoss) -> None:
        self._name, self._loss = name, loss

    def __call__(self, generated: torch.Tensor, real: torch.Tensor) -> tuple[torch.Tensor, Parts]:
        with torch.no_grad():
            error = functional.mse_loss(generated, real)
        with crossing(f"the loss {self._name}", UsageError):
            found = self._loss(generated, real)
        if not isinstance(found, torch.Tensor) or found.numel() != 1 or not found.requires_grad:
            shape = tuple(found.shape) if isinstance(found, torch.Tensor) else type(found).__name__
            raise UsageError(
                f"the loss {self._name} returned {shape}; it must return one number, a tensor made from the "
                "generated pictures, so that a gradient leads back to them"
            )
        total = found.reshape(())
        return total, {"mse": error, "own": total}
