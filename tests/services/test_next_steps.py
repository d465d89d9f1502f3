from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from sgdesk.config.calendars import working_calendar
from sgdesk.domain.case_dates import CaseDate
from sgdesk.domain.counting import Counting
from sgdesk.domain.deadlines import deadlines_of
from sgdesk.domain.facts import CaseFacts
from sgdesk.domain.rapid_reviews import Decision, PanelView
from sgdesk.domain.rule_packs import RULE_PACKS
from sgdesk.domain.rules import Phase
from sgdesk.records.family import FamilyStep, NoContact
from sgdesk.services.next_steps import STEPS, next_step, next_steps

CALENDAR = working_calendar()
TODAY = date(2026, 11, 23)
PAST = date(2026, 11, 10)


def step(briefings=0, **values):
    dates = {CaseDate(name): day for name, day in values.pop("dates", {}).items()}
    facts = CaseFacts(dates=dates, **values)
    deadlines = deadlines_of(facts, calendar=CALENDAR, counting=Counting.DAY_AFTER, today=TODAY)
    return next_step(facts, deadlines, briefings=briefings)


def test_every_rule_of_a_case_has_its_step():
    rules = [rule for pack in RULE_PACKS.values() for rule in pack.values()]
    codes = {rule.code for rule in rules if rule.phase not in (Phase.PARTNERSHIP, Phase.ACTION)}
    assert set(STEPS) == codes


@pytest.mark.parametrize(
    ("facts", "words", "dialog"),
    [
        ({}, "Record the aware date", "case"),
        ({"dates": {"aware": PAST}}, "Notify the Panel", "notification"),
        ({"dates": {"notified": PAST, "rapid_review_sent": PAST}}, "Record the decision",
         "rapid_review:decision"),
        ({"dates": {"notified": PAST, "aware": PAST, "partners_told": PAST,
          "rapid_review_sent": PAST, "panel_replied": PAST, "decided": PAST},
          "decision": Decision.NO_LOCAL_REVIEW, "panel_view": PanelView.DISAGREES},
         "Reconsider the decision", "rapid_review:panel"),
        ({"dates": {"notified": PAST, "aware": PAST, "partners_told": PAST,
          "rapid_review_sent": PAST, "panel_replied": PAST, "decided": PAST},
          "decision": Decision.LOCAL_REVIEW, "panel_view": PanelView.NATIONAL_REVIEW},
         "Reconsider the decision", "rapid_review:panel"),
        ({"dates": {"notified": PAST, "aware": PAST, "partners_told": PAST,
          "rapid_review_sent": PAST, "panel_replied": PAST, "decided": PAST},
          "decision": Decision.NATIONAL_REVIEW, "panel_view": PanelView.NATIONAL_REVIEW},
         "Nothing is due", ""),
        ({"dates": {"notified": PAST, "aware": PAST, "partners_told": PAST,
          "rapid_review_sent": PAST, "panel_replied": PAST, "decided": PAST},
          "decision": Decision.NO_LOCAL_REVIEW, "panel_view": PanelView.ASKS_MORE},
         "Answer the Panel", "rapid_review:panel"),
        ({"dates": {"aware": PAST, "partners_told": PAST, "rapid_review_sent": PAST},
          "decision": Decision.LOCAL_REVIEW, "panel_view": PanelView.DISAGREES,
          "is_closed": True}, "Nothing is due", ""),
        ({"decision": Decision.LOCAL_REVIEW, "dates": {"rapid_review_sent": PAST,
          "panel_replied": PAST, "notified": PAST, "aware": PAST, "partners_told": PAST}},
         "Record the date of the decision to initiate", "local_review"),
        ({"dates": {"published": PAST}}, "Write the learning briefing", "briefing"),
        ({"dates": {"published": date(2022, 1, 5)}, "briefings": 1},
         "Move the review to the archive", "publication"),
        ({"is_closed": True}, "Nothing is due", ""),
        ({"dates": {"published": date(2022, 1, 5), "archived": PAST, "deposited": PAST}},
         "Nothing is due", ""),
    ],
)  # fmt: skip
def test_the_next_step_is_what_presses_most(facts, words, dialog):
    found = step(**facts)
    assert (found.words, found.dialog) == (words, dialog)
    assert found.reason
    assert bool(found.button) == bool(dialog)


def test_a_task_gives_its_standing_as_the_reason():
    dates = {"published": date(2025, 1, 6), "archived": PAST}
    assert step(dates=dates, briefings=1).reason == "To do, no day is set."


def steps_of(**values):
    dates = {CaseDate(name): day for name, day in values.pop("dates", {}).items()}
    facts = CaseFacts(dates=dates, **values)
    deadlines = deadlines_of(facts, calendar=CALENDAR, counting=Counting.DAY_AFTER, today=TODAY)
    return next_steps(facts, deadlines, briefings=0)


def test_up_to_three_steps_are_told_in_order_each_once_and_with_its_rule():
    told = steps_of(dates={"aware": PAST, "notified": PAST, "partners_told": PAST})
    assert len(told) == 3
    assert len({one.words for one in told}) == 3
    assert (
        told[0].words == step(dates={"aware": PAST, "notified": PAST, "partners_told": PAST}).words
    )
    assert told[0].rule == "Local practice: the same day as the notified date"
    assert all(one.dialog and one.button and one.reason for one in told)


def test_a_step_without_a_rule_comes_first_and_deadlines_follow():
    told = steps_of(dates={"published": PAST})
    assert (told[0].words, told[0].rule) == ("Write the learning briefing", "")
    assert len(told) > 1
    waiting = steps_of()
    assert waiting[0].words == "Record the aware date"
    assert waiting[0].rule.startswith("Duty: ")


def test_of_the_dates_that_are_missing_the_first_alone_is_asked_for():
    assert [one.words for one in steps_of()] == ["Record the aware date"]
    told = [one.words for one in steps_of(dates={"aware": PAST})]
    assert told[-1] == "Record the notified date"
    assert sum(words.startswith("Record the") for words in told) == 1


def test_what_is_half_a_year_away_or_asks_for_nothing_is_no_step_yet():
    published = {"published": PAST, "deposited": PAST}
    told = [one.words for one in steps_of(dates=published)]
    assert told == ["Write the learning briefing"]


def test_where_nothing_is_due_there_is_no_step():
    assert steps_of(is_closed=True) == ()


NOBODY_TOLD = FamilyStep(
    is_untold=True,
    held_by=NoContact(uuid4(), "Mother", None, date(2026, 12, 4), "A trial is listed."),
)
HELD = (
    "Telling the family of the date waits. "
    "Do not contact the mother until Fri 4 Dec 2026: A trial is listed."
)


@pytest.mark.parametrize(
    "dates",
    [
        {"planned_publication": date(2026, 12, 14)},
        {"aware": PAST, "notified": PAST},
        {},
    ],
)
def test_whatever_is_offered_on_a_day_of_no_contact_says_that_telling_waits(dates):
    facts = CaseFacts(
        dates={CaseDate(name): day for name, day in {**dates, "copy_sent": PAST}.items()}
    )
    deadlines = deadlines_of(facts, calendar=CALENDAR, counting=Counting.DAY_AFTER, today=TODAY)
    offered = next_step(facts, deadlines, briefings=1, family=NOBODY_TOLD)
    assert "family" not in offered.words
    assert offered.reason.endswith(HELD)
    nothing = next_step(facts, (), briefings=1, family=NOBODY_TOLD)
    assert (nothing.words, nothing.reason) == ("Nothing is due", HELD)
    freed = next_step(facts, deadlines, briefings=1, family=FamilyStep(is_untold=True))
    assert freed.words == "Tell the family of the publication date"


def test_a_case_that_is_over_tells_no_family():
    facts = CaseFacts(dates={CaseDate.COPY_SENT: PAST}, is_closed=True)
    assert next_step(facts, (), briefings=1, family=NOBODY_TOLD).words == "Nothing is due"
