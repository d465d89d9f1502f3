"""What hangs on the local review of a case, read in one go."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from sgdesk.domain.review_parts import (
    EnquiryLineDraft,
    MonitoringDraft,
    PanelMemberDraft,
    ReportVersionDraft,
    ReviewEventDraft,
)
from sgdesk.records.review_parts import ReviewParts
from sgdesk.services.entries import read_entries
from sgdesk.store.entities.agencies import AgencyRequestEntity
from sgdesk.store.entities.case_parts import AttachmentEntity
from sgdesk.store.entities.partnerships import AgencyEntity

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from sqlalchemy.orm import Session

    from sgdesk.records.entries import Entry
    from sgdesk.services.register import Register


def read_review_parts(register: Register, case_id: UUID, *, today: date) -> ReviewParts:
    """Return what hangs on the local review of a case, each kind in the order it is shown in."""
    with register.store.read() as session:
        return ReviewParts(
            lines=read_entries(session, EnquiryLineDraft, case_id),
            members=_present_first(read_entries(session, PanelMemberDraft, case_id)),
            events=events_in_order(read_entries(session, ReviewEventDraft, case_id), today),
            versions=_newest_first(read_entries(session, ReportVersionDraft, case_id), "dated_on"),
            monitoring=_newest_first(read_entries(session, MonitoringDraft, case_id), "letter_on"),
            agencies=_agencies(session),
            asked=frozenset(
                session.scalars(
                    select(AgencyRequestEntity.agency_id).where(
                        AgencyRequestEntity.case_id == case_id,
                        AgencyRequestEntity.deleted_at.is_(None),
                    )
                )
            ),
            files=_files(session, case_id),
        )


def events_in_order(
    events: Iterable[Entry[ReviewEventDraft]], today: date
) -> tuple[Entry[ReviewEventDraft], ...]:
    """Return events without a day first, then what is to come, then what was, latest first."""
    undated: list[Entry[ReviewEventDraft]] = []
    coming: list[Entry[ReviewEventDraft]] = []
    past: list[Entry[ReviewEventDraft]] = []
    for one in events:
        day = one.draft.held_on
        (undated if day is None else past if day < today else coming).append(one)
    coming.sort(key=_event_moment)
    past.sort(key=_event_moment, reverse=True)
    return (*undated, *coming, *past)


def _event_moment(one: Entry[ReviewEventDraft]) -> tuple[date, str]:
    return one.draft.held_on or date.min, one.draft.held_time


def _present_first(
    members: Iterable[Entry[PanelMemberDraft]],
) -> tuple[Entry[PanelMemberDraft], ...]:
    return tuple(sorted(members, key=lambda one: one.draft.left_on is not None))


def _newest_first(entries: tuple[Entry[Any], ...], field: str) -> tuple[Entry[Any], ...]:
    """Of one day, the entry recorded last comes first."""
    other = {"dated_on": "sent_on", "letter_on": "monitored_on"}[field]
    days = [max(_days(one.draft, field, other), default=date.max) for one in entries]
    order = sorted(range(len(entries)), key=lambda at: (days[at], at), reverse=True)
    return tuple(entries[at] for at in order)


def _days(draft: Any, *fields: str) -> list[date]:
    return [day for name in fields if (day := getattr(draft, name)) is not None]


def _agencies(session: Session) -> dict[UUID, str]:
    found = session.execute(
        select(AgencyEntity.id, AgencyEntity.name)
        .where(AgencyEntity.deleted_at.is_(None))
        .order_by(AgencyEntity.name_key)
    )
    return {row.id: row.name for row in found}


def _files(session: Session, case_id: UUID) -> dict[UUID, str]:
    """Titles alone: the bytes stay where they are."""
    found = session.execute(
        select(AttachmentEntity.id, AttachmentEntity.title, AttachmentEntity.file_name)
        .where(AttachmentEntity.case_id == case_id, AttachmentEntity.deleted_at.is_(None))
        .order_by(AttachmentEntity.position)
    )
    return {key: title or file_name for key, title, file_name in found}
