"""A real HTTP server on the loopback that speaks both protocols, counts what comes and plays faults.

::

    with Server(plan={1: rate_limited("1")}) as server:
        chat = make_chat("openai/any", base_url=server.openai_url)

Requests are numbered from 1 in the order their headers arrive. Models named ``writer``, ``judge``,
``advisor`` and ``advisor-strong`` are answered by the embedded simulations, every other by the responder.
"""

import asyncio
import hashlib
import json
import socket
import struct
import threading
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Self

from aiohttp import web

from support.faults import Fault, Plan
from support.protocols import (
    Body,
    anthropic_messages,
    anthropic_reply,
    error_body,
    fault_in,
    openai_messages,
    openai_reply,
    too_long_error,
)

Responder = Callable[[list[Body], str, Body], str]
SIMULATED = ("writer", "judge", "advisor", "advisor-strong")
_KEPT = 20_000


def echo(messages: list[Body], model: str, body: Body) -> str:
    """The default responder: a fixed text that quotes the beginning of the last message."""
    return f"{model} read: {messages[-1]['content'][:80]}"


@dataclass(frozen=True)
class Seen:
    """One request as it came."""

    number: int
    path: str
    headers: Mapping[str, str]
    body: Any


class Server:
    """Started by ``with``, stopped at its end.

    Args:
        responder: writes the answer from messages, model and body.
        plan: faults by request number, or a function of number and body.
        latency_s: seconds every answer takes.
        headers: sent with every answer, e.g. rate-limit headers.
        key: where given, requests without it are refused with 401.
        refuses: wire parameters that are refused with 400, each with the name to use instead or None.
        models: names that ``/v1/models`` lists; where given, any other model is 404.
        keep: whether bodies and headers are kept; counts always are.
        port: where to listen; by default any free one. For servers that come back where they were.
    """

    def __init__(
        self,
        responder: Responder = echo,
        *,
        plan: Plan | None = None,
        latency_s: float = 0.0,
        headers: Mapping[str, str] | None = None,
        key: str | None = None,
        refuses: Mapping[str, str | None] | None = None,
        models: tuple[str, ...] = (),
        keep: bool = True,
        port: int = 0,
    ) -> None:
        self.responder = responder
        self.plan: Plan = plan or {}
        self.latency_s = latency_s
        self.headers = dict(headers or {})
        self.key = key
        self.refuses = dict(refuses or {})
        self.models = models
        self.keep = keep
        self._port = port
        self.requests: list[Seen] = []
        self.count = 0
        self.answered = 0
        self.in_flight = 0
        self.max_in_flight = 0
        self.answers: Counter[str] = Counter()
        self._simulations: dict[str, Any] = {}
        self._ready = threading.Event()
        self._failed: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="test server", daemon=True)

    @property
    def url(self) -> str:
        """Base for the Anthropic protocol."""
        return f"http://127.0.0.1:{self._port}"

    @property
    def openai_url(self) -> str:
        """Base for the OpenAI protocol."""
        return f"{self.url}/v1"

    @property
    def distinct(self) -> int:
        """How many different bodies were answered."""
        return len(self.answers)

    @property
    def bodies(self) -> list[Any]:
        """The bodies that came, in order."""
        return [seen.body for seen in self.requests]

    def __enter__(self) -> Self:
        self._thread.start()
        if not self._ready.wait(20) or self._failed:
            raise RuntimeError("the test server did not start") from self._failed
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(20)
        assert not self._thread.is_alive(), "the test server did not stop"

    def _run(self) -> None:
        try:
            asyncio.run(self._serve())
        except BaseException as error:
            self._failed = error
            self._ready.set()
            raise

    async def _serve(self) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        app = web.Application(client_max_size=256 * 2**20)
        app.router.add_get("/v1/models", self._list)
        app.router.add_post("/v1/chat/completions", self._openai)
        app.router.add_post("/v1/completions", self._openai)
        app.router.add_post("/v1/messages", self._anthropic)
        self.routes(app)
        runner = web.AppRunner(app, access_log=None, handle_signals=False, shutdown_timeout=0.05)
        await runner.setup()
        listener = socket.create_server(("127.0.0.1", self._port), backlog=4096)
        self._port = listener.getsockname()[1]
        await web.SockSite(runner, listener, backlog=4096).start()
        self._ready.set()
        try:
            await self._stop.wait()
        finally:
            await runner.cleanup()

    def routes(self, app: web.Application) -> None:
        """What a server of another kind adds."""

    async def _list(self, _: web.Request) -> web.Response:
        data = [
            {"id": name, "object": "model", "created": 1_760_000_000, "owned_by": "tests"}
            for name in self.models or SIMULATED
        ]
        return web.json_response({"object": "list", "data": data})

    async def _openai(self, request: web.Request) -> web.StreamResponse:
        return await self._handle(request, "openai")

    async def _anthropic(self, request: web.Request) -> web.StreamResponse:
        return await self._handle(request, "anthropic")

    async def _handle(self, request: web.Request, protocol: str) -> web.StreamResponse:
        self.count += 1
        number = self.count
        self.in_flight += 1
        self.max_in_flight = max(self.max_in_flight, self.in_flight)
        try:
            early = self.plan.get(number) if isinstance(self.plan, Mapping) else None
            if early and early.act == "reset":
                return _reset(request)
            payload = await request.read()
            return await self._reply(request, protocol, number, payload)
        finally:
            self.in_flight -= 1

    async def _reply(
        self, request: web.Request, protocol: str, number: int, payload: bytes
    ) -> web.StreamResponse:
        body = _parsed(payload)
        if self.keep and len(self.requests) < _KEPT:
            self.requests.append(Seen(number, request.path, dict(request.headers), body))
        fault = self._fault(number, body)
        if fault:
            if fault.act in ("reset", "reset_after"):
                return _reset(request)
            if fault.act in ("hang", "slow"):
                await asyncio.sleep(fault.seconds)
            elif (refusal := self._played(fault, protocol, request)) is not None:
                return refusal
        if (refusal := self._refusal(protocol, body, request)) is not None:
            return refusal
        if self.latency_s:
            await asyncio.sleep(self.latency_s)
        return await self._answer(request, protocol, body, payload, fault)

    def _fault(self, number: int, body: Any) -> Fault | None:
        return self.plan.get(number) if isinstance(self.plan, Mapping) else self.plan(number, body)

    def _played(self, fault: Fault, protocol: str, request: web.Request) -> web.Response | None:
        if fault.act == "raw":
            return web.Response(body=fault.body, status=fault.status, content_type=fault.content_type)
        if fault.act == "too_long":
            return web.json_response(too_long_error(protocol), status=400)
        if fault.act == "deny":
            message = fault.message.replace("{key}", _key(request))
            data = error_body(protocol, fault.status, fault.code, message, fault.param)
            return web.json_response(data, status=fault.status, headers=fault.headers)
        return None

    def _refusal(self, protocol: str, body: Any, request: web.Request) -> web.Response | None:
        def refused(status: int, code: str, message: str, param: str | None = None) -> web.Response:
            return web.json_response(error_body(protocol, status, code, message, param), status=status)

        if self.key is not None and _key(request) != self.key:
            return refused(401, "invalid_api_key", f"Incorrect API key provided: {_key(request)}.")
        if fault := fault_in(protocol, body, request.headers):
            return refused(fault[0], "", fault[1], fault[2])
        if self.models and body["model"] not in self.models:
            return refused(404, "model_not_found", f"The model `{body['model']}` does not exist.")
        for name in self.refuses:
            if name in body:
                instead = self.refuses[name]
                hint = f" Use '{instead}' instead." if instead else ""
                said = f"Unsupported parameter: '{name}' is not supported with this model.{hint}"
                return refused(400, "unsupported_parameter", said, name)
        return None

    async def _answer(
        self, request: web.Request, protocol: str, body: Body, payload: bytes, fault: Fault | None
    ) -> web.StreamResponse:
        messages = openai_messages(body) if protocol == "openai" else anthropic_messages(body)
        mark = hashlib.sha256(payload).hexdigest()
        text = await self._text(messages, body, self.answers[mark])
        self.answers[mark] += 1
        self.answered += 1
        shape = openai_reply if protocol == "openai" else anthropic_reply
        data = json.dumps(shape(body, messages, text)).encode()
        if fault and fault.act == "cut_json":
            data = data[: len(data) // 2]
        if fault and fault.act == "cut_body":
            return await _cut(request, data)
        kind = fault.content_type if fault else "application/json"
        return web.Response(body=data, headers=self.headers, content_type=kind)

    async def _text(self, messages: list[Body], body: Body, draw: int) -> str:
        if body["model"] in SIMULATED and (simulation := self._simulation(body["model"])) is not None:
            return await _simulated(simulation, messages, body, draw)
        return self.responder(messages, body["model"], body)

    def _simulation(self, name: str) -> Any:
        if name not in self._simulations:
            from assay.models import embedded  # noqa: PLC0415 - may be away while it is being written

            make = getattr(embedded, "make", None)
            self._simulations[name] = make(f"sim/{name}") if make else None
        return self._simulations[name]


async def _simulated(simulation: Any, messages: list[Body], body: Body, draw: int) -> str:
    """Ask a simulation; the same body asked again is a fresh draw, as with a real provider."""
    from assay.records import Message, Request, Settings  # noqa: PLC0415 - with the simulations

    settings = Settings(
        max_tokens=body.get("max_completion_tokens") or body.get("max_tokens"),
        temperature=body.get("temperature"),
    )
    turns = tuple(Message(message["role"], message["content"]) for message in messages)
    reply = await simulation.send(Request(simulation.id, turns, settings), draw)
    return str(reply.text)


def _parsed(payload: bytes) -> Any:
    try:
        return json.loads(payload)
    except ValueError:
        return None


def _key(request: web.Request) -> str:
    return request.headers.get("x-api-key") or request.headers.get("Authorization", "").removeprefix(
        "Bearer "
    )


def _reset(request: web.Request) -> web.StreamResponse:
    """Reset the connection: the linger option makes the close send RST instead of FIN."""
    transport = request.transport
    if transport is not None:
        raw = transport.get_extra_info("socket")
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        transport.abort()
    return web.Response()


async def _cut(request: web.Request, data: bytes) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Length": str(len(data) * 2)})
    response.content_type = "application/json"
    await response.prepare(request)
    await response.write(data)
    if request.transport is not None:
        request.transport.close()
    return response
