"""What the section on the local timetable says: its versions, and an example of the 15 days."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sgdesk.domain.dates import long_date
from sgdesk.domain.deadlines import due_date, rules_for
from sgdesk.domain.editions import edition_on
from sgdesk.domain.explanations import explain
from sgdesk.domain.notifications import NotificationKind
from sgdesk.domain.rule_packs import RULE_PACKS
from sgdesk.domain.rules import Unit
from sgdesk.domain.timetables import in_order, is_inside_15
from sgdesk.ui.dialogs.deadline_words import strip_of
from sgdesk.ui.widgets.timetable_strip import TimetableMark

if TYPE_CHECKING:
    from datetime import date

    from sgdesk.domain.timetables import Milestone, Timetable
    from sgdesk.records.strips import StripDay
    from sgdesk.records.timetables import TimetableRow
    from sgdesk.services.register import Register

_UNITS = {Unit.WORKING_DAYS: "working days", Unit.MONTHS: "months", Unit.YEARS: "years"}
_WHOLE = "RR-15"


class Example(NamedTuple):
    """The 15 days of one notification under a timetable."""

    days: tuple[StripDay, ...]
    marks: tuple[TimetableMark, ...]


def version_words(row: TimetableRow) -> str:
    """Return "In force from Fri 1 Jan 2027 · 4 cases, 3 open"."""
    cases = "1 case" if row.cases == 1 else f"{row.cases or 'no'} cases"
    still = f", {row.open_cases} open" if row.open_cases else ""
    return f"{since_words(row.timetable)} · {cases}{still}"


def since_words(timetable: Timetable) -> str:
    """Return from when a timetable holds, as a title."""
    if timetable.starts_on is None:
        return "The program’s own"
    return f"In force from {long_date(timetable.starts_on)}"


def effect_words(row: TimetableRow | None) -> str:
    """Return what saving would do, as a sentence under the choice of timetable."""
    if row is None:
        return (
            "It holds for cases that are notified from its first day on. Cases that began before "
            "keep the timetable they began under."
        )
    if row.timetable_id is None:
        return (
            "It comes with the program and holds for cases notified before any timetable of your "
            "own. Make a new timetable to change it."
        )
    if not row.open_cases:
        return "No open case is under it: correcting it moves no date."
    cases = "1 open case is" if row.open_cases == 1 else f"{row.open_cases} open cases are"
    return (
        f"{cases} under it. Correcting it moves their open dates; you see which before anything "
        "is saved. For a change from a day on, make a new timetable."
    )


def period_unit(code: str) -> str:
    """Return the unit of a local period outside the 15 days, as "working days"."""
    return _UNITS[RULE_PACKS[max(RULE_PACKS)][code].unit]


def example_of(register: Register, timetable: Timetable, notified_on: date) -> Example:
    """Return the 15 days from `notified_on` with the used steps of `timetable` on their days.

    Raises `OutsideCalendarError`.
    """
    calendar, counting = register.calendar, register.counting
    kind = NotificationKind.SERIOUS_INCIDENT
    rules = {
        rule.code: rule for rule in rules_for(edition_on(notified_on), kind, timetable=timetable)
    }
    working = explain(rules[_WHOLE], notified_on, calendar, counting)
    steps = [
        (step.code, _mark_words(step), step.is_own)
        for step in in_order(timetable.milestones)
        if is_inside_15(step) and step.code in rules
    ]
    marks = [
        TimetableMark(day, words, is_own)
        for code, words, is_own in (*steps, (_WHOLE, rules[_WHOLE].name, False))
        if (day := due_date(rules[code], notified_on, calendar, counting)) is not None
    ]
    return Example(strip_of(working.days), tuple(sorted(marks, key=lambda mark: mark.day)))


def _mark_words(step: Milestone) -> str:
    name = step.name.strip() or "Milestone without a name"
    return f"{name} (own)" if step.is_own else name
