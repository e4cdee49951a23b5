"""Where the cells of a text table stand, so that one can be changed and the rest kept byte for byte."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

_SEPARATORS = (",", ";", "\t")
_HEADER = re.compile(r'[\r\n]*(?:[^"\r\n]|"[^"]*")*')


@dataclass(frozen=True, slots=True)
class RawCell:
    """One cell as it is written.

    Attributes:
        line: line of the file on which it begins, from 1.
        column: its place in the row, from 0.
        start: where it begins in the text, its quotes included.
        end: where it ends.
    """

    line: int
    column: int
    start: int
    end: int


def separator_of(text: str) -> str:
    """The separator that stands most often in the header outside quotes; a comma where none does."""
    match = _HEADER.match(text)
    header = re.sub(r'"[^"]*"', "", match[0]) if match else ""
    return max(_SEPARATORS, key=header.count)


def raw_cells(text: str, separator: str) -> Iterator[RawCell]:
    """Every cell of a table in order. Cells in double or typographic quotes and boxes are each one cell.

    Args:
        text: the whole content, without its byte order mark.
        separator: one character.
    """
    line, counted, column = 1, 0, -1
    for match in _pattern(separator).finditer(text):
        edge, (start, end) = match["edge"], match.span("cell")
        column = column + 1 if edge == separator else 0
        line += _newlines(text, counted, start)
        counted = start
        yield RawCell(line, column, start, end)


def protected(text: str, separator: str) -> str:
    """The table with quotes around boxes and typographically quoted cells that a CSV reader would break.

    Values stay as they are, typographic quotes included; so do line numbers.

    Args:
        text: the whole content, without its byte order mark.
        separator: one character.
    """
    if not re.search(r"[“”„\[(]", text):
        return text

    def mend(cell: str) -> str:
        breaks = separator in cell or '"' in cell
        return '"' + cell.replace('"', '""') + '"' if breaks and not _well_quoted(cell) else cell

    return _mended(text, separator, mend)


def _mended(text: str, separator: str, mend: Callable[[str], str]) -> str:
    def replace(match: re.Match[str]) -> str:
        special = match["special"]
        return match["edge"] + (mend(special) if special is not None else match["cell"])

    return _pattern(separator).sub(replace, text)


def _well_quoted(cell: str) -> bool:
    return re.fullmatch(r'"(?:[^"]|"")*"', cell) is not None


def _newlines(text: str, start: int, end: int) -> int:
    """Line ends between two places: LF, CR or both together."""
    part = text[start:end]
    return part.count("\n") + part.count("\r") - part.count("\r\n")


@lru_cache
def _pattern(separator: str) -> re.Pattern[str]:
    ends = re.escape(separator)
    stop = rf"(?=[{ends}\r\n]|\Z)"
    box = r"[\"“”„']*[\[(][\d ,;.+\-\[\]()]*[\])][\"“”']*"
    special = rf"(?:[“„][^“”\r\n]*[“”]|”[^“”\r\n]*”|{box}){stop}"
    quoted = rf'"(?:[^"]|"")*"{stop}'
    return re.compile(
        rf"(?P<edge>\A|{ends}|\r\n|\r|\n)(?P<cell>{quoted}|(?P<special>{special})|[^{ends}\r\n]*)"
    )
