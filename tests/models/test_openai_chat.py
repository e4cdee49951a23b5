import asyncio
import base64
from collections.abc import Callable
from typing import Any

import pytest

from assay.errors import Denied, RateLimited, Rejected, ServerFault, SettingRefused, Uncertain
from assay.models.capabilities import SERVERS
from assay.models.openai import OpenAIChat, read_reply
from assay.records import Image, LimitHint, Message, Reply, Request, Settings, Usage
from support import faults
from support.server import Server

Serve = Callable[..., Server]
ASK = (Message("system", "Be brief."), Message("user", "Say something."))


def request(*messages: Message, **more: Any) -> Request:
    return Request("openai/m", messages or ASK, **more)


def send(to: Server, *asked: Request, **options: Any) -> list[Reply]:
    async def talk() -> list[Reply]:
        chat = OpenAIChat("m", base_url=to.openai_url, **options)
        try:
            return [await chat.send(each) for each in asked]
        finally:
            await chat.close()

    return asyncio.run(talk())


def read(message: dict[str, Any], finish: str = "stop", asked: Request | None = None, **more: Any) -> Reply:
    data = {"choices": [{"message": message, "finish_reason": finish}], "model": "m-1", **more}
    return read_reply(data, asked or request(), SERVERS["unknown"], None)


def test_only_what_the_study_set_is_sent(server: Server) -> None:
    send(server, request())
    assert server.bodies == [
        {
            "model": "m",
            "messages": [
                {"role": "system", "content": "Be brief."},
                {"role": "user", "content": "Say something."},
            ],
        }
    ]


def test_every_setting_has_its_wire_name(server: Server) -> None:
    settings = Settings(
        max_tokens=9, temperature=0.5, top_p=0.9, stop=("END",), seed=4, reasoning_effort="low"
    )
    schema = {"type": "object", "properties": {}, "additionalProperties": False}
    send(server, request(settings=settings, response_format=schema))
    body = server.bodies[0]
    del body["messages"], body["model"]
    assert body == {
        "max_tokens": 9,
        "temperature": 0.5,
        "top_p": 0.9,
        "stop": ["END"],
        "seed": 4,
        "reasoning_effort": "low",
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "answer", "schema": schema, "strict": True},
        },
    }


def test_no_key_is_sent_where_there_is_none_and_the_key_where_there_is(server: Server) -> None:
    send(server, request())
    send(server, request(), key="my-key-12345")
    assert "Authorization" not in server.requests[0].headers
    assert server.requests[1].headers["Authorization"] == "Bearer my-key-12345"


def test_credentials_of_the_address_are_sent_as_basic_authorization(server: Server) -> None:
    async def talk() -> None:
        chat = OpenAIChat("m", base_url=server.openai_url.replace("//", "//me:hunter22@"))
        await chat.send(request())
        await chat.close()
        assert "hunter22" not in chat.id + chat.lane

    asyncio.run(talk())
    assert server.requests[0].headers["Authorization"] == "Basic bWU6aHVudGVyMjI="


def test_a_picture_goes_as_a_data_uri(server: Server) -> None:
    picture = Message("user", ("What is this?", Image("ab12", "image/png")))
    send(server, request(picture), read_blob={"ab12": b"\x89PNG"}.__getitem__)
    encoded = base64.b64encode(b"\x89PNG").decode()
    assert server.bodies[0]["messages"][0]["content"] == [
        {"type": "text", "text": "What is this?"},
        {"type": "image_url", "image_url": {"url": f"data:image/png;base64,{encoded}"}},
    ]


def test_a_picture_without_a_reader_is_refused_before_sending(server: Server) -> None:
    with pytest.raises(SettingRefused, match="no way to read it"):
        send(server, request(Message("user", (Image("ab12", "image/png"),))))
    assert server.count == 0


def test_a_base_model_gets_one_text_at_the_completions_endpoint(server: Server) -> None:
    prompt = (*ASK, Message("assistant", "1."))
    (reply,) = send(server, request(*prompt, style="completion", settings=Settings(max_tokens=3)))
    assert server.requests[0].path == "/v1/completions"
    body = {"model": "m", "prompt": "Be brief.\n\nSay something.\n\n1.", "max_tokens": 3}
    assert server.bodies == [body]
    assert (reply.text, reply.finish) == ("m read: Be b", "length")


@pytest.mark.parametrize(
    ("kind", "flagged"), [("vllm", True), ("unknown", True), ("ollama", False), ("llama.cpp", False)]
)
def test_a_server_that_must_be_told_to_continue_is_told(kind: str, flagged: bool, server: Server) -> None:
    send(server, request(*ASK, Message("assistant", "1.")), server=kind)
    body = server.bodies[0]
    assert body["messages"][-1] == {"role": "assistant", "content": "1."}
    told = {name: body[name] for name in ("continue_final_message", "add_generation_prompt") if name in body}
    assert told == ({"continue_final_message": True, "add_generation_prompt": False} if flagged else {})


def test_without_a_prefill_no_server_is_told_anything(server: Server) -> None:
    send(server, request(), server="vllm")
    assert set(server.bodies[0]) == {"model", "messages"}


def test_openai_itself_refuses_a_prefill_before_sending(server: Server) -> None:
    with pytest.raises(SettingRefused, match="remove the prefill part") as refused:
        send(server, request(*ASK, Message("assistant", "1.")), server="openai")
    assert refused.value.setting == "prefill"
    assert server.count == 0


def test_an_echoed_prefill_is_not_part_of_the_continuation(serve: Serve) -> None:
    server = serve(lambda messages, *_: messages[-1]["content"] + " and more")
    prefilled = request(*ASK, Message("assistant", "1. First"))
    assert [reply.text for reply in send(server, prefilled)] == [" and more"]
    assert [reply.text for reply in send(server, prefilled, server="vllm")] == ["1. First and more"]


def test_a_renamed_token_cap_is_tried_again_once_and_remembered(serve: Serve) -> None:
    server = serve(refuses={"max_tokens": "max_completion_tokens"})
    capped = request(settings=Settings(max_tokens=50))
    assert len(send(server, capped, capped)) == 2
    names = [next(name for name in body if name.startswith("max_")) for body in server.bodies]
    assert names == ["max_tokens", "max_completion_tokens", "max_completion_tokens"]


def test_many_requests_at_once_learn_the_rename_each_with_one_repeat(serve: Serve) -> None:
    server = serve(refuses={"max_tokens": "max_completion_tokens"}, latency_s=0.05)

    async def talk() -> list[Reply]:
        chat = OpenAIChat("m", base_url=server.openai_url)
        capped = request(settings=Settings(max_tokens=50))
        replies = await asyncio.gather(*(chat.send(capped) for _ in range(20)))
        await chat.close()
        return replies

    assert len(asyncio.run(talk())) == 20
    assert server.answered == 20
    assert server.count == 40


def test_a_rename_that_does_not_help_is_an_error_and_not_a_loop(serve: Serve) -> None:
    server = serve(refuses={"max_tokens": "max_completion_tokens", "max_completion_tokens": "max_tokens"})
    with pytest.raises(SettingRefused) as refused:
        send(server, request(settings=Settings(max_tokens=50)))
    assert refused.value.setting == "max_tokens"
    assert server.count == 2


def test_a_refused_setting_is_an_error_is_learned_and_never_dropped(serve: Serve) -> None:
    server = serve(refuses={"temperature": None})

    async def talk() -> None:
        chat = OpenAIChat("m", base_url=server.openai_url)
        warm = request(settings=Settings(temperature=0.7, max_tokens=50))
        with pytest.raises(SettingRefused, match=r"does not take temperature \(came 0\.7\)") as first:
            await chat.send(warm)
        assert (first.value.setting, first.value.status) == ("temperature", 400)
        assert chat.capabilities.temperature is False
        with pytest.raises(SettingRefused) as second:
            await chat.send(warm)
        assert second.value.status is None
        assert (await chat.send(request())).finish == "stop"
        await chat.close()

    asyncio.run(talk())
    assert server.count == 2


def test_a_refusal_beside_an_effort_is_not_learned_for_all_efforts(serve: Serve) -> None:
    server = serve(refuses={"temperature": None})

    async def talk() -> None:
        chat = OpenAIChat("m", base_url=server.openai_url)
        with pytest.raises(SettingRefused):
            await chat.send(request(settings=Settings(temperature=0.7, reasoning_effort="high")))
        assert chat.capabilities.temperature is None
        await chat.close()

    asyncio.run(talk())


def test_a_denial_comes_at_once_names_the_variable_and_hides_the_key(serve: Serve) -> None:
    server = serve(plan={1: faults.bad_key()})
    with pytest.raises(Denied, match="MY_VARIABLE") as denied:
        send(server, request(), key="plain-secret-word-9", key_source="the key read from MY_VARIABLE")
    assert "plain-secret" not in str(denied.value)
    assert server.count == 1


def test_a_rate_limit_carries_how_long_to_wait(serve: Serve) -> None:
    with pytest.raises(RateLimited) as limited:
        send(serve(plan={1: faults.rate_limited("7")}), request())
    assert (limited.value.retry_after, limited.value.status) == (7, 429)


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (faults.cut_json(), Uncertain),
        (faults.raw(b""), Uncertain),
        (faults.raw(b'{"choices": [{"message": {"content": "a {b}'), Uncertain),
        (faults.raw(b'{"choices": [{"message": {"content": "a"}}'), Uncertain),
        (faults.html_page(200), ServerFault),
        (faults.raw(b"OK"), ServerFault),
        (faults.raw(b'{"choices": []}'), ServerFault),
        (faults.raw(b'{"answer": "hello"}'), ServerFault),
        (faults.raw(b'{"choices": [{"message": {"content": 7}}]}'), ServerFault),
        (faults.raw(b"[1, 2]"), ServerFault),
        (faults.raw(b"null"), ServerFault),
        (faults.raw(b'{"error": {"message": "upstream died", "code": 502}}'), ServerFault),
        (faults.raw(b'{"error": {"message": "slow down", "code": 429}}'), RateLimited),
        (faults.raw(b'{"error": {"message": "no", "code": 400}}'), Rejected),
        (faults.raw(b'{"choices": null, "error": "boom"}'), ServerFault),
        (faults.html_page(502), ServerFault),
    ],
)
def test_a_200_that_was_cut_may_have_been_paid_and_a_whole_wrong_one_is_a_server_fault(
    fault: faults.Fault, kind: type[Exception], serve: Serve
) -> None:
    with pytest.raises(kind) as failed:
        send(serve(plan={1: fault}), request())
    assert type(failed.value) is kind


def test_the_content_type_of_a_right_answer_does_not_matter(serve: Serve) -> None:
    (reply,) = send(serve(plan={1: faults.wrong_content_type()}), request())
    assert reply.text == "m read: Say something."


def test_rate_headers_become_a_hint(serve: Serve) -> None:
    headers = {"x-ratelimit-remaining-requests": "3", "x-ratelimit-reset-requests": "120ms"}
    (reply,) = send(serve(headers=headers), request())
    assert reply.limits == LimitHint(3, None, 0.12)


def test_declined_content_is_an_answer_with_finish_refused(serve: Serve) -> None:
    declined = faults.refused(400, "content_filter", "The prompt was filtered")
    (reply,) = send(serve(plan={1: declined}), request())
    assert (reply.text, reply.finish) == ("", "refused")


@pytest.mark.parametrize(
    "text", ['{"a": {b}} {0.__class__}', "<label>one</label>\x00\x1b", "é漢\U0001f600", "x" * 200_000]
)
def test_any_text_goes_there_and_back_unchanged(text: str, serve: Serve) -> None:
    server = serve(lambda messages, *_: messages[-1]["content"])
    (reply,) = send(server, request(Message("user", text)))
    assert reply.text == text


def test_a_lone_surrogate_from_a_broken_input_is_sent_escaped(serve: Serve) -> None:
    server = serve(lambda *_: "fine")
    (reply,) = send(server, request(Message("user", "a\ud800b")))
    assert reply.text == "fine"
    assert server.bodies[0]["messages"][0]["content"] == "a\ud800b"


@pytest.mark.parametrize(
    ("message", "finish", "text", "ended"),
    [
        ({"content": "a"}, "stop", "a", "stop"),
        ({"content": "a"}, "length", "a", "length"),
        ({"content": None}, "length", "", "length"),
        ({"content": "part"}, "content_filter", "part", "refused"),
        ({"content": None, "refusal": "I cannot."}, "stop", "I cannot.", "refused"),
        ({"content": None, "tool_calls": [{}]}, "tool_calls", "", "other"),
        ({"content": "a"}, None, "a", "other"),
        ({"content": "<think>hm</think>\nA"}, "stop", "A", "stop"),
        ({"content": "A", "reasoning_content": "hm", "reasoning": "hm"}, "stop", "A", "stop"),
        (
            {"content": [{"type": "thinking", "thinking": []}, {"type": "text", "text": "A"}]},
            "stop",
            "A",
            "stop",
        ),
    ],
)
def test_text_and_end_of_every_kind_of_reply(
    message: dict[str, Any], finish: str, text: str, ended: str
) -> None:
    reply = read(message, finish)
    assert (reply.text, reply.finish) == (text, ended)


def test_usage_counts_all_input_and_names_what_was_cached_and_reasoned() -> None:
    usage = {
        "prompt_tokens": 100,
        "completion_tokens": 50,
        "prompt_tokens_details": {"cached_tokens": 64, "cache_write_tokens": 8},
        "completion_tokens_details": {"reasoning_tokens": 30},
    }
    reply = read({"content": "a"}, usage=usage)
    assert reply.usage == Usage(input=100, output=50, cache_read=64, cache_write=8, reasoning=30)
    assert reply.served_model == "m-1"


@pytest.mark.parametrize("usage", [None, {}, {"prompt_tokens": None, "prompt_tokens_details": None}])
def test_a_server_that_counts_nothing_gives_zeros(usage: Any) -> None:
    assert read({"content": "a"}, usage=usage).usage == Usage()
