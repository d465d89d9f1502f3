"""Addresses, schools and surgeries: what of them gives a child away."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sgdesk.domain.likenesses import Likenesses, is_one_letter_off
from sgdesk.domain.plain_text import WORD, fold, stems

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

_SAME = {
    "street": "st", "saint": "st", "str": "st", "rd": "road", "ave": "avenue", "av": "avenue",
    "ln": "lane", "cl": "close", "ct": "court", "crt": "court", "dr": "drive", "drv": "drive",
    "cres": "crescent", "cresc": "crescent", "pl": "place", "terr": "terrace", "ter": "terrace",
    "gdns": "gardens", "gdn": "gardens", "gr": "grove", "sq": "square", "pk": "park",
    "hse": "house", "prim": "primary", "pri": "primary", "sch": "school", "sec": "secondary",
    "acad": "academy", "med": "medical", "ctr": "centre", "center": "centre", "surg": "surgery",
    "rc": "catholic", "nursery": "nursery", "nurseries": "nursery", "cottages": "cottage",
}  # fmt: skip
"""Short and other ways to write a word of an address."""
_STREETS_TEXT = """
avenue bank broadway buildings chase close common court crescent croft dale drive end fold
gardens garth gate green grove heights hill house lane lea mead mews mount parade park passage
path place rise road row square st terrace vale view walk way wharf yard
"""
_STREETS = frozenset(_STREETS_TEXT.split())
_KINDS_TEXT = """
academy after breakfast catholic centre childcare children childrens church clinic club college
community day early federation first grammar gp group health high hospital infant infants junior
juniors kindergarten medical middle nursery playgroup practice pre preschool preparatory primary
school schools secondary sixth special surgery trust upper years
"""
_KINDS = frozenset(_KINDS_TEXT.split())
"""What a school or a surgery may be called besides its own name."""
_PLAIN_TEXT = """
a and at by ce for in ltd of on plus the to under upon voluntary aided
"""
_PLAIN = frozenset(_PLAIN_TEXT.split())
_GENERIC_STREETS_TEXT = """
high main church station park market london school victoria king kings queen queens new
"""
_GENERIC_STREETS = frozenset(_GENERIC_STREETS_TEXT.split())
"""Streets that every town has: only with a house number."""
_NO_PLACES = re.compile(
    r"^(?:at home|no fixed (?:address|abode)|not (?:applicable|asked|known)|unknown|n/?a|none|"
    r"home educated|as (?:above|mother|child))\b",
    re.IGNORECASE,
)
_POSTCODE = re.compile(r"\b([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})\b", re.IGNORECASE)
_NUMBER = re.compile(
    r"^(?:(?:flat|apartment|apt|unit|room|no|number)\.?\s*)?(?:\d+\s?[a-z]?\b[\s/-]*)*",
    re.IGNORECASE,
)
_HOUSE_NUMBER = re.compile(r"\d+\s?(?:[a-z]?[\W_]{1,3})?$", re.IGNORECASE)
_LONG, _ACRONYM = 5, 4


class PlaceForm(NamedTuple):
    """Words in a row that name a place, each in its plain form."""

    words: tuple[str, ...]
    needs: str = ""
    """"kind": one of the words for its kind must follow; "number": a number must stand before;
    "capitals": each must have its capital."""
    is_certain: bool = True

    def __repr__(self) -> str:
        return f"<PlaceForm of {len(self.words)}>"


def place_forms(place: str, public: frozenset[str], words: frozenset[str]) -> Iterator[PlaceForm]:
    """Yield the forms in which a text may name `place`, of several lines.

    `public` are the words of the partnership and its areas, `words` those of English: towns
    alone stand in every document, and so does "the surgery".
    """
    lines = [line.strip() for line in re.split(r"[\n,;]", fold(place)) if line.strip()]
    for at, line in enumerate(lines):
        bare = _POSTCODE.sub("", line).strip()
        if _NO_PLACES.match(bare):
            continue
        named = plain_words(_NUMBER.sub("", bare))
        if not named:
            continue
        if named[-1] in _STREETS and len(named) > 1:
            yield from _of_a_street(named, words)
        elif any(word in _KINDS for word in named):
            yield from _of_a_school(named, public, words)
        elif not at and len(named) > 1:
            yield PlaceForm(tuple(named), "capitals")
            yield from _run_together(named, words)


def postcodes(place: str) -> list[tuple[str, str]]:
    """Return the two halves of each postcode in `place`."""
    return [(one[1].upper(), one[2].upper()) for one in _POSTCODE.finditer(fold(place))]


class PlaceStarts:
    """Finds the words with which a place of any case may begin, one letter off at most."""

    def __init__(self, words: Collection[str]) -> None:
        self._words = frozenset(words)
        self._likenesses = Likenesses(self._words)
        self._known: dict[str, frozenset[str]] = {}

    def of(self, raw: str) -> frozenset[str]:
        """Return the first words that `raw`, a folded word, may be."""
        known = self._known.get(raw)
        if known is None:
            plain = plain_word(raw)
            same = {one for one in (plain, plain.removesuffix("s")) if one in self._words}
            known = self._known[raw] = frozenset(same | self._likenesses.of(plain))
        return known


def plain_words(text: str) -> list[str]:
    """Return the words of a folded text as places are compared."""
    return [plain_word(found[0]) for found in WORD.finditer(text)]


def plain_word(word: str) -> str:
    """Return `word` in small letters, no possessive, in the one way it is compared in."""
    stem = stems(word)[0]
    return _SAME.get(stem, stem)


def stands_there(
    form: PlaceForm, text: str, tokens: Sequence[re.Match[str]], at: int, *, is_label: bool
) -> bool:
    """Return whether `form` begins at token `at` of `text`, one letter off at most.

    In a label, as the name of a file is, nothing needs its capital.
    """
    found = tokens[at : at + len(form.words)]
    if len(found) < len(form.words):
        return False
    likes = [_likeness(want, one[0]) for want, one in zip(form.words, found, strict=True)]
    is_followed = bool(_kind_after(tokens, at + len(form.words)))
    if not all(likes) or likes.count("alike") > 1:
        return False
    if "alike" in likes and not (is_followed or form.words[-1] in _STREETS | _KINDS):
        return False
    if form.needs == "kind":
        return is_followed
    if form.needs == "number":
        return bool(_HOUSE_NUMBER.search(text[: found[0].start()]))
    needs_capitals = form.needs == "capitals" and not is_label
    return not needs_capitals or is_followed or all(one[0][0].isupper() for one in found)


def _likeness(want: str, word: str) -> str:
    plain = plain_word(word)
    if plain == want or plain in {f"{want}s", f"{want}es"}:
        return "same"
    is_alike = len(want) >= _LONG and is_one_letter_off(want, plain)
    return "alike" if is_alike else ""


def _kind_after(tokens: Sequence[re.Match[str]], at: int) -> str:
    word = plain_word(tokens[at][0]) if at < len(tokens) else ""
    return word if word in _KINDS else ""


def _of_a_street(named: list[str], words: frozenset[str]) -> Iterator[PlaceForm]:
    *own, _ = named
    if all(word in _GENERIC_STREETS for word in own):
        yield PlaceForm(tuple(named), "number")
    elif all(word in words for word in own):
        yield PlaceForm(tuple(named), "capitals")
        yield PlaceForm(tuple(named), "number")
    else:
        yield PlaceForm(tuple(named))
        yield from _run_together(named, words)
        rare = tuple(word for word in own if word not in words and len(word) >= _LONG)
        if rare and len(own) == 1:
            yield PlaceForm(rare, "capitals", is_certain=False)


def _of_a_school(
    named: list[str], public: frozenset[str], words: frozenset[str]
) -> Iterator[PlaceForm]:
    first = next((at for at, word in enumerate(named) if word in _KINDS), len(named))
    own = [word for word in named[:first] if word not in _PLAIN] or named[:first]
    if not own or all(word in _KINDS | _PLAIN for word in own):
        return
    if len("".join(word[0] for word in named)) >= _ACRONYM:
        yield PlaceForm(("".join(word[0] for word in named),), "capitals", is_certain=False)
    if all(word in public for word in own):
        yield PlaceForm(tuple(named))
        return
    yield PlaceForm(tuple(own), "kind")
    yield from _run_together(own, words)
    yield from _run_together(named, words)
    if own[0] == "st" and len(own) > 1:
        yield PlaceForm(tuple(own), "capitals")
        yield PlaceForm(tuple(own[1:]), "kind")
    elif len(own) > 1 or not (own[0] in words or own[0] in public):
        yield PlaceForm(tuple(own), "capitals")


def _run_together(named: list[str], words: frozenset[str]) -> Iterator[PlaceForm]:
    """Yield several words without the space between them, if that is no other word."""
    if len(named) < 2:  # noqa: PLR2004 - one word stands alone already
        return
    starts = ["st", "saint"] if named[0] == "st" else [named[0]]
    ends = ["st", "street"] if named[-1] == "st" else [named[-1]]
    for start in starts:
        for end in ends:
            word = "".join((start, *named[1:-1], end))
            if word not in words and len(word) > _LONG:
                yield PlaceForm((word,))
