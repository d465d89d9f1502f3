"""Tests of chasing: the ladder as it is read, the letters drafted, and what is logged."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from agency_samples import ASKED_ON, RULE_DUE, add_agencies, make_asked, rows_by_name
from services_samples import TODAY, make_case

from sgdesk.domain.agency_requests import AgencyRequestDraft, ChaseDraft, ChaseStep
from sgdesk.domain.letters import gaps_in
from sgdesk.domain.rapid_reviews import RapidReviewDraft
from sgdesk.errors import RejectedError
from sgdesk.services.agency_requests import save_request, save_return
from sgdesk.services.chases import draft_chase, list_chases, log_chase, read_ladder
from sgdesk.services.entries import list_entries, remove_entry
from sgdesk.services.request_letters import draft_request, log_request
from sgdesk.services.reviews import save_rapid_review

LATER = date(2026, 11, 26)
"""Two working days after the returns were due."""


@pytest.fixture
def asked(register):
    case_id, _ = make_asked(register)
    return case_id


def housing(register, case_id, today=LATER):
    return rows_by_name(register, case_id, today=today)["Housing"]


def log(register, row, step=ChaseStep.CHASE, route="Secure e-mail", today=LATER):
    letter = draft_chase(register, row, step, today=today)
    return log_chase(register, row, step, letter, route, today=today)


def test_a_request_that_is_out_has_a_ladder_that_begins_with_a_reminder(register, asked):
    ladder = read_ladder(register, housing(register, asked, TODAY), today=TODAY)
    assert ladder.taken == ()
    assert ladder.next.step is ChaseStep.REMINDER
    assert ladder.next_words == "suggested since Fri 20 Nov"


def test_what_was_logged_stands_on_the_ladder_with_its_words(register, asked):
    changes = log(register, housing(register, asked))
    assert changes.what == "Chase logged"
    assert changes.case_ids == {asked}
    (step,) = list_chases(register, housing(register, asked).request_id)
    assert (step.step, step.made_on, step.route) == (ChaseStep.CHASE, LATER, "Secure e-mail")
    assert step.recipient == "Desk of Housing"
    assert step.subject == "RIV2026-27-01: Rapid Review return overdue since 24 November 2026"
    assert step.body.startswith("Dear Desk of Housing,\n\nWe have not had")
    row = housing(register, asked)
    assert (row.chases, row.last_chased_on, row.last_step) == (1, LATER, ChaseStep.CHASE)


def test_after_a_chase_the_ladder_suggests_an_escalation(register, asked):
    log(register, housing(register, asked))
    today = date(2026, 11, 30)
    ladder = read_ladder(register, housing(register, asked, today), today=today)
    assert ladder.next.step is ChaseStep.ESCALATION
    assert ladder.next_words == "suggested today"


def test_each_request_has_a_ladder_of_its_own(register, asked):
    log(register, housing(register, asked))
    police = rows_by_name(register, asked, today=LATER)["Riverton Police"]
    assert list_chases(register, police.request_id) == ()


def test_a_step_taken_out_of_the_case_is_off_the_ladder(register, asked):
    log(register, housing(register, asked))
    (entry,) = list_entries(register, ChaseDraft, asked)
    remove_entry(register, asked, entry)
    assert list_chases(register, housing(register, asked).request_id) == ()


def test_nothing_is_next_when_the_return_is_in(register, asked):
    row = housing(register, asked)
    returned = replace(row.returned, received_on=TODAY)
    save_return(register, asked, row.return_entry, returned, today=TODAY)
    ladder = read_ladder(register, housing(register, asked), today=LATER)
    assert ladder.next is None
    assert ladder.next_words == "Nothing is outstanding"


def test_a_chase_says_what_was_asked_when_it_was_due_and_how_late_it_is(register, asked):
    save_rapid_review(register, asked, RapidReviewDraft(meeting_on=LATER), today=TODAY)
    letter = draft_chase(register, housing(register, asked), ChaseStep.CHASE, today=LATER)
    assert letter.to == "a@b.test"
    assert "the Rapid Review return of Housing on RIV2026-27-01" in letter.body
    assert "We asked for it on 11 November 2026." in letter.body
    assert "It was due by 24 November 2026 and is overdue by 2 working days." in letter.body
    assert "the meeting on 26 November 2026" in letter.body
    assert gaps_in(letter.key, letter.subject, letter.body) == ()


def test_a_meeting_that_is_over_is_not_spoken_of(register, asked):
    save_rapid_review(register, asked, RapidReviewDraft(meeting_on=TODAY), today=TODAY)
    letter = draft_chase(register, housing(register, asked), ChaseStep.CHASE, today=LATER)
    assert gaps_in(letter.key, letter.body) == ("panel date",)


def test_an_escalation_says_when_it_was_last_chased(register, asked):
    log(register, housing(register, asked))
    today = LATER + timedelta(days=4)
    row = housing(register, asked, today)
    letter = draft_chase(register, row, ChaseStep.ESCALATION, today=today)
    assert letter.key == "escalation"
    assert "We last chased it on 26 November 2026." in letter.body


def test_a_reminder_before_the_due_date_does_not_speak_of_being_late(register, asked):
    letter = draft_chase(register, housing(register, asked, TODAY), ChaseStep.REMINDER, today=TODAY)
    assert letter.key == "reminder"
    assert "overdue" not in letter.body
    assert f"It is due by {RULE_DUE.day} November 2026." in letter.body


def test_a_queried_return_is_asked_about_in_the_words_of_the_query(register, asked):
    row = housing(register, asked)
    returned = replace(row.returned, received_on=TODAY)
    save_return(register, asked, row.return_entry, returned, today=TODAY)
    row = housing(register, asked)
    queried = replace(row.request, queried_on=TODAY, query="Which landlord?")
    save_request(register, asked, row.request_entry, queried, today=TODAY)
    letter = draft_chase(register, housing(register, asked), ChaseStep.REMINDER, today=LATER)
    assert letter.key == "query"
    assert "\n\nWhich landlord?\n\n" in letter.body


def test_a_letter_goes_to_whom_the_request_went(register, asked):
    row = housing(register, asked)
    named = replace(row.request, contact="Tenancy lead")
    save_request(register, asked, row.request_entry, named, today=TODAY)
    row = housing(register, asked)
    assert draft_chase(register, row, ChaseStep.CHASE, today=LATER).recipient == "Tenancy lead"


def test_without_a_recipient_the_address_is_logged(register, asked):
    row = housing(register, asked)
    letter = draft_chase(register, row, ChaseStep.CHASE, today=LATER)
    unnamed = replace(letter, recipient="", to="desk@housing.test")
    log_chase(register, row, ChaseStep.CHASE, unnamed, "E-mail", today=LATER)
    assert list_chases(register, row.request_id)[0].recipient == "desk@housing.test"


def test_a_step_without_its_way_of_sending_is_refused_and_nothing_is_logged(register, asked):
    row = housing(register, asked)
    with pytest.raises(RejectedError, match="Way of sending"):
        log(register, row, route=" ")
    assert list_chases(register, row.request_id) == ()


# The letter that a request goes out with


def test_a_request_says_what_is_wanted_and_by_when(register, asked):
    letter = draft_request(register, housing(register, asked, TODAY), today=TODAY)
    assert letter.subject == "RIV2026-27-01: Rapid Review return by 24 November 2026"
    assert "notified to the national Panel on 10 November 2026" in letter.body
    assert letter.recipient == "Desk of Housing"
    assert gaps_in(letter.key, letter.subject, letter.body) == ()


def test_a_request_of_a_case_that_was_not_notified_has_gaps(register):
    agencies = add_agencies(register)
    case_id = make_case(register, notified_on=None)
    draft = AgencyRequestDraft(agency_id=agencies["Housing"])
    save_request(register, case_id, None, draft, today=TODAY)
    letter = draft_request(register, housing(register, case_id, TODAY), today=TODAY)
    assert gaps_in(letter.key, letter.body) == ("notified date", "due date")
    log_request(register, housing(register, case_id), letter, "Letter", today=TODAY)
    held = housing(register, case_id).request
    assert (held.asked_on, held.route) == (TODAY, "Letter")
    assert held.contact == "Desk of Housing"


def test_a_request_that_went_out_keeps_its_day(register, asked):
    row = housing(register, asked)
    letter = replace(draft_request(register, row, today=TODAY), recipient="")
    log_request(register, row, letter, "E-mail", today=TODAY)
    held = housing(register, asked).request
    assert (held.asked_on, held.route, held.contact) == (ASKED_ON, "E-mail", "Desk of Housing")
