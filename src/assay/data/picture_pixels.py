"""Pixels of a picture brought into one form: upright, RGB with 8 bits, alpha on white.

Every function takes and gives ``PIL.Image.Image``.
"""

from typing import Any

_ORIENTATION = 0x0112
_PHOTOMETRIC = 0x0106
_TIFF_WIDTH, _TIFF_HEIGHT = 0x0100, 0x0101
_SIDEWAYS = (5, 6, 7, 8)
# Names of PIL.Image.Transpose by the value of the EXIF tag (EXIF 2.32, 4.6.4, table 4).
_TURNS = {
    2: "FLIP_LEFT_RIGHT",
    3: "ROTATE_180",
    4: "FLIP_TOP_BOTTOM",
    5: "TRANSPOSE",
    6: "ROTATE_270",
    7: "TRANSVERSE",
    8: "ROTATE_90",
}


def orientation(picture: Any) -> tuple[int, tuple[str, ...]]:
    """The EXIF orientation of an opened picture, 1 (upright) to 8, and notes.

    A value outside that range means upright, as does EXIF that cannot be read; the latter is noted.
    """
    try:
        value = picture.getexif().get(_ORIENTATION, 1)
    except Exception:  # noqa: BLE001 (broken EXIF raises a dozen kinds, and the pixels may be whole)
        return 1, ("its EXIF data cannot be read; taken as upright",)
    return (value if value in _TURNS else 1), ()


def stored_size(picture: Any) -> tuple[int, int]:
    """Width and height as stored, before any turn. Newer versions of Pillow tell that of a TIFF turned."""
    if picture.format == "TIFF":
        return int(picture.tag_v2[_TIFF_WIDTH]), int(picture.tag_v2[_TIFF_HEIGHT])
    width, height = picture.size
    return width, height


def upright_size(size: tuple[int, int], turn: int) -> tuple[int, int]:
    """A stored size as it is after a turn by an EXIF orientation."""
    return (size[1], size[0]) if turn in _SIDEWAYS else size


def upright(picture: Any, turn: int) -> Any:
    """A decoded picture turned by its EXIF orientation. Pillow turns a TIFF itself while decoding it."""
    from PIL import Image  # noqa: PLC0415 (an extra)

    if turn not in _TURNS:
        return picture
    return picture.transpose(Image.Transpose[_TURNS[turn]])


def as_rgb(picture: Any, *, white_is_zero: bool = False) -> tuple[Any, tuple[str, ...]]:
    """A decoded picture as RGB with 8 bits a channel, and notes.

    Alpha is laid on white. Of 16 bits the upper 8 are kept. Values of 32 bits or with fractions have no
    agreed black and white; they are stretched from their smallest to their largest, which is noted. CMYK is
    turned by its numbers; colour profiles are not applied.

    Args:
        picture: the decoded picture.
        white_is_zero: a 16-bit TIFF whose zero is white, which Pillow leaves so.

    Raises:
        ValueError: a mode that Pillow cannot turn into RGB.
    """
    notes: tuple[str, ...] = ()
    if picture.mode.startswith("I;16") or (picture.mode == "I" and picture.format == "PNG"):
        picture = _upper_bits(picture, white_is_zero=white_is_zero)
    elif picture.mode in {"I", "F"}:
        picture, notes = _stretched(picture), ("its values were stretched to black and white",)
    if picture.mode in {"RGBA", "LA", "La", "RGBa", "PA"} or "transparency" in picture.info:
        return _on_white(picture), notes
    return picture.convert("RGB"), notes


def zero_is_white(picture: Any) -> bool:
    """Whether an opened picture is a 16-bit TIFF whose zero stands for white."""
    if picture.format != "TIFF" or not picture.mode.startswith("I;16"):
        return False
    return bool(picture.tag_v2.get(_PHOTOMETRIC) == 0)


def _upper_bits(picture: Any, *, white_is_zero: bool) -> Any:
    import numpy  # noqa: PLC0415 (slow to load)
    from PIL import Image  # noqa: PLC0415 (an extra)

    values = (numpy.asarray(picture).clip(0, 65535) // 256).astype(numpy.uint8)
    return Image.fromarray(255 - values if white_is_zero else values)


def _stretched(picture: Any) -> Any:
    import numpy  # noqa: PLC0415 (slow to load)
    from PIL import Image  # noqa: PLC0415 (an extra)

    values = numpy.nan_to_num(numpy.asarray(picture).astype(numpy.float64), posinf=0.0, neginf=0.0)
    low, high = float(values.min()), float(values.max())
    if high == low:
        return Image.new("L", picture.size, 255)
    return Image.fromarray(((values - low) * (255 / (high - low))).astype(numpy.uint8))


def _on_white(picture: Any) -> Any:
    from PIL import Image  # noqa: PLC0415 (an extra)

    if picture.mode == "La":
        picture = picture.convert("LA")
    over = picture.convert("RGBA")
    page = Image.new("RGB", over.size, "white")
    page.paste(over, mask=over.getchannel("A"))
    return page
