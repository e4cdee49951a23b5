"""Text models in this process through Hugging Face transformers, from a folder of weights."""

import asyncio
import hashlib
import importlib.util
import queue
import threading
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qsl

from assay.errors import ContextTooLong, MissingExtra, Rejected, SettingRefused, UsageError, crossing
from assay.models.capabilities import guard
from assay.models.texts import completion_text, plain_text, without_thinking
from assay.models.weights import Placement, device_for, file_hash
from assay.records import Capabilities, Reply, Request, Settings, Usage

_draws = threading.Lock()  # torch's random state belongs to the process, not to a model


class _Job(NamedTuple):
    request: Request
    sample: int
    answer: "Future[Reply]"


class TransformersChat:
    """A causal language model in this process, on a thread of its own.

    Draws come from the request and the sample number, so the same question draws alike in a resumed run.

    Args:
        folder: what ``save_pretrained`` wrote: config, weights, tokenizer.
        placement: where and how it runs.

    Raises:
        MissingExtra: torch or transformers is not installed.
        UsageError: no such folder, or nothing in it that can be loaded.
    """

    local = True

    def __init__(self, folder: Path, placement: Placement | None = None) -> None:
        for module in ("torch", "transformers"):
            if importlib.util.find_spec(module) is None:
                raise MissingExtra("a transformers/... model", "transformers")
        if not (folder / "config.json").is_file():
            raise UsageError(
                f"transformers/{folder}: no config.json there; give a folder that save_pretrained wrote"
            )
        self._folder = folder
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
            prefill=True,
            images=False,
            completion=True,
        )
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._starting = threading.Lock()

    @classmethod
    def from_name(cls, name: str, **options: Any) -> "TransformersChat":
        """Make a model from ``folder?device=cuda&dtype=bfloat16`` and options given beside it.

        Raises:
            UsageError: see the class and :meth:`Placement.of`.
        """
        path, _, query = name.partition("?")
        given = {**dict(parse_qsl(query, keep_blank_values=True)), **options}
        return cls(Path(path).expanduser(), Placement.of(given, f"transformers/{path}"))

    async def send(self, request: Request, sample: int = 0) -> Reply:
        """Answer on the model's thread; see :class:`assay.records.Chat`."""
        guard(self, request)
        if request.response_format is not None:
            raise SettingRefused(
                f"{self.name} cannot be held to a JSON schema; ask for the form in the prompt",
                setting="response_format",
            )
        answer: Future[Reply] = Future()
        self._start()
        self._jobs.put(_Job(request, sample, answer))
        return await asyncio.wrap_future(answer)

    async def close(self) -> None:
        """End the thread and give the memory back; may be called twice. A later send starts a new one."""
        with self._starting:
            thread, self._thread = self._thread, None
        if thread is not None:
            self._jobs.put(None)
            await asyncio.to_thread(thread.join)

    def _start(self) -> None:
        with self._starting:
            if self._thread is None:
                self._thread = threading.Thread(target=self._serve, name=self.name, daemon=True)
                self._thread.start()

    def _serve(self) -> None:
        """Take jobs until told to end; the weights live as long as this call."""
        generator: Generator | None = None
        while (job := self._jobs.get()) is not None:
            jobs = [job, *self._companions(job)]
            running = [each for each in jobs if each.answer.set_running_or_notify_cancel()]
            try:
                if generator is None:
                    generator = Generator(self._folder, self._device, self._placement, self.name)
                replies = generator.answer([(each.request, each.sample) for each in running])
            except Exception as error:  # noqa: BLE001 - handed to the callers, who wait for it
                for each in running:
                    each.answer.set_exception(error)
            else:
                for each, reply in zip(running, replies, strict=True):
                    each.answer.set_result(reply)

    def _companions(self, first: _Job) -> list[_Job]:
        """Waiting jobs that may share a pass with the first: same settings, nothing drawn."""
        found: list[_Job] = []
        if first.request.settings.temperature != 0:
            return found
        while len(found) + 1 < self._placement.batch:
            try:
                job = self._jobs.get_nowait()
            except queue.Empty:
                break
            if job is None or job.request.settings != first.request.settings:
                self._jobs.put(job)
                break
            found.append(job)
        return found


class Generator:
    """Tokenizer and weights, used from one thread.

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
        from transformers import AutoModelForCausalLM, AutoTokenizer  # noqa: PLC0415
        from transformers.utils.logging import disable_progress_bar  # noqa: PLC0415

        disable_progress_bar()  # stderr is for Assay's own progress

        self._torch, self._device, self._who = torch, device, who
        self._default_cap = placement.max_new_tokens
        with crossing(f"loading {who}", UsageError):
            self._tokenizer = AutoTokenizer.from_pretrained(
                folder, padding_side="left", local_files_only=True
            )
            dtype = "auto" if placement.dtype == "auto" else getattr(torch, placement.dtype)
            model = AutoModelForCausalLM.from_pretrained(folder, dtype=dtype, local_files_only=True)
            self._model = model.to(device).eval()
        if self._tokenizer.pad_token is None:
            self._tokenizer.pad_token = self._tokenizer.eos_token or self._tokenizer.convert_ids_to_tokens(0)
        self._context: int | None = getattr(model.config, "max_position_embeddings", None)

    def answer(self, asked: list[tuple[Request, int]]) -> list[Reply]:
        """Answer requests of equal settings in one pass; several only where nothing is drawn.

        Raises:
            ContextTooLong: prompt and token cap together do not fit the model.
            Rejected: the chat template does not take these messages.
        """
        settings = asked[0][0].settings
        batch = self._tokenizer(
            [self._prompt(request) for request, _ in asked],
            return_tensors="pt",
            padding=True,
            add_special_tokens=asked[0][0].style == "completion",
        ).to(self._device)
        lengths = batch["attention_mask"].sum(dim=1).tolist()
        cap = self._cap(max(lengths), settings)
        start = batch["input_ids"].shape[1]
        options = self._generation(settings, cap)
        if settings.stop:
            options["stopping_criteria"] = self._stopping(settings.stop, start)
        with self._drawing(*asked[0]), self._torch.inference_mode():
            output = self._model.generate(**batch, **options)
        return [
            self._reply(row[start:].tolist(), length, settings, cap)
            for row, length in zip(output, lengths, strict=True)
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
        if settings.temperature == 0:
            # The neutral values keep the folder's own sampling settings from warning that they are unused.
            found.update(do_sample=False, temperature=1.0, top_p=1.0, top_k=50)
        elif settings.temperature is not None or settings.top_p is not None:
            chosen = {"temperature": settings.temperature, "top_p": settings.top_p}
            found.update(
                do_sample=True, **{name: value for name, value in chosen.items() if value is not None}
            )
        return found

    def _stopping(self, stops: tuple[str, ...], start: int) -> Any:
        """Ends a row whose text holds a stop.

        transformers' own stop strings read the tokenizer's vocabulary by tricks that fail on some tokenizers;
        this one decodes the last tokens, at most four a character (bytes of UTF-8).
        """
        from transformers import StoppingCriteria, StoppingCriteriaList  # noqa: PLC0415 - loaded by now

        torch, decode, tail = self._torch, self._tokenizer.decode, 4 * max(map(len, stops)) + 4

        class Stopped(StoppingCriteria):  # type: ignore[misc]
            def __call__(self, input_ids: Any, _scores: Any, **_: Any) -> Any:
                ends = [decode(row[start:][-tail:], skip_special_tokens=True) for row in input_ids]
                found = [any(stop in end for stop in stops) for end in ends]
                return torch.tensor(found, device=input_ids.device)

        return StoppingCriteriaList([Stopped()])

    def _reply(self, tokens: list[int], length: int, settings: Settings, cap: int) -> Reply:
        ends = self._ends()
        used = next((at + 1 for at, token in enumerate(tokens) if token in ends), None)
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

    def _ends(self) -> set[int]:
        ends = self._model.generation_config.eos_token_id
        return set(ends) if isinstance(ends, list) else {ends} - {None}


def _unpadded(tokens: list[int], pad: int) -> list[int]:
    while tokens and tokens[-1] == pad:
        tokens = tokens[:-1]
    return tokens


def _seed(request: Request, sample: int) -> int:
    return int.from_bytes(hashlib.sha256(request.key(sample).encode()).digest()[:7])
