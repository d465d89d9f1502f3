"""Sign-off by the three safeguarding partners."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


def last_signature(authority: date | None, health: date | None, police: date | None) -> date | None:
    """Return the day the last of the three partners signed, or None until all have."""
    if authority is None or health is None or police is None:
        return None
    return max(authority, health, police)
