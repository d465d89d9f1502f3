"""The program's one clock. Everything below is told the day and the moment."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

SHOWN_DAY = date(2026, 11, 23)
"""The Monday on which all pictures of the gallery are taken, so that they can be compared."""


def current_day() -> date:
    """Return today in local civil time."""
    return datetime.now(UTC).astimezone().date()


def current_moment() -> datetime:
    """Return the present moment in UTC."""
    return datetime.now(UTC)


class Clocks(NamedTuple):
    """Both clocks of the computer in one moment, in seconds: either alone can be led astray."""

    running: float
    """Never goes back, but on Linux stands still while the computer sleeps."""
    wall: float
    """UTC, so that summer time does not move it; whoever uses the computer may set it."""


def read_clocks() -> Clocks:
    """Return both clocks as they stand."""
    return Clocks(time.monotonic(), time.time())


def shown_moment() -> datetime:
    """Return the morning of the day that pictures show, in UTC."""
    return datetime(SHOWN_DAY.year, SHOWN_DAY.month, SHOWN_DAY.day, 9, 12, tzinfo=UTC)


def shown_before() -> datetime:
    """Return the afternoon of the working day before, in UTC."""
    return shown_moment() - timedelta(days=2, hours=16)
