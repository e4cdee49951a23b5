"""What both wire protocols share: one post, errors named, refusals learned, renames tried once."""

import json
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from assay.errors import ModelError, ServerFault, SettingRefused, Uncertain
from assay.models.address import Address, lane
from assay.models.capabilities import advice, guard
from assay.models.faults import Problem, Refusal, error_for, problem_of, read_problem, refusal_in
from assay.models.http import Endpoint, Raw
from assay.models.limits import limit_hint
from assay.records import Capabilities, LimitHint, Reply, Request
from assay.records.redact import redact, remember

DEFAULT_TIMEOUT_S = 600.0

BlobReader = Callable[[str], bytes]
NOT_THE_PROTOCOL = (KeyError, TypeError, IndexError, AttributeError)
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_TAUGHT = ("temperature", "top_p", "stop", "seed", "reasoning_effort", "prefill", "images")


class WireChat(ABC):
    """A model behind HTTP. The protocols add how a body is written and how a reply is read.

    Args:
        provider: first part of the name, e.g. ``openai``.
        model: name on the wire.
        address: where it is served.
        key: credential, or None where the server needs none.
        key_source: where the key came from, for messages.
        capabilities: what is known of it.
        headers: of the protocol, the key's among them.
        path: of the endpoint, below the base URL.
        timeout_s: seconds one call may take.
        read_blob: gives the bytes of a picture by its hash.
    """

    local = False
    default_max_tokens: int | None = None

    def __init__(
        self,
        *,
        provider: str,
        model: str,
        address: Address,
        key: str | None,
        key_source: str,
        capabilities: Capabilities,
        headers: Mapping[str, str],
        path: str,
        timeout_s: float = DEFAULT_TIMEOUT_S,
        read_blob: BlobReader | None = None,
    ) -> None:
        self.name = f"{provider}/{model}"
        self.id = f"{self.name}@{address.shown}"
        self.lane = lane(address, key, model)
        self.model = model
        self.capabilities = capabilities
        self.address = address
        self._key_source = key_source
        self._read_blob = read_blob
        if key:
            remember(key)
        sent = {"Content-Type": "application/json", **headers}
        if address.authorization and "Authorization" not in sent:
            sent["Authorization"] = address.authorization
        self._endpoint = Endpoint(self.name, address.url(path), sent, timeout_s=timeout_s)

    async def send(self, request: Request, sample: int = 0) -> Reply:  # noqa: ARG002 - never sent over a wire
        """Ask once; see :class:`assay.records.Chat`. A token cap under another name is tried once more."""
        guard(self, request)
        cap = self.capabilities.token_cap
        try:
            return await self._ask(request)
        except SettingRefused:
            if self.capabilities.token_cap == cap or request.settings.max_tokens is None:
                raise
            return await self._ask(request)

    async def close(self) -> None:
        """Release the connections of the running event loop; may be called twice."""
        await self._endpoint.close()

    def learn(self, setting: str, instead: str | None = None) -> None:
        """Keep what a refusal taught: another wire name of the token cap, or a setting that is not taken."""
        if setting == "max_tokens":
            if instead is not None:
                self.capabilities = replace(self.capabilities, token_cap=instead)
        elif setting in _TAUGHT:
            self.capabilities = replace(self.capabilities, **{setting: False})  # type: ignore[arg-type]

    @abstractmethod
    def _body(self, request: Request) -> dict[str, Any]:
        """The request in the protocol's JSON."""

    @abstractmethod
    def _read(self, data: Mapping[str, Any], request: Request, limits: LimitHint | None) -> Reply:
        """The reply in a body; raises one of :data:`NOT_THE_PROTOCOL` where the body is something else."""

    async def _post(self, request: Request) -> Raw:
        return await self._endpoint.post(to_bytes(self._body(request)))

    async def _ask(self, request: Request) -> Reply:
        raw = await self._post(request)
        if raw.status != 200:
            return self._refused(read_problem(raw.status, raw.body), raw, request)
        data = parse(raw.body, self.name)
        try:
            return self._read(data, request, limit_hint(raw.headers))
        except NOT_THE_PROTOCOL as error:
            if isinstance(data, dict) and data.get("error"):
                return self._refused(_posing(data), raw, request)
            raise not_the_protocol(self.name, data, error) from error

    def _refused(self, problem: Problem, raw: Raw, request: Request) -> Reply:
        """Raise what a problem means, or answer ``refused`` where the provider declined the content."""
        if problem.content_refused:
            return Reply("", "refused", limits=limit_hint(raw.headers))
        if not problem.too_long and (refusal := refusal_in(problem)):
            raise self._setting_refused(refusal, problem, request)
        raise error_for(problem, raw.headers, self.name, self._key_source)

    def _setting_refused(self, refusal: Refusal, problem: Problem, request: Request) -> ModelError:
        # With an effort set, a model may refuse a temperature that it takes at another effort.
        if refusal.teaches and (request.settings.reasoning_effort is None or refusal.setting == "max_tokens"):
            self.learn(refusal.setting, refusal.instead)
        value = request.settings.to_data().get(refusal.setting)
        return SettingRefused(
            f"{advice(self.name, refusal.setting, value)}. The provider said: {problem.describe()}",
            setting=refusal.setting,
            instead=refusal.instead,
            status=problem.status,
        )


def to_bytes(body: Mapping[str, Any]) -> bytes:
    """JSON as UTF-8; lone surrogates, which broken inputs can carry, go as escapes."""
    try:
        return _encode(body).encode()
    except UnicodeEncodeError:
        return json.dumps(body).encode()


def parse(body: bytes, who: str) -> Any:
    """Read the JSON of a reply with status 200.

    Raises:
        Uncertain: it ends in the middle, so an answer was made and probably paid, and lost on the way.
        ServerFault: it is whole and not JSON, e.g. a page of something standing in between.
    """
    try:
        return json.loads(body)
    except ValueError as error:
        text = body.decode("utf-8", "replace").strip()
        if not text or (text[0] == "{" and _ends_early(text, error)):
            raise Uncertain(
                f"{who}: the reply was cut off after {len(body)} bytes; it may have been paid", status=200
            ) from error
        shown = redact(text[:2000])[:120]
        raise ServerFault(f"{who}: the reply is not JSON; it began {shown!r}", status=200) from error


def _ends_early(text: str, error: ValueError) -> bool:
    if text[-1] != "}" or not isinstance(error, json.JSONDecodeError):
        return True
    return error.pos >= len(text) or error.msg.startswith("Unterminated")


def not_the_protocol(who: str, data: Any, error: Exception) -> ServerFault:
    """The error for a reply that is JSON, but not a reply of the protocol."""
    shown = redact(json.dumps(data, default=str)[:2000])[:200]
    lack = f"{type(error).__name__}: {error}"
    return ServerFault(f"{who}: the reply is not of the protocol ({lack}); it began {shown}", status=200)


# No model reads or writes a trillion tokens; SQLite could not even hold the largest lies.
_ABSURD_TOKENS = 10**12


def count(usage: Mapping[str, Any], name: str) -> int:
    """A token count of a usage block; 0 where it is missing, no number or absurd, so that it is estimated."""
    value = usage.get(name)
    if isinstance(value, bool) or not isinstance(value, int):
        return 0
    return value if 0 < value < _ABSURD_TOKENS else 0


def image_bytes(blob: str, read_blob: BlobReader | None, who: str) -> bytes:
    """The bytes of a picture.

    Raises:
        SettingRefused: this model was made without a blob reader.
    """
    if read_blob is None:
        raise SettingRefused(f"{who} was given a picture but no way to read it", setting="images")
    return read_blob(blob)


def _posing(data: Mapping[str, Any]) -> Problem:
    """An error that came with status 200, as some gateways send."""
    problem = problem_of(500, data)
    code = data["error"].get("code") if isinstance(data["error"], dict) else None
    return replace(problem, status=code) if isinstance(code, int) and 400 <= code < 600 else problem
