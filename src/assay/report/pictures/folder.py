"""The folder of a report of pictures: a folder for each request, thumbnails, plots, pages of the gallery."""

import re
from collections.abc import Iterator
from pathlib import Path

from assay.errors import StoreError, crossing
from assay.records import Image
from assay.report.files import MARK, ReportFolder
from assay.report.pictures.thumbnails import needs_thumbnail, thumbnail
from assay.store import BlobFolder

FOLDERS = ("requests", "gallery", "thumbs", "plots", "texts")
ENDINGS = {"image/png": "png", "image/jpeg": "jpg", "image/webp": "webp", "image/gif": "gif"}
_HEAD_BYTES = 1_024
_BLOB = re.compile(r"[0-9a-f]{64}\.jpg")
_OF_REQUEST = re.compile(
    r"request\.json|pictures\.csv|(?:chosen|reference|cycle-\d+\.\d+|control-\d+|control-cost-\d+|variant-.+)"
    r"\.(?:png|jpg|webp|gif|bin)"
)
_OF_PLOTS = re.compile(r"[a-z-]+\.(?:svg|png)")


class PicturesFolder(ReportFolder):
    """A folder that pages, pictures and tables are written into.

    Args:
        folder: made when missing.
        blobs: where pictures are.

    Raises:
        StoreError: it cannot be made.
    """

    def __init__(self, folder: Path, blobs: BlobFolder) -> None:
        # Not the folders of a text study, which would stay empty here.
        self._folder = folder
        self._written: set[Path] = set()
        self._blobs = blobs
        self._there: dict[str, bool] = {}
        with crossing(f"making the report folder {folder}", StoreError):
            for name in ("", *FOLDERS):
                (folder / name).mkdir(parents=True, exist_ok=True)

    def make(self, path: str) -> Path:
        """A folder inside the report, made when missing.

        Raises:
            StoreError: it cannot be made.
        """
        made = self._folder / path
        with crossing(f"making the report folder {made}", StoreError):
            made.mkdir(parents=True, exist_ok=True)
        return made

    def put(self, path: str, content: bytes) -> Path:
        """Write bytes: whole under a passing name first. A file that holds them already is left alone.

        Raises:
            StoreError: it cannot be written.
        """
        target = self._folder / path
        with crossing(f"writing {target}", StoreError):
            if not _holds(target, content):
                passing = target.with_name(f".{target.name}.part")
                try:
                    passing.write_bytes(content)
                    passing.replace(target)
                finally:
                    passing.unlink(missing_ok=True)
        self._written.add(target)
        return target

    def written(self, path: Path) -> None:
        """Note a file that somebody else wrote into the folder, so that it is not swept away."""
        self._written.add(path)

    def has(self, image: Image) -> bool:
        """Whether the store still has a picture whole."""
        if image.blob not in self._there:
            self._there[image.blob] = self._blobs.has(image.blob)
        return self._there[image.blob]

    def forget(self) -> None:
        """Let go of what is known of pictures: the next request has others."""
        self._there.clear()

    def picture(self, path: str, image: Image) -> None:
        """Copy a picture, byte for byte, and make its thumbnail where it is big.

        Raises:
            StoreError: it is not there, or cannot be written.
        """
        content = self._blobs.get(image.blob)
        self.put(path, content)
        if not needs_thumbnail(image):
            return
        small = self._folder / thumbnail_path(image)
        if small not in self._written and not small.exists():
            made = thumbnail(content)
            if made is not None:
                self.put(thumbnail_path(image), made)
        if small.exists():
            self._written.add(small)

    def has_thumbnail(self, image: Image) -> bool:
        """Whether a picture has a small copy."""
        return self._folder / thumbnail_path(image) in self._written

    def sweep(self) -> None:
        """Remove what an earlier report wrote and this one did not; other files stay.

        Raises:
            StoreError: something cannot be removed.
        """
        with crossing(f"removing old pages in {self._folder}", StoreError):
            for file in sorted(self._files()):
                if file not in self._written and file.is_file() and _is_ours(file, self._folder):
                    file.unlink(missing_ok=True)
            for folder in sorted((self._folder / "requests").iterdir()):
                if folder.is_dir() and not any(folder.iterdir()):
                    folder.rmdir()

    def _files(self) -> Iterator[Path]:
        for name in FOLDERS:
            yield from (self._folder / name).glob("*")
        yield from (self._folder / "requests").glob("*/*")


def thumbnail_path(image: Image) -> str:
    """Where the thumbnail of a picture lies in the report."""
    return f"thumbs/{image.blob}.jpg"


def ending(image: Image) -> str:
    """How the name of a picture's file ends."""
    return ENDINGS.get(image.media_type, "bin")


def _holds(target: Path, content: bytes) -> bool:
    return target.is_file() and target.stat().st_size == len(content) and target.read_bytes() == content


def _is_ours(file: Path, root: Path) -> bool:
    """Whether an earlier report wrote a file."""
    if file.suffix == ".html":
        with file.open("rb") as opened:
            return MARK.encode() in opened.read(_HEAD_BYTES)
    part = file.relative_to(root).parts[0]
    known = {"thumbs": _BLOB, "plots": _OF_PLOTS, "requests": _OF_REQUEST}.get(part)
    return known is not None and known.fullmatch(file.name) is not None
