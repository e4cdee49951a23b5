"""One training loop for every network: AdamW, a warm start, a cosine to the end, and progress told."""

import math
import time
from collections.abc import Callable
from typing import Any

import torch

Tell = Callable[[str], None]
_TOLD = 20  # times in one training
_WARM = 40


def trained(
    name: str,
    network: Any,
    loss_of: Callable[[], torch.Tensor],
    *,
    steps: int,
    rate: float,
    tell: Tell,
) -> None:
    """Train a network in place.

    Args:
        name: for the progress.
        network: its parameters are trained.
        loss_of: draws a batch and gives its loss.
        steps: how many batches.
        rate: highest learning rate.
        tell: gets a line now and then.
    """
    optimiser = torch.optim.AdamW(network.parameters(), rate, weight_decay=0.01)
    start, mean = time.process_time(), 0.0
    network.train()
    for step in range(steps):
        for group in optimiser.param_groups:
            group["lr"] = rate * _share_of_rate(step, steps)
        loss = loss_of()
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        now = float(loss.detach())
        mean = now if step == 0 else 0.95 * mean + 0.05 * now
        if (step + 1) % max(1, steps // _TOLD) == 0 or step + 1 == steps:
            spent = time.process_time() - start
            tell(f"{name}: step {step + 1} of {steps}, loss {mean:.4f}, {spent:.0f} CPU s")
    network.eval()


def _share_of_rate(step: int, steps: int) -> float:
    warm = min(1.0, (step + 1) / min(_WARM, steps))
    return warm * (0.02 + 0.98 * 0.5 * (1.0 + math.cos(math.pi * step / steps)))
