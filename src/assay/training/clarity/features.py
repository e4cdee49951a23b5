"""How far two batches of pictures are apart in what a network sees of them."""

from typing import Any

import torch
from torch.nn import functional

_SCALED_BY = 128  # pictures


class Features:
    """Distance of two batches in a network's features.

    Each layer's mean squared difference is divided by the mean square it has on real pictures, and the layers
    are averaged: 0 for equal pictures, some 1 for unlike ones, whatever the network, so that one weight
    serves for all.

    Args:
        network: pictures (n, 1, height, width) in [-1, 1] to a list of feature maps; it is frozen.
        name: what it is, for people.
        real: pictures that the layers are scaled by.
    """

    def __init__(self, network: Any, name: str, real: torch.Tensor) -> None:
        self.name = name
        self.network = network.eval().requires_grad_(requires_grad=False)
        with torch.no_grad():
            self._scales = [float(layer.square().mean()) or 1.0 for layer in self.network(real[:_SCALED_BY])]

    def distance(self, generated: torch.Tensor, real: torch.Tensor) -> torch.Tensor:
        """At least 0; gradients lead to the generated pictures only."""
        with torch.no_grad():
            wanted = self.network(real)
        terms = [
            functional.mse_loss(one, two) / scale
            for one, two, scale in zip(self.network(generated), wanted, self._scales, strict=True)
        ]
        return torch.stack(terms).mean()
