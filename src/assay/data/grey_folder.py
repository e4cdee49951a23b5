"""A folder of image files as small grey squares."""

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assay.data.grey import GreySet
from assay.data.picture_files import guard_size, opened_picture, picture_kind
from assay.data.picture_pixels import as_rgb, orientation, stored_size, upright, zero_is_white
from assay.errors import DataError, UsageError
from assay.records.training_data import GreyPictures

_SUFFIXES = {".png", ".jpg", ".jpeg", ".jpe", ".jfif", ".tif", ".tiff", ".webp"}
_SIDES = (8, 512)


def read_grey_folder(folder: str | Path, *, side: int = 28) -> GreySet:
    """Read every picture of a folder and of the folders in it, by name.

    Each is turned upright, laid on white where it is transparent, made grey, cut to the square in its middle,
    and brought to the size: smaller by averaging, larger by a bicubic curve. Where every picture lies in a
    folder of its own class, the names of the folders in order are the classes.

    Args:
        folder: where the pictures lie; hidden files and files with other suffixes are left alone.
        side: pixels of the squares, 8 to 512.

    Raises:
        UsageError: there is no such folder, or the side is out of range.
        DataError: every file that cannot be read, at once; or there is no picture.
        MissingExtra: Pillow is not installed.
    """
    base = Path(folder)
    if not base.is_dir():
        raise UsageError(f"{base} is no folder; name one that holds pictures")
    if not _SIDES[0] <= side <= _SIDES[1]:
        raise UsageError(
            f"pictures of {side} pixels were asked for; from {_SIDES[0]} to {_SIDES[1]} are allowed"
        )
    files = _files(base)
    squares, faults, enlarged = [], [], 0
    for file in files:
        try:
            square, small = _square(file, side)
        except DataError as problem:
            faults += [f"{file.relative_to(base).as_posix()}: {fault}" for fault in problem.faults]
            continue
        squares.append(square)
        enlarged += small
    if not files:
        faults.append(f"there is no picture in it; suffixes that count are {', '.join(sorted(_SUFFIXES))}")
    if faults:
        raise DataError(str(folder), faults)
    return GreySet(
        GreyPictures.of(np.stack(squares)), _classes(files, base), base.name, _notes(enlarged, side)
    )


def _files(base: Path) -> list[Path]:
    found = [
        path
        for path in base.rglob("*")
        if path.suffix.lower() in _SUFFIXES
        and path.is_file()
        and not any(part.startswith(".") for part in path.relative_to(base).parts)
    ]
    return sorted(found, key=lambda path: path.relative_to(base).as_posix())


def _square(file: Path, side: int) -> tuple[NDArray[np.uint8], bool]:
    """The pixels of one file, and whether it had to be enlarged."""
    kind = picture_kind(file)
    if kind == "PDF":
        raise DataError(file.name, ["this is a PDF; save its pages as pictures"])
    with opened_picture(file, kind) as picture:
        guard_size(file.name, *stored_size(picture))
        turn, _ = orientation(picture)
        inverted = zero_is_white(picture)
        picture.load()
        pixels, _ = as_rgb(picture, white_is_zero=inverted)
        return _resized(upright(pixels, 1 if kind == "TIFF" else turn), side)


def _resized(picture: Any, side: int) -> tuple[NDArray[np.uint8], bool]:
    from PIL import Image  # noqa: PLC0415 (an extra)

    length = min(picture.size)
    left, top = (picture.width - length) // 2, (picture.height - length) // 2
    grey = picture.convert("L").crop((left, top, left + length, top + length))
    # Averaging leaves no ringing beside edges, which would count as edges.
    how = Image.Resampling.BOX if length >= side else Image.Resampling.BICUBIC
    return np.asarray(grey.resize((side, side), how)), length < side


def _classes(files: list[Path], base: Path) -> tuple[int, ...]:
    homes = [path.parent.relative_to(base).as_posix() for path in files]
    names = sorted(set(homes))
    return () if "." in names or len(names) < 2 else tuple(names.index(home) for home in homes)


def _notes(enlarged: int, side: int) -> tuple[str, ...]:
    if not enlarged:
        return ()
    what = "1 picture is" if enlarged == 1 else f"{enlarged} pictures are"
    return (
        f"{what} smaller than {side} pixels and had to be enlarged: what is called real is blurred there",
    )
