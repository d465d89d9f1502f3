"""Dates of public pages: read where they are plain, asked about where they are not."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sgdesk.imports.listed_dates import looks_like_date, month_named, read_listed_date

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    "typed",
    [
        "17.12.2024",
        "17/12/2024",
        "17-12-2024",
        "17 . 12 . 2024",
        "17 12 2024",
        "17 December 2024",
        "17th Dec 2024",
        "17 Dec. 2024",
        "17th of December, 2024",
        "17-Dec-2024",
        "17dec2024",
        "Tuesday 17 December 2024",
        "Tues, the 17th December 2024",
        "December 17, 2024",
        "Dec 17th 2024",
        "2024-12-17",
        "2024/12/17",
        " 17.12.2024. ",
        "(17 DECEMBER 2024)",
    ],
)
def test_plain_dates_are_read(typed):
    assert read_listed_date(typed, today=TODAY) == (date(2024, 12, 17), "")
    assert looks_like_date(typed)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("31.11.2024", "“31.11.2024” is not a date that exists, read as day, month, year"),
        ("12/17/2024", "“12/17/2024” is not a date that exists, read as day, month, year"),
        ("29 February 2023", "“29 February 2023” is not a date that exists"),
        ("0.0.2024", "is not a date that exists"),
        ("24.11.2026", "“24.11.2026” is in the future (24 November 2026)"),
        ("1.1.1024", "“1.1.1024” is too long ago"),
        ("17.12.24", "“17.12.24” gives two digits of the year"),
        ("17 Dec 24", "gives two digits of the year"),
        ("December 2024", "“December 2024” gives no day"),
        ("Dec 24", "gives no day"),
        ("12/2024", "gives no day"),
        ("17 December", "“17 December” gives no year"),
    ],
)
def test_a_date_that_is_not_plain_is_asked_about_and_never_guessed(typed, sentence):
    day, problem = read_listed_date(typed, today=TODAY)

    assert day is None
    assert sentence in problem
    assert problem.endswith("; give the day of publication.")
    assert looks_like_date(typed)


@pytest.mark.parametrize("typed", ["", "TBC", "Winter 2024", "2024", "17 Decembre 2024", "sunday"])
def test_what_is_no_date_is_said_to_be_none(typed):
    day, problem = read_listed_date(typed, today=TODAY)

    assert day is None
    assert "cannot be read as a date" in problem
    assert not looks_like_date(typed)


def test_a_long_entry_is_quoted_in_part():
    assert "“" + "x" * 40 + "…”" in read_listed_date("x" * 41, today=TODAY).problem
    assert "“" + "x" * 40 + "”" in read_listed_date("x" * 40, today=TODAY).problem


def test_today_is_not_the_future():
    assert read_listed_date("23.11.2026", today=TODAY).day == TODAY


@pytest.mark.parametrize(
    ("name", "number"), [("jan", 1), ("SEPT", 9), ("September", 9), ("ma", 0), ("marchh", 0)]
)
def test_months_are_known_by_three_letters_or_more(name, number):
    assert month_named(name) == number


@given(day=st.dates(date(1970, 1, 1), TODAY))
def test_every_day_reads_back_however_it_is_written(day):
    for typed in (day.isoformat(), f"{day:%d.%m.%Y}", f"{day:%d %B %Y}", f"{day:%A %d %b %Y}"):
        assert read_listed_date(typed, today=TODAY) == (day, "")


@given(typed=st.text())
def test_any_text_gives_a_day_or_a_sentence(typed):
    day, problem = read_listed_date(typed, today=TODAY)

    assert (day is None) == bool(problem)
