"""A picture and short questions to yes, no or unsure."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assay.models.scenes.loading import WEIGHTS, as_input, opened, tokenizer

NETWORK, TOKENIZER = "answerer.onnx", "word-tokenizer.json"
_PAD, _UNKNOWN = 0, 1
_LONGEST = 24
SURE_FROM = 0.75  # of yes, and 1 less that of no

Judged = tuple[bool | None, float]


class SceneAnswerer:
    """Answers yes/no questions about one picture, in the forms and words it was trained on.

    Args:
        folder: of the networks' files.
    """

    def __init__(self, folder: Path = WEIGHTS) -> None:
        self._folder = folder

    def knows(self, text: str) -> bool:
        """Whether every word of a text was in its training."""
        return _UNKNOWN not in self._encoded(text)

    def answer(self, pixels: NDArray[np.uint8], questions: Sequence[str]) -> list[Judged]:
        """Yes, no or None (unsure) for each question about a picture of (32, 32, 3), with the chance of yes.

        It is unsure (0.5) of a question that is empty, has a word it never saw or more than 24 words; and
        where the chance of yes lies between 0.25 and 0.75.

        Raises:
            MissingExtra: the extra ``scenes`` is not installed.
            UsageError: the picture has another size or type.
        """
        rows = [self._encoded(question) for question in questions]
        clear = [row for row in rows if _is_clear(row)]
        chances = iter(self._chances(pixels, clear)) if clear else iter(())
        return [_judged(next(chances)) if _is_clear(row) else (None, 0.5) for row in rows]

    def _encoded(self, text: str) -> list[int]:
        found: Any = tokenizer(self._folder, TOKENIZER).encode(text)
        return list(found.ids)

    def _chances(self, pixels: NDArray[np.uint8], rows: Sequence[Sequence[int]]) -> list[float]:
        longest = max(map(len, rows))
        ids = np.asarray([[*row, *[_PAD] * (longest - len(row))] for row in rows], np.int64)
        (logits,) = opened(self._folder, NETWORK).run(
            ["logits"], {"pictures": as_input(pixels), "ids": ids[None]}
        )
        return [float(chance) for chance in 1.0 / (1.0 + np.exp(-logits[0].astype(np.float64)))]


def _is_clear(row: Sequence[int]) -> bool:
    return 0 < len(row) <= _LONGEST and _UNKNOWN not in row


def _judged(chance: float) -> Judged:
    if 1.0 - SURE_FROM < chance < SURE_FROM:
        return None, chance
    return chance >= SURE_FROM, chance
