"""What a check of the history has shown."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


class SealState(StrEnum):
    """How the history stands to a seal that was noted earlier."""

    HELD = "held"
    """The entry with that number is there and has that seal."""
    SHORTENED = "shortened"
    """The history ends before that entry."""
    ALTERED = "altered"
    """The entry is there and has another seal, so it or one before it is another."""


@dataclass(frozen=True, slots=True)
class SealFinding:
    """A seal that was noted outside the register, beside the history as it is now."""

    state: SealState
    entry: int
    """The number that was noted with the seal."""
    entries: int
    """How many entries the history has now."""
    seen_at: datetime | None = None
    """When this computer noted it, UTC; None for one that somebody typed."""


@dataclass(frozen=True, slots=True)
class Verification:
    """What checking the whole register has shown."""

    at: datetime
    """When, UTC."""
    problems: tuple[str, ...]
    """A sentence for each kind of damage; none if all is as it should be."""
    entries: int
    """How many entries stand in an unbroken chain from the first on."""
    first_at: datetime | None
    last_at: datetime | None
    """When the first and the last of them were written, as they say; None without any."""
    head: str
    """Number and seal of the last of them, in the short form that is printed."""
    seen: SealFinding | None
    """What this computer last saw of the history; None where it has kept nothing."""

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong, inside the register or beside what was last seen of it."""
        return not self.problems and (self.seen is None or self.seen.state is SealState.HELD)
