"""What a change does to the due dates of a case: which open ones move, which results stay."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sgdesk.domain.case_dates import WORDS
from sgdesk.domain.counting import COUNTING_WORDS, Counting
from sgdesk.domain.dates import long_date
from sgdesk.domain.standings import Standing
from sgdesk.domain.timetables import EDITABLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from sgdesk.domain.deadlines import Deadline
    from sgdesk.domain.rules import Rule

CALENDAR_CHANGED = "Calendar changed"
"""The cause of a move where neither trigger nor rule nor counting changed."""
_MET = frozenset({Standing.MET, Standing.MET_LATE})
_RUNS = frozenset(
    {
        Standing.OVERDUE,
        Standing.DUE_TODAY,
        Standing.DUE_SOON,
        Standing.ON_TRACK,
        Standing.PAUSED,
    }
)


class Move(NamedTuple):
    """One open deadline whose date by the rule is another after a change."""

    code: str
    what: str
    """The rule's short name."""
    before: date | None
    """None for a milestone that the change brings in."""
    after: date | None
    """None for a milestone that the change takes away, or a date that is no longer known."""
    cause: str
    """What brought it about, as in "Notified Mon 9 Nov 2026 instead of Tue 10 Nov 2026"."""


class Comparison(NamedTuple):
    """What a change does to the deadlines of one case; false where it does nothing."""

    moves: tuple[Move, ...]
    kept: tuple[Deadline, ...]
    """Met deadlines, as they were, whose result would be another now."""
    released: tuple[str, ...]
    """Codes of deadlines that were met and are open again, so that nothing is kept of them."""


def compare_deadlines(
    before: Sequence[Deadline],
    after: Sequence[Deadline],
    counting: tuple[Counting, Counting],
) -> Comparison:
    """Compare the deadlines of one case as they were before a change and after it.

    `counting` is the setting before and after. A date that comes up for the first time, because
    what starts its clock was recorded, is no move; nor is that of a deadline that was met, that
    no longer applies, or whose clock starts again each time it is met. What was met stays as it
    was, unless the change makes another kind of case of it, to which it does not belong.
    """
    now = {deadline.rule.code: deadline for deadline in after}
    is_same_kind = _lasting_codes(before) == _lasting_codes(after)
    moves: list[Move] = []
    kept: list[Deadline] = []
    released: list[str] = []
    for old in before:
        new = now.get(old.rule.code)
        if _is_met_by_act(old) and (new is not None or is_same_kind):
            if new is not None and not _is_done(new):
                released.append(old.rule.code)
            elif new is None or (new.done_on == old.done_on and _result(new) != _result(old)):
                kept.append(old)
        elif old.due is not None and _has_moved(old, new):
            moves.append(_move(old, new, counting))
    moves += _brought_in(before, after)
    return Comparison(tuple(moves), tuple(kept), tuple(released))


def _lasting_codes(deadlines: Iterable[Deadline]) -> set[str]:
    """Return the codes that no timetable takes away: they tell one kind of case from another."""
    return {one.rule.code for one in deadlines if not _is_of_timetable(one.rule)}


def _is_of_timetable(rule: Rule) -> bool:
    return rule.is_own or rule.code in EDITABLE


def _has_act(rule: Rule) -> bool:
    """Return whether something completes it; a window merely ends."""
    return rule.is_own or rule.completed_by is not None


def _is_met_by_act(deadline: Deadline) -> bool:
    return _has_act(deadline.rule) and deadline.standing in _MET and deadline.due is not None


def _is_done(deadline: Deadline) -> bool:
    return deadline.done_on is not None


def _result(deadline: Deadline) -> tuple[date | None, Standing, int]:
    return deadline.due, deadline.standing, deadline.days


def _has_moved(old: Deadline, new: Deadline | None) -> bool:
    """Return whether the date of what was open, or of a window, is another now."""
    if new is None:
        return old.standing in _RUNS or _is_met_by_act(old)
    if not _has_act(old.rule):
        standings = {old.standing, new.standing}
        is_on = standings <= _RUNS | _MET and not standings <= _MET
        return is_on and new.due != old.due
    if old.standing not in _RUNS or _is_done(new) or _starts_again(old, new):
        return False
    if new.standing is Standing.WAITING:
        return True
    return new.standing in _RUNS and new.due != old.due


def _starts_again(old: Deadline, new: Deadline) -> bool:
    """Return whether a repeating clock runs from another completion than before."""
    is_repeating = old.rule.is_repeating and new.rule.is_repeating
    restarted = {old.rule.trigger, new.rule.trigger} & {old.rule.completed_by}
    return is_repeating and bool(restarted) and old.trigger_on != new.trigger_on


def _move(old: Deadline, new: Deadline | None, counting: tuple[Counting, Counting]) -> Move:
    after = new.due if new is not None and new.standing is not Standing.WAITING else None
    return Move(old.rule.code, old.rule.name, old.due, after, _cause(old, new, counting))


def _cause(old: Deadline, new: Deadline | None, counting: tuple[Counting, Counting]) -> str:
    if new is None:
        return "It belongs to this case no longer"
    trigger = WORDS[new.rule.trigger]
    if old.trigger_on != new.trigger_on:
        was = long_date(old.trigger_on) if old.trigger_on else "no date"
        now = long_date(new.trigger_on) if new.trigger_on else "no date"
        return f"{trigger} {now} instead of {was}"
    if (old.rule.count, old.rule.unit) != (new.rule.count, new.rule.unit):
        return f"Rule changed: {new.rule.period}"
    was_counted, is_counted = counting
    if was_counted is not is_counted:
        return f"Counting: {COUNTING_WORDS[is_counted]}"
    return CALENDAR_CHANGED


def _brought_in(before: Sequence[Deadline], after: Iterable[Deadline]) -> list[Move]:
    """Return the deadlines that a change adds to clocks that ran before it."""
    known = {one.rule.code for one in before}
    running = {one.rule.trigger for one in before if one.trigger_on is not None}
    running |= {one.rule.completed_by for one in before if _is_done(one) and one.rule.completed_by}
    return [
        Move(one.rule.code, one.rule.name, None, one.due, _why_in(one.rule))
        for one in after
        if one.rule.code not in known
        and one.standing in _RUNS
        and one.due is not None
        and one.rule.trigger in running
    ]


def _why_in(rule: Rule) -> str:
    if _is_of_timetable(rule):
        return "New in the timetable of this case"
    return "It belongs to this case now"
