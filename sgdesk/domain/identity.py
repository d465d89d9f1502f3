"""Names and dates of birth that must not stand in a public document."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sgdesk.domain.dates import full_date, short_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

_SHORTEST = 3
"""Parts of a name with fewer letters, such as initials, are not looked for alone."""


@dataclass(frozen=True, slots=True)
class PrivatePerson:
    """What is private of one child: looked for, and never printed in an error or a log."""

    name: str
    born_on: date | None

    def __repr__(self) -> str:
        return "PrivatePerson()"


def find_identities(
    texts: Sequence[tuple[str, str]], people: Iterable[PrivatePerson]
) -> tuple[str, ...]:
    """Return a sentence for each place where a private name or date of birth stands.

    `texts` are pairs of where a text stands and the text. The sentences name the place,
    and not the name. Whole words count, whatever their capitals.
    """
    found: list[str] = []
    for person in people:
        for where, text in texts:
            if any(_has_words(text, part) for part in _name_parts(person.name)):
                found.append(f"{where}: a child’s real name stands here.")
            if person.born_on and any(_has_words(text, form) for form in _forms(person.born_on)):
                found.append(f"{where}: a child’s date of birth stands here.")
    return tuple(dict.fromkeys(found))


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
