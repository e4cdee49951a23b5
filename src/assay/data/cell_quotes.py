"""Quotes around whole cells: typographic ones, which no CSV reader knows, and straight ones of exports."""

import re
from collections.abc import Sequence

_QUOTED = re.compile(r'\s*["“”„‟]([^"“”„‟]*)["“”„‟]\s*', re.DOTALL)
_MOST_LINES = 10


def without_quotes(cell: str) -> tuple[str, bool]:
    """A cell without the quotes that stand around all of it, and whether there were any.

    Quotes inside a text, and the quotation marks « » of names, stay.
    """
    match = _QUOTED.fullmatch(cell)
    return (match[1], True) if match else (cell, False)


def line_list(lines: Sequence[int]) -> str:
    """Line numbers for a message: ``line 3``, ``lines 3, 4 and 12 more``; each told once."""
    told = list(dict.fromkeys(lines))
    shown = ", ".join(map(str, told[:_MOST_LINES]))
    more = f" and {len(told) - _MOST_LINES} more" if len(told) > _MOST_LINES else ""
    return f"line{'s' if len(told) != 1 else ''} {shown}{more}"
