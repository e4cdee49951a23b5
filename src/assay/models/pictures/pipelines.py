"""What a diffusion pipeline takes, told from its description before any weights are loaded."""

import inspect
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from assay.errors import FaultsError, SettingRefused, UsageError
from assay.models.pictures.checkpoint import Checkpoint
from assay.records import PictureSettings

DESCRIPTION = "model_index.json"
ARGUMENTS: Mapping[str, str] = {
    "width": "width",
    "height": "height",
    "steps": "num_inference_steps",
    "guidance": "guidance_scale",
    "negative": "negative_prompt",
}
"""Names of settings as a pipeline's call has them."""

_WEIGHTS = ("*.safetensors", "*.bin")


class Pipeline:
    """A pipeline by its description.

    Args:
        checkpoint: its files.
        who: the model's name, for messages.
        variant: which weights are read.

    Raises:
        UsageError: not a pipeline that this diffusers knows.
        FaultsError: parts of it are missing in its folder; names all.
    """

    def __init__(self, checkpoint: Checkpoint, who: str, variant: str = "") -> None:
        self._who = who
        self.parts = {
            name: tuple(value)
            for name, value in checkpoint.config.items()
            if isinstance(value, list) and len(value) == 2 and all(value)
        }
        self._call = inspect.signature(_class_of(checkpoint, who).__call__).parameters
        self._refused = self._known_refusals(checkpoint)
        if checkpoint.commit is None and (faults := _missing(Path(checkpoint.where), self.parts, variant)):
            raise FaultsError(f"{who} cannot be loaded", faults)

    @property
    def max_sequence_length(self) -> int | None:
        """Most tokens its large text encoder is given by default; None where it says nothing."""
        parameter = self._call.get("max_sequence_length")
        default = None if parameter is None else parameter.default
        return default if isinstance(default, int) else None

    def arguments(self, settings: PictureSettings, count: int) -> dict[str, Any]:
        """Arguments of the call for so many pictures; nothing that is not set.

        Raises:
            SettingRefused: it does not take a setting; names all such.
        """
        asked = {name: value for name, value in settings.to_data().items() if name != "seed"}
        reasons = {name: reason for name in asked if (reason := self._reason(name, asked))}
        if reasons:
            raise SettingRefused(f"{self._who}: {'; '.join(reasons.values())}", setting=next(iter(reasons)))
        found = {ARGUMENTS[name]: value for name, value in asked.items()}
        if "negative" in asked:
            found["negative_prompt"] = [asked["negative"]] * count
        return found

    def _reason(self, name: str, asked: Mapping[str, Any]) -> str | None:
        if ARGUMENTS[name] not in self._call:
            return f"it does not take {name}; remove it from the settings"
        if name == "negative" and (asked.get("guidance") or 2) <= 1:
            return "negative counts only with guidance above 1; raise guidance, or remove negative"
        return self._refused.get(name)

    def _known_refusals(self, checkpoint: Checkpoint) -> dict[str, str]:
        """Settings the call has a name for and passes over in silence."""
        found = {}
        true_scale = self._call.get("true_cfg_scale")
        if true_scale is not None and (true_scale.default or 1) <= 1:
            found["negative"] = "it passes over negative without a second guidance; remove negative"
        if checkpoint.part("transformer/config.json").get("guidance_embeds") is False:
            found["guidance"] = "its weights were made without guidance and pass over it; remove guidance"
        return found


def _class_of(checkpoint: Checkpoint, who: str) -> type[Any]:
    import diffusers  # noqa: PLC0415 - seconds to import

    name = checkpoint.config.get("_class_name", "")
    found: type[Any] | None = getattr(diffusers, name, None) if isinstance(name, str) else None
    if found is None:
        raise UsageError(
            f"{who}: this diffusers ({diffusers.__version__}) knows no pipeline {name!r}; a newer one may"
        )
    return found


def _missing(folder: Path, parts: Mapping[str, Any], variant: str) -> list[str]:
    """One sentence for each part without a folder, or without weights where it has a network."""
    faults = []
    for name in parts:
        part = folder / name
        if not part.is_dir():
            faults.append(f"the folder {name} is missing; download it whole")
        elif (part / "config.json").is_file() and not _weights(part, variant):
            named = f" of the variant {variant}" if variant else ""
            faults.append(f"{name} has no weights{named}; download them, or name another variant")
    return faults


def _weights(part: Path, variant: str) -> bool:
    found = [file for pattern in _WEIGHTS for file in part.glob(pattern)]
    return any(f".{variant}." in file.name or f".{variant}-" in file.name for file in found) or (
        not variant and bool(found)
    )
