"""When a training is given up: numbers that are none, or a loss that grows and grows."""

import math
from collections.abc import Sequence

GROWN = 10.0
"""Times its best that a loss must have grown."""
PATIENCE = 3
"""Epochs in a row for which it must stay so."""
_NEGLIGIBLE = 1e-3  # of the first epoch's loss: below it a loss that jumps is only noise


def not_a_number(loss: float, epoch: int) -> str | None:
    """Why a training ends at a loss that is no finite number; None where it is one."""
    if math.isfinite(loss):
        return None
    what = "not a number" if math.isnan(loss) else "infinite"
    return f"the loss is {what} in epoch {epoch}: the learning rate or a weight is too high"


def growing(losses: Sequence[float]) -> str | None:
    """Why a training ends by its losses epoch by epoch; None where it goes on.

    It ends where the last three epochs all had more than ten times the best loss before them. A best loss
    below a thousandth of the first epoch's counts as that much.
    """
    if len(losses) <= PATIENCE:
        return None
    best = max(min(losses[:-PATIENCE]), _NEGLIGIBLE * losses[0])
    last = losses[-PATIENCE:]
    # A loss of a learner's may be below zero, where "ten times" says nothing.
    if best <= 0 or min(last) <= GROWN * best:
        return None
    return (
        f"the loss has been above {GROWN:g} times its best ({best:.4g}) for {PATIENCE} epochs, "
        f"{last[-1]:.4g} in epoch {len(losses)}: the learning rate is too high"
    )
