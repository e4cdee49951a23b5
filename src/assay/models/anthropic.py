"""Models behind the Anthropic protocol, ``/v1/messages``."""

import base64
from collections.abc import Mapping
from typing import Any

from assay.models.address import Address
from assay.models.capabilities import anthropic_capabilities
from assay.models.texts import plain_text, without_thinking
from assay.models.wire import DEFAULT_TIMEOUT_S, BlobReader, WireChat, count, image_bytes
from assay.records import Finish, Image, LimitHint, Message, Part, Reply, Request, Usage

OFFICIAL_URL = "https://api.anthropic.com"
KEY_ENV = "ANTHROPIC_API_KEY"
VERSION = "2023-06-01"
DEFAULT_MAX_TOKENS = 4096

_FINISH: Mapping[str, Finish] = {
    "end_turn": "stop",
    "stop_sequence": "stop",
    "max_tokens": "length",
    "model_context_window_exceeded": "length",
    "refusal": "refused",
}


class AnthropicChat(WireChat):
    """A model behind ``/v1/messages``.

    The protocol demands a token cap. Where the study sets none, :data:`DEFAULT_MAX_TOKENS` is sent; it is the
    one thing a request carries that the study did not set.

    Args:
        model: name on the wire.
        base_url: with or without ``/v1``.
        key: API key, or None to send none.
        key_source: where the key came from, for messages.
        timeout_s: seconds one call may take.
        read_blob: gives the bytes of a picture by its hash.
    """

    default_max_tokens = DEFAULT_MAX_TOKENS

    def __init__(
        self,
        model: str,
        *,
        base_url: str = OFFICIAL_URL,
        key: str | None = None,
        key_source: str = "no key",
        timeout_s: float = DEFAULT_TIMEOUT_S,
        read_blob: BlobReader | None = None,
    ) -> None:
        address = Address.parse(base_url)
        super().__init__(
            provider="anthropic",
            model=model,
            address=address,
            key=key,
            key_source=key_source,
            capabilities=anthropic_capabilities(model),
            headers={"anthropic-version": VERSION, **({"x-api-key": key} if key else {})},
            path="messages" if address.shown.endswith("/v1") else "v1/messages",
            timeout_s=timeout_s,
            read_blob=read_blob,
        )

    def _body(self, request: Request) -> dict[str, Any]:
        settings = request.settings
        turns = [message for message in request.messages if message.role != "system"]
        system = [plain_text(message, self.name) for message in request.messages if message.role == "system"]
        optional = {
            "system": "\n\n".join(system) or None,
            "temperature": settings.temperature,
            "top_p": settings.top_p,
            "stop_sequences": list(settings.stop) or None,
            "output_config": _output_config(request),
        }
        return {
            "model": self.model,
            "max_tokens": settings.max_tokens or DEFAULT_MAX_TOKENS,
            "messages": [{"role": turn.role, "content": self._content(turn)} for turn in turns],
            **{name: value for name, value in optional.items() if value is not None},
        }

    def _content(self, message: Message) -> str | list[dict[str, Any]]:
        if isinstance(message.content, str):
            return message.content
        return [self._block(part) for part in message.content]

    def _block(self, part: Part) -> dict[str, Any]:
        if isinstance(part, Image):
            data = base64.b64encode(image_bytes(part.blob, self._read_blob, self.name)).decode("ascii")
            return {
                "type": "image",
                "source": {"type": "base64", "media_type": part.media_type, "data": data},
            }
        return {"type": "text", "text": part}

    def _read(
        self,
        data: Mapping[str, Any],
        request: Request,  # noqa: ARG002 - this protocol never repeats the prefill
        limits: LimitHint | None,
    ) -> Reply:
        blocks = data["content"]
        text = "".join(block["text"] for block in blocks if block["type"] == "text")
        return Reply(
            text=without_thinking(text),
            finish=_FINISH.get(data["stop_reason"], "other"),
            usage=_usage(data.get("usage") or {}),
            served_model=data.get("model") or "",
            limits=limits,
        )


def _output_config(request: Request) -> dict[str, Any] | None:
    config: dict[str, Any] = {}
    if request.settings.reasoning_effort is not None:
        config["effort"] = request.settings.reasoning_effort
    if request.response_format is not None:
        config["format"] = {"type": "json_schema", "schema": request.response_format}
    return config or None


def _usage(usage: Mapping[str, Any]) -> Usage:
    read, written = count(usage, "cache_read_input_tokens"), count(usage, "cache_creation_input_tokens")
    return Usage(
        input=count(usage, "input_tokens") + read + written,
        output=count(usage, "output_tokens"),
        cache_read=read,
        cache_write=written,
        reasoning=count(usage.get("output_tokens_details") or {}, "thinking_tokens"),
    )
