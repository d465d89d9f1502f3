"""The invented families whose names, dates and places the corpus plants."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sgdesk.domain.private_facts import (
    PersonRole,
    PrivateCase,
    PrivateDay,
    PrivateFacts,
    PrivatePerson,
    WordList,
)

PETRA, AMBER, ZOFIA, BEXA = (UUID(int=number) for number in range(1, 5))
CASES = {"petra": PETRA, "amber": AMBER, "zofia": ZOFIA, "bexa": BEXA}

_PETRA = PrivateCase(
    people=(
        PrivatePerson(
            "Petra Maeve Quellish",
            other_names="Pip; Petra Lindqvist",
            born_on=date(2019, 10, 3),
            died_on=date(2024, 2, 14),
            places=(
                "Flat 4, 27 Larkfield Rise\nNorthbank\nRV4 7QX",
                "St Bede’s Catholic Primary School",
                "Harbour View Surgery",
            ),
            pseudonym="Child A",
        ),
        PrivatePerson(
            "Will Quellish",
            born_on=date(2014, 5, 22),
            places=("27 Larkfield Rise", "Thornleigh Academy"),
            pseudonym="Child B",
        ),
        PrivatePerson("Siobhán O’Rourke-Quellish", PersonRole.FAMILY, born_on=date(1992, 11, 9)),
        PrivatePerson(
            "Dariusz Wiśniewski",
            PersonRole.FAMILY,
            born_on=date(1988, 1, 30),
            places=("12 Mill Lane, Eastmoor RV9 1ZZ",),
        ),
        PrivatePerson("Grandmother, Ottilie Brandt", PersonRole.FAMILY),
        PrivatePerson("Odalys Fennimore", PersonRole.STAFF),
        PrivatePerson("Corvin Asterley", PersonRole.STAFF),
    ),
    days=(
        PrivateDay(date(2024, 2, 13), "the exact date of the incident"),
        PrivateDay(date(2024, 2, 19), "the exact date of the notification"),
        PrivateDay(date(2025, 9, 11), "the exact date of an inquest"),
        PrivateDay(date(2024, 3, 6), "the exact date of the Rapid Review", is_certain=False),
    ),
    numbers=("SIN-4471-2093",),
    public_days=frozenset({date(2025, 6, 3), date(2025, 7, 15)}),
)
_AMBER = PrivateCase(
    people=(
        PrivatePerson(
            "Amber Rose Hunter",
            born_on=date(2011, 11, 5),
            places=("8 High Street\nRiverton\nRV1 2AB", "Silver Street Nursery"),
            pseudonym="Young Person B",
        ),
        PrivatePerson("April Hunter", born_on=date(2015, 4, 1), pseudonym="Child D"),
        PrivatePerson("Mark Chester", born_on=date(2009, 12, 25)),
        PrivatePerson("Marie Bolton", PersonRole.FAMILY, born_on=date(1985, 8, 31)),
        PrivatePerson("Grace May", PersonRole.FAMILY),
        PrivatePerson("Jo Li", PersonRole.FAMILY),
        PrivatePerson("Mohammed Ali Khan", PersonRole.FAMILY, born_on=date(1979, 7, 7)),
    ),
    days=(PrivateDay(date(2025, 1, 20), "the exact date of the incident"),),
    public_days=frozenset({date(2026, 3, 12)}),
)
_ZOFIA = PrivateCase(
    people=(
        PrivatePerson(
            "Zofia Łęcka",
            other_names="Zosia",
            born_on=date(2022, 8, 16),
            places=("Rose Cottage\nBack Lane\nEastmoor\nRV12 3CD", "Little Acorns Day Nursery"),
            pseudonym="Baby C",
        ),
        PrivatePerson("অভি রহমান", PersonRole.FAMILY),
        PrivatePerson("Jean-Paul Ngũgĩ", PersonRole.FAMILY, born_on=date(1990, 2, 28)),
        PrivatePerson("Aoife McAllister", PersonRole.FAMILY),
        PrivatePerson("Bronwen ap Rhys", PersonRole.FAMILY),
        PrivatePerson("mother of Baby C", PersonRole.FAMILY),
    ),
    days=(PrivateDay(date(2023, 3, 2), "the exact date of the incident"),),
)
_BEXA = PrivateCase(
    people=(
        PrivatePerson("Bexa Holloway", born_on=date(2010, 1, 1), pseudonym="Young Person T"),
        PrivatePerson("Grace Lennox", PersonRole.FAMILY),
        PrivatePerson("Tobias Marchetti", PersonRole.FAMILY),
    ),
    days=(PrivateDay(date(2021, 6, 9), "the exact date of the incident"),),
)
PUBLIC = (
    "Riverton Safeguarding Children Partnership",
    "Riverton SCP",
    "Riverton",
    "Northbank",
    "Riverton Police",
    "Harbour Recovery Service",
    "Riverton Hospitals",
    "Hunter and Lowfield Associates",
    "Professor Edwina Brandt",
    "Riverton SCP, 1 Guildhall Square, Riverton RV1 1AA",
    "01632 960100",
    "learning@riverton.example",
)
STAFF = (
    PrivatePerson(
        "Mirela Tansley",
        PersonRole.STAFF,
        contacts=("01632 960121", "m.tansley@hospitals.riverton.example"),
    ),
)


def facts(english: WordList) -> PrivateFacts:
    """Return what is private of the invented families."""
    cases = {PETRA: _PETRA, AMBER: _AMBER, ZOFIA: _ZOFIA, BEXA: _BEXA}
    return PrivateFacts(cases, STAFF, PUBLIC, english)
