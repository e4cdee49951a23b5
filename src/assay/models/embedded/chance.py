"""Seeded draws: every one derives from the texts that seed it, so order and process never matter."""

import hashlib
import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Chance:
    """A stream of draws that depends on its seed texts alone.

    Args:
        seeds: texts; equal texts in equal order give equal draws on every machine.
    """

    def __init__(self, *seeds: str) -> None:
        data = "\x1f".join(seeds).encode("utf-8", "surrogatepass")
        seed = int.from_bytes(hashlib.sha256(data).digest()[:8], "big")
        self._random = random.Random(seed)  # noqa: S311 - a simulation, nothing is kept secret

    def happens(self, probability: float) -> bool:
        """True with this probability; values below 0 and above 1 are never and always."""
        return self._random.random() < probability

    def pick(self, choices: Sequence[T]) -> T:
        """One of the choices, each equally likely.

        Raises:
            IndexError: there are none.
        """
        return choices[int(self._random.random() * len(choices))]

    def between(self, low: int, high: int) -> int:
        """A whole number from low to high, both possible."""
        return low + int(self._random.random() * (high - low + 1))

    def gauss(self, deviation: float) -> float:
        """A normal draw with mean 0 and this standard deviation."""
        return self._random.gauss(0.0, deviation)

    def shuffled(self, values: Sequence[T]) -> list[T]:
        """The values in random order."""
        found = list(values)
        self._random.shuffle(found)
        return found
