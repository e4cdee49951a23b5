import asyncio
from collections.abc import Iterator

import pytest
import virtual_time

from assay.calls import each


def test_jobs_are_taken_in_order_and_only_when_a_worker_is_free() -> None:
    taken: list[int] = []
    ahead: list[int] = []
    done = 0

    def jobs() -> Iterator[int]:
        for number in range(50):
            taken.append(number)
            ahead.append(len(taken) - done)
            yield number

    async def work(number: int) -> None:
        nonlocal done
        await asyncio.sleep(number % 3)
        done += 1

    virtual_time.run(each(work, jobs(), width=4))
    assert taken == list(range(50))
    assert max(ahead) <= 4
    assert done == 50


def test_no_more_than_the_width_work_at_once_and_all_of_it_is_used() -> None:
    at_work, most = 0, 0

    async def work(_: int) -> None:
        nonlocal at_work, most
        at_work += 1
        most = max(most, at_work)
        await asyncio.sleep(1)
        at_work -= 1

    virtual_time.run(each(work, range(40), width=7))
    assert most == 7


@pytest.mark.parametrize(("count", "width"), [(0, 5), (1, 5), (3, 1), (3, 0)])
def test_any_number_of_jobs_and_workers_will_do(count: int, width: int) -> None:
    seen: list[int] = []

    async def work(number: int) -> None:
        seen.append(number)

    virtual_time.run(each(work, range(count), width=width))
    assert seen == list(range(count))


def test_the_first_error_stops_the_taking_cancels_what_is_under_way_and_is_raised() -> None:
    begun: list[int] = []
    ended: list[str] = []

    async def work(number: int) -> None:
        begun.append(number)
        try:
            await asyncio.sleep(1 + number)
            if number == 1:
                raise KeyError("the first")
            await asyncio.sleep(100)
        except asyncio.CancelledError:
            ended.append("cancelled")
            raise

    with pytest.raises(KeyError, match="the first"):
        virtual_time.run(each(work, range(100), width=3))
    assert begun == [0, 1, 2]
    assert ended == ["cancelled"] * 2


def test_an_error_of_the_iterator_is_raised_too() -> None:
    def jobs() -> Iterator[int]:
        yield 1
        raise KeyError("the source")

    async def work(_: int) -> None:
        await asyncio.sleep(1)

    with pytest.raises(KeyError, match="the source"):
        virtual_time.run(each(work, jobs(), width=2))


def test_cancelling_from_outside_cancels_the_workers_and_waits_for_them() -> None:
    ended: list[str] = []

    async def work(_: int) -> None:
        try:
            await asyncio.sleep(100)
        finally:
            await asyncio.sleep(1)
            ended.append("cleaned up")

    async def main() -> None:
        task = asyncio.ensure_future(each(work, range(10), width=3))
        await asyncio.sleep(5)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert ended == ["cleaned up"] * 3

    virtual_time.run(main())
