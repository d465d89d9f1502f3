"""What the tiles, groups and sentences of Today say of the day."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from sgdesk.domain.dates import day_and_month, full_date
from sgdesk.domain.rules import Weight
from sgdesk.domain.standings import Standing
from sgdesk.ui.models.record_table import Group

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from sgdesk.records.deadlines import DayLoad, DeadlineRow
    from sgdesk.records.today import TodayView

OVERDUE, DUE_TODAY, SOON, OTHERS = "overdue", "due_today", "soon", "others"
"""Keys of the tiles and of the groups below them."""

_REQUIRED = frozenset({Weight.DUTY, Weight.STATUTORY_GUIDANCE})
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_BUSIEST_NAMED = 3


def day_sentence(view: TodayView) -> str:
    """Return "Monday 23 November 2026 · working day", or which day off it is."""
    kind = "working day" if view.is_working_day else "not a working day"
    named = f"{view.holiday} ({kind})" if view.holiday else kind
    return f"{_WEEKDAYS[view.today.weekday()]} {full_date(view.today)} · {named}"


def groups_of(view: TodayView, key: str = "") -> list[Group[DeadlineRow]]:
    """Return the groups of the list: the one named by `key`, or the three that press."""
    until = f"to {day_and_month(view.soon_until)}"
    groups = {
        OVERDUE: Group("Overdue", view.overdue, standing=Standing.OVERDUE),
        DUE_TODAY: Group("Due today", view.due_today, standing=Standing.DUE_TODAY),
        SOON: Group("Next 5 working days", view.due_soon, until, standing=Standing.DUE_SOON),
        OTHERS: Group("Waiting on others", view.waiting_on_others),
    }
    return [groups[key]] if key else [groups[one] for one in (OVERDUE, DUE_TODAY, SOON)]


def tile_details(view: TodayView) -> dict[str, tuple[int, str]]:
    """Return the figure of each tile and the line under its words."""
    late = sum(row.standing is Standing.OVERDUE for row in view.waiting_on_others)
    return {
        OVERDUE: (len(view.overdue), _oldest(view.overdue)),
        DUE_TODAY: (len(view.due_today), _required(view.due_today)),
        SOON: (len(view.due_soon), f"to {day_and_month(view.soon_until)}"),
        OTHERS: (len(view.waiting_on_others), _late_words(late, len(view.waiting_on_others))),
    }


def weeks_sentence(weeks: Sequence[DayLoad]) -> str:
    """Return the strip of weeks in one line: how many, the busiest days, the bank holidays."""
    total = sum(len(load.weights) for load in weeks)
    parts = [f"{total} deadline" if total == 1 else f"{total} deadlines"]
    most = max((len(load.weights) for load in weeks), default=0)
    busiest = [load.day for load in weeks if len(load.weights) == most]
    if most > 1 and len(busiest) <= _BUSIEST_NAMED:
        each = " each" if len(busiest) > 1 else ""
        parts.append(f"busiest {days_in_words(busiest)} ({most}{each})")
    holidays = [load.day for load in weeks if load.holiday]
    if holidays:
        noun = "bank holiday" if len(holidays) == 1 else "bank holidays"
        parts.append(f"{noun} {days_in_words(holidays, is_weekday_named=False)}")
    return " · ".join(parts)


def days_in_words(days: Iterable[date], *, is_weekday_named: bool = True) -> str:
    """Return "Tue 8 and Wed 23 Dec", the month once for the days in it."""
    months = []
    for _, group in groupby(days, key=lambda day: day.month):
        words = [day_and_month(day).split() for day in group]
        named = [f"{name} {number}" if is_weekday_named else number for name, number, _ in words]
        together = " and ".join([", ".join(named[:-1]), named[-1]] if named[:-1] else named)
        months.append(f"{together} {words[0][2]}")
    return ", ".join(months)


def _oldest(rows: Sequence[DeadlineRow]) -> str:
    if not rows:
        return "none"
    words = rows[0].short_words.removeprefix("Overdue ")
    return words if len(rows) == 1 else f"oldest {words}"


def _required(rows: Sequence[DeadlineRow]) -> str:
    if not rows:
        return "nothing"
    required = sum(row.weight in _REQUIRED for row in rows)
    return f"{required} a duty or guidance" if required else "local practice"


def _late_words(late: int, total: int) -> str:
    if not total:
        return "nobody"
    return f"{late} overdue" if late else "none overdue"
