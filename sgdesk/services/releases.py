"""Releasing the documents of a review from their handling mark, and marking them again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.publications import PublicationDraft
from sgdesk.domain.releases import release_problems
from sgdesk.errors import UserError
from sgdesk.services.drafts import draft_from
from sgdesk.services.entries import refuse
from sgdesk.services.outcomes import Changes
from sgdesk.store.entities.publications import PublicationEntity
from sgdesk.store.queries.find import find_part

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from sgdesk.services.register import Register


def release_documents(register: Register, case_id: UUID, *, today: date) -> Changes:
    """Let documents of the review be made without its mark and embargo from `today` on.

    Who did it, and when, stands in the history. Raises `RejectedError` where the review has no
    day of publication or is not to be published, and `UserError` if it has no publication.
    """
    with register.write() as session:
        held = _publication(session, case_id)
        refuse(release_problems(draft_from(PublicationDraft, held), today=today))
        held.released_on = today
    return Changes("Documents released: new ones carry no mark", frozenset({case_id}))


def mark_again(register: Register, case_id: UUID) -> Changes:
    """Take a release back: documents made from now on carry the mark again."""
    with register.write() as session:
        _publication(session, case_id).released_on = None
    return Changes("Release taken back: new documents carry the mark", frozenset({case_id}))


def _publication(session: Session, case_id: UUID) -> PublicationEntity:
    held = find_part(session, PublicationEntity, case_id)
    if held is None:
        raise UserError("Record the publication of this review first.")
    return held
