"""The program's one clock. Everything below is told the day and the moment."""

from __future__ import annotations

from datetime import UTC, date, datetime


def current_day() -> date:
    """Return today in local civil time."""
    return datetime.now(UTC).astimezone().date()


def current_moment() -> datetime:
    """Return the present moment in UTC."""
    return datetime.now(UTC)
