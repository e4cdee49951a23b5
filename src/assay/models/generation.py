"""Writing tokens with weights in this process: what text models and models that see have in common."""

import hashlib
import threading
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assay.errors import ContextTooLong, UsageError, crossing
from assay.models.texts import without_thinking
from assay.models.weights import Placement
from assay.records import Reply, Request, Settings, Usage

_draws = threading.Lock()  # torch's random state belongs to the process, not to a model


@dataclass(frozen=True)
class Inputs:
    """Requests as a model takes them.

    Attributes:
        tensors: what ``generate`` is called with.
        lengths: tokens of each request, its pictures' among them, padding not counted.
        model: what generates; the whole model, or the part of it that needs no picture.
    """

    tensors: dict[str, Any]
    lengths: list[int]
    model: Any


class Generator(ABC):
    """Weights and what turns messages into tokens, used from one thread.

    Args:
        folder: where they are.
        device: where they run.
        placement: dtype and default token cap.
        who: the model's name, for messages.

    Raises:
        UsageError: the folder's files cannot be loaded.
    """

    def __init__(self, folder: Path, device: str, placement: Placement, who: str) -> None:
        import torch  # noqa: PLC0415 - seconds to import
        from transformers import StoppingCriteriaList  # noqa: PLC0415
        from transformers.utils.logging import disable_progress_bar  # noqa: PLC0415

        disable_progress_bar()  # stderr is for Assay's own progress

        self._torch, self._device, self._who = torch, device, who
        self._criteria, self._default_cap = StoppingCriteriaList, placement.max_new_tokens
        dtype = "auto" if placement.dtype == "auto" else getattr(torch, placement.dtype)
        with crossing(f"loading {who}", UsageError):
            self._tokenizer, model = self._load(folder, dtype)
            self._model = model.to(device).eval()
        if self._tokenizer.pad_token is None:
            self._tokenizer.pad_token = self._tokenizer.eos_token or self._tokenizer.convert_ids_to_tokens(0)
        text = model.config.get_text_config(decoder=True)
        self._context: int | None = getattr(text, "max_position_embeddings", None)
        self._ends = _ends(model)

    @abstractmethod
    def _load(self, folder: Path, dtype: Any) -> tuple[Any, Any]:
        """The tokenizer, padding where the model wants it, and the model, still where it was loaded."""

    @abstractmethod
    def _inputs(self, requests: list[Request]) -> Inputs:
        """Requests of one kind as tensors on the device.

        Raises:
            Rejected: the chat template or the processor does not take these messages.
        """

    def answer(self, asked: list[tuple[Request, int]]) -> list[Reply]:
        """Answer requests of one kind in one pass; several only where nothing is drawn.

        Raises:
            ContextTooLong: prompt and token cap together do not fit the model.
            Rejected: see :meth:`_inputs`.
        """
        settings = asked[0][0].settings
        inputs = self._inputs([request for request, _ in asked])
        cap = self._cap(max(inputs.lengths), settings)
        watch = self._watch(settings.stop)
        options = {**self._generation(settings, cap), "stopping_criteria": self._criteria([watch])}
        with self._drawing(*asked[0]), self._torch.inference_mode():
            output = inputs.model.generate(**inputs.tensors, **options)
        return [
            self._reply(row[watch.start :].tolist(), length, settings, cap)
            for row, length in zip(output, inputs.lengths, strict=True)
        ]

    @contextmanager
    def _drawing(self, request: Request, sample: int) -> Iterator[None]:
        """Draw from the request and sample alone, leaving the process's random state as it was."""
        if request.settings.temperature == 0:
            yield
            return
        devices = [self._model.device] if self._model.device.type == "cuda" else []
        with _draws, self._torch.random.fork_rng(devices=devices):
            self._torch.manual_seed(_seed(request, sample))
            yield

    def _cap(self, length: int, settings: Settings) -> int:
        cap = settings.max_tokens
        room = None if self._context is None else self._context - length
        if room is not None and room < (cap or 1):
            raise ContextTooLong(
                f"{self._who}: {length} tokens of input and {cap or 1} of output do not fit a context of "
                f"{self._context}; shorten the prompt or the input, or lower max_tokens"
            )
        return cap or (self._default_cap if room is None else min(self._default_cap, room))

    def _generation(self, settings: Settings, cap: int) -> dict[str, Any]:
        found: dict[str, Any] = {"max_new_tokens": cap, "pad_token_id": self._tokenizer.pad_token_id}
        if self._ends:
            found["eos_token_id"] = sorted(self._ends)
        if settings.temperature == 0:
            # The neutral values keep the folder's own sampling settings from warning that they are unused.
            found.update(do_sample=False, temperature=1.0, top_p=1.0, top_k=50)
        elif settings.temperature is not None or settings.top_p is not None:
            chosen = {"temperature": settings.temperature, "top_p": settings.top_p}
            found.update(
                do_sample=True, **{name: value for name, value in chosen.items() if value is not None}
            )
        return found

    def _watch(self, stops: tuple[str, ...]) -> Any:
        """Notes where the answer begins, and ends a row whose text holds a stop.

        Where it begins depends on the model: most repeat the prompt's tokens before the answer, some only
        where they saw no picture, and those with an encoder begin with a token of their own. What
        stands there at the first step is not the answer. transformers' own stop strings read the tokenizer's
        vocabulary by tricks that fail on some tokenizers; this one decodes the last tokens, at most four a
        character (bytes of UTF-8).
        """
        from transformers import StoppingCriteria  # noqa: PLC0415 - loaded by now

        torch, decode = self._torch, self._tokenizer.decode
        tail = 4 * max(map(len, stops), default=0) + 4

        class Watch(StoppingCriteria):  # type: ignore[misc]
            start: int | None = None

            def __call__(self, input_ids: Any, _scores: Any, **_: Any) -> Any:
                if self.start is None:
                    self.start = input_ids.shape[1] - 1
                if not stops:
                    return torch.zeros(len(input_ids), dtype=torch.bool, device=input_ids.device)
                ends = [decode(row[self.start :][-tail:], skip_special_tokens=True) for row in input_ids]
                found = [any(stop in end for stop in stops) for end in ends]
                return torch.tensor(found, device=input_ids.device)

        return Watch()

    def _reply(self, tokens: list[int], length: int, settings: Settings, cap: int) -> Reply:
        used = next((at + 1 for at, token in enumerate(tokens) if token in self._ends), None)
        text = self._tokenizer.decode(tokens[:used], skip_special_tokens=True)
        cut = min((at for stop in settings.stop if (at := text.find(stop)) >= 0), default=None)
        finished = used is not None or cut is not None
        written = tokens[:used] if used is not None else _unpadded(tokens, self._tokenizer.pad_token_id)
        return Reply(
            text=without_thinking(text[:cut]),
            finish="stop" if finished or len(written) < cap else "length",
            usage=Usage(input=int(length), output=len(written)),
            served_model=self._who,
        )


def _ends(model: Any) -> frozenset[int]:
    """Tokens that end an answer, of the model and of the language model some generate with."""
    found: set[int] = set()
    for part in (model, getattr(model, "language_model", None)):
        ends = getattr(getattr(part, "generation_config", None), "eos_token_id", None)
        found.update(ends if isinstance(ends, list) else [] if ends is None else [ends])
    return frozenset(found)


def _unpadded(tokens: list[int], pad: int) -> list[int]:
    while tokens and tokens[-1] == pad:
        tokens = tokens[:-1]
    return tokens


def _seed(request: Request, sample: int) -> int:
    return int.from_bytes(hashlib.sha256(request.key(sample).encode()).digest()[:7])
