"""Saving the parts of a case: notification, Rapid Review, local review, publication."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sgdesk.domain.local_reviews import LocalReviewDraft, check_local_review
from sgdesk.domain.notifications import NotificationDraft, check_notification
from sgdesk.domain.publication_checks import check_publication
from sgdesk.domain.rapid_reviews import RapidReviewDraft, check_rapid_review
from sgdesk.errors import Problem, RejectedError
from sgdesk.services.drafts import cleaned, draft_from, fill, values_of
from sgdesk.services.outcomes import Changes
from sgdesk.store.entities.cases import CaseEntity
from sgdesk.store.entities.local_reviews import LocalReviewEntity
from sgdesk.store.entities.notifications import NotificationEntity
from sgdesk.store.entities.publications import PublicationEntity
from sgdesk.store.entities.rapid_reviews import RapidReviewEntity
from sgdesk.store.queries.find import find_part, get_live

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from sgdesk.domain.publications import PublicationDraft
    from sgdesk.services.register import Register


def save_notification(
    register: Register, case_id: UUID, draft: NotificationDraft, *, today: date
) -> Changes:
    """Store the notification of a case, or raise `RejectedError` with every problem at once."""
    draft = cleaned(draft)
    with register.write() as session:
        case = get_live(session, CaseEntity, case_id)
        _refuse(check_notification(draft, aware_on=case.aware_on, today=today))
        put_part(session, NotificationEntity, case_id, draft)
    return Changes("Notification saved", frozenset({case_id}))


def save_rapid_review(
    register: Register, case_id: UUID, draft: RapidReviewDraft, *, today: date
) -> Changes:
    """Store the Rapid Review of a case, or raise `RejectedError` with every problem at once."""
    draft = cleaned(draft)
    with register.write() as session:
        get_live(session, CaseEntity, case_id)
        notification = find_part(session, NotificationEntity, case_id)
        notified_on = notification.notified_on if notification else None
        _refuse(check_rapid_review(draft, notified_on=notified_on, due_on=None, today=today))
        put_part(session, RapidReviewEntity, case_id, draft)
    return Changes("Rapid Review saved", frozenset({case_id}))


def save_local_review(
    register: Register,
    case_id: UUID,
    draft: LocalReviewDraft,
    *,
    today: date,
    fields: Collection[str] | None = None,
) -> Changes:
    """Store the local review of a case, or raise `RejectedError` with every problem at once.

    Several forms edit it: with the `fields` of one of them, all others stay as they are held.
    """
    draft = cleaned(draft)
    with register.write() as session:
        get_live(session, CaseEntity, case_id)
        held = find_part(session, LocalReviewEntity, case_id)
        if fields is not None and held is not None:
            before = draft_from(LocalReviewDraft, held)
            values: dict[str, Any] = {name: getattr(draft, name) for name in fields}
            draft = replace(before, **values)
        _refuse(check_local_review(draft, today=today))
        put_part(session, LocalReviewEntity, case_id, draft)
    return Changes("Local review saved", frozenset({case_id}))


def save_publication(
    register: Register, case_id: UUID, draft: PublicationDraft, *, today: date
) -> Changes:
    """Store the publication of a case, or raise `RejectedError` with every problem at once."""
    draft = cleaned(draft)
    _refuse(check_publication(draft, today=today))
    with register.write() as session:
        get_live(session, CaseEntity, case_id)
        put_part(session, PublicationEntity, case_id, draft)
    return Changes("Publication saved", frozenset({case_id}))


def _refuse(problems: list[Problem]) -> None:
    if any(not problem.is_warning for problem in problems):
        raise RejectedError(problems)


def put_part(session: Session, kind: type[Any], case_id: UUID, draft: object) -> None:
    """Store a cleaned part of a case within a session that the caller commits."""
    held = find_part(session, kind, case_id)
    if held is None:
        session.add(kind(case_id=case_id, **values_of(draft)))
    else:
        fill(held, draft)
