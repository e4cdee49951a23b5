"""One thread that owns the only writing connection and commits what has gathered in one transaction."""

import asyncio
import sqlite3
import threading
from collections.abc import Callable, Sequence
from queue import SimpleQueue
from typing import Any

from assay.errors import StoreError

Row = Sequence[Any]
_Waiter = Callable[[BaseException | None], None]
_Entry = tuple[str, Row, _Waiter | None]

# More entries than this in one transaction would make the first of them wait without saving anything.
_BATCH = 2_000


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
    """Group commit: entries that gather while one transaction is written go into the next one together.

    Entries are written in the order they were handed in. An entry is durable (survives kill -9 of this
    process) once its waiter was told; entries handed in without a waiter are durable no later than the next
    entry with one. After a failed transaction every later entry fails with the same error.

    Args:
        connect: opens a connection in autocommit mode.
        path: for messages.
    """

    def __init__(self, connect: Callable[[], sqlite3.Connection], path: str) -> None:
        self._connect = connect
        self._path = path
        self._queue: SimpleQueue[_Entry | None] = SimpleQueue()
        self._failure: StoreError | None = None
        self._settled: dict[asyncio.AbstractEventLoop, list[asyncio.Future[None]]] = {}
        self._thread = threading.Thread(target=self._work, name="assay-store", daemon=True)
        self._thread.start()

    def post(self, statement: str, row: Row = ()) -> None:
        """Hand in a write without waiting for it.

        Raises:
            StoreError: an earlier write failed.
        """
        if self._failure is not None:
            raise self._failure
        self._queue.put((statement, row, None))

    def put(self, statement: str, row: Row = ()) -> "asyncio.Future[None]":
        """Hand in a write from a running event loop; the future is done when it is durable.

        The future raises StoreError when it could not be written.
        """
        loop = asyncio.get_running_loop()
        future: asyncio.Future[None] = loop.create_future()
        if self._failure is not None:
            future.set_exception(self._failure)
            return future

        def settle(error: BaseException | None) -> None:
            if error is None:
                self._settled.setdefault(loop, []).append(future)
            else:
                loop.call_soon_threadsafe(_fail, future, error)

        self._queue.put((statement, row, settle))
        return future

    def write(self, statement: str, row: Row = ()) -> None:
        """Write and wait until durable; not for use inside an event loop's hot path.

        Raises:
            StoreError: it could not be written.
        """
        if self._failure is not None:
            raise self._failure
        done = threading.Event()
        failure: list[BaseException] = []

        def settle(error: BaseException | None) -> None:
            if error is not None:
                failure.append(error)
            done.set()

        self._queue.put((statement, row, settle))
        done.wait()
        if failure:
            raise failure[0]

    def close(self) -> None:
        """Write what is left and end the thread; may be called twice."""
        if self._thread.is_alive():
            self._queue.put(None)
            self._thread.join()

    def _work(self) -> None:
        """The thread: wait for an entry, take what else is there, write it all in one transaction."""
        connection: sqlite3.Connection | None = None
        while (entry := self._queue.get()) is not None:
            batch = [entry]
            last = False
            while len(batch) < _BATCH and not self._queue.empty():
                more = self._queue.get()
                if more is None:
                    last = True
                    break
                batch.append(more)
            try:
                if self._failure is None:
                    connection = connection or self._connect()
                    _transact(connection, batch)
            except sqlite3.Error as error:
                self._failure = explain(error, self._path)
            except StoreError as error:
                self._failure = error
            self._tell(batch)
            if last:
                break
        if connection is not None:
            connection.close()

    def _tell(self, batch: list[_Entry]) -> None:
        """Tell every waiter of a batch, with one call into each event loop."""
        for _, _, waiter in batch:
            if waiter is not None:
                waiter(self._failure)
        if self._settled:
            for loop, futures in self._settled.items():
                # A loop that was closed meanwhile has nobody left who waits.
                if not loop.is_closed():
                    loop.call_soon_threadsafe(_finish, futures)
            self._settled = {}


def _transact(connection: sqlite3.Connection, batch: list[_Entry]) -> None:
    """Run the statements of a batch in one transaction; roll back when one fails."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        execute = connection.execute
        for statement, row, _ in batch:
            execute(statement, row)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _finish(futures: list["asyncio.Future[None]"]) -> None:
    for future in futures:
        if not future.done():
            future.set_result(None)


def _fail(future: "asyncio.Future[None]", error: BaseException) -> None:
    if not future.done():
        future.set_exception(error)
