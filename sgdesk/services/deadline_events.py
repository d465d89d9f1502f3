"""Deadlines as events of a calendar: no name in them, and every date explains itself."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID, uuid5

from sqlalchemy import select

from sgdesk.domain.calendar import OutsideCalendarError
from sgdesk.domain.counting import counting_sentence
from sgdesk.domain.dates import long_date
from sgdesk.domain.deadlines import due_date
from sgdesk.domain.rules import WEIGHT_WORDS
from sgdesk.domain.standings import OPEN_STANDINGS, Standing
from sgdesk.records.deadline_files import DeadlineCalendar, DeadlineEvent, EventState
from sgdesk.services.deadline_workings import working_sentence
from sgdesk.services.deadlines import case_deadlines, yearly_report
from sgdesk.services.held_cases import read_held_cases
from sgdesk.services.papers import handling_mark
from sgdesk.store.entities.deadlines import MovedDateEntity
from sgdesk.store.entities.exports import ExportCaseEntity, ExportEntity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from sgdesk.domain.calendar import WorkingCalendar
    from sgdesk.domain.deadlines import Deadline
    from sgdesk.domain.rules import Rule
    from sgdesk.records.deadlines import DeadlineRow
    from sgdesk.services.register import Register

CALENDAR_KIND = "deadline-calendar"
SHOWN_FOR = timedelta(days=92)
"""How long what is met, or no longer applies, stays in the file after its day."""
NAMELESS = "a case without a reference"
_OWN = UUID("a40d74c3-48d9-4785-be2a-d89a1d893f85")
"""Told apart from the identities of other programs: all of ours are derived from it."""
_STATES = {
    **dict.fromkeys(OPEN_STANDINGS, EventState.OPEN),
    Standing.PAUSED: EventState.HELD,
    Standing.MET: EventState.DONE,
    Standing.MET_LATE: EventState.DONE,
    Standing.NOT_APPLICABLE: EventState.DROPPED,
}
_LEADS = {
    EventState.HELD: "Paused: ",
    EventState.DONE: "Done: ",
    EventState.DROPPED: "No longer due: ",
}
_ENDED = frozenset({EventState.DONE, EventState.DROPPED})


def deadline_events(
    register: Register, rows: Sequence[DeadlineRow] | None = None, *, today: date
) -> DeadlineCalendar:
    """Return what a calendar file says: an event for each open deadline of `rows` with a date.

    Without `rows` it is every deadline of the register. What was met lately, or no longer
    applies, is told too, of the cases of `rows` and of those that an earlier file spoke of: a
    calendar that has the event is brought up to date.
    """
    wanted = None if rows is None else {(row.case_id, row.code) for row in rows}
    speaks_of = None if rows is None else {row.case_id for row in rows} | _told_before(register)
    writer = _Writer(register, _unnamed_calendar(register), today)
    dropped = _dropped_days(register)
    events: list[DeadlineEvent] = []
    case_ids: list[UUID] = []
    for item in _deadlines(register, today):
        if speaks_of is not None and item.case_id not in speaks_of:
            continue
        key = (item.case_id, item.deadline.rule.code)
        event = writer.event(item, dropped.get(key))
        is_asked_for = wanted is None or key in wanted
        if event is not None and (is_asked_for or event.state in _ENDED):
            events.append(event)
            if item.case_id is not None:
                case_ids.append(item.case_id)
    return DeadlineCalendar(
        name=f"{writer.practice}SGDesk deadlines",
        sequence=register.store.audit_head().seq,
        made_at=register.now(),
        events=tuple(sorted(events, key=lambda event: (event.day, event.summary, event.uid))),
        case_ids=tuple(dict.fromkeys(case_ids)),
    )


class _Item(NamedTuple):
    """A deadline with whose it is; `reference` is the one the officer gave, or ""."""

    case_id: UUID | None
    reference: str
    deadline: Deadline


class _Writer:
    """Puts deadlines into words that name nobody."""

    def __init__(self, register: Register, calendar: WorkingCalendar, today: date) -> None:
        self.practice = "PRACTICE: " if register.is_practice else ""
        self._register = register
        self._calendar = calendar
        self._today = today
        self._first = today - SHOWN_FOR
        self._foot = (
            f"{counting_sentence(register.counting)}\n"
            f"{handling_mark(register)}. As at {long_date(today)}."
        )

    def event(self, item: _Item, dropped_on: date | None) -> DeadlineEvent | None:
        """Return the event of a deadline, or None where it has no day, or is long over.

        `dropped_on` is the day it stood on before its date was taken away.
        """
        deadline = item.deadline
        state = _STATES.get(deadline.standing)
        day = self._day(deadline)
        if state is None or day is None:
            state, day = EventState.DROPPED, dropped_on
        if day is None or (state in _ENDED and day < self._first):
            return None
        lead = "" if state is EventState.OPEN else _LEADS[state]
        whose = item.reference or (NAMELESS if item.case_id else "the partnership")
        return DeadlineEvent(
            uid=self._uid(item),
            day=day,
            summary=f"{self.practice}{lead}{_name(deadline.rule)}: {whose}",
            description=self._description(deadline, state, day),
            category=WEIGHT_WORDS[deadline.rule.weight],
            state=state,
        )

    def _uid(self, item: _Item) -> UUID:
        """Return the same identity for one rule of one case for ever."""
        whose = item.case_id or ("practice" if self.practice else "partnership")
        return uuid5(_OWN, f"{whose} {item.deadline.rule.code}")

    def _day(self, deadline: Deadline) -> date | None:
        """Return the day it stands on: the agreed one if there is one, else by the rule."""
        if deadline.agreed is not None:
            return deadline.agreed.agreed_on
        if deadline.due is not None or deadline.standing is not Standing.NOT_APPLICABLE:
            return deadline.due
        if deadline.trigger_on is None:
            return None
        try:
            return due_date(
                deadline.rule, deadline.trigger_on, self._calendar, self._register.counting
            )
        except OutsideCalendarError:
            return None

    def _description(self, deadline: Deadline, state: EventState, day: date) -> str:
        rule = deadline.rule
        lines = [
            _rule_sentence(rule),
            f"{WEIGHT_WORDS[rule.weight]}. {rule.source}. {rule.edition.label}.",
        ]
        if state is EventState.DROPPED:
            lines.insert(0, "This no longer applies.")
        elif deadline.agreed is not None and deadline.due is not None:
            lines.insert(
                0, f"Agreed date: {long_date(day)}. By the rule: {long_date(deadline.due)}."
            )
        lines.append(self._working(deadline))
        if deadline.done_on is not None:
            lines.append(f"Met on {long_date(deadline.done_on)}.")
        return "\n".join((*lines, self._foot))

    def _working(self, deadline: Deadline) -> str:
        if deadline.is_kept and deadline.due is not None:
            return f"It was due on {long_date(deadline.due)}; the result is kept as it was."
        return working_sentence(self._register, deadline, self._calendar)


def _name(rule: Rule) -> str:
    """Return what an event is called; the partnership's own milestones have a typed name."""
    return f"Local milestone, day {rule.count}" if rule.is_own else rule.name


def _rule_sentence(rule: Rule) -> str:
    if rule.is_own:
        return f"A milestone of the local timetable: {rule.period}."
    return f"{rule.title}. Rule {rule.code}: {rule.period}."


def _deadlines(register: Register, today: date) -> Iterator[_Item]:
    yield _Item(None, "", yearly_report(register, today))
    for case in read_held_cases(register):
        for deadline in case_deadlines(register, case, today):
            yield _Item(case.id, case.local_reference, deadline)


def _unnamed_calendar(register: Register) -> WorkingCalendar:
    """Return the calendar without what the officer typed: only official names leave with it."""
    plain, own = register.plain_calendar, register.calendar
    if own is plain:
        return plain
    official = plain.bank_holidays
    return plain.with_changes(
        added={day: "added holiday" for day in own.bank_holidays if day not in official},
        removed=frozenset(official) - frozenset(own.bank_holidays),
        closures=dict.fromkeys(own.closures, "office closed"),
    )


def _told_before(register: Register) -> set[UUID | None]:
    """Return the cases that earlier calendar files spoke of."""
    spoken_of = (
        select(ExportCaseEntity.case_id)
        .join(ExportEntity, ExportEntity.id == ExportCaseEntity.export_id)
        .where(ExportEntity.kind == CALENDAR_KIND)
        .distinct()
    )
    with register.store.read() as session:
        return set(session.scalars(spoken_of))


def _dropped_days(register: Register) -> dict[tuple[UUID | None, str], date]:
    """Return the last day of each deadline whose date was taken away, by case and rule."""
    moved = MovedDateEntity
    with register.store.read() as session:
        found = session.execute(
            select(moved.case_id, moved.rule_code, moved.before_on)
            .where(moved.after_on.is_(None), moved.before_on.is_not(None))
            .order_by(moved.before_on)
        )
        return {(case_id, code): day for case_id, code, day in found if day is not None}
