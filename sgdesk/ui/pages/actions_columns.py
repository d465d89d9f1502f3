"""The columns of the Actions page, for wide lists and for narrow ones."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sgdesk.domain.dates import long_date
from sgdesk.domain.learning import PLAN_WORDS
from sgdesk.domain.learning_numbers import number_key
from sgdesk.ui.models.columns import CellKind, Column
from sgdesk.ui.models.deadline_columns import in_days, urgency
from sgdesk.ui.pages.learning_words import (
    agency_words,
    due_words,
    evidence_words,
    first_due_words,
    status_words,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from sgdesk.records.learning import ActionRow


def wide_columns(today: Callable[[], date]) -> tuple[Column[ActionRow], ...]:
    """Return one column for each fact."""
    return (
        *middle_columns(today),
        Column(
            "Status, evidence",
            status_words,
            lambda row: (status_words(row), row.evidence),
            second=evidence_words,
            width=140,
            elides=True,
        ),
    )


def narrow_columns(today: Callable[[], date]) -> tuple[Column[ActionRow], ...]:
    """Return the columns with owner and agency under the due date."""
    due: Column[ActionRow] = Column(
        "Due date, owner",
        lambda row: due_words(row, today()),
        lambda row: row.counts_to or date.max,
        second=lambda row: f"{row.owner}, {agency_words(row)}",
        tooltip=lambda row: f"{_due_tooltip(row)}: {row.owner}, {agency_words(row)}",
        width=100,
        elides=True,
    )
    return (*_what(), due, _standing())


def middle_columns(today: Callable[[], date]) -> tuple[Column[ActionRow], ...]:
    """Return the columns without status and evidence, which the pane beside the list says."""
    agency: Column[ActionRow] = Column(
        "Agency, owner",
        agency_words,
        second=lambda row: row.owner,
        tooltip=lambda row: f"{row.owner}, {agency_words(row)}",
        width=120,
        elides=True,
    )
    return (*_what(), agency, _due(today), _standing())


def _what() -> tuple[Column[ActionRow], ...]:
    return (
        Column(
            "Number, case",
            lambda row: row.number or "No number",
            lambda row: (row.reference, number_key(row.number)),
            second=lambda row: row.reference,
            tooltip=lambda row: f"{row.reference}, {PLAN_WORDS[row.plan].lower()}",
            kind=CellKind.STRONG,
            width=90,
        ),
        Column(
            "Action",
            lambda row: row.text,
            tooltip=lambda row: row.text,
            kind=CellKind.PROSE,
            width=140,
            stretches=True,
            elides=True,
        ),
    )


def _due(today: Callable[[], date]) -> Column[ActionRow]:
    return Column(
        "Due date",
        lambda row: due_words(row, today()),
        lambda row: row.counts_to or date.max,
        second=first_due_words,
        tooltip=_due_tooltip,
        width=90,
    )


def _due_tooltip(row: ActionRow) -> str:
    return long_date(row.counts_to) if row.counts_to else "No due date"


def _standing() -> Column[ActionRow]:
    return Column(
        "Standing (working days)",
        lambda row: in_days(row.standing_words),
        lambda row: urgency(row.standing, row.counts_to),
        standing=lambda row: row.standing,
        tooltip=lambda row: row.standing_words,
        spoken=lambda row: row.standing_words,
        kind=CellKind.STANDING,
        width=130,
    )
