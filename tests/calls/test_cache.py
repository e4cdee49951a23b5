import asyncio
import sqlite3
from contextlib import closing

import virtual_time
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scripted import Scripted, path, question

from assay.api.running import run_sync
from assay.budget import Price
from assay.calls import Terms, each
from assay.records import Answer, Image, Message, Reply, Request, Usage
from assay.store import Store


def states(store: Store) -> list[tuple[str, float, int]]:
    """What another process sees of the calls."""
    with closing(sqlite3.connect(store.database.path)) as connection:
        return connection.execute("SELECT state, reserved_usd, reserved_tokens FROM calls").fetchall()


def test_an_answer_that_is_there_sends_nothing_in_any_run_and_after_reopening(store: Store) -> None:
    chat = Scripted()

    async def ask(store: Store, run: str) -> Answer:
        return await path(store, run=run).ask(chat, question(chat, "a"), role="answerer")

    first = virtual_time.run(ask(store, "run-1"))
    again = virtual_time.run(ask(store, "run-1"))
    other = virtual_time.run(ask(store, "run-2"))
    store.close()
    with Store(store.url) as reopened:
        late = virtual_time.run(ask(reopened, "run-3"))
    assert len(chat.sent) == 1
    assert not first.cached
    for answer in (again, other, late):
        assert answer == Answer(first.key, first.reply, cached=True, nominal_usd=first.nominal_usd)


def test_the_key_is_the_requests_own(store: Store) -> None:
    chat = Scripted()
    request = question(chat, "a")

    async def main() -> list[str]:
        calls = path(store)
        return [(await calls.ask(chat, request, sample, role="r")).key for sample in (0, 1, 0)]

    assert virtual_time.run(main()) == [request.key(), request.key(1), request.key(0)]


def test_samples_are_separate_draws_and_the_model_is_told_which(store: Store) -> None:
    chat = Scripted()

    async def main() -> list[str]:
        calls = path(store)
        drawn = [await calls.ask(chat, question(chat, "a"), sample, role="r") for sample in (0, 1, 2, 1)]
        return [answer.reply.text for answer in drawn]

    assert virtual_time.run(main()) == ["reply 0", "reply 1", "reply 2", "reply 1"]
    assert [sent.sample for sent in chat.sent] == [0, 1, 2]


def test_whatever_changes_the_question_is_asked_anew(store: Store) -> None:
    chat, other = Scripted(), Scripted(name="scripted/other")
    asked = [
        (chat, question(chat, "a")),
        (chat, question(chat, "a ")),
        (chat, question(chat, "a", temperature=0.5)),
        (chat, Request(chat.id, (Message("system", "s"), Message("user", "a")))),
        (other, question(other, "a")),
    ]

    async def main() -> None:
        calls = path(store)
        for model, request in asked:
            assert not (await calls.ask(model, request, role="r")).cached

    virtual_time.run(main())


def test_made_and_cached_are_counted(store: Store) -> None:
    chat = Scripted()

    async def main() -> tuple[int, int]:
        calls = path(store)
        for text in "abab":
            await calls.ask(chat, question(chat, text), role="r")
        return calls.made, calls.cached

    assert virtual_time.run(main()) == (2, 2)


def test_a_cached_answer_is_nominal_but_not_paid(store: Store) -> None:
    chat = Scripted()
    terms = {chat.id: Terms(Price.flat(1_000, 2_000))}

    async def main(run: str) -> float | None:
        return (await path(store, run=run, terms=terms).ask(chat, question(chat, "a"), role="r")).nominal_usd

    nominal = 100 * 0.001 + 10 * 0.002
    assert virtual_time.run(main("run-1")) == nominal
    assert virtual_time.run(main("run-2")) == nominal
    (line,) = store.calls.ledger("run-2")
    assert (line.calls, line.made, line.nominal_usd, line.paid_usd) == (1, 0, nominal, 0.0)
    assert store.calls.spent("run-1").usd == nominal
    assert store.calls.spent("run-2").usd == 0.0


def test_an_attempt_is_noted_with_its_bounds_before_it_is_sent_and_its_reply_before_anybody_sees_it(
    store: Store,
) -> None:
    chat = Scripted()
    terms = {chat.id: Terms(Price.flat(1_000, 2_000))}
    request = question(chat, "a")
    size = len(request.canonical())
    noted: list[list[tuple[str, float, int]]] = []

    def look(_: Request) -> Reply:
        noted.append(states(store))
        return Reply("seen", "stop", Usage(1, 1))

    chat.steps = [look]

    async def main() -> None:
        await path(store, terms=terms).ask(chat, request, role="r")
        noted.append(states(store))

    virtual_time.run(main())
    upper = size * 0.001 + 50 * 0.002
    assert noted == [[("sent", upper, size + 50)], [("done", upper, size + 50)]]


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(), max_size=40))
def test_what_the_first_caller_saw_is_what_every_later_one_gets(store: Store, text: str) -> None:
    """Half surrogate pairs included, which a server can send and no store can hold."""
    chat = Scripted([Reply(text, "stop", Usage(1, 1))])

    async def main() -> tuple[Answer, Answer]:
        calls = path(store)
        request = question(chat, f"q {text!a}")
        return await calls.ask(chat, request, role="r"), await calls.ask(chat, request, role="r")

    first, second = virtual_time.run(main())
    assert first.reply == second.reply


def test_half_a_surrogate_pair_in_a_question_or_a_reply_does_no_harm(store: Store) -> None:
    chat = Scripted([Reply("cut \ud83d", "length", Usage(1, 1))])

    async def main() -> list[Answer]:
        calls = path(store)
        asked = [question(chat, "half \udc00"), question(chat, "half \udc00"), question(chat, "whole")]
        return [await calls.ask(chat, request, role="r") for request in asked]

    answers = virtual_time.run(main())
    assert [answer.reply.text for answer in answers] == ["cut \ufffd", "cut \ufffd", "reply 1"]
    assert [answer.cached for answer in answers] == [False, True, False]


def test_tokens_are_estimated_where_the_server_counts_none(store: Store) -> None:
    chat = Scripted([Reply("x" * 30), Reply("y" * 30)])
    parts = Message("user", ("p" * 30, Image("blob", "image/png"), "q" * 30))
    terms = {chat.id: Terms(Price.flat(1_000, 2_000))}

    async def main() -> list[float | None]:
        calls = path(store, terms=terms)
        plain = await calls.ask(chat, question(chat, "p" * 60), role="r")
        pictured = await calls.ask(chat, Request(chat.id, (parts,)), role="r")
        return [plain.nominal_usd, pictured.nominal_usd]

    assert virtual_time.run(main()) == [21 * 0.001 + 11 * 0.002] * 2
    assert store.calls.spent("run-1").tokens == 2 * 32


def test_sync_and_async_callers_share_one_cache(store: Store) -> None:
    chat = Scripted()

    async def ask() -> Answer:
        return await path(store).ask(chat, question(chat, "a"), role="r")

    async def notebook() -> Answer:
        return run_sync(ask())  # a running loop in this thread, as in a notebook

    answers = [run_sync(ask()), asyncio.run(ask()), asyncio.run(notebook())]
    assert [answer.cached for answer in answers] == [False, True, True]
    assert len(chat.sent) == 1


def test_a_cached_rerun_leaves_other_tasks_their_turn(store: Store) -> None:
    chat = Scripted()
    turns = 0

    async def ticker() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    async def main() -> int:
        calls = path(store)

        async def one(_: int) -> None:
            await calls.ask(chat, question(chat, "a"), role="r")

        await one(0)
        task = asyncio.ensure_future(ticker())
        await asyncio.sleep(0)
        before = turns
        await each(one, range(2_000), width=4)
        task.cancel()
        return turns - before

    assert virtual_time.run(main()) >= 5
