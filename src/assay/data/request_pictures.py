"""Reference pictures of requests: found by the name, or by the number, that a file of requests gives."""

import re
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from assay.data.image_paths import ImageFinder
from assay.data.picture_files import picture_kind
from assay.data.request_rows import WrittenRequest
from assay.data.rows import capped
from assay.errors import DataError, UsageError

_NUMBER = re.compile(r"(\d+)$")
_KINDS = frozenset({"PNG", "JPEG", "TIFF", "WebP"})


def find_pictures(name: str, rows: Sequence[WrittenRequest], folder: str | Path) -> list[Path]:
    """The reference picture of every row, in their order.

    A row that names its picture has it by that name; one that has a number alone has the file of the folder
    whose name ends with it (``301091`` is ``COCO_val2014_000000301091.jpg``). The kind is told by content.

    Args:
        name: what to call the file of requests in messages.
        rows: those whose pictures are wanted.
        folder: where they lie.

    Raises:
        UsageError: there is no such folder.
        DataError: every picture that is missing or is none.
    """
    base = Path(folder).expanduser()
    if not base.is_dir():
        raise UsageError(f"there is no folder {base} to read reference pictures from")
    by_name, by_number = ImageFinder(base), _NumberedFiles(base)
    found: list[Path] = []
    faults: list[str] = []
    for row in rows:
        picture = _by_name(by_name, row.picture) if row.picture else by_number.find(row.source_id)
        fault = picture if isinstance(picture, str) else _kind_fault(picture)
        if fault:
            faults.append(f"{row.place}: {fault}")
        elif isinstance(picture, Path):
            found.append(picture)
    if faults:
        raise DataError(name, capped(faults, "reference pictures that cannot be used"))
    return found


def _by_name(finder: ImageFinder, written: str) -> Path | str:
    found = finder.find(written)
    # What the finder advises is a command for documents.
    return found.split("; assay ")[0] if isinstance(found, str) else found.path


def _kind_fault(picture: Path) -> str | None:
    try:
        kind = picture_kind(picture)
    except UsageError as problem:
        return f"{picture.name!r} cannot be used: {getattr(problem, 'faults', (problem,))[0]}"
    return None if kind in _KINDS else f"{picture.name!r} is a {kind}; a reference is one picture"


class _NumberedFiles:
    """Files of a folder by the number at the end of their names."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: dict[int, list[Path]] | None = None

    def find(self, written: str) -> Path | str:
        """The one file with a number, or a sentence that says why there is none."""
        if not written.isascii() or not written.isdigit():
            return f"neither a file name nor a number says which picture is meant (its id is {written!r})"
        files = self._listed().get(int(written), [])
        if len(files) == 1:
            return files[0]
        if files:
            return f"the number {written} could be any of {', '.join(repr(file.name) for file in files[:5])}"
        return f"there is no file whose name ends with {written} in {self._folder.name or self._folder}"

    def _listed(self) -> dict[int, list[Path]]:
        if self._files is None:
            self._files = defaultdict(list)
            for file in sorted(self._folder.iterdir()):
                number = _NUMBER.search(file.stem)
                if number is not None and file.is_file():
                    self._files[int(number[1])].append(file)
        return self._files
