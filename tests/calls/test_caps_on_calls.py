import asyncio
import random

import pytest
import virtual_time
from scripted import Scripted, path, question

from assay.budget import Caps, Price
from assay.calls import Limits, Terms, each
from assay.errors import BudgetExceeded, ServerFault, Uncertain
from assay.records import Reply, Request, Usage
from assay.store import Store

PRICE = Price.flat(1_000, 2_000)


def test_when_a_cap_is_reached_nothing_is_sent_and_nothing_noted(store: Store) -> None:
    chat = Scripted()

    async def main() -> None:
        calls = path(store, Caps(calls=2))
        for text in "ab":
            await calls.ask(chat, question(chat, text), role="r")
        with pytest.raises(BudgetExceeded, match=r"'caps\.calls' is reached: 2 of 2 calls are made"):
            await calls.ask(chat, question(chat, "c"), role="r")
        # What is there already costs nothing.
        assert (await calls.ask(chat, question(chat, "a"), role="r")).cached

    virtual_time.run(main())
    assert len(chat.sent) == 2
    assert store.calls.find(question(chat, "c").key()) is None


def test_a_money_cap_is_kept_by_the_worst_case_not_by_the_hoped_for_price(store: Store) -> None:
    chat = Scripted()
    upper = PRICE.upper(len(question(chat, "a").canonical()), 50)

    async def main(cap: float) -> None:
        calls = path(store, Caps(usd=cap), terms={chat.id: Terms(PRICE)})
        await calls.ask(chat, question(chat, "a"), role="r")

    with pytest.raises(BudgetExceeded, match=r"'caps\.usd'"):
        virtual_time.run(main(upper * 0.999))
    assert chat.sent == []
    virtual_time.run(main(upper))
    assert len(chat.sent) == 1


def test_a_token_cap_counts_input_and_output(store: Store) -> None:
    chat = Scripted([Reply("x", "stop", Usage(70, 20))])
    size = len(question(chat, "a").canonical()) + 50

    async def main() -> None:
        calls = path(store, Caps(tokens=90 + size - 1))
        await calls.ask(chat, question(chat, "a"), role="r")
        with pytest.raises(
            BudgetExceeded, match=rf"90 of {90 + size - 1} tokens are used, the next may use {size}"
        ):
            await calls.ask(chat, question(chat, "b"), role="r")

    virtual_time.run(main())


def test_without_a_stated_token_cap_a_default_bound_is_reserved(store: Store) -> None:
    chat = Scripted()

    async def main() -> None:
        calls = path(store, Caps(tokens=4_000))
        await calls.ask(chat, question(chat, "a", max_tokens=None), role="r")

    with pytest.raises(BudgetExceeded):
        virtual_time.run(main())


@pytest.mark.parametrize("seed", range(5))
def test_many_calls_at_once_with_failures_never_pass_the_cap(store: Store, seed: int) -> None:
    draw = random.Random(seed)
    paid = 0.0

    def reply(request: Request) -> Reply:
        nonlocal paid
        usage = Usage(draw.randint(1, len(request.canonical())), draw.randint(1, 50))
        paid += PRICE.of(usage)
        return Reply("x", "stop", usage)

    def fault(_: Request) -> Reply:
        raise draw.choice([ServerFault, Uncertain])("planted")

    chat = Scripted([fault if draw.random() < 0.15 else reply for _ in range(2_000)], seconds=1)
    cap, refused = 30.0, 0

    async def main() -> None:
        terms = {chat.id: Terms(PRICE, Limits(concurrency=32))}
        calls = path(store, Caps(usd=cap), terms=terms)

        async def one(number: int) -> None:
            nonlocal refused
            try:
                await calls.ask(chat, question(chat, number), role="r")
            except BudgetExceeded:
                refused += 1

        await each(one, range(400), width=32)

    virtual_time.run(main())
    assert refused > 0
    spent = store.calls.spent("run-1").usd
    assert paid <= spent + 1e-9
    assert spent <= cap + 1e-9
    # No money is left lying that one more call would certainly have fitted into.
    assert cap - spent < PRICE.upper(len(question(chat, 100).canonical()), 50)


def test_a_price_nobody_knows_is_told_as_none_and_counted_in_calls_and_tokens(store: Store) -> None:
    chat = Scripted([Uncertain("no reply in time")])

    async def main() -> float | None:
        calls = path(store, terms={chat.id: Terms(None)})
        return (await calls.ask(chat, question(chat, "a"), role="r")).nominal_usd

    assert virtual_time.run(main()) is None
    spent = store.calls.spent("run-1")
    assert (spent.usd, spent.calls) == (0.0, 2)
    assert spent.tokens > 110
    (line,) = store.calls.ledger("run-1")
    assert line.nominal_usd is None


def test_a_cancelled_call_is_uncertain_and_charged_at_its_upper_bound(store: Store) -> None:
    chat = Scripted(seconds=100)
    key = question(chat, "a").key()

    async def main() -> int:
        calls = path(store, terms={chat.id: Terms(PRICE)})
        task = asyncio.ensure_future(calls.ask(chat, question(chat, "a"), role="r"))
        await asyncio.sleep(5)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        return calls.made

    assert virtual_time.run(main()) == 1
    spent = store.calls.spent("run-1")
    assert spent.usd == pytest.approx(PRICE.upper(len(question(chat, "a").canonical()), 50))
    found = store.calls.find(key)
    assert found is not None
    assert found.state == "uncertain"


def test_a_call_cancelled_before_it_was_sent_costs_nothing_even_after_a_resume(store: Store) -> None:
    chat = Scripted()

    async def main() -> None:
        calls = path(store, Caps(calls=1))
        task = asyncio.ensure_future(calls.ask(chat, question(chat, "a"), role="r"))
        await asyncio.sleep(0)  # its note is handed in and not yet written
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert chat.sent == []
        await calls.ask(chat, question(chat, "b"), role="r")

    virtual_time.run(main())
    store.calls.settle_lost("run-1")
    assert store.calls.spent("run-1").calls == 1


def test_a_resumed_run_goes_on_with_what_it_has_spent(store: Store) -> None:
    chat = Scripted()

    async def main(text: str) -> None:
        await path(store, Caps(calls=2)).ask(chat, question(chat, text), role="r")

    virtual_time.run(main("a"))
    virtual_time.run(main("b"))
    with pytest.raises(BudgetExceeded):
        virtual_time.run(main("c"))
    assert len(chat.sent) == 2
