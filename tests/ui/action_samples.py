"""Actions for tests of lists: made by hand, with no register behind them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from page_samples import TODAY

from sgdesk.config.calendars import working_calendar
from sgdesk.domain.action_standings import action_standing
from sgdesk.domain.learning import ActionPlan, ActionStatus
from sgdesk.domain.standings import Standing
from sgdesk.records.learning import ActionRow

CALENDAR = working_calendar()
ROW = ActionRow(
    action_id=UUID(int=7),
    case_id=UUID(int=1),
    reference="ZZSP2026-27-04",
    number="1.1",
    text="Write the questions.",
    plan=ActionPlan.MULTI_AGENCY,
    agency="",
    owner="Named nurse",
    set_on=date(2026, 9, 1),
    due_on=date(2026, 11, 19),
    revised_on=None,
    counts_to=date(2026, 11, 19),
    status=ActionStatus.IN_PROGRESS,
    standing=Standing.OVERDUE,
    standing_words="Overdue by 2 working days",
    days=2,
    evidence=0,
    impacts=0,
    is_open=True,
)


def make_action(due_on: date | None = ROW.due_on, **changes: Any) -> ActionRow:
    """Return a row that stands as its status and its date ask on the tests' day."""
    row = replace(ROW, action_id=uuid4(), due_on=due_on, **changes)
    counts_to = row.revised_on or due_on
    closed_on = None if row.status is ActionStatus.IN_PROGRESS else TODAY
    stands = action_standing(row.status, counts_to, closed_on, today=TODAY, calendar=CALENDAR)
    return replace(
        row,
        counts_to=counts_to,
        standing=stands.standing,
        standing_words=stands.words,
        days=stands.days,
        is_open=stands.is_open,
    )
