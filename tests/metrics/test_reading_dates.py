# ruff: noqa: RUF001  (Russian text is meant)
"""Dates in their common written forms, English and Russian, and what is none."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assay.metrics import read_date

ENGLISH = "January February March April May June July August September October November December".split()  # noqa: SIM905
RUSSIAN = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()  # noqa: SIM905


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-14",
        "2026.03.14",
        "2026/3/14",
        "14.03.2026",
        "14.3.26",
        "14/03/2026",
        "14-03-2026",
        "14 03 2026",
        "14. 03. 2026",
        "14.03.2026 г.",
        "14.03.2026г",
        "14 March 2026",
        "14 march, 2026",
        "14th of March 2026",
        "14th March 2026",
        "14-Mar-2026",
        "14 Mar. 26",
        "14MAR2026",
        "March 14, 2026",
        "MARCH 14th 2026",
        "Mar. 14, 2026",
        "14 марта 2026 г.",
        "14 МАРТА 2026 ГОДА",
        "«14» марта 2026 года",
        "14 мар 2026",
        "  14 марта 2026\n",
    ],
)
def test_a_date_is_read_in_this_form(text):
    assert read_date(text) == "2026-03-14"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "14",
        "2026",
        "14.03",
        "31.02.2026",
        "29.02.2023",
        "00.03.2026",
        "2026-14-03",
        "14.03-2026",
        "14.03 2026",
        "14.03.202",
        "1403.2026",
        "14 Marsh 2026",
        "Born 14.03.2026",
        "14.03.2026, 15.03.2026",
        "Дата: 14.03.2026",
        "4505 679 944",
        "14.03.0000",
        "1" * 100_000,
    ],
)
def test_what_is_no_date_is_none(text):
    assert read_date(text) is None


@pytest.mark.parametrize(
    ("text", "read"),
    [("03/04/2026", "2026-04-03"), ("03/14/2026", "2026-03-14"), ("14/03/2026", "2026-03-14")],
)
def test_the_day_comes_first_wherever_it_can(text, read):
    assert read_date(text) == read


@pytest.mark.parametrize(("year", "read"), [("00", 2000), ("68", 2068), ("69", 1969), ("99", 1999)])
def test_two_digits_are_a_year_between_1969_and_2068(year, read):
    assert read_date(f"14.03.{year}") == f"{read}-03-14"


def test_a_day_of_the_leap_year_is_one():
    assert read_date("29 февраля 2024") == "2024-02-29"


def test_may_composed_of_two_code_points_is_may():
    assert read_date("1 ма\u0438\u0306 2026") == "2026-05-01"


@given(st.dates(date(1, 1, 1)))
def test_every_date_is_found_again_in_every_form(day):
    year = f"{day.year:04}"
    forms = [
        day.isoformat(),
        f"{day.day:02}.{day.month:02}.{year}",
        f"{day.day} {ENGLISH[day.month - 1]} {year}",
        f"{ENGLISH[day.month - 1]} {day.day}, {year}",
        f"{ENGLISH[day.month - 1][:3].upper()} {day.day} {year}",
        f"{day.day} {RUSSIAN[day.month - 1]} {year} г.",
    ]
    assert [read_date(form) for form in forms] == [day.isoformat()] * len(forms)


@given(st.text(max_size=80))
def test_any_text_is_a_date_of_the_calendar_or_none(text):
    found = read_date(text)
    assert found is None or date.fromisoformat(found)
