"""CLIP in this process: texts and pictures as vectors of one space, for CLIPScore and similarity."""

import asyncio
import io
import threading
from collections.abc import Hashable
from dataclasses import replace
from typing import Any

from assay.data.picture_pixels import as_rgb
from assay.errors import Rejected, SettingRefused, UsageError, crossing
from assay.models.capabilities import guard
from assay.models.pictures.asked import WRITES_NOTHING
from assay.models.pictures.checkpoint import Checkpoint, find_checkpoint, identity, needs
from assay.models.pictures.placement import PicturePlacement, dtype_for
from assay.models.weights import device_for
from assay.models.wire import BlobReader, image_bytes
from assay.models.worker import Pass, Worker
from assay.records import Image, PromptLength, Reply, Request, short, vector_reply

RECOMMENDED = "clip/laion/CLIP-ViT-B-32-laion2B-s34B-b79K"
"""The weights that OpenCLIP calls ViT-B-32 ``laion2b_s34b_b79k``, 512 numbers a vector."""

Content = str | Image


class ClipEncoder:
    """A CLIP model of transformers on a thread of its own; vectors are 32-bit floats of length 1.

    Scores of different weights are not comparable, so the name says which these are. ``dtype`` ``auto`` is
    float32 everywhere. A text that is too long
    is cut, with its end mark kept, and the reply says so.

    Args:
        name: a folder that ``save_pretrained`` wrote, or a hub id.
        read_blob: gives the bytes of a picture by its hash.
        placement: where and how it runs.

    Raises:
        MissingExtra: one of its libraries is not installed.
        UsageError: no such model, or not a CLIP.
    """

    local = True
    default_max_tokens: int | None = None

    def __init__(self, name: str, read_blob: BlobReader, placement: PicturePlacement | None = None) -> None:
        needs("a clip/... model", "diffusers", "torch", "transformers", "PIL")
        asked = placement or PicturePlacement()
        who = f"clip/{name}"
        self._checkpoint = find_checkpoint(name, "config.json", who, asked)
        if (kind := self._checkpoint.config.get("model_type")) != "clip":
            raise UsageError(f"{who}: this is a {kind} model, and a CLIP is needed, e.g. {RECOMMENDED}")
        self.name = f"clip/{self._checkpoint.shown}"
        self._device = device_for(asked.device)
        dtype = "float32" if asked.dtype == "auto" else dtype_for(asked.dtype, self._device)
        self._placement = replace(asked, dtype=dtype)
        self.id = identity(self.name, self._checkpoint, self._device, self._placement)
        self.lane = self.id
        self.capabilities = replace(WRITES_NOTHING, images=True)
        self._read_blob = read_blob
        self._words: Any = None
        self._counting = threading.Lock()
        self._worker: Worker[Content, Reply] = Worker(self.name, self._loaded, _kind, self._placement.batch)

    async def send(self, request: Request, sample: int = 0) -> Reply:  # noqa: ARG002 - nothing is drawn
        """The vector of one text or one picture; see :class:`assay.records.Embedder`."""
        guard(self, request)
        return await self._worker.ask(_content(request, self.name))

    async def measure(self, text: str) -> PromptLength | None:
        """How many tokens a text has, and how many are read."""
        return await asyncio.to_thread(self._measured, text)

    async def close(self) -> None:
        """End the thread and give the memory back; may be called twice. A later send starts a new one."""
        await self._worker.close()

    def _measured(self, text: str) -> PromptLength:
        with self._counting:
            if self._words is None:
                self._words = _tokenizer(self._checkpoint, self.name)
            return PromptLength(_count(self._words, text), _limit(self._checkpoint))

    def _loaded(self) -> Pass[Content, Reply]:
        return _Encoding(
            self._checkpoint, self._device, self._placement.dtype, self.name, self._read_blob
        ).encode


class _Encoding:
    """Weights, tokenizer and picture processor, used from one thread."""

    def __init__(
        self, checkpoint: Checkpoint, device: str, dtype: str, who: str, read_blob: BlobReader
    ) -> None:
        import torch  # noqa: PLC0415 - seconds to import
        from transformers import CLIPModel  # noqa: PLC0415
        from transformers.utils.logging import disable_progress_bar  # noqa: PLC0415

        disable_progress_bar()  # stderr is for Assay's own progress
        self._torch, self._device, self._who, self._read_blob = torch, device, who, read_blob
        self._limit = _limit(checkpoint)
        self._tokenizer = _tokenizer(checkpoint, who)
        with crossing(f"loading {who}", UsageError):
            self._processor = _picture_processor().from_pretrained(checkpoint.where, **checkpoint.source)
            model = CLIPModel.from_pretrained(
                checkpoint.where, dtype=getattr(torch, dtype), **checkpoint.source
            )
        self._model = model.to(device).eval()

    def encode(self, contents: list[Content]) -> list[Reply]:
        """Vectors of contents of one kind, in order."""
        texts = [content for content in contents if isinstance(content, str)]
        images = [content for content in contents if isinstance(content, Image)]
        with self._torch.inference_mode():
            features = self._of_texts(texts) if texts else self._of_images(images)
            vectors = _pooled(features).float()
            vectors = (vectors / vectors.norm(dim=-1, keepdim=True)).cpu().numpy()
        cuts = [self._cut(text) for text in texts] or [False] * len(images)
        return [vector_reply(vector, cut=cut) for vector, cut in zip(vectors, cuts, strict=True)]

    def _of_texts(self, texts: list[str]) -> Any:
        tokens = self._tokenizer(
            texts, padding=True, truncation=True, max_length=self._limit, return_tensors="pt"
        )
        return self._model.get_text_features(**tokens.to(self._device))

    def _of_images(self, images: list[Image]) -> Any:
        pixels = self._processor([self._decoded(image) for image in images], return_tensors="pt")
        return self._model.get_image_features(**pixels.to(self._device, dtype=self._model.dtype))

    def _cut(self, text: str) -> bool:
        return _count(self._tokenizer, text) > self._limit

    def _decoded(self, image: Image) -> Any:
        from PIL import Image as Pictures  # noqa: PLC0415 - an extra

        data = image_bytes(image.blob, self._read_blob, self._who)
        boundary = crossing(f"{self._who}: decoding picture {short(image.blob)}", Rejected)
        with boundary, Pictures.open(io.BytesIO(data)) as picture:
            return as_rgb(picture)[0]


def _kind(content: Content) -> Hashable:
    return isinstance(content, str)


def _content(request: Request, who: str) -> Content:
    """The one text or the one picture of a request.

    Raises:
        SettingRefused: it holds anything else.
    """
    content = request.messages[-1].content
    parts = (content,) if isinstance(content, str) else content
    if len(request.messages) != 1 or len(parts) != 1:
        raise SettingRefused(f"{who} takes one text or one picture", setting="images")
    if request.response_format is not None or request.picture is not None or request.settings.to_data():
        raise SettingRefused(f"{who} makes a vector, and takes no settings", setting="response_format")
    return parts[0]


def _tokenizer(checkpoint: Checkpoint, who: str) -> Any:
    from transformers import AutoTokenizer  # noqa: PLC0415 - seconds to import

    with crossing(f"loading the tokenizer of {who}", UsageError):
        return AutoTokenizer.from_pretrained(checkpoint.where, **checkpoint.source)


def _picture_processor() -> Any:
    """The processor that scales with Pillow, as CLIP was trained; torchvision's rounds otherwise."""
    import transformers  # noqa: PLC0415 - loaded by now

    # Before transformers 5 the plain name was Pillow's.
    return getattr(transformers, "CLIPImageProcessorPil", None) or transformers.CLIPImageProcessor


def _count(tokenizer: Any, text: str) -> int:
    return len(tokenizer(text, truncation=False, verbose=False).input_ids)


def _limit(checkpoint: Checkpoint) -> int:
    """Most tokens of a text, the marks of its ends among them: 77 where the configuration says nothing."""
    stated = (checkpoint.config.get("text_config") or {}).get("max_position_embeddings")
    return int(stated or 77)


def _pooled(features: Any) -> Any:
    """The projected vectors: a tensor, or since transformers 5 a field of an output object."""
    return getattr(features, "pooler_output", features)
