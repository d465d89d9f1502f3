"""The practice register's content: sound on every day, and never stale."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest

from sgdesk.config.calendars import working_calendar
from sgdesk.domain.agency_checks import check_agency_return
from sgdesk.domain.agency_names import check_agency_contact, check_former_name
from sgdesk.domain.attachments import AttachmentDraft, check_attachment
from sgdesk.domain.briefings import check_briefing
from sgdesk.domain.case_dates import CaseDate
from sgdesk.domain.cases import check_case
from sgdesk.domain.counting import Counting
from sgdesk.domain.dates import Precision
from sgdesk.domain.deadlines import Deadline, day_now, deadlines_of
from sgdesk.domain.delays import DelayDraft
from sgdesk.domain.facts import CaseFacts, Pause
from sgdesk.domain.local_reviews import LocalReviewDraft, check_local_review
from sgdesk.domain.notifications import NotificationDraft, NotificationOutcome, check_notification
from sgdesk.domain.partnerships import (
    AgencyContactDraft,
    check_agency,
    check_agreed_date,
    check_partnership,
)
from sgdesk.domain.people import AgeUnit, ChildRole, age_at_incident, check_child
from sgdesk.domain.publication_checks import check_publication
from sgdesk.domain.publications import PublicationDraft
from sgdesk.domain.rapid_reviews import RapidReviewDraft, check_rapid_review
from sgdesk.domain.references import reference_key
from sgdesk.domain.review_parts import MonitoringDraft
from sgdesk.domain.stages import Stage, stage_of
from sgdesk.domain.standings import Standing
from sgdesk.imports.practice import load_practice
from sgdesk.services.entry_kinds import ENTRY_KINDS

if TYPE_CHECKING:
    from sgdesk.errors import Problem
    from sgdesk.records.practice import PracticeCase, PracticeContent, PracticeEntry

CALENDAR = working_calendar()
DAYS = [date(2027, 6, 1) + timedelta(days=n) for n in range(430)]
"""Every day of a year and more, 29 February 2028 among them."""
WORKING_DAY = date(2026, 11, 23)
SOON = {Standing.DUE_TODAY, Standing.DUE_SOON}


@pytest.fixture(scope="module")
def contents() -> dict[date, PracticeContent]:
    return {today: load_practice(today, CALENDAR) for today in DAYS}


@pytest.fixture(scope="module")
def content() -> PracticeContent:
    return load_practice(WORKING_DAY, CALENDAR)


def facts_of(case: PracticeCase) -> CaseFacts:
    notification = case.notification or NotificationDraft()
    rapid = case.rapid_review or RapidReviewDraft()
    local = case.local_review or LocalReviewDraft()
    publication = case.publication or PublicationDraft()
    dates = {
        CaseDate.AWARE: case.case.aware_on,
        CaseDate.NOTIFIED: notification.notified_on,
        CaseDate.PARTNERS_TOLD: notification.partners_told_on,
        CaseDate.COPY_RECEIVED: notification.copy_received_on,
        CaseDate.FIRST_REQUEST: rapid.first_request_on,
        CaseDate.LAST_RETURN: rapid.last_return_on,
        CaseDate.MEETING: rapid.meeting_on,
        CaseDate.SIGNED_OFF: rapid.signed_off_on,
        CaseDate.RAPID_REVIEW_SENT: rapid.sent_on,
        CaseDate.PANEL_REPLIED: rapid.panel_replied_on,
        CaseDate.DECIDED: rapid.decided_on,
        CaseDate.DECISION_TOLD: local.decision_told_on,
        CaseDate.INITIATED: local.initiated_on,
        CaseDate.LAST_MONITORED: max(
            (one.monitored_on for one in told(case, MonitoringDraft) if one.monitored_on),
            default=None,
        ),
        CaseDate.FORECAST: local.forecast_on,
        CaseDate.DELAY_TOLD: max(
            (one.told_on for one in told(case, DelayDraft) if one.told_on), default=None
        ),
        CaseDate.PLANNED_PUBLICATION: publication.planned_on,
        CaseDate.COPY_SENT: publication.copy_sent_on,
    }
    return CaseFacts(
        dates={name: day for name, day in dates.items() if day is not None},
        kind=case.notification and case.notification.kind,
        decision=rapid.decision,
        is_withdrawn=notification.outcome is not NotificationOutcome.STANDS,
        pauses={
            code: Pause(one.kind, one.next_check_on)
            for one in told(case, DelayDraft)
            for code in one.pauses
            if one.ended_on is None
        },
        agreed=case.agreed_dates,
    )


def told(case: PracticeCase, kind: type[Any]) -> list[Any]:
    """The entries of one kind that a case has."""
    return [entry.draft for entry in case.entries if isinstance(entry.draft, kind)]


def entry_problems(entry: PracticeEntry, today: date) -> list[Problem]:
    """Return what is wrong with a row; what it is linked to is taken for granted."""
    draft: Any = entry.draft
    if isinstance(draft, AttachmentDraft):
        return check_attachment(draft)
    linked = replace(draft, **dict.fromkeys(entry.links, UUID(int=1)))
    found = ENTRY_KINDS[type(linked)].check(linked, today=today)
    if entry.returned:
        found += check_agency_return(entry.returned, today=today, asked_on=draft.asked_on)
    return found


def problems_of(case: PracticeCase, today: date) -> list[Problem]:
    notification = case.notification or NotificationDraft()
    notified_on = notification.notified_on
    found = check_case(case.case, today=today)
    for child in case.children:
        found += check_child(child, today=today)
    found += check_notification(notification, aware_on=case.case.aware_on, today=today)
    if case.rapid_review:
        due_on = CALENDAR.add_working_days(notified_on, 15) if notified_on else None
        found += check_rapid_review(
            case.rapid_review, notified_on=notified_on, due_on=due_on, today=today
        )
    if case.local_review:
        found += check_local_review(case.local_review, today=today)
    if case.publication:
        found += check_publication(case.publication, today=today)
    for entry in case.entries:
        found += entry_problems(entry, today)
    for agreed in case.agreed_dates.values():
        found += check_agreed_date(agreed)
    return found


def deadlines_on(content: PracticeContent, today: date) -> dict[tuple[str, str], Deadline]:
    """Return every deadline by the case's description and the rule's code."""
    return {
        (case.case.title, deadline.rule.code): deadline
        for case in content.cases
        for deadline in deadlines_of(
            facts_of(case), calendar=CALENDAR, counting=Counting.DAY_AFTER, today=today
        )
    }


def test_every_draft_is_sound_on_every_day(contents):
    for today, content in contents.items():
        found = [problem for case in content.cases for problem in problems_of(case, today)]
        assert found == [], today
        assert check_partnership(content.partnership, today=today) == []


def test_contacts_and_former_names_are_sound_on_every_day(contents):
    for today, content in contents.items():
        names = {agency.name for agency in content.agencies}
        for part in content.directory:
            assert part.agency in names
            if isinstance(part.draft, AgencyContactDraft):
                assert check_agency_contact(part.draft, today=today) == []
            else:
                found = check_former_name(part.draft, name=part.agency, others=(), today=today)
                assert found == []


def test_late_due_and_coming_deadlines_come_out_on_every_day(contents):
    for today, content in contents.items():
        found = deadlines_on(content, today)
        standings = {name: deadline.standing for name, deadline in found.items()}
        assert standings["Infant, unexplained bruising", "SIN-5"] in SOON, today
        assert standings["Looked-after young person, death", "LAC-5"] is Standing.OVERDUE
        assert standings["Care leaver, death", "CL-5"] is Standing.DUE_SOON
        assert standings["Young person, stabbing by another child", "RR-RETURN"] in SOON
        assert standings["Child, neglect of a long-term illness", "RR-15"] is Standing.OVERDUE
        assert standings["Child, neglect of a long-term illness", "SIN-P"] is Standing.WAITING
        assert standings["Toddler, swallowed methadone", "RR-15"] is Standing.MET_LATE
        assert standings["Toddler, swallowed methadone", "PANEL-RESP"] in SOON
        assert standings["Young person, sexual exploitation", "LR-6M"] is Standing.ON_TRACK
        assert standings["Three siblings, neglect", "LR-6M"] in SOON, today
        assert standings["Infant, fatal shaking injury", "LR-6M"] is Standing.PAUSED
        assert standings["Young person, online harm and self-harm", "PUB-7"] is Standing.DUE_SOON
        monitored = found["Child with a disability, injury in a placement", "LR-MON"]
        assert monitored.standing is Standing.OVERDUE
        assert monitored.days > 0


def test_day_15_falls_on_today_or_on_the_next_working_day(contents):
    for today, content in contents.items():
        due = deadlines_on(content, today)["Infant, head injury", "RR-15"]
        assert due.due == CALENDAR.add_working_days(today - timedelta(days=1), 1)
        is_today = CALENDAR.is_working_day(today)
        assert due.standing is (Standing.DUE_TODAY if is_today else Standing.DUE_SOON)


def test_the_running_rapid_reviews_stand_at_days_3_9_and_15(content):
    found = deadlines_on(content, WORKING_DAY)

    assert [
        day_now(found[title, "RR-15"], WORKING_DAY, CALENDAR)
        for title in (
            "Unborn baby, domestic abuse",
            "Young person, stabbing by another child",
            "Infant, head injury",
        )
    ] == [(3, 15), (9, 15), (15, 15)]


def test_an_agreed_date_stands_beside_the_date_by_the_rule(contents):
    for today, content in contents.items():
        late = deadlines_on(content, today)[
            "Child with a disability, injury in a placement", "LR-6M"
        ]
        assert late.due < today
        assert late.agreed.agreed_on == late.counts_to > today
        assert late.standing is Standing.ON_TRACK


def test_the_cases_stand_at_every_stage_before_publication(content):
    stages = [stage_of(facts_of(case)).stage for case in content.cases]

    assert set(stages) == {
        Stage.NOTIFICATION,
        Stage.RAPID_REVIEW,
        Stage.PANEL_REPLY,
        Stage.LOCAL_REVIEW,
        Stage.PUBLICATION,
        Stage.CLOSED,
    }
    assert len(stages) == 14


def test_references_count_up_within_the_financial_year_of_the_aware_date(contents):
    for content in contents.values():
        references = [case.case.reference for case in content.cases]
        assert references == sorted(set(references))
        for case in content.cases:
            day = case.case.aware_on or case.notification.notified_on
            first = day.year if day >= date(day.year, 4, 1) else day.year - 1
            assert case.case.reference.startswith(f"PRAC{first}-{(first + 1) % 100:02d}-")


def test_the_kinds_of_case_that_catch_people_out_are_there(content):
    incidents = {case.case.incident.precision for case in content.cases}
    roles = {child.role for case in content.cases for child in case.children}
    ages = {
        age.unit
        for case in content.cases
        for child in case.children
        if (age := age_at_incident(child, case.case.incident))
    }

    assert incidents == {
        Precision.EXACT,
        Precision.APPROXIMATE,
        Precision.MONTH,
        Precision.PERIOD,
        Precision.UNKNOWN,
    }
    assert roles == set(ChildRole)
    assert ages == set(AgeUnit)
    assert any(case.case.aware_on is None for case in content.cases)
    assert any(len(case.children) > 2 for case in content.cases)


def test_one_child_of_each_case_is_listed_first_and_names_are_plainly_invented(content):
    names = [child.name for case in content.cases for child in case.children]

    assert all(name.endswith(" Quellish") for name in names)
    assert len(set(names)) == len(names)
    for case in content.cases:
        assert [child.is_first_listed for child in case.children] == [
            place == 0 for place in range(len(case.children))
        ]


def test_the_eight_published_reviews_are_listed_without_a_problem(content):
    listed = content.public_list

    assert [
        (reference_key(review.reference), review.published_on) for review in listed.reviews
    ] == [
        ("bscp-2020-21-01", date(2024, 12, 17)),
        ("bscp-2021-22-01", date(2024, 9, 4)),
        ("bscp-2019-20-01", date(2024, 7, 23)),
        ("bscp-2022-23-02", date(2024, 6, 12)),
        ("bscp-2018-19-01", date(2024, 2, 21)),
        ("bscp-2020-21-02", date(2023, 10, 10)),
        ("bscp-2017-18-03", date(2022, 9, 1)),
        ("", date(2022, 5, 26)),
    ]
    assert [review.incident_hint for review in listed.reviews] == [
        "August 2020", "", "", "", "", "October 2020", "November 2017", "",
    ]  # fmt: skip
    assert len(listed.briefings) == 8
    assert listed.problems == ()
    assert len(content.published) == len(listed.reviews)
    assert all(review.title and review.themes for review in content.published)


def test_each_local_review_has_a_page_and_a_role_that_speaks_of_it(content):
    *local, national = content.published
    pages = [review.web_address for review in local]
    assert len(set(pages)) == len(local)
    assert all(page.startswith("https://example.org/") for page in pages)
    assert {review.spokesperson for review in local} == {
        "Chair of the partnership",
        "Independent scrutineer",
    }
    assert (national.web_address, national.spokesperson) == ("", "")


def test_a_briefing_stands_for_each_title_and_all_are_written(content):
    briefings = content.briefings
    written = [briefing for briefing in briefings if briefing.listed is not None]

    assert [briefing.draft.title for briefing in briefings] == [
        found.title for found in content.public_list.briefings
    ]
    assert [briefing.listed for briefing in briefings] == [0, 1, 2, 3, None, 4, 5, 6]
    for briefing in briefings:
        assert check_briefing(briefing.draft) == []
        assert len(briefing.draft.questions) in {3, 4}
        assert briefing.draft.background
        assert len(briefing.draft.key_learning) in {4, 5}
        assert len(briefing.draft.good_practice) == 2
        assert len(briefing.draft.improvements) in {4, 5}
    for briefing in written:
        assert len(briefing.draft.timeline) in {5, 6}
        assert len(briefing.draft.recommendations) in {3, 4}
        assert all(point.lead and point.text for point in briefing.draft.timeline)


def test_the_agencies_can_be_taken_into_the_directory(content):
    taken: set[str] = set()
    for agency in content.agencies:
        assert check_agency(agency, taken_names=frozenset(taken)) == []
        taken.add(agency.name.casefold())
        assert agency.email.endswith(".example")
    assert len(taken) == 12
