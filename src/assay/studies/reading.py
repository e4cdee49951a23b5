"""Reading the files a study names one after the other, keeping the faults of all."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from assay.errors import AssayError, FaultsError

Value = TypeVar("Value")


class Reading:
    """Reads one file after another.

    Args:
        base: folder that relative names start from.

    Attributes:
        faults: what was wrong, one sentence each.
        notes: what looks odd, one sentence each.
    """

    def __init__(self, base: Path) -> None:
        self.base = base
        self.faults: list[str] = []
        self.notes: list[str] = []

    def attempt(self, where: str, read: Callable[[], Value]) -> Value | None:
        """What ``read`` gives, or None with its faults noted under the field that names the file."""
        try:
            return read()
        except FaultsError as error:
            self.faults += [f"{where}: {error.subject}: {fault}" for fault in error.faults]
        except (AssayError, ValueError) as error:
            self.faults.append(f"{where}: {error}")
        return None
