"""What the head, the tiles and the groups of Today say of the day."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sgdesk.domain.dates import day_and_month, full_date, long_date
from sgdesk.domain.standings import Standing
from sgdesk.ui.models.record_table import Group

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sgdesk.records.deadlines import DeadlineRow
    from sgdesk.records.moved_dates import MovedDate
    from sgdesk.records.today import TodayView

OVERDUE, DUE_TODAY, SOON, OTHERS = "overdue", "due_today", "soon", "others"
"""Keys of the tiles and of the groups below them."""
NOW = "now"
"""Key of what a reminder counts: the first two of them."""
BECAME_OVERDUE = "became_overdue"

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class DueDay(NamedTuple):
    """What falls due on one day of the coming weeks."""

    title: str
    """As in "Due on Tue 8 Dec"."""
    note: str
    rows: tuple[DeadlineRow, ...]


def day_words(today: date) -> str:
    """Return "Monday 23 November 2026"."""
    return f"{_WEEKDAYS[today.weekday()]} {full_date(today)}"


def day_sentence(view: TodayView) -> str:
    """Return "Monday 23 November 2026 · working day", or which day off it is."""
    kind = "working day" if view.is_working_day else "not a working day"
    named = f"{view.holiday} ({kind})" if view.holiday else kind
    return f"{day_words(view.today)} · {named}"


def groups_of(view: TodayView, key: str = "") -> list[Group[DeadlineRow]]:
    """Return the groups of the list: the one named by `key`, or the three that press."""
    until = f"to {day_and_month(view.soon_until)}"
    groups = {
        OVERDUE: Group("Overdue", view.overdue, standing=Standing.OVERDUE),
        DUE_TODAY: Group("Due today", view.due_today, standing=Standing.DUE_TODAY),
        SOON: Group("Next 5 working days", view.due_soon, until, standing=Standing.DUE_SOON),
        OTHERS: Group("Waiting on others", view.waiting_on_others),
        BECAME_OVERDUE: Group("Became overdue", _became_overdue(view), standing=Standing.OVERDUE),
    }
    if key == NOW:
        return [groups[OVERDUE], groups[DUE_TODAY]]
    if key:
        return [groups[key]]
    looks = Group("Look again at a pause", view.looks, standing=Standing.PAUSED)
    now = [groups[OVERDUE], groups[DUE_TODAY]]
    return [*now, looks, groups[SOON]] if view.looks else [*now, groups[SOON]]


def tile_details(view: TodayView) -> dict[str, tuple[int, str]]:
    """Return the figure of each tile and the line under its words."""
    late = sum(row.standing is Standing.OVERDUE for row in view.waiting_on_others)
    return {
        OVERDUE: (len(view.overdue), _oldest(view.overdue)),
        DUE_TODAY: (len(view.due_today), _required(view.due_today)),
        SOON: (len(view.due_soon), f"to {day_and_month(view.soon_until)}"),
        OTHERS: (len(view.waiting_on_others), _late_words(late, len(view.waiting_on_others))),
    }


def due_day(view: TodayView, day: date, rows: tuple[DeadlineRow, ...]) -> DueDay:
    """Return a day of the strip as the list shows it."""
    load = next((load for load in view.weeks if load.day == day), None)
    parts = [str(len(rows))] if rows else []
    if load is not None and load.holiday:
        parts.append(f"bank holiday, {load.holiday}")
    return DueDay(f"Due on {day_and_month(day)}", " · ".join(parts), rows)


def step_of(row: DeadlineRow) -> str:
    """Return where in its case a line stands that is no deadline of a rule, or ""."""
    from sgdesk.records.deadlines import DueKind  # noqa: PLC0415 - loaded where the day is read

    return {DueKind.ACTION: "learning", DueKind.RETURN: "agencies"}.get(row.kind, "")


def moved_words(moved: MovedDate) -> str:
    """Return "Rapid Review to the Panel: Thu 19 Nov 2026 becomes Fri 20 Nov 2026"."""
    before = long_date(moved.before) if moved.before else "no date"
    after = long_date(moved.after) if moved.after else "no date"
    return f"{moved.what}: {before} becomes {after}"


def _became_overdue(view: TodayView) -> tuple[DeadlineRow, ...]:
    """Return the deadlines that `view.became_overdue` counts."""
    from sgdesk.domain.rules import Phase  # noqa: PLC0415 - loaded where the day is read

    since = view.opened_before.date() if view.opened_before else view.today
    return tuple(
        row
        for row in view.overdue
        if row.phase is not Phase.ACTION and row.counts_to is not None and row.counts_to >= since
    )


def _oldest(rows: Sequence[DeadlineRow]) -> str:
    if not rows:
        return "none"
    words = rows[0].short_words.removeprefix("Overdue ")
    return words if len(rows) == 1 else f"oldest {words}"


def _required(rows: Sequence[DeadlineRow]) -> str:
    from sgdesk.domain.rules import Weight  # noqa: PLC0415 - loaded where the day is read

    if not rows:
        return "nothing"
    required = sum(row.weight in (Weight.DUTY, Weight.STATUTORY_GUIDANCE) for row in rows)
    return f"{required} statutory" if required else "none statutory"


def _late_words(late: int, total: int) -> str:
    if not total:
        return "nobody"
    return f"{late} overdue" if late else "none overdue"
