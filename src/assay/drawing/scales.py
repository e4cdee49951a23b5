"""Linear axes: where figures stand, and round figures to label them with."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


@dataclass(frozen=True, slots=True)
class Scale:
    """Figures on a stretch of pixels.

    Attributes:
        first: figure at the beginning.
        last: figure at the end; equal to ``first`` puts everything in the middle.
        start: pixel of the beginning.
        end: pixel of the end.
    """

    first: float
    last: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Pixel of a figure; anything beyond an end is drawn at that end."""
        if self.first == self.last:
            return (self.start + self.end) / 2
        share = min(1.0, max(0.0, (value - self.first) / (self.last - self.first)))
        return self.start + share * (self.end - self.start)


def ticks(low: float, high: float, most: int = 6) -> list[float]:
    """Round figures, evenly spaced, that begin at or below ``low`` and end at or above ``high``.

    Args:
        low: least figure shown.
        high: greatest figure shown, >= ``low``.
        most: about how many there are, >= 2.
    """
    if high <= low:
        return [low]
    rough = (high - low) / (most - 1)
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * factor for factor in _STEPS if power * factor >= rough * (1 - 1e-9))
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [round(index * step, 12) for index in range(first, last + 1)]


def tick_label(tick: float, among: Sequence[float]) -> str:
    """A tick with the decimals that tell it from the others, the same for all of them."""
    decimals = max((len(f"{other:.6f}".rstrip("0").split(".")[1]) for other in among), default=0)
    return f"{tick:.{decimals}f}"
