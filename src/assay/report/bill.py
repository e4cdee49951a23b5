"""What a run cost, by role and in all."""

from collections.abc import Sequence
from dataclasses import dataclass

from assay.store import LedgerLine


@dataclass(frozen=True, slots=True)
class Bill:
    """What a run used and paid.

    Attributes:
        lines: by role and model.
        calls: distinct calls used.
        made: those this run sent.
        nominal_usd: as if nothing had been cached; None where a price is unknown.
        paid_usd: paid by this run where prices are known.
        failed: calls that failed.
        uncertain: attempts that may have been paid without an answer.
    """

    lines: tuple[LedgerLine, ...]
    calls: int
    made: int
    nominal_usd: float | None
    paid_usd: float
    failed: int
    uncertain: int

    @property
    def cached(self) -> int:
        """Calls that were there already."""
        return self.calls - self.made


def bill_of(lines: Sequence[LedgerLine]) -> Bill:
    """Add up a run's ledger."""
    prices = [line.nominal_usd for line in lines]
    known = [price for price in prices if price is not None]
    return Bill(
        lines=tuple(lines),
        calls=sum(line.calls for line in lines),
        made=sum(line.made for line in lines),
        nominal_usd=sum(known) if len(known) == len(prices) else None,
        paid_usd=sum(line.paid_usd for line in lines),
        failed=sum(line.failed for line in lines),
        uncertain=sum(line.uncertain for line in lines),
    )
