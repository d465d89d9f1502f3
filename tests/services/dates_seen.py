"""What a register shows of due dates, and which of them moved between two looks at it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from services_samples import TODAY

from sgdesk.domain.standings import Standing
from sgdesk.services.deadlines import case_deadlines
from sgdesk.services.held_cases import read_held_cases
from sgdesk.store.audit import AuditAction

if TYPE_CHECKING:
    from sgdesk.domain.case_dates import CaseDate
    from sgdesk.domain.deadlines import Deadline
    from sgdesk.services.register import Register

_OPEN = {
    Standing.OVERDUE,
    Standing.DUE_TODAY,
    Standing.DUE_SOON,
    Standing.ON_TRACK,
    Standing.PAUSED,
}
_MET = {Standing.MET, Standing.MET_LATE}


class Seen(NamedTuple):
    """What the register says of every case, and how much is written in it."""

    deadlines: dict[tuple[UUID, str], Deadline]
    codes: dict[UUID, set[str]]
    entries: int


class Moves(NamedTuple):
    """A moved date as the machine itself works it out."""

    case_id: UUID
    code: str
    before: date | None
    after: date | None


def seen_in(register: Register) -> Seen:
    """Return every deadline that the register shows now."""
    cases = read_held_cases(register)
    deadlines = {
        (case.id, one.rule.code): one
        for case in cases
        for one in case_deadlines(register, case, TODAY)
    }
    codes = {case.id: {code for key, code in deadlines if key == case.id} for case in cases}
    with register.store.rows() as rows:
        ((entries,),) = rows.all("SELECT count(*) FROM audit")
    return Seen(deadlines, codes, entries)


def moves_written(register: Register, since: int) -> tuple[set[Moves], set[Moves]]:
    """Return the moves that the audit trail tells of since entry `since`.

    Those that it takes back, as a save is undone, come apart and turned round.
    """
    sql = (
        "SELECT m.case_id, m.rule_code, m.before_on, m.after_on, a.action FROM audit AS a "
        "JOIN moved_date AS m ON m.id = a.row_id WHERE a.seq > ?"
    )
    with register.store.rows() as rows:
        found = rows.all(sql, (since,))
        written, taken_back = set(), set()
    for case_id, code, *texts, action in found:
        before, after = (date.fromisoformat(one) if one else None for one in texts)
        if action == AuditAction.REMOVED:
            taken_back.add(Moves(UUID(case_id), code, after, before))
        else:
            written.add(Moves(UUID(case_id), code, before, after))
    return written, taken_back


def is_met(deadline: Deadline) -> bool:
    has_act = deadline.rule.is_own or deadline.rule.completed_by is not None
    return has_act and deadline.standing in _MET and deadline.due is not None


def expected_moves(before: Seen, after: Seen) -> set[Moves]:
    """Work out which dates moved from what was on show before and after alone."""
    found = set()
    for (case_id, code), old in before.deadlines.items():
        new = after.deadlines.get((case_id, code))
        if new is None:
            if old.due is not None and (old.standing in _OPEN or is_met(old)):
                found.add(Moves(case_id, code, old.due, None))
        elif has_moved(old, new):
            due = None if new.standing is Standing.WAITING else new.due
            found.add(Moves(case_id, code, old.due, due))
    for (case_id, code), new in after.deadlines.items():
        is_new = code not in before.codes.get(case_id, {code})
        is_open = new.standing in _OPEN and new.due is not None
        if is_new and is_open and new.rule.trigger in known_dates(before, case_id):
            found.add(Moves(case_id, code, None, new.due))
    return found


def has_moved(old: Deadline, new: Deadline) -> bool:
    both = {old.standing, new.standing}
    if old.rule.completed_by is None and not old.rule.is_own:
        return both <= _OPEN | _MET and not both <= _MET and old.due != new.due
    if old.standing not in _OPEN or old.due is None or new.done_on is not None:
        return False
    if new.standing is Standing.WAITING:
        return True
    return new.standing in _OPEN and new.due != old.due and not restarted(old, new)


def known_dates(seen: Seen, case_id: UUID) -> set[CaseDate | None]:
    mine = [one for (key, _), one in seen.deadlines.items() if key == case_id]
    started = {one.rule.trigger for one in mine if one.trigger_on is not None}
    return started | {one.rule.completed_by for one in mine if one.done_on is not None}


def restarted(old: Deadline, new: Deadline) -> bool:
    """Whether a clock that runs from each completion runs from another one now."""
    if not old.rule.is_repeating or old.trigger_on == new.trigger_on:
        return False
    return old.rule.completed_by in (old.rule.trigger, new.rule.trigger)
