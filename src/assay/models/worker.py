"""A thread of its own for a model in this process: what waits and fits together shares a pass."""

import asyncio
import threading
from collections import deque
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Asked = TypeVar("Asked")
Answered = TypeVar("Answered")

Pass = Callable[[list[Asked]], list[Answered]]
"""Answers what is asked, in order; all of it is of one kind."""


@dataclass(eq=False)
class _Job(Generic[Asked, Answered]):
    asked: Asked
    kind: Hashable | None
    answer: "Future[Answered]" = field(default_factory=Future)


class Worker(Generic[Asked, Answered]):
    """Answers on one thread, so that the event loop and other models go on meanwhile.

    Args:
        name: of the thread.
        load: makes what answers, on the thread, when something is first asked; what it loaded lives until
            the worker is closed. A failure is told to the callers, and the next one tries again.
        kind: what those have in common that may share a pass; None for what is answered alone.
        batch: most in one pass, >= 1.
        linger_s: seconds a pass that is not full waits for company.
    """

    def __init__(
        self,
        name: str,
        load: Callable[[], Pass[Asked, Answered]],
        kind: Callable[[Asked], Hashable | None],
        batch: int = 1,
        linger_s: float = 0.0,
    ) -> None:
        self._name, self._load, self._kind = name, load, kind
        self._batch, self._linger_s = batch, linger_s
        self._waiting: deque[_Job[Asked, Answered]] = deque()
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None

    async def ask(self, asked: Asked) -> Answered:
        """The answer; raises what answering raised."""
        job: _Job[Asked, Answered] = _Job(asked, self._kind(asked))
        with self._changed:
            self._waiting.append(job)
            if self._thread is None:
                self._thread = threading.Thread(target=self._serve, name=self._name, daemon=True)
                self._thread.start()
            self._changed.notify()
        return await asyncio.wrap_future(job.answer)

    async def close(self) -> None:
        """End the thread after what waits, and give the memory back; may be called twice.

        What is asked later starts a new thread.
        """
        with self._changed:
            thread, self._thread = self._thread, None
            self._changed.notify()
        if thread is not None:
            await asyncio.to_thread(thread.join)

    def _serve(self) -> None:
        """Take jobs until told to end; the weights live as long as this call."""
        answer: Pass[Asked, Answered] | None = None
        while jobs := self._next():
            running = [job for job in jobs if job.answer.set_running_or_notify_cancel()]
            if not running:
                continue
            try:
                if answer is None:
                    answer = self._load()
                answers = answer([job.asked for job in running])
            except Exception as error:  # noqa: BLE001 - handed to the callers, who wait for it
                for job in running:
                    job.answer.set_exception(error)
            else:
                for job, found in zip(running, answers, strict=True):
                    job.answer.set_result(found)

    def _next(self) -> list[_Job[Asked, Answered]]:
        """Jobs for the next pass; none where the thread is to end."""
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._ended())
            if not self._waiting:
                return []
            first = self._waiting.popleft()
            if first.kind is None:
                return [first]
            if self._linger_s and self._batch > 1:
                self._changed.wait_for(lambda: self._full(first) or self._ended(), timeout=self._linger_s)
            company = [job for job in self._waiting if job.kind == first.kind][: self._batch - 1]
            for job in company:
                self._waiting.remove(job)
            return [first, *company]

    def _full(self, first: _Job[Asked, Answered]) -> bool:
        return sum(job.kind == first.kind for job in self._waiting) >= self._batch - 1

    def _ended(self) -> bool:
        return self._thread is not threading.current_thread()
