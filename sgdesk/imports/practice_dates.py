"""Dates told as steps from today or from another date, so that practice never goes stale."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from sgdesk.domain.dates import add_months

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from sgdesk.domain.calendar import WorkingCalendar

_TOLD = re.compile(r"(?P<base>[a-z_]*)(?P<steps>(?:[+-][0-9]+(?:wd|d|m|y))*)")
_STEP = re.compile(r"([+-][0-9]+)(wd|d|m|y)")


def told_date(
    told: str, known: Mapping[str, date], *, today: date, calendar: WorkingCalendar
) -> date:
    """Return the date that `told` tells, its steps taken from left to right.

    Steps are working days (wd), days, months and years, from today as in "-6m+8d-1wd", or
    from a date in `known` as in "notified_on+14wd". Raises `ValueError` for anything else.
    """
    match = _TOLD.fullmatch(told)
    if match is None or match["base"] not in {"", *known}:
        raise ValueError(f"No date can be told from {told!r}.")
    day = known[match["base"]] if match["base"] else today
    for count, unit in _STEP.findall(match["steps"]):
        day = _stepped(day, int(count), unit, calendar)
    return day


def _stepped(day: date, count: int, unit: str, calendar: WorkingCalendar) -> date:
    match unit:
        case "wd":
            return calendar.add_working_days(day, count)
        case "d":
            return day + timedelta(days=count)
        case "m":
            return add_months(day, count)
        case _:
            return add_months(day, 12 * count)
