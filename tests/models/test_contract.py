"""What every model promises, run over every implementation that can run here."""

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from assay.models.registry import make_chat
from assay.records import Capabilities, Chat, Message, Reply, Request, Settings, Usage
from support.server import Server

WRITE = "Write three follow-up questions about the text.\n\nText: Bees dance to tell where flowers are."


@dataclass(frozen=True)
class Case:
    """How to make a model, and whether calls go to a server that counts them."""

    make: Callable[[], Chat]
    server: Server | None


def _over_http(provider: str) -> Callable[[Server], Case]:
    def case(server: Server) -> Case:
        base = server.openai_url if provider == "openai" else server.url
        return Case(lambda: make_chat(f"{provider}/any", base_url=base), server)

    return case


def _simulation(_: Server) -> Case:
    return Case(lambda: make_chat("sim/writer"), None)


CASES = {"openai": _over_http("openai"), "anthropic": _over_http("anthropic"), "sim": _simulation}


def run(talk: Callable[[Chat], Coroutine[Any, Any, Any]], case: Case) -> Any:
    async def whole() -> Any:
        chat = case.make()
        try:
            return await talk(chat)
        finally:
            await chat.close()

    return asyncio.run(whole())


def ask(chat: Chat, text: str = WRITE, **more: Any) -> Request:
    return Request(chat.id, (Message("user", text),), **more)


@pytest.fixture(params=list(CASES))
def case(request: pytest.FixtureRequest, server: Server) -> Iterator[Case]:
    return CASES[request.param](server)


class TestEveryChat:
    def test_it_is_a_chat_with_a_name_an_identity_a_lane_and_capabilities(self, case: Case) -> None:
        chat = case.make()
        assert isinstance(chat, Chat)
        assert chat.name
        assert chat.id
        assert chat.lane
        assert isinstance(chat.capabilities, Capabilities)
        assert chat.local == (case.server is None)

    def test_its_identity_is_the_same_each_time_it_is_made(self, case: Case) -> None:
        assert case.make().id == case.make().id
        assert case.make().lane == case.make().lane

    def test_it_answers_with_text_a_finish_and_usage(self, case: Case) -> None:
        async def talk(chat: Chat) -> Reply:
            return await chat.send(ask(chat))

        reply = run(talk, case)
        assert isinstance(reply, Reply)
        assert reply.text
        assert reply.finish == "stop"
        assert isinstance(reply.usage, Usage)
        assert reply.usage.input > 0
        assert reply.usage.output > 0

    def test_the_same_sample_of_the_same_request_is_the_same_answer(self, case: Case) -> None:
        async def talk(chat: Chat) -> list[str]:
            return [(await chat.send(ask(chat), 3)).text for _ in range(2)]

        first, second = run(talk, case)
        assert first == second

    def test_a_token_cap_cuts_and_says_so(self, case: Case) -> None:
        async def talk(chat: Chat) -> Reply:
            return await chat.send(ask(chat, settings=Settings(max_tokens=2)))

        reply = run(talk, case)
        assert reply.finish == "length"
        assert reply.usage.output <= 2

    def test_a_stop_text_ends_the_answer_and_is_not_part_of_it(self, case: Case) -> None:
        async def talk(chat: Chat) -> tuple[Reply, Reply]:
            return await chat.send(ask(chat)), await chat.send(ask(chat, settings=Settings(stop=("e",))))

        whole, cut = run(talk, case)
        assert "e" in whole.text
        assert "e" not in cut.text
        assert 0 < len(cut.text) < len(whole.text)
        assert cut.finish == "stop"

    def test_many_at_once_are_all_answered(self, case: Case) -> None:
        async def talk(chat: Chat) -> list[Reply]:
            return await asyncio.gather(*(chat.send(ask(chat), sample) for sample in range(40)))

        assert all(reply.text for reply in run(talk, case))
        if case.server is not None:
            assert case.server.answered == 40

    def test_the_sample_number_is_never_sent(self, case: Case) -> None:
        async def talk(chat: Chat) -> None:
            await chat.send(ask(chat), 7)
            await chat.send(ask(chat), 8)

        run(talk, case)
        if case.server is not None:
            assert case.server.bodies[0] == case.server.bodies[1]

    def test_it_can_be_closed_twice_and_used_again(self, case: Case) -> None:
        async def talk(chat: Chat) -> Reply:
            await chat.close()
            await chat.close()
            reply = await chat.send(ask(chat))
            await chat.close()
            await chat.close()
            return reply

        assert run(talk, case).text

    def test_it_serves_one_event_loop_after_another(self, case: Case) -> None:
        chat = case.make()

        async def talk() -> Reply:
            try:
                return await chat.send(ask(chat))
            finally:
                await chat.close()

        assert asyncio.run(talk()).text
        assert asyncio.run(talk()).text

    def test_a_call_can_be_cancelled(self, case: Case) -> None:
        if case.server is None:
            pytest.skip("a simulation answers at once")
        case.server.latency_s = 30

        async def talk(chat: Chat) -> None:
            call = asyncio.ensure_future(chat.send(ask(chat)))
            while case.server is not None and not case.server.in_flight:
                await asyncio.sleep(0.01)
            call.cancel()
            with pytest.raises(asyncio.CancelledError):
                await call

        run(talk, case)
