"""Commands to a run or a study: pages and people steer through this table, the run reads it."""

import json
import time
from dataclasses import dataclass
from typing import Any

from assay.records import canonical_json
from assay.store.database import Database


@dataclass(frozen=True, slots=True)
class Command:
    """One command.

    Attributes:
        id: increasing number.
        command: ``stop``, ``propose``, ...
        arguments: what it carries.
        done: whether a run has taken it.
    """

    id: int
    command: str
    arguments: dict[str, Any]
    done: bool


class CommandTable:
    """Reads and writes of the commands table. Commands are never deleted."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, target: str, command: str, arguments: dict[str, Any] | None = None) -> None:
        """Note a command for a run (its id) or for all runs of a study (``study:`` and its hash)."""
        row = (target, command, canonical_json(arguments or {}), time.time())
        self._database.writer.write(
            "INSERT INTO commands (target, command, arguments, created) VALUES (?, ?, ?, ?)", row
        )

    def of(self, target: str, command: str) -> list[Command]:
        """Commands of one kind for a target, oldest first, done ones included."""
        rows = self._database.query(
            "SELECT id, command, arguments, done FROM commands WHERE target = ? AND command = ? ORDER BY id",
            (target, command),
        )
        return [Command(row[0], row[1], json.loads(row[2]), row[3] is not None) for row in rows]

    def take(self, target: str, command: str) -> bool:
        """Whether such a command waits; marks it done."""
        statement = "UPDATE commands SET done = ? WHERE target = ? AND command = ? AND done IS NULL"
        return self._database.transact([(statement, (time.time(), target, command))])[0] > 0

    def finish(self, command: int) -> None:
        """Mark one command as taken."""
        self._database.writer.write("UPDATE commands SET done = ? WHERE id = ?", (time.time(), command))
