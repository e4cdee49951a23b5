"""Models in this process through Hugging Face transformers, from a folder of weights."""

import importlib.util
from collections.abc import Hashable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

from assay.errors import MissingExtra, Rejected, SettingRefused, UsageError, crossing
from assay.models.capabilities import guard
from assay.models.generation import Generator, Inputs
from assay.models.texts import completion_text, plain_text
from assay.models.vision import VisionGenerator, encodes, pictures, sees
from assay.models.weights import Placement, device_for, file_hash
from assay.models.wire import BlobReader
from assay.models.worker import Pass, Worker
from assay.records import Capabilities, Reply, Request

_Asked = tuple[Request, int]


class TransformersChat:
    """A model in this process, on a thread of its own: a causal language model, or one that sees.

    Draws come from the request and the sample number, so the same question draws alike in a resumed run.

    Args:
        folder: what ``save_pretrained`` wrote: config, weights, tokenizer or processor.
        placement: where and how it runs.
        read_blob: gives the bytes of a picture by its hash.

    Raises:
        MissingExtra: torch or transformers is not installed.
        UsageError: no such folder, or nothing in it that can be loaded.
    """

    local = True

    def __init__(
        self, folder: Path, placement: Placement | None = None, read_blob: BlobReader | None = None
    ) -> None:
        for module in ("torch", "transformers"):
            if importlib.util.find_spec(module) is None:
                raise MissingExtra("a transformers/... model", "transformers")
        if not (folder / "config.json").is_file():
            raise UsageError(
                f"transformers/{folder}: no config.json there; give a folder that save_pretrained wrote"
            )
        self._folder, self._read_blob, self._sees = folder, read_blob, sees(folder)
        self._placement = placement or Placement()
        self._device = device_for(self._placement.device)
        self.name = f"transformers/{folder.name}"
        where = self._device.partition(":")[0]
        self.id = f"{self.name}#{file_hash(folder)};torch-{where};{self._placement.dtype}"
        self.lane = self.id
        self.default_max_tokens = self._placement.max_new_tokens
        self.capabilities = Capabilities(
            temperature=True,
            top_p=True,
            stop=True,
            seed=True,
            reasoning_effort=False,
            prefill=not (self._sees and encodes(folder)),
            images=self._sees,
            completion=True,
        )
        self._worker: Worker[_Asked, Reply] = Worker(self.name, self._loaded, _kind, self._placement.batch)

    @classmethod
    def from_name(
        cls, name: str, *, read_blob: BlobReader | None = None, **options: Any
    ) -> "TransformersChat":
        """Make a model from ``folder?device=cuda&dtype=bfloat16`` and options given beside it.

        Raises:
            UsageError: see the class and :meth:`Placement.of`.
        """
        path, _, query = name.partition("?")
        given = {**dict(parse_qsl(query, keep_blank_values=True)), **options}
        return cls(Path(path).expanduser(), Placement.of(given, f"transformers/{path}"), read_blob)

    async def send(self, request: Request, sample: int = 0) -> Reply:
        """Answer on the model's thread; see :class:`assay.records.Chat`."""
        guard(self, request)
        if request.response_format is not None:
            raise SettingRefused(
                f"{self.name} cannot be held to a JSON schema; ask for the form in the prompt",
                setting="response_format",
            )
        return await self._worker.ask((request, sample))

    async def close(self) -> None:
        """End the thread and give the memory back; may be called twice. A later send starts a new one."""
        await self._worker.close()

    def _loaded(self) -> Pass[_Asked, Reply]:
        where = (self._folder, self._device, self._placement, self.name)
        made: Generator = VisionGenerator(*where, self._read_blob) if self._sees else TextGenerator(*where)
        return made.answer


def _kind(asked: _Asked) -> Hashable | None:
    """What requests that share a pass have in common; those that draw share none."""
    request, _ = asked
    if request.settings.temperature != 0:
        return None
    return request.settings, request.style, sum(len(pictures(message)) for message in request.messages)


class TextGenerator(Generator):
    """Tokenizer and weights of a causal language model."""

    def _load(self, folder: Path, dtype: Any) -> tuple[Any, Any]:
        from transformers import AutoModelForCausalLM, AutoTokenizer  # noqa: PLC0415 - seconds to import

        tokenizer = AutoTokenizer.from_pretrained(folder, padding_side="left", local_files_only=True)
        model = AutoModelForCausalLM.from_pretrained(folder, dtype=dtype, local_files_only=True)
        return tokenizer, model

    def _inputs(self, requests: list[Request]) -> Inputs:
        batch = self._tokenizer(
            [self._prompt(request) for request in requests],
            return_tensors="pt",
            padding=True,
            add_special_tokens=requests[0].style == "completion",
        ).to(self._device)
        return Inputs(dict(batch), batch["attention_mask"].sum(dim=1).tolist(), self._model)

    def _prompt(self, request: Request) -> str:
        if request.style == "completion":
            return completion_text(request, self._who)
        if self._tokenizer.chat_template is None:
            raise SettingRefused(
                f"{self._who} has no chat template; use template_style: completion", setting="template_style"
            )
        prefilled = request.messages[-1].role == "assistant"
        turns = [{"role": turn.role, "content": plain_text(turn, self._who)} for turn in request.messages]
        with crossing(f"{self._who}: applying the chat template", Rejected):
            text: str = self._tokenizer.apply_chat_template(
                turns,
                tokenize=False,
                add_generation_prompt=not prefilled,
                continue_final_message=prefilled,
            )
        return text
