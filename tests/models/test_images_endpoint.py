"""Generators behind an images endpoint, against a real server on the loopback."""

import asyncio
import base64
import hashlib
import io
import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest

from assay.errors import (
    Denied,
    FaultsError,
    RateLimited,
    Rejected,
    ServerFault,
    SettingRefused,
    Uncertain,
    UsageError,
)
from assay.models.pictures.registry import make_generator
from assay.records import (
    ImageGenerator,
    Message,
    Picture,
    PictureSettings,
    Reply,
    Request,
    Settings,
    picture_request,
    read_picture,
)
from support.faults import bad_key, cut_json, hang, rate_limited, raw, refused, reset_after, server_error
from support.images_server import WORDS_BEFORE, ImagesServer, drawn

PROMPT = "a red boat on a lake"
WHOLE = PictureSettings(seed=5, width=64, height=48)
ALL_TAKEN = "seed, steps=step, guidance, negative"


class Kept:
    """Blobs in memory, as a blob folder keeps them."""

    def __init__(self) -> None:
        self.blobs: dict[str, bytes] = {}

    def put(self, data: bytes) -> str:
        name = hashlib.sha256(data).hexdigest()
        self.blobs[name] = data
        return name


@pytest.fixture
def kept() -> Kept:
    return Kept()


@pytest.fixture
def images() -> Iterator[Callable[..., ImagesServer]]:
    with ExitStack() as running:
        yield lambda **options: running.enter_context(ImagesServer(**options))


def made(server: ImagesServer, kept: Kept, **options: Any) -> ImageGenerator:
    return make_generator(
        "openai/painter", base_url=server.openai_url, keep_blob=kept.put, options={"timeout_s": 10, **options}
    )


def ask(
    generator: ImageGenerator, prompt: str = PROMPT, settings: PictureSettings = WHOLE
) -> tuple[Picture, Reply]:
    request = picture_request(generator.id, prompt, settings)

    async def talk() -> Reply:
        try:
            return await generator.send(request)
        finally:
            await generator.close()

    reply = asyncio.run(talk())
    return read_picture(request, reply, ""), reply


def test_a_picture_is_kept_as_it_came_with_its_size(images: Callable[..., ImagesServer], kept: Kept) -> None:
    server = images()
    generator = made(server, kept)
    assert isinstance(generator, ImageGenerator)
    picture, reply = ask(generator)
    assert picture.blocked is None
    assert picture.image is not None
    assert picture.image.media_type == "image/png"
    assert (picture.image.width, picture.image.height) == (64, 48)
    assert kept.blobs[picture.image.blob] == drawn(PROMPT, "64x48", 0)
    assert (reply.usage.input, reply.usage.output) == (12, 272)


def test_only_what_the_study_set_is_sent(images: Callable[..., ImagesServer], kept: Kept) -> None:
    server = images()
    ask(made(server, kept), settings=PictureSettings(seed=9))
    ask(made(server, kept, quality="low"), settings=WHOLE)
    plain = {"model": "painter", "prompt": PROMPT, "n": 1, "response_format": "b64_json"}
    assert server.bodies == [plain, {**plain, "size": "64x48", "quality": "low"}]


def test_openais_own_models_are_never_asked_for_a_form(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "k" * 40)
    generator = make_generator("openai/gpt-image-2", keep_blob=kept.put)
    assert "response_format" not in generator._body(picture_request(generator.id, PROMPT, WHOLE))  # type: ignore[attr-defined]


def test_a_server_that_takes_a_seed_is_told_it_under_its_own_names(
    images: Callable[..., ImagesServer], kept: Kept
) -> None:
    server = images()
    generator = made(server, kept, takes=ALL_TAKEN)
    settings = PictureSettings(seed=7, steps=4, guidance=2.5, negative="people")
    first, _ = ask(generator, settings=settings)
    sent = {"seed": 7, "step": 4, "guidance_scale": 2.5, "negative_prompt": "people"}
    assert sent.items() <= server.bodies[0].items()
    other, _ = ask(generator, settings=PictureSettings(seed=8, steps=4, guidance=2.5, negative="people"))
    assert first.image != other.image


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        (PictureSettings(steps=4), "steps"),
        (PictureSettings(negative="people"), "negative"),
        (PictureSettings(width=64), "width"),
    ],
)
def test_a_setting_it_is_not_said_to_take_is_refused_before_anything_is_sent(
    images: Callable[..., ImagesServer], kept: Kept, settings: PictureSettings, named: str
) -> None:
    server = images()
    with pytest.raises(SettingRefused) as refusal:
        ask(made(server, kept), settings=settings)
    assert refusal.value.setting == named
    assert server.count == 0


def test_what_belongs_to_models_that_write_is_refused(
    images: Callable[..., ImagesServer], kept: Kept
) -> None:
    generator = made(images(), kept)
    turn = (Message("user", PROMPT),)
    wrong = {
        "temperature": Request("m", turn, Settings(temperature=0.5), picture=WHOLE),
        "images": Request("m", (*turn, *turn), picture=WHOLE),
        "response_format": Request("m", turn, response_format={"type": "object"}, picture=WHOLE),
    }
    for setting, request in wrong.items():
        with pytest.raises(SettingRefused) as refusal:
            asyncio.run(generator.send(request))
        assert refusal.value.setting == setting
    with pytest.raises(Rejected, match="asks for none"):
        asyncio.run(generator.send(Request("m", turn)))


def test_a_form_the_server_refuses_is_left_out_once_and_for_all(
    images: Callable[..., ImagesServer], kept: Kept
) -> None:
    server = images(refuses={"response_format": None})
    generator = made(server, kept)
    assert ask(generator)[0].image is not None
    ask(generator, "another")
    assert ["response_format" in body for body in server.bodies] == [True, False, False]


def test_a_setting_the_server_refuses_is_an_error_that_names_it(
    images: Callable[..., ImagesServer], kept: Kept
) -> None:
    server = images(plan={1: refused(400, "invalid_value", "Invalid size '64x48'.", param="size")})
    with pytest.raises(SettingRefused, match="refused width") as refusal:
        ask(made(server, kept))
    assert refusal.value.setting == "width"


@pytest.mark.parametrize("prompt", ["forbidden things", "withheld things", "a blank page"])
def test_what_a_filter_holds_back_and_what_shows_nothing_is_blocked(
    images: Callable[..., ImagesServer], kept: Kept, prompt: str
) -> None:
    picture, reply = ask(made(images(), kept), prompt)
    assert picture.blocked
    assert (picture.image is not None) == ("blank" in prompt)
    assert reply.finish == "stop"
    if "forbidden" in prompt:
        assert "moderation_blocked" in picture.blocked


@pytest.mark.parametrize("code", ["content_policy_violation", "moderation_blocked", "content_filter"])
def test_refused_content_is_blocked_by_any_code(
    images: Callable[..., ImagesServer], kept: Kept, code: str
) -> None:
    server = images(plan={1: refused(400, code, "No.")})
    assert ask(made(server, kept))[0].blocked == f"HTTP 400 ({code} invalid_request_error): No."


def test_a_prompt_the_server_rewrote_is_kept_with_the_reply(
    images: Callable[..., ImagesServer], kept: Kept
) -> None:
    _, reply = ask(made(images(revises=True), kept))
    assert json.loads(reply.text)["revised"] == WORDS_BEFORE + PROMPT


class TestAddresses:
    def test_a_picture_behind_an_address_of_the_server_is_read_with_its_key(
        self, images: Callable[..., ImagesServer], kept: Kept, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("PAINTER_KEY", "the-key-of-the-painter")
        server = images(answers="url", key="the-key-of-the-painter")
        generator = make_generator(
            "openai/painter", base_url=server.openai_url, api_key_env="PAINTER_KEY", keep_blob=kept.put
        )
        picture, _ = ask(generator)
        assert picture.image is not None
        assert server.read[0]["Authorization"] == "Bearer the-key-of-the-painter"

    def test_the_key_goes_to_no_other_origin(
        self, images: Callable[..., ImagesServer], kept: Kept, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("PAINTER_KEY", "the-key-of-the-painter")
        store = images()
        server = images(answers="url", pictures_at=store.url)
        store.pictures = server.pictures
        generator = make_generator(
            "openai/painter", base_url=server.openai_url, api_key_env="PAINTER_KEY", keep_blob=kept.put
        )
        assert ask(generator)[0].image is not None
        assert len(store.read) == 1
        assert "Authorization" not in store.read[0]

    def test_plain_http_elsewhere_and_other_schemes_are_not_read(
        self, images: Callable[..., ImagesServer], kept: Kept
    ) -> None:
        for at in ("http://pictures.example", "file:///etc"):
            with pytest.raises(Denied, match="answer with b64_json"):
                ask(made(images(answers="url", pictures_at=at), kept))

    def test_a_picture_that_is_gone_may_have_been_paid(
        self, images: Callable[..., ImagesServer], kept: Kept
    ) -> None:
        server = images(answers="url", pictures_at="http://127.0.0.1:9")
        with pytest.raises(Uncertain, match="may have been paid"):
            ask(made(server, kept))
        gone = images(answers="url")
        gone.pictures = _Forgetful()
        with pytest.raises(Uncertain, match="HTTP 404"):
            ask(made(gone, kept))


class _Forgetful(dict[str, bytes]):
    def __setitem__(self, name: str, data: bytes) -> None:
        """Keep nothing."""


def _reply_of(data: bytes) -> bytes:
    return json.dumps({"data": [{"b64_json": base64.b64encode(data).decode()}]}).encode()


def _huge_png() -> bytes:
    """A PNG whose header states more pixels than are ever decoded."""
    data = bytearray(drawn("x", "8x8", 0))
    data[16:24] = (20_000).to_bytes(4, "big") + (6_000).to_bytes(4, "big")
    import zlib  # noqa: PLC0415

    data[29:33] = zlib.crc32(bytes(data[12:29])).to_bytes(4, "big")
    return bytes(data)


@pytest.mark.filterwarnings("ignore:Image size")
@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"<svg></svg>", "cannot identify"),
        (drawn("x", "64x64", 0)[:300], "truncated"),
        (_huge_png(), "20000 x 6000 pixels came; at most 100,000,000 are decoded"),
    ],
    ids=["svg", "cut", "huge"],
)
def test_bytes_that_are_no_honest_picture_may_have_been_paid(
    images: Callable[..., ImagesServer], kept: Kept, data: bytes, said: str
) -> None:
    server = images(plan={1: raw(_reply_of(data))})
    with pytest.raises(Uncertain, match=rf"{said}.*may have been paid"):
        ask(made(server, kept))
    assert not kept.blobs


@pytest.mark.parametrize("kind", ["JPEG", "WEBP"])
def test_other_kinds_of_pictures_are_kept_under_their_own_type(
    images: Callable[..., ImagesServer], kept: Kept, kind: str
) -> None:
    from PIL import Image as Pictures  # noqa: PLC0415

    written = io.BytesIO()
    with Pictures.open(io.BytesIO(drawn("x", "64x64", 0))) as picture:
        picture.save(written, kind)
    server = images(plan={1: raw(_reply_of(written.getvalue()))})
    picture, _ = ask(made(server, kept))
    assert picture.image is not None
    assert picture.image.media_type == f"image/{kind.lower()}"
    assert kept.blobs[picture.image.blob] == written.getvalue()


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (rate_limited("3"), RateLimited),
        (server_error(), ServerFault),
        (bad_key(), Denied),
        (reset_after(), Uncertain),
        (cut_json(), Uncertain),
        (raw(b'{"data": 5}'), ServerFault),
        (refused(400, "string_above_max_length", "Prompt of 33000 characters."), Rejected),
    ],
)
def test_failures_promise_what_they_do_for_models_that_chat(
    images: Callable[..., ImagesServer], kept: Kept, fault: Any, error: type[Exception]
) -> None:
    with pytest.raises(error):
        ask(made(images(plan={1: fault}), kept))


def test_no_reply_in_time_may_have_been_paid(images: Callable[..., ImagesServer], kept: Kept) -> None:
    with pytest.raises(Uncertain):
        ask(made(images(plan={1: hang(5)}), kept, timeout_s=0.2))


def test_its_identity_holds_what_changes_a_picture(images: Callable[..., ImagesServer], kept: Kept) -> None:
    server = images()
    plain = made(server, kept)
    assert plain.id == f"openai/painter@{server.openai_url}/images/generations"
    assert made(server, kept, quality="high").id == f"{plain.id};quality=high"
    assert made(server, kept, takes="steps=step, seed").id == f"{plain.id};takes seed=seed,steps=step"


def test_what_nobody_can_measure_is_not_measured(images: Callable[..., ImagesServer], kept: Kept) -> None:
    assert asyncio.run(made(images(), kept).measure("x" * 5000)) is None


def test_wrong_names_and_options_are_told_at_once(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)

    def make(name: str, **more: Any) -> ImageGenerator:
        return make_generator(name, keep_blob=kept.put, **more)

    here = {"base_url": "http://localhost:1/v1"}
    with pytest.raises(UsageError, match="did you mean 'diffusers'"):
        make("difusers/x")
    with pytest.raises(UsageError, match="did you mean 'scenes/generator'"):
        make("scenes/generators")
    with pytest.raises(UsageError, match="unknown option qality; did you mean 'quality'"):
        make("openai/painter", **here, options={"qality": "low"})
    with pytest.raises(UsageError, match="remove them"):
        make("diffusers/x", **here)
    with pytest.raises(UsageError, match="timeout_s must be"):
        make("openai/painter", **here, options={"timeout_s": 0})
    with pytest.raises(
        FaultsError, match=r"'sed' is no setting; did you mean 'seed'[\s\S]*steps= has no name"
    ):
        make("openai/painter", **here, options={"takes": "sed, steps="})
    with pytest.raises(UsageError, match="OPENAI_API_KEY is not set"):
        make("openai/painter")
