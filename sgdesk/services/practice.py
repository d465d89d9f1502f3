"""The practice register: invented cases, encrypted, thrown away when it is closed."""

from __future__ import annotations

import secrets
import shutil
import tempfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from sgdesk.domain.attachments import AttachmentDraft
from sgdesk.domain.cases import CaseDraft, CaseKind
from sgdesk.domain.dates import add_months
from sgdesk.domain.publications import PublicationDraft
from sgdesk.domain.references import reference_key
from sgdesk.errors import UserError
from sgdesk.imports.practice import load_practice
from sgdesk.services.agency_directory import put_agency_part
from sgdesk.services.attachments import chosen_file, put_file
from sgdesk.services.briefings import NATIONAL_REVIEW, put_briefing
from sgdesk.services.cases import put_case
from sgdesk.services.children import put_child
from sgdesk.services.drafts import cleaned, fill, values_of
from sgdesk.services.entries import put_entry
from sgdesk.services.register import Register
from sgdesk.services.reviews import put_part
from sgdesk.services.timetables import put_timetable
from sgdesk.store.engine import Store
from sgdesk.store.entities.agencies import AgencyRequestEntity
from sgdesk.store.entities.cases import AgreedDateEntity
from sgdesk.store.entities.local_reviews import LocalReviewEntity
from sgdesk.store.entities.notifications import NotificationEntity
from sgdesk.store.entities.partnerships import AgencyEntity, PartnershipEntity
from sgdesk.store.entities.publications import PublicationEntity
from sgdesk.store.entities.rapid_reviews import RapidReviewEntity
from sgdesk.store.lock import RegisterLock
from sgdesk.store.queries.find import get_live

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime
    from uuid import UUID

    from sqlalchemy.orm import Session

    from sgdesk.records.practice import PracticeCase, PracticeContent, PracticeEntry

_KEY_BYTES = 32
_PREFIX, _FILE = "sgdesk-practice-", "practice.sgdesk"
_LISTED_MONTHS = 36
"""Reviews older than the public list's window are archived, so that practice never goes stale."""


class PracticeRegister(Register):
    """A register whose files go when it is closed. Its key is never kept anywhere."""

    def close(self) -> None:
        """Let go of the files and remove them."""
        super().close()
        shutil.rmtree(self.folder, ignore_errors=True)


def open_practice(
    *, today: date, now: Callable[[], datetime], cache: Path | None = None
) -> Register:
    """Return a new practice register whose dates lie around `today`.

    What a program that was killed has left of its own goes first.
    """
    _sweep(Path(tempfile.gettempdir()))
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
    store = Store.create(folder / _FILE, secrets.token_bytes(_KEY_BYTES))
    register = PracticeRegister(store, folder, now=now, cache=cache, is_practice=True)
    content = load_practice(today=today, calendar=register.calendar)
    register.profile = content.partnership
    with register.write() as session:
        _fill(session, content, today, now())
    register.refresh()
    register.saved_at = register.written = None
    return register


def _sweep(folder: Path) -> None:
    """Remove practice registers that no running program holds; others are left alone."""
    for left in folder.glob(f"{_PREFIX}*"):
        with suppress(OSError, UserError):
            if (left / f"{_FILE}.lock").exists():
                RegisterLock(left / _FILE).release()
                shutil.rmtree(left, ignore_errors=True)


def _fill(session: Session, content: PracticeContent, today: date, at: datetime) -> None:
    session.add(PartnershipEntity(**values_of(cleaned(content.partnership))))
    agencies = {}
    for agency in content.agencies:
        key = agency.name.casefold()
        row = AgencyEntity(**values_of(cleaned(agency)), name_key=key)
        session.add(row)
        agencies[agency.name] = row.id
    for part in content.directory:
        put_agency_part(session, agencies[part.agency], cleaned(part.draft))
    put_timetable(session, None, cleaned(content.timetable), at=at)
    for case in content.cases:
        case_id = _put_case(session, case, today)
        known = dict(agencies)
        for entry in case.entries:
            _put_entry(session, case_id, entry, known, at)
    listed = _put_public_list(session, content, today)
    for briefing in content.briefings:
        spoken_of = (listed[briefing.listed],) if briefing.listed is not None else ()
        put_briefing(session, None, cleaned(replace(briefing.draft, case_ids=spoken_of)))


def _put_case(session: Session, content: PracticeCase, today: date) -> UUID:
    case_id = put_case(session, None, cleaned(content.case), today=today)
    for child in content.children:
        put_child(session, case_id, None, cleaned(child))
    for kind, part in (
        (NotificationEntity, content.notification),
        (RapidReviewEntity, content.rapid_review),
        (LocalReviewEntity, content.local_review),
        (PublicationEntity, content.publication),
    ):
        if part is not None:
            put_part(session, kind, case_id, cleaned(part))
    for code, agreed in content.agreed_dates.items():
        session.add(AgreedDateEntity(case_id=case_id, rule_code=code, **values_of(cleaned(agreed))))
    return case_id


def _put_entry(
    session: Session, case_id: UUID, entry: PracticeEntry, known: dict[str, UUID], at: datetime
) -> None:
    """Store a row; under its label, later rows of the case find it in `known`."""
    links: dict[str, Any] = {field: known[name] for field, name in entry.links.items()}
    draft: Any = cleaned(replace(cast("Any", entry.draft), **links))
    if isinstance(draft, AttachmentDraft):
        key = put_file(session, case_id, chosen_file(draft.file_name, entry.content), draft, at)
    else:
        key = put_entry(session, case_id, None, draft)
    if entry.label:
        known[entry.label] = key
    if entry.returned is not None:
        fill(get_live(session, AgencyRequestEntity, key), cleaned(entry.returned))


def _put_public_list(session: Session, content: PracticeContent, today: date) -> list[UUID]:
    """Store the published reviews; return their ids in the order of the list."""
    titles = {item.listed: item.draft.title for item in content.briefings}
    ids = []
    reviews = zip(content.public_list.reviews, content.published, strict=True)
    for place, (review, more) in enumerate(reviews):
        is_national = not reference_key(review.reference)
        draft = CaseDraft(
            reference=review.reference,
            title=more.title,
            kind=CaseKind.NATIONAL if is_national else CaseKind.LOCAL,
            owner=content.partnership.officer,
            themes=more.themes,
        )
        case_id = put_case(session, None, cleaned(draft), today=today)
        publication = PublicationDraft(
            title=review.title or titles.get(place, ""),
            summary=review.summary,
            published_on=review.published_on,
            released_on=review.published_on,
            web_address=more.web_address,
            spokesperson=more.spokesperson,
        )
        if is_national:
            publication = replace(publication, review_type=NATIONAL_REVIEW)
        if (
            review.published_on
            and (left := add_months(review.published_on, _LISTED_MONTHS)) <= today
        ):
            publication = replace(publication, archived_on=left)
        put_part(session, PublicationEntity, case_id, cleaned(publication))
        ids.append(case_id)
    return ids
