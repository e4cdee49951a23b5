"""Image paths of an annotation table put right: a plan first, then a new table that differs in nothing else.

Tables come from other machines, with their drives, backslashes and folders, and with file names whose case or
suffix has changed since. A path is matched by the longest end of it that leads to one file alone. What fits
two files, or none, or would make two pictures one, is told and left as it is.
"""

import codecs
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assay.data.annotation_columns import find_columns
from assay.data.cell_quotes import without_quotes
from assay.data.csv_writing import write_whole
from assay.data.picture_folder import PictureFolder, one_picture
from assay.data.raw_cells import RawCell, raw_cells, separator_of
from assay.data.rows import listing
from assay.data.text_files import decode, require_file
from assay.errors import DataError, UsageError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@dataclass(frozen=True, slots=True)
class PathChange:
    """A path and what is proposed for it.

    Attributes:
        line: line of the table, from 1.
        old: as the table has it.
        new: relative, with slashes, a page behind ``#`` kept.
        how: what was done, in a few words.
    """

    line: int
    old: str
    new: str
    how: str


@dataclass(frozen=True, slots=True)
class PathProblem:
    """A path for which nothing can be proposed.

    Attributes:
        line: line of the table, from 1.
        old: as the table has it.
        why: one sentence.
    """

    line: int
    old: str
    why: str


@dataclass(frozen=True)
class PathPlan:
    """What would be done to a table.

    Attributes:
        name: file name of the table.
        changes: in file order.
        problems: in file order.
        unchanged: how many paths lead to their file as they are.
        content: the bytes of the new table; where there is no change, those of the old one.
    """

    name: str
    changes: tuple[PathChange, ...]
    problems: tuple[PathProblem, ...]
    unchanged: int
    content: bytes


@dataclass(frozen=True, slots=True)
class _Written:
    """The cell of one row's image path."""

    line: int
    cell: RawCell
    value: str


def plan_repair(
    path: str | Path,
    *,
    images: str | Path | None = None,
    base: str | Path | None = None,
    encoding: str | None = None,
) -> PathPlan:
    """Propose a path for every row of an annotation table whose picture is not where the row says.

    Args:
        path: a CSV or TSV file.
        images: folder below which pictures lie; None is the folder of the table.
        base: folder that the new paths start from; None is the folder of the table.
        encoding: codec of a table that is neither UTF-8 nor has a byte order mark.

    Raises:
        UsageError: no such file or folder.
        DataError: the table cannot be read, or has no column for the image.
    """
    file = require_file(path)
    start = Path(base).expanduser() if base is not None else file.parent
    folder = Path(images).expanduser() if images is not None else file.parent
    for each in (start, folder):
        if not each.is_dir():
            raise UsageError(f"there is no folder {each}")
    mark, codec, text = _text(file, encoding)
    written = _written(file.name, text)
    pictures = PictureFolder(folder, start)
    changes, problems = _proposals(written, pictures)
    content = _changed(text, written, {change.line: change for change in changes})
    return PathPlan(
        file.name,
        tuple(changes),
        tuple(problems),
        len(written) - len(changes) - len(problems),
        mark + content.encode(codec),
    )


def write_repaired(plan: PathPlan, path: Path, *, overwrite: bool = False) -> None:
    """Write the table of a plan.

    Args:
        plan: as :func:`plan_repair` made it.
        path: the file; the old table only with ``overwrite``.
        overwrite: whether a file of that name may be replaced.

    Raises:
        UsageError: the file is there and may not be replaced, or it cannot be written.
    """
    write_whole(path, plan.content, overwrite=overwrite)


def _text(file: Path, encoding: str | None) -> tuple[bytes, str, str]:
    """Byte order mark, codec without it, and text; together they give the file back byte for byte."""
    try:
        raw = file.read_bytes()
    except OSError as problem:
        raise UsageError(f"{file} cannot be read: {problem.strerror or problem}") from problem
    text, used = decode(file.name, raw, encoding=encoding)
    mark, codec = next((pair for pair in _MARKS if raw.startswith(pair[0])), (b"", used))
    codec = "utf-8" if codec == "utf-8-sig" else codec
    if mark + text.encode(codec) != raw:
        fault = f"its bytes cannot be kept as they are with encoding {used}; save it as UTF-8"
        raise DataError(file.name, [fault])
    return mark, codec, text


def _written(name: str, text: str) -> list[_Written]:
    rows = _rows(text)
    header = next(rows, [])
    place = _image_column(name, [_value(text, cell) for cell in header])
    found = [_Written(row[0].line, row[place], _value(text, row[place])) for row in rows if len(row) > place]
    if not found:
        raise DataError(name, ["there is no row below the header"])
    return [each for each in found if each.value.strip()]


def _rows(text: str) -> Iterator[list[RawCell]]:
    """The cells of every row that is not blank."""
    row: list[RawCell] = []
    for cell in raw_cells(text, separator_of(text)):
        if cell.column == 0:
            if _filled(row):
                yield row
            row = []
        row.append(cell)
    if _filled(row):
        yield row


def _filled(row: Sequence[RawCell]) -> bool:
    return len(row) > 1 or any(cell.end > cell.start for cell in row)


def _image_column(name: str, header: Sequence[str]) -> int:
    columns, _ = find_columns(header)
    if "image" not in columns.by_role:
        fault = "there is no column for the image (write 'image_path')"
        raise DataError(name, [fault, f"columns are {listing(header)}"])
    return list(header).index(columns.by_role["image"])


def _value(text: str, cell: RawCell) -> str:
    raw = text[cell.start : cell.end]
    if len(raw) >= 2 and raw[0] == raw[-1] == '"':
        raw = raw[1:-1].replace('""', '"')
    return without_quotes(raw)[0]


def _proposals(
    written: Sequence[_Written], pictures: PictureFolder
) -> tuple[list[PathChange], list[PathProblem]]:
    found = {each.value: pictures.match(each.value) for each in written}
    meant: dict[str, list[str]] = defaultdict(list)
    for value, match in found.items():
        meant[match.path].append(value)
    clashes = {path for path, values in meant.items() if not one_picture(values)}
    changes, problems = [], []
    for each in written:
        match = found[each.value]
        why = match.problem
        if match.how and not why and match.path in clashes:
            why = f"{match.path!r} would stand for different pictures: {listing(meant[match.path], 5)}"
        if why:
            problems.append(PathProblem(each.line, each.value, why))
        elif match.how:
            changes.append(PathChange(each.line, each.value, match.written, match.how))
    return changes, problems


def _changed(text: str, written: Sequence[_Written], changes: dict[int, PathChange]) -> str:
    separator, parts, at = separator_of(text), [], 0
    for each in written:
        change = changes.get(each.line)
        if change is None:
            continue
        parts += [text[at : each.cell.start], _cell(change.new, text[each.cell.start], separator)]
        at = each.cell.end
    return "".join([*parts, text[at:]])


def _cell(value: str, first: str, separator: str) -> str:
    if first == '"' or separator in value or '"' in value:
        return '"' + value.replace('"', '""') + '"'
    return value
