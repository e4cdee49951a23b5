"""The thread of a model in the process: who shares a pass, and what callers are told."""

import asyncio
import threading
from collections.abc import Hashable
from typing import Any

import pytest

from assay.models.worker import Worker


class Doubling:
    """Doubles numbers and remembers its passes; the first pass waits until it is let go."""

    def __init__(self, *, waits: bool = False) -> None:
        self.passes: list[list[int]] = []
        self.loads = 0
        self.threads: set[int] = set()
        self.go = threading.Event()
        if not waits:
            self.go.set()

    def load(self) -> Any:
        self.loads += 1
        return self.answer

    def answer(self, asked: list[int]) -> list[int]:
        self.threads.add(threading.get_ident())
        self.passes.append(asked)
        assert self.go.wait(20)
        if 13 in asked:
            raise ValueError("thirteen")
        return [2 * number for number in asked]


def tens(number: int) -> Hashable | None:
    """Numbers of the same ten share a pass; those from 90 on share none."""
    return None if number >= 90 else number // 10


def ask(worker: Worker[int, int], doubling: Doubling, *numbers: int) -> list[Any]:
    """Ask for the first; while it is at work, for the others together."""

    async def talk() -> list[Any]:
        first = asyncio.create_task(worker.ask(numbers[0]))
        while not doubling.passes:
            await asyncio.sleep(0.001)
        rest = [asyncio.create_task(worker.ask(number)) for number in numbers[1:]]
        await asyncio.sleep(0)
        doubling.go.set()
        found = await asyncio.gather(first, *rest, return_exceptions=True)
        await worker.close()
        await worker.close()
        return list(found)

    return asyncio.run(talk())


def test_what_is_of_one_kind_shares_a_pass_and_the_rest_keeps_its_order() -> None:
    doubling = Doubling(waits=True)
    worker = Worker("w", doubling.load, tens, batch=3)
    numbers = [1, 21, 31, 22, 95, 23, 24, 96]
    assert ask(worker, doubling, *numbers) == [2 * number for number in numbers]
    assert doubling.passes == [[1], [21, 22, 23], [31], [95], [24], [96]]
    assert doubling.loads == 1
    assert doubling.threads.isdisjoint({threading.get_ident()})


def test_a_failure_is_told_to_those_who_shared_the_pass_and_the_next_goes_on() -> None:
    doubling = Doubling(waits=True)
    found = ask(Worker("w", doubling.load, tens, batch=3), doubling, 1, 12, 13, 21)
    assert [type(each) for each in found] == [int, ValueError, ValueError, int]


def test_a_failure_to_load_is_told_and_tried_again() -> None:
    doubling, tries = Doubling(), []

    def load() -> Any:
        tries.append(1)
        if len(tries) < 3:
            raise OSError("no weights")
        return doubling.answer

    worker = Worker("w", load, tens)

    async def talk() -> int:
        for _ in range(2):
            with pytest.raises(OSError, match="no weights"):
                await worker.ask(4)
        found = await worker.ask(4)
        await worker.close()
        return found

    assert asyncio.run(talk()) == 8


def test_who_no_longer_waits_is_not_worked_for() -> None:
    doubling = Doubling(waits=True)
    worker = Worker("w", doubling.load, tens)

    async def talk() -> None:
        first = asyncio.create_task(worker.ask(1))
        while not doubling.passes:
            await asyncio.sleep(0.001)
        gone, kept = asyncio.create_task(worker.ask(21)), asyncio.create_task(worker.ask(31))
        await asyncio.sleep(0)
        gone.cancel()
        await asyncio.sleep(0)
        doubling.go.set()
        assert await asyncio.gather(first, kept) == [2, 62]
        await worker.close()

    asyncio.run(talk())
    assert doubling.passes == [[1], [31]]


def test_what_is_asked_after_closing_starts_anew() -> None:
    doubling = Doubling()
    worker = Worker("w", doubling.load, tens)

    async def talk() -> int:
        found = await worker.ask(1)
        await worker.close()
        return found

    assert [asyncio.run(talk()) for _ in range(2)] == [2, 2]
    assert doubling.loads == 2


def test_a_pass_that_is_not_full_waits_for_company() -> None:
    doubling = Doubling()
    worker = Worker("w", doubling.load, tens, batch=2, linger_s=20.0)

    async def talk() -> list[int]:
        first = asyncio.create_task(worker.ask(1))
        await asyncio.sleep(0.05)
        found = await asyncio.gather(first, worker.ask(2))
        await worker.close()
        return list(found)

    assert asyncio.run(talk()) == [2, 4]
    assert doubling.passes == [[1, 2]]
