"""Diffusion pipelines in this process: Stable Diffusion, SDXL, SD3, Flux and what else diffusers knows."""

import asyncio
from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from assay.errors import Denied, Rejected, SettingRefused, UsageError, crossing
from assay.models.pictures.asked import WRITES_NOTHING, picture_asked
from assay.models.pictures.checkpoint import Checkpoint, find_checkpoint, identity, needs
from assay.models.pictures.made import BlobKeeper, made_reply
from assay.models.pictures.pipelines import DESCRIPTION, Pipeline
from assay.models.pictures.placement import PicturePlacement, dtype_for
from assay.models.pictures.prompt_length import PromptMeter
from assay.models.weights import device_for
from assay.models.worker import Pass, Worker
from assay.records import PictureSettings, PromptLength, Reply, Request

_COMPANY_S = 0.02  # a picture takes far longer
_NO_MEMORY = ("not enough memory", "can't allocate memory", "out of memory")


@dataclass(frozen=True, slots=True)
class _Asked:
    prompt: str
    settings: PictureSettings


class DiffusersGenerator:
    """A pipeline of diffusers on a thread of its own.

    Each picture draws from its own seed on the CPU, so that it is the same alone and in company, but for the
    rounding of the last digits.

    Args:
        name: a folder that ``save_pretrained`` wrote, or a hub id.
        keep_blob: keeps a picture's bytes and gives their name.
        placement: where and how it runs.

    Raises:
        MissingExtra: one of its libraries is not installed.
        UsageError: no such pipeline, parts of it are missing, or it cannot run as asked.
    """

    local = True
    default_max_tokens: int | None = None

    def __init__(self, name: str, keep_blob: BlobKeeper, placement: PicturePlacement | None = None) -> None:
        needs("a diffusers/... model", "diffusers", "torch", "diffusers", "transformers", "accelerate", "PIL")
        self._placement = placement or PicturePlacement()
        who = f"diffusers/{name}"
        self._checkpoint = find_checkpoint(name, DESCRIPTION, who, self._placement)
        self.name = f"diffusers/{self._checkpoint.shown}"
        self._pipeline = Pipeline(self._checkpoint, self.name, self._placement.variant)
        self._device = device_for(self._placement.device)
        self._placement = replace(self._placement, dtype=dtype_for(self._placement.dtype, self._device))
        _check_offload(self._placement.offload, self._device, self.name)
        self.id = identity(self.name, self._checkpoint, self._device, self._placement)
        self.lane = self.id
        self.capabilities = WRITES_NOTHING
        self._keep_blob = keep_blob
        self._meter = PromptMeter(self._checkpoint, self._pipeline, self.name)
        self._worker: Worker[_Asked, Reply] = Worker(
            self.name, self._loaded, _kind, self._placement.batch, _COMPANY_S
        )

    async def send(self, request: Request, sample: int = 0) -> Reply:  # noqa: ARG002 - the seed is the draw
        """Make a picture on the model's thread; see :class:`assay.records.ImageGenerator`."""
        prompt, settings = picture_asked(request, self.name)
        self._pipeline.arguments(settings, 1)
        return await self._worker.ask(_Asked(prompt, settings))

    async def measure(self, text: str) -> PromptLength | None:
        """How many tokens a prompt has, and how many are read; see :meth:`PromptMeter.measure`."""
        return await asyncio.to_thread(self._meter.measure, text)

    async def close(self) -> None:
        """End the thread and give the memory back; may be called twice. A later send starts a new one."""
        await self._worker.close()

    def _loaded(self) -> Pass[_Asked, Reply]:
        pipeline = _load(self._checkpoint, self._device, self._placement, self.name)

        def paint(asked: list[_Asked]) -> list[Reply]:
            return self._painted(pipeline, asked)

        return paint

    def _painted(self, pipeline: Any, asked: list[_Asked]) -> list[Reply]:
        import torch  # noqa: PLC0415 - loaded by now

        arguments = self._pipeline.arguments(asked[0].settings, len(asked))
        draws = [torch.Generator("cpu").manual_seed(each.settings.seed) for each in asked]
        with self._failures(asked):
            made = pipeline(prompt=[each.prompt for each in asked], generator=draws, **arguments)
        self._check_size(made.images[0].size, asked[0].settings)
        flags = getattr(made, "nsfw_content_detected", None) or [False] * len(asked)
        return [
            made_reply(picture, self._keep_blob, flagged=bool(flag), served_model=self.name)
            for picture, flag in zip(made.images, flags, strict=True)
        ]

    @contextmanager
    def _failures(self, asked: list[_Asked]) -> Iterator[None]:
        """Tell a lack of memory, which every picture of this size would meet, from what one request did."""
        import torch  # noqa: PLC0415 - loaded by now

        with crossing(f"{self.name}: making a picture", Rejected):
            try:
                yield
            except (RuntimeError, MemoryError) as error:
                lacking = isinstance(error, torch.cuda.OutOfMemoryError | MemoryError)
                if not (lacking or any(words in str(error).lower() for words in _NO_MEMORY)):
                    raise
                raise Denied(_memory_advice(self.name, self._device, self._placement, asked)) from error

    def _check_size(self, size: tuple[int, int], settings: PictureSettings) -> None:
        wanted = settings.width or size[0], settings.height or size[1]
        if size != wanted:
            raise SettingRefused(
                f"{self.name} makes {size[0]} x {size[1]} pixels where {wanted[0]} x {wanted[1]} were asked "
                "for; ask for multiples of 16",
                setting="width" if size[0] != wanted[0] else "height",
            )


def _kind(asked: _Asked) -> Hashable:
    return replace(asked.settings, seed=0)


def _check_offload(offload: str, device: str, who: str) -> None:
    if offload != "none" and device == "cpu":
        raise UsageError(
            f"{who}: offload={offload} moves weights between main memory and a GPU, and the device is cpu; "
            "use offload=none"
        )


def _load(checkpoint: Checkpoint, device: str, placement: PicturePlacement, who: str) -> Any:
    import diffusers  # noqa: PLC0415 - seconds to import
    import torch  # noqa: PLC0415
    from transformers.utils.logging import disable_progress_bar  # noqa: PLC0415

    diffusers.utils.logging.set_verbosity_error()  # what is cut is told by measure
    diffusers.utils.logging.disable_progress_bar()  # stderr is for Assay's own progress
    disable_progress_bar()
    variant = {"variant": placement.variant} if placement.variant else {}
    with crossing(f"loading {who}", UsageError):
        pipeline = diffusers.AutoPipelineForText2Image.from_pretrained(
            checkpoint.where, dtype=getattr(torch, placement.dtype), **variant, **checkpoint.source
        )
        pipeline.set_progress_bar_config(disable=True)
        if placement.offload == "model":
            pipeline.enable_model_cpu_offload(device=device)
        elif placement.offload == "sequential":
            pipeline.enable_sequential_cpu_offload(device=device)
        else:
            pipeline.to(device)
    return pipeline


def _memory_advice(who: str, device: str, placement: PicturePlacement, asked: list[_Asked]) -> str:
    first = asked[0].settings
    size = f"{first.width or 'default'} x {first.height or 'default'} pixels"
    return (
        f"{who}: {device} has not enough memory for {len(asked)} picture(s) of {size} at once "
        f"(batch={placement.batch}, offload={placement.offload}, dtype={placement.dtype}). Lower batch, ask "
        "for fewer pixels, use offload=model or sequential, or dtype=bfloat16; then run again"
    )
