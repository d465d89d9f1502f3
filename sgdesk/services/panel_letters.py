"""The letter that tells the Panel that a Rapid Review will be late."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.dates import full_date
from sgdesk.domain.letters import LetterKey
from sgdesk.domain.notifications import PANEL, RecipientAbout, RecipientDraft
from sgdesk.domain.rapid_reviews import RapidReviewDraft
from sgdesk.services.drafts import cleaned
from sgdesk.services.entries import put_entry
from sgdesk.services.letters import write_letter
from sgdesk.services.outcomes import Changes
from sgdesk.services.rule_reasons import why_due
from sgdesk.store.entities.rapid_reviews import RapidReviewEntity
from sgdesk.store.queries.find import find_part

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sgdesk.records.cases import CaseView
    from sgdesk.records.letters import Letter
    from sgdesk.services.register import Register

_ADDRESSED = "Child Safeguarding Practice Review Panel"


def late_letter(register: Register, view: CaseView, *, today: date) -> Letter:
    """Return the letter; what is not recorded yet stands in it as a gap, as "[reason]"."""
    draft = view.rapid_review or RapidReviewDraft()
    notified_on = view.notification.notified_on if view.notification else None
    fields = {
        "reference": view.reference,
        "notified date": _day(notified_on),
        "due date": _day(view.rapid_review_due),
        "why this date": why_due(register, view.case_id, "RR-15", today=today),
        "reason": draft.late_reason,
        "expected date": _day(draft.expected_on),
    }
    return write_letter(register, LetterKey.PANEL_LATE, fields, recipient=_ADDRESSED)


def log_late_letter(register: Register, case_id: UUID, route: str, *, today: date) -> Changes:
    """Record that the Panel was told today: on the Rapid Review, and among who is told.

    The first day on which it was told stays.
    """
    told = RecipientDraft(
        about=RecipientAbout.DELAY,
        recipient=PANEL,
        told_on=today,
        route=route,
        told_by=register.profile.officer,
    )
    with register.write() as session:
        held = find_part(session, RapidReviewEntity, case_id)
        if held is None:
            session.add(RapidReviewEntity(case_id=case_id, late_told_on=today))
        elif held.late_told_on is None:
            held.late_told_on = today
        put_entry(session, case_id, None, cleaned(told))
    return Changes("Letter to the Panel logged", frozenset({case_id}))


def _day(day: date | None) -> str:
    return full_date(day) if day else ""
