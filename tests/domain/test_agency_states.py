"""When requests to agencies are due, and how they stand each day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sgdesk.config.calendars import working_calendar
from sgdesk.domain.agency_requests import (
    OUTSTANDING_STATES,
    STATE_LETTERS,
    STATE_WORDS,
    AgencyRequestDraft,
    AgencyReturnDraft,
    ReturnState,
)
from sgdesk.domain.agency_states import (
    due_of,
    fair_due,
    outstanding_words,
    stands_now,
    state_of,
)
from sgdesk.domain.standings import Standing

CALENDAR = working_calendar()
TODAY = date(2026, 11, 23)
ASKED_ON, DUE = date(2026, 11, 3), date(2026, 11, 17)
LATER = date(2026, 11, 30)
ASKED = AgencyRequestDraft(agency_id=UUID(int=7), asked_on=ASKED_ON)
NOTHING = AgencyReturnDraft()
IN_TIME = AgencyReturnDraft(received_on=date(2026, 11, 12))
LATE = AgencyReturnDraft(received_on=date(2026, 11, 19))
days = st.dates(date(2015, 1, 1), date(2040, 12, 31))
maybe = st.none() | days


def now(request=ASKED, returned=NOTHING, due_on=LATER, today=TODAY):
    return stands_now(request, returned, due_on=due_on, today=today, calendar=CALENDAR)


def test_a_date_of_its_own_outweighs_the_rule():
    own = replace(ASKED, due_on=LATER, due_reason="Added late")
    assert due_of(ASKED, rule_due=DUE) == DUE
    assert due_of(own, rule_due=DUE) == LATER
    assert due_of(ASKED, rule_due=None) is None


def test_the_rule_speaks_of_returns_for_the_rapid_review_alone():
    chronology = replace(ASKED, purpose="Chronology")
    assert due_of(chronology, rule_due=DUE) is None
    assert due_of(replace(chronology, due_on=LATER), rule_due=DUE) == LATER


def test_a_request_that_was_taken_back_is_due_on_no_day():
    back = replace(ASKED, due_on=LATER, not_needed_reason="Never knew the family")
    assert due_of(back, rule_due=DUE) is None


def test_agencies_added_late_get_the_days_that_the_first_had():
    # Tue 3 to Tue 17 Nov 2026 are ten working days; so are Thu 12 to Thu 26 Nov.
    assert fair_due(date(2026, 11, 12), ASKED_ON, DUE, CALENDAR) == date(2026, 11, 26)
    assert fair_due(ASKED_ON, ASKED_ON, DUE, CALENDAR) == DUE
    assert fair_due(date(2026, 11, 2), ASKED_ON, DUE, CALENDAR) == DUE


def test_a_bank_holiday_is_not_taken_from_an_agency_added_late():
    # Christmas Day and Monday 28 December lie within these days.
    assert fair_due(date(2026, 12, 18), ASKED_ON, DUE, CALENDAR) == date(2027, 1, 6)


def test_the_day_after_is_fair_where_the_first_had_no_day_at_all():
    assert fair_due(date(2026, 11, 20), DUE, DUE, CALENDAR) == date(2026, 11, 23)
    assert fair_due(date(2026, 11, 20), DUE, ASKED_ON, CALENDAR) == date(2026, 11, 23)


@given(first=days, span=st.integers(0, 60), wait=st.integers(0, 60))
def test_no_agency_has_fewer_working_days_than_the_first(first, span, wait):
    due = first + timedelta(days=span)
    asked = first + timedelta(days=wait)
    fair = fair_due(asked, first, due, CALENDAR)
    assert fair >= due
    assert CALENDAR.working_days_between(asked, fair) >= (
        CALENDAR.working_days_between(first, due) if asked > first else 0
    )
    if asked > first and fair > due:
        had = max(CALENDAR.working_days_between(first, due), 1)
        assert CALENDAR.working_days_between(asked, fair) == had
        assert CALENDAR.is_working_day(fair)


@given(first=days, span=st.integers(0, 60), waits=st.tuples(st.integers(0, 60), st.integers(0, 60)))
def test_who_is_asked_later_is_never_due_earlier(first, span, waits):
    due = first + timedelta(days=span)
    sooner, later = (first + timedelta(days=wait) for wait in sorted(waits))
    assert fair_due(sooner, first, due, CALENDAR) <= fair_due(later, first, due, CALENDAR)


QUERIED = replace(ASKED, queried_on=date(2026, 11, 20), query="Which school?")


@pytest.mark.parametrize(
    ("request_", "returned", "due_on", "expected"),
    [
        (AgencyRequestDraft(), NOTHING, None, ReturnState.NOT_ASKED),
        (ASKED, NOTHING, LATER, ReturnState.ASKED),
        (ASKED, NOTHING, None, ReturnState.ASKED),
        (ASKED, NOTHING, TODAY, ReturnState.ASKED),
        (ASKED, NOTHING, DUE, ReturnState.OVERDUE),
        (replace(ASKED, acknowledged_on=ASKED_ON), NOTHING, LATER, ReturnState.ACKNOWLEDGED),
        (replace(ASKED, acknowledged_on=ASKED_ON), NOTHING, DUE, ReturnState.OVERDUE),
        (replace(ASKED, promised_on=LATER), NOTHING, LATER, ReturnState.PROMISED),
        (replace(ASKED, promised_on=LATER), NOTHING, DUE, ReturnState.OVERDUE),
        (replace(ASKED, due_on=LATER), NOTHING, LATER, ReturnState.OWN_DATE),
        (
            replace(ASKED, due_on=LATER, acknowledged_on=ASKED_ON),
            NOTHING,
            LATER,
            ReturnState.ACKNOWLEDGED,
        ),
        (
            replace(ASKED, acknowledged_on=ASKED_ON, promised_on=LATER),
            NOTHING,
            LATER,
            ReturnState.PROMISED,
        ),
        (replace(ASKED, due_on=DUE), NOTHING, DUE, ReturnState.OVERDUE),
        (ASKED, IN_TIME, DUE, ReturnState.RECEIVED),
        (ASKED, replace(IN_TIME, received_on=DUE), DUE, ReturnState.RECEIVED),
        (ASKED, LATE, DUE, ReturnState.RECEIVED_LATE),
        (ASKED, LATE, None, ReturnState.RECEIVED),
        (ASKED, replace(LATE, is_nil=True), DUE, ReturnState.NIL),
        (QUERIED, LATE, DUE, ReturnState.QUERIED),
        (QUERIED, replace(IN_TIME, is_nil=True), DUE, ReturnState.QUERIED),
        (replace(QUERIED, answered_on=TODAY), LATE, DUE, ReturnState.RECEIVED_LATE),
        (replace(ASKED, not_needed_reason="Merged"), LATE, None, ReturnState.NOT_NEEDED),
        (AgencyRequestDraft(), IN_TIME, DUE, ReturnState.RECEIVED),
    ],
)
def test_of_several_states_the_one_that_helps_most_is_shown(request_, returned, due_on, expected):
    assert state_of(request_, returned, due_on=due_on, today=TODAY) is expected


drafts = st.builds(
    AgencyRequestDraft,
    asked_on=maybe,
    due_on=maybe,
    acknowledged_on=maybe,
    promised_on=maybe,
    queried_on=maybe,
    answered_on=maybe,
    not_needed_reason=st.sampled_from(["", "Merged"]),
)
returns = st.builds(AgencyReturnDraft, received_on=maybe, is_nil=st.booleans())


@given(request=drafts, returned=returns, rule_due=maybe, today=days)
def test_states_and_dates_fit_together_whatever_was_typed(request, returned, rule_due, today):
    due_on = due_of(request, rule_due=rule_due)
    found = now(request, returned, due_on, today)
    if found.state is ReturnState.OVERDUE:
        assert found.standing is Standing.OVERDUE
        assert due_on < today
    is_unanswered = request.queried_on is not None and request.answered_on is None
    is_out = returned.received_on is None or is_unanswered
    is_void = bool(request.not_needed_reason)
    is_unasked = request.asked_on is None and returned.received_on is None
    assert (found.state in OUTSTANDING_STATES) == (is_out and not is_void and not is_unasked)
    assert found.days >= 0
    assert found.words


def test_each_state_has_its_letter_and_words():
    assert set(STATE_WORDS) == set(STATE_LETTERS) == set(ReturnState)
    boxed = [STATE_LETTERS[one] for one in ReturnState if STATE_LETTERS[one] != "·"]
    assert len(boxed) == len(set(boxed)) == 9


def test_the_words_say_how_late_it_is_in_working_days():
    assert now(due_on=DUE).words == "Overdue by 4 working days"
    assert now(due_on=date(2026, 11, 20)).words == "Overdue by 1 working day"
    assert now(returned=LATE, due_on=DUE).words == "Received 2 working days late"
    nil = replace(LATE, is_nil=True)
    assert now(returned=nil, due_on=DUE).words == "Nil return, 2 working days late"
    assert now(returned=replace(IN_TIME, is_nil=True), due_on=DUE).words == "Nil return"


def test_days_without_a_working_day_between_are_late_without_a_number():
    saturday, sunday = date(2026, 11, 21), date(2026, 11, 22)
    assert now(due_on=saturday, today=sunday).words == "Overdue"
    came = AgencyReturnDraft(received_on=sunday)
    assert now(returned=came, due_on=saturday).words == "Received late"
    assert now(returned=replace(came, is_nil=True), due_on=saturday).words == "Nil return, late"


def test_the_words_name_the_promised_day_and_whether_it_was_kept():
    promised = replace(ASKED, promised_on=LATER)
    assert now(promised).words == "Promised for Mon 30 Nov"
    broken = replace(ASKED, promised_on=date(2026, 11, 20))
    assert now(broken).words == "Promised for Fri 20 Nov, not kept"


def test_a_query_names_its_day_and_other_states_their_own_words():
    assert now(QUERIED, IN_TIME).words == "Queried on Fri 20 Nov"
    assert now().words == "Asked"
    assert now(replace(ASKED, not_needed_reason="Merged"), due_on=None).words == "Not needed"


@pytest.mark.parametrize(
    ("request_", "returned", "due_on", "expected"),
    [
        (ASKED, NOTHING, date(2026, 12, 15), (Standing.ON_TRACK, 16)),
        (ASKED, NOTHING, LATER, (Standing.DUE_SOON, 5)),
        (ASKED, NOTHING, TODAY, (Standing.DUE_TODAY, 0)),
        (ASKED, NOTHING, None, (Standing.ON_TRACK, 0)),
        (ASKED, IN_TIME, DUE, (Standing.MET, 0)),
        (ASKED, LATE, None, (Standing.MET, 0)),
        (ASKED, LATE, DUE, (Standing.MET_LATE, 2)),
        (QUERIED, IN_TIME, DUE, (Standing.WAITING, 0)),
        (AgencyRequestDraft(), NOTHING, DUE, (Standing.WAITING, 0)),
        (replace(ASKED, not_needed_reason="x"), NOTHING, None, (Standing.NOT_APPLICABLE, 0)),
    ],
)
def test_a_request_stands_as_a_deadline_would(request_, returned, due_on, expected):
    found = now(request_, returned, due_on)
    assert (found.standing, found.days) == expected


def test_a_mistyped_year_makes_no_list_unreadable():
    assert now(due_on=date(1800, 1, 1)).words == "Overdue"
    far = AgencyReturnDraft(received_on=date(2300, 1, 1))
    assert now(returned=far, due_on=DUE).standing is Standing.MET_LATE


def test_the_count_says_what_is_out_overdue_and_queried():
    states = [ReturnState.RECEIVED, ReturnState.OVERDUE, ReturnState.ASKED, ReturnState.QUERIED]
    words = outstanding_words([*states, ReturnState.NOT_ASKED, ReturnState.NOT_NEEDED])
    assert words == "3 of 4 outstanding, 1 overdue, 1 queried"
    assert outstanding_words([ReturnState.NIL, ReturnState.RECEIVED]) == "All 2 in"
    assert outstanding_words([ReturnState.NIL], has_total=False) == "all in"
    assert outstanding_words(states, has_total=False) == "3 outstanding, 1 overdue, 1 queried"
    assert outstanding_words([ReturnState.NOT_ASKED]) == ""
