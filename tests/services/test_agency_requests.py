"""Agencies are asked, answer, and are listed with how each request stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from agency_samples import ASKED, ASKED_ON, RULE_DUE, add_agencies, make_asked, rows_by_name
from services_samples import CASE, TODAY, make_case

from sgdesk.domain.agency_marks import ReturnMark, mark_question, why_no_mark
from sgdesk.domain.agency_requests import (
    AgencyRequestDraft,
    AgencyReturnDraft,
    ChaseDraft,
    ChaseStep,
    ReturnState,
)
from sgdesk.domain.notifications import NotificationDraft, NotificationKind
from sgdesk.domain.partnerships import AgreedDate, FormerNameDraft
from sgdesk.errors import RejectedError, UserError
from sgdesk.services.agency_directory import save_earlier_name
from sgdesk.services.agency_marks import mark_request
from sgdesk.services.agency_requests import (
    ask_agencies,
    asked_agencies,
    check_request,
    check_round,
    due_when_asked,
    latest_round,
    remove_request,
    save_request,
    save_return,
)
from sgdesk.services.agency_rows import list_requests, list_requests_of
from sgdesk.services.agreed_dates import save_agreed_date
from sgdesk.services.entries import save_entry
from sgdesk.services.reviews import save_notification
from sgdesk.store.entities.agencies import AgencyRequestEntity
from sgdesk.store.entities.notifications import NotificationEntity
from sgdesk.store.queries.find import find_part

LATE_ON = date(2026, 11, 18)
FAIR = date(2026, 12, 1)
"""Nine working days after 18 November, as from 11 to 24 November."""


def fields(error):
    return [problem.field for problem in error.value.problems]


def test_one_round_goes_to_several_agencies_in_one_save(register):
    case_id, agencies = make_asked(register)
    rows = rows_by_name(register, case_id)
    assert set(rows) == {"Housing", "Riverton Police"}
    row = rows["Housing"]
    assert (row.due_on, row.due_is_own) == (RULE_DUE, False)
    assert (row.state, row.days_left, row.late_days) == (ReturnState.ASKED, 1, 0)
    assert row.request.contact == "Desk of Housing"
    assert (row.reference, row.email, row.former_name) == (CASE.reference, "a@b.test", "")
    assert row.is_outstanding
    purpose = ASKED.purpose
    assert latest_round(register, case_id, purpose) == 1
    assert latest_round(register, case_id, "Chronology") == 0
    asked = asked_agencies(register, case_id, purpose, 1)
    assert asked == {agencies["Housing"], agencies["Riverton Police"]}
    assert asked_agencies(register, case_id, purpose, 2) == frozenset()


def test_what_was_done_is_said_with_its_number(register):
    agencies = add_agencies(register)
    case_id = make_case(register)
    one, two, three, _four = agencies.values()
    assert ask_agencies(register, case_id, [one], ASKED, today=TODAY).what == "1 agency asked"
    done = ask_agencies(register, case_id, [two, three], ASKED, today=TODAY)
    assert done.what == "2 agencies asked"
    assert done.case_ids == {case_id}


def test_an_agency_added_late_gets_the_working_days_of_the_first(register):
    case_id, agencies = make_asked(register)
    late = replace(ASKED, asked_on=LATE_ON)
    planned = due_when_asked(register, case_id, late, today=TODAY)
    assert (planned.due_on, planned.is_fair) == (FAIR, True)
    assert "9 working days" in planned.words
    ask_agencies(register, case_id, [agencies["Schools"]], late, today=TODAY)
    row = rows_by_name(register, case_id)["Schools"]
    assert (row.due_on, row.due_is_own, row.state) == (FAIR, True, ReturnState.OWN_DATE)
    assert row.request.due_reason == planned.words


def test_the_fair_date_can_be_declined_or_replaced(register):
    case_id, agencies = make_asked(register)
    late = replace(ASKED, asked_on=LATE_ON)
    ask_agencies(register, case_id, [agencies["Schools"]], late, today=TODAY, is_fair=False)
    own = replace(late, due_on=date(2026, 11, 27), due_reason="Half a day’s work")
    ask_agencies(register, case_id, [agencies["Acute hospital trust"]], own, today=TODAY)
    rows = rows_by_name(register, case_id)
    assert not rows["Schools"].due_is_own
    assert rows["Acute hospital trust"].due_on == own.due_on


def test_the_date_by_the_rule_shows_its_working(register):
    case_id = make_case(register)
    due = due_when_asked(register, case_id, ASKED, today=TODAY)
    assert due.due_on == RULE_DUE
    assert due.words.startswith("Due Tue 24 Nov 2026 by the rule. ")
    assert "Day 10 = Tue 24 Nov 2026" in due.words


def test_an_agreed_date_holds_for_all_returns(register):
    case_id, _agencies = make_asked(register)
    agreed = AgreedDate(date(2026, 11, 30), "The partners met late", "Lead partners")
    save_agreed_date(register, case_id, "RR-RETURN", agreed)
    assert rows_by_name(register, case_id)["Housing"].due_on == agreed.agreed_on
    words = due_when_asked(register, case_id, ASKED, today=TODAY).words
    assert words == "Due Mon 30 Nov 2026, the date agreed for all returns."


@pytest.mark.parametrize(
    ("notification", "purpose", "words"),
    [
        (None, ASKED.purpose, "the notified date is missing"),
        (NotificationKind.LOOKED_AFTER_DEATH, ASKED.purpose, "has no Rapid Review"),
        (NotificationKind.SERIOUS_INCIDENT, "Chronology", "No rule gives a date"),
    ],
)
def test_without_a_rule_it_is_said_why_there_is_no_date(register, notification, purpose, words):
    case_id = make_case(register, notified_on=None)
    if notification:
        draft = NotificationDraft(kind=notification, notified_on=date(2026, 11, 10))
        save_notification(register, case_id, draft, today=TODAY)
    due = due_when_asked(register, case_id, replace(ASKED, purpose=purpose), today=TODAY)
    assert due.due_on is None
    assert words in due.words


def test_every_problem_of_a_round_is_told_at_once(register):
    case_id, agencies = make_asked(register)
    empty = AgencyRequestDraft(purpose="")
    with pytest.raises(RejectedError) as error:
        ask_agencies(register, case_id, [], empty, today=TODAY)
    assert fields(error) == ["agency_ids", "purpose", "asked_on"]
    with pytest.raises(RejectedError) as error:
        ask_agencies(register, case_id, list(agencies.values()), ASKED, today=TODAY)
    assert fields(error) == ["agency_ids"]
    assert "2 of them were" in str(error.value)
    one = [agencies["Housing"]]
    assert "1 of them was" in check_round(register, case_id, one, ASKED, today=TODAY)[0].message
    assert len(rows_by_name(register, case_id)) == 2


def test_a_second_round_after_the_rule_is_over_needs_a_date_of_its_own(register):
    case_id, agencies = make_asked(register)
    today = date(2026, 12, 7)
    again = replace(ASKED, round=2, asked_on=today)
    with pytest.raises(RejectedError) as error:
        ask_agencies(register, case_id, [agencies["Housing"]], again, today=today)
    assert fields(error) == ["due_on"]
    own = replace(again, due_on=date(2026, 12, 14), due_reason="Questions of the panel")
    ask_agencies(register, case_id, [agencies["Housing"]], own, today=today)
    assert latest_round(register, case_id, ASKED.purpose) == 2


def test_a_return_is_logged_and_judged_by_its_date(register):
    case_id, _agencies = make_asked(register)
    rows = rows_by_name(register, case_id)
    came = AgencyReturnDraft(received_on=TODAY, author="Named nurse", learning="Ask  again\n\nSoon")
    done = save_return(register, case_id, rows["Housing"].return_entry, came, today=TODAY)
    assert done.what == "Agency return saved"
    nil = AgencyReturnDraft(received_on=TODAY, is_nil=True)
    entry = rows["Riverton Police"].return_entry
    assert save_return(register, case_id, entry, nil, today=TODAY).what == "Nil return saved"
    rows = rows_by_name(register, case_id)
    assert rows["Housing"].state is ReturnState.RECEIVED
    assert "\n" in rows["Housing"].returned.learning
    assert rows["Riverton Police"].state is ReturnState.NIL


def test_a_bad_return_changes_nothing(register):
    case_id, _agencies = make_asked(register)
    row = rows_by_name(register, case_id)["Housing"]
    early = AgencyReturnDraft(received_on=date(2026, 11, 9))
    with pytest.raises(RejectedError) as error:
        save_return(register, case_id, row.return_entry, early, today=TODAY)
    assert fields(error) == ["received_on"]
    with pytest.raises(UserError, match="Ask the agency first"):
        save_return(register, case_id, None, early, today=TODAY)
    assert rows_by_name(register, case_id)["Housing"] == row


def test_a_request_that_changed_meanwhile_is_not_written_over(register):
    case_id, _agencies = make_asked(register)
    row = rows_by_name(register, case_id)["Housing"]
    noted = replace(row.request, note="Rang twice")
    save_request(register, case_id, row.request_entry, noted, today=TODAY)
    with pytest.raises(UserError):
        save_request(register, case_id, row.request_entry, row.request, today=TODAY)
    with pytest.raises(UserError):
        save_return(register, case_id, row.return_entry, row.returned, today=TODAY)


def test_no_agency_is_asked_twice_for_the_same_in_one_round(register):
    case_id, agencies = make_asked(register)
    rows = rows_by_name(register, case_id)
    twice = replace(rows["Housing"].request, agency_id=agencies["Riverton Police"])
    found = check_request(register, case_id, rows["Housing"].request_id, twice, today=TODAY)
    assert [problem.field for problem in found] == ["agency_id"]
    with pytest.raises(RejectedError):
        save_request(register, case_id, rows["Housing"].request_entry, twice, today=TODAY)
    with pytest.raises(RejectedError):
        save_request(register, case_id, None, rows["Housing"].request, today=TODAY)
    nobody = check_request(register, case_id, None, AgencyRequestDraft(), today=TODAY)
    assert [problem.field for problem in nobody] == ["agency_id"]


def test_a_request_that_could_never_be_in_time_is_warned_of(register):
    case_id, agencies = make_asked(register)
    today = date(2026, 12, 7)
    late = replace(ASKED, agency_id=agencies["Schools"], round=2, asked_on=today)
    (warning,) = check_request(register, case_id, None, late, today=today)
    assert (warning.field, warning.is_warning) == ("due_on", True)
    assert "Tue 24 Nov 2026" in warning.message
    for sound in (
        replace(late, not_needed_reason="Merged"),
        replace(late, due_on=today, due_reason="Same day"),
        replace(late, asked_on=RULE_DUE),
    ):
        assert check_request(register, case_id, None, sound, today=today) == []
    save_request(register, case_id, None, late, today=today)


def test_one_request_can_be_stored_before_anybody_is_asked(register):
    agencies = add_agencies(register)
    case_id = make_case(register)
    planned = AgencyRequestDraft(agency_id=agencies["Housing"])
    save_request(register, case_id, None, planned, today=TODAY)
    assert rows_by_name(register, case_id)["Housing"].state is ReturnState.NOT_ASKED


def test_chases_are_counted_and_the_last_is_named(register):
    case_id, _agencies = make_asked(register)
    row = rows_by_name(register, case_id)["Housing"]
    assert (row.chases, row.last_chased_on, row.last_step) == (0, None, None)
    for step, day in ((ChaseStep.CHASE, 20), (ChaseStep.REMINDER, 18)):
        chase = ChaseDraft(row.request_id, step, date(2026, 11, day), "E-mail")
        save_entry(register, case_id, None, chase, today=TODAY)
    save_entry(
        register, case_id, None, ChaseDraft(None, ChaseStep.REMINDER, TODAY, "E-mail"), today=TODAY
    )
    row = rows_by_name(register, case_id)["Housing"]
    assert (row.chases, row.last_chased_on) == (2, date(2026, 11, 20))
    assert row.last_step is ChaseStep.CHASE


def test_only_a_request_without_effect_is_removed(register):
    case_id, _agencies = make_asked(register)
    rows = rows_by_name(register, case_id)
    chase = ChaseDraft(rows["Housing"].request_id, ChaseStep.REMINDER, TODAY, "E-mail")
    save_entry(register, case_id, None, chase, today=TODAY)
    with pytest.raises(UserError, match="say why it is not needed"):
        remove_request(register, case_id, rows["Housing"].request_entry)
    mark_request(register, rows["Riverton Police"], ReturnMark.RECEIVED, today=TODAY)
    row = rows_by_name(register, case_id)["Riverton Police"]
    with pytest.raises(UserError, match="chased or answered"):
        remove_request(register, case_id, row.request_entry)
    taken_back = save_return(register, case_id, row.return_entry, AgencyReturnDraft(), today=TODAY)
    assert taken_back.case_ids == {case_id}
    row = rows_by_name(register, case_id)["Riverton Police"]
    remove_request(register, case_id, row.request_entry)
    assert set(rows_by_name(register, case_id)) == {"Housing"}


def test_requests_of_several_cases_come_case_after_case(register):
    first, agencies = make_asked(register)
    second = make_case(register, replace(CASE, reference="RIV2026-27-02", further_references=()))
    ask_agencies(register, second, [agencies["Schools"]], ASKED, today=TODAY)
    rows = list_requests_of(register, (second, first), today=TODAY)
    assert [row.case_id for row in rows] == [second, first, first]
    gone = list_requests_of(register, (second, agencies["Schools"]), today=TODAY)
    assert [row.case_id for row in gone] == [second]
    assert list_requests(register, agencies["Schools"], today=TODAY) == ()


def test_a_case_that_is_gone_is_told(register):
    agencies = add_agencies(register)
    with pytest.raises(UserError, match="no longer in the register"):
        due_when_asked(register, agencies["Housing"], ASKED, today=TODAY)


def test_an_old_request_shows_what_the_agency_was_called_then(register):
    case_id, agencies = make_asked(register)
    former = FormerNameDraft("Riverton Homes", date(2026, 11, 15))
    save_earlier_name(register, agencies["Housing"], None, former, today=TODAY)
    rows = rows_by_name(register, case_id)
    assert (rows["Housing"].agency_name, rows["Housing"].former_name) == (
        "Housing",
        "Riverton Homes",
    )
    assert rows["Riverton Police"].former_name == ""


def test_a_request_from_nowhere_is_still_listed(register):
    case_id = make_case(register)
    with register.write() as session:
        session.add(AgencyRequestEntity(case_id=case_id, asked_on=ASKED_ON))
    (row,) = list_requests(register, case_id, today=TODAY)
    assert (row.agency_name, row.contact, row.email) == ("No agency chosen", "", "")


@pytest.mark.parametrize(
    ("mark", "state", "what"),
    [
        (ReturnMark.RECEIVED, ReturnState.RECEIVED, "Agency return saved"),
        (ReturnMark.NIL, ReturnState.NIL, "Nil return saved"),
        (ReturnMark.ACKNOWLEDGED, ReturnState.ACKNOWLEDGED, "Agency request saved"),
    ],
)
def test_a_letter_logs_what_happened_today(register, mark, state, what):
    case_id, _agencies = make_asked(register)
    row = rows_by_name(register, case_id)["Housing"]
    assert mark_request(register, row, mark, today=TODAY).what == what
    changed = rows_by_name(register, case_id)["Housing"]
    assert changed.state is state
    with pytest.raises(UserError, match="already"):
        mark_request(register, changed, mark, today=TODAY)


def test_a_query_is_never_logged_without_its_words(register):
    case_id, _agencies = make_asked(register)
    row = rows_by_name(register, case_id)["Housing"]
    with pytest.raises(UserError, match="Nothing came in yet"):
        mark_request(register, row, ReturnMark.QUERIED, today=TODAY)
    mark_request(register, row, ReturnMark.RECEIVED, today=TODAY)
    row = rows_by_name(register, case_id)["Housing"]
    with pytest.raises(UserError, match="needs its words"):
        mark_request(register, row, ReturnMark.QUERIED, today=TODAY)


def test_what_a_letter_would_do_is_asked_with_the_agency_and_the_day():
    words = mark_question(ReturnMark.NIL, "Housing", TODAY)
    assert words == "Log a nil return of Housing, received today, Mon 23 Nov 2026?"


def test_no_letter_works_on_what_was_never_asked_or_was_taken_back():
    nothing = AgencyReturnDraft()
    back = replace(ASKED, not_needed_reason="Merged")
    for mark in ReturnMark:
        assert "not asked yet" in why_no_mark(mark, AgencyRequestDraft(), nothing)
        assert "not needed any more" in why_no_mark(mark, back, nothing)


def test_returns_of_a_mistyped_year_leave_the_list_readable(register):
    case_id = make_case(register)
    with register.write() as session:
        find_part(session, NotificationEntity, case_id).notified_on = date(2998, 1, 1)
    due = due_when_asked(register, case_id, ASKED, today=TODAY)
    assert due.due_on is None
    assert "notified date is missing" in due.words


def test_a_fair_date_beyond_the_calendar_is_told_and_not_guessed(register):
    case_id, _agencies = make_asked(register)
    far = replace(ASKED, asked_on=date(2998, 1, 1))
    due = due_when_asked(register, case_id, far, today=TODAY)
    assert due.due_on is None
    assert "calendar" in due.words
