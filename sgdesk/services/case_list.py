"""The case list."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from sgdesk.domain.case_dates import CaseDate
from sgdesk.domain.dates import brief_date, long_date, short_date
from sgdesk.domain.deadline_words import short_standing_words
from sgdesk.domain.stages import STAGE_WORDS, Stage, stage_of
from sgdesk.domain.standings import OPEN_STANDINGS, Standing
from sgdesk.records.cases import CaseRow
from sgdesk.services.pending_cases import read_pending_cases

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sgdesk.domain.deadlines import Deadline
    from sgdesk.services.held_facts import HeldCase
    from sgdesk.services.register import Register

OVER = frozenset({Stage.PUBLISHED, Stage.CLOSED, Stage.NO_REVIEW})


def list_cases(register: Register, *, today: date) -> tuple[CaseRow, ...]:
    """Return one row for each case, newest reference first."""
    rows = [
        case_row(one.case, one.deadlines, today)
        for one in read_pending_cases(register, today=today)
    ]
    return tuple(sorted(rows, key=attrgetter("reference"), reverse=True))


def case_row(case: HeldCase, deadlines: Sequence[Deadline], today: date) -> CaseRow:
    """Return the line of one case."""
    stage = stage_of(case.facts).stage
    deadline = next_deadline(deadlines)
    words = STAGE_WORDS[stage]
    return CaseRow(
        case_id=case.id,
        reference=case.reference,
        title=case.title,
        stage=stage,
        stage_words=words,
        next_code=deadline.rule.code if deadline else "",
        next_what=deadline.rule.name if deadline else "Nothing due",
        next_due=deadline.counts_to if deadline else None,
        next_due_words=_next_due_words(deadline),
        standing=deadline.standing if deadline else Standing.NOT_APPLICABLE,
        standing_words=short_standing_words(deadline) if deadline else "Not applicable",
        owner=case.owner,
        children=case.children,
        kind=case.facts.kind,
        themes=case.themes,
        published_on=case.facts.dates.get(CaseDate.PUBLISHED),
        changed_on=case.changed_at.date() if case.changed_at else today,
        is_open=stage not in OVER,
        haystack=_haystack(case, words),
    )


def next_deadline(deadlines: Sequence[Deadline]) -> Deadline | None:
    """Return what the case must meet next: the earliest open one, else what it waits for."""
    return next(iter(in_order(deadlines)), None)


def in_order(deadlines: Sequence[Deadline]) -> list[Deadline]:
    """Return what is not met yet: open deadlines by date, then paused ones, then those waiting."""
    found: list[Deadline] = []
    for standings in (OPEN_STANDINGS, (Standing.PAUSED,), (Standing.WAITING,)):
        group = (deadline for deadline in deadlines if deadline.standing in standings)
        found += sorted(group, key=_urgency)
    return found


def _urgency(deadline: Deadline) -> int:
    counts_to = deadline.counts_to
    return counts_to.toordinal() if counts_to else 10_000_000


def _next_due_words(deadline: Deadline | None) -> str:
    """Return the date by the rule, the agreed one and the next look, short enough for a column."""
    if deadline is None:
        return ""
    due, counts_to, pause = deadline.due, deadline.counts_to, deadline.pause
    if counts_to is None:
        return f"{deadline.note} missing" if deadline.note else "no day is set"
    words = long_date(counts_to)
    if due is not None and due != counts_to:
        rule = brief_date(due) if due.year == counts_to.year else short_date(due)
        words = f"{rule}, agreed {short_date(counts_to)}"
    if deadline.standing is not Standing.PAUSED or pause is None:
        return words
    look = f"look {brief_date(pause.next_check_on)}" if pause.next_check_on else "no look is set"
    return f"{words}, {look}"


def _haystack(case: HeldCase, stage_words: str) -> str:
    parts = (
        case.reference,
        *case.further,
        case.title,
        case.publication_title,
        stage_words,
        case.owner,
        *case.themes,
        case.summary,
    )
    return "\n".join(parts).casefold()
