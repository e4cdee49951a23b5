"""What is kept of a training on disk: written whole or not at all, and never believed when damaged."""

import hashlib
import io
import os
from pathlib import Path
from typing import Any

import torch

from assay.errors import StoreError, UsageError

_MAGIC = b"assay clarity 1\n"
_DIGITS = 64

Kept = dict[str, Any]
Identity = dict[str, str]


def write_checkpoint(path: Path, identity: Identity, state: Kept) -> None:
    """Put a state in the place of the one before; a kill leaves the one or the other.

    Args:
        path: the file; its folder is made where it is not there.
        identity: what the training is.
        state: numbers, texts, lists, dictionaries and tensors.

    Raises:
        StoreError: it cannot be written.
    """
    buffer = io.BytesIO()
    torch.save({"identity": identity, "state": state}, buffer)
    content = buffer.getvalue()
    passing = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with passing.open("wb") as file:
            file.write(_MAGIC + hashlib.sha256(content).hexdigest().encode("ascii") + b"\n" + content)
            file.flush()
            os.fsync(file.fileno())
        passing.replace(path)
    except OSError as error:
        raise StoreError(f"the checkpoint {path} cannot be written: {error.strerror or error}") from error
    finally:
        passing.unlink(missing_ok=True)


def read_checkpoint(path: Path, identity: Identity) -> tuple[Kept | None, str | None]:
    """The state of a training, or why it begins anew.

    Args:
        path: the file.
        identity: what the training is; of ``setting``, ``seed`` and ``data`` none may differ, anything else
            (a version of torch, a device) only makes it begin anew.

    Returns:
        The state, or None with a sentence for people; None and None where there is no file.

    Raises:
        UsageError: the file belongs to another training.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return None, None
    except OSError as error:
        raise StoreError(f"the checkpoint {path} cannot be read: {error.strerror or error}") from error
    kept = _unpacked(content)
    if kept is None:
        return None, f"the checkpoint {path.name} is damaged; the training begins anew"
    found = kept["identity"]
    others = [name for name in ("setting", "seed", "data") if found.get(name) != identity[name]]
    if others:
        raise UsageError(
            f"the checkpoint {path} belongs to another {' and another '.join(others)}; name another file, or "
            "delete it where that training is not wanted any more"
        )
    if found != identity:
        changed = ", ".join(sorted(name for name in identity if found.get(name) != identity[name]))
        return None, f"the checkpoint {path.name} was made with other {changed}; the training begins anew"
    return kept["state"], None


def _unpacked(content: bytes) -> Kept | None:
    head = len(_MAGIC) + _DIGITS + 1
    told, data = content[len(_MAGIC) : head - 1], content[head:]
    if not content.startswith(_MAGIC) or hashlib.sha256(data).hexdigest().encode("ascii") != told:
        return None
    kept: Kept = torch.load(io.BytesIO(data), map_location="cpu", weights_only=True)
    return kept


def weights_digest(network: Any) -> str:
    """Hash of a network's weights: names, shapes and every bit; 64 hexadecimal digits."""
    found = hashlib.sha256()
    for name, tensor in sorted(network.state_dict().items()):
        found.update(f"{name} {tuple(tensor.shape)} {tensor.dtype}\n".encode())
        found.update(tensor.detach().cpu().contiguous().numpy().tobytes())
    return found.hexdigest()
