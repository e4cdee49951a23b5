"""Reading and extending vote files, JSON Lines or CSV; what the columns mean is told in ``human``."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from assay.errors import DataError

CHOICES = ("a", "b", "tie")
_NEEDED = ("id", "winner")
_FIELD = "input."
# A spreadsheet would run a cell that begins so; an apostrophe before it makes it text.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class VoteRow:
    """One row of a vote file.

    Attributes:
        id: key of the pair.
        fields: the item's texts by name.
        response_a, response_b: the two responses.
        winner: ``a``, ``b``, ``tie`` or empty.
        voter: who voted, or empty.
    """

    id: str
    fields: Mapping[str, str] = field(default_factory=dict)
    response_a: str = ""
    response_b: str = ""
    winner: str = ""
    voter: str = ""


def read_rows(path: Path) -> list[VoteRow]:
    """Every row of a vote file, in order; columns that are not ours are passed over.

    Raises:
        DataError: every row that cannot be used: no JSON object, no ``id``, an unknown winner; or a missing
            column.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DataError(str(path), [f"not UTF-8 text ({error.reason} at byte {error.start})"]) from error
    except OSError as error:
        raise DataError(str(path), [f"cannot be read: {error.strerror}"]) from error
    rows: list[VoteRow] = []
    faults: list[str] = []
    for line, found in _csv_rows(path, text) if _is_csv(path) else _json_rows(text):
        row = _row(found)
        if isinstance(row, str):
            faults.append(f"line {line}: {row}")
        else:
            rows.append(row)
    if faults:
        raise DataError(str(path), faults)
    return rows


def append_rows(path: Path, rows: Sequence[VoteRow]) -> None:
    """Add rows at the end of a vote file, made where it is missing; what is there stays byte for byte."""
    path.parent.mkdir(parents=True, exist_ok=True)
    there = path.read_bytes() if path.exists() else b""
    text = _as_csv(there.decode("utf-8-sig"), rows) if _is_csv(path) else _as_json(rows)
    gap = b"" if not there or there.endswith(b"\n") else b"\n"
    # Half a surrogate cannot be written; the texts are for reading and are found again by id.
    with path.open("ab") as file:
        file.write(gap + text.encode("utf-8", "replace"))


def _is_csv(path: Path) -> bool:
    return path.suffix.lower() == ".csv"


def _json_rows(text: str) -> Iterator[tuple[int, Any]]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                yield number, json.loads(line)
            except (ValueError, RecursionError) as error:
                yield number, f"no JSON ({error})"


def _csv_rows(path: Path, text: str) -> Iterator[tuple[int, Any]]:
    with _long_fields():
        reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=_delimiter(text), restkey="")
        missing = [name for name in _NEEDED if name not in (reader.fieldnames or ())]
        if missing:
            raise DataError(str(path), [f"column {name!r} is missing" for name in missing])
        for found in reader:
            fields = {key[len(_FIELD) :]: value for key, value in found.items() if key.startswith(_FIELD)}
            yield reader.line_num, {**found, "input": fields}


def _row(found: Any) -> VoteRow | str:
    """A row, or what is wrong with it."""
    if isinstance(found, str):
        return found
    if not isinstance(found, dict):
        return f"an object was expected, {type(found).__name__} came"
    key, winner = found.get("id"), str(found.get("winner") or "").strip().casefold()
    if not isinstance(key, str) or not key.strip():
        return "'id' is missing; rows are made by assay and voters only fill in 'winner'"
    if winner and winner not in CHOICES:
        return f"winner {found['winner']!r}; allowed are {', '.join(CHOICES)} or nothing"
    fields = found.get("input")
    return VoteRow(
        key.strip(),
        fields if isinstance(fields, dict) else {},
        str(found.get("response_a") or ""),
        str(found.get("response_b") or ""),
        winner,
        str(found.get("voter") or "").strip(),
    )


def _as_json(rows: Iterable[VoteRow]) -> str:
    lines = (
        {
            "id": row.id,
            "input": dict(row.fields),
            "response_a": row.response_a,
            "response_b": row.response_b,
            "winner": row.winner,
            "voter": row.voter,
        }
        for row in rows
    )
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def _as_csv(there: str, rows: Sequence[VoteRow]) -> str:
    """The rows in the columns of the text that is there, or with a header of their own."""
    names = sorted({name for row in rows for name in row.fields})
    columns = ["id", *(_FIELD + name for name in names), "response_a", "response_b", "winner", "voter"]
    delimiter = ","
    if there:
        delimiter = _delimiter(there)
        with _long_fields():
            columns = next(csv.reader(io.StringIO(there, newline=""), delimiter=delimiter))
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns, delimiter=delimiter, extrasaction="ignore", lineterminator="\n")
    if not there:
        writer.writeheader()
    for row in rows:
        cells = {_FIELD + name: value for name, value in row.fields.items()}
        cells |= {"id": row.id, "response_a": row.response_a, "response_b": row.response_b}
        cells |= {"winner": row.winner, "voter": row.voter}
        writer.writerow({name: _as_text(value) for name, value in cells.items()})
    return text.getvalue()


def _as_text(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _delimiter(text: str) -> str:
    """Comma, or what a spreadsheet of another country put between the columns of the header."""
    header = text.partition("\n")[0]
    return max(",;\t", key=header.count)


@contextmanager
def _long_fields() -> Iterator[None]:
    """Take cells of any length; the library's limit is one for the whole process and is put back."""
    before = csv.field_size_limit(2**31 - 1)
    try:
        yield
    finally:
        csv.field_size_limit(before)
