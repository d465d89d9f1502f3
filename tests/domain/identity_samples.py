"""A made-up person, a few English words, and what the identity check finds of them in a text."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sgdesk.domain.identity_finder import IdentityFinder
from sgdesk.domain.private_facts import PrivateCase, PrivateFacts, PrivatePerson, WordList

CASE, OTHER = UUID(int=1), UUID(int=2)
WORDS = """
a amber church clinic field glass grace hope hunter hunters implanted lane larches little mark
mill office park place planted primary rose school surname the was way will
"""
ENGLISH = WordList(
    frozenset(WORDS.split()),
    frozenset({"marie", "maria", "sarah", "bolton"}),
)
PERSON = PrivatePerson("Zarbel Quenby-Ottwell", born_on=date(2020, 6, 3))


def find(text, *people, where="Background", **more):
    case = PrivateCase(people or (PERSON,), **more)
    finder = IdentityFinder(PrivateFacts({CASE: case}, english=ENGLISH))
    return finder.find([("Title", "Nothing"), (where, text)], (CASE,))
