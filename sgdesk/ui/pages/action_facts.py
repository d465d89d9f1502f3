"""The facts of one action, for reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.dates import long_date
from sgdesk.domain.learning import CLOSED_STATUSES, STATUS_WORDS
from sgdesk.ui.dialogs.fact_list import Fact
from sgdesk.ui.pages.learning_words import agency_words

if TYPE_CHECKING:
    from datetime import date

    from sgdesk.records.learning import ActionNode


WHY_DUE = "why"
"""What the pane is asked for the working of the due date."""


def numbered(noun: str, number: str) -> str:
    """Return "Action 1.2", or the noun alone."""
    return f"{noun} {number}".strip()


def action_facts(action: ActionNode) -> tuple[Fact, ...]:
    """Return what the officer reads of an action; what was never needed is left out."""
    row, draft = action.row, action.entry.draft
    facts = [
        Fact("Agency", agency_words(row)),
        Fact("Owner", row.owner),
        Fact("Set on", _day(row.set_on)),
        Fact("Due date", _day(row.counts_to), _moved(action), why=WHY_DUE),
        Fact("Status", STATUS_WORDS[row.status]),
        Fact("Measure", draft.success_measure, f"Now: {draft.baseline}" if draft.baseline else ""),
    ]
    if draft.progress:
        facts.append(Fact("Progress", draft.progress))
    if draft.escalated_on:
        facts.append(Fact("Escalated", long_date(draft.escalated_on), f"to {draft.escalated_to}"))
    if draft.status in CLOSED_STATUSES:
        facts.append(Fact("Closed", _day(draft.closed_on), _closed(action)))
    return tuple(facts)


def _moved(action: ActionNode) -> str:
    draft = action.entry.draft
    if draft.revised_on is None:
        return ""
    return f"First {_day(draft.due_on)}. {draft.revised_by} agreed: {draft.revised_reason}"


def _closed(action: ActionNode) -> str:
    draft = action.entry.draft
    return ". ".join(part for part in (f"By {draft.closed_by}", draft.closing_note) if part)


def _day(day: date | None) -> str:
    return long_date(day) if day else ""
