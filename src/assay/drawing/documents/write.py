"""A folder of drawn documents with the table of their true answers, as a document study reads it."""

import csv
import hashlib
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path

from assay.drawing.documents.draw import draw_document
from assay.drawing.documents.fields import DOC_CLASSES, fields, fields_of
from assay.drawing.pillow import require_pillow
from assay.errors import FaultsError, UsageError

COLUMNS = (
    "data_index",
    "split",
    "image_path",
    "question",
    "answer",
    "doc_class",
    "question_type",
    "answer_bbox",
)
"""Columns of the annotation table."""


def write_documents(
    folder: str | Path,
    counts: Mapping[str, int],
    *,
    seed: int,
    language: str = "en",
    faint: Collection[str] = (),
    progress: Callable[[int, int], None] | None = None,
) -> Path:
    """Draw documents into a folder: ``images/*.png`` and ``annotation.csv``.

    The table has one row for each question, ``;`` between cells, UTF-8 with a byte order mark, and paths
    relative to itself. One page is in memory at a time. Equal arguments give equal bytes with the same
    versions of Pillow and numpy (and, in Russian, the same font).

    Args:
        folder: made where it does not exist.
        counts: how many documents of each class; a larger count leaves the earlier ones as they were.
        seed: of all pages; other seeds give other documents.
        language: ``en`` or ``ru``.
        faint: question types, of any class, whose values are printed worn.
        progress: called with documents done and documents in all.

    Returns:
        Path of the table.

    Raises:
        UsageError: there are documents in the folder already, or no font for the language.
        FaultsError: unknown classes or question types, counts below 0 or none at all.
        MissingExtra: Pillow is not installed.
    """
    _refuse_faults(counts, faint, language)
    folder = Path(folder)
    table, images = folder / "annotation.csv", folder / "images"
    if taken := [path for path in (table, images) if path.exists()]:
        raise UsageError(f"{taken[0]} is there already; choose another folder or remove it")
    require_pillow("drawing documents")
    images.mkdir(parents=True)
    with table.open("x", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\n")
        writer.writerow(COLUMNS)
        rows = _rows(folder, counts, seed, language, frozenset(faint), progress)
        writer.writerows((index, *row) for index, row in enumerate(rows))
    return table


def _refuse_faults(counts: Mapping[str, int], faint: Collection[str], language: str) -> None:
    known = {question_type for _, question_type in fields(language)}
    faults = [
        f"there is no class {name!r}; there are {', '.join(DOC_CLASSES)}"
        for name in counts
        if name not in DOC_CLASSES
    ]
    faults += [f"{name}: {count} documents; at least 0" for name, count in counts.items() if count < 0]
    faults += [
        f"no class has a question type {name!r}; there are {', '.join(sorted(known))}"
        for name in sorted(set(faint) - known)
    ]
    if not faults and not any(counts.values()):
        faults = ["no document was asked for; give a count above 0"]
    if faults:
        raise FaultsError("documents to draw", faults)


def _rows(
    folder: Path,
    counts: Mapping[str, int],
    seed: int,
    language: str,
    faint: frozenset[str],
    progress: Callable[[int, int], None] | None,
) -> Iterator[tuple[str, ...]]:
    done, total = 0, sum(counts.values())
    for doc_class, count in counts.items():
        asked = {field.question_type: field for field in fields_of(doc_class, language)}
        for number in range(1, count + 1):
            document = draw_document(
                doc_class,
                _page_seed(seed, doc_class, number),
                language=language,
                faint=faint.intersection(asked),
            )
            path = f"images/{doc_class}-{number:04d}.png"
            document.image.save(folder / path)
            for answer in document.answers:
                question = asked[answer.question_type].question
                box = str(list(answer.bbox))
                yield "", path, question, answer.answer, doc_class, answer.question_type, box
            done += 1
            if progress is not None:
                progress(done, total)


def _page_seed(seed: int, doc_class: str, number: int) -> int:
    """Apart for every page of every folder, so that two folders of other seeds share no page."""
    return int.from_bytes(hashlib.sha256(f"{seed}/{doc_class}/{number}".encode()).digest()[:6], "big")
