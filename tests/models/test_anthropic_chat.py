import asyncio
import base64
import json
from collections.abc import Callable
from typing import Any

import pytest

from assay.errors import ContextTooLong, Denied, RateLimited, ServerFault, SettingRefused, Uncertain
from assay.models.anthropic import DEFAULT_MAX_TOKENS, AnthropicChat
from assay.records import Image, LimitHint, Message, Reply, Request, Settings, Usage
from support import faults
from support.server import Server

Serve = Callable[..., Server]
ASK = (Message("system", "Be brief."), Message("user", "Say something."))


def request(*messages: Message, **more: Any) -> Request:
    return Request("anthropic/m", messages or ASK, **more)


def send(server: Server, asked: Request, model: str = "m", **options: Any) -> Reply:
    async def talk() -> Reply:
        chat = AnthropicChat(model, base_url=server.url, **options)
        try:
            return await chat.send(asked)
        finally:
            await chat.close()

    return asyncio.run(talk())


def answer(serve: Serve, **fields: Any) -> Reply:
    data = {"content": [{"type": "text", "text": "A"}], "stop_reason": "end_turn", "model": "m-1", **fields}
    return send(serve(plan={1: faults.raw(json.dumps(data).encode())}), request())


def test_system_is_top_level_and_the_demanded_cap_has_a_stated_default(server: Server) -> None:
    send(server, request(), key="key-123456")
    assert server.bodies == [
        {
            "model": "m",
            "max_tokens": DEFAULT_MAX_TOKENS,
            "system": "Be brief.",
            "messages": [{"role": "user", "content": "Say something."}],
        }
    ]
    assert AnthropicChat("m", base_url=server.url).default_max_tokens == DEFAULT_MAX_TOKENS == 4096
    headers = server.requests[0].headers
    assert (headers["x-api-key"], headers["anthropic-version"]) == ("key-123456", "2023-06-01")
    assert server.requests[0].path == "/v1/messages"


def test_a_base_url_may_end_in_v1(server: Server) -> None:
    async def talk() -> None:
        chat = AnthropicChat("m", base_url=server.openai_url)
        await chat.send(request())
        await chat.close()

    asyncio.run(talk())
    assert server.requests[0].path == "/v1/messages"


def test_every_setting_has_its_wire_name(server: Server) -> None:
    schema = {"type": "object"}
    settings = Settings(max_tokens=9, temperature=0.5, top_p=0.9, stop=("END",), reasoning_effort="low")
    send(server, request(settings=settings, response_format=schema))
    body = server.bodies[0]
    assert {name: body[name] for name in set(body) - {"model", "messages", "system"}} == {
        "max_tokens": 9,
        "temperature": 0.5,
        "top_p": 0.9,
        "stop_sequences": ["END"],
        "output_config": {"effort": "low", "format": {"type": "json_schema", "schema": schema}},
    }


def test_a_seed_and_the_completion_style_are_refused_before_sending(server: Server) -> None:
    with pytest.raises(SettingRefused, match="does not take seed"):
        send(server, request(settings=Settings(seed=1)))
    with pytest.raises(SettingRefused, match="template_style: chat"):
        send(server, request(style="completion"))
    assert server.count == 0


def test_a_picture_goes_as_base64(server: Server) -> None:
    picture = Message("user", (Image("ab12", "image/jpeg"), "What is this?"))
    send(server, request(picture), read_blob={"ab12": b"jpeg"}.__getitem__)
    data = base64.b64encode(b"jpeg").decode()
    assert server.bodies[0]["messages"][0]["content"] == [
        {"type": "image", "source": {"type": "base64", "media_type": "image/jpeg", "data": data}},
        {"type": "text", "text": "What is this?"},
    ]


def test_a_prefill_is_the_last_message_and_the_reply_its_continuation(serve: Serve) -> None:
    server = serve(lambda messages, *_: f"after {messages[-1]['content']}")
    reply = send(server, request(*ASK, Message("assistant", "<list>")), model="claude-3-5-haiku-latest")
    assert server.bodies[0]["messages"][-1] == {"role": "assistant", "content": "<list>"}
    assert reply.text == "after <list>"


def test_newer_models_refuse_a_prefill_before_sending_and_unknown_ones_are_asked(serve: Serve) -> None:
    said = "This model does not support assistant message prefill. It must end with a user message."
    server = serve(plan={1: faults.refused(400, "", said)})
    prefilled = request(*ASK, Message("assistant", "x"))
    with pytest.raises(SettingRefused):
        send(server, prefilled, model="claude-opus-4-6")
    assert server.count == 0
    with pytest.raises(SettingRefused, match="The provider said") as refused:
        send(server, prefilled, model="m")
    assert refused.value.setting == "prefill"


def test_thinking_blocks_are_dropped(serve: Serve) -> None:
    blocks = [
        {"type": "thinking", "thinking": "hm", "signature": "x"},
        {"type": "redacted_thinking", "data": "x"},
        {"type": "text", "text": "A"},
        {"type": "text", "text": "B"},
    ]
    assert answer(serve, content=blocks).text == "AB"


@pytest.mark.parametrize(
    ("reason", "finish"),
    [
        ("end_turn", "stop"),
        ("stop_sequence", "stop"),
        ("max_tokens", "length"),
        ("model_context_window_exceeded", "length"),
        ("refusal", "refused"),
        ("pause_turn", "other"),
        (None, "other"),
    ],
)
def test_every_stop_reason_has_its_finish(reason: str | None, finish: str, serve: Serve) -> None:
    assert answer(serve, stop_reason=reason, content=[]).finish == finish


def test_input_counts_cached_tokens_too(serve: Serve) -> None:
    usage = {
        "input_tokens": 10,
        "cache_read_input_tokens": 100,
        "cache_creation_input_tokens": 30,
        "output_tokens": 9,
        "output_tokens_details": {"thinking_tokens": 4},
    }
    reply = answer(serve, usage=usage)
    assert reply.usage == Usage(input=140, output=9, cache_read=100, cache_write=30, reasoning=4)
    assert reply.served_model == "m-1"


def test_rate_headers_become_a_hint(serve: Serve) -> None:
    headers = {
        "anthropic-ratelimit-requests-remaining": "4",
        "anthropic-ratelimit-tokens-remaining": "900",
        "anthropic-ratelimit-tokens-reset": "2020-01-01T00:00:00Z",
    }
    assert send(serve(headers=headers), request()).limits == LimitHint(4, 900, 0.0)


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (faults.too_long(), ContextTooLong),
        (faults.bad_key(), Denied),
        (faults.rate_limited("2"), RateLimited),
        (faults.overloaded(), RateLimited),
        (faults.server_error(), ServerFault),
        (faults.cut_json(), Uncertain),
        (faults.raw(b'{"type": "message"}'), ServerFault),
        (faults.raw(b'{"content": "text", "stop_reason": "end_turn"}'), ServerFault),
    ],
)
def test_faults_of_the_protocol_have_their_errors(
    fault: faults.Fault, kind: type[Exception], serve: Serve
) -> None:
    with pytest.raises(kind) as failed:
        send(serve(plan={1: fault}), request(), key="plain-secret-word-8")
    assert type(failed.value) is kind
    assert "plain-secret" not in str(failed.value)
