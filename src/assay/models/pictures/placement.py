"""Where a generator or an encoder runs, and which of its files are read: options, checked all at once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from assay.data.near import did_you_mean
from assay.errors import UsageError
from assay.models.weights import DTYPES

OFFLOADS = ("none", "model", "sequential")
_TRUTHS = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}


@dataclass(frozen=True, slots=True)
class PicturePlacement:
    """How a model of pictures runs.

    Attributes:
        device: ``cpu``, ``cuda``, ``cuda:1``, ``mps``, or ``auto`` for a GPU where there is one.
        dtype: ``float32``, ``bfloat16``, ``float16``; ``auto`` is float32 on a CPU, and on a GPU what it
            computes fastest without overflowing.
        batch: most in one pass.
        offload: what is kept in main memory while it is not at work: ``none``, whole parts (``model``), or
            single layers (``sequential``: least memory, slow).
        variant: which of several sets of weights, e.g. ``fp16``; empty for the plain ones.
        revision: branch, tag or commit of a hub id; empty for its main branch.
        local_files_only: whether a hub id must be on this machine already.
    """

    device: str = "auto"
    dtype: str = "auto"
    batch: int = 1
    offload: str = "none"
    variant: str = ""
    revision: str = ""
    local_files_only: bool = False

    @classmethod
    def of(cls, options: Mapping[str, Any], who: str, allowed: Iterable[str] = ()) -> "PicturePlacement":
        """Check options that came as text (in the name) or as values.

        Args:
            options: as a study writes them.
            who: the model's name, for messages.
            allowed: options this model has; all of them by default.

        Raises:
            UsageError: an unknown option or a value that is not allowed; names all of them.
        """
        names = tuple(allowed) or cls.__slots__
        faults = [
            f"unknown option {name}{did_you_mean(name, names)}; allowed are {', '.join(names)}"
            for name in sorted(set(options) - set(names))
        ]
        values = {name: value for name, value in options.items() if name in names}
        faults += _choice(values, "dtype", DTYPES) + _choice(values, "offload", OFFLOADS)
        faults += _whole(values, "batch") + _truth(values, "local_files_only")
        if faults:
            raise UsageError(f"{who}: {'; '.join(faults)}")
        return cls(**values)


def dtype_for(asked: str, device: str) -> str:
    """The number format: what was asked, or for ``auto`` float32, and on CUDA bfloat16 where it has it."""
    import torch  # noqa: PLC0415 - seconds to import

    if asked != "auto":
        return asked
    if not device.startswith("cuda"):
        return "float32"
    return "bfloat16" if torch.cuda.is_bf16_supported() else "float16"


def _choice(values: Mapping[str, Any], name: str, allowed: tuple[str, ...]) -> list[str]:
    if values.get(name, allowed[0]) in allowed:
        return []
    return [f"{name} must be one of {', '.join(allowed)}; came {values[name]!r}"]


def _whole(values: dict[str, Any], name: str) -> list[str]:
    came = values.get(name, 1)
    if isinstance(came, bool) or not str(came).isdecimal() or int(came) < 1:
        return [f"{name} must be a whole number above 0; came {came!r}"]
    values[name] = int(came)
    return []


def _truth(values: dict[str, Any], name: str) -> list[str]:
    came = values.get(name, False)
    if str(came).lower() not in _TRUTHS:
        return [f"{name} must be true or false; came {came!r}"]
    values[name] = _TRUTHS[str(came).lower()]
    return []
