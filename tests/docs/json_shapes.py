"""JSON documents of commands, held against the tables of ``docs/results.md``."""

import contextlib
import io
import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import typer.main
from doc_pages import Page, code, rows

from assay.cli.main import app
from assay.errors import AssayError

PAGE = Page("docs/results.md")
TYPES: dict[str, tuple[type, ...]] = {
    "text": (str,),
    "number": (int, float),
    "list": (list,),
    "object": (dict,),
    "yes or no": (bool,),
    "null": (type(None),),
}
Invoke = Callable[..., Any]


def invoked(*arguments: str, fails: bool = False) -> Any:
    """Run a command with ``--json`` in this process and parse what it writes to stdout."""
    stdout = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    command = typer.main.get_command(app)
    with contextlib.redirect_stdout(stdout), contextlib.redirect_stderr(io.StringIO()):
        if fails:
            with pytest.raises(AssayError):
                command.main([*arguments], prog_name="assay", standalone_mode=False)
            return None
        command.main([*arguments, "--json"], prog_name="assay", standalone_mode=False)
    return json.loads(stdout.buffer.getvalue())  # type: ignore[attr-defined]


def documented(title: str, page: Page = PAGE, *, number: int = 0) -> dict[str, str]:
    """Type by dotted field of the section's table of that number."""
    section = page.section(title)
    parts = re.split(r"\n(?=\|[^\n]*\n\| ---)", section)[1:]
    return {code(row[0]): row[1] for row in rows(parts[number])}


def shape(value: Any, prefix: str = "", *, by_name: tuple[str, ...] = ()) -> Iterator[tuple[str, Any]]:
    """Every field of a document as (dotted name, value); names under ``by_name`` are written ``*``."""
    if isinstance(value, dict):
        inner = [("*" if prefix.rstrip(".") in by_name else name, it) for name, it in value.items()]
        for name, it in inner:
            if name != "*":
                yield f"{prefix}{name}", it
            yield from shape(it, f"{prefix}{name}.", by_name=by_name)
    elif isinstance(value, list):
        for it in value:
            yield from shape(it, f"{prefix.rstrip('.')}[].", by_name=by_name)


def types_of(told: str) -> tuple[type, ...]:
    """The types that a cell of a table names."""
    words = [told] if told in TYPES else told.split(" or ")
    return tuple(kind for word in words for kind in TYPES[word])


def check(
    document: Any, table: dict[str, str], *, by_name: tuple[str, ...] = (), open_: tuple[str, ...] = ()
) -> None:
    """The fields are those of the table, and every value is of a type it names.

    Args:
        document: what a command wrote.
        table: as :func:`documented` gives it.
        by_name: objects whose names are data.
        open_: objects described elsewhere, not looked into.
    """
    found = [
        (name, value)
        for name, value in shape(document, by_name=by_name)
        if not any(name.startswith((f"{it}.", f"{it}[")) for it in open_)
    ]
    assert {name for name, _ in found} == set(table)
    wrong = [
        f"{name}: {value!r:.40} is no {table[name]}"
        for name, value in found
        if not isinstance(value, types_of(table[name]))
        or (isinstance(value, bool) and bool not in types_of(table[name]))
    ]
    assert wrong == []
