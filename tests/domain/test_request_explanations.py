"""Why a request to an agency is due on its day, in the words of screens and papers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sgdesk.config.calendars import working_calendar
from sgdesk.domain.agency_requests import AgencyRequestDraft
from sgdesk.domain.agency_states import due_of, fair_due
from sgdesk.domain.counting import Counting
from sgdesk.domain.day_counts import count_days
from sgdesk.domain.editions import Edition
from sgdesk.domain.explanations import DayMark, explain
from sgdesk.domain.letter_dates import request_reason
from sgdesk.domain.partnerships import AgreedDate
from sgdesk.domain.request_explanations import DueBasis, ReturnsDate, explain_request
from sgdesk.domain.rule_packs import RULE_PACKS

CALENDAR = working_calendar()
RULE = RULE_PACKS[Edition.WT2026]["RR-RETURN"]
NOTIFIED = date(2026, 11, 10)
ASKED_ON, DUE, LATER = date(2026, 11, 11), date(2026, 11, 24), date(2026, 12, 2)
ASKED = AgencyRequestDraft(agency_id=UUID(int=7), asked_on=ASKED_ON)
ADDED = replace(ASKED, asked_on=date(2026, 11, 19))
RETURNS = ReturnsDate(explain(RULE, NOTIFIED, CALENDAR, Counting.DAY_AFTER))
AGREED = replace(RETURNS, agreed=AgreedDate(LATER, "The police need longer", "The chair"))
NO_RULE = ReturnsDate(missing="This type of notification has no Rapid Review.")


def working(request=ASKED, returns=RETURNS, first=ASKED):
    return explain_request(request, returns, first, CALENDAR)


def reason(request=ASKED, returns=RETURNS, first=ASKED):
    return request_reason(request, working(request, returns, first), returns)


def test_a_return_by_the_rule_shows_the_working_of_the_rule():
    found = working()
    assert (found.basis, found.due_on, found.by_rule) == (DueBasis.RULE, DUE, DUE)
    assert found.short == "10 working days after the notified date, Tue 10 Nov 2026"
    assert found.sentence == (
        "Due Tue 24 Nov 2026 by the rule. Notified Tue 10 Nov 2026 (day 0). "
        "Day 10 = Tue 24 Nov 2026. Skipped: 4 weekend days."
    )
    assert found.days == RETURNS.rule.days


def test_a_date_agreed_for_all_returns_leaves_the_one_by_the_rule_in_view():
    found = working(returns=AGREED)
    assert (found.basis, found.due_on, found.by_rule) == (DueBasis.AGREED, LATER, DUE)
    assert found.short == "agreed for all returns; by the rule Tue 24 Nov 2026"
    assert found.sentence.startswith(
        "Due Wed 2 Dec 2026, agreed for all returns by The chair. "
        "Reason: The police need longer. By the rule it is Tue 24 Nov 2026. Notified"
    )


def test_a_date_may_be_agreed_where_the_rule_gives_none():
    returns = replace(NO_RULE, agreed=AgreedDate(LATER, "", "The chair"))
    found = working(returns=returns)
    assert (found.basis, found.by_rule, found.days) == (DueBasis.AGREED, None, ())
    assert found.short == "agreed for all returns; no date by the rule"
    assert (
        found.sentence
        == f"Due Wed 2 Dec 2026, agreed for all returns by The chair. {NO_RULE.missing}"
    )


def test_an_agency_that_was_added_late_sees_that_it_has_as_long_as_the_first():
    fair = replace(ADDED, due_on=fair_due(ADDED.asked_on, ASKED_ON, DUE, CALENDAR))
    found = working(fair)
    assert (found.basis, found.due_on) == (DueBasis.FAIR, LATER)
    assert found.short == (
        "9 working days after it was asked Thu 19 Nov 2026; by the rule Tue 24 Nov 2026"
    )
    assert found.sentence == (
        "Due Wed 2 Dec 2026. It was added late and gets as many working days as those asked "
        "first. Asked Thu 19 Nov 2026 (day 0). Day 9 = Wed 2 Dec 2026. "
        "Skipped: 4 weekend days. By the rule all returns are due Tue 24 Nov 2026."
    )
    assert (found.days[0].mark, found.days[-1].mark) == (DayMark.TRIGGER, DayMark.DUE)


def test_a_date_of_its_own_is_counted_from_the_day_it_was_asked_and_gives_its_reason():
    own = replace(ASKED, due_on=date(2026, 11, 20), due_reason="Their\nboard meets then")
    found = working(own)
    assert found.basis is DueBasis.OWN
    assert found.short == (
        "7 working days after it was asked Wed 11 Nov 2026; by the rule Tue 24 Nov 2026"
    )
    assert "a date set for this request alone." in found.sentence
    assert "Reason: Their board meets then. By the rule all returns" in found.sentence


@pytest.mark.parametrize(
    "due_on", [ASKED_ON, date(2026, 11, 21), date(1890, 1, 1), date(2200, 1, 3)]
)
def test_a_date_that_cannot_be_counted_to_is_told_as_it_is(due_on):
    found = working(replace(ASKED, due_on=due_on))
    assert found.short == "a date of its own; by the rule Tue 24 Nov 2026"
    assert "day 0" not in found.sentence
    assert (found.days, found.count) == ((), None)


def test_a_request_that_was_not_asked_yet_counts_from_nothing():
    own = replace(ASKED, asked_on=None, due_on=LATER)
    assert working(own).short == "a date of its own; by the rule Tue 24 Nov 2026"
    assert reason(own) == "This date was set for this request alone."


def test_an_own_date_that_is_the_date_by_the_rule_does_not_repeat_it():
    assert "by the rule" not in working(replace(ASKED, due_on=DUE)).short


def test_what_no_rule_dates_is_counted_without_one():
    chronology = replace(ASKED, purpose="Chronology")
    assert (
        working(chronology).sentence == "No rule gives a date for this, and it has none of its own."
    )
    assert working(replace(chronology, due_on=LATER)).short == (
        "15 working days after it was asked Wed 11 Nov 2026"
    )


def test_a_request_without_a_date_says_what_is_missing():
    found = working(returns=NO_RULE)
    assert (found.basis, found.due_on, found.short) == (DueBasis.NONE, None, "")
    assert found.sentence == f"{NO_RULE.missing} It has no date of its own either."
    taken_back = replace(ASKED, not_needed_reason="Asked by mistake")
    assert working(taken_back).sentence == (
        "The request is not needed any more, so it has no due date."
    )
    assert reason(taken_back) == ""


@pytest.mark.parametrize("first", [None, replace(ASKED, asked_on=None), ADDED])
def test_nobody_is_late_added_without_somebody_asked_before(first):
    own = replace(ADDED, due_on=LATER)
    assert working(own, first=first).basis is DueBasis.OWN


def test_the_first_without_a_date_sets_nothing_that_is_fair():
    assert working(replace(ADDED, due_on=LATER), NO_RULE).basis is DueBasis.OWN
    far = replace(ASKED, due_on=date(2200, 1, 3))
    assert working(replace(ADDED, due_on=LATER), first=far).basis is DueBasis.OWN


def test_a_letter_says_in_one_sentence_how_the_rule_counts():
    assert reason() == (
        "It is working day 10 from the notified date, 10 November 2026: the day after it is "
        "day 1, and weekends and bank holidays do not count."
    )


def test_a_letter_names_the_bank_holidays_that_fall_into_the_time():
    returns = ReturnsDate(explain(RULE, date(2026, 12, 21), CALENDAR, Counting.DAY_AFTER))
    assert (
        "bank holidays, here 25 December 2026 (Christmas Day), 28 December 2026 (Boxing Day"
        in reason(returns=returns)
    )
    easter = ReturnsDate(explain(RULE, date(2026, 5, 20), CALENDAR, Counting.DAY_AFTER))
    assert "bank holidays, here 25 May 2026 (Spring bank holiday), do not" in reason(returns=easter)


@pytest.mark.parametrize(
    ("counting", "words"),
    [
        (Counting.DEEMED_NEXT, "where it is no working day, the next working day is day 0"),
        (Counting.TRIGGER_IS_DAY_1, "that day itself is day 1"),
    ],
)
def test_a_letter_tells_the_counting_setting_in_force(counting, words):
    returns = ReturnsDate(explain(RULE, NOTIFIED, CALENDAR, counting))
    assert words in reason(returns=returns)


def test_a_letter_to_an_agency_that_was_added_late_counts_from_the_day_it_was_asked():
    fair = replace(ADDED, due_on=LATER)
    assert reason(fair) == (
        "That is 9 working days from the day we asked, 19 November 2026, as those asked first "
        "had: the day after it is day 1, and weekends and bank holidays do not count."
    )
    own = replace(ASKED, due_on=date(2026, 11, 20))
    assert reason(own).startswith("That is 7 working days from the day we asked, 11 November 2026:")


def test_a_letter_with_an_agreed_date_says_whose_it_is_and_what_the_rule_gave():
    words = reason(returns=AGREED)
    assert words.startswith(
        "This date was agreed by the chair for all returns, in place of 24 November 2026. "
        "That was working day 10"
    )
    bare = replace(NO_RULE, agreed=AgreedDate(LATER, "", "The chair"))
    assert reason(returns=bare) == "This date was agreed by the chair for all returns."


days = st.dates(date(2015, 1, 1), date(2040, 6, 30))


@given(days, st.integers(0, 120))
def test_a_count_skips_as_many_days_as_lie_between_calendar_and_working_days(start, apart):
    end = start + timedelta(days=apart)
    count = count_days(start, end, CALENDAR)
    if count is None:
        assert apart == 0 or not CALENDAR.is_working_day(end)
        return
    assert CALENDAR.add_working_days(start, count.working_days) == end
    assert apart - len(count.skipped) == count.working_days
    numbers = [day.number for day in count.days if day.number is not None]
    assert numbers == list(range(count.working_days + 1)) or not count.days


@given(days, st.integers(1, 40), st.integers(1, 40))
def test_whatever_is_asked_the_working_ends_on_the_day_that_lists_show(notified, later, own):
    asked_on = notified + timedelta(days=later)
    returns = ReturnsDate(explain(RULE, notified, CALENDAR, Counting.DAY_AFTER))
    for due_on in (None, asked_on + timedelta(days=own)):
        request = replace(ASKED, asked_on=asked_on, due_on=due_on)
        found = explain_request(request, returns, replace(ASKED, asked_on=notified), CALENDAR)
        assert found.due_on == due_of(request, rule_due=returns.due_on)
        assert not found.days or found.days[-1].day == found.due_on
        assert request_reason(request, found, returns)
