"""What the deadlines of a case would be if some of its dates were others. Nothing is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.applicability import why_over
from sgdesk.domain.case_dates import FIELD_WORDS, WORDS, CaseDate
from sgdesk.domain.dates import date_problems
from sgdesk.domain.deadline_words import due_words, standing_words, working_days
from sgdesk.domain.deadlines import Deadline, deadlines_of
from sgdesk.domain.explanations import explain
from sgdesk.domain.moves import compare_deadlines
from sgdesk.domain.standings import Standing
from sgdesk.domain.timetables import timetable_of
from sgdesk.errors import RejectedError, UserError
from sgdesk.records.what_if import TriedDate, WhatIf, WhatIfLine, WhatIfSide
from sgdesk.services.held_cases import read_held_cases

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from uuid import UUID

    from sgdesk.domain.explanations import CountedDay
    from sgdesk.domain.facts import CaseFacts
    from sgdesk.errors import Problem
    from sgdesk.services.register import Register

TRIGGERS = (
    CaseDate.AWARE,
    CaseDate.NOTIFIED,
    CaseDate.RAPID_REVIEW_SENT,
    CaseDate.INITIATED,
    CaseDate.PLANNED_PUBLICATION,
    CaseDate.PUBLISHED,
)
"""The dates that may be tried, in the order of the process."""


def what_if(
    register: Register, case_id: UUID, dates: Mapping[CaseDate, date], *, today: date
) -> WhatIf:
    """Return the deadlines of a case as they are, and as they would be with `dates`.

    Standings are judged on the last of `dates` if that is after `today`, so that what the
    dates themselves meet, such as the notification, is seen as met or as late. Met deadlines
    keep their result, as they do when a date is saved. Raises `RejectedError` for dates that
    cannot be and `UserError` if the case is gone or a count leaves the calendar.
    """
    if problems := _problems(dates):
        raise RejectedError(problems)
    case = next(iter(read_held_cases(register, case_id)), None)
    if case is None:
        raise UserError("This case is no longer in the register.")
    as_on = max([today, *dates.values()])
    now = _deadlines(register, case.facts, today)
    then = _kept(register, now, _deadlines(register, _assumed(register, case.facts, dates), as_on))
    return WhatIf(
        case_id=case_id,
        reference=case.reference,
        case_title=case.title,
        tried=_tried(case.facts, dates, [*now, *then]),
        as_on=as_on,
        lines=_lines(register, case.facts, now, then),
    )


def _problems(dates: Mapping[CaseDate, date]) -> list[Problem]:
    return date_problems((name.value, WORDS[name], day) for name, day in dates.items())


def _deadlines(register: Register, facts: CaseFacts, today: date) -> tuple[Deadline, ...]:
    return deadlines_of(facts, calendar=register.calendar, counting=register.counting, today=today)


def _assumed(register: Register, facts: CaseFacts, dates: Mapping[CaseDate, date]) -> CaseFacts:
    """Return the facts with other dates, and under the timetable that those would bring."""
    changed = {**facts.dates, **dates}
    timetable = timetable_of(register.timetables, changed, facts.milestones_done)
    return facts._replace(dates=changed, timetable=timetable)


def _kept(
    register: Register, now: Iterable[Deadline], then: Iterable[Deadline]
) -> tuple[Deadline, ...]:
    """Return `then` with what was met before as it was: a save would keep it so."""
    before, after = tuple(now), tuple(then)
    comparison = compare_deadlines(before, after, (register.counting, register.counting))
    kept = {one.rule.code: one for one in comparison.kept}
    found = [kept.pop(one.rule.code, one) for one in after]
    return (*found, *kept.values())


def _tried(
    facts: CaseFacts, dates: Mapping[CaseDate, date], deadlines: Iterable[Deadline]
) -> tuple[TriedDate, ...]:
    """Return the dates that may be tried: in a case that is over, what its rules still use."""
    is_over = bool(why_over(facts))
    used = {
        trigger
        for one in deadlines
        if _applies(one) or not is_over
        for trigger in (one.rule.trigger, one.rule.completed_by)
    }
    return tuple(
        TriedDate(name, facts.dates.get(name), dates.get(name)) for name in TRIGGERS if name in used
    )


def _lines(
    register: Register, facts: CaseFacts, now: Iterable[Deadline], then: Iterable[Deadline]
) -> tuple[WhatIfLine, ...]:
    before = {one.rule.code: one for one in now}
    after = {one.rule.code: one for one in then}
    shown = {
        code: one
        for code, one in {**before, **after}.items()
        if _applies(before.get(code)) or _applies(after.get(code))
    }
    order = {code: place for place, code in enumerate({**after, **before})}
    return tuple(
        _line(register, facts, shown[code], (before.get(code), after.get(code)))
        for code in sorted(shown, key=order.__getitem__)
    )


def _line(
    register: Register,
    facts: CaseFacts,
    one: Deadline,
    sides: tuple[Deadline | None, Deadline | None],
) -> WhatIfLine:
    now, then = sides
    working, days = _working(register, facts, then)
    change = _change(register, now, then)
    return WhatIfLine(
        code=one.rule.code,
        what=one.rule.name,
        title=one.rule.title,
        now=_side(now),
        then=_side(then),
        agreed_on=one.agreed.agreed_on if one.agreed else None,
        is_changed=bool(change),
        change=change,
        working=working,
        days=days,
    )


def _applies(deadline: Deadline | None) -> bool:
    return deadline is not None and deadline.standing is not Standing.NOT_APPLICABLE


def _side(deadline: Deadline | None) -> WhatIfSide:
    if deadline is None or not _applies(deadline):
        return WhatIfSide(None, "Does not apply", Standing.NOT_APPLICABLE, "Does not apply")
    return WhatIfSide(
        deadline.due, due_words(deadline), deadline.standing, standing_words(deadline)
    )


def _change(register: Register, now: Deadline | None, then: Deadline | None) -> str:
    if then is None or not _applies(then):
        return "Falls away"
    if now is None or not _applies(now):
        return "Begins to apply"
    if then.due is not None and now.due != then.due:
        return _moved(register, now.due, then.due)
    if then.done_on is None or then.done_on == now.done_on:
        return ""
    return "Is met" if now.done_on is None else "Is met on another day"


def _moved(register: Register, before: date | None, after: date) -> str:
    if before is None:
        return "Gets its date"
    side = "later" if after > before else "earlier"
    days = abs(register.calendar.working_days_between(before, after))
    return f"{working_days(days)} {side}" if days else side.capitalize()


def _working(
    register: Register, facts: CaseFacts, then: Deadline | None
) -> tuple[str, tuple[CountedDay, ...]]:
    """Return how a date would come about, with the days that are counted."""
    if then is None or not _applies(then):
        note = f": {then.note}" if then is not None and then.note else ""
        return f"The rule would not apply{note}.", ()
    if then.is_kept:
        return facts.kept[then.rule.code].working, ()
    if then.trigger_on is None:
        return f"Not counted: the {FIELD_WORDS[then.rule.trigger]} is missing.", ()
    explanation = explain(then.rule, then.trigger_on, register.calendar, register.counting)
    return explanation.sentence, explanation.days
