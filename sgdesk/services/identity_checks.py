"""The identity check over a finished file: its bytes, before they are written anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from sgdesk.domain.identity_finder import IdentityFinder
from sgdesk.records.exports import DocumentKind
from sgdesk.services.private_facts import read_facts
from sgdesk.store.queries.changes import read_last_change

if TYPE_CHECKING:
    from sgdesk.domain.identity import Identity
    from sgdesk.services.made_files import MadeDocument
    from sgdesk.services.register import Register

_HELD: WeakKeyDictionary[Register, tuple[int, IdentityFinder]] = WeakKeyDictionary()
"""What was private after which entry of the audit trail; it goes with the open register."""


def read_private_facts(register: Register) -> IdentityFinder:
    """Return what is private in `register`, ready to be looked for in any number of files."""
    return IdentityFinder(read_facts(register))


def held_private_facts(register: Register) -> IdentityFinder:
    """Return the same, read anew only after something was saved: for a check while typing."""
    with register.store.rows() as rows:
        last = read_last_change(rows)
    held = _HELD.get(register)
    if held is None or held[0] != last:
        held = _HELD[register] = (last, read_private_facts(register))
    return held[1]


def identities_in(facts: IdentityFinder, document: MadeDocument) -> tuple[Identity, ...]:
    """Return each place of a finished file where something private stands, its name included.

    Nothing of a document that stays with the partners. A document of no case in particular is
    looked through for what is private in every case.
    """
    if not is_checked(document.kind):
        return ()
    from sgdesk.exports.reading.finished import read_texts  # noqa: PLC0415 - slow import

    texts = read_texts(document.name, document.content)
    return facts.find(texts, document.case_ids)


def is_checked(kind: str) -> bool:
    """Return whether a document of `kind` is public, so that it must give nobody away."""
    return kind in set(DocumentKind) and DocumentKind(kind).is_public
