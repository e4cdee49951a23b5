"""Input tables from CSV, TSV, JSON Lines and Parquet files, read exactly or refused with reasons."""

from dataclasses import dataclass
from pathlib import Path

from assay.data.delimited import read_csv, read_tsv
from assay.data.jsonl import read_jsonl
from assay.data.near import did_you_mean
from assay.data.parquet import read_parquet
from assay.data.rows import Rows
from assay.data.text_files import read_text, require_file
from assay.errors import UsageError

_TEXT_READERS = {"csv": read_csv, "tsv": read_tsv, "jsonl": read_jsonl}
FORMATS = (*_TEXT_READERS, "parquet")
_SUFFIXES = {
    ".csv": "csv",
    ".tsv": "tsv",
    ".tab": "tsv",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".parquet": "parquet",
    ".pq": "parquet",
}
SUFFIXES = tuple(_SUFFIXES)
"""Endings of file names that a table may have."""

_ADVICE = {
    ".json": "; write one object per line and name the file .jsonl",
    ".xlsx": "; save the sheet as CSV",
    ".xls": "; save the sheet as CSV",
    ".gz": "; unpack it first",
    ".zip": "; unpack it first",
}


@dataclass(frozen=True)
class Table:
    """A table of text.

    Attributes:
        name: file name, for messages.
        columns: names, unique, in file order.
        rows: text by column; every row has every column.
        lines: line of the file (from 1) on which each row begins; empty where a format has no lines.
        encoding: the codec the text was read with; ``parquet`` for that format.
        notes: what was seen and done while reading, one sentence each.
    """

    name: str
    columns: tuple[str, ...]
    rows: list[dict[str, str]]
    lines: tuple[int, ...] = ()
    encoding: str = "utf-8"
    notes: tuple[str, ...] = ()

    def place(self, row: int) -> str:
        """Where a row stands, for people: its number (from 0) and its line where known."""
        return f"row {row} (line {self.lines[row]})" if self.lines else f"row {row}"


def read_table(path: str | Path, *, format: str | None = None, encoding: str | None = None) -> Table:  # noqa: A002
    """Read a file of inputs.

    Args:
        path: the file; its suffix says the format: .csv, .tsv, .tab, .jsonl, .ndjson, .parquet, .pq.
        format: ``csv``, ``tsv``, ``jsonl`` or ``parquet``, where the suffix does not say it.
        encoding: codec of a text file that is neither UTF-8 nor has a byte order mark.

    Raises:
        UsageError: no such file, or an unknown format or encoding.
        DataError: all faults found in the file.
        MissingExtra: Parquet without pyarrow.
    """
    file = require_file(path)
    kind = _format(file, format)
    if kind == "parquet":
        return _table(file.name, read_parquet(file), "parquet")
    text, used = read_text(file, encoding=encoding)
    return _table(file.name, _TEXT_READERS[kind](file.name, text), used)


def _format(file: Path, stated: str | None) -> str:
    if stated is not None:
        if stated not in FORMATS:
            raise UsageError(
                f"format {stated!r} is not known: {', '.join(FORMATS)}{did_you_mean(stated, FORMATS)}"
            )
        return stated
    suffix = file.suffix.lower()
    if suffix not in _SUFFIXES:
        raise UsageError(
            f"{file.name}: the suffix {suffix!r} names no format: {', '.join(_SUFFIXES)}"
            + _ADVICE.get(suffix, f"; or state the format: {', '.join(FORMATS)}")
        )
    return _SUFFIXES[suffix]


def _table(name: str, found: Rows, encoding: str) -> Table:
    return Table(name, found.columns, found.rows, found.lines, encoding, found.notes)
