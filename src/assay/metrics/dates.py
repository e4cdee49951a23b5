"""Reading a date in its common written forms, English and Russian."""

import re
from collections.abc import Iterator
from datetime import date
from unicodedata import normalize

_LONGEST = 60
_PIVOT = 69

_MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "january jan январь января янв",
            "february feb февраль февраля фев февр",
            "march mar март марта мар",
            "april apr апрель апреля апр",
            "may май мая",
            "june jun июнь июня июн",
            "july jul июль июля июл",
            "august aug август августа авг",
            "september sep sept сентябрь сентября сен сент",
            "october oct октябрь октября окт",
            "november nov ноябрь ноября ноя нояб",
            "december dec декабрь декабря дек",
        ),
        start=1,
    )
    for name in names.split()
}
_DAY = r"(?P<day>\d{1,2})"
_MONTH = r"(?P<month>\d{1,2})"
_WORD = r"(?P<word>[^\W\d_]+)\.?"
_YEAR = r"(?P<year>\d{4}|\d{2})"
_NTH = r"(?:st|nd|rd|th)?"
# The same mark twice, with or without white space, or white space alone.
_MARK, _AGAIN = r"(?:\s*(?P<mark>[./-])\s*|\s+)", r"(?(mark)\s*(?P=mark)\s*|\s+)"
_TAIL = r"\s*(?:года|год|\u0433\.?)?"
_YEAR_FIRST = re.compile(rf"(?P<year>\d{{4}}){_MARK}{_MONTH}{_AGAIN}{_DAY}")
_YEAR_LAST = re.compile(rf"{_DAY}{_MARK}{_MONTH}{_AGAIN}{_YEAR}{_TAIL}")
_IN_WORDS = (
    re.compile(rf"[«“\"]?{_DAY}{_NTH}[»”\"]?(?:\s+of)?[\s./-]*{_WORD},?[\s./-]*{_YEAR}{_TAIL}"),
    re.compile(rf"{_WORD}\s*{_DAY}{_NTH}(?:\s*,\s*|\s+){_YEAR}"),
)


def read_date(text: str) -> str | None:
    """The date that a text is, as ``YYYY-MM-DD``, or None where it is none.

    The whole text must be the date: ``Born 14.03.2026`` is none. Read are ``2026-03-14``, ``14.03.2026``,
    ``14/3/26``, ``14 03 2026``, ``14 March 2026``, ``14-Mar-26``, ``March 14th, 2026``, ``14 марта 2026``
    and ``«14» марта 2026 года``, in any case. Day before month where both are possible: ``03/04/2026`` is
    3 April; ``03/14/2026`` can only be 14 March. Years of two digits are 1969 to 2068, as POSIX has it. What
    the calendar does not have (``31.02.2026``) is no date.
    """
    plain = normalize("NFC", text).strip()
    if len(plain) > _LONGEST:
        return None
    return next(_dates(plain.casefold()), None)


def _dates(text: str) -> Iterator[str]:
    """The readings of a text that the calendar has, the likelier one first."""
    for year, month, day in _readings(text):
        try:
            yield date(year, month, day).isoformat()
        except ValueError:
            continue


def _readings(text: str) -> Iterator[tuple[int, int, int]]:
    """Year, month and day as the forms give them, whether or not there is such a date."""
    if found := _YEAR_FIRST.fullmatch(text):
        yield int(found["year"]), int(found["month"]), int(found["day"])
    elif found := _YEAR_LAST.fullmatch(text):
        day, month, year = int(found["day"]), int(found["month"]), _full_year(found["year"])
        yield year, month, day
        yield year, day, month
    else:
        for form in _IN_WORDS:
            if found := form.fullmatch(text):
                yield _full_year(found["year"]), _MONTHS.get(found["word"], 0), int(found["day"])


def _full_year(written: str) -> int:
    year = int(written)
    if len(written) == 4:
        return year
    return year + (1900 if year >= _PIVOT else 2000)
