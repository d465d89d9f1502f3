"""The family of a child: who they are, what they wish, and each contact with them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sgdesk.domain.answers import Answer
from sgdesk.domain.prose import prose

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID


@dataclass(frozen=True, slots=True)
class FamilyMemberDraft:
    name: str = field(default="", repr=False)
    relationship: str = ""
    naming_wishes: str = prose()
    """How the family member wishes the child to be called in the report."""
    support: str = prose()
    """Language, advocate, support worker, and how to get in touch."""
    takes_part: Answer = Answer.BLANK
    no_contact_from_on: date | None = None
    no_contact_until_on: date | None = None
    """Nobody contacts this person from the first of these days to the last, both included."""
    no_contact_reason: str = prose()
    note: str = prose()


@dataclass(frozen=True, slots=True)
class FamilyContactDraft:
    member_id: UUID | None = None
    """None where it was with the whole family."""
    kind: str = ""
    contacted_on: date | None = None
    contacted_by: str = ""
    route: str = ""
    replied: Answer = Answer.BLANK
    note: str = prose()
