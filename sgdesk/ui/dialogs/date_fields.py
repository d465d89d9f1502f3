"""Date fields of the dialogs, with the calendar that marks bank holidays and the due day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.calendar import OutsideCalendarError
from sgdesk.ui.widgets.calendar_popup import CalendarMarks
from sgdesk.ui.widgets.date_field import DateField

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from sgdesk.domain.calendar import WorkingCalendar
    from sgdesk.ui.context import AppContext


def make_date_field(
    context: AppContext,
    due: Callable[[], date | None] = lambda: None,
    due_words: str = "Due",
) -> DateField:
    """Return a date field; its calendar rings the day that `due` gives when it opens."""
    calendar = context.register.calendar
    return DateField(
        context.read_date,
        step=lambda day, count: _stepped(calendar, day, count),
        marks=lambda: CalendarMarks(calendar.bank_holidays, due(), due_words),
    )


def _stepped(calendar: WorkingCalendar, day: date, count: int) -> date:
    """Return the day `count` working days on; `day` itself where the calendar ends."""
    try:
        return calendar.add_working_days(day, count)
    except OutsideCalendarError:
        return day
