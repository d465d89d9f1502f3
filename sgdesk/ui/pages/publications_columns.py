"""The columns of the three lists of the Publications page."""

from __future__ import annotations

from datetime import date

from sgdesk.domain.dates import short_date
from sgdesk.records.cases import BriefingRow, PublicationRow
from sgdesk.ui.models.columns import CellKind, Column
from sgdesk.ui.models.deadline_columns import in_days, urgency
from sgdesk.ui.pages.publications_words import (
    archived_words,
    day_words,
    has_reference,
    leaves_words,
)

_REVIEW = Column[PublicationRow](
    "Review",
    lambda row: row.reference,
    lambda row: row.reference.casefold(),
    second=lambda row: row.title if has_reference(row) else row.review_type,
    tooltip=lambda row: f"{row.reference}\n{row.title}",
    kind=CellKind.STRONG,
    width=200,
    stretches=True,
    elides=True,
)

REVIEW_COLUMNS = (
    _REVIEW,
    Column[PublicationRow](
        "State",
        lambda row: row.state,
        lambda row: row.published_on or row.planned_on or date.max,
        second=day_words,
        width=150,
    ),
    Column[PublicationRow](
        "Leaves the list", leaves_words, lambda row: row.leaves_on or date.max, width=110
    ),
    Column[PublicationRow](
        "Standing (working days)",
        lambda row: in_days(row.standing_words),
        lambda row: urgency(row.standing, row.leaves_on or row.planned_on),
        standing=lambda row: row.standing,
        spoken=lambda row: row.standing_words,
        kind=CellKind.STANDING,
        width=150,
    ),
    Column[PublicationRow](
        "Briefings",
        lambda row: str(row.briefings) if row.briefings else "None",
        lambda row: row.briefings,
        width=80,
    ),
)

ARCHIVE_COLUMNS = (
    _REVIEW,
    Column[PublicationRow](
        "Published",
        lambda row: short_date(row.published_on) if row.published_on else "",
        lambda row: row.published_on or date.max,
        width=100,
    ),
    Column[PublicationRow](
        "Archived",
        archived_words,
        lambda row: row.archived_on or row.leaves_on or date.max,
        width=130,
    ),
    Column[PublicationRow](
        "With the repository",
        lambda row: short_date(row.deposited_on) if row.deposited_on else "Not recorded",
        lambda row: row.deposited_on or date.max,
        width=120,
    ),
    Column[PublicationRow](
        "Standing (working days)",
        lambda row: in_days(row.standing_words),
        lambda row: urgency(row.standing, row.leaves_on),
        standing=lambda row: row.standing,
        spoken=lambda row: row.standing_words,
        kind=CellKind.STANDING,
        width=150,
    ),
)

BRIEFING_COLUMNS = (
    Column[BriefingRow](
        "Briefing",
        lambda row: row.title or "Untitled briefing",
        lambda row: row.title.casefold(),
        second=lambda row: ", ".join(row.references) or "On a theme, no review of its own",
        kind=CellKind.STRONG,
        width=240,
        stretches=True,
        elides=True,
    ),
)
