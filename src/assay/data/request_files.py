"""Tables and plain texts of requests for pictures.

Columns are told by name, upper and lower case, blanks, ``_`` and ``-`` alike, so that PartiPrompts
(``Prompt``, ``Category``), captions of COCO (``coco_image_id``, ``caption``) and tables with several captions
(``dataset_id``, ``file_name``, ``caption 1``, ``caption 2``) are read as they are.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assay.data.annotation_columns import plain_name
from assay.data.near import did_you_mean
from assay.data.request_rows import WrittenRequest, WrittenRequests
from assay.data.rows import listing
from assay.data.tables import Table, read_table
from assay.data.text_files import read_text
from assay.errors import DataError

_PROMPTS = ("prompt", "request", "user prompt", "original prompt", "caption", "caption 1", "text")
_NAMES = {
    "category": ("category", "tag"),
    "reference": ("reference",),
    "picture": ("file name", "filename", "image", "image path", "image file", "picture"),
    "id": ("coco image id", "image id", "dataset id", "source id", "id"),
}
_NUMBERED_CAPTION = re.compile(r"caption (\d{1,3})")
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class RequestColumns:
    """Columns a person named; None leaves it to the names in the file.

    Attributes:
        prompt: column with the requests.
        reference: column with what a right picture shows.
        category: column with their kinds.
        labels: further columns that results are split by.
    """

    prompt: str | None = None
    reference: str | None = None
    category: str | None = None
    labels: tuple[str, ...] = ()

    def stated(self) -> dict[str, str]:
        """Column by its use, of those that were named."""
        uses = {"prompt": self.prompt, "reference": self.reference, "category": self.category}
        named = {use: column for use, column in uses.items() if column is not None}
        return {**named, **{f"label {column}": column for column in self.labels}}


def read_request_lines(path: Path, *, encoding: str | None = None) -> WrittenRequests:
    """Read a text with one request a line; blank lines are none.

    Raises:
        UsageError: an unknown encoding, or the file may not be read.
        DataError: the file is no text, or holds no line.
    """
    text, _ = read_text(path, encoding=encoding)
    lines = [(number, line) for number, line in enumerate(_LINE_END.split(text), 1) if line.strip()]
    if not lines:
        raise DataError(path.name, ["the file is empty; write one request a line"])
    rows = [WrittenRequest(line, row, f"line {number}") for row, (number, line) in enumerate(lines)]
    return WrittenRequests(path.name, tuple(rows))


def read_request_table(
    path: Path, columns: RequestColumns, *, encoding: str | None = None
) -> WrittenRequests:
    """Read a table of requests: CSV, TSV, JSON Lines or Parquet.

    Of several columns with captions the first that is filled is the request.

    Raises:
        UsageError: an unknown format or encoding.
        DataError: all faults of the table, or of its columns.
        MissingExtra: Parquet without pyarrow.
    """
    table = read_table(path, encoding=encoding)
    prompts, others = _chosen(table, columns)
    rows = tuple(_row(table, number, prompts, others) for number in range(len(table.rows)))
    used = {*prompts, *others.values()}
    notes = [*table.notes]
    if len(prompts) == 1 and plain_name(prompts[0]) not in _PROMPTS:
        notes.append(f"requests are read from the column {prompts[0]!r}")
    unused = [repr(column) for column in table.columns if column not in used]
    if unused:
        notes.append(f"columns that are not used: {', '.join(unused)}")
    return WrittenRequests(table.name, rows, bool({"picture", "id"} & set(others)), tuple(notes))


def _chosen(table: Table, columns: RequestColumns) -> tuple[list[str], dict[str, str]]:
    """Columns with the request, the first filled one counting, and the others by their use."""
    stated = columns.stated()
    faults = [
        f"there is no column {column!r} for the {use}{did_you_mean(column, table.columns)}"
        for use, column in stated.items()
        if column not in table.columns
    ]
    by_name = {plain_name(column): column for column in reversed(table.columns)}
    prompts = [columns.prompt] if columns.prompt is not None else _prompt_columns(table.columns, by_name)
    if not prompts:
        faults.append(
            "no column is known to hold the requests: call it 'prompt', or name it in inputs.prompt"
            + did_you_mean("prompt", table.columns)
        )
    if faults:
        raise DataError(table.name, [*faults, f"columns are {listing(table.columns)}"])
    found = {
        use: by_name[name] for use, names in _NAMES.items() for name in reversed(names) if name in by_name
    }
    found.update({use: column for use, column in stated.items() if use != "prompt"})
    return prompts, {
        use: column for use, column in found.items() if column not in prompts or use.startswith("label ")
    }


def _prompt_columns(columns: Sequence[str], by_name: Mapping[str, str]) -> list[str]:
    first = next((name for name in _PROMPTS if name in by_name), None)
    if first is None:
        return list(columns) if len(columns) == 1 else []
    if not first.startswith("caption"):
        return [by_name[first]]
    numbers = {int(match[1]): name for name in by_name if (match := _NUMBERED_CAPTION.fullmatch(name))}
    names = dict.fromkeys([first, *(numbers[number] for number in sorted(numbers))])
    return [by_name[name] for name in names]


def _row(table: Table, number: int, prompts: Sequence[str], others: Mapping[str, str]) -> WrittenRequest:
    row = table.rows[number]
    said = {use: row[column].strip() for use, column in others.items()}
    return WrittenRequest(
        prompt=next((row[column] for column in prompts if row[column].strip()), ""),
        row=number,
        place=table.place(number),
        category=said.get("category", ""),
        reference=said.get("reference", ""),
        picture=said.get("picture", ""),
        source_id=said.get("id", ""),
        labels={
            use.removeprefix("label "): text
            for use, text in said.items()
            if use.startswith("label ") and text
        },
    )
