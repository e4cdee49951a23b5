"""A worker loop over an iterator: a job is made when a worker takes it, never a task per job."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Iterable, Iterator
from typing import Any, TypeVar

Job = TypeVar("Job")
Value = TypeVar("Value")


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

    await together(*(worker(source) for _ in range(max(1, width))))


async def together(*works: Coroutine[Any, Any, Value]) -> list[Value]:
    """Run coroutines at the same time and return their values in order.

    The first failure cancels the others, waits until they have ended, and is raised: nothing goes on in the
    background.
    """
    tasks = [asyncio.ensure_future(work) for work in works]
    try:
        return list(await asyncio.gather(*tasks))
    except BaseException:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        raise
