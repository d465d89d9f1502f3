"""Pauses and agreed delays in words, and whether somebody must look at one again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.dates import day_and_month, long_date

if TYPE_CHECKING:
    from datetime import date

    from sgdesk.domain.facts import Pause

DELAYED_CLOCKS = ("RR-15", "LR-6M")
"""Codes of the deadlines that show a delay which pauses nothing as their reason."""


def is_look_due(pause: Pause, today: date) -> bool:
    """Return whether somebody must look at a pause again: its day has come, or none is set."""
    return pause.next_check_on is None or pause.next_check_on <= today


def pause_note(pause: Pause, today: date) -> str:
    """Return what holds a clock, and when somebody looks again, as part of a sentence."""
    return f"{pause.by}; {_look_words(pause.next_check_on, today)}"


def delay_note(code: str, delay: Pause | None, today: date) -> str:
    """Return why the open deadline `code` is late although no clock stands, or ""."""
    if delay is None or code not in DELAYED_CLOCKS:
        return ""
    reason = pause_note(delay, today) if delay.next_check_on else delay.by
    return f"delay agreed: {reason}"


def _look_words(day: date | None, today: date) -> str:
    if day is None:
        return "no next look is set"
    if day == today:
        return "next look today"
    words = day_and_month(day) if day.year == today.year else long_date(day)
    return f"next look {words}" if day > today else f"next look was due {words}"
