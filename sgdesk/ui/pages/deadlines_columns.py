"""The columns of the Deadlines page: the due date, and the agreed one beside it."""

from __future__ import annotations

from datetime import date
from textwrap import shorten

from sgdesk.domain.dates import long_date, short_date
from sgdesk.domain.rules import WEIGHT_WORDS
from sgdesk.domain.standings import Standing
from sgdesk.records.deadlines import DeadlineRow, DueKind
from sgdesk.ui.models.columns import CellKind, Column
from sgdesk.ui.models.deadline_columns import in_days, urgency

_LONGEST_REFERENCE = 20
"""A case without a reference goes by its title, which may be long."""


def all_columns() -> tuple[Column[DeadlineRow], ...]:
    """Return one column for each fact, for rows of one line."""
    return (
        Column[DeadlineRow](
            "Case",
            lambda row: shorten(row.reference, _LONGEST_REFERENCE, placeholder="…"),
            lambda row: row.reference.casefold(),
            tooltip=lambda row: row.case_title or row.reference,
            spoken=lambda row: row.reference,
            kind=CellKind.STRONG,
            width=120,
        ),
        Column[DeadlineRow](
            "What",
            lambda row: row.what,
            tooltip=lambda row: row.title,
            width=150,
            stretches=True,
            elides=True,
        ),
        _due_column(),
        Column[DeadlineRow](
            "Agreed date",
            lambda row: short_date(row.agreed_on) if row.agreed_on else "",
            lambda row: row.agreed_on or date.max,
            tooltip=_agreed_words,
            spoken=_agreed_words,
            width=80,
        ),
        _day_column(),
        _standing_column(),
        Column[DeadlineRow](
            "Weight",
            lambda row: WEIGHT_WORDS[row.weight],
            lambda row: _WEIGHT_ORDER[row.weight],
            kind=CellKind.MUTED,
            width=96,
            elides=True,
        ),
        Column[DeadlineRow](
            "Owner",
            who_words,
            tooltip=who_words,
            kind=CellKind.MUTED,
            width=96,
            stretches=True,
            elides=True,
        ),
    )


def folded_columns() -> tuple[Column[DeadlineRow], ...]:
    """Return columns for narrow windows, for rows of two lines; the standing before the day."""
    return (
        Column[DeadlineRow](
            "What, case, owner",
            lambda row: row.what,
            second=lambda row: " · ".join(part for part in (row.reference, who_words(row)) if part),
            kind=CellKind.STRONG,
            width=180,
            stretches=True,
            elides=True,
        ),
        _due_column(has_agreed=True),
        _standing_column(),
        _day_column(),
    )


def _due_column(*, has_agreed: bool = False) -> Column[DeadlineRow]:
    return Column[DeadlineRow](
        "Due date",
        _due_date,
        lambda row: row.due or date.max,
        second=_agreed_words if has_agreed else None,
        tooltip=lambda row: row.due_words,
        spoken=lambda row: ", ".join(part for part in (row.due_words, _agreed_words(row)) if part),
        width=112,
    )


def _day_column() -> Column[DeadlineRow]:
    return Column[DeadlineRow](
        "Day",
        _day_words,
        lambda row: row.day or (0, 0),
        progress=lambda row: (max(0, row.day[0]), row.day[1]) if row.day else None,
        standing=lambda row: row.standing,
        tooltip=lambda row: row.standing_words if row.look_words else "",
        kind=CellKind.DAY,
        width=108,
    )


def _day_words(row: DeadlineRow) -> str:
    """Return how far the clock has come; of one that is paused, when somebody looks again."""
    if row.day is not None:
        return "Day {} of {}".format(*row.day)
    return f"{row.look_words[:1].upper()}{row.look_words[1:]}"


def _standing_column() -> Column[DeadlineRow]:
    return Column[DeadlineRow](
        "Standing (working days)",
        lambda row: in_days(row.short_words),
        lambda row: urgency(row.standing, row.counts_to),
        standing=lambda row: row.standing,
        tooltip=lambda row: row.standing_words,
        spoken=lambda row: row.standing_words,
        kind=CellKind.STANDING,
        width=150,
    )


def who_words(row: DeadlineRow) -> str:
    """Return the owner, and the agency of an action; a return names its agency itself."""
    agency = row.agency if row.kind is DueKind.ACTION else ""
    return ", ".join(part for part in (row.owner, agency) if part)


def _due_date(row: DeadlineRow) -> str:
    """Return the date; what is missing instead of one stands in the explanation."""
    return "No date yet" if row.standing is Standing.WAITING else row.due_words


def _agreed_words(row: DeadlineRow) -> str:
    return f"Agreed {long_date(row.agreed_on)}" if row.agreed_on else ""


_WEIGHT_ORDER = {weight: place for place, weight in enumerate(WEIGHT_WORDS)}
"""The most binding first."""
