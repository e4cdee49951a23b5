"""Weights of a model of pictures: a folder, or a hub id of which the machine has or fetches the files."""

import importlib.util
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from assay.errors import MissingExtra, UsageError, crossing
from assay.models.pictures.placement import PicturePlacement
from assay.models.weights import file_hash

_HUB_ID = re.compile(r"[\w.-]+/[\w.-]+")


@dataclass(frozen=True)
class Checkpoint:
    """Where weights are.

    Attributes:
        where: the folder, or the hub id.
        shown: what stands in names: the folder's last part, or the hub id.
        mark: what tells versions apart: a hash of the folder's files, or the commit of the hub id.
        commit: of a hub id, so that every file is of one version; None for a folder.
        local_files_only: whether nothing may be fetched.
        config: what the file that describes the whole holds.
    """

    where: str
    shown: str
    mark: str
    commit: str | None
    local_files_only: bool
    config: Mapping[str, Any]

    @property
    def source(self) -> dict[str, Any]:
        """Arguments of ``from_pretrained`` that say which version is read, and from where."""
        found = {} if self.commit is None else {"revision": self.commit}
        return {**found, "local_files_only": self.local_files_only or self.commit is None}

    def part(self, path: str) -> Mapping[str, Any]:
        """What a JSON file below it holds, e.g. ``unet/config.json``; empty where there is none.

        Raises:
            UsageError: it cannot be read.
        """
        if self.commit is None:
            file = Path(self.where) / path
            return _json(file) if file.is_file() else {}
        from huggingface_hub.errors import EntryNotFoundError  # noqa: PLC0415 - not light

        try:
            return _json(_fetched(self.where, path, self.commit, local=self.local_files_only))
        except EntryNotFoundError:
            return {}


def find_checkpoint(name: str, whole: str, who: str, placement: PicturePlacement) -> Checkpoint:
    """The checkpoint of a name.

    Of a hub id one small file is fetched where it is allowed and not here yet; the weights are when the model
    is first used.

    Args:
        name: a folder, or a hub id such as ``someone/some-model``. What is there as a folder is one.
        whole: the file that describes the whole, e.g. ``model_index.json``.
        who: the model's name, for messages.
        placement: revision, and whether anything may be fetched.

    Raises:
        UsageError: nothing of that name, or not this kind of model.
    """
    folder = Path(name).expanduser()
    if folder.is_dir():
        return _folder(folder, whole, who, placement)
    if not _HUB_ID.fullmatch(name):
        raise UsageError(
            f"{who}: there is no such folder; give one that save_pretrained wrote, or a hub id like "
            "someone/some-model"
        )
    with crossing(
        f"{who} is no folder here, and as a hub id it cannot be read (local_files_only: "
        f"{str(placement.local_files_only).lower()}); download it, or check its name and your access",
        UsageError,
    ):
        file = _fetched(name, whole, placement.revision or None, local=placement.local_files_only)
    commit = file.parent.name
    return Checkpoint(name, name, commit[:16], commit, placement.local_files_only, _json(file))


def identity(name: str, checkpoint: Checkpoint, device: str, placement: PicturePlacement) -> str:
    """What could change a picture or a vector: weights, kind of device, number format."""
    kind = device.partition(":")[0]
    variant = f";{placement.variant}" if placement.variant else ""
    return f"{name}#{checkpoint.mark};torch-{kind};{placement.dtype}{variant}"


def needs(what: str, extra: str, *modules: str) -> None:
    """Refuse to go on without modules of an extra.

    Raises:
        MissingExtra: one of them is not installed.
    """
    if any(importlib.util.find_spec(module) is None for module in modules):
        raise MissingExtra(what, extra)


def _folder(folder: Path, whole: str, who: str, placement: PicturePlacement) -> Checkpoint:
    if not (folder / whole).is_file():
        raise UsageError(f"{who}: no {whole} in that folder; give one that save_pretrained wrote")
    if placement.revision:
        raise UsageError(f"{who}: revision={placement.revision} is for hub ids, and this is a folder")
    mark = file_hash(folder, nested=True)
    shown = folder.resolve().name
    return Checkpoint(str(folder), shown, mark, None, placement.local_files_only, _json(folder / whole))


@cache
def _fetched(name: str, path: str, revision: str | None, *, local: bool) -> Path:
    from huggingface_hub import hf_hub_download  # noqa: PLC0415 - not light

    return Path(hf_hub_download(name, path, revision=revision, local_files_only=local))


def _json(file: Path) -> Mapping[str, Any]:
    with crossing(f"reading {file.name}", UsageError):
        found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return found
