from __future__ import annotations

from datetime import date

import pytest
from exact_dates import exactly

from sgdesk.config.calendars import working_calendar
from sgdesk.domain.case_dates import CaseDate
from sgdesk.domain.cases import CaseDraft
from sgdesk.domain.counting import Counting
from sgdesk.domain.dates import Precision, UncertainDate
from sgdesk.domain.deadlines import deadlines_of
from sgdesk.domain.facts import CaseFacts
from sgdesk.domain.local_reviews import LocalReviewDraft
from sgdesk.domain.publications import PublicationDraft
from sgdesk.domain.rapid_reviews import Decision, RapidReviewDraft
from sgdesk.domain.rule_packs import RULE_PACKS
from sgdesk.domain.rules import Phase
from sgdesk.domain.standings import Standing
from sgdesk.services.next_steps import STEPS, missing_data, next_step, timeline

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
         "rapid_review"),
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


def missing(draft=None, children=1, rapid=None, local=None, publication=None, **facts):
    dates = {CaseDate(name): day for name, day in facts.pop("dates", {}).items()}
    held = CaseFacts(dates=dates, **facts)
    case = draft or CaseDraft(incident=exactly(PAST))
    return missing_data(held, case, children, rapid, local, publication)


def test_missing_data_is_listed_in_the_order_a_meeting_asks():
    assert missing(CaseDraft(), children=0) == (
        "the children of the case",
        "the incident date, or that it is unknown",
        "aware date",
        "notified date",
    )
    told = {"aware": PAST, "notified": PAST}
    assert missing(dates=told) == ()
    assert len(missing(dates=told, rapid=RapidReviewDraft())) == 5
    assert missing(dates=told, decision=Decision.LOCAL_REVIEW) == (
        "the date of the decision to initiate the local review",
    )
    running = LocalReviewDraft(initiated_on=PAST)
    assert missing(dates=told, local=running) == (
        "the reviewer of the local review",
        "a forecast of publication",
    )
    published = {"published": PAST}
    assert missing(dates=published, publication=PublicationDraft()) == (
        "the summary for the public list",
    )
    unknown = CaseDraft(incident=UncertainDate(Precision.UNKNOWN))
    assert missing(unknown, dates=told) == ()


def test_the_timeline_tells_what_was_what_comes_and_what_does_not_apply():
    facts = CaseFacts(
        dates={CaseDate.AWARE: date(2026, 11, 6), CaseDate.NOTIFIED: PAST, CaseDate.DECIDED: PAST}
    )
    deadlines = deadlines_of(facts, calendar=CALENDAR, counting=Counting.DAY_AFTER, today=TODAY)
    steps = {item.label: item for item in timeline(UncertainDate(), facts, deadlines)}
    assert steps["Incident"].date_words == "Not recorded"
    assert steps["Notified"].standing is Standing.MET
    assert steps["Day 15"].day == date(2026, 12, 1)
    assert steps["Decision"].standing is Standing.MET
    assert steps["Six months"].date_words == "Not applicable"
    unaware = CaseFacts(dates={CaseDate.NOTIFIED: PAST})
    found = deadlines_of(unaware, calendar=CALENDAR, counting=Counting.DAY_AFTER, today=TODAY)
    notified = timeline(UncertainDate(), unaware, found)[2]
    assert (notified.standing, notified.note) == (Standing.MET, "")
    about = UncertainDate(Precision.APPROXIMATE, PAST)
    first = timeline(about, CaseFacts(), ())[0]
    assert (first.note, first.standing) == ("approximate", Standing.MET)
    published = CaseFacts(dates={CaseDate.PUBLISHED: PAST})
    found = deadlines_of(published, calendar=CALENDAR, counting=Counting.DAY_AFTER, today=TODAY)
    told = [(item.label, item.date_words) for item in timeline(about, published, found)]
    assert told[1:] == [
        ("Authority aware", "Not recorded"),
        ("Notified", "Not applicable"),
        ("Day 15", "Not applicable"),
        ("Decision", "Not recorded"),
        ("Published", "Tue 10 Nov 2026"),
    ]
    empty = timeline(UncertainDate(), CaseFacts(), ())
    assert [item.label for item in empty] == ["Incident", "Authority aware", "Notified"]
    assert {item.standing for item in empty} == {Standing.WAITING}
