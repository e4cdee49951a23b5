import asyncio
import random
from collections import Counter

import pytest
import virtual_time
from hypothesis import given
from hypothesis import strategies as st
from scripted import Scripted, path, question

from assay.budget import Budget, Caps, Price
from assay.calls import Calls, Limits, Patience, Terms, Tries
from assay.errors import (
    BudgetExceeded,
    ContextTooLong,
    Denied,
    ModelError,
    RateLimited,
    Rejected,
    ServerFault,
    SettingRefused,
    Unavailable,
    Uncertain,
    Unreachable,
)
from assay.records import Answer, Reply
from assay.store import Store

PRICE = Price.flat(1_000, 2_000)
PATIENCE = Patience(attempts=5, refusals=12, unreachable=4, base_s=0.5, longest_s=30)


def ask(store: Store, chat: Scripted, *, run: str = "run-1", caps: Caps | None = None) -> Answer:
    """One call of a run, in virtual time."""

    async def main() -> Answer:
        calls = path(store, caps, run=run, terms={chat.id: Terms(PRICE)}, patience=PATIENCE)
        return await calls.ask(chat, question(chat, "a"), role="r")

    return virtual_time.run(main())


def gaps(chat: Scripted) -> list[float]:
    """Seconds between the attempts."""
    return [after.at - before.at for before, after in zip(chat.sent, chat.sent[1:], strict=False)]


def state(store: Store, chat: Scripted) -> str:
    found = store.calls.find(question(chat, "a").key())
    assert found is not None
    return found.state


@given(
    count=st.integers(1, 11),
    asked=st.none() | st.floats(0, 500),
    kind=st.sampled_from([RateLimited, ServerFault, Uncertain, Unreachable]),
)
def test_waits_double_with_jitter_and_are_never_shorter_than_asked(
    count: int, asked: float | None, kind: type[Unavailable]
) -> None:
    patience, tries = Patience(100, 100, 100), Tries()
    for _ in range(count):
        wait = tries.wait_after(kind("x", retry_after=asked), patience)
    assert wait is not None
    span = min(30.0, 0.5 * 2 ** (count - 1))
    assert max(span / 2, asked or 0) <= wait <= max(span, asked or 0)


def test_each_kind_of_failure_has_its_own_patience() -> None:
    tries = Tries()
    kinds = [RateLimited] * 11 + [Unreachable] * 3 + [ServerFault, Uncertain] * 2
    random.Random(3).shuffle(kinds)
    assert all(tries.wait_after(kind("x"), PATIENCE) is not None for kind in kinds)
    for kind in (RateLimited, Unreachable, ServerFault, Uncertain):
        assert tries.wait_after(kind("x"), PATIENCE) is None


def test_a_429_is_tried_again_no_sooner_than_asked(store: Store) -> None:
    chat = Scripted([RateLimited("slow down", retry_after=7.0)])
    assert ask(store, chat).reply.text == "reply 1"
    assert gaps(chat) == [7.0]
    assert store.calls.spent("run-1").calls == 1


def test_a_429_slows_the_whole_lane_but_no_other_lane(store: Store) -> None:
    refused, other = Scripted([RateLimited("slow down", retry_after=60.0)]), Scripted(name="scripted/other")

    async def main() -> None:
        calls = path(store)

        async def late(chat: Scripted, text: str) -> None:
            await asyncio.sleep(1)
            await calls.ask(chat, question(chat, text), role="r")

        first = calls.ask(refused, question(refused, "first"), role="r")
        lates = [late(chat, f"late {n}") for chat in (refused, other) for n in range(5)]
        await asyncio.gather(first, *lates)

    virtual_time.run(main())
    assert min(sent.at for sent in refused.sent[1:]) == 60.0
    assert {sent.at for sent in other.sent} == {1.0}


def test_the_width_of_a_lane_halves_on_a_burst_of_429_and_recovers(store: Store) -> None:
    chat = Scripted([RateLimited("slow down") for _ in range(16)], seconds=1)
    terms = {chat.id: Terms(limits=Limits(concurrency=16))}

    async def main() -> None:
        calls = path(store, terms=terms)
        for first, count in ((0, 16), (100, 300)):
            asked = [calls.ask(chat, question(chat, n), role="r") for n in range(first, first + count)]
            await asyncio.gather(*asked)

    virtual_time.run(main())
    at_once = Counter(sent.at for sent in chat.sent)
    refused, reopened = sorted(at_once)[:2]
    assert (at_once[refused], at_once[reopened]) == (16, 8)
    assert max(count for at, count in at_once.items() if at > reopened) == 16


def test_a_429_that_never_ends_gives_up_with_the_providers_words(store: Store) -> None:
    chat = Scripted([RateLimited("the daily quota is used up") for _ in range(50)])
    with pytest.raises(RateLimited, match="the daily quota is used up"):
        ask(store, chat)
    assert len(chat.sent) == PATIENCE.refusals
    assert state(store, chat) == "failed"
    assert store.calls.spent("run-1").calls == 0


def test_a_500_is_tried_again_after_growing_waits_and_costs_nothing(store: Store) -> None:
    chat = Scripted([ServerFault("500") for _ in range(4)])
    ask(store, chat)
    waited = gaps(chat)
    assert all(0.25 * 2**n <= wait <= 0.5 * 2**n for n, wait in enumerate(waited))
    assert len(waited) == 4
    assert store.calls.spent("run-1").calls == 1


def test_a_call_that_keeps_failing_gives_up_and_is_tried_afresh_on_resume(store: Store) -> None:
    chat = Scripted([ServerFault("500") for _ in range(5)])
    with pytest.raises(ServerFault):
        ask(store, chat)
    assert len(chat.sent) == PATIENCE.attempts
    assert state(store, chat) == "failed"
    assert ask(store, chat).reply.text == "reply 5"


def test_a_server_that_cannot_be_reached_is_given_up_after_few_attempts_with_its_message(
    store: Store,
) -> None:
    chat = Scripted([Unreachable("cannot connect to localhost:1") for _ in range(50)])
    with pytest.raises(Unreachable, match="cannot connect to localhost:1"):
        ask(store, chat)
    assert len(chat.sent) == PATIENCE.unreachable
    assert store.calls.spent("run-1").calls == 0


def test_an_uncertain_attempt_is_charged_at_its_upper_bound_and_tried_again(store: Store) -> None:
    chat = Scripted([Uncertain("no reply in time"), Uncertain("no reply in time")])
    request = question(chat, "a")
    size = len(request.canonical())
    ask(store, chat)
    spent, cost = store.calls.spent("run-1"), 100 * 0.001 + 10 * 0.002
    assert spent.calls == 3
    assert spent.usd == pytest.approx(2 * (size * 0.001 + 50 * 0.002) + cost)
    assert spent.tokens == 2 * (size + 50) + 110
    (line,) = store.calls.ledger("run-1")
    assert (line.uncertain, line.nominal_usd, line.paid_usd) == (2, cost, spent.usd)


def test_uncertain_attempts_count_against_the_cap(store: Store) -> None:
    chat = Scripted([Uncertain("no reply in time") for _ in range(9)])
    with pytest.raises(BudgetExceeded):
        ask(store, chat, caps=Caps(calls=2))
    assert len(chat.sent) == 2
    assert store.calls.spent("run-1").calls == 2


def test_a_denial_is_final_after_one_attempt(store: Store) -> None:
    chat = Scripted([Denied("wrong key", status=401)])
    with pytest.raises(Denied, match="wrong key"):
        ask(store, chat)
    assert len(chat.sent) == 1
    assert state(store, chat) == "failed"
    store.calls.settle_lost("run-1")
    assert store.calls.spent("run-1").calls == 0
    # Another key may be right, so a resumed run asks again.
    assert ask(store, chat).reply.text == "reply 1"


def test_a_denial_of_what_was_made_is_final_and_charged(store: Store) -> None:
    chat = Scripted([Denied("the picture lies at an address that is not read", maybe_paid=True)])
    with pytest.raises(Denied, match="not read"):
        ask(store, chat)
    assert (len(chat.sent), state(store, chat)) == (1, "failed")
    assert store.calls.spent("run-1").calls == 1


@pytest.mark.parametrize("kind", [Rejected, ContextTooLong])
def test_a_rejection_is_stored_and_met_again_by_the_same_run_only(store: Store, kind: type[Rejected]) -> None:
    chat = Scripted([kind("it can never succeed", status=400)])
    for _ in range(3):
        with pytest.raises(kind, match="it can never succeed") as caught:
            ask(store, chat)
        assert type(caught.value) is kind
    assert len(chat.sent) == 1
    assert state(store, chat) == "failed"
    assert ask(store, chat, run="run-2").reply.text == "reply 1"
    assert ask(store, chat).cached


def test_a_refused_setting_is_asked_again_on_resume_since_the_model_has_learned(store: Store) -> None:
    chat = Scripted([SettingRefused("no temperature", setting="temperature")])
    with pytest.raises(SettingRefused):
        ask(store, chat)
    assert ask(store, chat).reply.text == "reply 1"


def test_a_place_in_the_lane_is_free_while_a_failed_call_waits_for_its_next_attempt(store: Store) -> None:
    chat = Scripted([ServerFault("500", retry_after=100.0)])
    terms = {chat.id: Terms(limits=Limits(concurrency=1))}

    async def main() -> list[Reply]:
        calls = path(store, terms=terms)
        asked = [calls.ask(chat, question(chat, text), role="r") for text in ("waits", "goes")]
        return [answer.reply for answer in await asyncio.gather(*asked)]

    virtual_time.run(main())
    assert [(sent.text, sent.at) for sent in chat.sent] == [("waits", 0.0), ("goes", 0.0), ("waits", 100.0)]


@pytest.mark.parametrize(("kind", "charged"), [(ServerFault, 0), (RateLimited, 0), (Uncertain, 1)])
def test_a_call_cut_off_between_two_attempts_is_charged_only_for_what_may_have_been_paid(
    store: Store, kind: type[Unavailable], charged: int
) -> None:
    chat = Scripted([kind("not now", retry_after=100.0)])

    async def main() -> None:
        task = asyncio.ensure_future(path(store).ask(chat, question(chat, "a"), role="r"))
        await asyncio.sleep(50)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    virtual_time.run(main())
    store.calls.settle_lost("run-1")
    assert store.calls.spent("run-1").calls == charged


def test_an_error_that_is_none_of_ours_is_raised_as_it_is_and_charged_on_resume(store: Store) -> None:
    """Whether the call was paid nobody knows, so it must not vanish from the bill."""
    chat = Scripted([ZeroDivisionError("a bug")])
    with pytest.raises(ZeroDivisionError):
        ask(store, chat)
    assert state(store, chat) == "sent"
    store.calls.settle_lost("run-1")
    assert store.calls.spent("run-1").calls == 1


def test_the_default_patience_is_used_where_none_is_given(store: Store) -> None:
    chat = Scripted([ModelError("none of the kinds")])

    async def main() -> None:
        await Calls(store, "run-1", Budget(Caps())).ask(chat, question(chat, "a"), role="r")

    with pytest.raises(ModelError, match="none of the kinds"):
        virtual_time.run(main())
