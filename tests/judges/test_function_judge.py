"""A function as judge: both signatures, plain and async, and what it may not return."""

import asyncio
import threading

import numpy as np
import pytest

from assay.errors import AssayError, UsageError
from assay.judges.function import FunctionJudge
from assay.judges.load import UserFunction
from assay.records import Item, Judge

ITEM = Item({"question": "Why?"}, row=7)


def judge(function, kind="pairwise", **options):
    return FunctionJudge(UserFunction.of(function), kind, **options)


def compare(made, one="short", two="much longer", shown_first="one", **options):
    try:
        return asyncio.run(made.compare(ITEM, one, two, shown_first=shown_first, **options))
    finally:
        made.close()


def longer(fields, one, two):
    return "tie" if len(one) == len(two) else "one" if len(one) > len(two) else "two"


def length(fields, response):
    return len(response)


def test_it_is_a_judge_and_its_kind_says_how_to_ask_it():
    pairwise, score = judge(longer), judge(length, "score")
    assert isinstance(pairwise, Judge)
    assert (pairwise.traits.ordered, score.traits.ordered) == (True, False)


@pytest.mark.parametrize("side", ["one", "two"])
def test_a_pairwise_verdict_names_the_response_in_either_order(side):
    verdict = compare(judge(longer), shown_first=side)
    assert (verdict.winner, verdict.shown_first, verdict.source) == ("two", side, "function")
    assert compare(judge(longer), one="same", two="same", shown_first=side).winner == "tie"


def test_a_pairwise_function_sees_the_responses_in_the_order_shown():
    seen = []

    def note(fields, one, two):
        seen.append((fields, one, two))
        return "one"

    made = judge(note)
    assert compare(made, "a", "b", "two").winner == "two"
    assert seen == [({"question": "Why?"}, "b", "a")]


def test_the_higher_score_wins_and_the_margin_ties():
    assert compare(judge(length, "score"), "aaa", "aa").winner == "one"
    assert compare(judge(length, "score"), "aa", "aaa").winner == "two"
    assert compare(judge(length, "score"), "aaa", "bbb").winner == "tie"
    assert compare(judge(length, "score", tie_margin=1), "aaa", "aa").winner == "tie"
    assert compare(judge(length, "score", tie_margin=0.5), "aaa", "aa").winner == "one"


def test_a_score_sees_no_order_and_states_both_scores():
    verdict = compare(judge(length, "score"), "aaa", "a", "two", repeat=2)
    assert (verdict.shown_first, verdict.repeat) == (None, 2)
    assert "one 3, two 1" in verdict.reason


def test_each_response_is_scored_once_over_all_its_opponents():
    calls = []

    def noted(fields, response):
        calls.append(response)
        return len(response)

    made = judge(noted, "score")

    async def round_robin():
        for one, two in (("a", "bb"), ("a", "ccc"), ("bb", "ccc")):
            await made.compare(ITEM, one, two, shown_first="one")

    asyncio.run(round_robin())
    made.close()
    assert sorted(calls) == ["a", "bb", "ccc"]


def test_async_functions_are_awaited_and_plain_ones_run_off_the_loop_one_at_a_time():
    threads = []

    async def apart(fields, one, two):
        await asyncio.sleep(0)
        threads.append(threading.current_thread())
        return "two"

    def blocking(fields, one, two):
        threads.append(threading.current_thread())
        return "one"

    assert compare(judge(apart)).winner == "two"
    assert compare(judge(blocking)).winner == "one"
    assert threads[0] is threading.main_thread()
    assert threads[1] is not threading.main_thread()


@pytest.mark.parametrize("said", ["One", "first", "", None, 1, True, ["one"], "unparsed"])
def test_a_pairwise_function_may_only_return_its_three_words(said):
    def odd(fields, one, two):
        return said

    with pytest.raises(AssayError, match=r'row 7: returned .*must return one of "one", "two", "tie"'):
        compare(judge(odd))


@pytest.mark.parametrize("said", [None, "0.5", float("nan"), float("inf"), [1.0], 10**400])
def test_a_score_must_be_a_finite_number(said):
    def odd(fields, response):
        return said

    with pytest.raises(AssayError, match=r"row 7: returned .*finite number"):
        compare(judge(odd, "score"))


@pytest.mark.parametrize("said", [True, 3, np.float32(0.5), np.int64(2)])
def test_booleans_and_numbers_of_numpy_are_scores(said):
    def score(fields, response):
        return said

    assert compare(judge(score, "score")).winner == "tie"


@pytest.mark.parametrize("error", [KeyError("answer"), StopIteration("end"), ZeroDivisionError("by zero")])
def test_a_function_that_fails_names_itself_the_row_and_what_happened(error):
    def failing(fields, one, two):
        raise error

    async def failing_later(fields, one, two):
        raise error

    for function in (failing, failing_later):
        with pytest.raises(AssayError, match=rf"{function.__name__} on the item in row 7: \w+") as caught:
            compare(judge(function))
        assert type(error).__name__ in str(caught.value)


def test_a_function_cannot_change_the_item():
    def spoil(fields, response):
        fields.clear()
        return 1.0

    compare(judge(spoil, "score"))
    assert ITEM.fields == {"question": "Why?"}


@pytest.mark.parametrize(
    ("function", "kind"), [(longer, "score"), (length, "pairwise"), (lambda: 1, "score")]
)
def test_a_signature_of_another_kind_is_refused_before_any_item(function, kind):
    with pytest.raises(UsageError, match="function is called with"):
        judge(function, kind)


def test_an_unknown_kind_and_a_negative_margin_are_refused():
    with pytest.raises(UsageError, match="allowed are pairwise, score"):
        judge(longer, "absolute")
    with pytest.raises(UsageError, match="tie_margin"):
        judge(length, "score", tie_margin=-0.1)


def test_the_identity_changes_with_source_kind_margin_postprocessing_and_orders():
    def either(fields, *responses):
        return "tie"

    ids = [
        judge(longer).id,
        judge(either).id,
        judge(either, "score").id,
        judge(either, "score", tie_margin=0.1).id,
        judge(either, postprocess="tag").id,
        judge(either, orders="fixed").id,
    ]
    assert len(set(ids)) == len(ids)
    assert judge(longer, name="by length").id == judge(longer).id
