"""Texts and pictures to vectors that lie near where they belong together."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assay.models.scenes.loading import WEIGHTS, as_input, opened, tokenizer

TEXT_NETWORK, PICTURE_NETWORK, TOKENIZER = "encoder-text.onnx", "encoder-picture.onnx", "word-tokenizer.json"
_UNKNOWN = 1


class SceneEncoder:
    """Gives unit vectors whose product is the likeness of a text and a picture.

    Args:
        folder: of the networks' files.
    """

    dimensions = 64
    limit = 32
    """Words of a text it takes; the rest is cut."""

    def __init__(self, folder: Path = WEIGHTS) -> None:
        self._folder = folder

    def text(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Vectors (n, 64) of length 1; words it never saw count as one unknown word.

        Raises:
            MissingExtra: the extra ``scenes`` is not installed.
        """
        words, network = tokenizer(self._folder, TOKENIZER), opened(self._folder, TEXT_NETWORK)
        rows = [words.encode(text).ids[: self.limit] or [_UNKNOWN] for text in texts]
        return _stacked(
            [network.run(["vectors"], {"ids": np.asarray([row], np.int64)})[0][0] for row in rows]
        )

    def pictures(self, pixels: NDArray[np.uint8]) -> NDArray[np.float32]:
        """Vectors (n, 64) of length 1, of pictures (n, 32, 32, 3).

        Raises:
            MissingExtra: the extra ``scenes`` is not installed.
            UsageError: the pictures have another size or type.
        """
        network = opened(self._folder, PICTURE_NETWORK)
        return _stacked([network.run(["vectors"], {"pictures": as_input(one)})[0][0] for one in pixels])


def _stacked(rows: list[NDArray[np.float32]]) -> NDArray[np.float32]:
    return np.stack(rows).astype(np.float32) if rows else np.zeros((0, SceneEncoder.dimensions), np.float32)
