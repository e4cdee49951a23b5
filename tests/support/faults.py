"""Faults a test's server can play, each told by name so that a plan reads like a sentence."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

Act = Literal[
    "reply", "reset", "reset_after", "hang", "slow", "cut_json", "cut_body", "raw", "deny", "too_long"
]


@dataclass(frozen=True)
class Fault:
    """What the server does instead of answering; ``slow`` and ``reply`` answer all the same."""

    act: Act
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    seconds: float = 0.0
    code: str = ""
    message: str = ""
    param: str | None = None
    body: bytes = b""
    content_type: str = "application/json"


def rate_limited(retry_after: str | None = "0", *, headers: Mapping[str, str] | None = None) -> Fault:
    """429, with Retry-After (seconds or an HTTP date) unless None."""
    sent = dict(headers or {})
    if retry_after is not None:
        sent["Retry-After"] = retry_after
    return Fault(
        "deny", 429, sent, code="rate_limit_exceeded", message="Rate limit reached. Try again later."
    )


def overloaded() -> Fault:
    """Anthropic's 529."""
    return Fault("deny", 529, code="overloaded_error", message="Overloaded")


def server_error(status: int = 500, *, retry_after: str | None = None) -> Fault:
    """A 5xx with a body of the protocol."""
    headers = {} if retry_after is None else {"Retry-After": retry_after}
    return Fault("deny", status, headers, code="server_error", message="The server had an error.")


def refused(status: int, code: str, message: str, *, param: str | None = None) -> Fault:
    """Any other refusal, in the words given."""
    return Fault("deny", status, code=code, message=message, param=param)


def bad_key() -> Fault:
    """401 whose message repeats the key that came."""
    return Fault("deny", 401, code="invalid_api_key", message="Incorrect API key provided: {key}.")


def too_long() -> Fault:
    """400 in the words of the protocol that was spoken."""
    return Fault("too_long", 400)


def reset() -> Fault:
    """The connection is reset before the body is read."""
    return Fault("reset")


def reset_after() -> Fault:
    """The connection is reset after the whole request was read and counted."""
    return Fault("reset_after")


def hang(seconds: float = 60.0) -> Fault:
    """No reply for so long, then an answer."""
    return Fault("hang", seconds=seconds)


def slow(seconds: float) -> Fault:
    """An answer that takes its time."""
    return Fault("slow", seconds=seconds)


def cut_json() -> Fault:
    """200 and a whole body whose JSON stops half way."""
    return Fault("cut_json")


def cut_body() -> Fault:
    """200 whose Content-Length promises more than comes."""
    return Fault("cut_body")


def raw(body: bytes, *, status: int = 200, content_type: str = "application/json") -> Fault:
    """Exactly these bytes."""
    return Fault("raw", status, body=body, content_type=content_type)


def html_page(status: int = 502) -> Fault:
    """A page of something that stands in between."""
    return raw(
        b"<html><head><title>Bad gateway</title></head><body><h1>Bad gateway</h1></body></html>",
        status=status,
        content_type="text/html",
    )


def wrong_content_type() -> Fault:
    """A right answer called text/plain."""
    return Fault("reply", content_type="text/plain")


Plan = Mapping[int, Fault] | Callable[[int, dict[str, object]], Fault | None]
