"""Models in this process that see: Qwen2-VL, BLIP-2 and the like, all through one path of transformers."""

import importlib.util
import inspect
import io
import json
from functools import cached_property
from pathlib import Path
from typing import Any

from assay.errors import MissingExtra, Rejected, SettingRefused, UsageError, crossing
from assay.models.generation import Generator, Inputs
from assay.models.texts import completion_text
from assay.models.weights import Placement
from assay.models.wire import BlobReader, image_bytes
from assay.records import Image, Message, Request, short


def sees(folder: Path) -> bool:
    """Whether a folder holds a model that takes pictures and writes text, by its ``config.json``.

    Raises:
        UsageError: the file cannot be read.
    """
    from transformers.models.auto.modeling_auto import (  # noqa: PLC0415 - the caller has looked for it
        MODEL_FOR_IMAGE_TEXT_TO_TEXT_MAPPING_NAMES as KNOWN,
    )

    config = _config(folder)
    if named := config.get("architectures"):
        return bool(set(named) & set(KNOWN.values()))
    return config.get("model_type") in KNOWN


def encodes(folder: Path) -> bool:
    """Whether the text is read by an encoder, so that an answer cannot go on from a prefill."""
    config = _config(folder)
    return any(
        part.get("is_encoder_decoder") or part.get("model_type") == "t5"
        for part in (config, config.get("text_config") or {})
    )


def pictures(message: Message) -> list[Image]:
    """The pictures of a message, in order."""
    return [part for part in _parts(message) if isinstance(part, Image)]


class VisionGenerator(Generator):
    """Processor and weights of an image-text-to-text model.

    Messages go through the processor's chat template. A model without one (BLIP-2) reads one picture and the
    messages' texts joined by blank lines.

    Args:
        folder: where they are.
        device: where they run.
        placement: dtype and default token cap.
        who: the model's name, for messages.
        read_blob: gives the bytes of a picture by its hash.

    Raises:
        MissingExtra: Pillow is not installed.
        UsageError: the folder's files cannot be loaded; for many models because torchvision is missing.
    """

    def __init__(
        self, folder: Path, device: str, placement: Placement, who: str, read_blob: BlobReader | None
    ) -> None:
        if importlib.util.find_spec("PIL") is None:
            raise MissingExtra("a transformers/... model that sees", "documents")
        self._read_blob = read_blob
        super().__init__(folder, device, placement, who)

    def _load(self, folder: Path, dtype: Any) -> tuple[Any, Any]:
        from transformers import AutoModelForImageTextToText, AutoProcessor  # noqa: PLC0415 - slow

        self._processor = AutoProcessor.from_pretrained(folder, local_files_only=True)
        tokenizer = getattr(self._processor, "tokenizer", None)
        if tokenizer is None:
            raise UsageError(f"{self._who}: its folder holds no tokenizer; download it whole")
        # Answers are written behind the prompt, so it ends at the right; an encoder counts from the left.
        tokenizer.padding_side = "right" if encodes(folder) else "left"
        model = AutoModelForImageTextToText.from_pretrained(folder, dtype=dtype, local_files_only=True)
        return tokenizer, model

    def _inputs(self, requests: list[Request]) -> Inputs:
        texts = [self._text(request) for request in requests]
        shown = [
            self._decoded(image)
            for request in requests
            for message in request.messages
            for image in pictures(message)
        ]
        with crossing(f"{self._who}: preparing text and pictures", Rejected):
            batch = self._processor(
                text=texts,
                return_tensors="pt",
                padding=True,
                add_special_tokens=requests[0].style == "completion" or not self._templated,
                **({"images": shown} if shown else {}),
            )
        batch = batch.to(self._device, dtype=self._model.dtype)
        if shown:
            self._check_places(batch["input_ids"])
        lengths = batch["attention_mask"].sum(dim=1).tolist()
        return Inputs(dict(batch), lengths, self._model if shown else self._textual)

    @property
    def _templated(self) -> bool:
        return bool(self._processor.chat_template)

    @cached_property
    def _textual(self) -> Any:
        """What answers where there is no picture: BLIP-2 as a whole always wants one."""
        parameters = inspect.signature(self._model.generate).parameters
        wanted = [
            name
            for name, parameter in parameters.items()
            if name == "pixel_values" and parameter.default is inspect.Parameter.empty
        ]
        return self._model.language_model if wanted else self._model

    def _text(self, request: Request) -> str:
        images = sum(len(pictures(message)) for message in request.messages)
        if self._templated and request.style == "chat":
            return self._chat_text(request.messages)
        if self._templated and images:
            raise SettingRefused(
                f"{self._who} takes pictures in chat messages only; use template_style: chat",
                setting="template_style",
            )
        if images > 1:
            raise SettingRefused(
                f"{self._who} has no chat template and reads one picture at a time; "
                f"the prompt holds {images}",
                setting="images",
            )
        return completion_text(_without_pictures(request), self._who)

    def _chat_text(self, messages: tuple[Message, ...]) -> str:
        prefilled = messages[-1].role == "assistant"
        turns = [
            {
                "role": message.role,
                "content": [
                    {"type": "text", "text": part} if isinstance(part, str) else {"type": "image"}
                    for part in _parts(message)
                ],
            }
            for message in messages
        ]
        with crossing(f"{self._who}: applying the chat template", Rejected):
            text: str = self._processor.apply_chat_template(
                turns,
                tokenize=False,
                add_generation_prompt=not prefilled,
                continue_final_message=prefilled,
            )
        return text

    def _decoded(self, image: Image) -> Any:
        from PIL import Image as Pictures  # noqa: PLC0415 - an extra

        data = image_bytes(image.blob, self._read_blob, self._who)
        boundary = crossing(f"{self._who}: decoding picture {short(image.blob)}", Rejected)
        with boundary, Pictures.open(io.BytesIO(data)) as picture:
            return picture.convert("RGB")

    def _check_places(self, tokens: Any) -> None:
        """Refuse a prompt without a place for its picture: the model would answer without having seen it."""
        config = self._model.config
        place = getattr(config, "image_token_id", None) or getattr(config, "image_token_index", None)
        unset = getattr(self._processor, "num_query_tokens", 0) is None
        if unset or (place is not None and not bool((tokens == place).any(dim=1).all())):
            raise Rejected(
                f"{self._who}: the prompt has no place for the picture, so the model would not see it; its "
                "folder was saved by an older transformers, or lacks its chat template: download it again"
            )


def _parts(message: Message) -> tuple[str | Image, ...]:
    return (message.content,) if isinstance(message.content, str) else message.content


def _without_pictures(request: Request) -> Request:
    messages = tuple(
        Message(message.role, "".join(part for part in _parts(message) if isinstance(part, str)))
        for message in request.messages
    )
    return Request(request.model, messages, request.settings, request.style)


def _config(folder: Path) -> dict[str, Any]:
    with crossing(f"reading {folder.name}/config.json", UsageError):
        found: dict[str, Any] = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    return found
