"""The checks of a local review and of what hangs on it: all at once, in order, with a way out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from sgdesk.domain.local_reviews import LocalReviewDraft, check_local_review
from sgdesk.domain.review_parts import (
    EnquiryLineDraft,
    MonitoringDraft,
    PanelMemberDraft,
    ReportVersionDraft,
    ReviewEventDraft,
    check_enquiry_line,
    check_event,
    check_monitoring,
    check_panel_member,
    check_version,
)

TODAY = date(2026, 11, 23)
BEGAN, BEFORE, LATER = date(2026, 6, 1), date(2026, 5, 29), date(2026, 8, 3)
TO_COME = TODAY + timedelta(days=1)
REVIEW = LocalReviewDraft(
    initiated_on=BEGAN,
    commissioned_on=LATER,
    reviewer="An independent reviewer",
    reviewer_organisation="Orchard Street",
    independence="From another region.",
    terms_version="1.0",
    terms_agreed_on=LATER,
    scope_from_on=date(1989, 12, 1).replace(year=2024),
    scope_to_on=BEFORE,
    forecast_on=date(2026, 12, 1),
    legal_checked_on=LATER,
    authority_signed_on=LATER,
    authority_signed_by="Chief executive",
    health_signed_on=LATER,
    police_signed_on=LATER,
)


def review(**changes):
    draft = replace(REVIEW, **changes)
    found = check_local_review(draft, today=TODAY, agencies=("Riverton Police", "Orchard Homes"))
    return {one.field: one.is_warning for one in found}


def problems(check, draft, **more):
    return {one.field: one.is_warning for one in check(draft, today=TODAY, **more)}


def test_a_whole_review_is_sound():
    assert review() == {}
    assert REVIEW.signed_off_on == LATER
    assert replace(REVIEW, police_signed_on=None).signed_off_on is None


@pytest.mark.parametrize(
    "name",
    [
        "initiated_on",
        "decision_told_on",
        "commissioned_on",
        "terms_agreed_on",
        "legal_checked_on",
        "authority_signed_on",
        "health_signed_on",
        "police_signed_on",
    ],
)
def test_what_has_happened_lies_in_the_past(name):
    assert review(**{name: TO_COME})[name] is False


@pytest.mark.parametrize(
    "name",
    [
        "forecast_on",
        "legal_checked_on",
        "authority_signed_on",
        "health_signed_on",
        "police_signed_on",
    ],
)
def test_nothing_of_the_outcome_comes_before_the_decision_to_initiate(name):
    assert review(**{name: BEFORE}) == {name: False}


@pytest.mark.parametrize("name", ["commissioned_on", "terms_agreed_on"])
def test_what_may_come_before_the_decision_is_asked_about(name):
    assert review(**{name: BEFORE}) == {name: True}


def test_a_scope_ends_after_it_begins():
    assert review(scope_to_on=date(2024, 11, 30)) == {"scope_to_on": False}
    assert review(scope_from_on=None) == {}


def test_a_reviewer_has_a_statement_of_independence():
    assert review(independence="  ") == {"independence": True}
    assert review(reviewer="", independence="") == {}


def test_a_reviewer_of_an_agency_of_the_case_is_asked_about():
    assert review(reviewer_organisation=" riverton POLICE ") == {"reviewer_organisation": True}
    assert review(reviewer_organisation="") == {}


def test_agreed_terms_have_a_version():
    assert review(terms_version="") == {"terms_version": True}


def test_a_forecast_later_than_six_months_asks_for_its_reason():
    assert review(forecast_on=date(2026, 12, 2)) == {"forecast_reason": True}
    assert review(forecast_on=date(2026, 12, 2), forecast_reason="A trial.") == {}


def test_a_signature_has_a_day():
    assert review(health_signed_on=None, health_signed_by="Chief nurse") == {
        "health_signed_on": True
    }


def test_everything_is_said_at_once():
    found = review(initiated_on=None, independence="", terms_version="", police_signed_on=TO_COME)
    assert set(found) == {"initiated_on", "independence", "terms_version", "police_signed_on"}


def test_a_line_of_enquiry_has_a_question_and_better_a_number():
    assert problems(check_enquiry_line, EnquiryLineDraft("1", "Who asked?")) == {}
    assert problems(check_enquiry_line, EnquiryLineDraft()) == {"question": False, "number": True}


def test_a_panel_member_has_a_name_or_a_role_and_leaves_after_joining():
    sound = PanelMemberDraft(name="A. Person", role="Designated nurse", joined_on=LATER)
    assert problems(check_panel_member, sound) == {}
    assert problems(check_panel_member, PanelMemberDraft(role="Designated nurse")) == {}
    assert problems(check_panel_member, PanelMemberDraft()) == {"name": False}
    assert problems(check_panel_member, PanelMemberDraft(name="A. Person")) == {"role": True}
    assert problems(check_panel_member, replace(sound, left_on=BEGAN)) == {"left_on": False}
    assert problems(check_panel_member, replace(sound, joined_on=TO_COME)) == {"joined_on": False}


def test_an_event_has_a_kind_and_may_lie_in_the_future():
    booked = ReviewEventDraft(kind="Panel meeting", held_on=TO_COME)
    assert problems(check_event, booked) == {}
    assert problems(check_event, ReviewEventDraft()) == {"kind": False}
    assert problems(check_event, replace(booked, attended="Health")) == {"attended": True}
    assert problems(check_event, replace(booked, held_on=TODAY, attended="Health")) == {}
    assert problems(check_event, replace(booked, held_on=date(1066, 10, 14))) == {"held_on": False}


VERSION = ReportVersionDraft(
    version="0.1",
    dated_on=BEGAN,
    sent_on=LATER,
    recipients="The panel",
    comments_due_on=TO_COME,
)


def test_a_version_goes_from_its_date_to_its_comments():
    assert problems(check_version, VERSION) == {}
    assert problems(check_version, ReportVersionDraft()) == {"version": False}
    assert problems(check_version, replace(VERSION, sent_on=BEFORE)) == {"sent_on": False}
    assert problems(check_version, replace(VERSION, comments_due_on=BEGAN)) == {
        "comments_due_on": False
    }
    assert problems(check_version, replace(VERSION, dated_on=TO_COME)) == {
        "dated_on": False,
        "sent_on": False,
    }


def test_a_version_that_was_sent_says_to_whom_and_when():
    assert problems(check_version, replace(VERSION, recipients="")) == {"recipients": True}
    assert problems(check_version, replace(VERSION, sent_on=None)) == {"sent_on": True}


def test_a_number_belongs_to_one_version_and_one_version_is_final():
    others = (replace(VERSION, version=" 0.1 ", is_final=True),)
    assert problems(check_version, VERSION, others=others) == {"version": True}
    final = replace(VERSION, version="1.0", is_final=True)
    assert problems(check_version, final, others=others) == {"is_final": True}
    assert problems(check_version, final, others=(VERSION,)) == {}


MONITORED = MonitoringDraft(
    monitored_on=LATER, progress="On plan.", quality="Sound.", letter_on=BEGAN, answered_on=LATER
)


def test_monitoring_has_a_day_or_a_letter_and_says_both_progress_and_quality():
    assert problems(check_monitoring, MONITORED) == {}
    assert problems(check_monitoring, MonitoringDraft()) == {"monitored_on": False}
    assert problems(check_monitoring, MonitoringDraft(letter_on=BEGAN)) == {}
    assert problems(check_monitoring, MonitoringDraft(monitored_on=BEGAN)) == {"progress": False}
    assert problems(check_monitoring, replace(MONITORED, progress=" ")) == {"progress": True}
    assert problems(check_monitoring, replace(MONITORED, quality="")) == {"quality": True}


def test_an_answer_comes_after_its_letter():
    assert problems(check_monitoring, replace(MONITORED, answered_on=BEFORE)) == {
        "answered_on": False
    }
    assert problems(check_monitoring, replace(MONITORED, letter_on=TO_COME)) == {
        "letter_on": False,
        "answered_on": False,
    }
