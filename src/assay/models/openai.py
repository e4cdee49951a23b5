"""Models behind the OpenAI protocol: OpenAI itself, and vLLM, Ollama, llama.cpp and others that speak it."""

import base64
from collections.abc import Mapping
from typing import Any

from yarl import URL

from assay.models.address import Address
from assay.models.capabilities import SERVERS, Server, openai_capabilities, server_kind
from assay.models.http import Raw
from assay.models.texts import completion_text, without_echo, without_thinking
from assay.models.wire import DEFAULT_TIMEOUT_S, BlobReader, WireChat, count, image_bytes, to_bytes
from assay.records import Finish, Image, LimitHint, Message, Part, Reply, Request, Settings, Usage

OFFICIAL_URL = "https://api.openai.com/v1"
KEY_ENV = "OPENAI_API_KEY"

_FINISH: Mapping[str, Finish] = {
    "stop": "stop",
    "eos": "stop",
    "eos_token": "stop",
    "stop_sequence": "stop",
    "length": "length",
    "content_filter": "refused",
}


class OpenAIChat(WireChat):
    """A model behind ``/chat/completions``, or ``/completions`` for prompts of style ``completion``.

    Args:
        model: name on the wire.
        base_url: up to and with ``/v1``.
        key: bearer token, or None to send none.
        key_source: where the key came from, for messages.
        server: which server it is (a name in :data:`assay.models.capabilities.SERVERS`); guessed from the
            address where not given.
        timeout_s: seconds one call may take.
        read_blob: gives the bytes of a picture by its hash.
    """

    def __init__(
        self,
        model: str,
        *,
        base_url: str = OFFICIAL_URL,
        key: str | None = None,
        key_source: str = "no key",
        server: str | None = None,
        timeout_s: float = DEFAULT_TIMEOUT_S,
        read_blob: BlobReader | None = None,
    ) -> None:
        address = Address.parse(base_url)
        kind = server or server_kind(address.host, address.port)
        super().__init__(
            provider="openai",
            model=model,
            address=address,
            key=key,
            key_source=key_source,
            capabilities=openai_capabilities(model, kind),
            headers={"Authorization": f"Bearer {key}"} if key else {},
            path="chat/completions",
            timeout_s=timeout_s,
            read_blob=read_blob,
        )
        self._server = SERVERS[kind]
        self._completions = URL(address.url("completions"), encoded=True)

    async def _post(self, request: Request) -> Raw:
        url = self._completions if request.style == "completion" else None
        return await self._endpoint.post(to_bytes(self._body(request)), url)

    def _body(self, request: Request) -> dict[str, Any]:
        body: dict[str, Any] = {"model": self.model}
        if request.style == "completion":
            body["prompt"] = completion_text(request, self.name)
            cap = "max_tokens"  # the older endpoint kept the older name
        else:
            body["messages"] = chat_messages(request.messages, self._read_blob, self.name)
            cap = self.capabilities.token_cap or "max_tokens"
            if self._server.flags and request.prefill:
                body["continue_final_message"] = True
                body["add_generation_prompt"] = False
        body.update(wire_settings(request.settings, cap))
        if request.response_format is not None:
            body["response_format"] = json_schema_format(request.response_format)
        return body

    def _read(self, data: Mapping[str, Any], request: Request, limits: LimitHint | None) -> Reply:
        return read_reply(data, request, self._server, limits)


def chat_messages(
    messages: tuple[Message, ...], read_blob: BlobReader | None, who: str
) -> list[dict[str, Any]]:
    """Messages as the protocol writes them; pictures become data URIs."""
    return [
        {
            "role": message.role,
            "content": message.content
            if isinstance(message.content, str)
            else [_part(part, read_blob, who) for part in message.content],
        }
        for message in messages
    ]


def _part(part: Part, read_blob: BlobReader | None, who: str) -> dict[str, Any]:
    if isinstance(part, Image):
        data = base64.b64encode(image_bytes(part.blob, read_blob, who)).decode("ascii")
        return {"type": "image_url", "image_url": {"url": f"data:{part.media_type};base64,{data}"}}
    return {"type": "text", "text": part}


def wire_settings(settings: Settings, cap: str) -> dict[str, Any]:
    """The settings that are set, under their wire names."""
    found = settings.to_data()
    if "max_tokens" in found:
        found[cap] = found.pop("max_tokens")
    return found


def json_schema_format(schema: Mapping[str, Any]) -> dict[str, Any]:
    """The response format of a JSON schema; strict where the schema is closed, as strict mode asks for."""
    strict = schema.get("additionalProperties") is False
    return {"type": "json_schema", "json_schema": {"name": "answer", "schema": schema, "strict": strict}}


def read_reply(data: Mapping[str, Any], request: Request, server: Server, limits: LimitHint | None) -> Reply:
    """Read the JSON of a chat completion or a completion.

    Raises:
        KeyError, TypeError, IndexError, AttributeError: it is not of the protocol
            (:data:`assay.models.wire.NOT_THE_PROTOCOL`).
    """
    choice = data["choices"][0]
    refusal = None
    if request.style == "completion":
        text = choice["text"]
    else:
        message = choice["message"]
        text, refusal = message.get("content"), message.get("refusal")
    text = without_thinking(_joined(text))
    if server.echoes:
        text = without_echo(text, request.prefill)
    reason = choice.get("finish_reason")
    return Reply(
        text=text or refusal or "",
        finish="refused" if refusal else _FINISH.get(reason, "other"),
        usage=_usage(data.get("usage") or {}),
        served_model=data.get("model") or "",
        limits=limits,
    )


def _joined(content: str | list[dict[str, Any]] | None) -> str:
    """Text of a content field: text, parts (Mistral sends thinking as a part), or null (all was thinking)."""
    if content is None:
        return ""
    if isinstance(content, str):
        return content
    return "".join(part["text"] for part in content if part.get("type") == "text")


def _usage(usage: Mapping[str, Any]) -> Usage:
    asked = usage.get("prompt_tokens_details") or {}
    answered = usage.get("completion_tokens_details") or {}
    return Usage(
        input=count(usage, "prompt_tokens"),
        output=count(usage, "completion_tokens"),
        cache_read=count(asked, "cached_tokens") or count(usage, "prompt_cache_hit_tokens"),
        cache_write=count(asked, "cache_write_tokens"),
        reasoning=count(answered, "reasoning_tokens"),
    )
