"""Records for tests of pages, tables and words: made by hand, with no register behind them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from sgdesk.domain.case_dates import CaseDate
from sgdesk.domain.notifications import NotificationKind
from sgdesk.domain.rules import Phase, Weight
from sgdesk.domain.stages import Stage
from sgdesk.domain.standings import Standing
from sgdesk.records.cases import CaseRow
from sgdesk.records.deadlines import DayLoad, DeadlineRow
from sgdesk.records.today import TodayView

TODAY = date(2026, 11, 23)
"""A Monday."""

CASE = CaseRow(
    case_id=UUID(int=1),
    reference="ZZSP2026-27-04",
    title="Young person, injury",
    stage=Stage.RAPID_REVIEW,
    stage_words="Rapid Review",
    next_code="RR-15",
    next_what="Rapid Review to the Panel",
    next_due=date(2026, 11, 19),
    next_due_words="Thu 19 Nov 2026",
    standing=Standing.OVERDUE,
    standing_words="Overdue by 2 working days",
    owner="Business support",
    children=1,
    kind=NotificationKind.SERIOUS_INCIDENT,
    themes=("Injury",),
    published_on=None,
    changed_on=TODAY,
    is_open=True,
    haystack="zzsp2026-27-04\nyoung person, injury",
)

DEADLINE = DeadlineRow(
    case_id=CASE.case_id,
    reference=CASE.reference,
    case_title=CASE.title,
    code="RR-15",
    what="Rapid Review to the Panel",
    title="Rapid Review completed and sent to the Panel",
    trigger=CaseDate.NOTIFIED,
    trigger_on=date(2026, 10, 29),
    due=date(2026, 11, 19),
    due_words="Thu 19 Nov 2026",
    agreed_on=None,
    counts_to=date(2026, 11, 19),
    day=(17, 15),
    standing=Standing.OVERDUE,
    standing_words="Overdue by 2 working days",
    short_words="Overdue by 2 working days",
    note="",
    weight=Weight.PANEL_EXPECTATION,
    phase=Phase.RAPID_REVIEW,
    owner="Business support",
    is_open=True,
)


def make_case(**changes: Any) -> CaseRow:
    return replace(CASE, **changes)


def make_deadline(**changes: Any) -> DeadlineRow:
    return replace(DEADLINE, **changes)


def make_load(day: date, *weights: Weight, holiday: str = "") -> DayLoad:
    return DayLoad(day, day.weekday() < 5 and not holiday, holiday, weights)


def make_view(**changes: Any) -> TodayView:
    view = TodayView(
        today=TODAY,
        is_working_day=True,
        holiday="",
        overdue=(),
        due_today=(),
        due_soon=(),
        soon_until=date(2026, 11, 30),
        waiting_on_others=(),
        next_steps=(),
        opened_before=None,
        since=(),
        became_overdue=0,
        weeks=(),
        open_cases=3,
        all_cases=4,
    )
    return replace(view, **changes)
