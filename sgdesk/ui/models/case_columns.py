"""The columns of the case list."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sgdesk.domain.dates import day_and_month, short_date
from sgdesk.ui.models.columns import CellKind, Column
from sgdesk.ui.models.deadline_columns import in_days, urgency

if TYPE_CHECKING:
    from collections.abc import Callable

    from sgdesk.records.cases import CaseRow


def case_columns(today: Callable[[], date]) -> tuple[Column[CaseRow], ...]:
    """Return the columns, for rows of two lines. No child is named in any of them."""
    return (
        Column(
            "Case",
            lambda row: row.reference,
            lambda row: row.reference.casefold(),
            second=lambda row: row.title if row.title != row.reference else "",
            tooltip=lambda row: row.title,
            kind=CellKind.STRONG,
            width=170,
            stretches=True,
            elides=True,
        ),
        Column("Stage", lambda row: row.stage_words, width=110),
        Column(
            "Next deadline",
            lambda row: row.next_what or "Nothing due",
            lambda row: row.next_due or date.max,
            second=lambda row: row.next_due_words,
            tooltip=lambda row: f"{row.next_what}\n{row.next_due_words}".strip(),
            width=190,
            stretches=True,
            elides=True,
        ),
        Column(
            "Standing (working days)",
            lambda row: in_days(row.standing_words),
            lambda row: urgency(row.standing, row.next_due),
            standing=lambda row: row.standing,
            spoken=lambda row: row.standing_words,
            kind=CellKind.STANDING,
            width=170,
        ),
        Column(
            "Updated",
            lambda row: updated_words(row.changed_on, today()),
            lambda row: row.changed_on,
            kind=CellKind.MUTED,
            width=96,
        ),
    )


def updated_words(changed_on: date, today: date) -> str:
    """Return "Today", "Fri 20 Nov" within a week, else the date with its year."""
    age = (today - changed_on).days
    if age == 0:
        return "Today"
    return day_and_month(changed_on) if 0 < age <= 7 else short_date(changed_on)  # noqa: PLR2004
