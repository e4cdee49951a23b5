"""JSON Lines: one object per line, its values turned into text.

Text stays as it is. ``null`` and a missing key are empty text; numbers, ``true`` and ``false`` become what
JSON writes for them (``1.50`` is read as a number and becomes ``1.5``), lists and objects their compact JSON.
"""

import json
from typing import Any, NoReturn

from assay.data.rows import Rows, capped, listing
from assay.errors import DataError


def read_jsonl(name: str, text: str) -> Rows:
    """Read JSON Lines.

    Only line feeds end lines: the other line breaks of Unicode may stand inside JSON text.

    Args:
        name: what to call the file in messages.
        text: the whole content.

    Raises:
        DataError: broken lines, lines that hold no object, no rows; all at once, by line number.
    """
    objects: list[dict[str, Any]] = []
    lines: list[int] = []
    faults: list[str] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        found = _object(line)
        if isinstance(found, str):
            faults.append(f"line {number}: {found}")
        else:
            objects.append(found)
            lines.append(number)
    faults = [*capped(faults, "broken lines"), *_whole_document_hint(text, faults)]
    if not objects and not faults:
        faults = ["the file is empty; every line must be a JSON object"]
    if faults:
        raise DataError(name, faults)
    return _rows(name, objects, lines)


def _object(line: str) -> dict[str, Any] | str:
    """The object on a line, or why there is none."""
    try:
        value = json.loads(line, object_pairs_hook=_unique, parse_constant=_no_constant)
    except json.JSONDecodeError as problem:
        return f"not JSON: {problem.msg} at character {problem.colno}"
    except (ValueError, RecursionError) as problem:
        return f"not usable: {problem}"
    return value if isinstance(value, dict) else f"an object is needed, not {_kind(value)}"


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(f"the key {key!r} stands twice in one object")
        found[key] = value
    return found


def _no_constant(text: str) -> NoReturn:
    raise ValueError(f"{text} is not a JSON number")


def _kind(value: object) -> str:
    if isinstance(value, list):
        return "a list"
    return "text" if isinstance(value, str) else f"the value {as_text(value)[:40] or 'null'}"


def _whole_document_hint(text: str, faults: list[str]) -> list[str]:
    """Advice for a file that is one JSON document over many lines."""
    if faults and text.lstrip()[:1] in {"[", "{"}:
        try:
            json.loads(text)
        except (ValueError, RecursionError):
            return []
        return ["the file is one JSON document; JSON Lines has one object per line and no list around them"]
    return []


def _rows(name: str, objects: list[dict[str, Any]], lines: list[int]) -> Rows:
    columns = tuple(dict.fromkeys(key for each in objects for key in each))
    if not columns:
        raise DataError(name, ["the objects have no keys, so there are no columns"])
    notes = []
    absent = [column for column in columns if not all(column in each for each in objects)]
    if absent:
        notes.append(f"not every line has {listing(absent)}; missing values are empty text")
    others = [
        column
        for column in columns
        if any(not isinstance(each.get(column, ""), str | None) for each in objects)
    ]
    if others:
        notes.append(f"values that are no text were written as JSON: {listing(others)}")
    rows = [{column: as_text(each.get(column)) for column in columns} for each in objects]
    return Rows(columns, rows, tuple(lines), tuple(notes))


def as_text(value: object) -> str:
    """A JSON value as text: text as it is, nothing for None, compact JSON for everything else.

    Values JSON does not know (dates, decimals) are written as Python's ``str`` writes them.
    """
    if isinstance(value, str):
        return value
    return "" if value is None else json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str)
