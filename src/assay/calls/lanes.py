"""Lanes: what shares one rate limit (endpoint, key, model) waits, slows down and speeds up together."""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from assay.records import LimitHint


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits a study states for one model; None means none stated.

    Attributes:
        concurrency: calls in flight at most, >= 1.
        requests_per_minute: > 0.
        tokens_per_minute: > 0, counted by the upper bound of each call.
    """

    concurrency: int = 32
    requests_per_minute: float | None = None
    tokens_per_minute: float | None = None


class Lane:
    """Admits calls up to a width that halves when the provider asks for fewer and grows back slowly.

    Whoever waits is served in the order of arrival. All state is touched by one event loop only.

    Args:
        limits: the stated limits.
        clock: seconds, monotonic; by default the running event loop's.
    """

    def __init__(self, limits: Limits, clock: Callable[[], float] | None = None) -> None:
        self._clock = clock or asyncio.get_running_loop().time
        self._most = limits.concurrency
        self.width = float(limits.concurrency)
        self.in_flight = 0
        self._open_at = 0.0
        self._per_request = 60.0 / limits.requests_per_minute if limits.requests_per_minute else 0.0
        self._per_token = 60.0 / limits.tokens_per_minute if limits.tokens_per_minute else 0.0
        self._next_start = 0.0
        self._waiting: deque[tuple[asyncio.Future[None], int]] = deque()
        self._timer: asyncio.TimerHandle | None = None

    async def enter(self, tokens: int = 0) -> None:
        """Wait for a place; ``tokens`` is the upper bound of what the call may use."""
        if not self._waiting and self._admits():
            self._take(tokens)
            return
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((future, tokens))
        self._arm()
        try:
            await future
        except asyncio.CancelledError:
            if future.done() and not future.cancelled():
                self.leave()  # the place was handed over already
            raise

    def leave(self) -> None:
        """Give the place back."""
        self.in_flight -= 1
        self._wake()

    def slow_down(self, seconds: float) -> None:
        """The provider asks for fewer: half the width, and nobody starts for so many seconds."""
        now = self._clock()
        # One burst of refusals is one request to slow down, not one for each call in it.
        if now >= self._open_at:
            self.width = max(1.0, min(self.width, float(max(self.in_flight, 1))) / 2)
        self._open_at = max(self._open_at, now + seconds)
        self._arm()

    def succeeded(self, hint: LimitHint | None = None) -> None:
        """A call came back: grow by about one place per width of successes, and heed the headers."""
        if self.width < self._most:
            self.width = min(float(self._most), self.width + 1.0 / self.width)
        if hint is not None and hint.reset_s and 0 in (hint.remaining_requests, hint.remaining_tokens):
            self._open_at = max(self._open_at, self._clock() + hint.reset_s)
            self._arm()

    def _admits(self) -> bool:
        if self.in_flight >= max(1, int(self.width)):
            return False
        if not self._open_at and not self._next_start:
            return True
        return self._clock() >= max(self._open_at, self._next_start)

    def _take(self, tokens: int) -> None:
        self.in_flight += 1
        spacing = self._per_request + tokens * self._per_token
        if spacing:
            self._next_start = max(self._next_start, self._clock()) + spacing

    def _wake(self) -> None:
        """Hand free places to those who wait longest, so that newcomers cannot overtake them."""
        while self._waiting and self._admits():
            future, tokens = self._waiting.popleft()
            if not future.done():
                self._take(tokens)
                future.set_result(None)
        self._arm()

    def _arm(self) -> None:
        """Set one timer for the moment the lane opens, if it is closed by time."""
        if not self._waiting or self._timer is not None:
            return
        # Where the width leaves room, only time closes the lane, and some of it may have passed just now.
        if self.in_flight < max(1, int(self.width)):
            delay = max(self._open_at, self._next_start) - self._clock()
            self._timer = asyncio.get_running_loop().call_later(max(0.0, delay), self._ring)

    def _ring(self) -> None:
        self._timer = None
        self._wake()
