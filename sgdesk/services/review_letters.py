"""Letters of a local review: to the reviewer, and to the Panel when it takes longer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sgdesk.domain.dates import full_date
from sgdesk.domain.forecasts import six_months_end
from sgdesk.domain.letter_dates import days_reason, six_months_reason
from sgdesk.domain.letters import LetterKey
from sgdesk.domain.local_reviews import LocalReviewDraft
from sgdesk.domain.review_parts import MonitoringDraft
from sgdesk.services.entries import save_entry
from sgdesk.services.letters import write_letter
from sgdesk.services.reviews import save_local_review

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sgdesk.domain.delays import DelayDraft
    from sgdesk.records.cases import CaseView
    from sgdesk.records.entries import Entry
    from sgdesk.records.letters import Letter
    from sgdesk.records.review_parts import ReviewParts
    from sgdesk.services.outcomes import Changes
    from sgdesk.services.register import Register

_REVIEW = "local child safeguarding practice review"
_PANEL = "Panel and Secretary of State"
_ANSWER_DAYS = 10
"""Working days that a reviewer is given to answer."""


def monitoring_letter(
    register: Register, view: CaseView, parts: ReviewParts, *, today: date
) -> Letter:
    """Return the written request to the reviewer that regulation 14 allows for."""
    local = view.local_review or LocalReviewDraft()
    answer_on = register.calendar.add_working_days(today, _ANSWER_DAYS)
    skipped = register.calendar.skipped(today, answer_on)
    letters = [one.draft.letter_on for one in parts.monitoring if one.draft.letter_on]
    fields = {
        "reference": view.reference,
        "review": _REVIEW,
        "last date": _said(max(letters, default=None)),
        "answer date": full_date(answer_on),
        "why this date": days_reason(today, _ANSWER_DAYS, skipped),
        "planned date": _said(_planned(view)),
    }
    return write_letter(register, LetterKey.MONITORING, fields, recipient=local.reviewer)


def commission_letter(register: Register, view: CaseView) -> Letter:
    """Return the letter that asks a reviewer to lead the review."""
    local = view.local_review or LocalReviewDraft()
    fields = {
        "reference": view.reference,
        "review": _REVIEW,
        "decision date": _said(local.initiated_on),
        "terms date": _said(local.terms_agreed_on),
        "planned date": _said(_planned(view)),
    }
    return write_letter(register, LetterKey.REVIEWER_COMMISSION, fields, recipient=local.reviewer)


def delay_letter(register: Register, view: CaseView, delay: DelayDraft) -> Letter:
    """Return the letter that gives the reasons for a delay."""
    local = view.local_review or LocalReviewDraft()
    fields = {
        "reference": view.reference,
        "decision date": _said(local.initiated_on),
        "due date": _said(six_months_end(local.initiated_on) if local.initiated_on else None),
        "why this date": six_months_reason(local.initiated_on) if local.initiated_on else "",
        "expected date": _said(_planned(view)),
        "reason": delay.reason,
        "authority": delay.authority,
    }
    return write_letter(register, LetterKey.PANEL_DELAY, fields, recipient=_PANEL)


def log_monitoring_letter(
    register: Register,
    case_id: UUID,
    entry: Entry[MonitoringDraft] | None,
    letter: Letter,
    *,
    today: date,
) -> Changes:
    """Log that the reviewer was written to: in `entry`, or in a new one if that is None.

    Asking is not monitoring yet: a new entry has no day of monitoring until the answer is in.
    """
    draft = entry.draft if entry else MonitoringDraft(monitored_by=register.profile.officer)
    asked_for = draft.asked_for or letter.subject
    draft = replace(draft, letter_on=today, answered_on=None, asked_for=asked_for)
    return save_entry(register, case_id, entry, draft, today=today)


def log_delay_letter(
    register: Register, case_id: UUID, entry: Entry[DelayDraft], *, today: date
) -> Changes:
    """Log that the Panel and the Secretary of State were told the reasons for a delay."""
    draft = replace(entry.draft, told_on=today)
    return save_entry(register, case_id, entry, draft, today=today)


def log_commission_letter(register: Register, view: CaseView, *, today: date) -> Changes:
    """Log that the reviewer was commissioned; a day that is recorded already stays."""
    local = view.local_review or LocalReviewDraft()
    draft = replace(local, commissioned_on=local.commissioned_on or today)
    fields = ("commissioned_on",)
    return save_local_review(register, view.case_id, draft, today=today, fields=fields)


def _planned(view: CaseView) -> date | None:
    planned = view.publication.planned_on if view.publication else None
    forecast = view.local_review.forecast_on if view.local_review else None
    return planned or forecast


def _said(day: date | None) -> str:
    return full_date(day) if day else ""
