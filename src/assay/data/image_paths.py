"""Image paths as annotation tables write them, and the files they mean."""

import os
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

_PAGE = re.compile(r"(?P<path>.+)#(?:page=)?(?P<page>\d{1,6})")
_FIX = "assay documents fix-paths proposes repairs"


@dataclass(frozen=True, slots=True)
class FoundImage:
    """What a written path leads to.

    Attributes:
        path: the file.
        page: the page named behind ``#``, or None.
        note: what was done to find it, or ``""``.
    """

    path: Path
    page: int | None = None
    note: str = ""


def folded(name: str) -> str:
    """A file name for comparison without case, however its letters are composed."""
    return unicodedata.normalize("NFC", name).casefold()


def as_posix(written: str) -> str:
    """A written path with the slashes of this project, without blanks around it."""
    return written.strip().replace("\\", "/")


def split_page(written: str) -> tuple[str, int | None]:
    """Path and page of ``scan.pdf#3`` or ``scan.pdf#page=3``; the page is None where none is named."""
    match = _PAGE.fullmatch(written)
    return (match["path"], int(match["page"])) if match else (written, None)


class ImageFinder:
    """Finds files below a folder; every folder is listed once.

    Args:
        base: the folder that relative paths start from.
    """

    def __init__(self, base: Path) -> None:
        self._base = base
        self._found: dict[str, FoundImage | str] = {}
        self._lists: dict[Path, dict[str, list[str]]] = {}

    def find(self, written: str) -> FoundImage | str:
        """The file a written path means, or a sentence that says why there is none.

        Args:
            written: the cell; backslashes are slashes, ``#3`` at its end names a page.
        """
        if written not in self._found:
            self._found[written] = self._find(as_posix(written))
        return self._found[written]

    def shown(self, path: Path) -> str:
        """A found file relative to the folder, with slashes; whole where it lies elsewhere."""
        try:
            return path.relative_to(self._base).as_posix()
        except ValueError:
            return path.as_posix()

    def _find(self, written: str) -> FoundImage | str:
        name, page = split_page(written)
        # A file that has the # in its own name is stronger.
        for path, named in ((written, None), (name, page)):
            if os.path.isfile(self._base / path):  # noqa: PTH113 (Path.is_file raises on over-long names)
                return self._as_listed(path, named)
        near = self._without_case(PurePosixPath(name))
        if len(near) == 1:
            return FoundImage(near[0], page, self._note(name, near[0]))
        return self._why_not(written, self._base / name, near)

    def _as_listed(self, path: str, page: int | None) -> FoundImage:
        """A file by the name its folder has: where case does not count, one file must not be two."""
        listed = self._without_case(PurePosixPath(path))
        found = listed[0] if len(listed) == 1 else self._base / path
        return FoundImage(found, page, "" if found == self._base / path else self._note(path, found))

    def _note(self, written: str, found: Path) -> str:
        return f"{written!r} was read from {self.shown(found)!r}"

    def _why_not(self, written: str, exact: Path, near: Sequence[Path]) -> str:
        if near:
            names = ", ".join(repr(self.shown(path)) for path in near[:5])
            return f"{written!r} could be any of {names}; write it as the file is named"
        if os.path.isdir(exact):  # noqa: PTH112 (as above)
            return f"{written!r} is a folder; name one picture in it"
        if os.path.islink(exact):  # noqa: PTH114 (as above)
            return f"{written!r} is a link that leads nowhere"
        return f"there is no file {written!r} in {self._base.name or self._base}; {_FIX}"

    def _without_case(self, path: PurePosixPath) -> list[Path]:
        """Files that fit a path but for upper and lower case and the composition of letters."""
        if not path.parts or path.is_absolute() or ":" in path.parts[0]:
            return []
        places = [self._base]
        for part in path.parts:
            places = [place / name for place in places for name in self._alike(place, part)]
        return [place for place in places if place.is_file()]

    def _alike(self, folder: Path, part: str) -> list[str]:
        if part in {".", ".."}:
            return [part]
        if folder not in self._lists:
            self._lists[folder] = _listing(folder)
        names = self._lists[folder].get(folded(part), [])
        return [part] if part in names else names


def _listing(folder: Path) -> dict[str, list[str]]:
    by_name: dict[str, list[str]] = {}
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208 (names alone, of large folders)
    except OSError:
        return {}
    for name in names:
        by_name.setdefault(folded(name), []).append(name)
    return by_name
