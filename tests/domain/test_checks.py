"""What stops a draft from being saved: every problem at once, each with the way out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from exact_dates import exactly

from sgdesk.domain.briefings import BriefingDraft, Point, check_briefing
from sgdesk.domain.cases import KIND_WORDS as CASE_KIND_WORDS
from sgdesk.domain.cases import CaseDraft, CaseKind, CaseLinkDraft, check_case, check_case_link
from sgdesk.domain.dates import Precision, UncertainDate
from sgdesk.domain.editions import Edition
from sgdesk.domain.local_reviews import LocalReviewDraft, check_local_review
from sgdesk.domain.notifications import (
    KIND_WORDS,
    NotificationDraft,
    NotificationKind,
    check_notification,
)
from sgdesk.domain.partnerships import (
    CALENDAR_CHANGE_WORDS,
    AgencyDraft,
    AgreedDate,
    CalendarChange,
    CalendarChangeKind,
    PartnershipDraft,
    ReadingLine,
    check_agency,
    check_agreed_date,
    check_calendar_change,
    check_partnership,
    contrast_with_white,
)
from sgdesk.domain.people import HouseholdMemberDraft, check_household_member
from sgdesk.domain.publication_checks import check_publication
from sgdesk.domain.publications import PublicationDraft
from sgdesk.domain.rapid_reviews import (
    DECISION_WORDS,
    PANEL_VIEW_WORDS,
    Decision,
    PanelView,
    RapidReviewDraft,
    check_rapid_review,
)
from sgdesk.errors import RejectedError

TODAY = date(2026, 11, 23)
TOMORROW = date(2026, 11, 24)
PAST = date(2026, 11, 10)


def fields(problems):
    return [problem.field for problem in problems]


CASE = CaseDraft(
    reference="PRAC2026-27-01",
    title="Two siblings, neglect",
    incident=exactly(date(2026, 11, 5)),
    aware_on=date(2026, 11, 6),
)


def test_a_sound_case_has_no_problem():
    assert not check_case(CASE, today=TODAY)
    assert not check_case(replace(CASE, edition=Edition.WT2026), today=TODAY)
    national = CaseDraft(title="A national review", kind=CaseKind.NATIONAL)
    assert not check_case(national, today=TODAY)


def test_an_empty_case_names_what_it_needs():
    assert fields(check_case(CaseDraft(), today=TODAY)) == ["reference", "title"]


def test_a_case_tells_of_everything_that_does_not_fit():
    draft = CaseDraft(
        reference="PRAC1",
        further_references=("prac/2", "free"),
        title="x",
        incident=exactly(TOMORROW),
        aware_on=date(2026, 12, 1),
        edition=Edition.WT2018,
        closed_on=TOMORROW,
    )
    taken = frozenset({"prac-1", "prac-2"})
    problems = check_case(draft, taken_keys=taken, today=TODAY)
    assert fields(problems) == [
        "reference", "further_references", "incident", "aware_on", "closed_on",
        "edition_reason", "closed_reason",
    ]  # fmt: skip
    before = replace(CASE, aware_on=date(2026, 11, 2))
    assert "before the incident" in check_case(before, today=TODAY)[0].message
    broken = replace(CASE, incident=UncertainDate(Precision.EXACT))
    assert fields(check_case(broken, today=TODAY)) == ["incident"]
    unknown_date = replace(CASE, aware_on=None, edition=Edition.WT2018, edition_reason="Old case")
    assert not check_case(unknown_date, today=TODAY)


def test_notification_dates_must_have_happened_in_order():
    sound = NotificationDraft(notified_on=PAST, partners_told_on=PAST)
    assert not check_notification(sound, aware_on=date(2026, 11, 6), today=TODAY)
    future = NotificationDraft(
        notified_on=TOMORROW, partners_told_on=TOMORROW, copy_received_on=TOMORROW
    )
    assert fields(check_notification(future, aware_on=None, today=TODAY)) == [
        "notified_on", "partners_told_on", "copy_received_on",
    ]  # fmt: skip
    early = NotificationDraft(notified_on=date(2026, 11, 2))
    assert fields(check_notification(early, aware_on=PAST, today=TODAY)) == ["notified_on"]


def rapid(**values):
    due = values.pop("due_on", None)
    draft = RapidReviewDraft(**values)
    return check_rapid_review(draft, notified_on=PAST, due_on=due, today=TODAY)


def test_rapid_review_dates_lie_between_the_notified_date_and_today():
    assert fields(rapid(first_request_on=TOMORROW, sent_on=date(2026, 11, 5))) == [
        "first_request_on", "sent_on",
    ]  # fmt: skip
    assert fields(rapid(meeting_on=date(2026, 11, 2))) == ["meeting_on"]
    assert not rapid(meeting_on=date(2026, 11, 26), authority_signed_on=date(2026, 11, 20))


def test_a_decision_needs_its_day_and_its_reasons():
    assert fields(rapid(decision=Decision.LOCAL_REVIEW)) == ["decided_on", "reasons"]
    assert fields(rapid(decided_on=date(2026, 11, 20))) == ["decision"]


def test_the_panels_view_needs_its_day_and_follows_the_sending():
    assert fields(rapid(panel_view=PanelView.AGREES)) == ["panel_replied_on"]
    early = rapid(
        sent_on=date(2026, 11, 20),
        panel_view=PanelView.AGREES,
        panel_replied_on=date(2026, 11, 18),
    )
    assert fields(early) == ["panel_replied_on"]
    assert fields(rapid(panel_replied_on=date(2026, 11, 20))) == ["panel_view"]
    assert fields(rapid(panel_comments="More, please.")) == ["panel_view"]


DECIDED = {
    "decision": Decision.NO_LOCAL_REVIEW,
    "decided_on": date(2026, 11, 18),
    "reasons": "Learnt already",
}


def test_a_decision_made_again_needs_its_day_its_reasons_and_a_first_one():
    again = {"reconsidered": Decision.LOCAL_REVIEW}
    assert fields(rapid(**DECIDED, **again)) == ["reconsidered_on", "reconsidered_reasons"]
    full = again | {"reconsidered_on": date(2026, 11, 20), "reconsidered_reasons": "The Panel"}
    assert not rapid(**DECIDED, **full)
    assert fields(rapid(**full)) == ["reconsidered"]
    early = full | {"reconsidered_on": date(2026, 11, 17)}
    assert fields(rapid(**DECIDED, **early)) == ["reconsidered_on"]
    assert fields(rapid(**DECIDED, reconsidered_reasons="The Panel")) == ["reconsidered"]
    assert fields(rapid(**DECIDED, reconsidered_on=date(2026, 11, 20))) == ["reconsidered"]


def test_dissent_is_about_a_decision():
    assert fields(rapid(dissent="The police")) == ["dissent"]
    assert not rapid(**DECIDED, dissent="The police")


def test_the_panel_was_told_of_a_delay_in_the_past_and_the_new_day_may_be_to_come():
    assert fields(rapid(late_told_on=TOMORROW)) == ["late_told_on"]
    assert not rapid(late_told_on=date(2026, 11, 20), expected_on=TOMORROW)
    assert fields(rapid(expected_on=date(2026, 11, 2))) == ["expected_on"]


def test_the_decision_in_force_is_the_one_made_last():
    first = RapidReviewDraft(decision=Decision.NO_LOCAL_REVIEW)
    assert (first.standing_decision, first.is_reconsidered) == (Decision.NO_LOCAL_REVIEW, False)
    again = replace(first, reconsidered=Decision.LOCAL_REVIEW)
    assert (again.standing_decision, again.is_reconsidered) == (Decision.LOCAL_REVIEW, True)


def test_a_link_names_one_other_case_in_the_register_or_elsewhere():
    assert not check_case_link(CaseLinkDraft(other_reference="NAT 7"), today=TODAY)
    assert not check_case_link(CaseLinkDraft(other_case_id=UUID(int=1)), today=TODAY)
    assert fields(check_case_link(CaseLinkDraft(linked_on=TOMORROW), today=TODAY)) == [
        "linked_on", "other_case_id",
    ]  # fmt: skip
    both = CaseLinkDraft(other_case_id=UUID(int=1), other_reference="NAT 7")
    assert fields(check_case_link(both, today=TODAY)) == ["other_reference"]


def test_a_member_of_the_household_has_a_relationship_and_may_be_unborn():
    assert not check_household_member(HouseholdMemberDraft(relationship="Mother"), today=TODAY)
    unborn = HouseholdMemberDraft(relationship="Sibling", born_on=date(2027, 3, 1))
    assert not check_household_member(unborn, today=TODAY)
    wrong = HouseholdMemberDraft(name="Planted", born_on=date(2028, 3, 1))
    assert fields(check_household_member(wrong, today=TODAY)) == ["born_on", "relationship"]


def test_lateness_is_a_warning_and_stops_nothing():
    late = rapid(sent_on=date(2026, 11, 20), due_on=date(2026, 11, 19))
    assert [problem.is_warning for problem in late] == [True]
    assert not rapid(
        sent_on=date(2026, 11, 20), due_on=date(2026, 11, 19), late_reason="A return came late"
    )


def test_sign_off_is_the_day_of_the_last_partner():
    draft = RapidReviewDraft(authority_signed_on=PAST, health_signed_on=TODAY)
    assert draft.signed_off_on is None
    assert replace(draft, police_signed_on=PAST).signed_off_on == TODAY


def test_a_local_review_is_checked():
    assert not check_local_review(LocalReviewDraft(), today=TODAY)
    assert fields(check_local_review(LocalReviewDraft(chair="Health"), today=TODAY)) == [
        "initiated_on"
    ]
    draft = LocalReviewDraft(
        initiated_on=TOMORROW,
        forecast_on=PAST,
    )
    assert fields(check_local_review(draft, today=TODAY)) == [
        "initiated_on", "forecast_on",
    ]  # fmt: skip


def test_a_publication_is_checked():
    sound = PublicationDraft(planned_on=TOMORROW, web_address="https://example.org/a")
    assert not check_publication(sound, today=TODAY)
    draft = PublicationDraft(
        published_on=TOMORROW, archived_on=PAST, deposited_on=PAST, web_address="example.org"
    )
    assert fields(check_publication(draft, today=TODAY)) == [
        "published_on", "archived_on", "deposited_on", "web_address",
    ]  # fmt: skip
    unpublished = PublicationDraft(archived_on=PAST, deposited_on=PAST)
    assert fields(check_publication(unpublished, today=TODAY)) == ["archived_on", "deposited_on"]


def test_a_briefing_has_a_title_and_no_empty_item():
    assert fields(check_briefing(BriefingDraft())) == ["title"]
    draft = BriefingDraft(
        title="Never assume",
        key_learning=(Point("Lead.", "Text"), Point(" ", "")),
        improvements=(Point("", ""),),
        questions=("",),
        case_ids=(UUID(int=1),),
    )
    assert fields(check_briefing(draft)) == ["key_learning", "improvements", "questions"]


def test_a_partnership_needs_name_prefix_and_readable_colours():
    sound = PartnershipDraft(name="Riverton SCP", prefix="RIV")
    assert not check_partnership(sound, today=TODAY)
    lines = (ReadingLine("All:", "Ours", "https://a.org"), ReadingLine("x", "y", "ours.org"))
    assert fields(check_partnership(replace(sound, reading=lines), today=TODAY)) == ["reading"]
    draft = PartnershipDraft(ink="#FFFF00", accent="teal", last_yearly_report_on=TOMORROW)
    assert fields(check_partnership(draft, today=TODAY)) == [
        "name", "prefix", "ink", "accent", "last_yearly_report_on",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("colour", "ratio"),
    [("#000000", 21.0), ("#FFFFFF", 1.0), ("#0B7A75", 5.2), ("#12344D", 12.9), ("#12", None),
     ("#1234567", None), ("#GGGGGG", None)],
)  # fmt: skip
def test_contrast_is_the_ratio_of_the_accessibility_guidelines(colour, ratio):
    found = contrast_with_white(colour)
    assert found == (None if ratio is None else pytest.approx(ratio, abs=0.06))


def test_agencies_are_named_once():
    assert fields(check_agency(AgencyDraft(), taken_names=frozenset())) == ["name"]
    taken = frozenset({"riverton police"})
    assert fields(check_agency(AgencyDraft("Riverton Police"), taken_names=taken)) == ["name"]
    assert not check_agency(AgencyDraft("Riverton Housing"), taken_names=taken)


def test_an_agreed_date_needs_reason_and_authority():
    assert fields(check_agreed_date(AgreedDate(TODAY, " ", ""))) == ["reason", "authority"]


def test_a_calendar_change_must_change_something():
    christmas = date(2026, 12, 25)
    held = frozenset({christmas})

    def check(day, kind, name="Day"):
        change = CalendarChange(day, kind, name)
        return fields(check_calendar_change(change, bank_holidays=held))

    assert check(christmas, CalendarChangeKind.ADDED) == ["day"]
    assert check(TODAY, CalendarChangeKind.REMOVED) == ["day"]
    assert check(TODAY, CalendarChangeKind.CLOSURE, name=" ") == ["name"]
    assert not check(TODAY, CalendarChangeKind.ADDED)


def test_every_value_of_every_list_has_its_words():
    assert set(KIND_WORDS) == set(NotificationKind)
    assert set(CASE_KIND_WORDS) == set(CaseKind)
    assert set(DECISION_WORDS) == set(Decision)
    assert set(PANEL_VIEW_WORDS) == set(PanelView)
    assert set(CALENDAR_CHANGE_WORDS) == set(CalendarChangeKind)


def test_a_rejection_carries_every_problem():
    problems = check_case(CaseDraft(), today=TODAY)
    error = RejectedError(problems)
    assert error.problems == tuple(problems)
    assert "Reference" in str(error)
    assert "Description" in str(error)


FAR = date(2060, 1, 1)


@pytest.mark.parametrize(
    "problems",
    [
        check_case(replace(CASE, aware_on=FAR), today=TODAY),
        check_notification(NotificationDraft(notified_on=FAR), aware_on=None, today=TODAY),
        rapid(meeting_on=FAR),
        rapid(sent_on=FAR),
        check_local_review(LocalReviewDraft(initiated_on=PAST, forecast_on=FAR), today=TODAY),
        check_publication(PublicationDraft(planned_on=FAR), today=TODAY),
        check_agreed_date(AgreedDate(FAR, "Reason", "Authority")),
        check_calendar_change(
            CalendarChange(FAR, CalendarChangeKind.ADDED, "Day"), bank_holidays=frozenset()
        ),
    ],
)
def test_a_year_that_cannot_be_right_is_refused_once(problems):
    assert len(problems) == 1
    assert "Check the year" in problems[0].message
