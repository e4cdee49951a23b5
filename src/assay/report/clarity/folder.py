"""The folder of a report of a clarity study: one page, its pictures, plots and tables."""

import re
from pathlib import Path

from assay.errors import StoreError, crossing
from assay.report.files import ReportFolder

FOLDERS = ("pictures", "plots", "texts")
_OURS = re.compile(r"[0-9a-z-]+\.(?:png|svg)")


class ClarityFolder(ReportFolder):
    """A folder that the page and what it shows are written into.

    Args:
        folder: made when missing.

    Raises:
        StoreError: it cannot be made.
    """

    def __init__(self, folder: Path) -> None:
        # Not the folders of a text study, which would stay empty here.
        self._folder = folder
        self._written: set[Path] = set()
        with crossing(f"making the report folder {folder}", StoreError):
            for name in ("", *FOLDERS):
                (folder / name).mkdir(parents=True, exist_ok=True)

    def put(self, path: str, content: bytes) -> Path:
        """Write bytes, whole under a passing name first.

        Raises:
            StoreError: they cannot be written.
        """
        target = self._folder / path
        passing = target.with_name(f".{target.name}.part")
        with crossing(f"writing {target}", StoreError):
            try:
                passing.write_bytes(content)
                passing.replace(target)
            finally:
                passing.unlink(missing_ok=True)
        self._written.add(target)
        return target

    def sweep(self) -> None:
        """Remove pictures and plots that an earlier report wrote and this one did not; other files stay.

        Raises:
            StoreError: something cannot be removed.
        """
        with crossing(f"removing old files in {self._folder}", StoreError):
            for name in ("pictures", "plots"):
                for file in sorted((self._folder / name).glob("*")):
                    if file not in self._written and file.is_file() and _OURS.fullmatch(file.name):
                        file.unlink(missing_ok=True)
