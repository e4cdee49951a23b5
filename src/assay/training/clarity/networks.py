"""Generators from vectors of 100 numbers to pictures in [-1, 1], and the encoder that makes such vectors."""

import math
from typing import Any

import torch
from torch import nn
from torch.nn import functional

from assay.records.trainings import Network
from assay.training.clarity.seeds import global_draws

CODE = 100
"""Numbers a generator starts from."""


class PlainGenerator(nn.Module):  # type: ignore[misc]
    """Four linear layers, 100-256-512-1024-pixels, with ReLU between and tanh at the end."""

    def __init__(self, height: int, width: int) -> None:
        super().__init__()
        self.size = (height, width)
        self.layers = nn.Sequential(
            nn.Linear(CODE, 256),
            nn.ReLU(),
            nn.Linear(256, 512),
            nn.ReLU(),
            nn.Linear(512, 1024),
            nn.ReLU(),
            nn.Linear(1024, height * width),
            nn.Tanh(),
        )

    def forward(self, codes: torch.Tensor) -> torch.Tensor:
        """Codes (n, 100) to pictures (n, 1, height, width)."""
        return self.layers(codes).view(-1, 1, *self.size)


class ConvGenerator(nn.Module):  # type: ignore[misc]
    """One linear layer to a quarter of the size, then twice doubled and convolved; tanh at the end."""

    def __init__(self, height: int, width: int) -> None:
        super().__init__()
        self.size = (height, width)
        self.coarse = (math.ceil(height / 4), math.ceil(width / 4))
        self.first = nn.Linear(CODE, 24 * self.coarse[0] * self.coarse[1])
        self.middle = nn.Conv2d(24, 16, 3, padding=1)
        self.fine = nn.Conv2d(16, 8, 3, padding=1)
        self.last = nn.Conv2d(8, 1, 3, padding=1)

    def forward(self, codes: torch.Tensor) -> torch.Tensor:
        """Codes (n, 100) to pictures (n, 1, height, width)."""
        x = functional.relu(self.first(codes)).view(-1, 24, *self.coarse)
        for layer in (self.middle, self.fine):
            # Doubling before a convolution leaves no checkerboard, which would count as edges.
            x = functional.relu(layer(functional.interpolate(x, scale_factor=2, mode="nearest")))
        height, width = self.size
        return torch.tanh(self.last(x)[:, :, :height, :width])


class CodeEncoder(nn.Module):  # type: ignore[misc]
    """Pictures (n, 1, height, width) to codes (n, 100) of mean 0 and deviation 1, as noise has."""

    def __init__(self, height: int, width: int) -> None:
        super().__init__()
        self.fine = nn.Conv2d(1, 16, 3, stride=2, padding=1)
        self.coarse = nn.Conv2d(16, 32, 3, stride=2, padding=1)
        self.last = nn.Linear(32 * math.ceil(height / 4) * math.ceil(width / 4), CODE)

    def forward(self, pictures: torch.Tensor) -> torch.Tensor:
        """The codes."""
        x = functional.relu(self.coarse(functional.relu(self.fine(pictures))))
        return functional.layer_norm(self.last(x.flatten(1)), (CODE,))


class Pair(nn.Module):  # type: ignore[misc]
    """A generator, and an encoder where the pairing needs one: what is trained and kept together."""

    def __init__(self, generator: nn.Module, encoder: nn.Module | None) -> None:
        super().__init__()
        self.generator = generator
        self.encoder = encoder


def make_networks(network: Network, *, encoded: bool, size: tuple[int, int], seed: int) -> Any:
    """Networks with their initial weights, on the CPU.

    Weights depend on network, size and seed: those of a generator are the same with and without an encoder.
    """
    kinds = {"mlp": PlainGenerator, "conv": ConvGenerator}
    with global_draws(seed, "generator"):
        generator = kinds[network](*size)
    if not encoded:
        return Pair(generator, None)
    with global_draws(seed, "encoder"):
        return Pair(generator, CodeEncoder(*size))
