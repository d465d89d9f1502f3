"""The plan of a local review: its six months as a wall planner, and as a table by month."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from sgdesk.domain.case_dates import CaseDate
from sgdesk.domain.dates import add_months, full_date, long_date
from sgdesk.domain.local_reviews import LocalReviewDraft
from sgdesk.domain.publications import PublicationDraft
from sgdesk.errors import UserError
from sgdesk.records.paper_calendars import BoxSize, PaperCalendar, PaperNote
from sgdesk.records.papers import PaperColumn, PaperRow, PaperTable
from sgdesk.services.calendar_weeks import Told, weeks_between
from sgdesk.services.case_views import get_case
from sgdesk.services.deadline_notes import by_day
from sgdesk.services.deadlines import case_deadlines
from sgdesk.services.held_cases import read_held_cases
from sgdesk.services.one_page import on_one_page
from sgdesk.services.papers import new_paper
from sgdesk.services.review_plan_items import LAST_DAY, PlanItem, PlanParts, plan_items

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from uuid import UUID

    from sgdesk.records.cases import CaseView
    from sgdesk.records.papers import Paper
    from sgdesk.services.register import Register

_MONTHS = 6
_MOST_MONTHS = 36
"""A plan is not drawn beyond: a year mistyped must not print hundreds of pages."""
_PAGE_WEEKS = 28
"""Weeks that stand on one page; six months are never more."""
_NO_REFERENCE = "case without a reference"
_LEGEND = "A box has the mark of what presses most on its day. The table by month tells everything."
_COLUMNS = (PaperColumn("Day", 1.0), PaperColumn("What", 2.6), PaperColumn("Standing", 1.6))


class _Room(NamedTuple):
    """How much room a week takes, so that the planner fills its page."""

    least_height: float
    most_lines: int


_ROOMS = (
    *(_Room(0.0, lines) for lines in (1, 2, 3)),
    *(_Room(height / 10, 3) for height in range(70, 90, 2)),
)
_OF_MANY_PAGES = _Room(0.0, 3)


def review_plan(register: Register, case_id: UUID, *, today: date) -> Paper:
    """Return the plan of a local review: half a year on one page, a week a row, then a table.

    It runs on to the agreed date, the forecast or the publication where that is later. Raises
    `UserError` if the case is gone, or if the decision to initiate has no day.
    """
    view = get_case(register, case_id, today=today)
    first = view.local_review.initiated_on if view.local_review else None
    if first is None:
        raise UserError(
            "Six-month plan: the date of the decision to initiate is missing. Enter it under "
            "Local review first."
        )
    parts = _parts(register, view, first, today)
    items = plan_items(register, parts, today=today)
    notes = by_day((item.day, PaperNote(item.words, item.standing)) for item in items)
    told = Told(notes, strong=_strong(parts, first))
    weeks = tuple(weeks_between(first, parts.end, told, register.calendar, today=today))
    sheet = new_paper(
        register,
        f"Six-month plan: {_reference(view)}",
        (),
        today=today,
        file_stem="local-review-plan",
        summary=_summary(parts, first),
    )

    def planner(at: int) -> Paper:
        room = _ROOMS[at] if len(weeks) <= _PAGE_WEEKS else _OF_MANY_PAGES
        calendar = PaperCalendar(
            weeks,
            note=_LEGEND,
            least_height=room.least_height,
            most_lines=room.most_lines,
            size=BoxSize.SMALL,
        )
        return replace(sheet, parts=(calendar,))

    paper = on_one_page(planner, len(_ROOMS) - 1)
    return replace(paper, parts=(*paper.parts, _table(items)), case_ids=(case_id,))


def _parts(register: Register, view: CaseView, first: date, today: date) -> PlanParts:
    (case,) = read_held_cases(register, view.case_id)
    deadlines = {one.rule.code: one for one in case_deadlines(register, case, today)}
    by_rule = deadlines[LAST_DAY]
    local, published = view.local_review or LocalReviewDraft(), view.publication
    six_months = add_months(first, _MONTHS)
    days = [
        by_rule.due,
        by_rule.agreed.agreed_on if by_rule.agreed else None,
        local.forecast_on,
        published.planned_on if published else None,
        case.facts.dates.get(CaseDate.PUBLISHED),
    ]
    last = max([six_months, *(day for day in days if day is not None)])
    end = min(last, add_months(first, _MOST_MONTHS))
    return PlanParts(view.case_id, local, published or PublicationDraft(), deadlines, end)


def _strong(parts: PlanParts, first: date) -> frozenset[date]:
    """Return the first day, the last by the rule and as agreed, and that of publication."""
    by_rule, draft = parts.deadlines[LAST_DAY], parts.publication
    agreed_on = by_rule.agreed.agreed_on if by_rule.agreed else None
    days = (first, by_rule.due, agreed_on, draft.published_on or draft.planned_on)
    return frozenset(day for day in days if day is not None)


def _reference(view: CaseView) -> str:
    return view.draft.reference or _NO_REFERENCE


def _summary(parts: PlanParts, first: date) -> str:
    by_rule, draft = parts.deadlines[LAST_DAY], parts.publication
    said = [f"Decision to initiate {long_date(first)}"]
    if by_rule.due is not None:
        said.append(f"six months end on {long_date(by_rule.due)}")
        if by_rule.agreed is not None:
            said.append(f"agreed date {long_date(by_rule.agreed.agreed_on)}")
    if parts.local_review.forecast_on is not None:
        said.append(f"forecast {long_date(parts.local_review.forecast_on)}")
    if draft.published_on is not None:
        said.append(f"published {long_date(draft.published_on)}")
    elif draft.planned_on is not None:
        said.append(f"publication planned for {long_date(draft.planned_on)}")
    return f"{'; '.join(said)}."


def _table(items: Sequence[PlanItem]) -> PaperTable:
    rows: list[PaperRow] = []
    for month, group in groupby(items, key=lambda item: item.day.replace(day=1)):
        rows.append(PaperRow((full_date(month).partition(" ")[2],), is_heading=True))
        rows += _rows(group)
    return PaperTable(_COLUMNS, tuple(rows), title="By month")


def _rows(items: Iterator[PlanItem]) -> Iterator[PaperRow]:
    for item in items:
        cells = (long_date(item.day), item.words, item.standing_words)
        yield PaperRow(cells, item.standing if item.standing_words else None)
