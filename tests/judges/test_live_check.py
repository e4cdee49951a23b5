"""Asking a judge what is needed to know how good it is."""

import asyncio

import pytest

from assay.judges.check import GoldPair
from assay.judges.function import FunctionJudge
from assay.judges.live import check_judge, one_by_one
from assay.judges.load import UserFunction
from assay.records import Item

PAIRS = [
    GoldPair(Item({"q": "1"}), "long answer", "short", "one"),
    GoldPair(Item({"q": "2"}), "short", "long answer", "two"),
    GoldPair(Item({"q": "3"}), "long answer", "short", "two"),
]


def longer(fields, one, two):
    return "one" if len(one) > len(two) else "two"


def first(fields, one, two):
    return "one"


def length(fields, response):
    return len(response)


def run(function, kind, **options):
    judge = FunctionJudge(UserFunction.of(function), kind)
    try:
        return asyncio.run(check_judge(judge, PAIRS, **options))
    finally:
        judge.close()


def test_both_orders_of_every_pair_are_asked_and_compared_with_gold():
    asked = []

    async def play(judge, comparisons):
        asked.extend((it.one, it.shown_first) for it in comparisons)
        return await one_by_one(judge, comparisons)

    found = run(longer, "pairwise", play=play)
    assert [side for _, side in asked] == ["one", "two"] * 3
    assert (found.n, found.agreement, found.same_in_both_orders) == (3, 2 / 3, 1.0)
    assert (found.longer_share, found.shown_first_share) == (1.0, 0.5)


def test_a_judge_that_takes_the_first_is_found_out():
    found = run(first, "pairwise")
    assert (found.agreement, found.shown_first_share, found.same_in_both_orders) == (0.5, 1.0, 0.0)


def test_a_judge_that_sees_no_order_is_asked_once_a_pair():
    asked = []

    async def play(judge, comparisons):
        asked.extend(comparisons)
        return await one_by_one(judge, comparisons)

    found = run(length, "score", play=play)
    assert len(asked) == 3
    assert (found.agreement, found.shown_first_share) == (2 / 3, None)


def test_lost_verdicts_are_noticed():
    async def lossy(judge, comparisons):
        return (await one_by_one(judge, comparisons))[1:]

    with pytest.raises(ValueError, match="6 comparisons were asked for, 5 verdicts"):
        run(longer, "pairwise", play=lossy)
