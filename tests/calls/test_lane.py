import asyncio
import itertools
import random
from collections.abc import Awaitable, Callable

import pytest
import virtual_time
from virtual_time import now

from assay.calls import Lane, Limits
from assay.records import LimitHint

Work = Callable[[Lane], Awaitable[None]]


async def visit(lane: Lane, seconds: float, starts: list[float] | None = None, tokens: int = 0) -> None:
    """Enter, stay for so long, leave."""
    await lane.enter(tokens)
    if starts is not None:
        starts.append(round(now(), 9))
    try:
        await asyncio.sleep(seconds)
    finally:
        lane.leave()


def starts_of(
    limits: Limits, calls: int, seconds: float, tokens: int = 0, *, prepare: Work | None = None
) -> list[float]:
    """When each of so many calls, all ready at once, is let in."""

    async def main() -> list[float]:
        lane, starts = Lane(limits), []
        if prepare is not None:
            await prepare(lane)
        await asyncio.gather(*[visit(lane, seconds, starts, tokens) for _ in range(calls)])
        assert lane.in_flight == 0
        return starts

    return virtual_time.run(main())


def test_no_more_are_in_flight_than_the_width() -> None:
    assert starts_of(Limits(concurrency=3), 7, 10) == [0, 0, 0, 10, 10, 10, 20]


def test_requests_per_minute_are_spaced_evenly() -> None:
    assert starts_of(Limits(requests_per_minute=6), 4, 1) == [0, 10, 20, 30]


def test_tokens_per_minute_are_spaced_by_the_upper_bound_of_the_call_before() -> None:
    assert starts_of(Limits(tokens_per_minute=600), 3, 1, tokens=50) == [0, 5, 10]


def test_both_limits_hold_together() -> None:
    limits = Limits(requests_per_minute=60, tokens_per_minute=600)
    assert starts_of(limits, 3, 0, tokens=20) == [0, 3, 6]


def test_a_pause_does_not_earn_a_burst() -> None:
    async def wait(lane: Lane) -> None:
        await visit(lane, 1)
        await asyncio.sleep(99)

    assert starts_of(Limits(requests_per_minute=6), 3, 1, prepare=wait) == [100, 110, 120]


def test_the_last_caller_is_let_in_where_width_and_spacing_both_hold_it_back() -> None:
    """Short calls one at a time, each allowed only long after the one before has left."""
    assert starts_of(Limits(concurrency=1, requests_per_minute=6), 4, 0.5) == [0, 10, 20, 30]
    assert starts_of(Limits(concurrency=1, requests_per_minute=6), 4, 15) == [0, 15, 30, 45]


def test_those_who_wait_are_served_in_the_order_they_came_and_newcomers_do_not_overtake() -> None:
    async def main() -> list[str]:
        lane, served = Lane(Limits(concurrency=1)), []

        async def caller(name: str, rounds: int) -> None:
            for _ in range(rounds):
                await lane.enter()
                served.append(name)
                await asyncio.sleep(1)
                lane.leave()

        await asyncio.gather(caller("a", 3), caller("b", 3), caller("c", 1))
        return served

    assert virtual_time.run(main()) == ["a", "b", "c", "a", "b", "a", "b"]


def test_a_refusal_closes_the_lane_for_everybody_for_as_long_as_asked() -> None:
    async def refuse(lane: Lane) -> None:
        lane.slow_down(30)

    assert starts_of(Limits(concurrency=8), 3, 1, prepare=refuse)[0] == 30


def test_a_refusal_halves_what_is_in_flight_and_a_burst_of_refusals_is_one() -> None:
    async def main() -> list[float]:
        lane = Lane(Limits(concurrency=64))
        for _ in range(16):
            await lane.enter()
        widths = [lane.width]
        for _ in range(16):
            lane.slow_down(5)
            lane.leave()
        widths.append(lane.width)
        await asyncio.sleep(6)
        lane.slow_down(5)
        widths.append(lane.width)
        return widths

    assert virtual_time.run(main()) == [64, 8, 1]


def test_the_width_never_falls_below_one() -> None:
    async def main() -> float:
        lane = Lane(Limits(concurrency=8))
        for _ in range(10):
            lane.slow_down(1)
            await asyncio.sleep(2)
        await visit(lane, 1)
        return lane.width

    assert virtual_time.run(main()) == 1


def test_the_width_grows_back_by_about_one_place_per_round_up_to_the_stated_one() -> None:
    async def main() -> list[float]:
        lane, widths = Lane(Limits(concurrency=8)), []
        for _ in range(8):
            await lane.enter()
        lane.slow_down(1)
        for _ in range(4):
            widths.append(round(lane.width, 1))
            for _ in range(round(lane.width)):
                lane.succeeded()
        for _ in range(100):
            lane.succeeded()
        return [*widths, lane.width]

    widths = virtual_time.run(main())
    assert widths[0] == 4
    assert all(0.8 <= after - before <= 1.0 for before, after in itertools.pairwise(widths[:4]))
    assert widths[-1] == 8


@pytest.mark.parametrize(
    ("hint", "start"),
    [
        (LimitHint(0, 500, 12.0), 12),
        (LimitHint(500, 0, 12.0), 12),
        (LimitHint(1, 1, 12.0), 0),
        (LimitHint(0, None, None), 0),
        (LimitHint(), 0),
        (None, 0),
    ],
)
def test_headers_that_say_nothing_is_left_close_the_lane_until_the_reset(
    hint: LimitHint | None, start: float
) -> None:
    async def hear(lane: Lane) -> None:
        lane.succeeded(hint)

    assert starts_of(Limits(concurrency=1), 1, 0, prepare=hear) == [start]


def test_a_caller_cancelled_while_waiting_takes_no_place() -> None:
    async def main() -> float:
        lane = Lane(Limits(concurrency=1))
        first = asyncio.ensure_future(visit(lane, 10))
        gone = asyncio.ensure_future(visit(lane, 10))
        last = asyncio.ensure_future(visit(lane, 10))
        await asyncio.sleep(5)
        gone.cancel()
        await asyncio.gather(first, last, gone, return_exceptions=True)
        assert lane.in_flight == 0
        return now()

    assert virtual_time.run(main()) == 20


def test_a_caller_cancelled_just_as_it_gets_its_place_hands_it_on() -> None:
    async def main() -> None:
        lane = Lane(Limits(concurrency=1))
        await lane.enter()
        gone, last = (asyncio.ensure_future(visit(lane, 1)) for _ in range(2))
        await asyncio.sleep(0)
        lane.leave()
        gone.cancel()
        await last
        assert lane.in_flight == 0

    virtual_time.run(main())


@pytest.mark.parametrize("seed", range(12))
def test_nobody_waits_for_ever_whatever_happens(seed: int) -> None:
    """Random lengths, refusals, cancellations and limits; a lost wake-up would run into the hour's limit."""
    draw = random.Random(seed)
    limits = Limits(
        concurrency=draw.choice([1, 2, 7]),
        requests_per_minute=draw.choice([None, 600, 90]),
        tokens_per_minute=draw.choice([None, 60_000]),
    )

    async def main() -> None:
        lane = Lane(limits)
        most = 0

        async def caller() -> None:
            nonlocal most
            await asyncio.sleep(draw.uniform(0, 20))
            await lane.enter(draw.randint(0, 500))
            most = max(most, lane.in_flight)
            try:
                await asyncio.sleep(draw.choice([0, 0.01, draw.uniform(0, 5)]))
                if draw.random() < 0.1:
                    lane.slow_down(draw.choice([0.0, 3.0]))
                else:
                    lane.succeeded(LimitHint(0, 1, 0.5) if draw.random() < 0.05 else None)
            finally:
                lane.leave()

        tasks = [asyncio.ensure_future(caller()) for _ in range(120)]
        for task in draw.sample(tasks, 30):
            asyncio.get_running_loop().call_later(draw.uniform(0, 60), task.cancel)
        await asyncio.gather(*tasks, return_exceptions=True)
        assert lane.in_flight == 0
        assert 1 <= most <= limits.concurrency

    virtual_time.run(main())


def test_another_clock_may_be_given() -> None:
    async def main() -> None:
        lane = Lane(Limits(requests_per_minute=60), clock=lambda: 5.0)
        await lane.enter()
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(lane.enter(), 100)

    virtual_time.run(main())
