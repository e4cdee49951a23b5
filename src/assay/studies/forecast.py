"""What the next round and the proof will probably cost, so that a search leaves room for its proof."""

from collections.abc import Iterable
from dataclasses import dataclass

from assay.arena import Pairing
from assay.store import LedgerLine


@dataclass(frozen=True, slots=True)
class Cost:
    """Calls, dollars and tokens of a planned step."""

    calls: int
    usd: float
    tokens: int

    def __add__(self, other: "Cost") -> "Cost":
        """Both steps."""
        return Cost(self.calls + other.calls, self.usd + other.usd, self.tokens + other.tokens)


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


def pairs_ahead(pairing: Pairing, entrants: int, proposals: int) -> int:
    """Pairs that meet at most in one more round, all proposals admitted, and after it before the proof.

    Args:
        pairing: who plays whom.
        entrants: admitted so far.
        proposals: in the round.
    """
    after = entrants + proposals
    if pairing == "newest-vs-older":
        return sum(range(entrants, after))
    if pairing == "newest-vs-champion":
        # The champion and the first prompt; those after a new champion of the round meet it too.
        return proposals * min(entrants, 2) + proposals - 1
    # Each entrant has met the first prompt; a round robin plays all that is missing in the end.
    return after * (after - 1) // 2 - (entrants - 1)


def round_cost(sizes: Sizes, ledger: Iterable[LedgerLine], pairs: int) -> Cost:
    """Probable cost of one more round, all proposals admitted and so many pairs meeting."""
    verdicts = pairs * sizes.search_items * sizes.orders if sizes.judge_calls else 0
    answers = sizes.proposals * sizes.search_items
    return cost_of(ledger, answerer=answers, judge=verdicts, advisor=sizes.proposals)


def proof_cost(sizes: Sizes, ledger: Iterable[LedgerLine]) -> Cost:
    """Probable cost of the proof: two answers and the verdicts for every sealed item."""
    verdicts = sizes.proof_items * sizes.orders if sizes.judge_calls else 0
    return cost_of(ledger, answerer=2 * sizes.proof_items, judge=verdicts, advisor=0)


def cost_of(ledger: Iterable[LedgerLine], **wanted: int) -> Cost:
    """Price planned calls by the mean of the calls so far; a role without calls yet counts as free."""
    totals: dict[str, tuple[int, float, int]] = {}
    for line in ledger:
        calls, usd, tokens = totals.get(line.role, (0, 0.0, 0))
        usd, tokens = usd + (line.nominal_usd or 0.0), tokens + line.input_tokens + line.output_tokens
        totals[line.role] = (calls + line.calls, usd, tokens)
    means = {role: (usd / calls, tokens / calls) for role, (calls, usd, tokens) in totals.items() if calls}
    known = [(count, *means[role]) for role, count in wanted.items() if role in means]
    return Cost(
        calls=sum(wanted.values()),
        usd=sum(count * usd for count, usd, _ in known),
        tokens=round(sum(count * tokens for count, _, tokens in known)),
    )
