from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sgdesk.config.calendars import working_calendar
from sgdesk.domain.date_entry import read_date

CALENDAR = working_calendar()
TODAY = date(2026, 11, 20)  # a Friday


def read(text):
    return read_date(text, today=TODAY, calendar=CALENDAR)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("3/6/2026", date(2026, 6, 3)),
        ("03.06.2026", date(2026, 6, 3)),
        ("3-6-2026", date(2026, 6, 3)),
        ("3 6 2026", date(2026, 6, 3)),
        ("2026-06-03", date(2026, 6, 3)),
        ("3 jun 2026", date(2026, 6, 3)),
        ("3rd June 2026", date(2026, 6, 3)),
        ("Wed 3 Jun 2026", date(2026, 6, 3)),
        ("Wednesday, 3 June 2026", date(2026, 6, 3)),
        ("1 Sept 2026", date(2026, 9, 1)),
        ("today", TODAY),
        ("T", TODAY),
        ("tomorrow", date(2026, 11, 21)),
        ("yesterday", date(2026, 11, 19)),
        ("+5wd", date(2026, 11, 27)),
        ("-1wd", date(2026, 11, 19)),
        ("+3", date(2026, 11, 23)),
        ("-3d", date(2026, 11, 17)),
        ("+2w", date(2026, 12, 4)),
        ("+6m", date(2027, 5, 20)),
        ("-1y", date(2025, 11, 20)),
    ],
)
def test_dates_are_read_as_officers_type_them(typed, day):
    assert read(typed).value == day


@pytest.mark.parametrize(
    ("typed", "choices"),
    [
        ("3/6/26", [date(2026, 6, 3), date(1926, 6, 3)]),
        ("3 jun 75", [date(2075, 6, 3), date(1975, 6, 3)]),
        ("29/2/24", [date(2024, 2, 29), date(1924, 2, 29)]),
        ("3 jun", [date(2026, 6, 3), date(2025, 6, 3), date(2027, 6, 3)]),
        ("3/6", [date(2026, 6, 3), date(2025, 6, 3), date(2027, 6, 3)]),
        ("June 2026", [date(2026, 6, 1), date(2026, 6, 30)]),
        ("6/2026", [date(2026, 6, 1), date(2026, 6, 30)]),
    ],
)
def test_two_digit_years_missing_years_and_months_alone_are_asked_about(typed, choices):
    reading = read(typed)
    assert reading.value is None
    assert reading.question.endswith(("?", "field."))
    assert [day for _, day in reading.choices] == choices


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("31/11/2026", "31 November 2026 is not a date: November has 30 days."),
        ("31/12/9999x", "cannot be read"),
        ("32/12/9999", "December has 31 days"),
        ("3/13/2026", "There is no month 13"),
        ("30 feb 26", "February has 28 days"),
        ("30 feb", "February has 28 days"),
        ("3 foo 2026", "“foo” is not a month"),
        ("3 foo", "“foo” is not a month"),
        ("foo 2026", "There is no month 0"),
        ("3 junk 2026", "“junk” is not a month"),
        ("1/1/0000", "There is no year 0"),
        ("soon", "cannot be read"),
        ("summer 2015", "no month"),
        ("13/2015", "There is no month 13"),
        ("+9999m", "Mon"),
        ("+9999y", "leaves the calendar"),
        ("+9999wd", "leaves the calendar"),
    ],
)
def test_what_is_no_date_is_answered_with_a_sentence(typed, words):
    reading = read(typed)
    if typed == "+9999m":  # 833 years later is still a date
        assert reading.value is not None
        return
    assert reading.value is None
    assert words in reading.problem


def test_an_empty_entry_is_no_date_and_no_problem():
    reading = read("   ")
    assert (reading.value, reading.question, reading.problem) == (None, "", "")


@given(st.text(max_size=20))
def test_nothing_that_is_typed_raises_or_gives_two_answers(text):
    reading = read(text)
    assert sum((reading.value is not None, bool(reading.question), bool(reading.problem))) <= 1


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_every_way_of_writing_a_whole_date_reads_back(day):
    for typed in (f"{day:%d/%m/%Y}", f"{day:%d.%m.%Y}", f"{day:%d %B %Y}", f"{day:%a %d %b %Y}"):
        assert read(typed).value == day
    assert read(day.isoformat()).value == day
