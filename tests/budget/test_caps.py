import asyncio

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assay.budget import Budget, Caps
from assay.errors import BudgetExceeded

# Dollars in whole numbers, so that sums are exact.
CALL = st.integers(0, 20).flatmap(
    lambda most: st.tuples(st.just(most), st.integers(0, most), st.integers(1, 4), st.booleans())
)


@settings(max_examples=200, deadline=None)
@given(
    calls=st.lists(CALL, max_size=30),
    usd=st.none() | st.integers(0, 120),
    most_calls=st.none() | st.integers(0, 30),
    tokens=st.none() | st.integers(0, 120),
    width=st.integers(1, 8),
)
def test_no_cap_is_ever_overshot_whatever_calls_cost_up_to_their_bound(
    calls: list[tuple[int, int, int, bool]],
    usd: int | None,
    most_calls: int | None,
    tokens: int | None,
    width: int,
) -> None:
    """Concurrent calls of differing length; some cost nothing (they failed), some their whole bound."""
    budget = Budget(Caps(usd, most_calls, tokens))
    spent = [0, 0, 0]
    refused = []

    async def one(most: int, real: int, turns: int, failed: bool) -> None:
        try:
            await budget.reserve(most, most)
        except BudgetExceeded as error:
            refused.append(error)
            return
        for _ in range(turns):
            await asyncio.sleep(0)
        cost = (0, 0, 0) if failed else (real, 1, real)
        for place in range(3):
            spent[place] += cost[place]
        budget.settle(most, most, usd=cost[0], calls=cost[1], tokens=cost[2])
        for amount, cap in zip(spent, (usd, most_calls, tokens), strict=True):
            assert cap is None or amount <= cap

    async def main() -> None:
        source = iter(calls)

        async def worker() -> None:
            for call in source:
                await one(*call)

        async with asyncio.timeout(20):
            await asyncio.gather(*[worker() for _ in range(width)])

    asyncio.run(main())
    for name, cap, amount in zip(("usd", "calls", "tokens"), (usd, most_calls, tokens), spent, strict=True):
        if cap is not None:
            assert budget.fits(**{name: cap - amount})
            assert not budget.fits(**{name: cap - amount + 1})
    if usd is None and most_calls is None and tokens is None:
        assert not refused


def test_a_call_that_does_not_fit_waits_for_those_in_flight_and_is_then_let_go() -> None:
    async def main() -> list[str]:
        budget, told = Budget(Caps(usd=10)), []
        await budget.reserve(9, 0)

        async def second() -> None:
            await budget.reserve(5, 0)
            told.append("let go")

        task = asyncio.ensure_future(second())
        for _ in range(5):
            await asyncio.sleep(0)
        told.append("waits")
        budget.settle(9, 0, usd=2, calls=1, tokens=0)
        await task
        return told

    assert asyncio.run(main()) == ["waits", "let go"]


def test_a_call_that_waited_is_refused_when_those_in_flight_cost_all_they_might() -> None:
    async def main() -> None:
        budget = Budget(Caps(usd=10))
        await budget.reserve(9, 0)
        task = asyncio.ensure_future(budget.reserve(5, 0))
        await asyncio.sleep(0)
        budget.settle(9, 0, usd=9, calls=1, tokens=0)
        with pytest.raises(BudgetExceeded):
            await task

    asyncio.run(main())


def test_a_small_call_goes_before_a_large_one_that_does_not_fit() -> None:
    async def main() -> None:
        budget = Budget(Caps(usd=10))
        await budget.reserve(6, 0)
        await budget.reserve(4, 0)
        large = asyncio.ensure_future(budget.reserve(8, 0))
        small = asyncio.ensure_future(budget.reserve(1, 0))
        await asyncio.sleep(0)
        budget.settle(6, 0, usd=3, calls=1, tokens=0)
        await small
        assert not large.done()
        large.cancel()

    asyncio.run(main())


def test_a_caller_that_was_cancelled_while_waiting_holds_nothing() -> None:
    async def main() -> None:
        budget = Budget(Caps(calls=1))
        await budget.reserve(0, 0)
        task = asyncio.ensure_future(budget.reserve(0, 0))
        await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        budget.settle(0, 0, usd=0, calls=0, tokens=0)
        await budget.reserve(0, 0)

    asyncio.run(main())


@pytest.mark.parametrize(
    ("caps", "cap"), [(Caps(usd=3), "usd"), (Caps(calls=3), "calls"), (Caps(tokens=3), "tokens")]
)
def test_a_cap_can_be_reached_exactly_and_the_next_call_names_it(caps: Caps, cap: str) -> None:
    async def main() -> None:
        budget = Budget(caps)
        for _ in range(3):
            await budget.reserve(1, 1)
            budget.settle(1, 1, usd=1, calls=1, tokens=1)
        with pytest.raises(
            BudgetExceeded, match=rf"the cap 'caps\.{cap}' is reached: .*raise the cap"
        ) as told:
            await budget.reserve(1, 1)
        assert told.value.cap == cap

    asyncio.run(main())


def test_rounding_of_reservations_does_not_add_up() -> None:
    async def main() -> None:
        budget = Budget(Caps(usd=0.7))
        for _ in range(10_000):
            await budget.reserve(0.1, 0)
            await budget.reserve(0.2, 0)
            budget.settle(0.1, 0, usd=0.0, calls=0, tokens=0)
            budget.settle(0.2, 0, usd=0.0, calls=0, tokens=0)
        await budget.reserve(0.7, 0)

    asyncio.run(main())


def test_what_the_run_spent_before_counts() -> None:
    async def main() -> None:
        budget = Budget(Caps(usd=10, calls=5), usd=8, calls=4, tokens=100)
        assert budget.fits(usd=2, calls=1)
        assert not budget.fits(usd=2.1)
        assert not budget.fits(calls=2)
        with pytest.raises(
            BudgetExceeded, match=r"8\.0000 of 10 dollars are spent, the next call may cost 3\.0000"
        ):
            await budget.reserve(3, 0)
        await budget.reserve(2, 0)

    asyncio.run(main())


def test_a_cap_of_zero_lets_only_free_calls_through() -> None:
    async def main() -> None:
        budget = Budget(Caps(usd=0))
        await budget.reserve(0, 1_000)
        budget.settle(0, 1_000, usd=0, calls=1, tokens=900)
        with pytest.raises(BudgetExceeded):
            await budget.reserve(1e-9, 0)

    asyncio.run(main())


def test_fits_looks_at_every_cap() -> None:
    budget = Budget(Caps(usd=1, calls=2, tokens=3))
    assert budget.fits(usd=1, calls=2, tokens=3)
    assert not budget.fits(usd=1.1)
    assert not budget.fits(calls=3)
    assert not budget.fits(tokens=4)
    assert Budget(Caps()).fits(usd=1e9, calls=10**9, tokens=10**9)
