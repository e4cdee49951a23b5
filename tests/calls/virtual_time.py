"""An event loop whose clock jumps to the next timer when nothing else is left to do: waits cost no time."""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

Value = TypeVar("Value")


class VirtualLoop(asyncio.SelectorEventLoop):
    """Time stands still while anything is ready, and begins at 1,000 s."""

    def __init__(self) -> None:
        super().__init__()
        self._virtual = 1_000.0

    def time(self) -> float:
        return self._virtual

    def _run_once(self) -> None:
        if not self._ready and self._scheduled:  # type: ignore[attr-defined]
            self._virtual = max(self._virtual, self._scheduled[0].when())  # type: ignore[attr-defined]
        super()._run_once()  # type: ignore[misc]


def run(work: Coroutine[Any, Any, Value]) -> Value:
    """Run a coroutine in virtual time; one hour of it is taken for a hang."""

    async def limited() -> Value:
        async with asyncio.timeout(3_600):
            return await work

    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        return runner.run(limited())


def now() -> float:
    """Virtual seconds since the start."""
    return asyncio.get_running_loop().time() - 1_000.0
