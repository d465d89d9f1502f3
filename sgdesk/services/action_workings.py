"""Why an action is due when it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.action_explanations import ActionDays, action_sentence
from sgdesk.domain.dates import long_date
from sgdesk.domain.day_counts import count_days
from sgdesk.domain.learning import PLAN_WORDS
from sgdesk.records.date_workings import DateWorking, WorkingFact

if TYPE_CHECKING:
    from datetime import date

    from sgdesk.records.learning import ActionNode
    from sgdesk.services.register import Register


def explain_action_date(register: Register, action: ActionNode) -> DateWorking:
    """Return everything that "Why this date?" shows of an action."""
    row, draft = action.row, action.entry.draft
    calendar = register.calendar
    days = ActionDays(
        row.set_on, row.due_on, row.revised_on, draft.revised_by, draft.revised_reason
    )
    facts = (
        WorkingFact("Set on", _day(row.set_on)),
        WorkingFact("First date", _day(row.due_on), "Stays in view." if row.revised_on else ""),
        WorkingFact("Moved to", _day(row.revised_on), "Counts now." if row.revised_on else ""),
        WorkingFact("Agreed by", draft.revised_by if row.revised_on else "", draft.revised_reason),
    )
    count = (
        count_days(row.set_on, row.counts_to, calendar) if row.set_on and row.counts_to else None
    )
    return DateWorking(
        what=f"Action {row.number}".strip(),
        about=f"{row.reference} · {PLAN_WORDS[row.plan]}",
        standing=row.standing,
        standing_words=row.standing_words,
        sentence=action_sentence(days, calendar),
        days=count.days if count else (),
        facts=tuple(fact for fact in facts if fact.words),
        case_id=row.case_id,
    )


def _day(day: date | None) -> str:
    return long_date(day) if day else ""
