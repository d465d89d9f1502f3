"""Weeks for papers: whole ones, each day with its kind and name, and the year where it turns."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sgdesk.config.calendars import working_calendar
from sgdesk.records.paper_calendars import DayKind, PaperNote
from sgdesk.services.calendar_weeks import Told, weeks_between

CALENDAR = working_calendar()
NOTHING = Told({})
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


def weeks(first, last, told=NOTHING, today=date(2026, 11, 23)):
    return list(weeks_between(first, last, told, CALENDAR, today=today))


@given(DAYS, st.integers(0, 400))
def test_weeks_are_whole_and_follow_each_other(first, length):
    last = first + timedelta(days=length)
    found = [day.day for week in weeks(first, last) for day in week.days]
    assert found == [found[0] + timedelta(days=at) for at in range(len(found))]
    assert found[0].weekday() == 0
    assert found[-1].weekday() == 6
    assert found[0] <= first < found[0] + timedelta(days=7)
    assert found[-1] - timedelta(days=7) < last <= found[-1]


@given(DAYS, st.integers(0, 60))
def test_days_that_count_are_those_of_the_working_calendar(first, length):
    last = first + timedelta(days=length)
    for week in weeks(first, last):
        for day in week.days:
            is_inside = first <= day.day <= last
            if CALENDAR.is_working_day(day.day):
                assert day.kind is (DayKind.COUNTED if is_inside else DayKind.OUTSIDE)
            else:
                is_named = day.day in CALENDAR.bank_holidays
                assert day.kind is (DayKind.BANK_HOLIDAY if is_named else DayKind.WEEKEND)
                assert bool(day.name) == is_named


def test_the_first_of_a_month_names_it_and_the_first_week_of_a_year_the_year():
    found = weeks(date(2026, 12, 21), date(2027, 1, 10))
    assert [week.label for week in found] == ["21 Dec\n2026", "28 Dec", "4 Jan\n2027"]
    assert [day.words for day in found[1].days] == ["28", "29", "30", "31", "1 Jan", "2", "3"]
    assert [week.label for week in weeks(date(2026, 6, 1), date(2026, 6, 8))] == ["1 Jun", "8 Jun"]


def test_what_is_told_stands_on_its_day():
    monday = date(2026, 11, 23)
    note = PaperNote("Notified")
    (week,) = weeks(monday, monday, Told({monday: [note]}, {monday: 3}, {monday}))
    told, other = week.days[:2]
    assert (told.notes, told.number, told.is_strong, told.is_today) == ((note,), 3, True, True)
    assert (other.notes, other.number, other.is_strong, other.is_today) == ((), None, False, False)


def test_days_that_the_calendar_does_not_reach_are_outside():
    last = CALENDAR.last
    found = weeks(last, last + timedelta(days=14))
    assert {day.kind for day in found[-1].days} == {DayKind.OUTSIDE}
