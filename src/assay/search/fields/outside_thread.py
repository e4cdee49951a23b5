"""Foreign code that blocks, run in a thread whose calls come back to the event loop."""

import asyncio
import contextvars
import threading
from collections.abc import Awaitable, Callable
from concurrent.futures import CancelledError, Future
from typing import TypeVar

T = TypeVar("T")


class Ended(BaseException):
    """Ends foreign code from within; no ``Exception``, since optimisers go on after those."""


class Bridge:
    """The way from the thread of foreign code back to the event loop.

    Args:
        loop: the running event loop.

    Attributes:
        error: the first error that came out of awaited work, which ended the thread.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self.error: BaseException | None = None
        self._loop = loop
        self._lock = threading.Lock()
        self._stopped = False
        self._pending: Future[object] | None = None

    def wait(self, work: Callable[[], Awaitable[T]]) -> T:
        """Await work on the event loop; called from the thread.

        Raises:
            Ended: the work failed, or the thread is to stop. What failed stands in :attr:`error`.
        """

        async def awaited() -> T:
            return await work()

        with self._lock:
            if self._stopped:
                raise Ended
            pending = asyncio.run_coroutine_threadsafe(awaited(), self._loop)
            self._pending = pending  # type: ignore[assignment]
        try:
            return pending.result()
        except CancelledError:
            self.stop()
        except BaseException as error:  # noqa: BLE001 - foreign code may not swallow it, so it is kept
            self.error = self.error or error
            self.stop()
        raise Ended

    def stop(self) -> None:
        """End the thread at its next call, and the call it waits for now."""
        with self._lock:
            self._stopped = True
            if self._pending is not None:
                self._pending.cancel()


async def in_thread(name: str, work: Callable[[Bridge], None]) -> None:
    """Run blocking work in a thread of its own until it ends.

    Args:
        name: of the thread.
        work: gets the bridge; everything it does on the event loop goes through it.

    Raises:
        Exception: the first error of awaited work, whatever the work made of it; else what the work raised.
        asyncio.CancelledError: the caller was cancelled. The thread has ended by then.
    """
    loop = asyncio.get_running_loop()
    bridge = Bridge(loop)
    ended: asyncio.Future[BaseException | None] = loop.create_future()

    def run() -> None:
        failure: BaseException | None = None
        try:
            work(bridge)
        except Ended:
            pass
        except BaseException as error:  # noqa: BLE001 - raised again on the event loop
            failure = error
        if not loop.is_closed():
            loop.call_soon_threadsafe(_settle, ended, failure)

    context = contextvars.copy_context()
    # Daemon: a program that ends does not wait for foreign code.
    thread = threading.Thread(target=context.run, args=(run,), name=name, daemon=True)
    thread.start()
    try:
        failure = await asyncio.shield(ended)
    except asyncio.CancelledError:
        bridge.stop()
        await ended
        raise
    finally:
        if ended.done() and not ended.cancelled():
            # It has nothing left to do but to return.
            thread.join()
    _raise(bridge, failure)


def _settle(ended: asyncio.Future[BaseException | None], failure: BaseException | None) -> None:
    if not ended.done():
        ended.set_result(failure)


def _raise(bridge: Bridge, failure: BaseException | None) -> None:
    error = bridge.error or failure
    if error is not None:
        raise error
