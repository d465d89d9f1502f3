"""Dates told as steps: from today, from one another, in every unit."""

from __future__ import annotations

from datetime import date

import pytest

from sgdesk.domain.calendar import WorkingCalendar
from sgdesk.imports.practice_dates import told_date

TODAY = date(2026, 3, 31)
CALENDAR = WorkingCalendar(
    {date(2026, 4, 3): "Good Friday", date(2026, 4, 6): "Easter Monday"},
    first=date(2020, 1, 1),
    last=date(2030, 12, 31),
    announced_to=date(2028, 12, 31),
)


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("", date(2026, 3, 31)),
        ("+0d", date(2026, 3, 31)),
        ("-2wd", date(2026, 3, 27)),
        ("+3wd", date(2026, 4, 7)),
        ("+7d", date(2026, 4, 7)),
        ("-1m", date(2026, 2, 28)),
        ("+2y", date(2028, 3, 31)),
        ("-1m+8d-1wd", date(2026, 3, 6)),
        ("aware_on", date(2025, 12, 1)),
        ("aware_on+1m-1d", date(2025, 12, 31)),
    ],
)
def test_steps_are_taken_from_left_to_right(told, day):
    assert told_date(told, {"aware_on": date(2025, 12, 1)}, today=TODAY, calendar=CALENDAR) == day


@pytest.mark.parametrize("told", ["3wd", "+3w", "+wd", "notified_on", "2026-03-31", "aware_on 1d"])
def test_anything_else_is_refused(told):
    with pytest.raises(ValueError, match="No date can be told"):
        told_date(told, {"aware_on": TODAY}, today=TODAY, calendar=CALENDAR)
