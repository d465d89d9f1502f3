"""Why requests and actions are due when they are, read from the register."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from agency_samples import ASKED, RULE_DUE, add_agencies, make_asked, rows_by_name
from learning_samples import ACTION
from services_samples import TODAY, make_case

from sgdesk.domain.agency_requests import ChaseStep
from sgdesk.domain.case_dates import CaseDate
from sgdesk.domain.learning import ActionDraft
from sgdesk.domain.letters import LetterKey
from sgdesk.domain.notifications import NotificationDraft, NotificationKind
from sgdesk.domain.partnerships import AgreedDate
from sgdesk.domain.request_explanations import DueBasis
from sgdesk.domain.standings import Standing
from sgdesk.services.action_workings import explain_action_date
from sgdesk.services.agency_dates import returns_date
from sgdesk.services.agency_requests import ask_agencies, save_request
from sgdesk.services.agreed_dates import save_agreed_date
from sgdesk.services.chases import draft_chase
from sgdesk.services.entries import put_entry, save_entry
from sgdesk.services.held_cases import read_held_cases
from sgdesk.services.learning import read_learning
from sgdesk.services.letters import read_template, save_template
from sgdesk.services.request_letters import draft_request
from sgdesk.services.request_workings import explain_request_date, letter_reason, read_workings
from sgdesk.services.reviews import save_notification
from sgdesk.services.rule_reasons import why_due

AGREED = AgreedDate(date(2026, 12, 2), "The police need longer", "The three safeguarding partners")
RULE_REASON = (
    "It is working day 10 from the notified date, 10 November 2026: the day after it is day 1, "
    "and weekends and bank holidays do not count."
)


@pytest.fixture
def asked(register):
    case_id, _ = make_asked(register, ("Housing",))
    return case_id


def housing(register, case_id):
    return rows_by_name(register, case_id)["Housing"]


def explained(register, row):
    found = explain_request_date(register, row, today=TODAY)
    return found, {fact.label: (fact.words, fact.note) for fact in found.facts}


def test_a_request_by_the_rule_shows_its_working_and_the_rule_behind_it(register, asked):
    found, facts = explained(register, housing(register, asked))
    assert (found.what, found.about) == ("Rapid Review return: Housing", "RIV2026-27-01 · round 1")
    assert (found.standing, found.standing_words) == (Standing.DUE_SOON, "Asked")
    assert found.sentence.startswith("Due Tue 24 Nov 2026 by the rule. Notified Tue 10 Nov 2026")
    assert found.days[-1].day == RULE_DUE
    assert (found.case_id, found.code) == (asked, "RR-RETURN")
    assert facts == {
        "Due": ("Tue 24 Nov 2026", "By the rule."),
        "Asked": ("Wed 11 Nov 2026", ""),
    }


def test_an_agreed_date_shows_who_agreed_it_and_the_date_by_the_rule(register, asked):
    save_agreed_date(register, asked, "RR-RETURN", AGREED)
    found, facts = explained(register, housing(register, asked))
    assert facts["Due"] == ("Wed 2 Dec 2026", "Agreed for all returns.")
    assert facts["By the rule"] == ("Tue 24 Nov 2026", "Stays in view.")
    assert facts["Agreed by"] == (AGREED.authority, AGREED.reason)
    assert "agreed for all returns" in found.sentence


def test_a_date_of_its_own_shows_its_reason_and_what_was_promised(register, asked):
    row = housing(register, asked)
    own = replace(
        row.request,
        due_on=date(2026, 11, 20),
        due_reason="Their board meets",
        promised_on=date(2026, 11, 30),
    )
    save_request(register, asked, row.request_entry, own, today=TODAY)
    _, facts = explained(register, housing(register, asked))
    assert facts["Reason"] == ("Their board meets", "")
    assert facts["Promised for"] == ("Mon 30 Nov 2026", "The due date stays as it is.")
    assert facts["By the rule"][0] == "Tue 24 Nov 2026"


def test_an_agency_added_late_is_told_the_same_on_screen_and_in_its_letter(register):
    case_id, agencies = make_asked(register, ("Housing",))
    late = replace(ASKED, asked_on=date(2026, 11, 19))
    ask_agencies(register, case_id, [agencies["Schools"]], late, today=TODAY)
    row = rows_by_name(register, case_id)["Schools"]
    _, facts = explained(register, row)
    assert facts["Due"][1] == "Its own: added late."
    assert "Reason" not in facts
    assert letter_reason(register, row, today=TODAY).startswith(
        "That is 9 working days from the day we asked, 19 November 2026, as those asked first had"
    )


def test_what_has_no_date_says_why_and_leads_to_no_rule(register):
    case_id, _ = make_asked(register, ("Housing",), purpose="Chronology")
    found, facts = explained(register, housing(register, case_id))
    assert found.sentence.startswith("No rule gives a date for this")
    assert (found.code, facts["Due"]) == ("", ("No date", ""))
    assert letter_reason(register, housing(register, case_id), today=TODAY) == ""


def test_a_notification_without_a_rapid_review_says_so(register, asked):
    row = housing(register, asked)
    other = NotificationDraft(
        kind=NotificationKind.LOOKED_AFTER_DEATH, notified_on=date(2026, 11, 10)
    )
    save_notification(register, asked, other, today=TODAY)
    found, _ = explained(register, housing(register, asked))
    assert "has no Rapid Review" in found.sentence
    assert row.due_on == RULE_DUE


def test_a_case_that_is_gone_has_no_rule_to_explain_by(register, asked):
    row = replace(housing(register, asked), case_id=UUID(int=7))
    assert explained(register, row)[0].code == ""
    (working,) = read_workings(register, [row], today=TODAY).values()
    assert working.basis is DueBasis.NONE


def test_many_requests_are_explained_in_one_go(register, asked):
    rows = tuple(rows_by_name(register, asked).values())
    found = read_workings(register, rows, today=TODAY)
    assert [found[row.request_id].due_on for row in rows] == [row.due_on for row in rows]
    assert read_workings(register, (), today=TODAY) == {}


@pytest.mark.parametrize("step", list(ChaseStep))
def test_every_letter_of_the_ladder_says_why_by_that_day(register, asked, step):
    row = housing(register, asked)
    assert RULE_REASON in draft_request(register, row, today=TODAY).body
    assert RULE_REASON in draft_chase(register, row, step, today=TODAY).body


def test_a_letter_without_a_due_date_has_no_gap_for_the_reason(register):
    case_id, _ = make_asked(register, ("Housing",), purpose="Chronology")
    body = draft_request(register, housing(register, case_id), today=TODAY).body
    assert "by [due date].\n" in body
    assert "why this date" not in body


def test_a_text_of_the_partnerships_own_stays_as_it_is(register, asked):
    own = replace(read_template(register, LetterKey.REQUEST), body="By {due date}.")
    save_template(register, own)
    letter = draft_request(register, housing(register, asked), today=TODAY)
    assert letter.body == "By 24 November 2026."


def test_a_letter_to_the_panel_can_say_how_its_date_is_counted(register):
    case_id = make_case(register)
    words = why_due(register, case_id, "RR-15", today=TODAY)
    assert words.startswith("It is working day 15 from the notified date, 10 November 2026:")
    assert why_due(register, case_id, "NO-RULE", today=TODAY) == ""


def test_an_action_explains_itself_with_every_date_it_had(register):
    case_id = make_case(register)
    moved_on = replace(
        ACTION,
        due_on=date(2026, 12, 1),
        revised_on=date(2027, 1, 29),
        revised_reason="Ill",
        revised_by="the board",
    )
    save_entry(register, case_id, None, moved_on, today=TODAY)
    with register.write() as session:
        put_entry(session, case_id, None, ActionDraft(text="No date", owner="Lead"))
    found = {
        one.row.number: explain_action_date(register, one)
        for one in read_learning(register, case_id, today=TODAY).all_actions()
    }
    moved, undated = found["1.1"], found[""]
    assert moved.what == "Action 1.1"
    assert [(fact.label, fact.words) for fact in moved.facts] == [
        ("Set on", "Tue 1 Sep 2026"),
        ("First date", "Tue 1 Dec 2026"),
        ("Moved to", "Fri 29 Jan 2027"),
        ("Agreed by", "the board"),
    ]
    assert moved.days == ()
    assert (undated.what, undated.facts, undated.code) == ("Action", (), "")


def test_a_case_that_was_not_notified_has_no_date_by_the_rule(register):
    case_id = make_case(register, notified_on=None)
    agencies = add_agencies(register, ("Housing",))
    own = replace(ASKED, due_on=date(2026, 12, 2), due_reason="At once")
    ask_agencies(register, case_id, [agencies["Housing"]], own, today=TODAY)
    row = housing(register, case_id)
    save_request(
        register,
        case_id,
        row.request_entry,
        replace(row.request, due_on=None, due_reason=""),
        today=TODAY,
    )
    found, _ = explained(register, housing(register, case_id))
    assert found.sentence.startswith("There is no date by the rule: the notified date is missing.")


def test_a_mistyped_year_says_that_the_calendar_does_not_reach(register, asked):
    case = next(iter(read_held_cases(register, asked)))
    dates = {**case.facts.dates, CaseDate.NOTIFIED: date(2226, 11, 10)}
    far = case._replace(facts=case.facts._replace(dates=dates))
    returns = returns_date(register, far, today=TODAY)
    assert (returns.rule, returns.due_on) == (None, None)
    assert "calendar" in returns.missing
