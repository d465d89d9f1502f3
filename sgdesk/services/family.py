"""The family of a case: read with its log, and when it must be left alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sgdesk.domain.dates import long_date
from sgdesk.domain.family import (
    FamilyContactDraft,
    FamilyMemberDraft,
    first_line,
    is_no_contact_day,
    lowered,
    no_contact_words,
)
from sgdesk.records.family import FamilyStep, NoContact, NoContactLine
from sgdesk.store.queries.family import read_no_contacts, read_untold_cases

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from uuid import UUID

    from sgdesk.records.entries import Entry
    from sgdesk.services.register import Register

_LOOK_AHEAD = 5
"""Working days after today whose days of no contact Today shows."""


@dataclass(frozen=True, slots=True)
class Family:
    members: tuple[Entry[FamilyMemberDraft], ...]
    contacts: tuple[Entry[FamilyContactDraft], ...]
    """Newest first; of one day, the one recorded last."""


def read_family(register: Register, case_id: UUID) -> Family:
    """Return the members of a family in the order they were added, and its log of contacts."""
    from sgdesk.services.entries import read_entries  # noqa: PLC0415 - loads the mapper

    with register.store.read() as session:
        members = read_entries(session, FamilyMemberDraft, case_id)
        contacts = read_entries(session, FamilyContactDraft, case_id)
    newest = list(reversed(contacts))
    newest.sort(key=lambda one: one.draft.contacted_on or date.min, reverse=True)
    return Family(members, tuple(newest))


def read_family_steps(
    register: Register, *, today: date, case_id: UUID | None = None
) -> dict[UUID, FamilyStep]:
    """Return what the next step needs to know, for each case where there is something to know.

    Of one case where `case_id` is given.
    """
    with register.store.rows() as rows:
        held = read_no_contacts(rows, today, today, case_id)
        untold = read_untold_cases(rows, case_id)
    longest: dict[UUID, NoContact] = {}
    for row in held:
        found = NoContact(*row)
        other = longest.get(found.case_id)
        longest[found.case_id] = found if other is None else max(found, other, key=_last_day)
    return {case: FamilyStep(case in untold, longest.get(case)) for case in untold | longest.keys()}


def list_no_contacts(
    register: Register, references: Mapping[UUID, str], *, today: date
) -> tuple[NoContactLine, ...]:
    """Return whom nobody contacts today or in the next 5 working days, today's first.

    `references` say what the cases are called; a case that is not among them is left out.
    """
    until = register.calendar.add_working_days(today, _LOOK_AHEAD)
    with register.store.rows() as rows:
        found = [NoContact(*row) for row in read_no_contacts(rows, today, until)]
    lines = [_line(one, references[one.case_id], today) for one in _known(found, references)]
    return tuple(sorted(lines, key=lambda line: (not line.is_today, line.reference)))


def held_words(held: NoContact) -> str:
    """Return "Do not contact the mother until Fri 4 Dec 2026: reason." for the step that waits."""
    return f"Do not contact the {lowered(held.relationship)} {_until(held)}: {_reason(held)}"


def _known(found: Iterable[NoContact], references: Mapping[UUID, str]) -> list[NoContact]:
    return [one for one in found if one.case_id in references]


def _line(held: NoContact, reference: str, today: date) -> NoContactLine:
    is_today = is_no_contact_day(held, today)
    days = _until(held) if is_today else no_contact_words(held)
    return NoContactLine(
        case_id=held.case_id,
        reference=reference,
        who=f"Family of {reference}: {lowered(held.relationship)}",
        words=f"{days[:1].upper()}{days[1:]}: {_reason(held)}",
        is_today=is_today,
    )


def _until(held: NoContact) -> str:
    last = held.no_contact_until_on
    return f"until {long_date(last)}" if last is not None else "until further notice"


def _reason(held: NoContact) -> str:
    return first_line(held.reason) or "no reason is recorded."


def _last_day(held: NoContact) -> date:
    return held.no_contact_until_on or date.max
