"""Runs: one execution of a study each, owned by one process at a time."""

import json
import os
import secrets
import socket
import time
from dataclasses import dataclass
from typing import Any

from assay._version import __version__
from assay.errors import RunBusy, StoreError, UsageError
from assay.records import canonical_json
from assay.store.database import Database

LEASE_S = 30.0
"""A lease that was not renewed for this long is free: its owner is dead or asleep."""

_COLUMNS = "id, study, name, kind, state, note, config, outcome, created, updated, version"


@dataclass(frozen=True, slots=True)
class Run:
    """One execution of a study.

    Attributes:
        id: unique in the store, made of the study's name and a number.
        study: hash of everything that defines the study; caps are not part of it.
        name: the study's name.
        kind: ``text``, ``import``, ...
        state: ``running`` (or cut off while running), ``stopped`` (resumable), ``finished``.
        note: why it stopped.
        config: the study as run.
        outcome: the result, when finished.
        created: seconds since 1970.
        updated: seconds since 1970.
        version: the Assay that made it.
    """

    id: str
    study: str
    name: str
    kind: str
    state: str
    note: str
    config: dict[str, Any]
    outcome: dict[str, Any] | None
    created: float
    updated: float
    version: str


class RunTable:
    """Reads and writes of the runs table."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def create(
        self, *, study: str, name: str, kind: str, config: dict[str, Any], beside_others: bool = True
    ) -> Run:
        """Make a run with a new id, ``name-1``, ``name-2`` and so on.

        With ``beside_others`` false, an unfinished run of the same study is returned instead of a second one
        being made, also where another process has made it a moment ago.
        """
        now = time.time()
        statement = (
            "INSERT OR IGNORE INTO runs (id, study, name, kind, state, config, version, created, updated) "
            "SELECT ?, ?, ?, ?, 'running', ?, ?, ?, ? WHERE ? OR NOT EXISTS "
            "(SELECT 1 FROM runs WHERE study = ? AND state != 'finished')"
        )
        number = 1 + len(self._database.query("SELECT 1 FROM runs WHERE name = ?", (name,)))
        while True:
            made = (f"{name}-{number}", study, name, kind, canonical_json(config), __version__, now, now)
            if self._database.transact([(statement, (*made, beside_others, study))])[0]:
                return self.get(f"{name}-{number}")
            if not beside_others and (other := self.latest(study)) and other.state != "finished":
                return other
            number += 1

    def get(self, run: str) -> Run:
        """The run of that id.

        Raises:
            UsageError: there is none; the message lists the newest ones.
        """
        row = self._database.one(f"SELECT {_COLUMNS} FROM runs WHERE id = ?", (run,))  # noqa: S608 (constant)
        if row is None:
            newest = ", ".join(found.id for found in self.all()[:5]) or "none yet"
            raise UsageError(f"there is no run {run!r} in {self._database.path}; newest runs: {newest}")
        return _run(row)

    def all(self) -> list[Run]:
        """Every run, newest first."""
        query = f"SELECT {_COLUMNS} FROM runs ORDER BY created DESC, id DESC"  # noqa: S608 (constant)
        return [_run(row) for row in self._database.query(query)]

    def latest(self, study: str) -> Run | None:
        """The newest run of a study, or None."""
        row = self._database.one(
            f"SELECT {_COLUMNS} FROM runs WHERE study = ? ORDER BY created DESC, id DESC",  # noqa: S608
            (study,),
        )
        return _run(row) if row else None

    def latest_finished(self, study: str) -> Run | None:
        """The newest run of a study that has an outcome, or None."""
        row = self._database.one(
            f"SELECT {_COLUMNS} FROM runs WHERE study = ? AND outcome IS NOT NULL "  # noqa: S608 (constant)
            "ORDER BY created DESC, id DESC",
            (study,),
        )
        return _run(row) if row else None

    def is_owned(self, run: str) -> bool:
        """Whether a process holds the run now, as far as its lease tells."""
        row = self._database.one("SELECT lease_until FROM runs WHERE id = ?", (run,))
        return row is not None and row[0] is not None and row[0] > time.time()

    def set_state(self, run: str, state: str, note: str = "") -> None:
        """Note how a run stands; waits until durable."""
        statement = "UPDATE runs SET state = ?, note = ?, updated = ? WHERE id = ?"
        self._database.writer.write(statement, (state, note, time.time(), run))

    def finish(self, run: str, outcome: dict[str, Any]) -> None:
        """Note a run's result; waits until durable."""
        statement = "UPDATE runs SET state = 'finished', note = '', outcome = ?, updated = ? WHERE id = ?"
        self._database.writer.write(statement, (canonical_json(outcome), time.time(), run))


class Lease:
    """The right of this process to work on a run; others are told who holds it.

    Args:
        database: the store.
        run: id of the run.

    Raises:
        RunBusy: another process holds it.
        UsageError: there is no such run.
    """

    def __init__(self, database: Database, run: str) -> None:
        self._database = database
        self._run = run
        self._owner = secrets.token_hex(8)
        where = f"{socket.gethostname()}, process {os.getpid()}"
        if not self._take(where):
            row = database.one("SELECT lease_where, lease_until FROM runs WHERE id = ?", (run,))
            if row is None:
                raise UsageError(f"there is no run {run!r} in {database.path}")
            left = max(0.0, (row[1] or 0.0) - time.time())
            raise RunBusy(
                f"run {run} is being worked on by {row[0]} (its lease ends in {left:.0f} s): wait for it, "
                "stop it, or start another run with --new"
            )

    def _take(self, where: str) -> bool:
        now = time.time()
        statement = (
            "UPDATE runs SET lease_owner = ?, lease_where = ?, lease_until = ? "
            "WHERE id = ? AND (lease_owner IS NULL OR lease_until < ? OR lease_owner = ?)"
        )
        row = (self._owner, where, now + LEASE_S, self._run, now, self._owner)
        if self._database.transact([(statement, row)])[0]:
            return True
        dead = self._dead_holder()
        return dead is not None and self._steal(dead, where)

    def _dead_holder(self) -> str | None:
        """The holder, if it was a process of this machine that is gone, so that nobody need wait for it."""
        row = self._database.one("SELECT lease_owner, lease_where FROM runs WHERE id = ?", (self._run,))
        host, _, process = (row[1] if row and row[1] else "").rpartition(", process ")
        gone = host == socket.gethostname() and process.isdigit() and not _alive(int(process))
        return row[0] if row and gone else None

    def _steal(self, holder: str, where: str) -> bool:
        statement = (
            "UPDATE runs SET lease_owner = ?, lease_where = ?, lease_until = ? "
            "WHERE id = ? AND lease_owner = ?"
        )
        row = (self._owner, where, time.time() + LEASE_S, self._run, holder)
        return bool(self._database.transact([(statement, row)])[0])

    def renew(self) -> None:
        """Push the end of the lease away.

        Raises:
            StoreError: it was lost to another process, which happens when this one slept.
        """
        statement = "UPDATE runs SET lease_until = ? WHERE id = ? AND lease_owner = ?"
        if not self._database.transact([(statement, (time.time() + LEASE_S, self._run, self._owner))])[0]:
            raise StoreError(f"run {self._run} was taken over by another process; this one stops")

    def release(self) -> None:
        """Free the run; does nothing when the lease was lost."""
        statement = "UPDATE runs SET lease_owner = NULL, lease_until = NULL WHERE id = ? AND lease_owner = ?"
        self._database.transact([(statement, (self._run, self._owner))])


def _alive(process: int) -> bool:
    """Whether a process of this machine exists. Where that cannot be told safely (Windows), it does."""
    if os.name == "nt":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _run(row: tuple[Any, ...]) -> Run:
    run, study, name, kind, state, note, config, outcome, created, updated, version = row
    found = (json.loads(config), json.loads(outcome) if outcome else None)
    return Run(run, study, name, kind, state, note, *found, created, updated, version)
