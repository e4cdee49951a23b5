"""Pages made ready once: decoded, turned upright, made small enough, encoded, kept as blobs."""

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

from assay.data.annotation import Question
from assay.data.pictures import Preparation, prepare_page
from assay.errors import DataError, FaultsError
from assay.records import Image, Progress, canonical_json
from assay.store import Store, StoredPage

_BLOCK = 1 << 20


def ready_pages(
    questions: Sequence[Question],
    preparation: Preparation,
    store: Store,
    tell: Callable[[Progress], None],
    name: str,
) -> dict[tuple[Path, int], StoredPage]:
    """Every page that is asked about as it is sent, by file and page.

    A page that an earlier run has made ready from the same file in the same way is not decoded again. One
    page is held in memory at a time.

    Args:
        questions: what is asked.
        preparation: how pages are made ready.
        store: where they are kept.
        tell: told of progress.
        name: what to call the table in messages.

    Raises:
        DataError: every page that cannot be read, at once, with the lines that name it.
    """
    lines: dict[tuple[Path, int], int] = {}
    for question in questions:
        lines.setdefault((question.image, question.page), question.line)
    how = canonical_json(preparation.to_data())
    hashes: dict[Path, str] = {}
    found: dict[tuple[Path, int], StoredPage] = {}
    faults: list[str] = []
    for done, ((path, page), line) in enumerate(lines.items(), start=1):
        try:
            if path not in hashes:
                hashes[path] = _hash(path)
            found[path, page] = _ready(store, path, page, hashes[path], preparation, how)
        except FaultsError as error:
            faults += [f"line {line}: {error.subject}: {fault}" for fault in error.faults]
        except OSError as error:
            faults.append(f"line {line}: {path}: {error.strerror or error}")
        tell(Progress("pages made ready", done, len(lines), unit="pages"))
    if faults:
        raise DataError(name, faults)
    return found


def _ready(
    store: Store, path: Path, page: int, source: str, preparation: Preparation, how: str
) -> StoredPage:
    known = store.pages.find(source, page, how)
    if known is not None and store.blobs.has(known.image.blob):
        return known
    made = prepare_page(path, page, preparation)
    image = Image(store.blobs.put(made.data), made.media_type, made.width, made.height)
    stored = StoredPage(image, made.source_width, made.source_height, source)
    store.pages.add(source, page, how, stored)
    return stored


def _hash(path: Path) -> str:
    """SHA-256 of a file, read in blocks."""
    found = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            found.update(block)
    return found.hexdigest()
