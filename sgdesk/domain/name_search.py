"""Whose names stand in a text: every part of those of the case, others in full alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sgdesk.domain.english_usage import MONTH_NAMES
from sgdesk.domain.name_context import (
    Certainty,
    judge_likeness,
    judge_plain,
    judge_word,
)
from sgdesk.domain.name_meanings import Context
from sgdesk.domain.name_parts import GIVEN, PartKind, initials
from sgdesk.domain.plain_text import begins_sentence
from sgdesk.domain.private_facts import PersonRole

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence, Set

    from sgdesk.domain.name_index import Hit
    from sgdesk.domain.page_text import PageText, Pair
    from sgdesk.domain.private_facts import PrivatePerson

_AFTER = re.compile(r",?[ _-]([A-Z])(?![^\W_]|['&-])")
"""The initial that follows a name, as in "Petra Q." and "Quenby, P."."""
_BEFORE = re.compile(r"(?<![^\W_])([A-Z])(?:(\.)[ _]?|[ _])$")
"""The initial before a last name."""
_GAP = 4
_CITED = re.compile(r"\.?,?(?: and others| et al)?\.?,? ?\(?(?:\d{4}\b|et al)")
_FARTHEST = 2
_FULL_LENGTH = 5
_OTHERS = "the full name of somebody of another case, or of an agency,"


class NameSearch:
    """The people of a register as one document sees them: `own` are those of its cases."""

    def __init__(self, people: Sequence[PrivatePerson], own: Set[int]) -> None:
        self._people = people
        self._own = own

    def found(self, page: PageText) -> Iterator[tuple[str, bool]]:
        """Yield what stands in `page`, as in "a child’s real name", and whether it is certain."""
        here = page.by_person
        own = sorted(self._own & here.keys())
        named = {at for person in own for at, hit in here[person] if not self._is_word(page, hit)}
        told: set[int] = set()
        for person in own:
            whole = {at for pair in page.pairs.get(person, ()) for at, _ in pair}
            for at, hit in here[person]:
                sure = Certainty.NONE if at in told else self._judge(page, at, hit, whole, named)
                if sure is Certainty.CERTAIN:
                    told.add(at)  # a surname that others of the family share is told once
                if sure:
                    yield self._what(person, hit, sure), sure is Certainty.CERTAIN
        if page.together - self._own:
            yield _OTHERS, True
        for person in sorted(page.pairs.keys() - self._own):
            yield from self._of_another(page, page.pairs[person])

    def _judge(
        self, page: PageText, at: int, hit: Hit, whole: Collection[int], named: Collection[int]
    ) -> Certainty:
        if at in whole:
            return self._of_a_pair(page, at, hit)
        if at in page.public:
            return Certainty.NONE
        if self._has_initial(page, at, hit):
            return Certainty.CERTAIN
        if hit.kind in {PartKind.TOGETHER, PartKind.LOGIN}:
            return Certainty.NONE if hit.part in page.english.words else Certainty.CERTAIN
        context = Context(page.text, page.tokens, at, page.english, page.is_label)
        is_last = hit.kind in {PartKind.LAST, PartKind.ONLY}
        if hit.is_alike:
            sure = judge_likeness(context, page.tokens[at][0].lower().removesuffix("'s"))
        elif self._is_word(page, hit):
            sure = judge_word(context, hit.part, is_last=is_last)
            if not sure and _is_beside(page, at, named):
                sure = Certainty.PERHAPS
        else:
            sure = judge_plain(context, hit.part, is_first=hit.kind in GIVEN, is_last=is_last)
        is_first_of_staff = self._people[hit.person].role is PersonRole.STAFF and hit.kind in GIVEN
        return min(sure, Certainty.PERHAPS) if is_first_of_staff else sure

    def _has_initial(self, page: PageText, at: int, hit: Hit) -> bool:
        """Return whether the initial of the other name stands beside a first or a last name."""
        token = page.tokens[at]
        is_near = hit.kind in GIVEN or hit.kind is PartKind.LAST
        if not is_near or hit.is_alike or not token[0][0].isupper():
            return False
        letters = initials(self._people[hit.person])
        after = _AFTER.match(page.text, token.end())
        follows = after[1] if after else ""
        if hit.kind in GIVEN:
            return follows in {one[-1] for one in letters}
        end = after.end() if after else token.end()
        firsts = {one[0] for one in letters}
        beside = {follows, self._initial_before(page, token.start())}
        return bool(firsts & beside) and not _CITED.match(page.text, end)

    def _initial_before(self, page: PageText, at: int) -> str:
        """Return the initial before the word at `at`; A and I begin sentences as words."""
        found = _BEFORE.search(page.text, max(0, at - _GAP), at)
        is_word = found is not None and found[1] in {"A", "I"} and found[2] != "."
        if found is None or (is_word and begins_sentence(page.text, found.start())):
            return ""
        return found[1]

    def _of_a_pair(self, page: PageText, at: int, hit: Hit) -> Certainty:
        is_small = page.tokens[at][0].islower()
        return Certainty.PERHAPS if is_small and self._is_word(page, hit) else Certainty.CERTAIN

    def _of_another(self, page: PageText, pairs: list[Pair]) -> Iterator[tuple[str, bool]]:
        for pair in pairs:
            is_public = all(at in page.public for at, _ in pair)
            are_words = all(
                page.tokens[at][0].islower() and self._is_word(page, hit) for at, hit in pair
            )
            alike = [hit for _, hit in pair if hit.is_alike]
            if is_public or are_words or len(alike) > 1:
                continue
            if any(len(hit.part) < _FULL_LENGTH for hit in alike):
                continue
            yield _OTHERS, not alike

    def _is_word(self, page: PageText, hit: Hit) -> bool:
        return hit.part in page.english.words or hit.part in MONTH_NAMES

    def _what(self, person: int, hit: Hit, sure: Certainty) -> str:
        role = self._people[person].role
        name = "name" if role is PersonRole.STAFF else "real name"
        if hit.is_alike and sure is Certainty.PERHAPS:
            return f"a word much like {role.value} {name}"
        return f"{role.value} {name}"


def _is_beside(page: PageText, at: int, named: Collection[int]) -> bool:
    """Return whether a capital stands in a list with a name that is surely one."""
    return page.tokens[at][0][0].isupper() and any(
        other in named for other in range(at - _FARTHEST, at + _FARTHEST + 1)
    )
