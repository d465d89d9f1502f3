"""The parts of a person's name, in every form in which a text may hold them."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from sgdesk.domain.plain_text import WORD, fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sgdesk.domain.private_facts import PrivatePerson

_UNNAMED = """
adult and aunt aunty baby boy brother carer child children cousin dad daughter ex family father
foster friend girl girlfriend boyfriend gran grandad granddad granddaughter grandfather
grandma grandmother grandpa grandparent grandson guardian half husband infant known lodger
maternal miss mother mum mr mrs ms mx nan neighbour nephew new niece not older parent partner
paternal person sibling sister son step stepbrother stepdad stepfather stepmother stepmum
stepsister subject the tenant twin uncle unborn unknown wife young younger
"""
_NO_NAMES = frozenset(_UNNAMED.split())
"""Words that are typed for a person whose name is not known, as in "mother of Child A"."""
_PARTICLES_TEXT = """
abu al ap bin bint da das de del der di dos du e el ibn la le mac mc o of san st ten van von y
"""
_PARTICLES = frozenset(_PARTICLES_TEXT.split())
"""Parts of names that say nothing alone."""
_BETWEEN = re.compile(
    r"[,;\n/()\[\]]|\b(?:a\.?k\.?a\.?|nee|formerly|previously|known as|also|or|alias|born)\b",
    re.IGNORECASE,
)
_TITLES = re.compile(
    r"^(?:(?:mr|mrs|ms|miss|mx|dr|prof|professor|rev|sir|dame|lady|lord|cllr)\.?\s+)+",
    re.IGNORECASE,
)
_WHOLE_LENGTH, _LOGIN_LENGTH = 6, 4
SHORT = 2
"""Letters of a name that is looked for with its capital alone, as Jo is."""


class PartKind(Enum):
    FIRST = "first"
    MIDDLE = "middle"
    LAST = "last"
    ONLY = "only"
    """The one name that is known."""
    TOGETHER = "together"
    """First and last name run together, as in a file's name."""
    LOGIN = "login"
    """An initial and the last name run together, as in an account's name."""


GIVEN = frozenset({PartKind.FIRST, PartKind.MIDDLE})


class NamePart(NamedTuple):
    """One form of a part of a name, in small letters without accents."""

    word: str
    kind: PartKind

    def __repr__(self) -> str:
        return f"<NamePart {self.kind.value}>"


def name_parts(person: PrivatePerson) -> tuple[NamePart, ...]:
    """Return the parts of all names of `person`; those of the pseudonym are left out."""
    public = set(_words(person.pseudonym))
    found: dict[NamePart, None] = {}
    for name in _names(person):
        for part in _parts(name):
            if part.word not in public:
                found[part] = None
    return tuple(found)


def without_titles(name: str) -> str:
    """Return `name` without Mr, Dr and the like in front."""
    return _TITLES.sub("", name)


def initials(person: PrivatePerson) -> frozenset[str]:
    """Return the initials by which a text may call `person`: first and last, middle too."""
    found: set[str] = set()
    for name in _names(person):
        groups = [re.findall(r"[^\W\d_]+", group.replace("'", "")) for group in name.split()]
        groups = [group for group in groups if group and group[0].lower() not in _PARTICLES]
        if len(groups) < 2:  # noqa: PLR2004 - a first and a last name
            continue
        letters = [group[0][0].upper() for group in groups]
        found |= {"".join(letters), letters[0] + letters[-1]}
        if len(groups[-1]) > 1:
            found.add(letters[0] + "".join(word[0].upper() for word in groups[-1]))
    return frozenset(found)


def logins(person: PrivatePerson) -> frozenset[str]:
    """Return what may stand before the @ of an address of `person`, without signs between."""
    found: set[str] = set()
    for name in _names(person):
        groups = ["".join(_words(group)) for group in name.split()]
        first, last = groups[0], groups[-1]
        if len(groups) > 1 and first and last:
            found |= {first + last, last + first, first[0] + last, last + first[0], first + last[0]}
    return frozenset(found)


def _names(person: PrivatePerson) -> Iterator[str]:
    for held in (person.name, person.other_names):
        pieces = [without_titles(piece.strip()) for piece in _BETWEEN.split(fold(held))]
        named = [piece for piece in pieces if _is_named(piece)]
        if len(pieces) == len(named) == 2 and all(" " not in piece for piece in named):  # noqa: PLR2004
            named = [f"{named[1]} {named[0]}"] if held == person.name else named
        yield from named


def _is_named(piece: str) -> bool:
    words = _words(piece)
    named = [word for word in words if word not in _NO_NAMES and word not in _PARTICLES]
    is_label = bool(words) and words[0] in _NO_NAMES and all(len(word) == 1 for word in named)
    return bool(named) and not is_label


def _words(text: str) -> list[str]:
    return [found[0].lower().replace("'", "") for found in WORD.finditer(fold(text))]


def _parts(name: str) -> Iterator[NamePart]:
    """Yield the parts of one name: each by itself, neighbours run together, the whole."""
    groups = [_words(group) for group in name.split()]
    groups = [[word for word in group if word not in _NO_NAMES] for group in groups]
    groups = [group for group in groups if group]
    for at, group in enumerate(groups):
        kind = PartKind.MIDDLE
        if at == len(groups) - 1:
            kind = PartKind.LAST if at else PartKind.ONLY
        elif not at:
            kind = PartKind.FIRST
        telling = [word for word in group if len(word) >= SHORT and word not in _PARTICLES]
        yield from (NamePart(word, kind) for word in telling)
        if len(group) > 1:
            yield NamePart("".join(group), kind)
    yield from _without_apostrophe(name)
    if len(groups) > 1:
        yield from _together(groups)


def _together(groups: list[list[str]]) -> Iterator[NamePart]:
    """Yield first and last name without the space between them."""
    first, last = "".join(groups[0]), "".join(groups[-1])
    given = "".join(word for group in groups[:-1] for word in group)
    for word in (first + last, last + first, given + last):
        if len(word) >= _WHOLE_LENGTH:
            yield NamePart(word, PartKind.TOGETHER)
    if len(last) >= _LOGIN_LENGTH:
        yield NamePart(first[0] + last, PartKind.LOGIN)
        yield NamePart(last + first[0], PartKind.LOGIN)
    if given != first:
        yield NamePart(given, PartKind.FIRST)


def _without_apostrophe(name: str) -> Iterator[NamePart]:
    """Yield the longer piece of a name such as O'Example, which often stands alone."""
    for piece in re.findall(r"[^\W\d_]'([^\W\d_]{4,})", name):
        yield NamePart(piece.lower(), PartKind.LAST)
