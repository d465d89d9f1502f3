"""Why actions are due when they are, and why letters name other days than those of requests."""

from __future__ import annotations

from datetime import date

import pytest

from sgdesk.config.calendars import working_calendar
from sgdesk.domain.action_explanations import ActionDays, action_sentence
from sgdesk.domain.counting import Counting
from sgdesk.domain.editions import Edition
from sgdesk.domain.explanations import explain
from sgdesk.domain.letter_dates import days_reason, rule_reason, six_months_reason
from sgdesk.domain.rule_packs import RULE_PACKS

CALENDAR = working_calendar()
RULES = RULE_PACKS[Edition.WT2026]
SET, DUE, MOVED = date(2026, 11, 3), date(2026, 12, 1), date(2027, 1, 29)


def sentence(*days, **more):
    return action_sentence(ActionDays(*days, **more), CALENDAR)


def why(code, trigger_on):
    return rule_reason(explain(RULES[code], trigger_on, CALENDAR, Counting.DAY_AFTER))


def test_an_action_says_who_set_its_date_and_how_far_off_it_was():
    assert sentence(SET, DUE, None) == (
        "No rule counts this date: it was set with the action. "
        "Set Tue 3 Nov 2026, due Tue 1 Dec 2026, 20 working days later."
    )


def test_a_date_on_a_day_off_is_told_without_a_count():
    assert sentence(SET, date(2026, 12, 5), None).endswith("due Sat 5 Dec 2026.")
    assert sentence(None, DUE, None).endswith("The day it was set is not recorded.")


def test_a_date_that_was_moved_keeps_the_first_in_view():
    words = sentence(SET, DUE, MOVED, "the board", "The trainer\nwas ill")
    assert words.endswith(
        "Moved to Fri 29 Jan 2027, agreed by the board. Reason: The trainer was ill. "
        "The first date stays in view."
    )


def test_a_date_that_came_later_moves_nothing():
    assert sentence(SET, None, MOVED, "", "Agreed at last.").endswith(
        "Set later to Fri 29 Jan 2027. Reason: Agreed at last."
    )
    assert "Reason" not in sentence(SET, DUE, MOVED)


def test_an_action_without_a_date_says_the_way_to_one():
    assert sentence(SET, None, None).startswith("No due date was set. Edit the action")


@pytest.mark.parametrize(
    ("code", "trigger", "words"),
    [
        (
            "PUB-7",
            date(2026, 12, 8),
            "That is 7 working days before the planned publication date, 8 December 2026;",
        ),
        ("LR-6M", SET, "That is 6 months after the date of the decision to initiate, "),
        ("PUB-1Y", SET, "That is 1 year after the"),
        ("RR-COPY", SET, ""),
        ("LR-DELAY", SET, ""),
    ],
)
def test_a_letter_tells_the_working_of_any_rule(code, trigger, words):
    found = why(code, trigger)
    assert found.startswith(words) if words else found == ""


def test_nothing_is_told_of_a_date_that_is_not_there():
    assert rule_reason(None) == ""


def test_days_that_the_program_chose_are_told_as_well():
    end = CALENDAR.add_working_days(date(2026, 11, 23), 10)
    words = days_reason(date(2026, 11, 23), 10, CALENDAR.skipped(date(2026, 11, 23), end))
    assert words == (
        "That is 10 working days from 23 November 2026: the day after it is day 1, and "
        "weekends and bank holidays do not count."
    )
    assert six_months_reason(SET) == "That is six months after the decision on 3 November 2026."
