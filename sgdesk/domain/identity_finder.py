"""Finds what is private in texts: made once for a register, then quick for many documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.case_search import CaseSearch
from sgdesk.domain.english_usage import PUBLIC_PHRASES
from sgdesk.domain.identity import Identity
from sgdesk.domain.name_index import NameIndex
from sgdesk.domain.name_search import NameSearch
from sgdesk.domain.page_text import PageText
from sgdesk.domain.place_parts import PlaceStarts
from sgdesk.domain.plain_text import WORD, fold
from sgdesk.domain.public_spans import PublicSpans

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from uuid import UUID

    from sgdesk.domain.private_facts import PrivateFacts

_MOST_TEXTS = 4096
"""Texts that are kept ready: those of a pack repeat themselves from file to file."""
_LABELS = ("file name", "link", "properties", "name of", "address of", "author", "folder")
"""Places where no sentence stands."""


class IdentityFinder:
    """Looks for the private facts of the cases that a document speaks of.

    Of people in other cases, and of those whom the directory of agencies names, only first
    and last name together count.
    """

    def __init__(self, facts: PrivateFacts) -> None:
        self._facts = facts
        held = [(key, person) for key, case in facts.cases.items() for person in case.people]
        self._numbers: dict[UUID, set[int]] = {key: set() for key in facts.cases}
        for number, (key, _) in enumerate(held):
            self._numbers[key].add(number)
        self._people = [*(person for _, person in held), *facts.staff]
        self._index = NameIndex(self._people, facts.english)
        self._public = PublicSpans((*facts.public_phrases, *PUBLIC_PHRASES))
        self._public_words = frozenset(
            found[0].lower()
            for phrase in facts.public_phrases
            for found in WORD.finditer(fold(phrase))
        )
        self._cases = {
            key: CaseSearch(case, facts.staff, self._public_words, facts.english)
            for key, case in facts.cases.items()
        }
        self._places = PlaceStarts({one for case in self._cases.values() for one in case.starts})
        self._pages: dict[tuple[str, bool], PageText] = {}

    def __repr__(self) -> str:
        return "IdentityFinder()"

    def find(
        self, texts: Iterable[tuple[str, str]], case_ids: Collection[UUID] = ()
    ) -> tuple[Identity, ...]:
        """Return each place in `texts` where something private stands; none says what.

        `texts` are pairs of where a text stands and the text. A document of no case in
        particular is looked through for what is private in every case.
        """
        keys = set(case_ids) or self._facts.cases.keys()
        known = [key for key in self._cases if key in keys]
        own = {number for key in known for number in self._numbers[key]}
        cases = [self._cases[key] for key in known]
        searches: list[NameSearch | CaseSearch] = [NameSearch(self._people, own), *cases]
        found: dict[Identity, None] = {}
        looked_at: dict[PageText, dict[str, bool]] = {}
        for where, text in texts:
            page = self._page(text, is_label=_is_label(where))
            results = looked_at.get(page)
            if results is None:
                results = looked_at[page] = {}
                for search in searches:
                    for what, is_certain in search.found(page):
                        results[what] = results.get(what, False) or is_certain
            if results:
                found.update(dict.fromkeys(_told(where, results)))
        return tuple(found)

    def _page(self, text: str, *, is_label: bool) -> PageText:
        key = text, is_label
        page = self._pages.get(key)
        if page is None:
            if len(self._pages) >= _MOST_TEXTS:
                self._pages.clear()
            page = PageText(
                text,
                self._index,
                self._public,
                self._places,
                self._facts.english,
                is_label=is_label,
            )
            self._pages[key] = page
        return page


def _told(where: str, results: dict[str, bool]) -> Sequence[Identity]:
    told = []
    for what, is_certain in results.items():
        verb = "stand" if what.endswith("initials") else "stands"
        ending = f"{verb} here." if is_certain else "may stand here; see what is meant."
        place = where[:1].upper() + where[1:]
        told.append(Identity(f"{place}: {what} {ending}", is_certain, where, what))
    return told


def _is_label(where: str) -> bool:
    return where.endswith(_LABELS) or "properties" in where
