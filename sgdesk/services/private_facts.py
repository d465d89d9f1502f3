"""What is private in the register, read for the identity check."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from sgdesk.config.resources import resource
from sgdesk.domain.private_facts import (
    PersonRole,
    PrivateCase,
    PrivateDay,
    PrivateFacts,
    PrivatePerson,
    WordList,
)
from sgdesk.domain.staff_names import person_names
from sgdesk.store.queries.private_facts import (
    read_agency_names,
    read_contacts,
    read_days,
    read_people,
    read_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from uuid import UUID

    from sgdesk.domain.partnerships import PartnershipDraft
    from sgdesk.services.register import Register
    from sgdesk.store.engine import Rows
    from sgdesk.store.queries.private_facts import ContactRow, PersonRow

_ROLES = {"child": PersonRole.CHILD, "family": PersonRole.FAMILY}
_TELLING = {
    "incident_on": "the exact date of the incident",
    "aware_on": "the exact date on which agencies learned of it",
    "notified_on": "the exact date of the notification",
    "first_notified_on": "the exact date of the notification",
    "key_date_on": "the exact date of a trial, inquest or other proceeding",
}
"""Days that tell which case it is."""
_LESS_TELLING = {
    "decided_to_notify_on": "an exact date of the notification",
    "meeting_on": "the exact date of the Rapid Review",
    "decided_on": "the exact date of the decision on a review",
    "sent_on": "the exact date on which the Rapid Review was sent",
    "initiated_on": "the exact date on which the review began",
    "started_on": "an exact date of the proceedings",
    "ended_on": "an exact date of the proceedings",
    "held_on": "the exact date of a meeting or event of the review",
    "contacted_on": "the exact date of a contact with the family",
}
"""Days of the review and its proceedings: a warning, for a report may give one with care."""


def read_facts(register: Register) -> PrivateFacts:
    """Return what is private in every case, and what anybody may know."""
    with register.store.rows() as rows:
        cases, public = _read_cases(rows)
        contacts = read_contacts(rows)
        names = read_agency_names(rows)
    profile = register.profile
    return PrivateFacts(
        cases,
        tuple(_staff(contacts)),
        (*_of_the_partnership(profile), *names, *public),
        english_words(),
    )


@cache
def english_words() -> WordList:
    """Return the words and names by which a likeness is told from a misspelling."""
    folder = resource("english")
    return WordList(
        *(
            frozenset((folder / name).read_text(encoding="ascii").split())
            for name in ("words.txt", "names.txt")
        )
    )


def _read_cases(rows: Rows) -> tuple[dict[UUID, PrivateCase], list[str]]:
    people: dict[UUID, dict[PrivatePerson, None]] = defaultdict(dict)
    days: dict[UUID, dict[PrivateDay, None]] = defaultdict(dict)
    public_days: dict[UUID, set[date]] = defaultdict(set)
    numbers: dict[UUID, list[str]] = defaultdict(list)
    public: list[str] = []
    for person in read_people(rows):
        people[person.case_id].update(dict.fromkeys(_people(person)))
    for key, name, day in read_days(rows):
        if what := _TELLING.get(name):
            days[key][PrivateDay(day, what)] = None
        elif what := _LESS_TELLING.get(name):
            days[key][PrivateDay(day, what, is_certain=False)] = None
        else:
            public_days[key].add(day)
    for key, name, text in read_words(rows):
        if name == "receipt":
            numbers[key].append(text)
        else:
            public.append(text)
    keys = {*people, *days, *public_days, *numbers}
    cases = {
        key: PrivateCase(
            tuple(people[key]), tuple(days[key]), tuple(numbers[key]), frozenset(public_days[key])
        )
        for key in keys
    }
    return cases, public


def _people(row: PersonRow) -> Iterable[PrivatePerson]:
    if row.kind not in _ROLES:
        return [PrivatePerson(name, PersonRole.STAFF) for name in person_names(row.name)]
    return [
        PrivatePerson(
            row.name,
            _ROLES[row.kind],
            row.other_names,
            row.born_on,
            row.died_on,
            row.places,
            pseudonym=row.pseudonym,
        )
    ]


def _staff(contacts: Iterable[ContactRow]) -> Iterable[PrivatePerson]:
    for row in contacts:
        for name in person_names(row.name):
            reached = tuple(one for one in (row.email, row.phone) if one)
            yield PrivatePerson(name, PersonRole.STAFF, contacts=reached)


def _of_the_partnership(profile: PartnershipDraft) -> list[str]:
    lines = (text for line in profile.reading for text in (line.text, line.label, line.address))
    found = (profile.name, profile.short_name, profile.officer, *profile.contacts, *lines)
    return [text for text in found if text]
