"""What a change does to the due dates of a case: which open ones move, which results stay."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sgdesk.domain.case_dates import WORDS
from sgdesk.domain.counting import COUNTING_WORDS, Counting
from sgdesk.domain.dates import long_date
from sgdesk.domain.standings import Standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from sgdesk.domain.deadlines import Deadline

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
    no longer applies, or whose clock starts again each time it is met.
    """
    now = {deadline.rule.code: deadline for deadline in after}
    moves: list[Move] = []
    kept: list[Deadline] = []
    released: list[str] = []
    for old in before:
        new = now.get(old.rule.code)
        if _is_met_by_act(old):
            if new is not None and not _is_done(new):
                released.append(old.rule.code)
            elif new is None or (new.done_on == old.done_on and _result(new) != _result(old)):
                kept.append(old)
        elif old.standing in _RUNS and old.due is not None and _has_moved(old, new):
            moves.append(_move(old, new, counting))
    moves += _brought_in({one.rule.code for one in before}, before, after)
    return Comparison(tuple(moves), tuple(kept), tuple(released))


def _is_met_by_act(deadline: Deadline) -> bool:
    """Return whether somebody met it on a day; a window that merely ended is not met so."""
    rule = deadline.rule
    by_act = rule.is_own or rule.completed_by is not None
    return by_act and deadline.standing in _MET and deadline.due is not None


def _is_done(deadline: Deadline) -> bool:
    return deadline.done_on is not None


def _result(deadline: Deadline) -> tuple[date | None, Standing, int]:
    return deadline.due, deadline.standing, deadline.days


def _has_moved(old: Deadline, new: Deadline | None) -> bool:
    if new is None:
        return True
    if _is_done(new) or _starts_again(old, new):
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
    return "Calendar changed"


def _brought_in(
    known: set[str], before: Iterable[Deadline], after: Iterable[Deadline]
) -> list[Move]:
    """Return the milestones that a change adds to a clock that ran before it."""
    running = {one.rule.trigger for one in before if one.trigger_on is not None}
    return [
        Move(one.rule.code, one.rule.name, None, one.due, "New in the timetable of this case")
        for one in after
        if one.rule.code not in known
        and one.standing in _RUNS
        and one.due is not None
        and one.rule.trigger in running
    ]
