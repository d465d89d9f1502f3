"""The date by the rule is never hidden by an agreed one, and a pause says when to look again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from services_samples import TODAY, make_case

from sgdesk.domain.delays import DelayDraft
from sgdesk.domain.local_reviews import LocalReviewDraft
from sgdesk.domain.partnerships import AgreedDate
from sgdesk.domain.standings import Standing
from sgdesk.services.agenda_papers import agenda_paper
from sgdesk.services.agreed_dates import save_agreed_date
from sgdesk.services.agreed_history import read_agreed_history
from sgdesk.services.case_list import list_cases
from sgdesk.services.case_views import get_case
from sgdesk.services.deadlines import explain_deadline, list_deadlines
from sgdesk.services.entries import put_entry, save_entry
from sgdesk.services.front_sheets import front_sheet
from sgdesk.services.reviews import save_local_review

RULE, AGREED_ON = date(2026, 11, 13), date(2026, 11, 27)
PARTNERS = "The three safeguarding partners"
AGREED = AgreedDate(AGREED_ON, "The police need longer", PARTNERS)
LATER = AgreedDate(date(2026, 12, 4), "The laboratory needs a week more", PARTNERS)
TRIAL = DelayDraft(
    kind="Criminal trial",
    started_on=date(2026, 11, 12),
    authority=PARTNERS,
    reason="The trial comes first.",
    next_check_on=date(2026, 12, 3),
    pauses=("RR-15",),
)


@pytest.fixture
def case_id(register):
    """A case notified on Tuesday 10 November; only the Rapid Review is looked at."""
    return make_case(register)


def agree(register, case_id, draft=AGREED, code="RR-15"):
    save_agreed_date(register, case_id, code, draft)


def row(register, case_id, code="RR-15"):
    return next(
        one
        for one in list_deadlines(register, today=TODAY)
        if (one.case_id, one.code) == (case_id, code)
    )


def words_of(paper):
    return "\n".join(
        cell for part in paper.parts for line in getattr(part, "rows", ()) for cell in line.cells
    )


def test_a_row_knows_whether_another_date_was_agreed(register, case_id):
    assert not row(register, case_id).has_other_date
    agree(register, case_id)
    held = row(register, case_id)
    assert held.has_other_date
    assert (held.due, held.agreed_on) == (date(2026, 12, 1), AGREED_ON)
    agree(register, case_id, replace(AGREED, agreed_on=held.due))
    assert not row(register, case_id).has_other_date


def test_a_pause_names_its_cause_and_the_next_look(register, case_id):
    assert row(register, case_id).look_words == ""
    save_entry(register, case_id, None, TRIAL, today=TODAY)
    held = row(register, case_id)
    assert (held.standing, held.short_words) == (Standing.PAUSED, "Paused by criminal trial")
    assert held.look_words == "next look Thu 3 Dec"


def test_the_case_list_tells_both_dates(register, case_id):
    agree(register, case_id, replace(AGREED, agreed_on=date(2026, 11, 11)), "RR-COPY")
    (listed,) = list_cases(register, today=TODAY)
    assert listed.next_code == "RR-COPY"
    assert listed.next_due_words == "10 Nov, agreed 11 Nov 2026"
    agree(register, case_id, replace(AGREED, agreed_on=date(2025, 11, 11)), "RR-COPY")
    (listed,) = list_cases(register, today=TODAY)
    assert listed.next_due_words == "10 Nov 2026, agreed 11 Nov 2025"


@pytest.mark.parametrize(
    ("look", "words"), [(date(2026, 12, 3), ", look 3 Dec"), (None, ", no look is set")]
)
def test_a_case_whose_every_clock_stands_says_when_to_look_again(register, look, words):
    case_id = make_case(register)
    codes = tuple({one.code for one in list_deadlines(register, today=TODAY) if one.case_id})
    paused = replace(TRIAL, pauses=codes, next_check_on=look)
    with register.write() as session:
        put_entry(session, case_id, None, paused)
    (listed,) = list_cases(register, today=TODAY)
    assert listed.standing is Standing.PAUSED
    assert listed.next_due_words.endswith(words)


def test_the_next_step_says_that_its_date_was_agreed(register, case_id):
    agree(register, case_id, replace(AGREED, agreed_on=date(2026, 11, 11)), "RR-COPY")
    step = get_case(register, case_id, today=TODAY).next_step
    assert step.reason.endswith("That is agreed; by the rule it is Tue 10 Nov 2026.")
    assert step.code == "RR-COPY"


def test_the_timeline_keeps_the_day_by_the_rule_beside_the_agreed_one(register, case_id):
    agree(register, case_id, LATER)
    steps = {step.label: step for step in get_case(register, case_id, today=TODAY).steps}
    assert (steps["Day 15"].date_words, steps["Day 15"].note) == ("Tue 1 Dec 2026", "by the rule")
    assert steps["Agreed date"].date_words == "Fri 4 Dec 2026"
    assert {steps[label].code for label in ("Day 15", "Agreed date")} == {"RR-15"}
    assert steps["Authority aware"].code == ""


def test_a_notification_with_an_agreed_date_shows_the_rule_in_its_note(register):
    case_id = make_case(register, notified_on=None)
    agree(register, case_id, code="SIN-5")
    step = next(
        one for one in get_case(register, case_id, today=TODAY).steps if one.label == "Notified"
    )
    assert step.date_words == "Fri 27 Nov 2026"
    assert step.note.endswith("; agreed, by the rule Fri 13 Nov 2026")
    assert step.code == "SIN-5"


def test_the_agenda_prints_both_dates_and_the_next_look(register, case_id):
    agree(register, case_id)
    paper = agenda_paper(register, [case_id], TODAY, today=TODAY)
    assert (
        "Rapid Review to the Panel: agreed Fri 27 Nov, by the rule Tue 1 Dec, due in"
        in words_of(paper)
    )
    save_entry(register, case_id, None, TRIAL, today=TODAY)
    words = words_of(agenda_paper(register, [case_id], TODAY, today=TODAY))
    assert "Whether it stays so: paused by criminal trial; next look Thu 3 Dec" in words
    assert "Rapid Review to the Panel: paused by criminal trial; next look Thu 3 Dec" in words


def test_the_front_sheet_prints_both_dates_their_working_and_the_next_look(register, case_id):
    agree(register, case_id)
    words = words_of(front_sheet(register, case_id, today=TODAY))
    assert "Tue 1 Dec 2026\nAgreed: Fri 27 Nov 2026" in words
    save_entry(register, case_id, None, TRIAL, today=TODAY)
    assert "Paused by criminal trial; next look Thu 3 Dec" in words_of(
        front_sheet(register, case_id, today=TODAY)
    )


def test_every_agreed_date_is_remembered_with_who_and_when(register, case_id):
    agree(register, case_id)
    agree(register, case_id, LATER)
    agree(register, case_id, AGREED, "RR-RETURN")
    newest, first = read_agreed_history(register, case_id, "RR-15")
    assert (newest.agreed_on, newest.reason) == (LATER.agreed_on, LATER.reason)
    assert (first.agreed_on, first.authority) == (AGREED_ON, PARTNERS)
    assert (first.actor, first.at) == ("Business support", datetime(2026, 11, 23, 9, 0, tzinfo=UTC))
    agree(register, case_id, None)
    agree(register, case_id)
    days = [one.agreed_on for one in read_agreed_history(register, case_id, "RR-15")]
    assert days == [AGREED_ON, None, LATER.agreed_on, AGREED_ON]
    assert "laboratory" not in repr(newest)


def test_the_explanation_brings_what_was_agreed_before(register, case_id):
    agree(register, case_id)
    detail = explain_deadline(register, case_id, "RR-15", today=TODAY)
    assert [one.agreed_on for one in detail.agreed_history] == [AGREED_ON]
    assert explain_deadline(register, case_id, "SIN-5", today=TODAY).agreed_history == ()


def test_the_six_months_keep_both_dates_too(register, case_id):
    draft = LocalReviewDraft(initiated_on=date(2026, 11, 20))
    save_local_review(register, case_id, draft, today=TODAY)
    agree(register, case_id, replace(AGREED, agreed_on=date(2027, 8, 20)), "LR-6M")
    steps = {step.label: step.code for step in get_case(register, case_id, today=TODAY).steps}
    assert steps["Six months"] == steps["Agreed date"] == "LR-6M"
