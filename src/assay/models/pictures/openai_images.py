"""Generators behind ``/images/generations``: OpenAI's own, and servers that speak its protocol.

What OpenAI's models take is from its client library, version 3.54 (2026-11); the codes of refused content
from threads on openai/codex (2026-09). Whether a picture that was refused is charged is said nowhere, so the
study's price of a call counts.
"""

import asyncio
import base64
import binascii
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from assay.errors import SettingRefused, Uncertain
from assay.models.address import Address
from assay.models.faults import Problem, error_for
from assay.models.http import Raw
from assay.models.limits import limit_hint
from assay.models.openai import OFFICIAL_URL
from assay.models.pictures.asked import WRITES_NOTHING, picture_asked
from assay.models.pictures.fetching import fetch_picture
from assay.models.pictures.made import BlobKeeper
from assay.models.pictures.received import needs_pillow, received_reply
from assay.models.pictures.wire_names import wire_names
from assay.models.wire import DEFAULT_TIMEOUT_S, WireChat, count
from assay.records import (
    LimitHint,
    PictureSettings,
    PromptLength,
    Reply,
    Request,
    Usage,
    canonical_json,
    picture_reply,
)

PATH = "images/generations"
WITHHELD = "the server made no picture of it, as some do where a filter holds one back"
_CONTENT_CODES = {"moderation_blocked", "content_policy_violation", "content_moderation"}
_CONTENT_WORDS = re.compile(r"safety system|content (moderation|policy)|flagged", re.IGNORECASE)
_DATA_URI = re.compile(r"data:image/[\w.+-]+;base64,")


class OpenAIImages(WireChat):
    """A generator behind ``/images/generations``.

    Args:
        model: name on the wire.
        keep_blob: keeps a picture's bytes and gives their name.
        base_url: up to and with ``/v1``.
        key: bearer token, or None to send none.
        key_source: where the key came from, for messages.
        timeout_s: seconds one call may take.
        quality: the provider's word, e.g. ``low``; not sent where None.
        takes: settings the server takes beside OpenAI's; see :func:`wire_names`. Without ``seed`` among them
            none is sent, and it tells draws apart only.

    Raises:
        MissingExtra: Pillow is not installed.
        UsageError: not a web address.
        FaultsError: settings in ``takes`` that are not known.
    """

    def __init__(
        self,
        model: str,
        *,
        keep_blob: BlobKeeper,
        base_url: str = OFFICIAL_URL,
        key: str | None = None,
        key_source: str = "no key",
        timeout_s: float = DEFAULT_TIMEOUT_S,
        quality: str | None = None,
        takes: str | Sequence[str] = (),
    ) -> None:
        needs_pillow("an openai/... generator")
        address = Address.parse(base_url)
        super().__init__(
            provider="openai",
            model=model,
            address=address,
            key=key,
            key_source=key_source,
            capabilities=WRITES_NOTHING,
            headers={"Authorization": f"Bearer {key}"} if key else {},
            path=PATH,
            timeout_s=timeout_s,
        )
        self._keep_blob, self._quality = keep_blob, quality
        self._names = wire_names(takes, self.name)
        official = address.host == Address.parse(OFFICIAL_URL).host
        self._asks_for_bytes = not official or model.startswith("dall-e")  # OpenAI's later models refuse it
        self._authorization = f"Bearer {key}" if key else address.authorization
        self.id = _identity(self.name, address, quality, self._names)

    async def send(self, request: Request, sample: int = 0) -> Reply:  # noqa: ARG002 - never sent over a wire
        """Ask for one picture; see :class:`assay.records.ImageGenerator`.

        Content that the provider refuses is a blocked picture and no error.
        """
        _, settings = picture_asked(request, self.name)
        self._check(settings)
        try:
            reply = await self._ask(request)
        except SettingRefused as refusal:
            if refusal.setting != "response_format" or not self._asks_for_bytes:
                raise
            self._asks_for_bytes = False
            reply = await self._ask(request)
        if reply.finish == "refused":
            return replace(picture_reply(None, blocked=reply.text), limits=reply.limits)
        return await self._received(reply)

    async def measure(self, text: str) -> PromptLength | None:  # noqa: ARG002 - nobody can tell
        """None: what a server reads of a prompt is not known."""
        return None

    def _check(self, settings: PictureSettings) -> None:
        """Refuse, before anything is sent, what the server is not said to take."""
        extra = [name for name in ("steps", "guidance", "negative") if name in settings.to_data()]
        if refused := [name for name in extra if name not in self._names]:
            raise SettingRefused(
                f"{self.name} is not said to take {', '.join(refused)}; remove it from the settings, or name "
                f"it in the option takes if the server does (takes: {', '.join(refused)})",
                setting=refused[0],
            )
        if (settings.width is None) != (settings.height is None):
            raise SettingRefused(f"{self.name} takes width and height together; set both", setting="width")

    def _body(self, request: Request) -> dict[str, Any]:
        prompt, settings = picture_asked(request, self.name)
        body: dict[str, Any] = {"model": self.model, "prompt": prompt, "n": 1}
        if settings.width is not None:
            body["size"] = f"{settings.width}x{settings.height}"
        if self._quality is not None:
            body["quality"] = self._quality
        if self._asks_for_bytes:
            body["response_format"] = "b64_json"
        found = settings.to_data()
        body.update({wire: found[name] for name, wire in self._names.items() if name in found})
        return body

    def _read(self, data: Mapping[str, Any], request: Request, limits: LimitHint | None) -> Reply:  # noqa: ARG002
        """The first picture as the server gave it, still in its JSON."""
        first = data["data"][0] if data["data"] else {}
        found = {name: first.get(name) for name in ("b64_json", "url", "revised_prompt")}
        if not all(it is None or isinstance(it, str) for it in found.values()):
            raise TypeError("a picture is text: base64, or an address")
        usage = data.get("usage") or {}
        counted = Usage(input=count(usage, "input_tokens"), output=count(usage, "output_tokens"))
        return Reply(json.dumps(found), "stop", counted, data.get("model") or "", limits)

    def _refused(self, problem: Problem, raw: Raw, request: Request) -> Reply:  # noqa: ARG002
        if _is_content(problem):
            return Reply(problem.describe(), "refused", limits=limit_hint(raw.headers))
        if problem.status in (400, 422) and (setting := self._setting_in(problem)):
            raise SettingRefused(
                f"{self.name} refused {setting}: {problem.describe()}", setting=setting, status=problem.status
            )
        raise error_for(problem, raw.headers, self.name, self._key_source)

    def _setting_in(self, problem: Problem) -> str | None:
        named = {"size": "width", "quality": "quality", "response_format": "response_format"}
        named |= {wire: name for name, wire in self._names.items()}
        if problem.param in named:
            return named[problem.param]
        return next((name for wire, name in named.items() if f"'{wire}'" in problem.message), None)

    async def _received(self, reply: Reply) -> Reply:
        """Bytes decoded or fetched, looked at and kept."""
        found = json.loads(reply.text)
        if not found["b64_json"] and not found["url"]:
            made = picture_reply(None, blocked=WITHHELD, usage=reply.usage, served_model=reply.served_model)
        else:
            data = self._bytes(found["b64_json"]) if found["b64_json"] else await self._fetched(found["url"])
            made = await asyncio.to_thread(
                received_reply,
                data,
                self._keep_blob,
                self.name,
                usage=reply.usage,
                served_model=reply.served_model,
            )
        if revised := found["revised_prompt"]:
            made = replace(made, text=canonical_json({**json.loads(made.text), "revised": revised}))
        return replace(made, limits=reply.limits)

    def _bytes(self, text: str) -> bytes:
        try:
            return base64.b64decode(_DATA_URI.sub("", text, count=1), validate=True)
        except (binascii.Error, ValueError) as error:
            raise Uncertain(
                f"{self.name}: the picture came as broken base64; it may have been paid"
            ) from error

    async def _fetched(self, address: str) -> bytes:
        return await fetch_picture(
            self.name,
            address,
            base=self.address.shown,
            authorization=self._authorization,
            timeout_s=self._endpoint.timeout_s,
        )


def _identity(name: str, address: Address, quality: str | None, names: Mapping[str, str]) -> str:
    shown = f"{name}@{address.shown}/{PATH}"
    if quality is not None:
        shown += f";quality={quality}"
    taken = ",".join(f"{setting}={names[setting]}" for setting in sorted(names))
    return f"{shown};takes {taken}" if taken else shown


def _is_content(problem: Problem) -> bool:
    """Whether the provider declined the content, which is an answer rather than a fault."""
    if problem.content_refused or _CONTENT_CODES.intersection(problem.codes):
        return True
    return problem.status in (400, 403, 422) and bool(_CONTENT_WORDS.search(problem.message))
