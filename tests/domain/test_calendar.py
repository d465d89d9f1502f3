"""The working-day calendar, against the official list and against numpy."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sgdesk.config.calendars import working_calendar
from sgdesk.domain.calendar import OutsideCalendarError, SkippedDay, WorkingCalendar

CALENDAR = working_calendar()
HOLIDAYS = sorted(np.datetime64(day) for day in CALENDAR.bank_holidays)
EVERY_DAY = np.arange(np.datetime64("2005-01-01"), np.datetime64("2049-01-01"))
COUNTS = np.arange(1, 251)  # each of them falls to some hundreds of days, each day to five
days = st.dates(date(2005, 1, 1), date(2048, 12, 31))

# Weekday bank holidays of England and Wales, 2019 to 2028, as officially published.
OFFICIAL = """
2019-01-01 2019-04-19 2019-04-22 2019-05-06 2019-05-27 2019-08-26 2019-12-25 2019-12-26
2020-01-01 2020-04-10 2020-04-13 2020-05-08 2020-05-25 2020-08-31 2020-12-25 2020-12-28
2021-01-01 2021-04-02 2021-04-05 2021-05-03 2021-05-31 2021-08-30 2021-12-27 2021-12-28
2022-01-03 2022-04-15 2022-04-18 2022-05-02 2022-06-02 2022-06-03 2022-08-29 2022-09-19
2022-12-26 2022-12-27 2023-01-02 2023-04-07 2023-04-10 2023-05-01 2023-05-08 2023-05-29
2023-08-28 2023-12-25 2023-12-26 2024-01-01 2024-03-29 2024-04-01 2024-05-06 2024-05-27
2024-08-26 2024-12-25 2024-12-26 2025-01-01 2025-04-18 2025-04-21 2025-05-05 2025-05-26
2025-08-25 2025-12-25 2025-12-26 2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25
2026-08-31 2026-12-25 2026-12-28 2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31
2027-08-30 2027-12-27 2027-12-28 2028-01-03 2028-04-14 2028-04-17 2028-05-01 2028-05-29
2028-08-28 2028-12-25 2028-12-26
"""


def test_the_83_official_bank_holidays_of_2019_to_2028_are_the_librarys():
    official = {date.fromisoformat(day) for day in OFFICIAL.split()}
    held = {day for day in CALENDAR.bank_holidays if 2019 <= day.year <= 2028 and day.weekday() < 5}
    assert len(official) == 83
    assert held == official


@pytest.mark.parametrize("shift", range(0, 250, 50))
def test_working_days_are_added_as_numpy_adds_them(shift):
    counts = COUNTS[(np.arange(EVERY_DAY.size) * 7 + shift) % COUNTS.size]
    expected = np.busday_offset(EVERY_DAY, counts, roll="backward", holidays=HOLIDAYS)
    asked = zip(EVERY_DAY.tolist(), counts.tolist(), strict=True)
    assert [CALENDAR.add_working_days(*one) for one in asked] == expected.tolist()


@pytest.mark.parametrize("shift", range(0, 250, 50))
def test_working_days_are_taken_away_as_numpy_takes_them(shift):
    counts = COUNTS[(np.arange(EVERY_DAY.size) * 7 + shift) % COUNTS.size]
    expected = np.busday_offset(EVERY_DAY, -counts, roll="forward", holidays=HOLIDAYS)
    asked = zip(EVERY_DAY.tolist(), counts.tolist(), strict=True)
    assert [CALENDAR.working_days_before(*one) for one in asked] == expected.tolist()


@given(start=days, end=days)
def test_working_days_between_two_days_are_numpys_count(start, end):
    first, last = sorted((start, end))
    one = np.timedelta64(1, "D")
    expected = np.busday_count(
        np.datetime64(first) + one, np.datetime64(last) + one, holidays=HOLIDAYS
    )
    assert CALENDAR.working_days_between(first, last) == expected
    assert CALENDAR.working_days_between(last, first) == -expected


@given(day=days)
def test_a_working_day_is_numpys_business_day(day):
    assert CALENDAR.is_working_day(day) == np.is_busday(day, holidays=HOLIDAYS)


@given(day=days)
def test_the_last_working_day_to_a_day_is_a_working_day_on_or_before_it(day):
    found = CALENDAR.last_working_day_to(day)
    assert found <= day
    assert CALENDAR.is_working_day(found)
    assert CALENDAR.working_days_between(found, day) == 0


@given(start=days, count=st.integers(0, 60))
def test_the_skipped_days_are_all_that_is_not_counted(start, count):
    due = CALENDAR.add_working_days(start, count)
    skipped = list(CALENDAR.skipped(start, due))
    assert (due - start).days == count + len(skipped)
    span = np.arange(start, due) + np.timedelta64(1, "D")
    weekends = len(span) - np.is_busday(span).sum()
    assert sum(not item.holiday for item in skipped) == weekends


def test_no_working_days_later_or_earlier_is_the_day_itself():
    saturday = date(2026, 3, 28)
    assert CALENDAR.add_working_days(saturday, 0) == saturday
    assert CALENDAR.working_days_before(saturday, 0) == saturday


def test_negative_counts_run_the_other_way():
    friday = date(2026, 11, 20)
    assert CALENDAR.add_working_days(friday, -1) == date(2026, 11, 19)
    assert CALENDAR.working_days_before(friday, -1) == date(2026, 11, 23)


@pytest.mark.parametrize("day", [date(2003, 12, 31), date(2050, 1, 1)])
def test_a_day_outside_the_table_is_refused_in_a_sentence(day):
    with pytest.raises(OutsideCalendarError, match="runs from Thu 1 Jan 2004 to Fri 31 Dec 2049"):
        CALENDAR.is_working_day(day)


def test_a_count_that_leaves_the_table_is_refused():
    for ask in (
        lambda: CALENDAR.add_working_days(CALENDAR.last, 1),
        lambda: CALENDAR.add_working_days(date(2003, 12, 31), 1),
        lambda: CALENDAR.working_days_before(CALENDAR.first, 1),
        lambda: CALENDAR.working_days_before(date(2004, 1, 2), 5),
    ):
        with pytest.raises(OutsideCalendarError):
            ask()


def test_the_first_day_of_the_table_can_be_asked():
    assert not CALENDAR.is_working_day(CALENDAR.first)  # New Year's Day
    monday = WorkingCalendar(
        {}, first=date(2026, 6, 1), last=date(2026, 6, 30), announced_to=date(2026, 6, 30)
    )
    assert monday.is_working_day(date(2026, 6, 1))


def test_years_after_the_last_announced_one_are_known_to_be_open():
    assert CALENDAR.is_announced(date(2028, 12, 31))
    assert not CALENDAR.is_announced(date(2029, 1, 1))


def test_the_officers_changes_move_days_and_closures_do_not():
    changed = CALENDAR.with_changes(
        added={date(2026, 11, 24): "Day of mourning"},
        removed=frozenset({date(2026, 12, 25)}),
        closures={date(2026, 12, 24): "Office closed"},
    )
    assert not changed.is_working_day(date(2026, 11, 24))
    assert changed.is_working_day(date(2026, 12, 25))
    assert changed.is_working_day(date(2026, 12, 24))
    assert list(changed.skipped(date(2026, 11, 23), date(2026, 11, 24))) == [
        SkippedDay(date(2026, 11, 24), "Day of mourning")
    ]
    assert CALENDAR.is_working_day(date(2026, 11, 24))


def test_bank_holidays_bear_their_official_names():
    names = {day: CALENDAR.bank_holidays[day] for day in CALENDAR.bank_holidays}
    assert names[date(2026, 5, 4)] == "Early May bank holiday"
    assert names[date(2026, 12, 28)] == "Boxing Day (substitute day)"
    assert names[date(2022, 9, 19)] == "State Funeral of Queen Elizabeth II"


def test_a_weekend_has_no_working_day_between():
    friday = date(2026, 11, 20)
    assert CALENDAR.working_days_between(friday, friday + timedelta(days=2)) == 0
