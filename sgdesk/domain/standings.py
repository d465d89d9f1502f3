"""How a deadline stands today, in words."""

from __future__ import annotations

from enum import StrEnum


class Standing(StrEnum):
    MET = "met"
    MET_LATE = "met_late"
    OVERDUE = "overdue"
    DUE_TODAY = "due_today"
    DUE_SOON = "due_soon"
    ON_TRACK = "on_track"
    WAITING = "waiting"
    NOT_APPLICABLE = "not_applicable"
    PAUSED = "paused"


URGENCY = (
    Standing.OVERDUE,
    Standing.DUE_TODAY,
    Standing.DUE_SOON,
    Standing.ON_TRACK,
    Standing.PAUSED,
    Standing.WAITING,
    Standing.MET_LATE,
    Standing.MET,
    Standing.NOT_APPLICABLE,
)
"""Most pressing first: the order of lists that are sorted by standing."""

OPEN_STANDINGS = frozenset(
    {Standing.OVERDUE, Standing.DUE_TODAY, Standing.DUE_SOON, Standing.ON_TRACK}
)
"""Standings of deadlines that still have to be met."""
