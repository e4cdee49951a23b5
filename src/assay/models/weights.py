"""Weights on disk and where they run: placement options, device, identity of the files."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from assay.errors import UsageError

DEFAULT_MAX_NEW_TOKENS = 512
DTYPES = ("auto", "float32", "bfloat16", "float16")

_IDENTITY_FILES = ("*.safetensors", "*.bin", "*.json", "*.jinja", "*.model", "merges.txt")


@dataclass(frozen=True, slots=True)
class Placement:
    """How a model runs.

    Attributes:
        device: ``cpu``, ``cuda``, ``cuda:1``, ``mps``, or ``auto`` for a GPU where there is one.
        dtype: one of :data:`DTYPES`; ``auto`` is what the weights were saved in.
        batch: most requests answered in one pass. Only requests that draw nothing (temperature 0) share a
            pass; above 1 the rounding, and so now and then a word, depends on who shared it.
        max_new_tokens: token cap where the study sets none.
    """

    device: str = "auto"
    dtype: str = "auto"
    batch: int = 1
    max_new_tokens: int = DEFAULT_MAX_NEW_TOKENS

    @classmethod
    def of(cls, options: Mapping[str, Any], name: str) -> "Placement":
        """Check options that came as text (in the name) or as values.

        Raises:
            UsageError: an unknown option or a value that is not allowed; names all of them.
        """
        faults, values = [], dict(options)
        if unknown := sorted(set(values) - set(cls.__slots__)):
            faults.append(f"unknown option {', '.join(unknown)}; allowed are {', '.join(cls.__slots__)}")
        if values.get("dtype", "auto") not in DTYPES:
            faults.append(f"dtype must be one of {', '.join(DTYPES)}; came {values['dtype']!r}")
        for count in ("batch", "max_new_tokens"):
            if count in values:
                values[count] = int(values[count]) if str(values[count]).isdecimal() else 0
                if values[count] < 1:
                    faults.append(f"{count} must be a whole number above 0; came {options[count]!r}")
        if faults:
            raise UsageError(f"{name}: {'; '.join(faults)}")
        return cls(**values)


def device_for(asked: str) -> str:
    """The device to run on: what was asked, or for ``auto`` a GPU where there is one.

    Raises:
        UsageError: CUDA was asked for and there is none.
    """
    import torch  # noqa: PLC0415 - seconds to import

    if asked != "auto":
        kind = asked.partition(":")[0]
        if kind == "cuda" and not torch.cuda.is_available():
            raise UsageError(f"device={asked}: torch sees no CUDA device here; use device=cpu")
        return asked
    if torch.cuda.is_available():
        return "cuda"
    return "mps" if torch.backends.mps.is_available() else "cpu"


def file_hash(folder: Path, *, nested: bool = False) -> str:
    """Hash of the files that decide what a model makes: 16 hexadecimal digits of SHA-256.

    Weights, configuration, tokenizer and chat template count; names are relative, so a moved folder keeps its
    identity.

    Args:
        folder: where they are.
        nested: whether files in folders below it count too, as those of a diffusion pipeline.
    """
    found = folder.rglob if nested else folder.glob
    names = sorted({path for pattern in _IDENTITY_FILES for path in found(pattern)})
    whole = hashlib.sha256()
    for path in names:
        stat = path.stat()
        name = path.relative_to(folder).as_posix()
        whole.update(f"{name}:{_content_hash(str(path), stat.st_size, stat.st_mtime_ns)}\n".encode())
    return whole.hexdigest()[:16]


@cache
def _content_hash(path: str, size: int, mtime_ns: int) -> str:  # noqa: ARG001 - they say whether it is current
    with Path(path).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
