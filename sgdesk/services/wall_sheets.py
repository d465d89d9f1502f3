"""The timetable of a case as a sheet for the wall: each working day with its number."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from sgdesk.domain.case_dates import FIELD_WORDS, WORDS, CaseDate
from sgdesk.domain.dates import day_and_month, long_date
from sgdesk.domain.deadline_words import short_standing_words
from sgdesk.domain.explanations import explain
from sgdesk.domain.rules import Phase
from sgdesk.domain.standings import Standing
from sgdesk.errors import UserError
from sgdesk.records.paper_calendars import BoxSize, PaperCalendar, PaperNote
from sgdesk.records.papers import PaperColumn, PaperRow, PaperTable, PaperText
from sgdesk.services.calendar_weeks import Told, weeks_between
from sgdesk.services.deadline_notes import by_day, deadline_notes
from sgdesk.services.deadlines import case_deadlines
from sgdesk.services.held_cases import read_held_cases
from sgdesk.services.meetings import RAPID_REVIEW_MEETING, read_meetings
from sgdesk.services.one_page import on_one_page
from sgdesk.services.papers import new_paper

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from uuid import UUID

    from sgdesk.domain.deadlines import Deadline
    from sgdesk.records.papers import Paper
    from sgdesk.services.deadline_notes import DayNote
    from sgdesk.services.held_facts import HeldCase
    from sgdesk.services.register import Register

_LAST = "RR-15"
_NOTIFY = ("SIN-5", "LAC-5", "CL-5")
_PHASES = frozenset({Phase.NOTIFICATION, Phase.RAPID_REVIEW})
_RUNNING = frozenset({CaseDate.AWARE, CaseDate.NOTIFIED})
"""What the clocks start from that the sheet runs on for, beyond its last day."""
_MOST_WEEKS = 9
"""Weeks that one page holds; what is later stands in the table alone."""
_NO_REFERENCE = "case without a reference"
_NO_OWNER = "Business unit"
_LEGEND = (
    "Hatched days do not count. Strong frames: the day the count starts from, and the days it "
    "ends on. Today is white on dark."
)
_OWNERS = (PaperColumn("Who", 1.0), PaperColumn("What, and by when", 5.2))


class _Room(NamedTuple):
    """How large the letters of a week are and how many lines tell of a day: from small to large."""

    most_lines: int
    size: BoxSize


_ROOMS = (
    *(_Room(lines, BoxSize.SMALL) for lines in (2, 3, 4, 5)),
    *(_Room(lines, BoxSize.MEDIUM) for lines in (3, 4, 5)),
    *(_Room(lines, BoxSize.PLAIN) for lines in (2, 3, 4, 6)),
    *(_Room(lines, BoxSize.LARGE) for lines in (4, 6)),
    _Room(9, BoxSize.LARGEST),
)


class _Sheet(NamedTuple):
    """What the sheet of a case tells."""

    case: HeldCase
    end: Deadline
    """The deadline whose days are counted."""
    first: date
    """The day it is counted from."""
    last: date
    """The last day of the sheet."""
    deadlines: Sequence[Deadline]
    """All that belong to the timetable, in the order of their days."""
    told: Told
    working: str


def wall_sheet(register: Register, case_id: UUID, *, today: date) -> Paper:
    """Return the timetable of a case, day 0 to 15, on one page to hang on a wall.

    While the case is not notified it is the sheet of the notification, day 0 to 5. Raises
    `UserError` if the case is gone, has no timetable, or lacks the date that it starts from.
    """
    case = next(iter(read_held_cases(register, case_id)), None)
    if case is None:
        raise UserError("This case is no longer in the register.")
    sheet = _sheet(register, case, today)
    return on_one_page(lambda at: _paper(register, sheet, _ROOMS[at], today), len(_ROOMS) - 1)


def _sheet(register: Register, case: HeldCase, today: date) -> _Sheet:
    found = {one.rule.code: one for one in case_deadlines(register, case, today)}
    end, first, due = _end_of(found)
    deadlines = sorted(
        (one for one in found.values() if one.rule.phase in _PHASES and one.due is not None),
        key=lambda one: one.counts_to or due,
    )
    meetings = _meetings(register, case.id, today)
    lasting = [day for day, _ in meetings]
    lasting += [today] if end.standing is Standing.OVERDUE else []
    last = _last_day(first, due, deadlines, lasting)
    working = explain(end.rule, first, register.calendar, register.counting)
    numbers = {one.day: one.number for one in working.days if one.number is not None}
    numbers |= _later_numbers(register, end, due, last)
    strong = {first, due, *(one.agreed.agreed_on for one in (end,) if one.agreed)}
    notes = [
        (first, PaperNote(WORDS[end.rule.trigger], Standing.MET)),
        *(note for one in deadlines for note in _notes_of(one, end)),
        *meetings,
    ]
    kept = case.facts.kept[end.rule.code].working if end.is_kept else ""
    told = Told(by_day(notes), numbers, frozenset(strong))
    return _Sheet(case, end, first, last, deadlines, told, kept or working.sentence)


def _end_of(found: Mapping[str, Deadline]) -> tuple[Deadline, date, date]:
    """Return the deadline that the sheet counts to, with its first and its last day.

    Raises `UserError` where there is none.
    """
    candidates = [found[code] for code in (_LAST, *_NOTIFY) if code in found]
    for one in candidates:
        if one.trigger_on is not None and one.due is not None:
            return one, one.trigger_on, one.due
    for one in candidates:
        if one.standing is Standing.NOT_APPLICABLE:
            raise UserError(f"This case has no timetable: {one.note}.")
    missing = " or the ".join(FIELD_WORDS[one.rule.trigger] for one in reversed(candidates))
    raise UserError(f"Timetable: it starts from the {missing}. Enter that day first.")


def _meetings(register: Register, case_id: UUID, today: date) -> list[DayNote]:
    """Return the meeting of the Rapid Review where it is booked and still to come."""
    booked = [
        one
        for one in read_meetings(register, today=today).get(case_id, ())
        if one.day >= today and one.title == RAPID_REVIEW_MEETING
    ]
    return [(one.day, PaperNote(f"Meeting booked {one.time}".strip())) for one in booked]


def _last_day(
    first: date, due: date, deadlines: Sequence[Deadline], lasting: Sequence[date]
) -> date:
    """Return the day of the last thing that runs beside the count, as far as the page holds it."""
    running = [one for one in deadlines if one.rule.trigger in _RUNNING]
    days = [day for one in running for day in (one.counts_to, one.done_on) if day is not None]
    monday = first - timedelta(days=first.weekday())
    most = monday + timedelta(weeks=_MOST_WEEKS, days=-1)
    return max(due, min(most, max([due, *days, *lasting])))


def _later_numbers(register: Register, end: Deadline, due: date, last: date) -> dict[date, int]:
    """Return the numbers of the working days after the last one of the rule."""
    calendar = register.calendar
    days = (due + timedelta(days=at) for at in range(1, (last - due).days + 1))
    return {
        day: end.rule.count + calendar.working_days_between(due, day)
        for day in days
        if calendar.is_working_day(day)
    }


def _notes_of(deadline: Deadline, end: Deadline) -> Iterator[DayNote]:
    """Yield what is said of a deadline; the day the count starts from is told once."""
    is_start = deadline.rule.completed_by is end.rule.trigger
    for day, note in deadline_notes(deadline):
        if not (is_start and note.standing is None and day == end.trigger_on):
            yield day, note


def _paper(register: Register, sheet: _Sheet, room: _Room, today: date) -> Paper:
    reference = sheet.case.local_reference or _NO_REFERENCE
    weeks = weeks_between(sheet.first, sheet.last, sheet.told, register.calendar, today=today)
    calendar = PaperCalendar(
        tuple(weeks),
        note=_LEGEND,
        most_lines=room.most_lines,
        size=room.size,
        fills_page=True,
    )
    lines = (sheet.working, *_agreed_lines(sheet), *_missing_lines(sheet))
    paper = new_paper(
        register,
        f"Timetable, day 0 to {sheet.end.rule.count}: {reference}",
        (calendar, PaperText("", lines), _owners(sheet)),
        today=today,
        file_stem="case-timetable",
        summary=_summary(sheet, today),
    )
    return replace(paper, is_landscape=True, case_ids=(sheet.case.id,))


def _summary(sheet: _Sheet, today: date) -> str:
    end = sheet.end
    words = f"{end.rule.title}: {long_date(end.counts_to or sheet.last)}."
    if end.done_on is not None:
        return f"{words} Done on {long_date(end.done_on)}."
    number = sheet.told.numbers.get(today)
    day = f" Today is day {number}." if number is not None else ""
    return f"{words} {short_standing_words(end)}.{day}"


def _agreed_lines(sheet: _Sheet) -> Iterator[str]:
    """Yield each agreed date beside the one by the rule. The reason stays in the register."""
    for one in sheet.deadlines:
        if one.agreed is not None and one.due is not None:
            agreed, due = long_date(one.agreed.agreed_on), long_date(one.due)
            yield f"Agreed for “{one.rule.name}”: {agreed}. The date by the rule is {due}."


def _missing_lines(sheet: _Sheet) -> Iterator[str]:
    if sheet.end.rule.code == "SIN-5" and CaseDate.NOTIFIED not in sheet.case.facts.dates:
        yield (
            "The notified date is missing. Once it is entered, this sheet runs from that day to "
            "day 15 of the Rapid Review."
        )


def _owners(sheet: _Sheet) -> PaperTable:
    """Return who does what: a line for each, in the order of the first thing that is due."""
    tasks: dict[str, list[str]] = {}
    for one in sheet.deadlines:
        owner = one.rule.owner or sheet.case.owner or _NO_OWNER
        tasks.setdefault(owner, []).append(_task(one, sheet.told.numbers))
    rows = tuple(PaperRow((owner, "; ".join(found))) for owner, found in tasks.items())
    return PaperTable(_OWNERS, rows, is_tight=True)


def _task(deadline: Deadline, numbers: Mapping[date, int]) -> str:
    if deadline.done_on is not None:
        return f"{deadline.rule.name} (done {day_and_month(deadline.done_on)})"
    day = deadline.counts_to or date.max
    number = f", day {numbers[day]}" if day in numbers else ""
    return f"{deadline.rule.name} ({day_and_month(day)}{number})"
