"""litellm itself is not installed with the tests; a module of its shape stands in for it at the edge."""

import asyncio
import sys
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from assay.errors import (
    ContextTooLong,
    Denied,
    RateLimited,
    Rejected,
    ServerFault,
    SettingRefused,
    Uncertain,
)
from assay.models.registry import make_chat
from assay.records import Image, Message, Reply, Request, Settings, Usage

ASK = (Message("user", "Say something."),)


class Answered:
    def __init__(self, data: dict[str, Any]) -> None:
        self._data = data

    def model_dump(self) -> dict[str, Any]:
        return self._data


def completion(text: str = "A") -> Answered:
    return Answered(
        {
            "model": "served-1",
            "choices": [{"message": {"content": text}, "finish_reason": "stop"}],
            "usage": {"prompt_tokens": 3, "completion_tokens": 2},
        }
    )


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    module = SimpleNamespace(num_retries=5, cache="disk", telemetry=True, asked=[], answer=completion)

    async def acompletion(**asked: Any) -> Any:
        module.asked.append(asked)
        return module.answer()

    module.acompletion = acompletion
    monkeypatch.setitem(sys.modules, "litellm", module)  # type: ignore[arg-type]
    return module


def send(request: Request, **options: Any) -> Reply:
    return asyncio.run(make_chat("litellm/groq/llama", **options).send(request))


def failing(name: str, message: str = "no", status: int | None = None, **bases: type) -> Callable[[], Any]:
    kind = type(name, (bases.get("base", Exception),), {"status_code": status})

    def answer() -> Any:
        raise kind(message)

    return answer


def test_its_retries_and_caches_are_off_and_nothing_unset_is_sent(fake: SimpleNamespace) -> None:
    send(Request("x", ASK))
    assert (fake.num_retries, fake.cache, fake.telemetry) == (0, None, False)
    assert fake.asked == [
        {
            "model": "groq/llama",
            "messages": [{"role": "user", "content": "Say something."}],
            "timeout": 600.0,
            "num_retries": 0,
            "max_retries": 0,
            "caching": False,
            "drop_params": False,
        }
    ]


def test_settings_and_address_are_passed_on(fake: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MY_KEY", "plain-secret-word-5")
    settings = Settings(max_tokens=7, temperature=0.1, stop=("END",))
    send(Request("x", ASK, settings), base_url="http://127.0.0.1:9/v1", api_key_env="MY_KEY")
    asked = fake.asked[0]
    assert (asked["max_tokens"], asked["temperature"], asked["stop"]) == (7, 0.1, ["END"])
    assert (asked["api_base"], asked["api_key"]) == ("http://127.0.0.1:9/v1", "plain-secret-word-5")


def test_a_picture_is_read_by_the_reader_that_was_given(fake: SimpleNamespace) -> None:
    picture = Message("user", (Image("ab12", "image/png"),))
    send(Request("x", (picture,)), read_blob={"ab12": b"png"}.__getitem__)
    url = fake.asked[0]["messages"][0]["content"][0]["image_url"]["url"]
    assert url == "data:image/png;base64,cG5n"


def test_the_reply_is_read_like_any_other(fake: SimpleNamespace) -> None:
    fake.answer = lambda: completion("<think>hm</think>A")
    reply = send(Request("x", ASK))
    assert reply == Reply("A", "stop", Usage(input=3, output=2), "served-1")


@pytest.mark.parametrize(
    ("name", "message", "status", "kind"),
    [
        ("AuthenticationError", "bad key sk-abc123def456", 401, Denied),
        ("NotFoundError", "no such model", 404, Denied),
        ("RateLimitError", "slow down", 429, RateLimited),
        ("ContextWindowExceededError", "too long", 400, ContextTooLong),
        ("BadRequestError", "no such role", 400, Rejected),
        ("BadRequestError", "maximum context length is 8192", 400, ContextTooLong),
        ("UnsupportedParamsError", "groq does not support parameters: `top_p`", 400, SettingRefused),
        ("BadRequestError", "`temperature` is deprecated for this model.", 400, SettingRefused),
        ("Timeout", "timed out", 408, Uncertain),
        ("APIConnectionError", "connection error", 500, Uncertain),
        ("ServiceUnavailableError", "down", 503, ServerFault),
        ("InternalServerError", "boom", 500, ServerFault),
        ("SomethingNew", "boom", 500, ServerFault),
        ("SomethingNew", "boom", None, Uncertain),
    ],
)
def test_its_exceptions_become_ours(
    name: str, message: str, status: int | None, kind: type[Exception], fake: SimpleNamespace
) -> None:
    fake.answer = failing(name, message, status)
    with pytest.raises(kind) as failed:
        send(Request("x", ASK))
    assert type(failed.value) is kind
    assert "sk-abc123" not in str(failed.value)


def test_a_subclass_that_is_not_known_counts_as_its_ancestor(fake: SimpleNamespace) -> None:
    rate_limit = type("RateLimitError", (Exception,), {})
    fake.answer = failing("SpecialRateLimit", base=rate_limit)
    with pytest.raises(RateLimited):
        send(Request("x", ASK))


def test_how_long_to_wait_is_read_from_the_response(fake: SimpleNamespace) -> None:
    limited = failing("RateLimitError", status=429)

    def answer() -> Any:
        try:
            limited()
        except Exception as error:
            error.response = SimpleNamespace(headers={"retry-after": "4"})  # type: ignore[attr-defined]
            raise

    fake.answer = answer
    with pytest.raises(RateLimited) as failed:
        send(Request("x", ASK))
    assert failed.value.retry_after == 4


def test_declined_content_is_an_answer(fake: SimpleNamespace) -> None:
    fake.answer = failing("ContentPolicyViolationError", status=400)
    assert send(Request("x", ASK)).finish == "refused"


def test_what_is_no_completion_is_a_server_fault(fake: SimpleNamespace) -> None:
    fake.answer = lambda: Answered({"choices": []})
    with pytest.raises(ServerFault, match="not of the protocol"):
        send(Request("x", ASK))


def test_what_the_provider_behind_it_refuses_is_refused_before_sending(fake: SimpleNamespace) -> None:
    chat = make_chat("litellm/anthropic/claude-opus-4-8")
    with pytest.raises(SettingRefused, match="temperature"):
        asyncio.run(chat.send(Request("x", ASK, Settings(temperature=1))))
    assert fake.asked == []


def test_a_cancelled_call_stays_cancelled(fake: SimpleNamespace) -> None:
    def answer() -> Any:
        raise asyncio.CancelledError

    fake.answer = answer
    with pytest.raises(asyncio.CancelledError):
        send(Request("x", ASK))
