"""The proof stage: the seal is opened once, with the entrants fixed, and every sealed item is played."""

import asyncio

import pytest

from assay.arena import Answerer, Arena
from assay.errors import ContextTooLong, Sealed, ServerFault
from assay.proof import ProofPlan, prove
from assay.records import Item
from assay.search import Journal
from assay.store import Store
from support.players import Asker, ScriptedJudge, asked, coin, echo, entrant, items

FIRST, NEW, OTHER = entrant("first"), entrant("new"), entrant("other")
ROWS = items(20)


@pytest.fixture
def store(tmp_path):
    with Store(f"sqlite:///{tmp_path}/a.db") as opened:
        yield opened


def believe_new(item, one, two, shown_first):
    return "one" if "new answers" in one else "two"


def new_run(store):
    return store.runs.create(study="s", name="proof", kind="text", config={}).id


def proof(store, run, candidate=NEW, *, decide=believe_new, say=echo, rows=ROWS, judge="judge", **how):
    """Prove in a process of its own; returns the claim and the arena's asker and judge."""
    asker, judging = Asker(say), ScriptedJudge(decide)
    journal = Journal(store, run=run, study="s", judge=judge, answerer="model")
    arena = Arena(Answerer(asker, "the model", journal.response), judging, journal.match, width=4)
    told = {"kind": "text", "orders": "both", "confidence": 0.95, "reuse": False, "detectable": 0.7}
    plan = ProofPlan(run=run, judge=judge, items=rows, **{**told, **how})
    try:
        return asyncio.run(prove(plan, store, arena, FIRST, candidate)), asker, judging
    finally:
        store.evidence.flush()


def test_every_sealed_item_is_played_in_both_orders_as_proof(store):
    run = new_run(store)
    claim, asker, judge = proof(store, run)
    assert (claim.outcome, claim.n, claim.winrate, claim.opened_times) == ("proven", 20, 1.0, 1)
    assert len(asker.requests) == 2 * 20
    assert len(judge.asked) == 2 * 20
    matches = store.evidence.matches(run, "proof")
    assert [match.item for match in matches] == [item.id for item in ROWS]
    assert {(match.one, match.two) for match in matches} == {("new", "first")}


def test_the_seal_notes_who_opened_it_for_whom(store):
    run = new_run(store)
    proof(store, run)
    seal = store.seals.of_run(run)
    assert (seal.run, seal.times) == (run, 1)
    assert seal.entrants == (("new", NEW.content), ("first", FIRST.content))


def test_a_resumed_run_goes_on_with_its_own_opening(store):
    run, left = new_run(store), [15]

    def breaking(request, sample):
        left[0] -= 1
        return echo(request, sample) if left[0] > 0 else ServerFault("down")

    with pytest.raises(ServerFault):
        proof(store, run, say=breaking)
    claim, *_ = proof(store, run)
    assert (claim.outcome, claim.opened_times, claim.n) == ("proven", 1, 20)


def test_a_run_cannot_swap_its_entrants_after_opening(store):
    run = new_run(store)
    proof(store, run)
    with pytest.raises(Sealed, match="with other entrants"):
        proof(store, run, OTHER)


def test_another_run_needs_leave_to_open_what_was_opened(store):
    earlier, later = new_run(store), new_run(store)
    proof(store, earlier)
    with pytest.raises(Sealed, match=f"already opened by {earlier}.*--reuse-proof"):
        proof(store, later)
    assert store.evidence.matches(later) == [], "nothing was played"


def test_with_leave_the_claim_says_how_often_the_items_were_opened(store):
    for times in (1, 2, 3):
        claim, *_ = proof(store, new_run(store), reuse=True)
        assert claim.opened_times == times


def test_one_item_in_common_is_enough_to_be_told(store):
    proof(store, new_run(store), rows=ROWS[:10])
    with pytest.raises(Sealed):
        proof(store, new_run(store), rows=ROWS[9:])
    claim, *_ = proof(store, new_run(store), rows=ROWS[10:])
    assert claim.opened_times == 1


@pytest.mark.parametrize("other", [{"judge": "another judge"}, {"kind": "compare"}])
def test_another_judge_or_kind_of_study_has_a_seal_of_its_own(store, other):
    proof(store, new_run(store))
    claim, *_ = proof(store, new_run(store), **other)
    assert claim.opened_times == 1


def test_items_are_known_by_content_so_that_new_rows_in_a_group_do_not_seal_its_old_ones_again(store):
    rows = [Item({"text": f"row {n}"}, f"group {n // 2}") for n in range(6)]
    renamed = [Item({"text": f"row {n}"}, f"author {n // 3}", row=9 - n) for n in reversed(range(6))]
    grown = [*rows, Item({"text": "row 6"}, "group 0")]
    proof(store, new_run(store), rows=rows)
    for seen in (renamed, grown, rows[:1]):
        with pytest.raises(Sealed):
            proof(store, new_run(store), rows=seen)


def test_failed_responses_leave_their_matches_out_and_bound_the_claim(store):
    def say(request, sample):
        too_long = any(f"number {n}" in asked(request) for n in (11, 12))
        return ContextTooLong("too long") if too_long else echo(request, sample)

    claim, *_ = proof(store, new_run(store), say=say)
    assert (claim.n, claim.incomplete, claim.worst_case) == (18, 2, (0.9, 1.0))


@pytest.mark.parametrize(("true", "least", "most"), [(0.5, 0.0, 0.1), (0.7, 0.2, 0.9), (0.9, 0.95, 1.0)])
def test_the_whole_stage_claims_as_often_as_the_truth_allows(store, true, least, most):
    """A synthetic judge of known winrate over forty proofs of 20 items: power grows, false claims do not.

    At one half, five or more of 40 have a chance below 0.5 % at the nominal 2.5 %.
    """
    proven = 0
    for seed in range(40):

        def decide(item, one, two, first, seed=seed):
            return "one" if coin("proof", true, seed, item.id, first) < true else "two"

        claim, *_ = proof(store, new_run(store), decide=decide, reuse=True)
        proven += claim.outcome == "proven"
    assert least <= proven / 40 <= most
