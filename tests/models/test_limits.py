from datetime import UTC, datetime, timedelta

import pytest

from assay.models.limits import duration, limit_hint, retry_after
from assay.records import LimitHint


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("1s", 1), ("6m0s", 360), ("120ms", 0.12), ("1h2m3s", 3723), ("1.5s", 1.5), ("7", 7), ("-3", 0)],
)
def test_durations_of_every_spelling_are_read(text: str, seconds: float) -> None:
    assert duration(text) == pytest.approx(seconds)


@pytest.mark.parametrize("text", ["", "soon", "5x", "1s!", "inf", "nan", "2026-11-22T09:00:00"])
def test_an_unread_duration_is_unknown(text: str) -> None:
    assert duration(text) is None


def test_a_moment_is_counted_from_now_and_never_negative() -> None:
    later = (datetime.now(UTC) + timedelta(seconds=100)).isoformat().replace("+00:00", "Z")
    assert duration(later) == pytest.approx(100, abs=20)
    assert duration("2020-01-01T00:00:00Z") == 0


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "7"}, 7),
        ({"retry-after": "0.5"}, 0.5),
        ({"retry-after": "-1"}, 0),
        ({"retry-after-ms": "250", "retry-after": "9"}, 0.25),
        (
            {"retry-after": "Sun, 22 Nov 2026 09:00:30 GMT", "date": "Sun, 22 Nov 2026 09:00:00 GMT"},
            30,
        ),
        ({"retry-after": "Sun, 22 Nov 2020 09:00:00 GMT"}, 0),
        ({"retry-after": "whenever"}, None),
        ({}, None),
    ],
)
def test_retry_after_is_read_as_seconds_milliseconds_or_a_date(
    headers: dict[str, str], seconds: float | None
) -> None:
    assert retry_after(headers) == seconds


def test_without_retry_after_the_window_that_is_used_up_says_how_long() -> None:
    headers = {
        "x-ratelimit-remaining-requests": "3",
        "x-ratelimit-reset-requests": "9s",
        "x-ratelimit-remaining-tokens": "0",
        "x-ratelimit-reset-tokens": "40s",
    }
    assert retry_after(headers) == 40


def test_openai_headers_become_a_hint() -> None:
    headers = {
        "x-ratelimit-remaining-requests": "59",
        "x-ratelimit-remaining-tokens": "149984",
        "x-ratelimit-reset-requests": "1s",
        "x-ratelimit-reset-tokens": "6m0s",
    }
    assert limit_hint(headers) == LimitHint(59, 149984, 1)


def test_anthropic_headers_become_a_hint() -> None:
    headers = {
        "anthropic-ratelimit-requests-remaining": "49",
        "anthropic-ratelimit-tokens-remaining": "8000",
        "anthropic-ratelimit-requests-reset": "2020-01-01T00:00:00Z",
    }
    assert limit_hint(headers) == LimitHint(49, 8000, 0)


def test_no_headers_or_unread_ones_say_nothing() -> None:
    assert limit_hint({}) is None
    assert limit_hint({"x-ratelimit-remaining-tokens": "many"}) == LimitHint()
