"""Text to a picture of 32 x 32 pixels."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assay.errors import UsageError
from assay.models.scenes.loading import WEIGHTS, opened, tokenizer

NETWORK, TOKENIZER = "generator.onnx", "prompt-tokenizer.json"
_BEGIN, _END = 2, 3
_CHANCES, _NORMALS, _WIDEST = 51, 9, 2.0
_LIMIT = 32


@dataclass(frozen=True, slots=True)
class Imagined:
    """A picture with what the network meant to draw.

    Attributes:
        pixels: shape (32, 32, 3).
        chosen: shape (3, 4): of each slot whether a thing is there, and the numbers of shape, colour, size.
        places: shape (3, 3): x, y and radius of each slot, in pixels.
        ground: number of the background.
    """

    pixels: NDArray[np.uint8]
    chosen: NDArray[np.int64]
    places: NDArray[np.float32]
    ground: int


class SceneGenerator:
    """Makes pictures. Equal prompts, seeds and guidance give equal pictures on one machine.

    Args:
        folder: of the networks' files.
    """

    limit = _LIMIT
    """Tokens it takes; the rest of a prompt is cut."""

    def __init__(self, folder: Path = WEIGHTS) -> None:
        self._folder = folder

    def tokens(self, prompt: str) -> int:
        """How many tokens a prompt has, with those of begin and end."""
        return len(self._pieces(prompt)) + 2

    def make(
        self, prompts: Sequence[str], seeds: Sequence[int], *, guidance: float = 1.0
    ) -> NDArray[np.uint8]:
        """A picture for each prompt with its seed, shape (n, 32, 32, 3).

        Args:
            prompts: cut at ``limit`` tokens each.
            seeds: as many as prompts.
            guidance: > 0; divides the noise: higher follows the prompt, as it was understood, more closely.

        Raises:
            MissingExtra: the extra ``scenes`` is not installed.
            UsageError: the numbers of prompts and seeds differ, or guidance is not above 0.
        """
        if len(prompts) != len(seeds):
            raise UsageError(
                f"got {len(prompts)} prompts and {len(seeds)} seeds; give one seed for each prompt"
            )
        if not guidance > 0:
            raise UsageError(f"guidance {guidance}: it must be above 0")
        found = [
            self.imagine(prompt, seed, guidance=guidance).pixels
            for prompt, seed in zip(prompts, seeds, strict=True)
        ]
        return np.stack(found) if found else np.zeros((0, 32, 32, 3), np.uint8)

    def imagine(self, prompt: str, seed: int, *, guidance: float = 1.0) -> Imagined:
        """One picture with what the network meant to draw."""
        # The legacy generator's stream is frozen by numpy's promise.
        draws = np.random.RandomState([seed % 2**32, seed // 2**32 % 2**32])
        chance = -np.log(-np.log(draws.uniform(1e-9, 1.0, (1, _CHANCES))))
        normal = draws.normal(size=(1, _NORMALS)).clip(-_WIDEST, _WIDEST)
        ids = np.asarray([[_BEGIN, *self._pieces(prompt)[: _LIMIT - 2], _END]], np.int64)
        pixels, chosen, places, ground = opened(self._folder, NETWORK).run(
            ["pictures", "chosen", "places", "grounds"],
            {
                "ids": ids,
                "chance": chance.astype(np.float32),
                "normal": normal.astype(np.float32),
                "guidance": np.asarray([guidance], np.float32),
            },
        )
        return Imagined(pixels[0].astype(np.uint8), chosen[0], places[0], int(ground[0]))

    def _pieces(self, prompt: str) -> list[int]:
        found: Any = tokenizer(self._folder, TOKENIZER).encode(prompt)
        return list(found.ids)
