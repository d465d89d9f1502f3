"""Backup sets as the officer sees them, and what going back to one would change."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class BackupRow:
    """One backup set: the register and its key file, as they were at one moment."""

    folder: Path = field(repr=False)
    number: int
    """The order within its place; the clock has no say in it."""
    made_at: datetime
    entries: int
    """How long the audit trail was."""
    size: int
    """In bytes, both files together."""
    is_second: bool = False
    """It lies in the second place, or in another folder that was looked into."""


@dataclass(frozen=True, slots=True)
class CaseChange:
    """What the audit trail says of one case after the two histories part."""

    case_id: str = field(repr=False)
    name: str = field(repr=False)
    """Reference and title; what else was changed stands under "Settings and lists"."""
    entries: int
    last_at: datetime


@dataclass(frozen=True, slots=True)
class Difference:
    """Saved changes that one side has and the other has not."""

    entries: int
    cases: tuple[CaseChange, ...] = field(repr=False)
    """The case that was changed last stands first."""
    first_at: datetime | None = None
    last_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """A backup set beside the register as it is now."""

    lost: Difference
    """What the register has and the backup has not."""
    gained: Difference
    cases_now: int
    cases_then: int
    is_other: bool
    """The set is of another register: they have no history in common."""
    is_unread: bool = False
    """The register is too damaged to be compared: what would be lost is not known."""

    @property
    def is_same(self) -> bool:
        is_changed = self.lost.entries or self.gained.entries
        return not (is_changed or self.is_other or self.is_unread)


@dataclass(frozen=True, slots=True)
class Trial:
    """What trying a backup has shown; every step of it was good."""

    number: int
    made_at: datetime
    cases: int
    entries: int
    head: str
    """The end of the audit trail, in the short form that is printed."""


@dataclass(frozen=True, slots=True)
class BackupContent:
    """What a set holds, read while no register is open beside it."""

    made_at: datetime
    cases: int
    entries: int
    last_at: datetime | None
    """When the last of them was saved, UTC; None for none."""
    mends_key: bool
    """Its key file opens the register that lies there, which the one there does not: to put it
    back is enough, and loses nothing."""
    keeps_passphrase: bool
    """The key file that lies there opens the set, too: its passphrase stays in force."""


@dataclass(frozen=True, slots=True)
class BackupState:
    """How the register is backed up, for the settings."""

    newest: BackupRow | None
    is_second_reached: bool
    """The second place, if there is one, can be reached now."""
    care: str
    """What to bear in mind about the second place; "" for nothing."""


@dataclass(frozen=True, slots=True)
class BackupOutcome:
    """What one backing up did."""

    made: BackupRow | None
    """None where nothing had changed since the newest set."""
    is_second_current: bool
    """The second place holds the newest set."""
    second_problem: str = ""
    """Why it does not although it can be reached; the set on this computer is good."""
