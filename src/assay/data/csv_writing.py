"""CSV files written so that every cell comes back as it was, and no file is lost on the way."""

import csv
import io
import os
import threading
from collections.abc import Iterable, Sequence
from pathlib import Path

from assay.errors import UsageError


def csv_text(columns: Sequence[str], rows: Iterable[Sequence[object]], *, separator: str = ",") -> str:
    """A table as CSV. Cells that hold the separator, a quote or a line break are quoted; none is altered.

    Args:
        columns: the header.
        rows: one cell per column; None is an empty cell, everything else is what ``str`` makes of it.
        separator: one character.

    Raises:
        ValueError: a row of another width than the header.
    """
    out = io.StringIO(newline="")
    # These line ends (RFC 4180) also make the writer quote a lone carriage return inside a cell.
    writer = csv.writer(out, delimiter=separator, lineterminator="\r\n")
    writer.writerow(columns)
    for number, row in enumerate(rows):
        if len(row) != len(columns):
            raise ValueError(f"row {number} has {len(row)} cells where the header has {len(columns)}")
        writer.writerow(row)
    return out.getvalue()


def write_csv(
    path: Path,
    columns: Sequence[str],
    rows: Iterable[Sequence[object]],
    *,
    separator: str = ",",
    mark: bool = False,
    overwrite: bool = False,
) -> None:
    """Write a table as UTF-8, whole or not at all.

    Args:
        path: the file; its folder must exist.
        columns: the header.
        rows: as for :func:`csv_text`.
        separator: one character.
        mark: whether to begin with a byte order mark, by which Excel knows UTF-8.
        overwrite: whether a file of that name may be replaced.

    Raises:
        UsageError: the file is there and may not be replaced, or it cannot be written.
        ValueError: as :func:`csv_text`.
    """
    text = csv_text(columns, rows, separator=separator)
    write_whole(path, text.encode("utf-8-sig" if mark else "utf-8"), overwrite=overwrite)


def write_whole(path: Path, content: bytes, *, overwrite: bool = False) -> None:
    """Write a file whole or not at all.

    Args:
        path: the file; its folder must exist.
        content: all of it.
        overwrite: whether a file of that name may be replaced.

    Raises:
        UsageError: the file is there and may not be replaced, or it cannot be written.
    """
    draft = path.with_name(f".{os.getpid()}-{threading.get_ident()}.draft")
    taken = False
    try:
        if not overwrite:
            # Takes the name, or fails where somebody has it.
            path.touch(exist_ok=False)
            taken = True
        draft.write_bytes(content)
        draft.replace(path)
        taken = False
    except FileExistsError as problem:
        raise UsageError(f"{path} is there already; name another file, or allow replacing it") from problem
    except OSError as problem:
        raise UsageError(f"{path} cannot be written: {problem.strerror or problem}") from problem
    finally:
        draft.unlink(missing_ok=True)
        if taken:
            path.unlink(missing_ok=True)
