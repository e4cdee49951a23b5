"""What the next round and the proof will probably cost, worked out by hand."""

import pytest

from assay.store import LedgerLine
from assay.studies.forecast import Cost, Sizes, pairs_ahead, proof_cost, round_cost

SIZES = Sizes(search_items=10, proof_items=20, orders=2, proposals=3, judge_calls=True)


def line(role, calls, tokens=0, usd=0.0, model="m"):
    return LedgerLine(role, model, calls, calls, tokens, 0, 0, usd, usd, 0, 0)


LEDGER = [
    line("answerer", 40, tokens=4_000, usd=0.40),
    line("judge", 100, tokens=50_000, usd=2.00),
    line("advisor", 2, tokens=6_000, usd=0.10),
    line("advisor", 2, tokens=2_000, usd=0.30, model="n"),
]


def test_a_round_costs_its_answers_verdicts_and_proposals_at_their_means():
    """3 x 10 answers at $0.01, 7 pairs x 10 x 2 verdicts at $0.02, 3 proposals at $0.10."""
    cost = round_cost(SIZES, LEDGER, pairs=7)
    assert cost.calls == 30 + 140 + 3
    assert cost.usd == pytest.approx(0.30 + 2.80 + 0.30)
    assert cost.tokens == 30 * 100 + 140 * 500 + 3 * 2_000


def test_a_proof_costs_two_answers_and_the_verdicts_of_every_sealed_item():
    cost = proof_cost(SIZES, LEDGER)
    assert cost.calls == 40 + 40
    assert cost.usd == pytest.approx(0.40 + 0.80)
    assert cost.tokens == 40 * 100 + 40 * 500


def test_verdicts_of_functions_and_people_cost_no_calls():
    sizes = Sizes(10, 20, 2, 3, judge_calls=False)
    assert round_cost(sizes, LEDGER, pairs=7).calls == 33
    assert proof_cost(sizes, LEDGER).calls == 40


def test_a_role_that_was_not_called_yet_counts_its_calls_and_no_money():
    cost = round_cost(SIZES, [line("answerer", 40, usd=0.40)], pairs=1)
    assert (cost.calls, cost.usd) == (30 + 20 + 3, pytest.approx(0.30))


def test_an_unknown_price_counts_as_nothing():
    unknown = LedgerLine("answerer", "m", 10, 10, 0, 0, 0, None, 0.0, 0, 0)
    assert round_cost(SIZES, [unknown], pairs=1).usd == 0.0


def test_steps_add_up():
    assert Cost(1, 0.5, 10) + Cost(2, 0.25, 20) == Cost(3, 0.75, 30)


def met(pairing, entrants, proposals, crowned):
    """The pairs that play in one round and after it, counted by playing it through."""
    pairs, champion = set(), 0
    for newest in range(1, entrants):
        older = range(newest) if pairing == "newest-vs-older" else {0}
        pairs |= {(newest, other) for other in older}
    before = set(pairs)
    for newest in range(entrants, entrants + proposals):
        older = range(newest) if pairing == "newest-vs-older" else {0, entrants - 1}
        pairs |= {(newest, other) for other in older}
        if crowned:
            pairs.add((newest, champion))
            champion = newest
    if pairing == "round-robin":
        after = entrants + proposals
        pairs |= {(newer, older) for newer in range(after) for older in range(newer)}
    return len(pairs - before)


@pytest.mark.parametrize("crowned", [False, True])
@pytest.mark.parametrize("proposals", [1, 2, 4])
@pytest.mark.parametrize("entrants", [1, 2, 5])
@pytest.mark.parametrize("pairing", ["newest-vs-older", "newest-vs-champion", "round-robin"])
def test_the_pairs_ahead_are_never_fewer_than_those_that_play(pairing, entrants, proposals, crowned):
    ahead = pairs_ahead(pairing, entrants, proposals)
    played = met(pairing, entrants, proposals, crowned)
    assert played <= ahead
    if pairing != "newest-vs-champion":
        assert played == ahead
