"""What a publication hangs on: the files of its pack, the family's log, the local review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.family import TOLD_OF_DATE, FamilyContactDraft, told_so_far
from sgdesk.domain.local_reviews import LocalReviewDraft
from sgdesk.domain.publication_gates import evidence_of, gates_of
from sgdesk.domain.publications import PackFileDraft
from sgdesk.records.publications import PublicationParts
from sgdesk.services.attachments import list_attachments
from sgdesk.services.drafts import draft_from
from sgdesk.services.entries import read_entries
from sgdesk.store.entities.local_reviews import LocalReviewEntity
from sgdesk.store.queries.find import find_part

if TYPE_CHECKING:
    from uuid import UUID

    from sgdesk.domain.publication_gates import Gate
    from sgdesk.domain.publications import PublicationDraft
    from sgdesk.services.register import Register


def read_publication_parts(register: Register, case_id: UUID) -> PublicationParts:
    """Return what the publication of a case hangs on beside its own record."""
    with register.store.read() as session:
        pack = read_entries(session, PackFileDraft, case_id)
        contacts = read_entries(session, FamilyContactDraft, case_id)
        held = find_part(session, LocalReviewEntity, case_id)
        local = draft_from(LocalReviewDraft, held) if held else LocalReviewDraft()
    attachments = {
        row.attachment_id: row.draft.title for row in list_attachments(register, case_id)
    }
    return PublicationParts(
        pack=pack,
        attachments=attachments,
        family_told_on=told_so_far(one.draft for one in contacts)[TOLD_OF_DATE],
        legal_checked_on=local.legal_checked_on,
        signed_off_on=local.signed_off_on,
    )


def evidence_with(draft: PublicationDraft, parts: PublicationParts) -> dict[str, str]:
    """Return what the whole record proves of the gates, in words, by the code of the gate."""
    return evidence_of(
        draft,
        family_told_on=parts.family_told_on,
        pack=[one.draft for one in parts.pack],
        legal_checked_on=parts.legal_checked_on,
        signed_off_on=parts.signed_off_on,
    )


def gates_with(draft: PublicationDraft, parts: PublicationParts) -> tuple[Gate, ...]:
    """Return the gates of a publication by the whole record."""
    return gates_of(draft, evidence_with(draft, parts))
