"""What actions need before they are saved and closed, and how they stand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sgdesk.config.calendars import working_calendar
from sgdesk.domain.action_checks import check_action, check_held_action
from sgdesk.domain.action_closing import ClosingDraft, check_closing, closed_action
from sgdesk.domain.action_standings import action_standing
from sgdesk.domain.learning import (
    CLOSED_STATUSES,
    ActionDraft,
    ActionPlan,
    ActionStatus,
    EvidenceDraft,
    ImpactDraft,
)
from sgdesk.domain.learning_numbers import next_number, number_key
from sgdesk.domain.standings import Standing

CALENDAR = working_calendar()
TODAY = date(2026, 11, 23)
"""A Monday."""
ACTION = ActionDraft(
    number="1.1",
    text="Train all first-contact staff.",
    owner="Named nurse",
    set_on=date(2026, 9, 1),
    due_on=date(2026, 12, 1),
    success_measure="Four in five are trained.",
)
CLOSED = replace(
    ACTION, status=ActionStatus.EVIDENCED, closed_on=date(2026, 11, 20), closed_by="Review group"
)
days = st.dates(date(2024, 1, 1), date(2028, 12, 31))


def fields_of(problems):
    return {one.field for one in problems if not one.is_warning}


def hints_of(problems):
    return {one.field for one in problems if one.is_warning}


def found(**changes):
    return check_action(replace(ACTION, **changes), today=TODAY)


def test_a_sound_action_has_neither_problem_nor_hint():
    assert found() == []


def test_all_that_is_missing_is_said_at_once():
    problems = check_action(ActionDraft(), today=TODAY)
    assert fields_of(problems) == {"text", "owner", "due_on"}
    assert all(": " in one.message for one in problems)


def test_an_action_that_was_not_accepted_needs_no_owner_and_no_day_but_a_reason():
    draft = ActionDraft(
        text="Do it",
        status=ActionStatus.NOT_ACCEPTED,
        closed_on=TODAY,
        closed_by="Lead partners",
    )
    assert fields_of(check_action(draft, today=TODAY)) == {"closing_note"}
    explained = replace(draft, closing_note="The national guide came out.")
    assert check_action(explained, today=TODAY) == []


def test_the_due_date_is_not_before_the_action_was_set():
    assert fields_of(found(due_on=date(2026, 8, 31))) == {"due_on"}
    assert found(due_on=date(2026, 9, 1)) == []
    assert found(set_on=None, due_on=date(2026, 8, 31)) == []


def test_nothing_was_set_escalated_or_closed_in_the_future():
    tomorrow = TODAY + timedelta(days=1)
    assert fields_of(found(set_on=tomorrow)) == {"set_on"}
    assert fields_of(found(escalated_on=tomorrow, escalated_to="Executive")) == {"escalated_on"}
    assert "closed_on" in fields_of(check_action(replace(CLOSED, closed_on=tomorrow), today=TODAY))


def test_an_escalation_says_to_whom():
    assert fields_of(found(escalated_on=TODAY)) == {"escalated_to"}


def test_a_revised_date_is_later_and_says_why_and_who_agreed():
    later = date(2027, 1, 4)
    assert fields_of(found(revised_on=later)) == {"revised_reason", "revised_by"}
    said = {"revised_reason": "The supplier is late.", "revised_by": "Review group"}
    assert found(revised_on=later, **said) == []
    assert fields_of(found(revised_on=ACTION.due_on, **said)) == {"revised_on"}
    assert fields_of(found(**said)) == {"revised_on"}
    assert fields_of(found(revised_by="Review group")) == {"revised_on"}
    assert fields_of(found(due_on=None, revised_on=later, **said)) == {"due_on"}


@pytest.mark.parametrize("status", sorted(CLOSED_STATUSES))
def test_what_is_closed_says_when_and_by_whom(status):
    problems = fields_of(found(status=status))
    assert problems >= {"closed_on", "closed_by"}
    assert ("closing_note" in problems) == (status in ("superseded", "not_accepted"))


def test_an_open_action_has_no_closing_date():
    assert fields_of(found(closed_on=TODAY)) == {"closed_on"}


def test_an_action_is_not_closed_before_it_was_set():
    early = replace(CLOSED, closed_on=date(2026, 8, 31))
    assert fields_of(check_action(early, today=TODAY)) == {"closed_on"}


def test_what_is_neither_specific_nor_measurable_gets_a_hint_that_stops_nothing():
    problems = found(text="Consider training.", owner="All agencies", success_measure="")
    assert fields_of(problems) == set()
    assert hints_of(problems) == {"text", "owner", "success_measure"}
    assert "“Consider”" in next(one.message for one in problems if one.field == "text")
    assert check_action(replace(CLOSED, success_measure=""), today=TODAY) == []


def test_nothing_is_complete_without_evidence_or_embedded_without_an_impact():
    embedded = replace(CLOSED, status=ActionStatus.EMBEDDED)
    assert check_held_action(ACTION, evidence=0, impacts=0) == []
    assert fields_of(check_held_action(CLOSED, evidence=0, impacts=0)) == {"status"}
    assert check_held_action(CLOSED, evidence=1, impacts=0) == []
    assert "evidence" in check_held_action(embedded, evidence=0, impacts=1)[0].message
    assert "impact" in check_held_action(embedded, evidence=1, impacts=0)[0].message
    assert check_held_action(embedded, evidence=1, impacts=1) == []
    nameless = check_held_action(replace(CLOSED, number=""), evidence=0, impacts=0)
    assert "this action" in nameless[0].message


def test_an_action_of_a_single_agency_plan_has_an_agency():
    own = replace(ACTION, plan=ActionPlan.SINGLE_AGENCY)
    assert fields_of(check_held_action(own, evidence=0, impacts=0)) == {"agency_id"}
    assert check_held_action(replace(own, agency_id=uuid4()), evidence=0, impacts=0) == []


def closing_problems(closing, action=ACTION, evidence=0, impacts=0):
    return check_closing(closing, action, evidence=evidence, impacts=impacts, today=TODAY)


SHOWN = ClosingDraft(
    closed_on=TODAY, closed_by="Review group", evidence_kind="Audit", evidence="40 records."
)


def test_closing_asks_for_evidence_in_the_same_breath():
    bare = ClosingDraft(closed_on=TODAY, closed_by="Review group")
    assert fields_of(closing_problems(bare)) == {"evidence"}
    assert closing_problems(bare, evidence=1) == []
    assert closing_problems(SHOWN) == []
    assert SHOWN.new_evidence == EvidenceDraft(kind="Audit", what="40 records.")
    assert bare.new_evidence is None


def test_evidence_and_impact_that_are_begun_are_checked_under_their_own_fields():
    begun = replace(SHOWN, evidence_kind="", evidence_on=TODAY + timedelta(days=1))
    assert fields_of(closing_problems(begun)) == {"evidence_kind", "evidence_on"}
    begun = replace(SHOWN, impact="Children are asked.")
    assert fields_of(closing_problems(begun)) == {"impact_on", "impact_by"}
    assert hints_of(closing_problems(begun)) == {"impact_measure"}


def test_embedding_asks_for_the_impact():
    embedded = replace(SHOWN, status=ActionStatus.EMBEDDED)
    assert fields_of(closing_problems(embedded)) == {"impact"}
    assert closing_problems(embedded, impacts=1) == []
    known = replace(
        embedded, impact_on=TODAY, impact_by="Group", impact="Asked.", impact_measure="Audit"
    )
    assert closing_problems(known) == []
    assert known.new_impact == ImpactDraft(
        assessed_on=TODAY, assessed_by="Group", change="Asked.", measure="Audit"
    )
    assert embedded.new_impact is None


def test_what_the_closing_form_has_no_field_for_comes_without_one():
    ownerless = replace(ACTION, owner="", plan=ActionPlan.SINGLE_AGENCY)
    problems = closing_problems(SHOWN, ownerless)
    assert [one.field for one in problems] == ["", ""]
    assert {one.message.split(":")[0] for one in problems} == {"Owner", "Agency"}


@given(
    status=st.sampled_from(ActionStatus),
    evidence=st.integers(0, 2),
    impacts=st.integers(0, 2),
    text=st.sampled_from(["", "40 records."]),
    change=st.sampled_from(["", "Children are asked."]),
)
def test_no_sound_closing_leaves_an_action_complete_without_evidence(
    status, evidence, impacts, text, change
):
    closing = ClosingDraft(
        status=status,
        closed_on=TODAY,
        closed_by="Review group",
        closing_note="A note",
        evidence_kind="Audit" if text else "",
        evidence=text,
        impact_on=TODAY,
        impact_by="Group" if change else "",
        impact=change,
    )
    if not fields_of(closing_problems(closing, evidence=evidence, impacts=impacts)):
        closed = closed_action(ACTION, closing)
        held = evidence + (closing.new_evidence is not None)
        known = impacts + (closing.new_impact is not None)
        assert check_held_action(closed, evidence=held, impacts=known) == []


def stands(status=ActionStatus.IN_PROGRESS, counts_to=None, closed_on=None, today=TODAY):
    return action_standing(status, counts_to, closed_on, today=today, calendar=CALENDAR)


@pytest.mark.parametrize(
    ("counts_to", "standing", "words"),
    [
        (date(2026, 11, 19), Standing.OVERDUE, "Overdue by 2 working days"),
        (date(2026, 11, 22), Standing.OVERDUE, "Overdue by 1 working day"),
        (TODAY, Standing.DUE_TODAY, "Due today"),
        (date(2026, 11, 30), Standing.DUE_SOON, "Due in 5 working days"),
        (date(2026, 12, 1), Standing.ON_TRACK, "On track"),
        (None, Standing.WAITING, "Waiting for a due date"),
    ],
)
def test_an_open_action_stands_by_working_days(counts_to, standing, words):
    found = stands(counts_to=counts_to)
    assert (found.standing, found.words) == (standing, words)
    assert found.is_open


def test_an_action_at_risk_is_not_called_on_track():
    assert stands(ActionStatus.AT_RISK, date(2026, 12, 1)).words == "Due in 6 working days"


def test_an_action_whose_evidence_is_awaited_is_open_and_can_be_overdue():
    found = stands(ActionStatus.AWAITING_EVIDENCE, date(2026, 11, 19))
    assert found.is_open
    assert found.standing is Standing.OVERDUE


def test_what_was_done_in_time_or_late_says_so():
    due = date(2026, 11, 19)
    assert stands(ActionStatus.EVIDENCED, due, due).words == "Complete"
    late = stands(ActionStatus.EMBEDDED, due, date(2026, 11, 23))
    assert (late.standing, late.words) == (Standing.MET_LATE, "Complete 2 working days late")
    weekend = stands(ActionStatus.EVIDENCED, date(2026, 11, 20), date(2026, 11, 21))
    assert (weekend.standing, weekend.words) == (Standing.MET_LATE, "Complete, late")
    assert not late.is_open
    assert stands(ActionStatus.EVIDENCED, None, due).standing is Standing.MET
    assert stands(ActionStatus.EVIDENCED, due, None).standing is Standing.MET


def test_what_was_given_up_is_neither_met_nor_overdue():
    for status, words in (("superseded", "Superseded"), ("not_accepted", "Not accepted")):
        found = stands(ActionStatus(status), date(2026, 1, 5))
        assert (found.standing, found.words) == (Standing.NOT_APPLICABLE, words)
        assert not found.is_open


@given(due=days, today=days)
def test_an_open_action_is_overdue_just_when_its_day_has_passed(due, today):
    found = stands(counts_to=due, today=today)
    assert (found.standing is Standing.OVERDUE) == (due < today)
    assert (found.standing is Standing.DUE_TODAY) == (due == today)
    assert found.days >= 0


@given(due=days, closed_on=days)
def test_a_complete_action_is_late_just_when_it_was_closed_after_its_day(due, closed_on):
    found = stands(ActionStatus.EVIDENCED, due, closed_on)
    assert (found.standing is Standing.MET_LATE) == (closed_on > due)


def test_numbers_sort_as_people_count():
    numbers = ["2.10", "10", "S1", "2.9", "", "1", "2", "1.1", "A2"]
    assert sorted(numbers, key=number_key) == ["1", "1.1", "2", "2.9", "2.10", "10", "A2", "S1", ""]


def test_the_next_number_follows_the_greatest_under_its_start():
    assert next_number([]) == "1"
    assert next_number(["1", "3", "x", "2.7"]) == "4"
    assert next_number(["2.1", "2.9", "3.4"], "2.") == "2.10"
    assert next_number(["S1", "S2", "7"], "S") == "S3"
