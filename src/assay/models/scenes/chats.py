"""The scene world's networks as models that a study asks: generator, captioner, answerer, encoder."""

import asyncio
import importlib.util
import io
import re
from abc import ABC, abstractmethod
from dataclasses import replace
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from assay.data.near import did_you_mean
from assay.errors import MissingExtra, Rejected, SettingRefused, UsageError, crossing
from assay.models.pictures.asked import WRITES_NOTHING, picture_asked
from assay.models.pictures.made import BlobKeeper, made_reply
from assay.models.scenes.answerer import Judged, SceneAnswerer
from assay.models.scenes.captioner import SceneCaptioner
from assay.models.scenes.encoder import SceneEncoder
from assay.models.scenes.generator import SceneGenerator
from assay.models.scenes.loading import SIDE, weights_id
from assay.models.wire import BlobReader, image_bytes
from assay.models.worker import Pass, Worker
from assay.records import (
    Capabilities,
    Image,
    PromptLength,
    Reply,
    Request,
    Usage,
    short,
    vector_reply,
)

_SEES = Capabilities(
    temperature=False,
    top_p=False,
    stop=False,
    seed=False,
    reasoning_effort=False,
    prefill=False,
    images=True,
    completion=False,
)
_NUMBERED = re.compile(r"^\s*(\d+)[.)]\s+(.+?)\s*$", re.MULTILINE)
_BATCH = 8


class _SceneModel(ABC):
    """What the networks have in common: names, a thread of their own, no price."""

    local = True
    default_max_tokens: int | None = None
    kind: ClassVar[str]
    capabilities = WRITES_NOTHING

    def __init__(self) -> None:
        for module in ("onnxruntime", "tokenizers", "PIL"):
            if importlib.util.find_spec(module) is None:
                raise MissingExtra("the scene world", "scenes")
        self.name = f"scenes/{self.kind}"
        self.id = f"{self.name}#{weights_id()}"
        self.lane = self.id
        self._worker: Worker[Request, Reply] = Worker(self.name, self._loaded, lambda _: "any", _BATCH)

    def _loaded(self) -> Pass[Request, Reply]:
        return lambda requests: [self._reply(request) for request in requests]

    @abstractmethod
    def _reply(self, request: Request) -> Reply:
        """Answer one request, on the model's thread."""

    async def send(self, request: Request, sample: int = 0) -> Reply:  # noqa: ARG002 - nothing is drawn
        """Answer; see :class:`assay.records.Chat`."""
        self._check(request)
        return await self._worker.ask(request)

    def _check(self, request: Request) -> None:
        """Refuse what is not set in vain."""
        if request.response_format is not None:
            raise SettingRefused(f"{self.name} has no form of answer to choose", setting="response_format")

    async def close(self) -> None:
        """End the thread; may be called twice. A later send starts a new one."""
        await self._worker.close()


class SceneImages(_SceneModel):
    """Draws scenes of shapes, 32 x 32 pixels; see its card beside the weights.

    Args:
        keep_blob: keeps a picture's bytes and gives their name.
    """

    kind = "generator"

    def __init__(self, keep_blob: BlobKeeper) -> None:
        super().__init__()
        self._keep_blob = keep_blob
        self._network = SceneGenerator()

    def _check(self, request: Request) -> None:
        _, picture = picture_asked(request, self.name)
        for name in ("width", "height"):
            if getattr(picture, name) not in (None, SIDE):
                raise SettingRefused(
                    f"{self.name} draws {SIDE} x {SIDE} pixels; leave the size out", setting=name
                )
        for name in ("steps", "negative"):
            if getattr(picture, name) is not None:
                raise SettingRefused(f"{self.name} takes no {name}; remove it", setting=name)
        if picture.guidance is not None and picture.guidance <= 0:
            raise SettingRefused(f"{self.name} takes a guidance above 0", setting="guidance")

    def _reply(self, request: Request) -> Reply:
        from PIL import Image as Pictures  # noqa: PLC0415 - an extra

        prompt, picture = picture_asked(request, self.name)
        guidance = 1.0 if picture.guidance is None else picture.guidance
        pixels = self._network.make([prompt], [picture.seed], guidance=guidance)[0]
        return replace(
            made_reply(Pictures.fromarray(pixels), self._keep_blob),
            usage=Usage(input=self._network.tokens(prompt)),
        )

    async def measure(self, text: str) -> PromptLength | None:
        """How many tokens a prompt has, and how many are read."""
        tokens = await asyncio.to_thread(self._network.tokens, text)
        return PromptLength(tokens, self._network.limit)


class _SceneEyes(_SceneModel):
    """A network that sees pictures."""

    capabilities = _SEES

    def __init__(self, read_blob: BlobReader | None) -> None:
        super().__init__()
        self._read_blob = read_blob

    def _pixels(self, image: Image) -> NDArray[np.uint8]:
        """A picture as the networks take it; another size is made theirs."""
        from PIL import Image as Pictures  # noqa: PLC0415 - an extra

        data = image_bytes(image.blob, self._read_blob, self.name)
        with (
            crossing(f"{self.name}: decoding picture {short(image.blob)}", Rejected),
            Pictures.open(io.BytesIO(data)) as opened,
        ):
            picture = opened.convert("RGB")
        if picture.size != (SIDE, SIDE):
            picture = picture.resize((SIDE, SIDE), Pictures.Resampling.BOX)
        return np.asarray(picture, dtype=np.uint8)

    def _seen(self, request: Request) -> tuple[Image, str]:
        """The one picture of a request and the text beside it.

        Raises:
            Rejected: there is not exactly one.
        """
        parts = [
            part
            for message in request.messages
            for part in ((message.content,) if isinstance(message.content, str) else message.content)
        ]
        images = [part for part in parts if isinstance(part, Image)]
        if len(images) != 1:
            raise Rejected(f"{self.name} looks at one picture at a time; {len(images)} came")
        return images[0], "\n".join(part for part in parts if isinstance(part, str))


class SceneCaptions(_SceneEyes):
    """Describes scenes in canonical words; what it is asked in text makes no difference."""

    kind = "captioner"

    def _reply(self, request: Request) -> Reply:
        image, _ = self._seen(request)
        caption = SceneCaptioner().caption(self._pixels(image)[None])[0]
        return Reply(caption, "stop", Usage(1, len(caption.split())))


class SceneAnswers(_SceneEyes):
    """Answers short questions about a scene, ``1. Is there a disc?`` and so on, by yes, no or unsure."""

    kind = "answerer"

    def _reply(self, request: Request) -> Reply:
        image, text = self._seen(request)
        numbered = _NUMBERED.findall(text)
        if not numbered:
            raise Rejected(
                f"{self.name} answers questions in lines of their own, each with its number and a full stop; "
                f"{text[:80]!r} came. It cannot look at a request itself: set loop.describe: questions"
            )
        judged = SceneAnswerer().answer(self._pixels(image), [question for _, question in numbered])
        lines = [f"{number}: {_said(it)}" for (number, _), it in zip(numbered, judged, strict=True)]
        return Reply("\n".join(lines), "stop", Usage(len(numbered), len(numbered)))


class SceneVectors(_SceneEyes):
    """Maps texts and scenes to vectors of one space."""

    kind = "encoder"

    def _reply(self, request: Request) -> Reply:
        content = request.messages[-1].content
        network = SceneEncoder()
        if isinstance(content, str):
            return vector_reply(network.text([content])[0], cut=_words(content) > network.limit)
        image, _ = self._seen(request)
        return vector_reply(network.pictures(self._pixels(image)[None])[0])

    async def measure(self, text: str) -> PromptLength | None:
        """How many words a text has, and how many are read."""
        return PromptLength(_words(text), SceneEncoder.limit)


def _words(text: str) -> int:
    return len(re.findall(r"\w+|[^\w\s]", text))


def _said(judged: Judged) -> str:
    return {True: "yes", False: "no", None: "unsure"}[judged[0]]


def make_scene_generator(keep_blob: BlobKeeper) -> SceneImages:
    """The generator ``scenes/generator``.

    Raises:
        MissingExtra: the extra ``scenes`` is not installed.
    """
    return SceneImages(keep_blob)


def make_scene_encoder(read_blob: BlobReader) -> SceneVectors:
    """The encoder ``scenes/encoder``.

    Raises:
        MissingExtra: the extra ``scenes`` is not installed.
    """
    return SceneVectors(read_blob)


_CHATS: dict[str, Any] = {"scenes/captioner": SceneCaptions, "scenes/answerer": SceneAnswers}


def make_scene_chat(name: str, read_blob: BlobReader | None) -> _SceneEyes:
    """A network that sees, by its name.

    Raises:
        UsageError: there is none of that name.
        MissingExtra: the extra ``scenes`` is not installed.
    """
    if name not in _CHATS:
        hint = did_you_mean(name, _CHATS)
        others = "scenes/generator makes pictures and scenes/encoder encodes them"
        raise UsageError(f"{name!r} does not chat{hint}; {' and '.join(_CHATS)} do, {others}")
    made: _SceneEyes = _CHATS[name](read_blob)
    return made
