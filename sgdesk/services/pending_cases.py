"""What is still to be met in every case: worked out again only for the cases that changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sgdesk.domain.deadlines import pending_deadlines_of
from sgdesk.domain.looks import look_day
from sgdesk.domain.rules import Unit
from sgdesk.domain.standings import Standing
from sgdesk.services.deadlines import deadline_row
from sgdesk.services.held_cases import read_all_held

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID

    from sgdesk.domain.calendar import WorkingCalendar
    from sgdesk.domain.counting import Counting
    from sgdesk.domain.deadlines import Deadline
    from sgdesk.domain.rules import Weight
    from sgdesk.records.deadlines import DeadlineRow
    from sgdesk.services.held_facts import HeldCase
    from sgdesk.services.register import Register

PRESSING = frozenset({Standing.OVERDUE, Standing.DUE_TODAY, Standing.DUE_SOON})


class _Frame(NamedTuple):
    """What the deadlines of a case depend on beside its own facts."""

    calendar: WorkingCalendar
    counting: Counting
    today: date


class Shown(NamedTuple):
    """What Today shows of a case."""

    pressing: tuple[DeadlineRow, ...]
    """What is overdue, due today or due soon, in the order of the process."""
    on_others: tuple[DeadlineRow, ...]
    """Those of them that somebody outside the business unit must meet."""
    loads: tuple[tuple[date, Weight], ...]
    """The day and the weight of each open deadline that has a day."""
    presses_on: date | None
    """The first day by which the case asks for somebody; None while it does not."""
    counted_to: date | None
    """The last day that any of its deadlines is counted to in working days."""


class PendingCase:
    """A case with its deadlines that are open, paused or waiting for a date on one day.

    Nothing in it changes once it is made; what Today shows of it is made when first asked for.
    """

    __slots__ = ("_frame", "_shown", "case", "deadlines")

    def __init__(self, case: HeldCase, frame: _Frame) -> None:
        calendar, counting, today = frame
        self.case = case
        self.deadlines: tuple[Deadline, ...] = tuple(
            pending_deadlines_of(case.facts, calendar=calendar, counting=counting, today=today)
        )
        self._frame = frame
        self._shown: Shown | None = None

    def __repr__(self) -> str:
        return f"<PendingCase {self.case.case_id}>"

    @property
    def shown(self) -> Shown:
        """What Today shows of the case; two threads that meet here make the same twice."""
        if self._shown is None:
            self._shown = self._make_shown()
        return self._shown

    def row(self, deadline: Deadline) -> DeadlineRow:
        """Return a deadline of this case as lists show it."""
        return deadline_row(self.case, deadline, self._frame.today, self._frame.calendar)

    def _make_shown(self) -> Shown:
        """Go through the deadlines once: a register has tens of thousands of them."""
        pressing, on_others, loads, asked, counted = [], [], [], [], []
        for one in self.deadlines:
            day, rule = one.counts_to, one.rule
            if one.standing in PRESSING:
                pressing.append(row := self.row(one))
                if rule.owner:
                    on_others.append(row)
            if (asks_on := _pressing_day(one, day)) is not None:
                asked.append(asks_on)
            if day is not None and one.is_open:
                loads.append((day, rule.weight))
            if day is not None and rule.unit is Unit.WORKING_DAYS:
                counted.append(day)
        return Shown(
            tuple(pressing),
            tuple(on_others),
            tuple(loads),
            min(asked) if asked else None,
            max(counted) if counted else None,
        )


class _WorkedOut(NamedTuple):
    frame: _Frame
    held: Mapping[UUID, HeldCase]
    """The reading that `cases` were worked out from; another one is another object."""
    cases: dict[UUID, PendingCase]


def read_pending_cases(register: Register, *, today: date) -> tuple[PendingCase, ...]:
    """Return every case with what is still to be met in it on `today`; any thread may ask."""
    return tuple(read_pending_by_id(register, today=today).values())


def read_pending_by_id(register: Register, *, today: date) -> Mapping[UUID, PendingCase]:
    """Return the same by the ids of the cases.

    The register keeps the answer: after a save only the cases that changed are worked out
    again. Another day, calendar or way of counting works out all of them.
    """
    reading = read_all_held(register)
    frame = _Frame(register.calendar, register.counting, today)
    before = reading.pending if isinstance(reading.pending, _WorkedOut) else None
    known: Mapping[UUID, PendingCase] = {}
    if before is not None and _is_same(before.frame, frame):
        if before.held is reading.cases:
            return before.cases
        known = before.cases
    cases = {
        key: _kept(known.get(key), case) or PendingCase(case, frame)
        for key, case in reading.cases.items()
    }
    register.held = reading._replace(pending=_WorkedOut(frame, reading.cases, cases))
    return cases


def _is_same(one: _Frame, other: _Frame) -> bool:
    """A calendar is never changed, only replaced: another one may count otherwise."""
    return one.calendar is other.calendar and one[1:] == other[1:]


def _kept(known: PendingCase | None, case: HeldCase) -> PendingCase | None:
    """Return what is known of `case` if it is still the same case, read again or not."""
    if known is None:
        return None
    return known if known.case is case or known.case == case else None


def _pressing_day(deadline: Deadline, counts_to: date | None) -> date | None:
    """Return the day by which `deadline` asks for somebody, or None while it does not."""
    if deadline.is_look_due:
        return look_day(deadline)
    return counts_to if deadline.standing in PRESSING else None
