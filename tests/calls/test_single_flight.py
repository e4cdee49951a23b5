import asyncio
from typing import Any

import pytest
import virtual_time
from scripted import Scripted, path, question

from assay.errors import Denied
from assay.records import Answer, Reply, Usage
from assay.store import Store


def twins(calls: Any, chat: Scripted, count: int, sample: int = 0) -> list["asyncio.Task[Answer]"]:
    request = question(chat, "the same")
    return [asyncio.ensure_future(calls.ask(chat, request, sample, role="r")) for _ in range(count)]


def test_identical_questions_in_flight_are_paid_once(store: Store) -> None:
    chat = Scripted(seconds=1)

    async def main() -> list[Answer]:
        return await asyncio.gather(*twins(path(store), chat, 20))

    answers = virtual_time.run(main())
    assert len(chat.sent) == 1
    assert {answer.reply.text for answer in answers} == {"reply 0"}
    assert sorted(answer.cached for answer in answers) == [False, *[True] * 19]
    assert store.calls.spent("run-1").calls == 1


def test_samples_of_one_question_are_no_twins(store: Store) -> None:
    chat = Scripted(seconds=1)

    async def main() -> None:
        calls = path(store)
        await asyncio.gather(*twins(calls, chat, 3, 0), *twins(calls, chat, 3, 1))

    virtual_time.run(main())
    assert sorted(sent.sample for sent in chat.sent) == [0, 1]


def test_when_the_payer_is_cancelled_one_twin_asks_itself_and_the_others_wait_for_it(store: Store) -> None:
    chat = Scripted(seconds=10)

    async def main() -> list[Answer]:
        payer, *others = twins(path(store), chat, 5)
        await asyncio.sleep(3)
        payer.cancel()
        with pytest.raises(asyncio.CancelledError):
            await payer
        return await asyncio.gather(*others)

    answers = virtual_time.run(main())
    assert [sent.at for sent in chat.sent] == [0.0, 3.0]
    assert {answer.reply.text for answer in answers} == {"reply 1"}
    assert sum(not answer.cached for answer in answers) == 1
    # The attempt that was cut off may have been paid.
    assert store.calls.spent("run-1").calls == 2


def test_when_the_payer_is_cancelled_while_its_reply_is_being_saved_nothing_is_sent_again(
    store: Store,
) -> None:
    chat = Scripted(gate=asyncio.Event())

    async def main() -> list[Answer]:
        payer, *others = twins(path(store), chat, 3)
        while not chat.sent:
            await asyncio.sleep(0)
        assert chat.gate is not None
        chat.gate.set()
        while chat.in_flight:
            await asyncio.sleep(0)
        payer.cancel()
        with pytest.raises(asyncio.CancelledError):
            await payer
        return await asyncio.gather(*others)

    answers = virtual_time.run(main())
    assert len(chat.sent) == 1
    assert [answer.reply.text for answer in answers] == ["reply 0"] * 2
    assert store.calls.spent("run-1").calls == 1


def test_when_the_payer_fails_its_twins_get_the_error_and_nothing_more_is_sent(store: Store) -> None:
    chat = Scripted([Denied("no such model")], seconds=1)

    async def main() -> list[Answer | BaseException]:
        return await asyncio.gather(*twins(path(store), chat, 20), return_exceptions=True)

    found = virtual_time.run(main())
    assert len(chat.sent) == 1
    assert {type(error) for error in found} == {Denied}


def test_a_twin_that_is_cancelled_disturbs_nobody(store: Store) -> None:
    chat = Scripted(seconds=10)

    async def main() -> list[Answer]:
        payer, twin, other = twins(path(store), chat, 3)
        await asyncio.sleep(1)
        twin.cancel()
        return await asyncio.gather(payer, other)

    assert [answer.reply.text for answer in virtual_time.run(main())] == ["reply 0"] * 2
    assert len(chat.sent) == 1


def test_what_another_process_answers_meanwhile_is_not_sent(store: Store) -> None:
    """Another handle of the store stands for the other process: it commits between our look and our note."""
    chat, elsewhere = Scripted(), Scripted([])

    async def main() -> tuple[Answer, Answer]:
        with Store(store.url) as other:
            theirs, ours = path(other, run="run-2"), path(store)
            request = question(chat, "a")
            # Ours has looked and found nothing; it waits for its place while theirs is answered.
            lane = ours._lane(chat)
            lane.slow_down(5)
            task = asyncio.ensure_future(ours.ask(chat, request, role="r"))
            await asyncio.sleep(1)
            first = await theirs.ask(elsewhere, request, role="r")
            return first, await task

    first, second = virtual_time.run(main())
    assert (len(elsewhere.sent), len(chat.sent)) == (1, 0)
    assert (first.cached, second.cached) == (False, True)
    assert second.reply == first.reply
    assert store.calls.spent("run-1").calls == 0


def test_where_two_processes_pay_for_the_same_question_at_once_the_first_reply_stands_for_both(
    store: Store,
) -> None:
    used = Usage(5, 4)
    quick = Scripted([Reply("quick", usage=used)], seconds=1)
    slow = Scripted([Reply("slow", usage=used)], seconds=5)

    async def main() -> tuple[Answer, Answer, Answer]:
        with Store(store.url) as other:
            theirs, ours = path(other, run="run-2"), path(store)
            request = question(quick, "a")
            first, second = await asyncio.gather(
                theirs.ask(quick, request, role="r"), ours.ask(slow, request, role="r")
            )
            return first, second, await ours.ask(slow, request, role="r")

    first, second, third = virtual_time.run(main())
    assert [answer.reply.text for answer in (first, second, third)] == ["quick"] * 3
    assert [answer.cached for answer in (first, second, third)] == [False, False, True]
    bills = [store.calls.spent(run) for run in ("run-1", "run-2")]
    assert [bill.calls for bill in bills] == [1, 1]
    assert [bill.tokens for bill in bills] == [9, 9]
