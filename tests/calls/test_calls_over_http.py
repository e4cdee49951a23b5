import asyncio
import itertools
import resource
import sys
from collections.abc import Callable, Coroutine, Iterator
from typing import Any, TypeVar

import pytest
from scripted import path, question

from assay.budget import Caps, Price
from assay.calls import Limits, Patience, Terms, each
from assay.errors import ContextTooLong, Denied, ServerFault, Uncertain, Unreachable
from assay.models.anthropic import AnthropicChat
from assay.models.openai import OpenAIChat
from assay.models.wire import WireChat
from assay.store import Store
from support import faults
from support.children import together
from support.server import Server

Serve = Callable[..., Server]
Value = TypeVar("Value")
QUICK = Patience(base_s=0.01, longest_s=0.05)
PRICE = Price.flat(1_000, 2_000)


def talk(
    store: Store,
    chat: WireChat,
    work: Callable[[Any], Coroutine[Any, Any, Value]],
    caps: Caps | None = None,
    **limits: Any,
) -> Value:
    """Run some work with the path to a model, and release the connections."""

    async def main() -> Value:
        try:
            terms = {chat.id: Terms(PRICE, Limits(**limits))}
            return await work(path(store, caps, terms=terms, patience=QUICK))
        finally:
            await chat.close()

    return asyncio.run(main())


def ask_all(chat: WireChat, texts: list[str]) -> Callable[[Any], Coroutine[Any, Any, list[str]]]:
    async def work(calls: Any) -> list[str]:
        found = {}

        async def one(text: str) -> None:
            found[text] = (await calls.ask(chat, question(chat, text), role="r")).reply.text

        await each(one, texts, width=4)
        return [found[text] for text in texts]

    return work


@pytest.fixture(params=["openai", "anthropic"])
def make(request: pytest.FixtureRequest) -> Callable[[Server], WireChat]:
    if request.param == "openai":
        return lambda server: OpenAIChat(
            "m", base_url=server.openai_url, key="sk-test-0123456789", timeout_s=1
        )
    return lambda server: AnthropicChat("m", base_url=server.url, key="sk-test-0123456789", timeout_s=1)


def test_a_rerun_sends_nothing_over_either_protocol(
    store: Store, server: Server, make: Callable[[Server], WireChat]
) -> None:
    chat = make(server)
    texts = [f"question {number}" for number in range(30)]
    first = talk(store, chat, ask_all(chat, texts))
    assert (server.count, server.distinct) == (30, 30)
    assert talk(store, chat, ask_all(chat, texts)) == first
    assert server.count == 30
    assert first == [f"m read: {text}" for text in texts]
    assert store.calls.spent("run-1").calls == 30


@pytest.mark.parametrize(
    ("fault", "uncertain"),
    [
        (faults.server_error(500), 0),
        (faults.rate_limited("0"), 0),
        (faults.overloaded(), 0),
        (faults.html_page(502), 0),
        (faults.reset_after(), 1),
        (faults.cut_json(), 1),
        (faults.cut_body(), 1),
        (faults.hang(), 1),
    ],
    ids=["500", "429", "529", "502 page", "reset", "cut JSON", "cut body", "timeout"],
)
def test_a_fault_is_survived_and_charged_only_where_it_may_have_been_paid(
    store: Store, serve: Serve, make: Callable[[Server], WireChat], fault: faults.Fault, uncertain: int
) -> None:
    server = serve(plan={1: fault})
    chat = make(server)
    assert talk(store, chat, ask_all(chat, ["a", "b"])) == ["m read: a", "m read: b"]
    assert server.count == 3
    (line,) = store.calls.ledger("run-1")
    assert (line.calls, line.failed, line.uncertain) == (2, 0, uncertain)
    assert store.calls.spent("run-1").calls == 2 + uncertain


def test_retry_after_is_obeyed_by_the_whole_lane(store: Store, serve: Serve) -> None:
    """After the refusal nothing comes until the server's own clock allows it."""
    arrivals: list[float] = []

    def plan(number: int, _: Any) -> faults.Fault | None:
        arrivals.append(asyncio.get_running_loop().time())
        return faults.rate_limited("1") if number == 3 else None

    server = serve(plan=plan)
    chat = OpenAIChat("m", base_url=server.openai_url)
    talk(store, chat, ask_all(chat, [str(number) for number in range(8)]), concurrency=1)
    gaps = [after - before for before, after in itertools.pairwise(arrivals)]
    assert gaps[2] >= 1.0
    assert server.count == 9


def test_a_wrong_key_fails_at_once_and_is_not_shown(
    store: Store, serve: Serve, make: Callable[[Server], WireChat]
) -> None:
    server = serve(plan={1: faults.bad_key()})
    chat = make(server)
    with pytest.raises(Denied) as caught:
        talk(store, chat, ask_all(chat, ["a"]))
    assert server.count == 1
    assert "sk-test-0123456789" not in str(caught.value)
    assert store.calls.spent("run-1").usd == 0.0
    store.evidence.flush()
    assert b"sk-test-0123456789" not in b"".join(
        file.read_bytes() for file in store.database.folder.iterdir() if file.is_file()
    )


def test_a_request_too_long_fails_alone_and_again_on_resume_without_a_request(
    store: Store, serve: Serve
) -> None:
    def plan(_: int, body: Any) -> faults.Fault | None:
        return faults.too_long() if "long" in str(body["messages"]) else None

    server = serve(plan=plan)
    chat = OpenAIChat("m", base_url=server.openai_url)

    async def work(calls: Any) -> dict[str, str]:
        found = {}

        async def one(text: str) -> None:
            try:
                found[text] = (await calls.ask(chat, question(chat, text), role="r")).reply.text
            except ContextTooLong as error:
                found[text] = type(error).__name__

        await each(one, ["a", "long", "b"], width=2)
        return found

    expected = {"a": "m read: a", "long": "ContextTooLong", "b": "m read: b"}
    for _ in range(2):
        assert talk(store, chat, work) == expected
        assert server.count == 3


def test_a_server_that_always_fails_ends_the_call_with_its_words(store: Store, serve: Serve) -> None:
    server = serve(plan=lambda *_: faults.server_error(503))
    chat = OpenAIChat("m", base_url=server.openai_url)
    with pytest.raises(ServerFault, match="HTTP 503"):
        talk(store, chat, ask_all(chat, ["a"]))
    assert server.count == QUICK.attempts


def test_a_server_that_is_not_there_ends_the_call_and_costs_nothing(store: Store) -> None:
    with Server() as gone:
        url = gone.openai_url
    chat = OpenAIChat("m", base_url=url)
    with pytest.raises(Unreachable, match="cannot connect to 127"):
        talk(store, chat, ask_all(chat, ["a"]))
    assert store.calls.spent("run-1").calls == 0


def test_a_server_that_never_answers_is_charged_for_every_attempt(store: Store, serve: Serve) -> None:
    server = serve(plan=lambda *_: faults.reset_after())
    chat = OpenAIChat("m", base_url=server.openai_url)
    with pytest.raises(Uncertain):
        talk(store, chat, ask_all(chat, ["a"]))
    assert server.count == QUICK.attempts
    assert store.calls.spent("run-1").calls == QUICK.attempts
    assert store.calls.spent("run-1").usd > 0


def test_headers_that_say_nothing_is_left_hold_the_lane_back(store: Store, serve: Serve) -> None:
    arrivals: list[float] = []

    def plan(*_: Any) -> None:
        arrivals.append(asyncio.get_running_loop().time())

    server = serve(plan=plan)
    server.headers = {"x-ratelimit-remaining-requests": "0", "x-ratelimit-reset-requests": "300ms"}
    chat = OpenAIChat("m", base_url=server.openai_url)
    talk(store, chat, ask_all(chat, ["a", "b", "c"]), concurrency=1)
    assert len(arrivals) == 3
    assert all(after - before >= 0.29 for before, after in itertools.pairwise(arrivals))


@pytest.fixture
def many_files() -> Iterator[None]:
    """Client and server of a test share one process, so a connection takes two files."""
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(before[1], 8_192), before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_NOFILE, before)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="limits of open files are POSIX")
@pytest.mark.usefixtures("many_files")
def test_a_thousand_in_flight_asked_for_are_reached(store: Store, serve: Serve) -> None:
    """Counted at the server, which answers nobody: no cap of a connection pool stands in the way."""
    server = serve(latency_s=600, keep=False)
    chat = OpenAIChat("m", base_url=server.openai_url)

    async def work(calls: Any) -> int:
        async def one(number: int) -> None:
            await calls.ask(chat, question(chat, number), role="r")

        task = asyncio.ensure_future(each(one, range(2_000), width=2_000))
        async with asyncio.timeout(60):
            while server.max_in_flight < 1_000:
                await asyncio.sleep(0.05)
        for _ in range(20):
            await asyncio.sleep(0.01)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        return server.max_in_flight

    assert talk(store, chat, work, concurrency=1_000) == 1_000


TWO = """
import asyncio

async def main():
    store, chat = Store(sys.argv[2]), OpenAIChat("m", base_url=sys.argv[3])
    lease = store.lease(sys.argv[4])
    calls = Calls(store, sys.argv[4], Budget(Caps()))
    async def one(number):
        request = Request(chat.id, (Message("user", f"question {number}"),))
        return (await calls.ask(chat, request, role="r")).reply.text
    numbers = range(60) if sys.argv[5] == "up" else range(59, -1, -1)
    texts = []
    for number in numbers:
        texts.append(await one(number))
    await chat.close()
    store.close()
    print(calls.made, calls.cached, *sorted(texts), sep="|")

asyncio.run(main())
"""
IMPORTS = """
from assay.budget import Budget, Caps
from assay.calls import Calls
from assay.models.openai import OpenAIChat
from assay.records import Message, Request
from assay.store import Store
"""


def test_two_processes_share_the_cache(store: Store, serve: Serve) -> None:
    """They come from both ends and meet: what one has answered the other does not send."""
    server = serve(latency_s=0.005, responder=lambda messages, model, body: f"answer {server.count}")
    for _ in range(2):
        store.runs.create(study="s", name="run", kind="text", config={})
    arguments = [
        [store.url, server.openai_url, "run-1", "up"],
        [store.url, server.openai_url, "run-2", "down"],
    ]
    first, second = (line.split("|") for line in together(store.database.folder, IMPORTS, TWO, arguments))
    assert first[2:] == second[2:]
    made = [int(line[0]) for line in (first, second)]
    assert sum(made) == server.count
    # At the meeting point both may have the same question in flight, once.
    assert 60 <= server.count <= 61
    assert [store.calls.spent(run).calls for run in ("run-1", "run-2")] == made
