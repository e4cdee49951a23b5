"""Writing a report's folder so that a reader never sees half a page and stale pages go."""

import os
import time
from collections.abc import Iterable
from pathlib import Path

from assay.errors import StoreError, crossing

MARK = '<meta name="generator" content="Assay report">'
"""Stands at the head of every page; only pages with it are ever removed."""

FOLDERS = ("pairs", "entrants", "texts")
_HEAD_BYTES = 1_024
_LEFT_OVER_S = 3_600.0


class ReportFolder:
    """A folder that pages are written into one after the other.

    Args:
        folder: made when missing.

    Raises:
        StoreError: it cannot be made.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._written: set[Path] = set()
        with crossing(f"making the report folder {folder}", StoreError):
            for name in ("", *FOLDERS):
                (folder / name).mkdir(parents=True, exist_ok=True)

    def write(self, path: str, text: str) -> Path:
        """Write one file: whole under a passing name first, then in place of an older one.

        Args:
            path: relative, in POSIX form.
            text: its content; what UTF-8 cannot hold is replaced.

        Raises:
            StoreError: it cannot be written.
        """
        target = self._folder / path
        passing = target.with_name(f".{target.name}.{os.getpid()}.part")
        with crossing(f"writing the report page {target}", StoreError):
            try:
                passing.write_text(text, encoding="utf-8", errors="replace", newline="\n")
                passing.replace(target)
            finally:
                passing.unlink(missing_ok=True)
        self._written.add(target)
        return target

    def sweep(self) -> None:
        """Remove pages of an earlier report that this one has not, and what killed writers left.

        Files that are not pages of a report stay.

        Raises:
            StoreError: a page cannot be removed.
        """
        with crossing(f"removing old pages in {self._folder}", StoreError):
            for name in FOLDERS:
                for page in _stale(self._folder / name, self._written):
                    page.unlink(missing_ok=True)
            for folder in (self._folder, *(self._folder / name for name in FOLDERS)):
                for left in folder.glob(".*.part"):
                    if time.time() - left.stat().st_mtime > _LEFT_OVER_S:
                        left.unlink(missing_ok=True)


def _stale(folder: Path, written: set[Path]) -> Iterable[Path]:
    for page in sorted(folder.glob("*.html")):
        if page not in written and page.is_file() and _is_ours(page):
            yield page


def _is_ours(page: Path) -> bool:
    with page.open("rb") as file:
        return MARK.encode() in file.read(_HEAD_BYTES)
