"""What is private in one case besides names: dates, places, numbers, initials."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from sgdesk.domain.english_usage import ABBREVIATIONS
from sgdesk.domain.name_meanings import Context, stands_like_a_name
from sgdesk.domain.name_parts import initials, logins
from sgdesk.domain.place_parts import (
    PlaceForm,
    place_forms,
    postcodes,
    stands_there,
)
from sgdesk.domain.plain_text import fold
from sgdesk.domain.private_facts import PersonRole

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from datetime import date

    from sgdesk.domain.page_text import PageText
    from sgdesk.domain.private_facts import PrivateCase, PrivatePerson, WordList

_DOTTED_WORDS_TEXT = """
AD AM BC DC EG GP HM HR IE JP KC MP NB OB PA PC PE PM PS QC RE TV UK UN US
"""
_DOTTED_WORDS = frozenset(_DOTTED_WORDS_TEXT.split())
_PHONE = re.compile(r"(?<![\w.])\+?\(?\d[\d\s().-]{6,}\d(?!\w)")
_ADDRESS_OF_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_LEAST_DIGITS, _COMPARED_DIGITS, _FEWEST_SIGNS = 7, 9, 5
_OF_A_POSTCODE = r"(?:postcodes?|post code|area|district|estate)\W{0,3}(?:of\W|in\W)?\W?"
_PLACE = "address, school or surgery"
_AGE = r"(?:\d\d?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen)"
_BIRTHDAY = re.compile(rf"\b(?:birthday|turn(?:ed|s|ing)?\s+{_AGE}\b)", re.IGNORECASE)
_ANNIVERSARY = re.compile(
    r"(?=.*\b(?:anniversary|memorial|vigil|years? (?:after|since|on))\b)"
    r"(?=.*\b(?:death|died|killed|lost|loss|memory)\b)",
    re.IGNORECASE | re.DOTALL,
)
"""What is said of the day on which somebody died, in a later year."""


class _Day(NamedTuple):
    year: int
    what: str
    is_certain: bool
    returns: re.Pattern[str] | None = None
    """What is said of the same day in another year."""


class CaseSearch:
    """Finds the dates, places, numbers and initials of one case."""

    def __init__(
        self,
        case: PrivateCase,
        staff: Iterable[PrivatePerson],
        public: frozenset[str],
        english: WordList,
    ) -> None:
        self._english = english
        self._public_days = {(day.day, day.month) for day in case.public_days}
        self._days = _days(case)
        self._initials: dict[str, PrivatePerson] = {}
        self._forms: dict[str, list[tuple[PlaceForm, PersonRole]]] = defaultdict(list)
        self._patterns: list[tuple[re.Pattern[str], str, bool]] = []
        self._phones: dict[str, PersonRole] = {}
        self._mails: dict[str, PersonRole] = {}
        self._logins: dict[str, PersonRole] = {}
        for person in case.people:
            self._add(person, public)
        for person in staff:
            self._add_contacts(person)
        for number in case.numbers:
            self._add_number(number)

    def __repr__(self) -> str:
        return "CaseSearch()"

    def found(self, page: PageText) -> Iterator[tuple[str, bool]]:
        """Yield what stands in `page`, and whether it is certain."""
        if page.dates:
            yield from self._dates(page)
        if page.starts:
            yield from self._places(page)
        yield from self._initials_in(page)
        if page.has_digits:
            for pattern, what, is_certain in self._patterns:
                if pattern.search(page.text):
                    yield what, is_certain
            yield from self._phones_in(page.text)
        if "@" in page.text:
            yield from self._mails_in(page.text)

    @property
    def starts(self) -> Collection[str]:
        """Return the words with which the places of the case begin."""
        return self._forms.keys()

    def _add(self, person: PrivatePerson, public: frozenset[str]) -> None:
        self._add_contacts(person)
        self._logins.update(dict.fromkeys(logins(person), person.role))
        if person.role is PersonRole.STAFF:
            return
        for letters in initials(person):
            self._initials.setdefault(letters, person)
        for place in person.places:
            for form in place_forms(place, public, self._english.words):
                held = self._forms[form.words[0]]
                if (form, person.role) not in held:
                    held.append((form, person.role))
            for outward, inward in postcodes(place):
                self._add_postcode(outward, inward, person.role)
            for found in _PHONE.findall(fold(place)):
                self._add_phone(found, person.role)

    def _add_contacts(self, person: PrivatePerson) -> None:
        for contact in person.contacts:
            if "@" in contact:
                self._mails[contact.strip().lower()] = person.role
            else:
                self._add_phone(contact, person.role)

    def _add_phone(self, written: str, role: PersonRole) -> None:
        digits = re.sub(r"\D", "", written)
        if len(digits) >= _LEAST_DIGITS:
            self._phones[digits[-_COMPARED_DIGITS:]] = role

    def _add_number(self, number: str) -> None:
        signs = re.findall(r"[^\W_]+", fold(number))
        if len("".join(signs)) >= _FEWEST_SIGNS:
            written = r"[\W_]*".join(map(re.escape, signs))
            pattern = re.compile(rf"(?<![^\W_]){written}(?![^\W_])", re.IGNORECASE)
            self._patterns.append((pattern, "a number under which the case is known", True))
        digits = signs[1:] if signs and signs[0].isalpha() else []
        if len("".join(digits)) >= _LEAST_DIGITS:
            bare = r"[\W_]?".join(map(re.escape, digits))
            pattern = re.compile(rf"(?<![^\W_])(?<!\d[\W_]){bare}(?![^\W_]|[\W_]\d)")
            self._patterns.append((pattern, "a number under which the case is known", False))

    def _add_postcode(self, outward: str, inward: str, role: PersonRole) -> None:
        what = f"{role.value} {_PLACE}"
        whole = rf"(?<![^\W_]){outward}[\s_-]*{inward}(?![^\W_])"
        sector = rf"(?<![\w-]){outward}\s+{inward[0]}(?!\w|[.:/-]\d)"
        self._patterns.append((re.compile(whole, re.IGNORECASE), what, True))
        self._patterns.append((re.compile(sector), f"part of {what}", True))
        start = "" if len(outward) > 2 else f"(?i:{_OF_A_POSTCODE})"  # noqa: PLR2004 - as in M1
        alone = rf"{start}(?<![\w-]){outward}(?!\w|\s*\d[A-Z]{{2}}\b|-)"
        self._patterns.append((re.compile(alone), f"part of {what}", False))

    def _dates(self, page: PageText) -> Iterator[tuple[str, bool]]:
        for written in page.dates:
            day_and_month = written.day, written.month
            for day in self._days.get(day_and_month, ()):
                if written.year == day.year:
                    yield day.what, day.is_certain
                elif written.year is None and day_and_month not in self._public_days:
                    yield day.what, day.is_certain and day.year in page.years
                elif day.returns and written.year and day.returns.search(page.text):
                    yield day.what, False

    def _places(self, page: PageText) -> Iterator[tuple[str, bool]]:
        for tokens, at, starts in page.starts:
            for start in sorted(starts & self._forms.keys()):
                for form, role in self._forms[start]:
                    if stands_there(form, page.text, tokens, at, is_label=page.is_label):
                        yield f"{role.value} {_PLACE}", form.is_certain

    def _initials_in(self, page: PageText) -> Iterator[tuple[str, bool]]:
        for found in page.dotted:
            letters = "".join(filter(None, found.groups()[:3]))
            is_of_an_author = bool(found[5]) and not found[4]
            person = self._initials.get(letters)
            if person and letters not in _DOTTED_WORDS and not is_of_an_author:
                yield f"{person.role.value} initials", True
        for letters in sorted(self._initials.keys() & page.capitals.keys()):
            if letters.lower() not in ABBREVIATIONS and _is_a_name(page, letters):
                yield f"{self._initials[letters].role.value} initials", False

    def _phones_in(self, text: str) -> Iterator[tuple[str, bool]]:
        for found in _PHONE.findall(text) if self._phones else ():
            role = self._phones.get(re.sub(r"\D", "", found)[-_COMPARED_DIGITS:])
            if role:
                yield f"{role.value} telephone number", True

    def _mails_in(self, text: str) -> Iterator[tuple[str, bool]]:
        for mail in _ADDRESS_OF_MAIL.findall(text.lower()):
            login = re.sub(r"[\W\d_]", "", mail.partition("@")[0])
            role = self._mails.get(mail) or self._logins.get(login)
            if role:
                yield f"{role.value} e-mail address", True


def _is_a_name(page: PageText, letters: str) -> bool:
    """Return whether capitals stand where a name would, or in a place without sentences."""
    return page.is_label or any(
        stands_like_a_name(Context(page.text, page.tokens, at, page.english))
        for at in page.capitals[letters]
    )


def _days(case: PrivateCase) -> dict[tuple[int, int], list[_Day]]:
    found: dict[tuple[int, int], list[_Day]] = defaultdict(list)

    def add(day: date | None, what: str, returns: re.Pattern[str] | None = None) -> None:
        if day and day not in case.public_days:
            found[day.day, day.month].append(_Day(day.year, what, is_certain=True, returns=returns))

    for person in case.people:
        add(person.born_on, f"{person.role.value} date of birth", _BIRTHDAY)
        add(person.died_on, f"{person.role.value} date of death", _ANNIVERSARY)
    for one in case.days:
        if one.day not in case.public_days:
            found[one.day.day, one.day.month].append(_Day(one.day.year, one.what, one.is_certain))
    return found
