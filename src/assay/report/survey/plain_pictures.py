"""Pictures without what generators write into their files: prompts, settings and dates would name the arm."""

import struct
from collections.abc import Callable, Iterator, Mapping

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_NOTES = {b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"}
# APP0 is JFIF, APP2 a colour profile, APP14 says how colours are coded; the rest are notes.
_JPEG_KEPT = {0xE0, 0xE2, 0xEE}
_JPEG_BARE = {0x01, *range(0xD0, 0xD9)}
_WEBP_NOTES = {b"EXIF", b"XMP "}

SUFFIXES: Mapping[str, str] = {"image/png": ".png", "image/jpeg": ".jpg", "image/webp": ".webp"}
"""The media types a browser is sure to show, with the suffix of each."""


def plain_picture(content: bytes, media_type: str) -> bytes:
    """The same picture, pixel for pixel, without notes in its file.

    Args:
        content: of a file of that type.
        media_type: one of :data:`SUFFIXES`.

    Raises:
        ValueError: another type, or a file that is none of it or is cut off; the message says which.
    """
    if media_type not in _READERS:
        raise ValueError(f"media type {media_type!r}; allowed are {', '.join(SUFFIXES)}")
    try:
        return _READERS[media_type](content)
    except (struct.error, IndexError) as problem:
        raise ValueError(f"{len(content):,} bytes that are no whole {media_type}") from problem


def _png(content: bytes) -> bytes:
    if not content.startswith(_PNG):
        raise ValueError("bytes that are no image/png")
    kept, place, kind = [_PNG], len(_PNG), b""
    while kind != b"IEND":
        length, kind = struct.unpack_from(">I4s", content, place)
        end = place + 12 + length
        if end > len(content):
            raise IndexError(end)
        if kind not in _PNG_NOTES:
            kept.append(content[place:end])
        place = end
    return b"".join(kept)


def _jpeg(content: bytes) -> bytes:
    return b"".join(_jpeg_parts(content))


def _jpeg_parts(content: bytes) -> Iterator[bytes]:
    if content[:3] != b"\xff\xd8\xff":
        raise ValueError("bytes that are no image/jpeg")
    yield content[:2]
    place = 2
    while True:
        marker = content[place + 1]
        if content[place] != 0xFF:
            raise IndexError(place)
        if marker in {0xFF, *_JPEG_BARE}:
            place += 1 if marker == 0xFF else 2
            continue
        if marker == 0xDA:
            # From here on is the picture itself.
            end = content.rindex(b"\xff\xd9") + 2 if b"\xff\xd9" in content[place:] else -1
            if end < 0:
                raise IndexError(place)
            yield content[place:end]
            return
        end = place + 2 + int(struct.unpack_from(">H", content, place + 2)[0])
        if marker in _JPEG_KEPT or not (0xE0 <= marker <= 0xEF or marker == 0xFE):
            yield content[place:end]
        place = end


def _webp(content: bytes) -> bytes:
    if content[:4] != b"RIFF" or content[8:12] != b"WEBP":
        raise ValueError("bytes that are no image/webp")
    (size,) = struct.unpack_from("<I", content, 4)
    if size + 8 > len(content):
        raise IndexError(size)
    kept, place = [b"WEBP"], 12
    while place < size + 8:
        kind, length = struct.unpack_from("<4sI", content, place)
        end = place + 8 + length + length % 2
        if kind == b"VP8X":
            # Its flags say that notes follow: bits 2 and 3.
            body = content[place:end]
            kept.append(body[:8] + bytes([body[8] & ~0b1100]) + body[9:])
        elif kind not in _WEBP_NOTES:
            kept.append(content[place:end])
        place = end
    body = b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(body)) + body


_READERS: Mapping[str, Callable[[bytes], bytes]] = {
    "image/png": _png,
    "image/jpeg": _jpeg,
    "image/webp": _webp,
}
