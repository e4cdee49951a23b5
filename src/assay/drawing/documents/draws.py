"""Seeded draws of a document: the same on every machine and under every release of Python."""

import hashlib
import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Draws:
    """A stream of draws that depends on its seeds alone.

    Args:
        seeds: texts and whole numbers; equal seeds in equal order give equal draws.
    """

    def __init__(self, *seeds: str | int) -> None:
        data = "\x1f".join(map(str, seeds)).encode()
        # Only random() of random.Random is promised to stay the same, so everything is made from it.
        self._random = random.Random(int.from_bytes(hashlib.sha256(data).digest()[:8], "big"))  # noqa: S311

    def share(self) -> float:
        """Uniform in [0, 1)."""
        return self._random.random()

    def real(self, low: float, high: float) -> float:
        """Uniform between two numbers."""
        return low + (high - low) * self.share()

    def whole(self, low: int, high: int) -> int:
        """A whole number from low to high, both possible."""
        return low + int(self.share() * (high - low + 1))

    def pick(self, choices: Sequence[T]) -> T:
        """One of the choices, each equally likely; there must be one."""
        return choices[int(self.share() * len(choices))]

    def digits(self, count: int) -> str:
        """So many digits, the first not zero."""
        return str(self.whole(10 ** (count - 1), 10**count - 1))

    def shuffled(self, values: Sequence[T]) -> list[T]:
        """The values in random order."""
        # Sorting by a draw each, since random.shuffle may change between releases.
        return [value for _, _, value in sorted((self.share(), at, value) for at, value in enumerate(values))]
