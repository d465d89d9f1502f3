"""How each kind of record of a case is read as a draft, and saved as the officer would save it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sgdesk.domain.agency_requests import AgencyReturnDraft
from sgdesk.domain.attachments import AttachmentDraft
from sgdesk.domain.local_reviews import LocalReviewDraft
from sgdesk.domain.milestones import MilestoneDraft
from sgdesk.domain.notifications import NotificationDraft
from sgdesk.domain.partnerships import AgreedDate
from sgdesk.domain.publications import PublicationDraft
from sgdesk.domain.rapid_reviews import RapidReviewDraft
from sgdesk.records.entries import Entry
from sgdesk.services import agency_requests, case_links, recipients, reviews
from sgdesk.services.agreed_dates import save_agreed_date
from sgdesk.services.attachments import list_attachments, save_attachment
from sgdesk.services.cases import case_draft, save_case
from sgdesk.services.children import child_draft, save_child
from sgdesk.services.drafts import draft_from
from sgdesk.services.entries import save_entry
from sgdesk.services.entry_kinds import ENTRY_KINDS
from sgdesk.services.milestones import save_milestone_done

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from sqlalchemy.orm import Session

    from sgdesk.services.outcomes import Changes
    from sgdesk.services.register import Register

    Reader = Callable[[Session, Any], Any]
    Saver = Callable[[Register, Any, Any, date], Changes]

KINDS_BY_TABLE = {kind.entity.__tablename__: (draft, kind) for draft, kind in ENTRY_KINDS.items()}
"""The draft and the kind of each entry of a case, by its table."""

_RETURN = frozenset(AgencyReturnDraft.__dataclass_fields__)


def way_of(table: str, field: str) -> tuple[Reader, Saver]:
    """Return how a draft is made of a record, and how it is saved."""
    if table == "agency_request" and field in _RETURN:
        return _made(AgencyReturnDraft), _entry_saver(
            AgencyReturnDraft, agency_requests.save_return
        )
    if table in KINDS_BY_TABLE:
        draft = KINDS_BY_TABLE[table][0]
        return _made(draft), _entry_saver(draft, _STORES.get(table, save_entry))
    return _WAYS[table]


def _made(kind: type[Any]) -> Reader:
    return lambda _session, held: draft_from(kind, held)


def _entry_saver(kind: type[Any], store: Callable[..., Changes]) -> Saver:
    def save(register: Register, held: Any, draft: Any, today: date) -> Changes:
        entry = Entry(held.id, held.revision, draft_from(kind, held))
        return store(register, held.case_id, entry, draft, today=today)

    return save


def _part_saver(store: Callable[..., Changes]) -> Saver:
    def save(register: Register, held: Any, draft: Any, today: date) -> Changes:
        return store(register, held.case_id, draft, today=today)

    return save


def _save_case(register: Register, held: Any, draft: Any, today: date) -> Changes:
    return save_case(register, held.id, draft, today=today, revision=held.revision)


def _save_child(register: Register, held: Any, draft: Any, today: date) -> Changes:
    return save_child(register, held.case_id, held.id, draft, today=today)


def _save_attachment(register: Register, held: Any, draft: Any, _today: date) -> Changes:
    rows = list_attachments(register, held.case_id)
    row = next(row for row in rows if row.attachment_id == held.id)
    return save_attachment(register, row, draft)


def _save_agreed_date(register: Register, held: Any, draft: Any, _today: date) -> Changes:
    return save_agreed_date(register, held.case_id, held.rule_code, draft)


def _save_milestone(register: Register, held: Any, draft: Any, today: date) -> Changes:
    return save_milestone_done(register, held.case_id, held.rule_code, draft, today=today)


_STORES: dict[str, Callable[..., Changes]] = {
    "agency_request": agency_requests.save_request,
    "case_link": case_links.save_link,
    "recipient": recipients.save_recipient,
}
"""Entries whose save does more than `save_entry`."""

_WAYS: dict[str, tuple[Reader, Saver]] = {
    "case_file": (case_draft, _save_case),
    "child": (lambda _session, held: child_draft(held), _save_child),
    "notification": (_made(NotificationDraft), _part_saver(reviews.save_notification)),
    "rapid_review": (_made(RapidReviewDraft), _part_saver(reviews.save_rapid_review)),
    "local_review": (_made(LocalReviewDraft), _part_saver(reviews.save_local_review)),
    "publication": (_made(PublicationDraft), _part_saver(reviews.save_publication)),
    "attachment": (_made(AttachmentDraft), _save_attachment),
    "agreed_date": (_made(AgreedDate), _save_agreed_date),
    "milestone_done": (_made(MilestoneDraft), _save_milestone),
}
