"""What the section on standing texts says of a wording: from when, until when, in force or not."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sgdesk.domain.dates import long_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sgdesk.records.boilerplate import WordingRow

NEW_WORDS = "New wording, not saved yet"
_SHIPPED = "The program’s own wording"
_LOCKED = (
    "It comes with the program and cannot be changed. To say it in your own words, begin a new "
    "wording."
)
_NEW_EFFECT = (
    "Documents made from its first day on carry it. Documents made before keep what they say."
)


def wording_words(row: WordingRow) -> str:
    """Return "From Fri 1 Jan 2027 · in force today"."""
    words = _SHIPPED if row.starts_on is None else f"From {long_date(row.starts_on)}"
    return f"{words} · in force today" if row.is_in_force else words


def effect_words(row: WordingRow | None, rows: Sequence[WordingRow]) -> str:
    """Return when the wording on show holds, and whether it can be changed."""
    if row is None:
        return _NEW_EFFECT
    locked = f" {_LOCKED}" if row.entry is None else ""
    return f"{_when(row, rows)}{locked}"


def _when(row: WordingRow, rows: Sequence[WordingRow]) -> str:
    end = row.ends_before
    if row.is_in_force:
        follows = f" The next wording begins on {long_date(end)}." if end else ""
        return f"In force today.{follows}"
    in_force = next(place for place, one in enumerate(rows) if one.is_in_force)
    if end is not None and rows.index(row) < in_force:
        return f"It held until {long_date(end - timedelta(days=1))}."
    return f"It begins on {long_date(row.starts_on)}." if row.starts_on else ""


def remove_question(row: WordingRow) -> str:
    """Return the question before a wording is removed."""
    when = f"the wording from {long_date(row.starts_on)}" if row.starts_on else "this wording"
    return f"Remove {when}? The one before it holds in its place."
