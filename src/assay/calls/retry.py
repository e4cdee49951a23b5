"""When a failed attempt is tried again, and after how long."""

import random
from dataclasses import dataclass

from assay.errors import RateLimited, Unavailable, Unreachable


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a call is tried.

    Attributes:
        attempts: most attempts that failed at the server or on the way.
        refusals: most attempts the provider put off with 429 or 529.
        unreachable: most attempts to connect.
        base_s: first wait; doubles with each attempt.
        longest_s: longest wait that was not asked for by the provider.
    """

    attempts: int = 5
    refusals: int = 12
    unreachable: int = 4
    base_s: float = 0.5
    longest_s: float = 30.0


@dataclass(slots=True)
class Tries:
    """Counts the failures of one call."""

    failed: int = 0
    refused: int = 0
    unreachable: int = 0

    def wait_after(self, error: Unavailable, patience: Patience) -> float | None:
        """Seconds to wait before the next attempt, or None to give up.

        ``Retry-After`` is obeyed: never a shorter wait than it asks. Otherwise the wait is drawn between
        half and all of a doubling span, so that many clients do not come back at once.
        """
        if isinstance(error, RateLimited):
            self.refused += 1
            count, most = self.refused, patience.refusals
        elif isinstance(error, Unreachable):
            self.unreachable += 1
            count, most = self.unreachable, patience.unreachable
        else:
            self.failed += 1
            count, most = self.failed, patience.attempts
        if count >= most:
            return None
        span: float = min(patience.longest_s, patience.base_s * 2.0 ** (count - 1))
        wait = span * random.uniform(0.5, 1.0)  # noqa: S311 (jitter, no secret; not a draw of the study)
        return max(wait, error.retry_after or 0.0)
