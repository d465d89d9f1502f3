"""The family of a case as Today and the next step see it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID


@dataclass(frozen=True, slots=True)
class NoContact:
    """Days on which nobody contacts a member of a family; never the name."""

    case_id: UUID
    relationship: str
    no_contact_from_on: date | None
    no_contact_until_on: date | None
    reason: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class NoContactLine:
    """What Today says of one case whose family is left alone."""

    case_id: UUID
    reference: str
    who: str
    """As in "Family of RIV2026-27-01: mother"."""
    words: str = field(repr=False)
    """Until when and why."""
    is_today: bool
    """False where it begins in the coming days."""


@dataclass(frozen=True, slots=True)
class FamilyStep:
    """What the next step of a case needs to know of its family."""

    is_untold: bool = False
    """Publication is planned, and the family does not know the date by the log."""
    held_by: NoContact | None = None
    """Who must not be contacted today, the longest of several; None where all may be."""


NO_FAMILY_STEP = FamilyStep()
