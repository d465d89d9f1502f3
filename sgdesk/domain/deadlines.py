"""The deadlines of a case: which apply, when each is due, and how it stands."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from sgdesk.domain.applicability import why_not, why_over
from sgdesk.domain.calendar import OutsideCalendarError
from sgdesk.domain.case_dates import FIELD_WORDS
from sgdesk.domain.counting import Counting
from sgdesk.domain.dates import add_months
from sgdesk.domain.facts import CaseFacts, edition_of
from sgdesk.domain.notifications import NotificationKind
from sgdesk.domain.pauses import delay_note, is_look_due, pause_note
from sgdesk.domain.rule_packs import RULE_PACKS
from sgdesk.domain.rules import Direction, Phase, Rule, Unit
from sgdesk.domain.standings import OPEN_STANDINGS, Standing
from sgdesk.domain.timetables import STANDARD, Timetable, with_timetable

if TYPE_CHECKING:
    from datetime import date

    from sgdesk.domain.calendar import WorkingCalendar
    from sgdesk.domain.editions import Edition
    from sgdesk.domain.facts import KeptResult, Pause
    from sgdesk.domain.partnerships import AgreedDate

SOON = 5
"""A deadline is due soon within this many working days."""
PENDING_STANDINGS = OPEN_STANDINGS | {Standing.PAUSED, Standing.WAITING}
"""Standings of deadlines that are neither met nor without meaning for the case."""
CASE_PHASES = frozenset(Phase) - {Phase.PARTNERSHIP, Phase.ACTION}
_LISTED = frozenset({Phase.PUBLIC_LIST})
_OUTSIDE = "its dates leave the working-day calendar; check the years"


class Deadline(NamedTuple):
    """One rule applied to one case. Nothing in it is stored: it is computed anew each time."""

    rule: Rule
    trigger_on: date | None
    due: date | None
    """The date by the rule; None where it waits, does not apply, or no period is given."""
    done_on: date | None
    standing: Standing
    days: int
    """Working days left until the date that counts, or late after it."""
    agreed: AgreedDate | None
    note: str
    """Why it does not apply, what it waits for, what pauses it, or what delays it."""
    pause: Pause | None = None
    """What holds its clock, while it is paused."""
    is_late: bool = False
    """The date by the rule is over while the clock stands."""
    is_look_due: bool = False
    """The day has come to look again at what holds its clock."""
    is_kept: bool = False
    """It was met, and what it was computed from has changed since: the result stays."""

    @property
    def is_open(self) -> bool:
        return self.standing in OPEN_STANDINGS

    @property
    def counts_to(self) -> date | None:
        """Return the date the standing is judged by: the agreed date while it is open."""
        if self.agreed is not None and self.done_on is None:
            return self.agreed.agreed_on
        return self.due


class _Clock(NamedTuple):
    calendar: WorkingCalendar
    counting: Counting
    today: date


@cache
def rules_for(
    edition: Edition,
    kind: NotificationKind,
    phases: frozenset[Phase] = CASE_PHASES,
    timetable: Timetable = STANDARD,
    kept: frozenset[str] = frozenset(),
) -> tuple[Rule, ...]:
    """Return the rules of a case in `phases`, in the order of the process.

    A milestone that the timetable does not use is left out, unless it is among the `kept`.
    """
    pack = RULE_PACKS[edition].values()
    rules = with_timetable(pack, timetable, edition, kept) if timetable.milestones else pack
    return tuple(rule for rule in rules if kind in rule.kinds and rule.phase in phases)


def due_date(
    rule: Rule, trigger_on: date, calendar: WorkingCalendar, counting: Counting
) -> date | None:
    """Return the date by the rule, or None for a task that has no period.

    Raises `OutsideCalendarError` where the calendar does not reach.
    """
    match rule.unit:
        case Unit.WORKING_DAYS:
            return _working_days_due(rule, trigger_on, calendar, counting)
        case Unit.MONTHS:
            return add_months(trigger_on, rule.count)
        case Unit.YEARS:
            return add_months(trigger_on, 12 * rule.count)
        case Unit.TASK:
            return None
        case _:
            return trigger_on


def _working_days_due(
    rule: Rule, trigger_on: date, calendar: WorkingCalendar, counting: Counting
) -> date:
    if rule.direction is Direction.BEFORE:
        return calendar.working_days_before(trigger_on, rule.count)
    if counting is Counting.DAY_AFTER:
        return calendar.add_working_days(trigger_on, rule.count)
    if calendar.is_working_day(trigger_on):
        earlier = 1 if counting is Counting.TRIGGER_IS_DAY_1 else 0
        return calendar.add_working_days(trigger_on, rule.count - earlier)
    later = 1 if counting is Counting.DEEMED_NEXT else 0
    return calendar.add_working_days(trigger_on, rule.count + later)


def deadlines_of(
    facts: CaseFacts,
    *,
    calendar: WorkingCalendar,
    counting: Counting,
    today: date,
    phases: frozenset[Phase] = CASE_PHASES,
) -> tuple[Deadline, ...]:
    """Return every deadline of a case in the order of the process, those not applying too.

    `phases` leaves out the rest of the process.
    """
    clock = _Clock(calendar, counting, today)
    kind = facts.kind or NotificationKind.SERIOUS_INCIDENT
    edition = edition_of(facts, today)
    rules = rules_for(edition, kind, phases, facts.timetable, frozenset(facts.kept))
    found = [_deadline(rule, facts, clock) for rule in rules]
    return tuple([_with_pause(one, facts, today) for one in found] if facts.pauses else found)


def _with_pause(deadline: Deadline, facts: CaseFacts, today: date) -> Deadline:
    """Return a deadline with what holds its clock, be it still to start; none that is over."""
    pause = facts.pauses.get(deadline.rule.code)
    if pause is None or deadline.standing not in PENDING_STANDINGS:
        return deadline
    is_over = deadline.due is not None and deadline.due < today
    return deadline._replace(
        pause=pause,
        is_late=is_over and deadline.standing is Standing.PAUSED,
        is_look_due=is_look_due(pause, today),
    )


def pending_deadlines_of(
    facts: CaseFacts, *, calendar: WorkingCalendar, counting: Counting, today: date
) -> list[Deadline]:
    """Return those of `deadlines_of` that are open, paused or waiting for a date.

    Most cases of an old register are over, and this does not work out what was met in them.
    """
    is_settled = bool(why_over(facts)) and max(facts.dates.values(), default=today) <= today
    found = deadlines_of(
        facts,
        calendar=calendar,
        counting=counting,
        today=today,
        phases=_LISTED if is_settled else CASE_PHASES,
    )
    return [deadline for deadline in found if deadline.standing in PENDING_STANDINGS]


@cache
def _restarted(rule: Rule) -> Rule:
    """Return a repeating rule whose clock was started again by its last completion."""
    return replace(rule, trigger=rule.completed_by or rule.trigger)


def repeating_deadline(
    rule: Rule, last_done_on: date | None, clock_today: date, calendar: WorkingCalendar
) -> Deadline:
    """Return a deadline that has no case, such as the yearly report."""
    clock = _Clock(calendar, Counting.DAY_AFTER, clock_today)
    if last_done_on is None:
        return Deadline(
            rule, None, None, None, Standing.WAITING, 0, None, FIELD_WORDS[rule.trigger]
        )
    return _judged(rule, last_done_on, None, CaseFacts(), clock)


def _deadline(rule: Rule, facts: CaseFacts, clock: _Clock) -> Deadline:
    dates = facts.dates
    trigger_on = dates.get(rule.trigger)
    done_on = _done_on(rule, facts)
    if done_on is not None and done_on > clock.today:
        done_on = None  # a meeting that is only booked
    if done_on is not None and (kept := facts.kept.get(rule.code)) is not None:
        return _kept(rule, kept, done_on, facts, clock)
    if reason := why_not(rule, facts):
        return Deadline(rule, trigger_on, None, done_on, Standing.NOT_APPLICABLE, 0, None, reason)
    if trigger_on is None:
        waits_for = FIELD_WORDS[rule.trigger]
        return Deadline(rule, None, None, done_on, Standing.WAITING, 0, None, waits_for)
    if rule.is_repeating and done_on is not None:
        if done_on > trigger_on:
            rule, trigger_on = _restarted(rule), done_on
        done_on = None
    try:
        return _judged(rule, trigger_on, done_on, facts, clock)
    except OutsideCalendarError:  # one mistyped year must not make every list unreadable
        return Deadline(rule, trigger_on, None, done_on, Standing.NOT_APPLICABLE, 0, None, _OUTSIDE)


def _done_on(rule: Rule, facts: CaseFacts) -> date | None:
    if rule.is_own:
        return facts.milestones_done.get(rule.code)
    return facts.dates.get(rule.completed_by) if rule.completed_by else None


def _kept(rule: Rule, kept: KeptResult, done_on: date, facts: CaseFacts, clock: _Clock) -> Deadline:
    """Return a met deadline as it was judged; only its own completion is judged anew."""
    standing, days = kept.standing, kept.days
    if done_on != kept.done_on:
        standing, days = _met(kept.due_on, done_on, clock)
    agreed = facts.agreed.get(rule.code)
    return Deadline(
        rule, kept.trigger_on, kept.due_on, done_on, standing, days, agreed, "", is_kept=True
    )


def _met(due: date, done_on: date, clock: _Clock) -> tuple[Standing, int]:
    """Return how a deadline was met, and the working days it was late."""
    if done_on <= due:
        return Standing.MET, 0
    return Standing.MET_LATE, clock.calendar.working_days_between(due, done_on)


def _judged(
    rule: Rule, trigger_on: date, done_on: date | None, facts: CaseFacts, clock: _Clock
) -> Deadline:
    due = due_date(rule, trigger_on, clock.calendar, clock.counting)
    agreed = facts.agreed.get(rule.code)
    if due is None:
        standing = Standing.MET if done_on else Standing.ON_TRACK
        return Deadline(rule, trigger_on, None, done_on, standing, 0, agreed, "")
    if done_on is not None:
        standing, days = _met(due, done_on, clock)
        return Deadline(rule, trigger_on, due, done_on, standing, days, agreed, "")
    if rule.completed_by is None and not rule.is_own and due < clock.today:
        return Deadline(rule, trigger_on, due, due, Standing.MET, 0, agreed, "")
    if (pause := facts.pauses.get(rule.code)) is not None:
        note = pause_note(pause, clock.today)
        return Deadline(rule, trigger_on, due, None, Standing.PAUSED, 0, agreed, note)
    counts_to = agreed.agreed_on if agreed else due
    standing, days = open_standing(counts_to, clock.today, clock.calendar)
    note = delay_note(rule.code, facts.delay, clock.today)
    return Deadline(rule, trigger_on, due, None, standing, days, agreed, note)


def open_standing(due: date, today: date, calendar: WorkingCalendar) -> tuple[Standing, int]:
    """Return how something not yet done stands, and the working days left or late."""
    if due == today:
        return Standing.DUE_TODAY, 0
    if due < today:
        return Standing.OVERDUE, calendar.working_days_between(due, today)
    days = calendar.working_days_between(today, due)
    return (Standing.DUE_SOON if days <= SOON else Standing.ON_TRACK), days


def day_now(deadline: Deadline, today: date, calendar: WorkingCalendar) -> tuple[int, int] | None:
    """Return today's working-day number and the rule's count, as "day 9 of 15".

    None where the rule does not count working days forward or the deadline is not open.
    """
    rule, trigger_on = deadline.rule, deadline.trigger_on
    if rule.unit is not Unit.WORKING_DAYS or rule.direction is Direction.BEFORE:
        return None
    if not deadline.is_open or trigger_on is None or deadline.due is None:
        return None
    left = calendar.working_days_between(today, deadline.due)
    return rule.count - left, rule.count
