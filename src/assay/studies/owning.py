"""Owning a run: lease, heartbeat, and a clean end on SIGTERM as on Ctrl-C."""

import asyncio
import contextlib
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from assay.errors import AssayError
from assay.store import LEASE_S, Lease, Store


class Ownership:
    """What a process knows of its right to a run.

    Attributes:
        lost: why the right is gone, or None while it holds; nothing may be noted of the run any more then.
    """

    def __init__(self) -> None:
        self.lost: AssayError | None = None


@asynccontextmanager
async def owned(store: Store, run: str) -> AsyncIterator[Ownership]:
    """Own a run: lease, heartbeat, and a clean end on SIGTERM as on Ctrl-C.

    Raises:
        RunBusy: another process works on the run.
        StoreError: the run was lost to another process while this one worked on it.
    """
    lease = store.lease(run)
    owner = asyncio.current_task()
    ownership = Ownership()
    heart = asyncio.ensure_future(_beat(lease, owner, ownership))
    with contextlib.suppress(NotImplementedError, ValueError, RuntimeError):
        # Not on Windows, and not outside the main thread: there a kill is as good as kill -9.
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, _cancel, owner)
    try:
        yield ownership
    except asyncio.CancelledError:
        if ownership.lost is None:
            raise
        raise ownership.lost from None
    finally:
        heart.cancel()
        with contextlib.suppress(NotImplementedError, ValueError, RuntimeError):
            asyncio.get_running_loop().remove_signal_handler(signal.SIGTERM)
        lease.release()


def _cancel(task: "asyncio.Task[Any] | None") -> None:
    if task is not None:
        task.cancel()


async def _beat(lease: Lease, owner: "asyncio.Task[Any] | None", ownership: Ownership) -> None:
    """Renew the lease; a process that lost it stops at once, since another one works on the run."""
    while True:
        await asyncio.sleep(LEASE_S / 3)
        try:
            lease.renew()
        except AssayError as error:
            ownership.lost = error
            _cancel(owner)
            return
