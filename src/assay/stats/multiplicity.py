"""Corrections of p-values for the number of tests made."""

import math
from collections.abc import Sequence


def holm(p_values: Sequence[float | None]) -> list[float | None]:
    """P-values adjusted by Holm's step-down method (Holm 1979), which needs no independence.

    Args:
        p_values: in [0, 1], in any order; None marks a test that was not made and is not counted.

    Returns:
        The adjusted values in the order given, at most 1, each at least its own p-value, ordered as the
        p-values are; None stays None.

    Raises:
        ValueError: a p-value that is not a number in [0, 1].
    """
    made = [(p, place) for place, p in enumerate(p_values) if p is not None]
    wrong = [p for p, _ in made if math.isnan(p) or not 0.0 <= p <= 1.0]
    if wrong:
        raise ValueError(f"p-values must lie in [0, 1], these do not: {wrong}")
    adjusted: list[float | None] = [None] * len(p_values)
    largest = 0.0
    for rank, (p, place) in enumerate(sorted(made)):
        largest = max(largest, min(1.0, (len(made) - rank) * p))
        adjusted[place] = largest
    return adjusted
