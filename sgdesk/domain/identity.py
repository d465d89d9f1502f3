"""Names, dates of birth and places that must not stand in a public document."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sgdesk.domain.dates import full_date, short_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

_SHORTEST = 3
"""Parts of a name with fewer letters, such as initials, are not looked for alone."""
_WORDS = """
amber april art ash august autumn baker bill black bob brook brown carter chase child church
cooper crystal daisy dale dawn dean drew faith field forest frank glen gold grace grant gray
green grey hazel heath heather hill holly hope hunter iris ivy jack jade joy june king lane
lily mark mason may miles miller olive page park pat pearl porter prince rain reed rich river
rob rose rowan ruby silver sky star stone summer taylor wade white will wood young
"""
_ALSO_WORDS = frozenset(_WORDS.split())
"""Names that are words as well: alone in a text they may mean nothing."""
_UNNAMED = """
and aunt baby brother carer child cousin father foster friend grandfather grandmother
grandparent guardian known miss mother mrs new not parent partner sibling sister step the
uncle unknown
"""
_NO_NAMES = frozenset(_UNNAMED.split())
"""Words that are typed for a person whose name is not known, as in "mother of Child A"."""
_NO_PLACES = frozenset({"at home", "no fixed address", "not applicable", "not asked", "not known"})


_PERHAPS = "real name is also a word that stands here; see that it means the word"


class Identity(NamedTuple):
    """A place where something private stands, as a sentence that does not repeat it."""

    sentence: str
    is_certain: bool
    """False where the name is a word as well, as in "will" or "grace"."""


@dataclass(frozen=True, slots=True)
class PrivatePerson:
    """What is private of one person: looked for, and never printed in an error or a log."""

    name: str
    born_on: date | None
    other_names: str = ""
    places: tuple[str, ...] = ()
    """Addresses, schools, surgeries: as they were typed."""
    is_child: bool = True

    def __repr__(self) -> str:
        return "PrivatePerson()"


def find_identities(
    texts: Sequence[tuple[str, str]], people: Iterable[PrivatePerson]
) -> tuple[Identity, ...]:
    """Return each place where a private name or date of birth stands.

    `texts` are pairs of where a text stands and the text. Whole words count, whatever their
    capitals; a first or last name counts by itself, and so does a street without its number.
    """
    found: dict[Identity, None] = {}
    for person in people:
        whose = "a child’s" if person.is_child else "a family member’s"
        names = [*_name_parts(person.name), *_name_parts(person.other_names)]
        days = _forms(person.born_on) if person.born_on else ()
        places = [part for place in person.places for part in _place_parts(place)]
        for where, text in texts:
            if seen := [part for part in names if _has_words(text, part)]:
                is_certain = any(part.casefold() not in _ALSO_WORDS for part in seen)
                what = "real name stands here" if is_certain else _PERHAPS
                found[Identity(f"{where}: {whose} {what}.", is_certain)] = None
            if any(_has_words(text, form) for form in days):
                sentence = f"{where}: {whose} date of birth stands here."
                found[Identity(sentence, is_certain=True)] = None
            if any(_has_words(text, part) for part in places):
                sentence = f"{where}: {whose} address, school or surgery stands here."
                found[Identity(sentence, is_certain=True)] = None
    return tuple(found)


def _name_parts(name: str) -> list[str]:
    words = [part for part in re.findall(r"[^\W\d_]+", name) if len(part) >= _SHORTEST]
    parts = [part for part in words if part.casefold() not in _NO_NAMES]
    return [*parts, name.strip()] if name.strip() and (parts or not words) else []


def _place_parts(place: str) -> list[str]:
    """Return what gives a place away: its first line, unless that is one word, and each number.

    Towns and areas alone stand in every document of a partnership. A street is looked for
    without its number as well.
    """
    lines = [line.strip() for line in re.split(r"[\n,;]", place) if line.strip()]
    found = []
    for at, line in enumerate(lines):
        is_telling = not at and " " in line and line.casefold() not in _NO_PLACES
        if not is_telling and not re.search(r"\d", line):
            continue
        street = re.sub(r"^(?:flat\s+)?(?:\d+\w?\s+)+", "", line, flags=re.IGNORECASE)
        found += [one for one in dict.fromkeys((line, street)) if len(one) >= _SHORTEST]
    return found


def _forms(day: date) -> tuple[str, ...]:
    return (
        full_date(day),
        short_date(day),
        day.isoformat(),
        f"{day:%d/%m/%Y}",
        f"{day:%d.%m.%Y}",
        f"{day.day}/{day.month}/{day.year}",
    )


def _has_words(text: str, words: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.IGNORECASE))
