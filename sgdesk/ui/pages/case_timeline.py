"""The timeline of a case as its page draws it: milestones, where today is, and a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.standings import Standing
from sgdesk.records.strips import Milestone, TimelineSpan

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sgdesk.records.cases import CaseStep, CaseView

_DONE = frozenset({Standing.MET, Standing.MET_LATE})
_DAYS_UNTIL, _WEEKS_UNTIL, _MONTHS_UNTIL = 21, 70, 330
"""Days up to which the time between two milestones is told in days, weeks and months."""


def milestones(view: CaseView) -> tuple[Milestone, ...]:
    """Return the steps of a case as points of its timeline, with the time between them."""
    days = [step.day for step in view.steps]
    befores = [None, *days[:-1]]
    return tuple(
        Milestone(
            step.label,
            step.date_words,
            step.note,
            step.standing,
            step.standing in _DONE,
            gap=time_between(before, step.day) if before and step.day else "",
            code=step.code,
        )
        for before, step in zip(befores, view.steps, strict=True)
    )


def timeline_spans(view: CaseView, today: date) -> tuple[TimelineSpan, ...]:
    """Return what held the case up, from place to place of its timeline."""
    found = []
    for span in view.spans:
        start = today_after(view.steps, span.started_on)
        end = today_after(view.steps, span.ended_on or max(today, span.started_on))
        if start is not None and end is not None:
            found.append(TimelineSpan(span.words, start, end))
    return tuple(found)


def time_between(one: date, other: date) -> str:
    """Return roughly how long it is from `one` to `other`, such as "6 days"; "" for one day."""
    days = (other - one).days
    if days == 0:
        return ""
    if days < _DAYS_UNTIL:
        return _counted(days, "day")
    if days < _WEEKS_UNTIL:
        return _counted(round(days / 7), "week")
    if days < _MONTHS_UNTIL:
        return _counted(round(days / 30.4), "month")
    half_years = round(days / 182.6)
    whole = _counted(half_years // 2, "year")
    return f"{half_years // 2}½ years" if half_years % 2 else whole


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def today_after(steps: Sequence[CaseStep], today: date) -> float | None:
    """Return where a day stands on the line: 2.5 is midway between the third and the fourth.

    None where no step has a day. Between two dated steps it stands in proportion.
    """
    dated = [(at, step.day) for at, step in enumerate(steps) if step.day is not None]
    past = [(at, day) for at, day in dated if day <= today]
    if not dated:
        return None
    if not past:
        return max(dated[0][0] - 0.5, -0.5)
    at, day = past[-1]
    ahead = next(((place, later) for place, later in dated if place > at), None)
    if ahead is None:
        return at + 0.5
    place, later = ahead
    return at + (place - at) * (today - day).days / max((later - day).days, 1)


def timeline_note(view: CaseView) -> str:
    """Return the stage, the day of the 15 where it runs, and how many deadlines are late."""
    row = next((row for row in view.deadlines if row.code == "RR-15" and row.is_open), None)
    parts = [view.stage_words]
    if row is not None and row.day is not None and row.day[0] <= row.day[1]:
        parts.append(f"day {row.day[0]} of {row.day[1]}")
    late = sum(row.standing is Standing.OVERDUE for row in view.deadlines)
    parts.append(f"{late} overdue" if late else "nothing overdue")
    return " · ".join(parts)
