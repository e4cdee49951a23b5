"""Which matches are played, on which items and in which orders, is fixed before any verdict."""

from itertools import combinations

import pytest

from assay.arena import choose_items, missing_pairs, opponents, orders_for, plan_pair
from assay.records import Item, JudgeTraits
from support.players import entrant, items

SEES_ORDER, SEES_NONE = JudgeTraits(ordered=True), JudgeTraits(ordered=False)


@pytest.mark.parametrize(
    ("mode", "orders"),
    [
        ("both", [("one", "two")] * 4),
        ("alternate", [("one",), ("two",), ("one",), ("two",)]),
        ("fixed", [("one",)] * 4),
    ],
)
def test_a_mode_says_the_orders_of_every_match(mode, orders):
    assert [orders_for(mode, position, SEES_ORDER) for position in range(4)] == orders


@pytest.mark.parametrize("mode", ["both", "alternate", "fixed"])
def test_a_judge_that_sees_no_order_is_asked_once(mode):
    assert {orders_for(mode, position, SEES_NONE) for position in range(4)} == {("one",)}


def test_alternating_orders_show_each_side_first_equally_often():
    plans = plan_pair(
        entrant("a"), entrant("b"), items(20), stage="search", mode="alternate", traits=SEES_ORDER
    )
    assert [plan.orders for plan in plans].count(("one",)) == 10


def test_a_pair_meets_once_on_every_item_in_their_order_with_the_samples_asked_for():
    rows = items(5)
    plans = list(
        plan_pair(
            entrant("a"),
            entrant("a"),
            rows,
            stage="self-play",
            mode="both",
            traits=SEES_ORDER,
            samples=(0, 1),
        )
    )
    assert [plan.item for plan in plans] == list(rows)
    assert {(plan.stage, plan.sample_one, plan.sample_two) for plan in plans} == {("self-play", 0, 1)}


def test_all_items_play_where_there_are_no_more_than_asked_for():
    rows = items(6)
    assert choose_items(rows, None, 1) == choose_items(rows, 6, 1) == choose_items(rows, 60, 1) == rows


def test_chosen_items_keep_their_order_and_depend_on_the_seed():
    rows = items(50)
    chosen = choose_items(rows, 20, 1)
    assert len(chosen) == 20
    assert [item.row for item in chosen] == sorted(item.row for item in chosen)
    assert chosen == choose_items(rows, 20, 1)
    assert chosen != choose_items(rows, 20, 2)


def test_an_added_row_displaces_at_most_one_chosen_item():
    rows = items(50)
    before = {item.id for item in choose_items(rows, 20, 3)}
    for number in range(20):
        added = Item({"text": f"a row added later, number {number}"}, row=100)
        after = {item.id for item in choose_items((*rows, added), 20, 3)}
        assert len(before - after) <= 1
        assert after - before <= {added.id}


def test_which_items_play_does_not_follow_from_the_order_of_the_file():
    rows = items(50)
    moved = [Item(item.fields, row=49 - item.row) for item in rows[::-1]]
    assert {item.id for item in choose_items(moved, 20, 3)} == {item.id for item in choose_items(rows, 20, 3)}


ADMITTED = [entrant(name) for name in ("first", "p1", "p2", "p3")]


@pytest.mark.parametrize(
    ("pairing", "champion", "names"),
    [
        ("newest-vs-older", 2, ["first", "p1", "p2"]),
        ("newest-vs-champion", 2, ["first", "p2"]),
        ("newest-vs-champion", 0, ["first"]),
        ("round-robin", 1, ["first", "p1"]),
    ],
)
def test_a_pairing_says_whom_the_newest_meets(pairing, champion, names):
    met = opponents(ADMITTED[3], ADMITTED, ADMITTED[champion], pairing)
    assert [entrant.name for entrant in met] == names


def test_nobody_meets_those_admitted_after_it():
    met = opponents(ADMITTED[1], ADMITTED, ADMITTED[0], "newest-vs-older")
    assert [entrant.name for entrant in met] == ["first"]


def test_missing_pairs_complete_a_round_robin_with_the_newer_entrant_first():
    played = [("p1", "first"), ("first", "p2")]
    missing = [(newer.name, older.name) for newer, older in missing_pairs(ADMITTED, played)]
    assert missing == [("p2", "p1"), ("p3", "first"), ("p3", "p1"), ("p3", "p2")]
    everybody = {frozenset(pair) for pair in combinations((entrant.name for entrant in ADMITTED), 2)}
    assert {frozenset(pair) for pair in missing} | {frozenset(pair) for pair in played} == everybody
