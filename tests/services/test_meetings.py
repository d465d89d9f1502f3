"""The next meeting of a case is that of its Rapid Review or the next booked event."""

from __future__ import annotations

from datetime import date

import pytest
from services_samples import TODAY, make_case

from sgdesk.domain.rapid_reviews import RapidReviewDraft
from sgdesk.domain.review_parts import ReviewEventDraft
from sgdesk.services.case_views import get_case
from sgdesk.services.entries import save_entry
from sgdesk.services.meetings import meetings_of, next_meeting
from sgdesk.services.reviews import save_rapid_review


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 23), "Before today’s Rapid Review meeting"),
        (date(2026, 11, 26), "Before Thursday’s Rapid Review meeting"),
        (date(2026, 11, 29), "Before Sunday’s Rapid Review meeting"),
        (date(2026, 11, 30), "Before the Rapid Review meeting on Mon 30 Nov 2026"),
    ],
)
def test_a_near_meeting_is_named_by_its_weekday(day, words):
    held = meetings_of(RapidReviewDraft(meeting_on=day), (), today=TODAY)
    assert next_meeting(held, today=TODAY).words == words


def test_the_first_meeting_from_today_on_counts():
    events = (
        ReviewEventDraft("Practitioner event", date(2026, 12, 1), "10:00", "Town hall"),
        ReviewEventDraft("Panel meeting", date(2026, 11, 20)),
        ReviewEventDraft("Panel meeting"),
    )
    held = meetings_of(RapidReviewDraft(meeting_on=date(2026, 6, 1)), events, today=TODAY)
    assert [one.day for one in held] == [
        date(2026, 6, 1), date(2026, 11, 20), date(2026, 12, 1),
    ]  # fmt: skip
    found = next_meeting(held, today=TODAY)
    assert (found.title, found.time, found.place) == ("Practitioner event", "10:00", "Town hall")
    assert found.words == "Before the practitioner event on Tue 1 Dec 2026"
    assert next_meeting(meetings_of(None, (), today=TODAY), today=TODAY) is None
    assert next_meeting(meetings_of(RapidReviewDraft(), (), today=TODAY), today=TODAY) is None


def test_a_case_knows_its_next_meeting(register):
    case_id = make_case(register)
    meeting = RapidReviewDraft(meeting_on=date(2026, 11, 26), meeting_time="10:00")
    save_rapid_review(register, case_id, meeting, today=TODAY)
    assert get_case(register, case_id, today=TODAY).meeting.title == "Rapid Review meeting"
    event = ReviewEventDraft("Panel meeting", date(2026, 11, 24))
    save_entry(register, case_id, None, event, today=TODAY)
    assert get_case(register, case_id, today=TODAY).meeting.title == "Panel meeting"
