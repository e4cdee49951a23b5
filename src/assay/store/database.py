"""Opening a store: its URL, its connections, its schema version."""

import re
import sqlite3
import threading
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from assay.errors import SchemaTooNew, StoreError, UsageError
from assay.store.schema import CHANGES
from assay.store.writer import Row, Writer, explain, transact

DEFAULT_URL = "sqlite:///.assay/assay.db"
_BUSY_S = 60.0
_URL = re.compile(r"(?P<scheme>[A-Za-z][\w+.-]*)://(?P<rest>.*)", re.DOTALL)


def path_of(url: str) -> Path:
    """The file a store URL names: ``sqlite:///relative.db`` or ``sqlite:////absolute.db``.

    Raises:
        UsageError: not such a URL.
    """
    found = _URL.fullmatch(url)
    scheme = found["scheme"].lower() if found else ""
    if scheme in ("postgres", "postgresql"):
        raise UsageError("the store can be SQLite only, for now: use --store sqlite:///folder/assay.db")
    if not found or scheme != "sqlite":
        raise UsageError(f"--store {url!r} is not a store URL: write sqlite:///folder/assay.db")
    rest = found["rest"]
    if not rest.startswith("/") or len(rest) < 2:
        raise UsageError(f"--store {url!r} names no file: write sqlite:///folder/assay.db (three slashes)")
    return Path(rest[1:])


_HEADER = b"SQLite format 3\0"
_TABLES = "SELECT count(*), ifnull(sum(name IN ('calls', 'runs') AND type = 'table'), 0) FROM sqlite_master"


class Database:
    """A SQLite file in WAL mode, read and written by this process through one guarded connection.

    One connection for both keeps its page cache warm; nothing uncommitted is ever seen, since every
    transaction begins and ends while the lock is held.

    Args:
        path: the file; its folder is made when missing.

    Raises:
        StoreError: it cannot be opened, or is not a store.
        SchemaTooNew: it was written by a newer Assay.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.folder = path.parent
        self._lock = threading.RLock()
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"store {path}: cannot make its folder: {error.strerror}") from error
        _refuse_other_files(path)
        try:
            self._connection = self._connect()
        except sqlite3.Error as error:
            raise explain(error, str(path)) from error
        try:
            self._migrate(self._connection)
        except BaseException as error:
            self._connection.close()
            if isinstance(error, sqlite3.Error):
                raise explain(error, str(path)) from error
            raise
        self.writer = Writer(self._connection, self._lock, str(path))

    def query(self, statement: str, row: Row = ()) -> list[tuple[Any, ...]]:
        """All rows of a SELECT, rows handed to the writer before included.

        Raises:
            StoreError: the file cannot be read.
        """
        self.writer.flush()
        try:
            with self._lock:
                return self._connection.execute(statement, row).fetchall()
        except sqlite3.Error as error:
            raise explain(error, str(self.path)) from error

    def one(self, statement: str, row: Row = ()) -> tuple[Any, ...] | None:
        """The first row of a SELECT, or None; rows still with the writer are not seen."""
        try:
            with self._lock:
                found: tuple[Any, ...] | None = self._connection.execute(statement, row).fetchone()
        except sqlite3.Error as error:
            raise explain(error, str(self.path)) from error
        return found

    def transact(self, steps: Iterable[tuple[str, Row]]) -> list[int]:
        """Run statements in one transaction of their own and return how many rows each changed.

        For the few writes that must read and write as one: leases and seals.

        Raises:
            StoreError: the file cannot be written.
        """
        self.writer.flush()
        try:
            with self._lock:
                return transact(self._connection, steps)
        except sqlite3.Error as error:
            raise explain(error, str(self.path)) from error

    def write_apart(self, statement: str, row: Row = ()) -> None:
        """Write one row in a transaction of its own, from any thread, past the writer of the event loop.

        For what another thread finds out and nobody's order depends on.

        Raises:
            StoreError: the file cannot be written.
        """
        try:
            with self._lock:
                transact(self._connection, [(statement, row)])
        except sqlite3.Error as error:
            raise explain(error, str(self.path)) from error

    def close(self) -> None:
        """Write what is left and close; may be called twice."""
        try:
            self.writer.flush()
        finally:
            with self._lock:
                self._connection.close()

    def _connect(self) -> sqlite3.Connection:
        return sqlite3.connect(
            self.path, timeout=_BUSY_S, isolation_level=None, check_same_thread=False, cached_statements=256
        )

    def _migrate(self, connection: sqlite3.Connection) -> None:
        """Bring the file to this version's schema, one numbered change after the other."""
        tables, ours = connection.execute(_TABLES).fetchone()
        if tables and ours < 2:
            raise StoreError(f"store {self.path} is a database of another program: name another --store")
        # Committed transactions survive the death of the process; only the loss of power can take the last.
        connection.execute("PRAGMA synchronous=NORMAL")
        if _version(connection) < len(CHANGES):
            _to_wal(connection)
        while (version := _version(connection)) < len(CHANGES):
            _apply(connection, version, CHANGES)
        if version > len(CHANGES):
            raise SchemaTooNew(
                f"store {self.path} has schema version {version}, this Assay knows up to {len(CHANGES)}: "
                "upgrade Assay, or name another --store"
            )


def _refuse_other_files(path: Path) -> None:
    """SQLite takes a file of a few bytes for an empty database and would write over it."""
    try:
        with path.open("rb") as file:
            header = file.read(len(_HEADER))
    except OSError:
        return  # opening it as a database says what is wrong
    if header and header != _HEADER:
        raise StoreError(f"store {path} is no Assay store or is damaged: name another --store")


def _to_wal(connection: sqlite3.Connection) -> None:
    """Change to WAL mode; where another process does so just now, SQLite does not wait, so this does."""
    deadline = time.monotonic() + _BUSY_S
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.005)
        else:
            return


def _version(connection: sqlite3.Connection) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def _apply(connection: sqlite3.Connection, version: int, changes: Sequence[str]) -> None:
    """Apply one change, unless another process has done so meanwhile."""
    connection.execute("BEGIN IMMEDIATE")
    if _version(connection) == version:
        for statement in _statements(changes[version]):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version={version + 1}")
    connection.execute("COMMIT")


def _statements(script: str) -> list[str]:
    """Split a script, since executescript would end the transaction it runs in."""
    found, current = [], ""
    for line in script.splitlines(keepends=True):
        current += line
        if sqlite3.complete_statement(current):
            found.append(current)
            current = ""
    return found
