"""The public list and the archive, as their web pages say them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.boilerplate import BoilerplateKey
from sgdesk.domain.publications import (
    PACK_FILE_WORDS,
    PackFileDraft,
    PackFileKind,
    PublicationDraft,
)
from sgdesk.records.public_lists import ArchivedEntry, ArchiveList, ListedEntry, PublicList
from sgdesk.services.boilerplate import standing_texts
from sgdesk.services.briefings import brand_of, document_mark, list_briefings, publications_of
from sgdesk.services.entries import read_entries
from sgdesk.services.held_cases import read_held_cases
from sgdesk.services.publications import LISTED, TO_ARCHIVE, list_publications

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from sgdesk.records.cases import PublicationRow
    from sgdesk.services.register import Register

_IN_TIME = LISTED - {TO_ARCHIVE}
_USUAL = PublicationDraft().review_type
"""What nearly all reviews on the list are: said of the others alone."""
_THE_BRIEFING = "Learning briefing: {}"


def public_list(register: Register, *, today: date) -> PublicList:
    """Return the reviews that are within their time on the public list, newest first."""
    rows = [row for row in list_publications(register, today=today) if row.state in _IN_TIME]
    held = publications_of(register, [row.case_id for row in rows])
    references = _references(register)
    packs, briefings = _packs(register, rows), _briefings(register)
    texts = standing_texts(register, on=today)
    return PublicList(
        as_of=today,
        brand=brand_of(register.profile),
        mark=_mark(register, held),
        opening=texts[BoilerplateKey.LIST_OPENING],
        reviews=tuple(
            ListedEntry(
                title=publication.title,
                reference=references[row.case_id],
                review_type="" if row.review_type == _USUAL else row.review_type,
                published_on=row.published_on,
                summary=tuple(row.summary.split("\n")) if row.summary else (),
                web_address=publication.web_address,
                accompanied_by=_accompanied(packs[row.case_id], briefings.get(row.reference, ())),
            )
            for row in rows
            if (publication := held[row.case_id]) is not None and row.published_on is not None
        ),
        closing=texts[BoilerplateKey.LIST_CLOSING],
        case_ids=tuple(held),
    )


def archive_list(register: Register, *, today: date) -> ArchiveList:
    """Return the reviews that have left the public list, the last to leave first.

    A review whose time on the list is over has left it, archived or not: so none is on neither.
    """
    rows = [
        row
        for row in list_publications(register, today=today)
        if row.published_on is not None and row.state not in _IN_TIME
    ]
    held = publications_of(register, [row.case_id for row in rows])
    references = _references(register)
    entries = [
        ArchivedEntry(
            title=publication.title,
            reference=references[row.case_id],
            published_on=row.published_on,
            left_on=left_on,
            deposited_on=row.deposited_on,
        )
        for row in rows
        if (publication := held[row.case_id]) is not None
        and row.published_on is not None
        and (left_on := row.archived_on or row.leaves_on) is not None
    ]
    return ArchiveList(
        as_of=today,
        brand=brand_of(register.profile),
        mark=_mark(register, held),
        opening=standing_texts(register, on=today)[BoilerplateKey.ARCHIVE_OPENING],
        reviews=tuple(sorted(entries, key=lambda one: (one.left_on, one.reference), reverse=True)),
        case_ids=tuple(held),
    )


def _mark(register: Register, held: Mapping[UUID, PublicationDraft | None]) -> str:
    return document_mark(register, held.values())


def _references(register: Register) -> dict[UUID, str]:
    return {case.id: case.local_reference for case in read_held_cases(register)}


def _packs(
    register: Register, rows: Sequence[PublicationRow]
) -> dict[UUID, tuple[PackFileDraft, ...]]:
    with register.store.read() as session:
        return {
            row.case_id: tuple(
                entry.draft for entry in read_entries(session, PackFileDraft, row.case_id)
            )
            for row in rows
        }


def _briefings(register: Register) -> dict[str, tuple[str, ...]]:
    """Return the titles of the briefings by what lists call the reviews they speak of."""
    found: dict[str, tuple[str, ...]] = {}
    for row in list_briefings(register):
        for reference in row.references:
            found[reference] = (*found.get(reference, ()), row.title)
    return found


def _accompanied(pack: Sequence[PackFileDraft], briefings: Sequence[str]) -> tuple[str, ...]:
    """Return what is published with a review: its briefings by title, then files that are ready."""
    ready = {one.kind for one in pack if one.ready_on is not None}
    if briefings:
        ready.discard(PackFileKind.BRIEFING_NOTE)
    return (
        *(_THE_BRIEFING.format(title) for title in briefings),
        *(words for kind, words in PACK_FILE_WORDS.items() if kind in ready),
    )
