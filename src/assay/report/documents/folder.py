"""The folder of a document study's report: pages of cells and pictures of documents beside the front page."""

from pathlib import Path

from assay.errors import StoreError, crossing
from assay.report.documents.sights import Picture
from assay.report.files import MARK, ReportFolder
from assay.store import BlobFolder

FOLDERS = ("cells", "pages", "texts")
_HEAD_BYTES = 1_024
_BLOB_CHARS = 64


class DocumentsFolder(ReportFolder):
    """A folder that pages and pictures are written into.

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
        with crossing(f"making the report folder {folder}", StoreError):
            for name in ("", *FOLDERS):
                (folder / name).mkdir(parents=True, exist_ok=True)

    def picture(self, picture: Picture) -> None:
        """Copy a page into the report, once; one that the store has lost is left out.

        Raises:
            StoreError: it cannot be written.
        """
        target = self._folder / picture.path
        if target in self._written or not self._blobs.has(picture.image.blob):
            return
        with crossing(f"copying the page {target}", StoreError):
            if not target.exists():
                passing = target.with_name(f".{target.name}.part")
                passing.write_bytes(self._blobs.get(picture.image.blob))
                passing.replace(target)
        self._written.add(target)

    def sweep(self) -> None:
        """Remove pages and pictures of an earlier report that this one has not; other files stay.

        Raises:
            StoreError: one cannot be removed.
        """
        with crossing(f"removing old pages in {self._folder}", StoreError):
            for name in FOLDERS:
                for file in sorted((self._folder / name).iterdir()):
                    if file not in self._written and file.is_file() and _is_ours(file):
                        file.unlink(missing_ok=True)


def _is_ours(file: Path) -> bool:
    if file.parent.name == "pages":
        return len(file.stem) == _BLOB_CHARS
    with file.open("rb") as opened:
        return file.suffix == ".html" and MARK.encode() in opened.read(_HEAD_BYTES)
