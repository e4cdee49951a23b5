"""Draws that depend on a training's seed and their purpose alone.

Every epoch and batch has streams of its own. A training that goes on after a kill therefore draws what it
would have drawn, and settings of one seed share initial weights, noise and order whatever else differs.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import torch

from assay.records import text_digest


def derived_seed(seed: int, *purpose: str | int) -> int:
    """A seed for one purpose, 63 bits."""
    return int(text_digest("\x1f".join(map(str, ("clarity", seed, *purpose))))[:16], 16) >> 1


def stream(seed: int, *purpose: str | int) -> torch.Generator:
    """A generator for one purpose, on the CPU, so that draws are the same for every device."""
    return torch.Generator().manual_seed(derived_seed(seed, *purpose))


@contextmanager
def global_draws(seed: int, *purpose: str | int) -> Iterator[None]:
    """Torch's own generator seeded for one purpose: initial weights, and what a learner's code draws."""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(derived_seed(seed, *purpose))
        yield
