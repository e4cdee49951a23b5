"""The shapes of both wire protocols, as the server of the tests sends and reads them."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

Body = dict[str, Any]


def tokens(text: str) -> int:
    """A stand-in for a tokenizer: four characters a token, at least one for any text."""
    return -(-len(text) // 4)


def text_of(content: Any) -> str:
    """The text of a message's content, whatever its form."""
    if isinstance(content, str):
        return content
    return "".join(part.get("text", "") for part in content or ())


def openai_messages(body: Body) -> list[Body]:
    """Messages of a chat or completion body as role and content."""
    if "prompt" in body:
        return [{"role": "user", "content": body["prompt"]}]
    return [{"role": message["role"], "content": text_of(message["content"])} for message in body["messages"]]


def anthropic_messages(body: Body) -> list[Body]:
    """The same for a messages body, its system part first."""
    system = [{"role": "system", "content": text_of(body["system"])}] if body.get("system") else []
    turns = [{"role": turn["role"], "content": text_of(turn["content"])} for turn in body["messages"]]
    return system + turns


def stopped(text: str, stops: list[str], cap: int | None) -> tuple[str, str]:
    """Text up to the first stop and within the cap, and why it ended: ``stop``, ``sequence``, ``length``."""
    ends = [text.find(stop) for stop in stops if stop and stop in text]
    cut = text[: min(ends)] if ends else text
    if cap is not None and tokens(cut) > cap:
        return cut[: cap * 4], "length"
    return cut, "sequence" if ends else "stop"


def _prompt_tokens(messages: list[Body]) -> int:
    return sum(tokens(message["content"]) for message in messages)


def _identity(prefix: str, body: Body) -> str:
    return f"{prefix}{hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()[:24]}"


def openai_reply(body: Body, messages: list[Body], text: str) -> Body:
    """A ``chat.completion``, or a ``text_completion`` for a body with a prompt."""
    stops = body.get("stop") or []
    cap = body.get("max_completion_tokens") or body.get("max_tokens")
    text, why = stopped(text, [stops] if isinstance(stops, str) else stops, cap)
    reason = "length" if why == "length" else "stop"
    used = {"prompt_tokens": _prompt_tokens(messages), "completion_tokens": tokens(text)}
    common = {
        "created": 1_760_000_000,
        "model": body["model"],
        "usage": {**used, "total_tokens": sum(used.values())},
    }
    if "prompt" in body:
        choice: Body = {"index": 0, "text": text, "finish_reason": reason, "logprobs": None}
        return {"id": _identity("cmpl-", body), "object": "text_completion", "choices": [choice], **common}
    common["usage"]["prompt_tokens_details"] = {"cached_tokens": 0}
    common["usage"]["completion_tokens_details"] = {"reasoning_tokens": 0}
    message = {"role": "assistant", "content": text, "refusal": None}
    choice = {"index": 0, "message": message, "finish_reason": reason, "logprobs": None}
    return {"id": _identity("chatcmpl-", body), "object": "chat.completion", "choices": [choice], **common}


def anthropic_reply(body: Body, messages: list[Body], text: str) -> Body:
    """A ``message``."""
    stops = body.get("stop_sequences") or []
    text, why = stopped(text, stops, body["max_tokens"])
    reason = {"stop": "end_turn", "sequence": "stop_sequence", "length": "max_tokens"}[why]
    return {
        "id": _identity("msg_", body),
        "type": "message",
        "role": "assistant",
        "model": body["model"],
        "content": [{"type": "text", "text": text}],
        "stop_reason": reason,
        "stop_sequence": next((stop for stop in stops if why == "sequence"), None),
        "usage": {
            "input_tokens": _prompt_tokens(messages),
            "output_tokens": tokens(text),
            "cache_creation_input_tokens": 0,
            "cache_read_input_tokens": 0,
        },
    }


_ANTHROPIC_TYPES = {
    400: "invalid_request_error",
    401: "authentication_error",
    403: "permission_error",
    404: "not_found_error",
    413: "request_too_large",
    429: "rate_limit_error",
    529: "overloaded_error",
}


def error_body(protocol: str, status: int, code: str, message: str, param: str | None = None) -> Body:
    """An error as the protocol writes it."""
    if protocol == "anthropic":
        kind = _ANTHROPIC_TYPES.get(status, "api_error")
        return {"type": "error", "error": {"type": kind, "message": message}, "request_id": "req_test"}
    kind = "invalid_request_error" if status < 429 else "server_error"
    return {"error": {"message": message, "type": kind, "param": param, "code": code or None}}


def too_long_error(protocol: str) -> Body:
    """What each provider says of a request that does not fit."""
    if protocol == "anthropic":
        return error_body(protocol, 400, "", "prompt is too long: 210000 tokens > 200000 maximum")
    said = (
        "This model's maximum context length is 8192 tokens. However, your messages resulted in 9000 tokens."
    )
    return error_body(protocol, 400, "context_length_exceeded", said, "messages")


def fault_in(protocol: str, body: Any, headers: Mapping[str, str]) -> tuple[int, str, str | None] | None:
    """What the provider itself would refuse: status, message and parameter; None where all is well."""
    if not isinstance(body, dict):
        return 400, "We could not parse the JSON body of your request.", None
    if not isinstance(body.get("model"), str) or not body["model"]:
        return 400, "you must provide a model parameter", "model"
    if body.get("stream"):
        return 400, "this server of the tests does not stream", "stream"
    return _anthropic_fault(body, headers) if protocol == "anthropic" else _openai_fault(body)


def _openai_fault(body: Body) -> tuple[int, str, str | None] | None:
    if "prompt" in body:
        return None if isinstance(body["prompt"], str) else (400, "'prompt' must be a string here", "prompt")
    if not isinstance(body.get("messages"), list) or not body["messages"]:
        return 400, "Missing required parameter: 'messages'.", "messages"
    for at, message in enumerate(body["messages"]):
        if message.get("role") not in ("system", "developer", "user", "assistant"):
            return 400, f"Invalid value: 'messages[{at}].role'.", f"messages[{at}].role"
    return None


def _anthropic_fault(body: Body, headers: Mapping[str, str]) -> tuple[int, str, str | None] | None:
    if "anthropic-version" not in headers:
        return 400, "anthropic-version: header is required", None
    if not isinstance(body.get("max_tokens"), int):
        return 400, "max_tokens: Field required", None
    if not body.get("messages"):
        return 400, "messages: at least one message is required", None
    for at, turn in enumerate(body["messages"]):
        if turn.get("role") not in ("user", "assistant"):
            return 400, f'messages.{at}: unexpected role "{turn.get("role")}"', None
        if not turn.get("content"):
            return 400, "messages: text content blocks must be non-empty", None
    last = body["messages"][-1]
    if last["role"] == "assistant" and text_of(last["content"]) != text_of(last["content"]).rstrip():
        return 400, "messages: final assistant content cannot end with trailing whitespace", None
    if unknown := sorted(set(body) - _ANTHROPIC_FIELDS):
        return 400, f"{unknown[0]}: Extra inputs are not permitted", None
    return None


_ANTHROPIC_FIELDS = {
    "model",
    "messages",
    "max_tokens",
    "system",
    "temperature",
    "top_p",
    "top_k",
    "stop_sequences",
    "stream",
    "metadata",
    "output_config",
    "thinking",
    "service_tier",
}
