"""Group commit: what gathers during two turns of the event loop is committed in one transaction.

A thread of its own would cost more than it saves: measured, handing rows to a thread and fighting it for the
interpreter took more CPU than writing them (docs/decisions/0002).
"""

import asyncio
import sqlite3
import threading
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from assay.errors import StoreError

Row = Sequence[Any] | Mapping[str, Any]
_Entry = tuple[str, Row]
_Waiting = tuple[int, "asyncio.Future[int]"]

# Rows nobody waits for are written no later than when so many have gathered.
_GATHER = 500


def explain(error: sqlite3.Error, path: str) -> StoreError:
    """Name what went wrong with the store, and what to do."""
    text = str(error)
    if "full" in text:
        advice = "the disk is full: free some space and run the same command again; what was saved is kept"
    elif "locked" in text or "busy" in text:
        advice = "another process is writing to it for a long time: wait for it, or name another --store"
    elif "readonly" in text or "unable to open" in text:
        advice = "check that the folder exists and may be written to, or name another --store"
    elif "not a database" in text or "malformed" in text:
        advice = "the file is no Assay store or is damaged: name another --store"
    else:
        advice = "run the same command again; what was saved is kept"
    return StoreError(f"store {path}: {text}: {advice}")


class Writer:
    """Writes rows in the order they were handed in, many in one transaction.

    A row is durable (survives kill -9 of this process) once its future is done; rows handed in without a
    future are durable no later than the next one with a future. After a failed transaction every later row
    fails with the same error. Half surrogate pairs, which replies can carry and no UTF-8 can, are written as
    U+FFFD.

    Args:
        connection: in autocommit mode; the lock guards it.
        lock: held while the connection is used.
        path: for messages.
    """

    def __init__(self, connection: sqlite3.Connection, lock: threading.RLock, path: str) -> None:
        self._connection = connection
        self._lock = lock
        self._path = path
        self._rows: list[_Entry] = []
        self._waiting: list[_Waiting] = []
        self._failure: StoreError | None = None

    def post(self, statement: str, row: Row = ()) -> None:
        """Hand in a row without waiting for it.

        Raises:
            StoreError: an earlier write failed.
        """
        if self._failure is not None:
            raise self._failure
        self._rows.append((statement, row))
        if len(self._rows) >= _GATHER:
            self.flush()

    def put(self, statement: str, row: Row = ()) -> "asyncio.Future[int]":
        """Hand in a row from the event loop; the future is done when it is durable.

        Its result is how many rows the statement changed; it raises StoreError when that could not be
        written.
        """
        loop = asyncio.get_running_loop()
        future: asyncio.Future[int] = loop.create_future()
        if self._failure is not None:
            future.set_exception(self._failure)
            return future
        if not self._waiting:
            # One turn later than needed: on a busy loop about twice as many rows share a transaction.
            loop.call_soon(loop.call_soon, self._flush_quietly)
        self._waiting.append((len(self._rows), future))
        self._rows.append((statement, row))
        return future

    def write(self, statement: str, row: Row = ()) -> None:
        """Write a row, and what was handed in before it, now.

        Raises:
            StoreError: it could not be written.
        """
        if self._failure is not None:
            raise self._failure
        self._rows.append((statement, row))
        self.flush()

    def flush(self) -> None:
        """Write what was handed in.

        Raises:
            StoreError: it could not be written.
        """
        rows, self._rows = self._rows, []
        waiting, self._waiting = self._waiting, []
        counts: list[int] = []
        if self._failure is None and rows:
            try:
                counts = self._transact(rows)
            except sqlite3.Error as error:
                self._failure = explain(error, self._path)
            except Exception as error:  # noqa: BLE001 (whatever it was, those who wait must be told)
                self._failure = StoreError(f"store {self._path}: {type(error).__name__}: {error}")
        for index, future in waiting:
            if not future.done():
                if self._failure is None:
                    future.set_result(counts[index])
                else:
                    future.set_exception(self._failure)
        if self._failure is not None:
            raise self._failure

    def _transact(self, rows: list[_Entry]) -> list[int]:
        with self._lock:
            try:
                return transact(self._connection, rows)
            except UnicodeEncodeError:
                return transact(self._connection, [(statement, _whole(row)) for statement, row in rows])

    def _flush_quietly(self) -> None:
        """Flush from the event loop, where the futures carry the error."""
        try:
            self.flush()
        except StoreError:
            return


def whole_text(text: str) -> str:
    """The text with U+FFFD for every half surrogate pair, so that UTF-8 can hold it."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def _whole(row: Row) -> Row:
    """The row with texts that UTF-8 can hold."""
    if isinstance(row, Mapping):
        return {name: _whole_value(value) for name, value in row.items()}
    return [_whole_value(value) for value in row]


def _whole_value(value: Any) -> Any:
    return whole_text(value) if isinstance(value, str) else value


def transact(connection: sqlite3.Connection, rows: Iterable[_Entry]) -> list[int]:
    """Run statements in one transaction and return how many rows each changed; undo all when one fails."""
    execute = connection.execute
    execute("BEGIN IMMEDIATE")
    try:
        counts = [execute(statement, row).rowcount for statement, row in rows]
        execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            execute("ROLLBACK")
        raise
    return counts
