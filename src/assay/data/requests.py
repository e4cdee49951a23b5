"""Requests for pictures out of a file: told apart, sampled by their content, with reference pictures."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from assay.data.request_captions import read_captions
from assay.data.request_files import RequestColumns, read_request_lines, read_request_table
from assay.data.request_pictures import find_pictures
from assay.data.request_rows import WrittenRequest, WrittenRequests
from assay.data.tables import SUFFIXES
from assay.data.text_files import require_file
from assay.errors import DataError, UsageError
from assay.records import digest

_LINES, _CAPTIONS = ".txt", ".json"
_MOST_CHARS = 200_000
_MOST_PLACES = 20
# Half of a surrogate pair: JSON can write it, but UTF-8 and so no request and no store can.
_SURROGATE = re.compile(r"[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class RequestRow:
    """One request.

    Attributes:
        prompt: what the user asks for, without white space around it.
        row: its number in the file, from 0.
        category: its kind, or ``""``.
        reference: what the file says a right picture shows, or ``""``.
        image: a reference picture, or None.
        source_id: what the data set calls it, or ``""``.
        labels: columns that results are split by, by their name.
    """

    prompt: str
    row: int
    category: str = ""
    reference: str = ""
    image: Path | None = None
    source_id: str = ""
    labels: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Requests:
    """The requests of a file that are to be used.

    Attributes:
        rows: in file order, each prompt once; never empty.
        notes: what was set aside or looks odd, one sentence each.
    """

    rows: tuple[RequestRow, ...]
    notes: tuple[str, ...] = ()


def read_requests(
    path: str | Path,
    *,
    prompt: str | None = None,
    reference: str | None = None,
    category: str | None = None,
    images: str | Path | None = None,
    labels: Sequence[str] = (),
    encoding: str | None = None,
    sample: int | None = None,
    every: int | None = None,
    seed: int = 1,
) -> Requests:
    """Read a file of requests: a table, a text with one request a line, or a captions file of COCO.

    Rows that are blank, over-long or hold broken Unicode are set aside, and those that repeat an earlier
    prompt are left out; both are told in the notes. Pictures are looked up for the requests that are used,
    and only where a folder is given.

    Args:
        path: the file; its suffix says the form: .csv, .tsv, .jsonl, .parquet, .txt, .json (captions).
        prompt: column with the requests; None takes ``prompt``, ``caption``, ``caption 1`` or the only one.
        reference: column with what a right picture shows; None takes ``reference`` where it is there.
        category: column with their kinds; None takes ``category`` or ``tag`` where it is there.
        images: folder of the reference pictures, or None for none.
        labels: further columns that results are split by.
        encoding: codec of a text file that is neither UTF-8 nor has a byte order mark.
        sample: number of requests to use, chosen by a hash of seed and prompt, so that rows added later
            change few of them; None uses all.
        every: use the first of the requests and every n-th after it; not together with ``sample``.
        seed: of the sample.

    Raises:
        UsageError: no such file or folder, an unknown form or encoding, or a sample that cannot be drawn.
        DataError: all faults found in the file, or all reference pictures that are missing.
        MissingExtra: Parquet without pyarrow.
    """
    _check_sample(sample, every)
    written = _read(require_file(path), RequestColumns(prompt, reference, category, tuple(labels)), encoding)
    if images is not None and not written.pictured:
        fault = "no column says which picture belongs to a request; name it 'file_name'"
        raise DataError(written.name, [fault])
    kept, notes = _usable(written)
    chosen = _sampled(kept, sample, every, seed)
    pictures = find_pictures(written.name, chosen, images) if images is not None else [None] * len(chosen)
    rows = tuple(_request(row, picture) for row, picture in zip(chosen, pictures, strict=True))
    return Requests(rows, (*written.notes, *notes, *_sample_note(kept, chosen, sample)))


def _check_sample(sample: int | None, every: int | None) -> None:
    if sample is not None and every is not None:
        raise UsageError("'sample' and 'every' both choose requests; state one of them")
    for name, value in (("sample", sample), ("every", every)):
        if value is not None and value < 1:
            raise UsageError(f"{name} is {value}; it must be at least 1")


def _read(file: Path, columns: RequestColumns, encoding: str | None) -> WrittenRequests:
    suffix = file.suffix.lower()
    if suffix in SUFFIXES:
        return read_request_table(file, columns, encoding=encoding)
    if suffix not in {_LINES, _CAPTIONS}:
        allowed = ", ".join((*SUFFIXES, _LINES, _CAPTIONS))
        raise UsageError(
            f"{file.name}: the suffix {file.suffix!r} names no form of requests: {allowed}; "
            "save a sheet as CSV"
        )
    if stated := columns.stated():
        named = ", ".join(f"{column!r} for the {use}" for use, column in stated.items())
        raise UsageError(f"{file.name}: a {suffix} file has no columns, but one was named: {named}")
    return (read_request_lines if suffix == _LINES else read_captions)(file, encoding=encoding)


def _usable(written: WrittenRequests) -> tuple[list[WrittenRequest], list[str]]:
    """The rows that can be used, each prompt once, and notes on the others.

    Raises:
        DataError: none is left.
    """
    kept: dict[str, WrittenRequest] = {}
    aside: dict[str, list[WrittenRequest]] = {}
    for row in written.rows:
        prompt = row.prompt.strip()
        why = unusable(prompt) or (_repeat(row, kept[prompt]) if prompt in kept else "")
        if why:
            aside.setdefault(why, []).append(row)
        else:
            kept[prompt] = row
    notes = [f"{_count(rows)} {why}: {_places(rows)}" for why, rows in aside.items()]
    if not kept:
        raise DataError(written.name, ["there is no usable request", *notes])
    return list(kept.values()), notes


def unusable(prompt: str) -> str:
    """Why a text can be no request, as what is done with its row; empty where it can."""
    if not prompt:
        return "blank and skipped"
    if len(prompt) > _MOST_CHARS:
        return f"longer than {_MOST_CHARS:,} characters and skipped"
    return "broken Unicode (half of a surrogate pair) and skipped" if _SURROGATE.search(prompt) else ""


def _repeat(row: WrittenRequest, earlier: WrittenRequest) -> str:
    """How a row that repeats an earlier prompt is told."""
    fields = ("category", "reference", "picture")
    others = [field for field in fields if getattr(row, field) != getattr(earlier, field)]
    what = f", although the {' and the '.join(others)} {'are' if len(others) > 1 else 'is'} another"
    return "the same request as an earlier row and left out" + (what if others else "")


def _sampled(
    rows: list[WrittenRequest], sample: int | None, every: int | None, seed: int
) -> list[WrittenRequest]:
    if every is not None:
        return rows[::every]
    if sample is None or sample >= len(rows):
        return rows
    by_hash = sorted(rows, key=lambda row: digest(["requests", seed, row.prompt.strip()]))
    chosen = {row.row for row in by_hash[:sample]}
    return [row for row in rows if row.row in chosen]


def _sample_note(
    rows: Sequence[WrittenRequest], chosen: Sequence[WrittenRequest], sample: int | None
) -> list[str]:
    if sample is not None and sample > len(rows):
        return [f"a sample of {sample} was asked for, and there are {len(rows)} requests: all are used"]
    return [f"{len(chosen)} of {len(rows)} requests are used"] if len(chosen) < len(rows) else []


def _request(row: WrittenRequest, picture: Path | None) -> RequestRow:
    return RequestRow(
        prompt=row.prompt.strip(),
        row=row.row,
        category=row.category,
        reference=row.reference,
        image=picture,
        source_id=row.source_id,
        labels=row.labels,
    )


def _count(rows: Sequence[WrittenRequest]) -> str:
    return "1 row is" if len(rows) == 1 else f"{len(rows)} rows are"


def _places(rows: Sequence[WrittenRequest]) -> str:
    shown = ", ".join(row.place for row in rows[:_MOST_PLACES])
    return shown if len(rows) <= _MOST_PLACES else f"{shown} and {len(rows) - _MOST_PLACES} more"
