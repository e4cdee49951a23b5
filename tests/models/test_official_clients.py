"""The server of the tests has the shapes of the real ones: the providers' own clients accept it."""

from collections.abc import Callable, Iterator
from typing import Any

import anthropic
import openai
import pytest

from support import faults
from support.server import SIMULATED, Server

Serve = Callable[..., Server]
ASK = [{"role": "user", "content": "Say something."}]


@pytest.fixture
def openai_client() -> Iterator[Callable[..., Any]]:
    made: list[Any] = []

    def make(server: Server, key: str = "sk-test-1234567890") -> Any:
        made.append(openai.OpenAI(base_url=server.openai_url, api_key=key, max_retries=0))
        return made[-1]

    yield make
    for client in made:
        client.close()


@pytest.fixture
def anthropic_client() -> Iterator[Callable[..., Any]]:
    made: list[Any] = []

    def make(server: Server, key: str = "sk-ant-test-1234567890") -> Any:
        made.append(anthropic.Anthropic(base_url=server.url, api_key=key, max_retries=0))
        return made[-1]

    yield make
    for client in made:
        client.close()


def test_openai_client_reads_a_chat_completion(server: Server, openai_client: Callable[..., Any]) -> None:
    reply = openai_client(server).chat.completions.create(model="m", messages=ASK, max_tokens=50)
    assert reply.choices[0].message.content == "m read: Say something."
    assert reply.choices[0].finish_reason == "stop"
    assert reply.usage.total_tokens == reply.usage.prompt_tokens + reply.usage.completion_tokens > 0


def test_openai_client_reads_a_text_completion(server: Server, openai_client: Callable[..., Any]) -> None:
    reply = openai_client(server).completions.create(model="m", prompt="Once", max_tokens=2)
    assert reply.choices[0].text == "m read: "
    assert reply.choices[0].finish_reason == "length"


def test_openai_client_lists_models(server: Server, openai_client: Callable[..., Any]) -> None:
    assert [model.id for model in openai_client(server).models.list()] == list(SIMULATED)


def test_anthropic_client_reads_a_message(server: Server, anthropic_client: Callable[..., Any]) -> None:
    reply = anthropic_client(server).messages.create(
        model="m", messages=ASK, max_tokens=50, system="Be brief.", stop_sequences=["some"]
    )
    assert reply.content[0].text == "m read: Say "
    assert (reply.stop_reason, reply.stop_sequence) == ("stop_sequence", "some")
    assert reply.usage.input_tokens > 0
    assert reply.usage.output_tokens > 0


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (faults.rate_limited("3"), "RateLimitError"),
        (faults.bad_key(), "AuthenticationError"),
        (faults.too_long(), "BadRequestError"),
        (faults.server_error(), "InternalServerError"),
        (faults.refused(404, "model_not_found", "no such model"), "NotFoundError"),
        (faults.refused(403, "x", "not for you"), "PermissionDeniedError"),
        (faults.reset_after(), "APIConnectionError"),
    ],
)
def test_both_clients_raise_their_own_class_for_every_fault(
    fault: faults.Fault,
    kind: str,
    serve: Serve,
    openai_client: Callable[..., Any],
    anthropic_client: Callable[..., Any],
) -> None:
    server = serve(plan={1: fault, 2: fault})
    with pytest.raises(getattr(openai, kind)) as from_openai:
        openai_client(server).chat.completions.create(model="m", messages=ASK)
    with pytest.raises(getattr(anthropic, kind)) as from_anthropic:
        anthropic_client(server).messages.create(model="m", messages=ASK, max_tokens=5)
    assert server.count == 2
    if kind == "RateLimitError":
        assert from_openai.value.response.headers["retry-after"] == "3"
        assert from_anthropic.value.body["error"]["type"] == "rate_limit_error"
    if kind == "BadRequestError":
        assert from_openai.value.code == "context_length_exceeded"
        assert "prompt is too long" in str(from_anthropic.value)


def test_a_server_with_a_key_refuses_any_other(
    serve: Serve, openai_client: Callable[..., Any], anthropic_client: Callable[..., Any]
) -> None:
    server = serve(key="right-key-1")
    with pytest.raises(openai.AuthenticationError, match="wrong-key-1"):
        openai_client(server, "wrong-key-1").chat.completions.create(model="m", messages=ASK)
    assert openai_client(server, "right-key-1").chat.completions.create(model="m", messages=ASK).id
    assert anthropic_client(server, "right-key-1").messages.create(model="m", messages=ASK, max_tokens=5).id


def test_the_anthropic_side_refuses_what_the_real_one_refuses(
    server: Server, anthropic_client: Callable[..., Any]
) -> None:
    client = anthropic_client(server)
    blank_end = [*ASK, {"role": "assistant", "content": "Sure: "}]
    with pytest.raises(anthropic.BadRequestError, match="trailing whitespace"):
        client.messages.create(model="m", messages=blank_end, max_tokens=5)
    with pytest.raises(anthropic.BadRequestError, match="unexpected role"):
        client.messages.create(model="m", messages=[{"role": "system", "content": "x"}], max_tokens=5)


def test_the_server_counts_requests_answers_and_distinct_bodies(
    serve: Serve, openai_client: Callable[..., Any]
) -> None:
    server = serve(plan={2: faults.server_error()})
    client = openai_client(server)
    client.chat.completions.create(model="m", messages=ASK)
    with pytest.raises(openai.InternalServerError):
        client.chat.completions.create(model="m", messages=ASK)
    client.chat.completions.create(model="m", messages=ASK)
    client.chat.completions.create(model="other", messages=ASK)
    assert (server.count, server.answered, server.distinct, server.max_in_flight) == (4, 3, 2, 1)
    assert [body["model"] for body in server.bodies] == ["m", "m", "m", "other"]
    assert server.requests[0].headers["Authorization"] == "Bearer sk-test-1234567890"
