"""The pictures below a folder, and which of them a path from elsewhere can mean."""

import os
import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from assay.data.image_paths import as_posix, folded, split_page

_MOST_NAMED = 5
_DRIVE = re.compile(r"[A-Za-z]:")
_SUFFIXES = {".png", ".jpg", ".jpeg", ".jpe", ".jfif", ".tif", ".tiff", ".webp", ".pdf"}


@dataclass(frozen=True, slots=True)
class PathMatch:
    """What a path can mean.

    Attributes:
        path: the file, relative with slashes.
        written: the same with the page that the path named.
        how: what was done, or ``""`` where the path is right as it is.
        problem: why there is no match, or ``""``.
    """

    path: str = ""
    written: str = ""
    how: str = ""
    problem: str = ""


class PictureFolder:
    """The files below a folder with the suffix of a picture, listed once.

    Hidden folders and links to folders are passed over.

    Args:
        folder: where pictures lie.
        base: folder that paths are to start from.
    """

    def __init__(self, folder: Path, base: Path) -> None:
        self._base = base
        files = _files(folder, base)
        self._ways = [(how, _tails(files, form), form) for how, form in _WAYS]

    def match(self, value: str) -> PathMatch:
        """What a path can mean.

        Args:
            value: the path as a table has it.
        """
        slashed = as_posix(value)
        name, page = split_page(slashed)
        # A file that has the # in its own name is stronger.
        for path in (slashed, name):
            if os.path.isfile(self._base / path):  # noqa: PTH113 (Path.is_file raises on over-long names)
                how = "" if slashed == value.strip() else "backslashes are slashes now"
                return PathMatch(path, slashed, how)
        return self._found(name, page)

    def _found(self, name: str, page: int | None) -> PathMatch:
        parts = _parts(name)
        for length in range(len(parts), 0, -1):
            for how, tails, form in self._ways:
                files = tails.get(_joined(parts[-length:], form), [])
                if len(files) == 1:
                    behind = f"#{page}" if page is not None else ""
                    return PathMatch(files[0], files[0] + behind, how)
                if files:
                    named = ", ".join(map(repr, files[:_MOST_NAMED]))
                    more = f" and {len(files) - _MOST_NAMED} more" if len(files) > _MOST_NAMED else ""
                    return PathMatch(problem=f"it could be any of {named}{more}")
        return PathMatch(problem="no file fits it, not even by its name without suffix")


def one_picture(values: Iterable[str]) -> bool:
    """Whether paths can mean one picture: each is an end of the longest, but for drive, case and page."""
    origins = [tuple(map(folded, _parts(split_page(as_posix(value))[0]))) for value in values]
    longest = max(origins, key=len, default=())
    return all(origin == longest[len(longest) - len(origin) :] for origin in origins)


def _parts(path: str) -> list[str]:
    """Folders and name of a path without its root, its drive, and dots."""
    parts = [part for part in PurePosixPath(path).parts if part not in {"/", "//", ".", ".."}]
    return parts[1:] if parts and _DRIVE.fullmatch(parts[0]) else parts


def _files(folder: Path, base: Path) -> list[str]:
    found = []
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for name in sorted(names):
            path = os.path.join(where, name)  # noqa: PTH118 (of large folders)
            if PurePosixPath(name).suffix.lower() in _SUFFIXES and os.path.isfile(path):  # noqa: PTH113
                found.append(_relative(path, base))
    return found


def _relative(path: str, base: Path) -> str:
    try:
        return Path(os.path.relpath(path, base)).as_posix()
    except ValueError:  # another drive
        return Path(path).resolve().as_posix()


def _tails(files: list[str], form: Callable[[str], str]) -> dict[str, list[str]]:
    """Files by every end of their path."""
    found: dict[str, list[str]] = defaultdict(list)
    for file in files:
        parts = _parts(file)
        for length in range(1, len(parts) + 1):
            found[_joined(parts[-length:], form)].append(file)
    return dict(found)


def _joined(parts: list[str], form: Callable[[str], str]) -> str:
    """The end of a path as it is compared: its folders without case where its name is, too."""
    folders = parts[:-1] if form is _same else [folded(part) for part in parts[:-1]]
    return "/".join([*folders, form(parts[-1])])


def _same(name: str) -> str:
    return name


def _stem(name: str) -> str:
    return folded(PurePosixPath(name).stem)


_WAYS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("folders before it changed", _same),
    ("upper and lower case changed", folded),
    ("suffix changed", _stem),
)
