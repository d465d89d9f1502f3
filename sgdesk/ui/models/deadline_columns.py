"""The columns of lists of deadlines, for wide windows and for narrow ones."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sgdesk.domain.dates import day_and_month, long_date
from sgdesk.domain.standings import URGENCY
from sgdesk.ui.models.columns import CellKind, Column

if TYPE_CHECKING:
    from collections.abc import Callable

    from sgdesk.domain.standings import Standing
    from sgdesk.records.deadlines import DeadlineRow

_ORDER = {standing: place for place, standing in enumerate(URGENCY)}


def wide_columns(today: Callable[[], date]) -> tuple[Column[DeadlineRow], ...]:
    """Return one column for each fact, for rows of one line."""
    return (
        Column(
            "Case",
            lambda row: row.reference,
            tooltip=lambda row: row.case_title,
            kind=CellKind.STRONG,
            width=120,
        ),
        Column(
            "What",
            lambda row: row.what,
            tooltip=lambda row: row.title,
            width=150,
            stretches=True,
            elides=True,
        ),
        *_facts(today),
        Column("Owner", lambda row: row.owner, kind=CellKind.MUTED, width=124, elides=True),
    )


def compact_columns(today: Callable[[], date]) -> tuple[Column[DeadlineRow], ...]:
    """Return the columns with case and owner under what is due, for rows of two lines."""
    return (
        Column(
            "What, case, owner",
            lambda row: row.what,
            second=lambda row: " · ".join(part for part in (row.reference, row.owner) if part),
            tooltip=lambda row: row.title,
            kind=CellKind.STRONG,
            width=180,
            stretches=True,
            elides=True,
        ),
        *_facts(today),
    )


def due_words(row: DeadlineRow, today: date) -> str:
    """Return the date that counts, with its year where it is another one than today's."""
    if row.counts_to is None:
        return row.due_words
    in_this_year = row.counts_to.year == today.year
    return day_and_month(row.counts_to) if in_this_year else long_date(row.counts_to)


def both_dates(row: DeadlineRow) -> str:
    """Return the date by the rule and the agreed one with their years, and the next look."""
    if row.counts_to is None:
        return row.due_words
    words = long_date(row.counts_to)
    if row.has_other_date and row.due is not None and row.agreed_on is not None:
        words = f"Agreed {long_date(row.agreed_on)}, by the rule {long_date(row.due)}"
    return f"{words}; {row.look_words}" if row.look_words else words


def day_words(row: DeadlineRow) -> str:
    """Return "Day 9 of 15"; the date by the rule where another was agreed; the look at a pause."""
    if row.has_other_date and row.due is not None:
        rule = f"By the rule {day_and_month(row.due)}"
        return f"{rule}; {row.look_words}" if row.look_words else rule
    if row.day is None:
        return f"{row.look_words[:1].upper()}{row.look_words[1:]}"
    done, total = row.day
    return f"Day {done} of {total}"


def in_days(standing_words: str) -> str:
    """Return the words for a column whose head already says that days are working days."""
    return standing_words.replace(" working day", " day")


def urgency(standing: Standing, counts_to: date | None) -> tuple[int, date]:
    """Return a key that sorts the most pressing first, and the earlier date within those."""
    return _ORDER[standing], counts_to or date.max


def _facts(today: Callable[[], date]) -> tuple[Column[DeadlineRow], ...]:
    return (
        Column(
            "Due date",
            lambda row: due_words(row, today()),
            lambda row: row.counts_to or date.max,
            tooltip=both_dates,
            spoken=both_dates,
            width=96,
        ),
        Column(
            "Day",
            day_words,
            lambda row: row.day or (0, 0),
            progress=_progress,
            standing=lambda row: row.standing,
            tooltip=both_dates,
            kind=CellKind.DAY,
            width=108,
        ),
        Column(
            "Standing (working days)",
            lambda row: in_days(row.short_words),
            lambda row: urgency(row.standing, row.counts_to),
            standing=lambda row: row.standing,
            tooltip=lambda row: row.standing_words,
            spoken=lambda row: row.standing_words,
            kind=CellKind.STANDING,
            width=150,
        ),
    )


def _progress(row: DeadlineRow) -> tuple[int, int] | None:
    if row.day is None or row.has_other_date:
        return None
    done, total = row.day
    return max(0, done), total
