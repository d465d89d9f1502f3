"""Who is told of a notification, and when all partners have been."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.dates import long_date
from sgdesk.domain.notifications import (
    NotificationKind,
    RecipientDraft,
    check_recipient,
    has_other_area,
    partners_told_on,
)
from sgdesk.services.drafts import cleaned
from sgdesk.services.entries import put_entry, read_entries, refuse
from sgdesk.services.outcomes import Changes
from sgdesk.store.entities.cases import CaseEntity
from sgdesk.store.entities.notifications import NotificationEntity
from sgdesk.store.queries.find import find_part, get_live

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from sgdesk.records.entries import Entry
    from sgdesk.services.register import Register


def save_recipient(
    register: Register,
    case_id: UUID,
    entry: Entry[RecipientDraft] | None,
    draft: RecipientDraft,
    *,
    today: date,
) -> Changes:
    """Store somebody who is told, in place of `entry`, or as a new one if that is None.

    With the last partner told, the notification gets its "partners told" date, if it has
    none. Raises `RejectedError` with every problem at once.
    """
    draft = cleaned(draft)
    refuse(check_recipient(draft, today=today))
    with register.write() as session:
        put_entry(session, case_id, entry, draft)
        session.flush()
        told_on = _close_partners_told(session, case_id)
    more = f"; partners told {long_date(told_on)}" if told_on else ""
    return Changes(f"Recipient saved{more}", frozenset({case_id}))


def _close_partners_told(session: Session, case_id: UUID) -> date | None:
    """Return the day that was recorded because everybody has been told now, or None."""
    held = find_part(session, NotificationEntity, case_id)
    if held is None or held.partners_told_on or held.kind is not NotificationKind.SERIOUS_INCIDENT:
        return None
    case = get_live(session, CaseEntity, case_id)
    told_on = partners_told_on(
        (one.draft for one in read_entries(session, RecipientDraft, case_id)),
        is_other_area=has_other_area(case.area_of_incident, case.area_of_residence),
    )
    held.partners_told_on = told_on
    return told_on
