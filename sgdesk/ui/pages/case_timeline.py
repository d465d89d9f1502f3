"""The timeline of a case as its page draws it: milestones, where today is, and a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.standings import Standing
from sgdesk.records.strips import Milestone

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sgdesk.records.cases import CaseStep, CaseView

_DONE = frozenset({Standing.MET, Standing.MET_LATE})


def milestones(view: CaseView) -> tuple[Milestone, ...]:
    """Return the steps of a case as points of its timeline."""
    return tuple(
        Milestone(step.label, step.date_words, step.note, step.standing, step.standing in _DONE)
        for step in view.steps
    )


def today_after(steps: Sequence[CaseStep], today: date) -> float | None:
    """Return where today stands on the line: 2.5 is midway between the third and the fourth.

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
