"""A worker loop over an iterator: a job is made when a worker takes it, never a task per job."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Iterator
from typing import TypeVar

Job = TypeVar("Job")


async def each(work: Callable[[Job], Awaitable[None]], jobs: Iterable[Job], *, width: int) -> None:
    """Run ``work`` on every job, at most ``width`` at a time, taking jobs in order.

    The first failure stops the taking of jobs, cancels what is under way and is raised.

    Args:
        work: what to do with a job; keeps its own result.
        jobs: taken lazily.
        width: workers, >= 1.
    """
    source = iter(jobs)

    async def worker(mine: Iterator[Job]) -> None:
        for job in mine:
            await work(job)

    workers = [asyncio.ensure_future(worker(source)) for _ in range(max(1, width))]
    try:
        await asyncio.gather(*workers)
    except BaseException:
        for task in workers:
            task.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
        raise
