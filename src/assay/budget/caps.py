"""Caps over all roles of a run together: the worst case is reserved before a call is sent."""

import asyncio
from collections import deque
from dataclasses import dataclass

from assay.errors import BudgetExceeded


@dataclass(frozen=True, slots=True)
class Caps:
    """What a run may spend at most; None means no cap.

    Attributes:
        usd: dollars, >= 0.
        calls: calls sent, >= 0.
        tokens: input and output tokens together, >= 0.
    """

    usd: float | None = None
    calls: int | None = None
    tokens: int | None = None


@dataclass(slots=True)
class _Tally:
    usd: float = 0.0
    calls: int = 0
    tokens: int = 0


class Budget:
    """Keeps what was spent plus what may yet come of calls in flight under the caps.

    A cap is never overshot: a call is sent only when even its upper bound fits. A call that does not fit
    waits while others are in flight, since they usually settle for less than they reserved.

    Args:
        caps: the caps.
        usd, calls, tokens: already spent by this run.
    """

    def __init__(self, caps: Caps, *, usd: float = 0.0, calls: int = 0, tokens: int = 0) -> None:
        self.caps = caps
        self._spent = _Tally(usd, calls, tokens)
        self._held = _Tally()
        self._waiting: deque[asyncio.Future[None]] = deque()

    async def reserve(self, usd: float, tokens: int) -> None:
        """Hold the upper bound of one call.

        Raises:
            BudgetExceeded: it does not fit although nothing is in flight any more.
        """
        while (cap := self._passes(usd, tokens)) is not None:
            if self._held.calls == 0:
                raise BudgetExceeded(self._message(cap, usd, tokens), cap=cap)
            future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._waiting.append(future)
            await future
        held = self._held
        held.usd += usd
        held.calls += 1
        held.tokens += tokens

    def settle(self, held_usd: float, held_tokens: int, *, usd: float, calls: int, tokens: int) -> None:
        """Turn what :meth:`reserve` held into what was really spent; zeros where nothing was."""
        held = self._held
        held.calls -= 1
        held.tokens -= held_tokens
        # What rounding leaves behind must not add up.
        held.usd = held.usd - held_usd if held.calls else 0.0
        self._spent.usd += usd
        self._spent.calls += calls
        self._spent.tokens += tokens
        # Everybody looks again: a small call may fit where a large one does not.
        while self._waiting:
            future = self._waiting.popleft()
            if not future.done():
                future.set_result(None)

    def fits(self, *, usd: float = 0.0, calls: int = 0, tokens: int = 0) -> bool:
        """Whether a planned step of that cost would stay under every cap."""
        caps, spent = self.caps, self._spent
        return not (
            (caps.usd is not None and spent.usd + usd > caps.usd)
            or (caps.calls is not None and spent.calls + calls > caps.calls)
            or (caps.tokens is not None and spent.tokens + tokens > caps.tokens)
        )

    def _passes(self, usd: float, tokens: int) -> str | None:
        """The first cap that one more call could pass, or None."""
        caps, spent, held = self.caps, self._spent, self._held
        if caps.usd is not None and spent.usd + held.usd + usd > caps.usd:
            return "usd"
        if caps.calls is not None and spent.calls + held.calls + 1 > caps.calls:
            return "calls"
        if caps.tokens is not None and spent.tokens + held.tokens + tokens > caps.tokens:
            return "tokens"
        return None

    def _message(self, cap: str, usd: float, tokens: int) -> str:
        spent = self._spent
        figures = {
            "usd": f"{spent.usd:.4f} of {self.caps.usd} dollars are spent, the next call may cost {usd:.4f}",
            "calls": f"{spent.calls} of {self.caps.calls} calls are made",
            "tokens": f"{spent.tokens} of {self.caps.tokens} tokens are used, the next may use {tokens}",
        }
        return (
            f"the cap 'caps.{cap}' is reached: {figures[cap]}. Everything so far is saved; raise the cap "
            "and run the same command to go on"
        )
