"""Tests of the chase ladder: which step is next, and from which day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sgdesk.config.calendars import working_calendar
from sgdesk.domain.agency_requests import OUTSTANDING_STATES, ChaseDraft, ChaseStep, ReturnState
from sgdesk.domain.chases import NextStep, TakenStep, check_chase, next_step

TODAY = date(2026, 11, 23)
CALENDAR = working_calendar()
DUE = date(2026, 11, 20)
"""A Friday."""


def after(*taken, state=ReturnState.ASKED, due_on=DUE, today=TODAY):
    return next_step(state, due_on, taken, today=today, calendar=CALENDAR)


def reminded(day):
    return TakenStep(ChaseStep.REMINDER, day)


def chased(day):
    return TakenStep(ChaseStep.CHASE, day)


def escalated(day):
    return TakenStep(ChaseStep.ESCALATION, day)


@pytest.mark.parametrize("state", sorted(set(ReturnState) - OUTSTANDING_STATES))
def test_nothing_is_next_where_nothing_is_outstanding(state):
    assert after(state=state) is None


def test_a_reminder_comes_two_working_days_before_the_return_is_due():
    step = after(today=date(2026, 11, 16))
    assert step == NextStep(ChaseStep.REMINDER, date(2026, 11, 18))


def test_on_the_day_it_is_due_it_is_still_a_reminder():
    assert after(today=DUE).step is ChaseStep.REMINDER


def test_after_the_due_day_a_chase_is_next_even_without_a_reminder():
    assert after() == NextStep(ChaseStep.CHASE, date(2026, 11, 23))


def test_after_a_reminder_the_chase_waits_until_the_due_day_is_over():
    step = after(reminded(date(2026, 11, 18)), today=date(2026, 11, 19))
    assert step == NextStep(ChaseStep.CHASE, date(2026, 11, 23))


def test_a_chase_is_escalated_two_working_days_later():
    step = after(chased(date(2026, 11, 23)), today=date(2026, 11, 24))
    assert step == NextStep(ChaseStep.ESCALATION, date(2026, 11, 25))


def test_an_escalation_without_effect_is_followed_by_another():
    step = after(chased(date(2026, 11, 23)), escalated(date(2026, 11, 25)))
    assert step == NextStep(ChaseStep.ESCALATION, date(2026, 11, 27))


def test_a_due_date_that_was_moved_back_begins_the_ladder_anew():
    moved = date(2026, 12, 4)
    step = after(chased(date(2026, 11, 23)), due_on=moved, today=date(2026, 11, 24))
    assert step == NextStep(ChaseStep.REMINDER, date(2026, 12, 2))


def test_without_a_due_date_the_officer_chooses_the_day_of_the_reminder():
    assert after(due_on=None) == NextStep(ChaseStep.REMINDER, None)


def test_without_a_due_date_each_step_follows_the_one_before():
    assert after(reminded(DUE), due_on=None) == NextStep(ChaseStep.CHASE, date(2026, 11, 23))
    assert after(chased(DUE), due_on=None) == NextStep(ChaseStep.ESCALATION, date(2026, 11, 24))


def test_a_queried_return_is_asked_about_on_any_day():
    step = after(chased(DUE), state=ReturnState.QUERIED)
    assert step == NextStep(ChaseStep.REMINDER, None)


def test_a_day_beyond_the_calendar_leaves_the_step_without_a_day():
    assert after(due_on=date(2090, 1, 3), today=TODAY) == NextStep(ChaseStep.REMINDER, None)


@pytest.mark.parametrize(
    ("day", "words", "is_due"),
    [
        (None, "when you think it is time", False),
        (TODAY, "suggested today", True),
        (date(2026, 11, 20), "suggested since Fri 20 Nov", True),
        (date(2026, 11, 25), "suggested from Wed 25 Nov 2026", False),
    ],
)
def test_a_step_says_when_it_is_due(day, words, is_due):
    step = NextStep(ChaseStep.CHASE, day)
    assert step.words(TODAY) == words
    assert step.is_due(TODAY) is is_due


def test_a_chase_needs_its_day_and_its_way():
    assert [one.message for one in check_chase(ChaseDraft(), today=TODAY)] == [
        "Sent on: give the day it was sent.",
        "Way of sending: choose how it was sent.",
    ]


def test_a_chase_cannot_be_sent_tomorrow():
    draft = ChaseDraft(made_on=TODAY + timedelta(days=1), route="E-mail")
    assert [one.field for one in check_chase(draft, today=TODAY)] == ["made_on"]


@given(
    st.lists(
        st.builds(
            TakenStep, st.sampled_from(ChaseStep), st.dates(date(2026, 1, 1), date(2026, 12, 31))
        ),
        max_size=5,
    ),
    st.dates(date(2026, 1, 1), date(2026, 12, 31)),
    st.dates(date(2026, 1, 1), date(2026, 12, 31)),
)
def test_before_the_due_day_is_over_nobody_is_escalated(taken, due_on, today):
    past = [one for one in taken if one.made_on <= today]
    step = next_step(ReturnState.ASKED, due_on, past, today=today, calendar=CALENDAR)
    assert step is not None
    if today <= due_on:
        assert step.step is not ChaseStep.ESCALATION
