"""The meetings of a case: that of its Rapid Review, and the booked events of its local review."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from sgdesk.domain.dates import long_date
from sgdesk.domain.delays import in_sentence
from sgdesk.domain.rapid_reviews import RapidReviewDraft
from sgdesk.domain.review_parts import ReviewEventDraft
from sgdesk.records.cases import CaseMeeting
from sgdesk.services.drafts import draft_from
from sgdesk.store.entities.rapid_reviews import RapidReviewEntity
from sgdesk.store.entities.review_parts import ReviewEventEntity

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from uuid import UUID

    from sgdesk.services.register import Register

RAPID_REVIEW_MEETING = "Rapid Review meeting"
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NEAR_DAYS = 6
"""Within so many days a weekday says which day is meant."""


def meetings_of(
    rapid: RapidReviewDraft | None, events: Iterable[ReviewEventDraft], *, today: date
) -> tuple[CaseMeeting, ...]:
    """Return the meetings of a case with a day, earliest first, those gone too."""
    found = []
    if rapid is not None and rapid.meeting_on is not None:
        held = (RAPID_REVIEW_MEETING, rapid.meeting_on, rapid.meeting_time, rapid.meeting_place)
        found.append(_meeting(*held, today))
    found += [
        _meeting(event.kind, event.held_on, event.held_time, event.place, today)
        for event in events
        if event.held_on is not None
    ]
    return tuple(sorted(found, key=lambda one: (one.day, one.time)))


def read_meetings(register: Register, *, today: date) -> dict[UUID, tuple[CaseMeeting, ...]]:
    """Return the meetings of every case that has any with a day; see `meetings_of`."""
    rapids: dict[UUID, RapidReviewDraft] = {}
    events: dict[UUID, list[ReviewEventDraft]] = {}
    with register.store.read() as session:
        for held in session.scalars(_live(RapidReviewEntity, RapidReviewEntity.meeting_on)):
            rapids[held.case_id] = RapidReviewDraft(
                meeting_on=held.meeting_on,
                meeting_time=held.meeting_time,
                meeting_place=held.meeting_place,
            )
        for event in session.scalars(_live(ReviewEventEntity, ReviewEventEntity.held_on)):
            events.setdefault(event.case_id, []).append(draft_from(ReviewEventDraft, event))
    return {
        case_id: meetings_of(rapids.get(case_id), events.get(case_id, ()), today=today)
        for case_id in {**rapids, **events}
    }


def _live(entity: Any, day: Any) -> Any:
    return select(entity).where(entity.deleted_at.is_(None), day.is_not(None))


def next_meeting(meetings: Iterable[CaseMeeting], *, today: date) -> CaseMeeting | None:
    """Return the first of `meetings` that is today or later, or None."""
    return next((one for one in meetings if one.day >= today), None)


def meeting_words(meeting: CaseMeeting) -> str:
    """Return what is held, when and where: "Panel meeting, 10:00, Town hall"."""
    return ", ".join(one for one in (meeting.title, meeting.time, meeting.place) if one)


def _meeting(title: str, day: date, time: str, place: str, today: date) -> CaseMeeting:
    named = title if title == RAPID_REVIEW_MEETING else in_sentence(title)
    if day == today:
        words = f"Before today’s {named}"
    elif today < day and (day - today).days <= _NEAR_DAYS:
        words = f"Before {_WEEKDAYS[day.weekday()]}’s {named}"
    else:
        words = f"Before the {named} on {long_date(day)}"
    return CaseMeeting(title, day, time, place, words)
