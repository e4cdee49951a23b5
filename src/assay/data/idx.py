"""IDX files, the form of MNIST and its kin: big-endian numbers behind a short header, often compressed."""

import gzip
import math
import struct
import zlib
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from assay.data.grey import GreySet
from assay.data.text_files import require_file
from assay.errors import DataError
from assay.records.training_data import GreyPictures

MOST_BYTES = 1 << 30
"""Most bytes a file may hold: MNIST's largest has 47 million."""

_BYTE = 0x08
_TYPES = {
    _BYTE: "unsigned bytes",
    0x09: "signed bytes",
    0x0B: "16-bit whole numbers",
    0x0C: "32-bit whole numbers",
    0x0D: "32-bit floats",
    0x0E: "64-bit floats",
}
_GZIP = b"\x1f\x8b"
_SMALLEST_SIDE = 8


class _Readable(Protocol):
    def read(self, size: int, /) -> bytes: ...


class _Faults(Exception):
    """Never leaves this file."""

    def __init__(self, *faults: str) -> None:
        super().__init__(*faults)
        self.faults = faults


def read_idx_pictures(pictures: str | Path, labels: str | Path | None = None) -> GreySet:
    """Read pictures, and their classes where there is a file of labels.

    Compression is told by content, not by name.

    Args:
        pictures: a file of unsigned bytes with three dimensions: pictures, rows, columns.
        labels: a file of unsigned bytes with one dimension, or None.

    Raises:
        UsageError: there is no such file, or it is a folder.
        DataError: every fault of both files at once: no IDX file, another type or number of dimensions, cut
            off, something behind its end, too large, or not one label to a picture.
    """
    paths = {"pictures": require_file(pictures)}
    if labels is not None:
        paths["labels"] = require_file(labels)
    found: dict[str, NDArray[np.uint8]] = {}
    faults: list[str] = []
    for what, path in paths.items():
        try:
            found[what] = _read(path, 3 if what == "pictures" else 1)
        except _Faults as problem:
            faults += [f"{path.name}: {fault}" for fault in problem.faults]
    if not faults:
        faults += _mismatches(found)
    if faults:
        raise DataError(paths["pictures"].name, faults)
    classes = tuple(int(label) for label in found.get("labels", ()))
    return GreySet(GreyPictures.of(found["pictures"]), classes, f"{paths['pictures'].name} (IDX)")


def _mismatches(found: dict[str, NDArray[np.uint8]]) -> list[str]:
    pictures, labels, faults = found["pictures"], found.get("labels"), []
    if not len(pictures):
        faults.append("there is no picture in it")
    if min(pictures.shape[1:]) < _SMALLEST_SIDE:
        faults.append(
            f"pictures are {pictures.shape[1]} x {pictures.shape[2]}; at least {_SMALLEST_SIDE} on a side"
        )
    if labels is not None and len(labels) != len(pictures):
        faults.append(f"{len(pictures)} pictures have {len(labels)} labels: bring the files of one set")
    return faults


def _read(path: Path, dimensions: int) -> NDArray[np.uint8]:
    try:
        with path.open("rb") as plain:
            compressed = plain.read(2) == _GZIP
            plain.seek(0)
            if not compressed:
                return _content(plain, dimensions)
            with gzip.GzipFile(fileobj=plain) as opened:
                return _content(opened, dimensions)
    except EOFError as problem:
        raise _Faults("its compressed data are cut off; fetch it again") from problem
    except (OSError, zlib.error) as problem:
        raise _Faults(f"it cannot be read ({problem}); fetch it again") from problem


def _content(file: _Readable, dimensions: int) -> NDArray[np.uint8]:
    head = file.read(4)
    if len(head) < 4 or head[:2] != b"\x00\x00" or head[2] not in _TYPES or not head[3]:
        raise _Faults(
            f"it begins with {head!r}; an IDX file begins with two zeros, a type and a number of dimensions"
        )
    faults = []
    if head[2] != _BYTE:
        faults.append(f"it holds {_TYPES[head[2]]}; unsigned bytes (type 8) are read, 0 black to 255 white")
    if head[3] != dimensions:
        faults.append(f"it has {head[3]} dimensions; {_wanted(dimensions)}")
    sizes = file.read(4 * head[3])
    if len(sizes) < 4 * head[3]:
        faults.append("its header is cut off; fetch it again")
    if faults:
        raise _Faults(*faults)
    shape = struct.unpack(f">{head[3]}I", sizes)
    return _filled(file, shape)


def _filled(file: _Readable, shape: tuple[int, ...]) -> NDArray[np.uint8]:
    size, told = math.prod(shape), " x ".join(map(str, shape))
    if size > MOST_BYTES:
        raise _Faults(f"its header says {told}, {size:,} bytes; at most {MOST_BYTES:,} are read")
    data = file.read(size)
    if len(data) < size:
        raise _Faults(f"its header says {told}, {size:,} bytes, and {len(data):,} follow: it is cut off")
    if file.read(1):
        raise _Faults(f"its header says {told}, {size:,} bytes, and more follow: it is no such file")
    return np.frombuffer(data, np.uint8).reshape(shape)


def _wanted(dimensions: int) -> str:
    return "pictures have 3: how many, rows, columns" if dimensions == 3 else "labels have 1: how many"
