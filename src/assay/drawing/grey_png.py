"""Grey pictures as PNG files and back, without Pillow: eight bits a pixel, no interlacing."""

import struct
import zlib
from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

_MAGIC = b"\x89PNG\r\n\x1a\n"
_GREY_8 = (8, 0, 0, 0, 0)


def grey_png(picture: NDArray[np.uint8]) -> bytes:
    """A grey picture as a PNG file; equal pictures give equal bytes.

    Args:
        picture: shape (height, width), 0 black to 255 white.

    Raises:
        ValueError: another shape or kind of number.
    """
    if picture.ndim != 2 or picture.dtype != np.uint8 or not picture.size:
        raise ValueError(f"{picture.dtype} of shape {picture.shape} came; uint8 of (height, width) is wanted")
    height, width = picture.shape
    rows = np.zeros((height, width + 1), np.uint8)  # each row begins with its filter: 0, none
    rows[:, 1:] = picture
    head = struct.pack(">II5B", width, height, *_GREY_8)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows.tobytes(), 9)), (b"IEND", b""))
    return _MAGIC + b"".join(_chunk(kind, data) for kind, data in chunks)


def read_grey_png(content: bytes) -> NDArray[np.uint8]:
    """The pixels of a file that :func:`grey_png` wrote, shape (height, width).

    Raises:
        ValueError: it is none.
    """
    try:
        chunks = dict(_chunks(content))
        width, height, *form = struct.unpack(">II5B", chunks[b"IHDR"])
        rows = np.frombuffer(zlib.decompress(chunks[b"IDAT"]), np.uint8).reshape(height, width + 1)
    except (KeyError, ValueError, struct.error, zlib.error) as problem:
        raise ValueError(f"{len(content):,} bytes that are no grey PNG of ours") from problem
    if tuple(form) != _GREY_8 or rows[:, 0].any():
        raise ValueError("a PNG with other colours or filters than ours")
    return rows[:, 1:]


def enlarged(picture: NDArray[np.uint8], times: int) -> NDArray[np.uint8]:
    """A picture with every pixel as a square of so many: larger, and no sharper or smoother."""
    return picture.repeat(times, axis=0).repeat(times, axis=1)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _chunks(content: bytes) -> Iterator[tuple[bytes, Any]]:
    if not content.startswith(_MAGIC):
        raise ValueError("no PNG")
    place = len(_MAGIC)
    while place < len(content):
        length, kind = struct.unpack_from(">I4s", content, place)
        yield kind, content[place + 8 : place + 8 + length]
        place += 12 + length
