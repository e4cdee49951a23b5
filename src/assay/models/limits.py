"""Rate-limit headers: how long to wait, and how much of a window is left."""

import math
import re
import time
from collections.abc import Mapping
from datetime import datetime
from email.utils import parsedate_to_datetime

from assay.records import LimitHint

_STEP = re.compile(r"(\d+(?:\.\d+)?)(ms|h|m|s)")
_SECONDS = {"ms": 0.001, "s": 1.0, "m": 60.0, "h": 3600.0}
_OPENAI = "x-ratelimit-remaining-{0}", "x-ratelimit-reset-{0}"
_ANTHROPIC = "anthropic-ratelimit-{0}-remaining", "anthropic-ratelimit-{0}-reset"


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds the server asks to wait, >= 0, or None where it does not say.

    Read are ``retry-after-ms``, ``Retry-After`` as seconds or as an HTTP date (RFC 9110, 10.2.3; taken
    against the server's own ``Date``, so that a wrong clock here does no harm), and without those the reset
    of a window that is used up.
    """
    if (value := headers.get("retry-after-ms")) and (wait := _number(value)) is not None:
        return wait / 1000
    if value := headers.get("retry-after"):
        wait = _number(value)
        return wait if wait is not None else _until_date(value, headers.get("date"))
    return _used_up(headers)


def limit_hint(headers: Mapping[str, str]) -> LimitHint | None:
    """What the headers of either protocol say of the limits; None where they say nothing."""
    if "x-ratelimit-remaining-requests" in headers or "x-ratelimit-remaining-tokens" in headers:
        return _hint(headers, *_OPENAI)
    if (
        "anthropic-ratelimit-requests-remaining" in headers
        or "anthropic-ratelimit-tokens-remaining" in headers
    ):
        return _hint(headers, *_ANTHROPIC)
    return None


def duration(text: str) -> float | None:
    """Seconds in ``1s``, ``6m0s``, ``120ms``, ``1h2m3s``, a plain number or an RFC 3339 time; else None."""
    if (plain := _number(text)) is not None:
        return plain
    steps = _STEP.findall(text)
    if steps and "".join(number + unit for number, unit in steps) == text:
        return sum(float(number) * _SECONDS[unit] for number, unit in steps)
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return max(0.0, moment.timestamp() - time.time()) if moment.tzinfo else None


def _used_up(headers: Mapping[str, str]) -> float | None:
    """The longest reset among the windows with nothing left."""
    waits = [
        seconds
        for remaining, reset in (_OPENAI, _ANTHROPIC)
        for kind in ("requests", "tokens")
        if _count(headers.get(remaining.format(kind))) == 0
        and (seconds := duration(headers.get(reset.format(kind), ""))) is not None
    ]
    return max(waits, default=None)


def _hint(headers: Mapping[str, str], remaining: str, reset: str) -> LimitHint:
    resets = [
        seconds
        for kind in ("requests", "tokens")
        if (value := headers.get(reset.format(kind))) and (seconds := duration(value)) is not None
    ]
    return LimitHint(
        _count(headers.get(remaining.format("requests"))),
        _count(headers.get(remaining.format("tokens"))),
        min(resets, default=None),
    )


def _count(value: str | None) -> int | None:
    number = _number(value or "")
    return None if number is None else int(number)


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return max(0.0, number) if math.isfinite(number) else None


def _until_date(value: str, now: str | None) -> float | None:
    try:
        moment = parsedate_to_datetime(value).timestamp()
        start = parsedate_to_datetime(now).timestamp() if now else time.time()
    except ValueError:
        return None
    return max(0.0, moment - start)
