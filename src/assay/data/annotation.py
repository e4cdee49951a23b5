"""Annotation tables of document images: read, checked with all faults at once, never repaired in silence.

A table has a row per question: the picture, the question, its answer, the class of the document, the type of
the question, and, where known, the box around the answer. How its columns may be named is told in
:mod:`assay.data.annotation_columns`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from assay.data.annotation_checks import repeats, told_faults, told_notes
from assay.data.annotation_columns import Columns, find_columns
from assay.data.annotation_rows import Question, RowReader
from assay.data.delimited import read_csv, read_tsv
from assay.data.image_paths import ImageFinder
from assay.data.near import did_you_mean
from assay.data.raw_cells import protected, separator_of
from assay.data.tables import Table, read_table
from assay.data.text_files import read_text, require_file
from assay.errors import DataError, UsageError

__all__ = ["Annotation", "Question", "read_annotation"]

AbsentFields = Literal["refused", "allowed"]
Look = Callable[[Path, int], tuple[int, int]]
_TABLE_SUFFIXES = {".jsonl", ".ndjson", ".parquet", ".pq"}


@dataclass(frozen=True)
class Annotation:
    """The questions of a table.

    Attributes:
        questions: in file order; never empty.
        notes: what was seen and done while reading, one sentence each.
        columns: column of the file by what it holds.
    """

    questions: tuple[Question, ...]
    notes: tuple[str, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)


def read_annotation(
    path: str | Path,
    *,
    images: str | Path | None = None,
    absent_fields: AbsentFields = "refused",
    document: str | None = None,
    look: Look | None = None,
    encoding: str | None = None,
) -> Annotation:
    """Read an annotation table.

    The separator (semicolon, comma or tab) is read off the header; JSON Lines and Parquet are read too.
    Quotes around whole cells are taken off, classes and types are brought to NFC with single blanks; other
    text stays as it is. A picture is looked up as written, then without regard to case where one file alone
    fits. Rows that repeat an earlier one are left out. Each of these is told in the notes.

    Args:
        path: the table.
        images: folder that image paths start from; None is the folder of the table.
        absent_fields: whether an answer may be empty, for fields that a document does not have.
        document: column that names the document; None takes the image file, whose pages are one document.
        look: gives width and height of a page, e.g. :func:`assay.data.pictures.page_size`. With it every
            picture's header is read and every box checked; without it a picture need only be there.
        encoding: codec of a text file that is neither UTF-8 nor has a byte order mark.

    Raises:
        UsageError: no such file or folder, or an unknown encoding.
        DataError: all faults found in the table.
        MissingExtra: Parquet without pyarrow, or ``look`` without its extra.
    """
    file = require_file(path)
    base = Path(images).expanduser() if images is not None else file.parent
    if not base.is_dir():
        raise UsageError(f"there is no folder {base} to read pictures from")
    table = _table(file, encoding)
    columns = _columns(table, document)
    reader = RowReader(columns, ImageFinder(base), document, look, absent_allowed=absent_fields == "allowed")
    for number, row in enumerate(table.rows):
        reader.read(table.lines[number] if table.lines else number + 1, row)
    kept, repeated = repeats(reader.questions)
    faults = told_faults(reader.faults, kept)
    if faults:
        raise DataError(table.name, faults)
    notes = (*table.notes, *_unused_note(columns, document), *told_notes(reader.notes, repeated, kept))
    return Annotation(tuple(kept), notes, dict(columns.by_role))


def _table(file: Path, encoding: str | None) -> Table:
    if file.suffix.lower() in _TABLE_SUFFIXES:
        return read_table(file, encoding=encoding)
    text, used = read_text(file, encoding=encoding)
    separator = separator_of(text)
    tabs = separator == "\t"
    rows = read_tsv(file.name, text) if tabs else read_csv(file.name, protected(text, separator))
    return Table(file.name, rows.columns, rows.rows, rows.lines, used, rows.notes)


def _columns(table: Table, document: str | None) -> Columns:
    columns, faults = find_columns(table.columns)
    if document is not None and document not in table.columns:
        faults.append(
            f"there is no column {document!r} for the document{did_you_mean(document, table.columns)}"
        )
    if faults:
        raise DataError(table.name, faults)
    return columns


def _unused_note(columns: Columns, document: str | None) -> list[str]:
    unused = [repr(column) for column in columns.unused if column != document]
    return [f"columns that are not used: {', '.join(unused)}"] if unused else []
