"""What the next round and the proof will probably cost, so that a search leaves room for its proof."""

from collections.abc import Iterable
from dataclasses import dataclass

from assay.store import LedgerLine


@dataclass(frozen=True, slots=True)
class Cost:
    """Calls and dollars of a planned step."""

    calls: int
    usd: float


@dataclass(frozen=True, slots=True)
class Sizes:
    """What a run's cost depends on.

    Attributes:
        search_items: items a pair plays in the search.
        proof_items: sealed items.
        orders: verdicts for each match.
        proposals: proposals in a round.
        judge_calls: whether verdicts are model calls.
    """

    search_items: int
    proof_items: int
    orders: int
    proposals: int
    judge_calls: bool


def round_cost(sizes: Sizes, ledger: Iterable[LedgerLine], opponents: int) -> Cost:
    """Probable cost of one more round, all proposals admitted and each meeting so many opponents."""
    answers = sizes.proposals * sizes.search_items
    verdicts = answers * opponents * sizes.orders if sizes.judge_calls else 0
    return _cost(ledger, answerer=answers, judge=verdicts, advisor=sizes.proposals)


def proof_cost(sizes: Sizes, ledger: Iterable[LedgerLine]) -> Cost:
    """Probable cost of the proof: two answers and the verdicts for every sealed item."""
    verdicts = sizes.proof_items * sizes.orders if sizes.judge_calls else 0
    return _cost(ledger, answerer=2 * sizes.proof_items, judge=verdicts, advisor=0)


def _cost(ledger: Iterable[LedgerLine], **wanted: int) -> Cost:
    """Price planned calls by the mean of the calls so far; a role without calls yet counts as free."""
    totals: dict[str, tuple[int, float]] = {}
    for line in ledger:
        calls, usd = totals.get(line.role, (0, 0.0))
        totals[line.role] = (calls + line.calls, usd + (line.nominal_usd or 0.0))
    usd = sum(
        count * totals[role][1] / totals[role][0]
        for role, count in wanted.items()
        if role in totals and totals[role][0]
    )
    return Cost(sum(wanted.values()), usd)
