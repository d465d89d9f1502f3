"""Names and dates of birth that must not stand in a public document."""

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


_PERHAPS = "a word here is also a child’s real name; see that it means the word"


class Identity(NamedTuple):
    """A place where something private stands, as a sentence that does not repeat it."""

    sentence: str
    is_certain: bool
    """False where the name is a word as well, as in "will" or "grace"."""


@dataclass(frozen=True, slots=True)
class PrivatePerson:
    """What is private of one child: looked for, and never printed in an error or a log."""

    name: str
    born_on: date | None

    def __repr__(self) -> str:
        return "PrivatePerson()"


def find_identities(
    texts: Sequence[tuple[str, str]], people: Iterable[PrivatePerson]
) -> tuple[Identity, ...]:
    """Return each place where a private name or date of birth stands.

    `texts` are pairs of where a text stands and the text. Whole words count, whatever their
    capitals; a first or last name counts by itself.
    """
    found: dict[Identity, None] = {}
    for person in people:
        parts = _name_parts(person.name)
        for where, text in texts:
            if seen := [part for part in parts if _has_words(text, part)]:
                is_certain = any(part.casefold() not in _ALSO_WORDS for part in seen)
                what = "a child’s real name stands here" if is_certain else _PERHAPS
                found[Identity(f"{where}: {what}.", is_certain)] = None
            if person.born_on and any(_has_words(text, form) for form in _forms(person.born_on)):
                sentence = f"{where}: a child’s date of birth stands here."
                found[Identity(sentence, is_certain=True)] = None
    return tuple(found)


def _name_parts(name: str) -> list[str]:
    parts = [part for part in re.findall(r"[^\W\d_]+", name) if len(part) >= _SHORTEST]
    return [*parts, name.strip()] if name.strip() else []


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
