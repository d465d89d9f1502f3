"""The timeline tells milestones in true order, and what held the review up."""

from __future__ import annotations

from datetime import date

from exact_dates import exactly

from sgdesk.config.calendars import working_calendar
from sgdesk.domain.case_dates import CaseDate
from sgdesk.domain.counting import Counting
from sgdesk.domain.dates import Precision, UncertainDate
from sgdesk.domain.deadlines import deadlines_of
from sgdesk.domain.delays import DelayDraft
from sgdesk.domain.facts import CaseFacts
from sgdesk.domain.partnerships import AgreedDate
from sgdesk.domain.rapid_reviews import Decision
from sgdesk.domain.standings import Standing
from sgdesk.services.timelines import spans, timeline

CALENDAR = working_calendar()
TODAY = date(2026, 11, 23)
PAST = date(2026, 11, 10)
INCIDENT = exactly(date(2026, 1, 5))
REVIEWED = {
    "aware": date(2026, 1, 6),
    "notified": date(2026, 1, 9),
    "rapid_review_sent": date(2026, 2, 3),
    "decided": date(2026, 1, 28),
    "initiated": date(2026, 2, 10),
}


def told(dates, incident=INCIDENT, **facts):
    held = CaseFacts(
        dates={CaseDate(name): day for name, day in dates.items()},
        **{"decision": Decision.LOCAL_REVIEW} | facts,
    )
    found = deadlines_of(held, calendar=CALENDAR, counting=Counting.DAY_AFTER, today=TODAY)
    return timeline(incident, held, found, today=TODAY)


def labels(steps):
    return [step.label for step in steps]


def test_milestones_stand_in_the_order_of_their_days():
    steps = told(REVIEWED)
    assert labels(steps) == [
        "Incident", "Authority aware", "Notified", "Decision", "Day 15", "Six months",
    ]  # fmt: skip
    days = [step.day for step in steps]
    assert days == sorted(days)
    fifteen = steps[4]
    assert fifteen.day == date(2026, 1, 30)
    assert fifteen.note == "Sent 3 Feb 2026: met 2 working days late"
    assert fifteen.standing is Standing.MET_LATE
    assert steps[5].day == date(2026, 8, 10)


def test_a_milestone_without_a_day_stays_behind_the_one_before_it():
    steps = told({"aware": date(2026, 1, 6), "decided": date(2026, 1, 28)})
    assert labels(steps)[:5] == ["Incident", "Authority aware", "Notified", "Day 15", "Decision"]
    waiting = told({"notified": date(2026, 1, 9)}, incident=UncertainDate())
    assert labels(waiting)[:2] == ["Incident", "Authority aware"]
    assert (waiting[0].standing, waiting[0].date_words) == (Standing.WAITING, "Not recorded")


def test_an_agreed_date_stands_beside_the_one_by_the_rule():
    agreed = {"LR-6M": AgreedDate(date(2026, 12, 7), "A trial", "The partners")}
    steps = {step.label: step for step in told(REVIEWED, agreed=agreed)}
    assert steps["Six months"].note == "by the rule"
    assert steps["Six months"].day == date(2026, 8, 10)
    assert steps["Agreed date"].day == date(2026, 12, 7)
    assert steps["Agreed date"].standing is Standing.ON_TRACK


def test_publication_is_planned_then_late_then_done():
    (*_, planned) = told(REVIEWED | {"planned_publication": date(2026, 12, 1)})
    assert (planned.label, planned.note, planned.standing) == (
        "Publication", "planned", Standing.ON_TRACK,
    )  # fmt: skip
    (*_, late) = told(REVIEWED | {"planned_publication": date(2026, 11, 20)})
    assert (late.note, late.standing) == ("planned, and not published yet", Standing.OVERDUE)
    steps = told(REVIEWED | {"published": date(2026, 7, 1)})
    assert labels(steps)[-2:] == ["Published", "Six months"]
    assert steps[-1].note == "Published 1 Jul 2026: met"


def test_a_review_from_the_public_list_has_no_days_between():
    about = UncertainDate(Precision.APPROXIMATE, PAST)
    steps = told({"published": PAST}, incident=about, decision=Decision.NOT_MADE)
    assert [(step.label, step.date_words) for step in steps[1:]] == [
        ("Authority aware", "Not recorded"),
        ("Notified", "Not applicable"),
        ("Day 15", "Not applicable"),
        ("Decision", "Not recorded"),
        ("Published", "Tue 10 Nov 2026"),
    ]
    assert (steps[0].note, steps[0].standing) == ("approximate", Standing.MET)


def test_what_does_not_apply_says_so():
    steps = {step.label: step for step in told(REVIEWED, decision=Decision.NOT_MADE)}
    assert steps["Notified"].standing is Standing.MET
    none = told({"aware": date(2026, 1, 6), "notified": PAST}, decision=Decision.NO_LOCAL_REVIEW)
    assert {step.label: step for step in none}["Six months"].date_words == "Not applicable"
    assert labels(timeline(UncertainDate(), CaseFacts(), (), today=TODAY)) == [
        "Incident", "Authority aware", "Notified",
    ]  # fmt: skip


def test_proceedings_are_spans_from_the_first_day_on():
    trial = DelayDraft("Criminal trial", started_on=date(2026, 3, 2), key_date_on=date(2027, 2, 18))
    inquest = DelayDraft(
        "Inquest",
        started_on=date(2026, 2, 1),
        ended_on=date(2026, 7, 23),
        key_date_on=date(2026, 7, 23),
    )
    found = spans([trial, DelayDraft("No day yet"), inquest], today=TODAY)
    assert [span.words for span in found] == [
        "Inquest: 1 Feb 2026 to 23 Jul 2026, date Thu 23 Jul 2026",
        "Criminal trial: since 2 Mar 2026, goes on, next date Thu 18 Feb 2027",
    ]
    assert [span.ended_on for span in found] == [date(2026, 7, 23), None]
