"""How many tokens of a prompt a pipeline reads, counted by its own tokenizers before the call."""

import threading
from typing import Any

from assay.errors import UsageError, crossing
from assay.models.pictures.checkpoint import Checkpoint
from assay.models.pictures.pipelines import Pipeline
from assay.records import PromptLength

_NO_LIMIT = 10**6  # tokenizers without a limit state 10**30


class PromptMeter:
    """Counts prompts; from any thread. Its tokenizers are its own, as those of the pipeline are in use.

    Args:
        checkpoint: the pipeline's files.
        pipeline: its description.
        who: the model's name, for messages.
    """

    def __init__(self, checkpoint: Checkpoint, pipeline: Pipeline, who: str) -> None:
        self._checkpoint, self._pipeline, self._who = checkpoint, pipeline, who
        self._tokenizers: list[tuple[Any, int | None]] | None = None
        self._lock = threading.Lock()

    def measure(self, prompt: str) -> PromptLength | None:
        """The length of a prompt for the tokenizer that reads most of it; None without a tokenizer.

        Of several with the same limit the largest count holds: SDXL's two read 77 each. SD3 and Flux read
        the end of a long prompt with T5, whatever their CLIP encoders read.

        Raises:
            UsageError: a tokenizer cannot be loaded.
        """
        with self._lock:
            if self._tokenizers is None:
                self._tokenizers = self._load()
            counted = [
                PromptLength(len(tokenizer(prompt, truncation=False, verbose=False).input_ids), limit)
                for tokenizer, limit in self._tokenizers
            ]
        return max(counted, key=lambda length: (_reach(length), length.tokens), default=None)

    def _load(self) -> list[tuple[Any, int | None]]:
        import transformers  # noqa: PLC0415 - seconds to import

        found = []
        for part, (_, kind) in self._pipeline.parts.items():
            if not part.startswith("tokenizer"):
                continue
            with crossing(f"loading the {part} of {self._who}", UsageError):
                tokenizer = getattr(transformers, kind).from_pretrained(
                    self._checkpoint.where, subfolder=part, **self._checkpoint.source
                )
            found.append((tokenizer, self._limit(tokenizer, kind)))
        return found

    def _limit(self, tokenizer: Any, kind: str) -> int | None:
        stated: int = tokenizer.model_max_length
        most = self._pipeline.max_sequence_length
        if most is not None and "CLIP" not in kind:
            return most
        return stated if stated < _NO_LIMIT else None


def _reach(length: PromptLength) -> int:
    return _NO_LIMIT if length.limit is None else length.limit
