from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from services_samples import CASE, TODAY, make_case

from sgdesk.domain.agency_requests import AgencyRequestDraft
from sgdesk.domain.notifications import RecipientAbout, RecipientDraft
from sgdesk.domain.partnerships import AgencyDraft
from sgdesk.domain.rapid_reviews import RapidReviewDraft
from sgdesk.services.case_views import get_case
from sgdesk.services.entries import list_entries, save_entry
from sgdesk.services.panel_letters import late_letter, log_late_letter
from sgdesk.services.request_days import request_days
from sgdesk.services.reviews import save_rapid_review
from sgdesk.services.settings import list_agencies, save_agency

LATE = RapidReviewDraft(late_reason="Two returns came late.", expected_on=date(2026, 12, 4))


def view_of(register, case_id):
    return get_case(register, case_id, today=TODAY)


def test_the_letter_tells_the_reason_and_both_days(register):
    case_id = make_case(register)
    save_rapid_review(register, case_id, LATE, today=TODAY)
    letter = late_letter(register, view_of(register, case_id), today=TODAY)
    assert letter.recipient == "Child Safeguarding Practice Review Panel"
    assert "RIV2026-27-01" in letter.subject
    for words in (
        "10 November 2026",
        "1 December 2026",
        "4 December 2026",
        "Two returns came late",
    ):
        assert words in letter.body


def test_what_is_not_recorded_stands_in_the_letter_as_a_gap(register):
    case_id = make_case(register, notified_on=None)
    body = late_letter(register, view_of(register, case_id), today=TODAY).body
    assert all(f"[{gap}]" in body for gap in ("notified date", "due date", "reason"))


def test_a_letter_that_was_sent_is_logged_on_the_review_and_among_who_is_told(register):
    case_id = make_case(register)
    save_rapid_review(register, case_id, LATE, today=TODAY)
    log_late_letter(register, case_id, "Secure e-mail", today=TODAY)
    assert view_of(register, case_id).rapid_review == replace(LATE, late_told_on=TODAY)
    (entry,) = list_entries(register, RecipientDraft, case_id)
    assert (entry.draft.recipient, entry.draft.about) == ("The Panel", RecipientAbout.DELAY)
    assert (entry.draft.told_on, entry.draft.route) == (TODAY, "Secure e-mail")


def test_the_first_day_of_telling_stays_when_the_panel_is_told_again(register):
    case_id = make_case(register)
    told = replace(LATE, late_told_on=date(2026, 11, 20))
    save_rapid_review(register, case_id, told, today=TODAY)
    log_late_letter(register, case_id, "Telephone", today=TODAY)
    assert view_of(register, case_id).rapid_review == told


def test_a_letter_may_be_the_first_thing_that_is_recorded(register):
    case_id = make_case(register)
    log_late_letter(register, case_id, "Telephone", today=TODAY)
    assert view_of(register, case_id).rapid_review == RapidReviewDraft(late_told_on=TODAY)


def request(register, case_id, **values):
    save_agency(register, None, AgencyDraft(name="Health trust"))
    (agency,) = list_agencies(register)
    draft = AgencyRequestDraft(agency_id=agency.agency_id, **values)
    save_entry(register, case_id, None, draft, today=TODAY)


def test_the_days_of_requests_are_typed_until_a_request_is_sent(register):
    case_id = make_case(register)
    typed = RapidReviewDraft(first_request_on=date(2026, 11, 11), last_return_on=date(2026, 11, 18))
    save_rapid_review(register, case_id, typed, today=TODAY)
    assert request_days(register, case_id) == (date(2026, 11, 11), date(2026, 11, 18), False)
    request(register, case_id, asked_on=date(2026, 11, 12))
    assert request_days(register, case_id) == (date(2026, 11, 12), None, True)


def test_a_case_that_is_gone_has_no_days_of_requests(register):
    assert request_days(register, uuid4()) == (None, None, False)


@pytest.mark.parametrize(
    "values",
    [
        {"asked_on": None},
        {"asked_on": date(2026, 11, 12), "purpose": "Chronology"},
        {"asked_on": date(2026, 11, 12), "not_needed_reason": "Known nowhere"},
    ],
)
def test_a_request_for_something_else_or_not_sent_tells_nothing_of_the_rapid_review(
    register, values
):
    case_id = make_case(register, replace(CASE, reference="RIV 8", further_references=()))
    request(register, case_id, **values)
    assert not request_days(register, case_id).are_known
