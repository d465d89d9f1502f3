"""Whether a register that stands open has to lock: two clocks tell, and neither is trusted."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sgdesk.app.clock import Clocks

WARNING_S = 60.0
"""So long before it locks the officer is told."""
SLEPT_S = 30.0
"""Whoever looks every few seconds and finds so many gone was asleep in between."""
SET_BACK_S = 60.0
"""A clock that is corrected over a network goes back by less; summer time does not move UTC."""
MOST_PUT_OFF_S = 600.0
"""Work in the background puts an idle lock off by this at most: work may hang."""


class Verdict(Enum):
    IN_USE = auto()
    SOON = auto()
    """It will lock within a minute, or as soon as the work in the background is done."""
    IDLE = auto()
    SLEPT = auto()
    SET_BACK = auto()

    @property
    def locks(self) -> bool:
        return self in {Verdict.IDLE, Verdict.SLEPT, Verdict.SET_BACK}


class Idleness:
    """Knows when the register was last used, and when somebody last looked at the clocks."""

    def __init__(self, clocks: Clocks) -> None:
        self._used = self._looked = clocks

    def note_use(self, clocks: Clocks) -> None:
        """Remember that a key was pressed or the mouse moved; look before that."""
        self._used = clocks

    def look(self, clocks: Clocks, lock_after_s: float, *, is_working: bool = False) -> Verdict:
        """Return what the clocks say; to be asked every few seconds, and before each use.

        The gap since the last use is the larger of the two that the clocks tell.
        """
        before, self._looked = self._looked, clocks
        if clocks.wall < before.wall - SET_BACK_S:
            return Verdict.SET_BACK
        if _gap(before, clocks) > SLEPT_S:
            return Verdict.SLEPT
        idle_s = _gap(self._used, clocks)
        if idle_s < lock_after_s - WARNING_S:
            return Verdict.IN_USE
        is_put_off = is_working and idle_s < lock_after_s + MOST_PUT_OFF_S
        return Verdict.SOON if idle_s < lock_after_s or is_put_off else Verdict.IDLE


def _gap(before: Clocks, after: Clocks) -> float:
    return max(after.running - before.running, after.wall - before.wall)
