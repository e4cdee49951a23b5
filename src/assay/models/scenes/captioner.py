"""A picture to its caption, in canonical words."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assay.models.scenes.loading import WEIGHTS, as_input, opened, tokenizer

NETWORK, TOKENIZER = "captioner.onnx", "word-tokenizer.json"
_END = 3


class SceneCaptioner:
    """Describes pictures from the upper left to the lower right; all words of a caption come at once.

    Args:
        folder: of the networks' files.
    """

    def __init__(self, folder: Path = WEIGHTS) -> None:
        self._folder = folder

    def caption(self, pixels: NDArray[np.uint8]) -> list[str]:
        """A caption for each picture of (n, 32, 32, 3).

        Raises:
            MissingExtra: the extra ``scenes`` is not installed.
            UsageError: the pictures have another size or type.
        """
        return [self._one(picture) for picture in pixels]

    def _one(self, picture: NDArray[np.uint8]) -> str:
        (numbers,) = opened(self._folder, NETWORK).run(["words"], {"pictures": as_input(picture)})
        found = [int(number) for number in numbers[0]]
        end = found.index(_END) if _END in found else len(found)
        words = tokenizer(self._folder, TOKENIZER)
        return " ".join(words.id_to_token(number) for number in found[:end] if number > _END)
