"""Files of the scene world's networks: where they are, what they are, and how they are opened."""

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assay.errors import MissingExtra, UsageError

WEIGHTS = Path(__file__).parent / "weights"
LISTING = "weights.json"
SIDE = 32


@cache
def weights_id(folder: Path = WEIGHTS) -> str:
    """Identity of all networks in a folder: 12 digits of a hash over the listed hashes of their files."""
    listed: dict[str, str] = json.loads((folder / LISTING).read_text(encoding="utf-8"))["files"]
    joined = "\n".join(f"{name} {listed[name]}" for name in sorted(listed))
    return hashlib.sha256(joined.encode()).hexdigest()[:12]


@cache
def opened(folder: Path, name: str) -> Any:
    """An inference session on one thread, kept for the process.

    Raises:
        MissingExtra: onnxruntime is not installed.
        UsageError: the file is not there.
    """
    try:
        import onnxruntime  # noqa: PLC0415 (an extra)
    except ImportError as error:
        raise MissingExtra("the scene world", "scenes") from error
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    path = str(_there(folder / name))
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


@cache
def tokenizer(folder: Path, name: str) -> Any:
    """A tokenizer, kept for the process.

    Raises:
        MissingExtra: tokenizers is not installed.
        UsageError: the file is not there.
    """
    try:
        from tokenizers import Tokenizer  # noqa: PLC0415 (an extra)
    except ImportError as error:
        raise MissingExtra("the scene world", "scenes") from error
    return Tokenizer.from_file(str(_there(folder / name)))


def as_input(pixels: NDArray[np.uint8]) -> NDArray[np.float32]:
    """One picture as the networks take it: shape (1, 32, 32, 3), values from 0 to 255.

    Raises:
        UsageError: the array has another shape or type.
    """
    if pixels.shape != (SIDE, SIDE, 3) or pixels.dtype != np.uint8:
        raise UsageError(
            f"got a picture of shape {pixels.shape} and type {pixels.dtype}; the scene world's networks take "
            f"({SIDE}, {SIDE}, 3) of uint8: make it {SIDE} x {SIDE} pixels in RGB"
        )
    return pixels[None].astype(np.float32)


def _there(path: Path) -> Path:
    if not path.is_file():
        raise UsageError(
            f"{path.name} is not in {path.parent}; install assay anew, or train it: assay scenes train"
        )
    return path
