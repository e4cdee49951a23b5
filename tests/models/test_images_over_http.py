"""What a server gets of a picture: a whole data URI or block, whose bytes are the picture that was meant."""

import asyncio
import base64
import hashlib
import io
import re
from collections.abc import Callable
from typing import Any

import pytest

pytest.importorskip("PIL", reason="needs the extra: pip install 'assay[documents]'")

from assay.errors import SettingRefused
from assay.models.registry import make_chat
from assay.records import Image, Message, Reply, Request
from support.server import Server

DATA_URI = re.compile(r"data:(image/[a-z]+);base64,([A-Za-z0-9+/]+={0,2})")
SIZE = (123, 77)


class Pages:
    """The blob folder of these tests."""

    def __init__(self) -> None:
        self.bytes: dict[str, bytes] = {}

    def add(self, kind: str) -> Image:
        from PIL import Image as Pictures  # noqa: PLC0415 - an extra

        written = io.BytesIO()
        Pictures.new("RGB", SIZE, (200, 180, 40)).save(written, kind)
        blob = hashlib.sha256(written.getvalue()).hexdigest()
        self.bytes[blob] = written.getvalue()
        return Image(blob, f"image/{kind.lower()}", *SIZE)

    def read(self, blob: str) -> bytes:
        return self.bytes[blob]


def openai_parts(body: Any) -> list[tuple[str, Any]]:
    """Text, or media type and bytes, for each part of the last message."""
    found: list[tuple[str, Any]] = []
    for part in body["messages"][-1]["content"]:
        if part["type"] == "text":
            found.append(("text", part["text"]))
            continue
        assert part["type"] == "image_url"
        uri = DATA_URI.fullmatch(part["image_url"]["url"])
        assert uri, part["image_url"]["url"][:60]
        found.append((uri[1], base64.b64decode(uri[2], validate=True)))
    return found


def anthropic_parts(body: Any) -> list[tuple[str, Any]]:
    found: list[tuple[str, Any]] = []
    for part in body["messages"][-1]["content"]:
        if part["type"] == "text":
            found.append(("text", part["text"]))
            continue
        assert part["type"] == "image"
        assert part["source"]["type"] == "base64"
        data = base64.b64decode(part["source"]["data"], validate=True)
        found.append((part["source"]["media_type"], data))
    return found


Reading = Callable[[Any], list[tuple[str, Any]]]
PROTOCOLS: dict[str, Reading] = {"openai": openai_parts, "anthropic": anthropic_parts}


@pytest.fixture(params=list(PROTOCOLS))
def protocol(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def base_url(protocol: str, server: Server) -> str:
    return server.openai_url if protocol == "openai" else server.url


def ask(protocol: str, server: Server, pages: Pages, *parts: str | Image) -> Reply:
    async def talk() -> Reply:
        chat = make_chat(f"{protocol}/qwen", base_url=base_url(protocol, server), read_blob=pages.read)
        try:
            return await chat.send(Request(chat.id, (Message("user", parts),)))
        finally:
            await chat.close()

    return asyncio.run(talk())


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_the_server_can_decode_the_picture_and_finds_the_recorded_size(
    protocol: str, kind: str, server: Server
) -> None:
    from PIL import Image as Pictures  # noqa: PLC0415

    pages = Pages()
    page = pages.add(kind)
    reply = ask(protocol, server, pages, page, "What is the total?")
    (media_type, data), text = PROTOCOLS[protocol](server.bodies[0])
    assert media_type == page.media_type
    assert data == pages.read(page.blob)
    with Pictures.open(io.BytesIO(data)) as picture:
        picture.load()
        assert picture.size == (page.width, page.height)
        assert Pictures.MIME[str(picture.format)] == media_type
    assert text == ("text", "What is the total?")
    assert "What is the total?" in reply.text


def test_texts_and_pictures_keep_their_order(protocol: str, server: Server) -> None:
    pages = Pages()
    one, two = pages.add("PNG"), pages.add("JPEG")
    ask(protocol, server, pages, "First:", one, "Second:", two, "Do they agree?")
    kinds = [kind for kind, _ in PROTOCOLS[protocol](server.bodies[0])]
    assert kinds == ["text", "image/png", "text", "image/jpeg", "text"]


def test_a_model_without_a_way_to_read_pictures_sends_nothing(protocol: str, server: Server) -> None:
    async def talk() -> None:
        chat = make_chat(f"{protocol}/qwen", base_url=base_url(protocol, server))
        try:
            await chat.send(Request(chat.id, (Message("user", (Pages().add("PNG"), "What?")),)))
        finally:
            await chat.close()

    with pytest.raises(SettingRefused) as refused:
        asyncio.run(talk())
    assert refused.value.setting == "images"
    assert server.count == 0


def test_a_server_that_refuses_pictures_teaches_it(server: Server) -> None:
    """The text-only servers of the OpenAI protocol say so with 400; the second request is not sent."""
    from support.faults import Fault  # noqa: PLC0415

    server.plan = lambda *_: Fault("deny", status=400, message="This model does not support image inputs.")
    pages = Pages()
    page = pages.add("PNG")

    async def talk() -> None:
        chat = make_chat("openai/words", base_url=server.openai_url, read_blob=pages.read)
        try:
            for _ in range(2):
                with pytest.raises(SettingRefused) as refused:
                    await chat.send(Request(chat.id, (Message("user", (page, "What?")),)))
                assert refused.value.setting == "images"
        finally:
            await chat.close()

    asyncio.run(talk())
    assert server.count == 1
