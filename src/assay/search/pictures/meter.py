"""Counting what one run of the loop uses, whether or not it was already there."""

import math
from collections.abc import Iterable

from assay.records import Answer, Ask, Request


class Meter:
    """Counts the distinct calls of one piece of work, as if nothing had been cached.

    Attributes:
        calls: nominal price by key of the call, in the order of first use; None: unknown.
    """

    def __init__(self) -> None:
        self.calls: dict[str, float | None] = {}

    def counted(self, ask: Ask) -> Ask:
        """A way to a model whose answers are counted here."""

        async def asked(request: Request, sample: int) -> Answer:
            answer = await ask(request, sample)
            self.calls.setdefault(answer.key, answer.nominal_usd)
            return answer

        return asked

    @property
    def nominal_usd(self) -> float | None:
        """Dollars of all calls; None where a price is unknown."""
        return self.usd_of(self.calls)

    def usd_of(self, keys: Iterable[str]) -> float | None:
        """Dollars of some of the calls; None where a price is unknown."""
        prices = [self.calls[key] for key in keys if key in self.calls]
        return None if None in prices else math.fsum(price for price in prices if price is not None)

    @property
    def keys(self) -> tuple[str, ...]:
        """Keys of the calls, sorted: which answer came first must not show in a result."""
        return tuple(sorted(self.calls))
