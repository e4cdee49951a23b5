"""What every reader of a table hands back, and the shape of a long list of faults."""

from collections.abc import Sequence
from dataclasses import dataclass

MOST_FAULTS = 20


@dataclass(frozen=True, slots=True)
class Rows:
    """The content of one file.

    Attributes:
        columns: names, unique, in file order.
        rows: text by column; every row has every column.
        lines: line of the file (from 1) on which each row begins; empty where a format has no lines.
        notes: sentences about what was seen and done; nothing in them stops the reading.
    """

    columns: tuple[str, ...]
    rows: list[dict[str, str]]
    lines: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()


def capped(faults: Sequence[str], what: str) -> list[str]:
    """The first 20 faults of one kind, and a last one that counts the others.

    Args:
        faults: one sentence each.
        what: what the others are, e.g. ``"lines with a wrong number of fields"``.
    """
    shown = list(faults[:MOST_FAULTS])
    if len(faults) > MOST_FAULTS:
        shown.append(f"and {len(faults) - MOST_FAULTS} more {what}")
    return shown


def repeated(names: Sequence[str]) -> list[str]:
    """Names that stand more than once, each told once, in order."""
    return list(dict.fromkeys(name for name in names if names.count(name) > 1))


def listing(names: Sequence[str], most: int = 30) -> str:
    """Names in quotes for a message, cut where there are too many."""
    shown = ", ".join(repr(name) for name in names[:most])
    return shown if len(names) <= most else f"{shown} and {len(names) - most} more"
