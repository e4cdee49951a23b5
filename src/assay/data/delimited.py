"""Text tables with a separator: CSV with its quoting, TSV with or without.

CSV follows RFC 4180, strictly: a quote opens a field only at its beginning, quotes inside are doubled, and
what breaks this is a fault with its line number instead of a silent repair. The separator (comma, semicolon
or tab) is read off the header line alone. A TSV has no quoting by its own standard (IANA
text/tab-separated-values), but spreadsheets write it with quotes: see :func:`read_tsv`.
"""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from assay.data.rows import Rows, capped, listing, repeated
from assay.errors import DataError

_SEPARATORS = (",", ";", "\t")
_SEPARATOR_NAMES = {",": "comma", ";": "semicolon", "\t": "tab"}
_WRONG_WIDTH = "lines with a wrong number of fields"


@dataclass
class _Scan:
    """Records of a file as they were read, with what was wrong."""

    header: list[str] = field(default_factory=list)
    records: list[list[str]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    blank: list[int] = field(default_factory=list)
    ragged: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)

    @property
    def clean(self) -> bool:
        return not (self.ragged or self.broken)


def read_csv(name: str, text: str) -> Rows:
    """Read CSV text.

    Args:
        name: what to call the file in messages.
        text: the whole content.

    Raises:
        DataError: no header, no rows, columns named twice, ragged rows, broken quoting; all at once.
    """
    separator, notes = _separator(text)
    return _checked(name, _scan(text, separator, quoted=True), notes)


def read_tsv(name: str, text: str) -> Rows:
    """Read tab-separated text, with quoting off unless the file shows that its quotes are quoting.

    They are when every field that begins with a quote is well quoted and one of them holds a doubled quote,
    or when only reading them as quoting gives every row the header's width (line breaks inside a field).
    What was decided is noted whenever a field begins with a quote.

    Args:
        name: what to call the file in messages.
        text: the whole content.

    Raises:
        DataError: as :func:`read_csv`.
    """
    plain = _scan(text, "\t", quoted=False)
    if not re.search(r'(?:^|[\t\r\n])"', text):
        return _checked(name, plain, [])
    quoted = _scan(text, "\t", quoted=True)
    if quoted.clean and (not plain.clean or _spreadsheet_quotes(plain)):
        return _checked(name, quoted, ['quotes around fields were read as quoting ("" is one quote)'])
    return _checked(name, plain, ["quotes at the beginning of fields were kept as text"])


def _separator(text: str) -> tuple[str, list[str]]:
    """The separator that stands most often in the header outside quotes; a comma where none does."""
    header = _header_without_quoted(text)
    counts = {separator: header.count(separator) for separator in _SEPARATORS}
    chosen = max(_SEPARATORS, key=lambda separator: counts[separator])
    others = [_SEPARATOR_NAMES[each] for each in _SEPARATORS if counts[each] and each != chosen]
    if not others:
        return chosen, []
    return chosen, [f"the header also has {' and '.join(others)}; read with {_SEPARATOR_NAMES[chosen]}"]


def _header_without_quoted(text: str) -> str:
    """The first record with its quoted stretches taken out."""
    match = re.match(r'[\r\n]*(?:[^"\r\n]|"[^"]*")*', text)
    return re.sub(r'"[^"]*"', "", match[0]) if match else ""


def _records(text: str, separator: str, *, quoted: bool) -> Iterator[tuple[int, list[str]]]:
    """Line (from 1) and fields of every record.

    Raises:
        csv.Error: broken quoting; the message names the line.
    """
    # The limit is the csv module's global; it is only ever raised, so that no other reader is hurt.
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    lines = io.StringIO(text, newline="")
    reader = csv.reader(
        lines,
        delimiter=separator,
        quoting=csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE,
        strict=quoted,
    )
    while True:
        begins = reader.line_num + 1
        try:
            record = next(reader)
        except StopIteration:
            return
        except csv.Error as problem:
            raise csv.Error(_quoting_fault(begins, reader.line_num, str(problem))) from problem
        yield begins, record


def _quoting_fault(begins: int, at: int, problem: str) -> str:
    if "unexpected end" in problem:
        return f"line {begins}: a quoted text begins in this row and is never closed"
    if "expected after" in problem:
        return f'line {at}: text stands after a closing quote; write a quote inside a quoted text as ""'
    return f"line {at}: {problem}"


def _scan(text: str, separator: str, *, quoted: bool) -> _Scan:
    scan = _Scan()
    try:
        for line, record in _records(text, separator, quoted=quoted):
            _take(scan, line, record)
    except csv.Error as problem:
        scan.broken.append(str(problem))
    return scan


def _take(scan: _Scan, line: int, record: list[str]) -> None:
    if not record:
        scan.blank.append(line)
    elif not scan.header:
        scan.header = [cell.strip() for cell in record]
    elif len(record) != len(scan.header):
        scan.ragged.append(f"line {line}: {len(record)} fields where the header has {len(scan.header)}")
    else:
        scan.records.append(record)
        scan.lines.append(line)


def _spreadsheet_quotes(plain: _Scan) -> bool:
    """Whether all fields that begin with a quote are well quoted and at least one holds a doubled quote."""
    cells = [cell for record in plain.records for cell in record if cell.startswith('"')]
    well = all(re.fullmatch(r'"(?:[^"]|"")*"', cell) for cell in cells)
    return well and any('""' in cell[1:-1] for cell in cells)


def _checked(name: str, scan: _Scan, notes: list[str]) -> Rows:
    columns, named = _columns(scan.header)
    faults = capped(scan.ragged, _WRONG_WIDTH) + scan.broken
    if scan.ragged:
        faults.append("a text that holds the separator or a line break must stand in double quotes")
    faults += [f"two columns are named {column!r}; rename one" for column in repeated(columns)]
    if not scan.header and not scan.broken:
        faults.append("the file is empty; the first line must name the columns")
    elif not scan.records and not faults:
        faults.append(f"there is a header ({listing(columns)}) but no row below it")
    if faults:
        raise DataError(name, faults)
    rows = [dict(zip(columns, record, strict=True)) for record in scan.records]
    return Rows(tuple(columns), rows, tuple(scan.lines), (*notes, *named, *_blank_note(scan)))


def _columns(header: list[str]) -> tuple[list[str], list[str]]:
    """Column names, with a name given to those that have none (a saved row index has none)."""
    columns = [name or f"column {place}" for place, name in enumerate(header, 1)]
    notes = [
        f"column {place} has no name and is called {columns[place - 1]!r}"
        for place, name in enumerate(header, 1)
        if not name
    ]
    return columns, notes


def _blank_note(scan: _Scan) -> list[str]:
    """A note on blank lines between rows; those at the end of a file mean nothing."""
    last = scan.lines[-1] if scan.lines else 0
    between = [line for line in scan.blank if line < last]
    if not between:
        return []
    return [f"{len(between)} blank lines are no rows and were passed over, the first is line {between[0]}"]
