"""The family of a child: who they are, what they wish, and each contact with them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, TypeVar

from sgdesk.domain.answers import Answer
from sgdesk.domain.dates import date_problems, long_date
from sgdesk.domain.prose import prose
from sgdesk.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable
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


class HasNoContactDays(Protocol):
    """A family member, or a row of a list that holds the same days."""

    @property
    def no_contact_from_on(self) -> date | None: ...

    @property
    def no_contact_until_on(self) -> date | None: ...


MemberT = TypeVar("MemberT", bound=HasNoContactDays)


def no_contact_on(members: Iterable[MemberT], day: date) -> tuple[MemberT, ...]:
    """Return those of `members` whom nobody contacts on `day`, in their order.

    Without a first day it holds since ever, without a last day until further notice; without
    either there is nothing to respect.
    """
    return tuple(one for one in members if is_no_contact_day(one, day))


def is_no_contact_day(member: HasNoContactDays, day: date) -> bool:
    """Return whether nobody contacts `member` on `day`; both ends of the days count."""
    first, last = member.no_contact_from_on, member.no_contact_until_on
    if first is None and last is None:
        return False
    return (first is None or first <= day) and (last is None or day <= last)


def no_contact_words(member: HasNoContactDays) -> str:
    """Return "until Fri 4 Dec 2026", "from … to …" or "until further notice"; "" without days."""
    first, last = member.no_contact_from_on, member.no_contact_until_on
    if first is None and last is None:
        return ""
    if last is None:
        return f"from {long_date(first)} until further notice" if first else ""
    return f"from {long_date(first)} to {long_date(last)}" if first else f"until {long_date(last)}"


def check_family_member(draft: FamilyMemberDraft, *, today: date) -> list[Problem]:  # noqa: ARG001
    """Return every problem of `draft` at once."""
    first, last = draft.no_contact_from_on, draft.no_contact_until_on
    has_days, reason = first is not None or last is not None, draft.no_contact_reason.strip()
    problems = []
    if not draft.relationship.strip():
        problems.append(
            Problem(
                "relationship",
                "Relationship: choose it or write it. Lists show it in place of the name.",
            )
        )
    problems += date_problems(
        (
            ("no_contact_from_on", "Do not contact from", first),
            ("no_contact_until_on", "Do not contact until", last),
        )
    )
    if first is not None and last is not None and last < first:
        problems.append(
            Problem(
                "no_contact_until_on",
                f"Do not contact until: it is before the first day, {long_date(first)}. "
                "Swap the two dates.",
            )
        )
    if has_days and not reason:
        problems.append(
            Problem("no_contact_reason", "Reason: say why nobody contacts this person.")
        )
    if reason and not has_days:
        problems.append(
            Problem(
                "no_contact_from_on",
                "Do not contact from: give the first or the last day, or clear the reason.",
            )
        )
    return problems


def check_family_contact(draft: FamilyContactDraft, *, today: date) -> list[Problem]:
    """Return every problem of `draft` at once. `contact_warnings` says what the days forbid."""
    problems = []
    if not draft.kind.strip():
        problems.append(Problem("kind", "What it was: choose it from the list, or write it."))
    if draft.contacted_on is None:
        problems.append(Problem("contacted_on", "Date: give the day of the contact."))
    problems += date_problems((("contacted_on", "Date", draft.contacted_on),), today=today)
    return problems


def contact_warnings(
    draft: FamilyContactDraft, members: Iterable[tuple[UUID, FamilyMemberDraft]]
) -> list[Problem]:
    """Return a warning for each member whom nobody should have contacted on that day.

    A contact with the whole family is one with each of `members`. No name is repeated.
    """
    day = draft.contacted_on
    if day is None:
        return []
    meant = [one for key, one in members if draft.member_id in (None, key)]
    return [
        Problem(
            "contacted_on",
            f"Date: do not contact the {lowered(one.relationship)} "
            f"{no_contact_words(one)}: {first_line(one.no_contact_reason)} "
            "You can save what happened; say why in the note.",
            is_warning=True,
        )
        for one in no_contact_on(meant, day)
    ]


def lowered(words: str) -> str:
    """Return `words` as they stand within a sentence, such as "mother"."""
    return f"{words[:1].lower()}{words[1:]}"


def first_line(text: str) -> str:
    """Return the first line of `text` as a sentence that ends with a full stop; "" of nothing."""
    line = text.strip().partition("\n")[0].strip()
    return line if not line or line.endswith((".", "!", "?")) else f"{line}."


TOLD_OF_REVIEW = "Told of the review"
INVITED = "Invited to take part"
SHOWN_DRAFT = "Shown a draft"
TOLD_OF_DATE = "Told of the publication date"
TELLINGS = (TOLD_OF_REVIEW, INVITED, SHOWN_DRAFT, TOLD_OF_DATE)
"""What a family is told in the course of a review, in the words of the list of contacts."""


def told_so_far(contacts: Iterable[FamilyContactDraft]) -> dict[str, date | None]:
    """Return when each of `TELLINGS` was first done, by the log; None where it was not yet."""
    found: dict[str, date | None] = dict.fromkeys(TELLINGS)
    by_words = {words.casefold(): words for words in TELLINGS}
    for one in contacts:
        telling = by_words.get(one.kind.strip().casefold())
        day = one.contacted_on
        if telling is None or day is None:
            continue
        earliest = found[telling]
        found[telling] = day if earliest is None else min(day, earliest)
    return found
