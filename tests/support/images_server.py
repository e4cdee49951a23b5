"""The tests' server with an images endpoint beside the chat protocols: it draws, counts and plays faults.

::

    with ImagesServer(plan={1: rate_limited("0")}) as server:
        generator = make_generator("openai/any", base_url=server.openai_url, keep_blob=blobs.put)

A picture's stripes follow from prompt and size, and from the seed where one is sent. Prompts with the word
``forbidden`` are refused by its moderation, those with ``withheld`` are answered without a picture, those
with ``blank`` by an even one.
"""

import base64
import hashlib
import io
import json
from typing import Any

from aiohttp import web

from support.faults import Fault
from support.protocols import Body, error_body
from support.server import Server

WORDS_BEFORE = "In a bright style: "


class ImagesServer(Server):
    """Started by ``with``, stopped at its end.

    Args:
        answers: ``b64_json``, or ``url`` for addresses under ``/pictures``.
        pictures_at: where those addresses point; by default at this server.
        revises: whether it tells a prompt of its own.
        counts: whether it counts tokens.
        more: see :class:`support.server.Server`.
    """

    def __init__(
        self,
        *,
        answers: str = "b64_json",
        pictures_at: str = "",
        revises: bool = False,
        counts: bool = True,
        **more: Any,
    ) -> None:
        super().__init__(**more)
        self._answers_with, self._pictures_at = answers, pictures_at
        self._revises, self._counts = revises, counts
        self.read: list[dict[str, str]] = []
        self.pictures: dict[str, bytes] = {}

    def routes(self, app: web.Application) -> None:
        """What this server has beside the chat protocols."""
        app.router.add_post("/v1/images/generations", self._generations)
        app.router.add_get("/pictures/{name}", self._picture)

    async def _generations(self, request: web.Request) -> web.StreamResponse:
        return await self._handle(request, "images")

    async def _picture(self, request: web.Request) -> web.StreamResponse:
        self.read.append(dict(request.headers))
        data = self.pictures.get(request.match_info["name"])
        return web.Response(status=404) if data is None else web.Response(body=data, content_type="image/png")

    def _refusal(self, protocol: str, body: Any, request: web.Request) -> web.Response | None:
        if protocol != "images":
            return super()._refusal(protocol, body, request)
        if "forbidden" in body.get("prompt", ""):
            said = "Your request was rejected by the safety system. safety_violations=[violence]."
            return web.json_response(error_body("openai", 400, "moderation_blocked", said), status=400)
        if body.get("n") != 1:
            return web.json_response(error_body("openai", 400, "", "one picture at a time here"), status=400)
        return super()._refusal("openai", body, request)

    async def _answer(
        self, request: web.Request, protocol: str, body: Body, payload: bytes, fault: Fault | None
    ) -> web.StreamResponse:
        if protocol != "images":
            return await super()._answer(request, protocol, body, payload, fault)
        self.answers[hashlib.sha256(payload).hexdigest()] += 1
        self.answered += 1
        data = json.dumps(self._made(body)).encode()
        if fault and fault.act == "cut_json":
            data = data[: len(data) // 2]
        return web.Response(body=data, headers=self.headers, content_type="application/json")

    def _made(self, body: Body) -> Body:
        prompt = body["prompt"]
        one: Body = {}
        if "withheld" not in prompt:
            data = drawn(prompt, body.get("size", "64x64"), body.get("seed", 0))
            name = hashlib.sha256(data).hexdigest()[:12]
            self.pictures[name] = data
            at = self._pictures_at or self.url
            given = {"b64_json": base64.b64encode(data).decode(), "url": f"{at}/pictures/{name}"}
            one = {self._answers_with: given[self._answers_with]}
        if self._revises:
            one["revised_prompt"] = WORDS_BEFORE + prompt
        found: Body = {"created": 1_760_000_000, "data": [one] if one else []}
        if self._counts:
            found["usage"] = {"input_tokens": 12, "output_tokens": 272, "total_tokens": 284}
        return found


def drawn(prompt: str, size: str, seed: int) -> bytes:
    """A PNG with stripes that follow from all three; of one colour where the prompt asks for a blank."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 - an extra

    width, height = (int(side) for side in size.split("x"))
    mark = hashlib.sha256(f"{prompt}|{seed}".encode()).digest()
    page = Image.new("RGB", (width, height), tuple(mark[:3]))
    if "blank" not in prompt:
        pen = ImageDraw.Draw(page)
        for at in range(0, width, 3 + mark[3] % 7):
            pen.line([(at, 0), (width - at, height)], fill=tuple(255 - each for each in mark[:3]))
    written = io.BytesIO()
    page.save(written, "PNG")
    return written.getvalue()
