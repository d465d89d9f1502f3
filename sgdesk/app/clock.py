"""The program's one clock. Everything below is told the day and the moment."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

SHOWN_DAY = date(2026, 11, 23)
"""The Monday on which all pictures of the gallery are taken, so that they can be compared."""


def current_day() -> date:
    """Return today in local civil time."""
    return datetime.now(UTC).astimezone().date()


def current_moment() -> datetime:
    """Return the present moment in UTC."""
    return datetime.now(UTC)


def shown_moment() -> datetime:
    """Return the morning of the day that pictures show, in UTC."""
    return datetime(SHOWN_DAY.year, SHOWN_DAY.month, SHOWN_DAY.day, 9, 12, tzinfo=UTC)


def shown_before() -> datetime:
    """Return the afternoon of the working day before, in UTC."""
    return shown_moment() - timedelta(days=2, hours=16)
