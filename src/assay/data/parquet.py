"""Parquet files, read with pyarrow where it is installed."""

from pathlib import Path
from typing import Any

from assay.data.jsonl import as_text
from assay.data.rows import Rows, listing, repeated
from assay.errors import DataError, MissingExtra


def read_parquet(path: Path) -> Rows:
    """Read a Parquet file; values become text as in :mod:`assay.data.jsonl`.

    Columns of bytes are left out, with a note. Decimals, dates and times become what ``str`` writes.

    Raises:
        MissingExtra: pyarrow is not installed.
        DataError: the file is broken, has no rows or two columns of one name.
    """
    try:
        import pyarrow  # noqa: PLC0415 (an extra, and slow to load)
        from pyarrow.parquet import ParquetFile  # noqa: PLC0415
    except ImportError as problem:
        raise MissingExtra("reading Parquet", "parquet") from problem
    try:
        with ParquetFile(path) as file:
            table = file.read()
    except (pyarrow.ArrowException, OSError) as problem:
        raise DataError(path.name, [f"not a Parquet file that can be read: {problem}"]) from problem
    return _rows(path.name, table)


def _rows(name: str, table: Any) -> Rows:
    faults = [f"two columns are named {column!r}; rename one" for column in repeated(table.column_names)]
    # A nested type that holds bytes (pictures in data sets do) has "binary" in its description.
    kept = [place for place, field in enumerate(table.schema) if "binary" not in str(field.type)]
    if not table.num_rows:
        faults.append(f"there are columns ({listing(table.column_names)}) but no rows")
    elif not kept:
        faults.append("every column holds bytes; at least one must hold text")
    if faults:
        raise DataError(name, faults)
    columns = tuple(table.column_names[place] for place in kept)
    values = [[_text(value) for value in table.column(place).to_pylist()] for place in kept]
    rows = [dict(zip(columns, row, strict=True)) for row in zip(*values, strict=True)]
    left_out = [column for column in table.column_names if column not in columns]
    notes = (f"columns of bytes were left out: {listing(left_out)}",) if left_out else ()
    return Rows(columns, rows, (), notes)


def _text(value: object) -> str:
    """Text of one cell; a lone date or decimal is not put in quotes as it would be inside JSON."""
    if value is None or isinstance(value, str | bool | int | float | list | dict):
        return as_text(value)
    return str(value)
