"""What is private in the record: looked for in documents, and never repeated."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID


class PersonRole(Enum):
    """Who somebody is, as a sentence says it."""

    CHILD = "a child’s"
    FAMILY = "a family member’s"
    STAFF = "a professional’s"


@dataclass(frozen=True, slots=True, repr=False)
class PrivatePerson:
    """What is private of one person."""

    name: str
    role: PersonRole = PersonRole.CHILD
    other_names: str = ""
    born_on: date | None = None
    died_on: date | None = None
    places: tuple[str, ...] = ()
    """Addresses, schools, nurseries, surgeries: as they were typed."""
    contacts: tuple[str, ...] = ()
    """Telephone numbers and e-mail addresses."""
    pseudonym: str = ""
    """What documents call the person: it gives nobody away."""


@dataclass(frozen=True, slots=True, repr=False)
class PrivateDay:
    """A day that tells which case it is."""

    day: date
    what: str
    """As a sentence says it: "the exact date of the incident"."""
    is_certain: bool = True
    """False for a day of the review itself, which gives less away."""


@dataclass(frozen=True, slots=True, repr=False)
class PrivateCase:
    """What is private in one case."""

    people: tuple[PrivatePerson, ...] = ()
    days: tuple[PrivateDay, ...] = ()
    """Further days than those of birth and death."""
    numbers: tuple[str, ...] = ()
    """Numbers under which others know the case."""
    public_days: frozenset[date] = frozenset()
    """Days that anybody may know, such as the day of publication."""


@dataclass(frozen=True, slots=True, repr=False)
class WordList:
    """Lower-case English words, and names of people and places, without accents."""

    words: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PrivateFacts:
    """What is private in the whole register, with what makes a match innocent."""

    cases: Mapping[UUID, PrivateCase] = field(default_factory=dict)
    staff: tuple[PrivatePerson, ...] = ()
    """People of the agencies, whatever the case."""
    public_phrases: tuple[str, ...] = ()
    """The names of the partnership, its agencies, its areas and its reviewers."""
    english: WordList = WordList()
