"""Date fields of the dialogs, with the calendar that marks bank holidays and the due day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.ui.widgets.calendar_popup import CalendarMarks
from sgdesk.ui.widgets.date_field import DateField

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

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
        step=calendar.add_working_days,
        marks=lambda: CalendarMarks(calendar.bank_holidays, due(), due_words),
    )
