"""The plan of a local review: half a year on one page, then everything by month, nobody named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest
from exact_dates import exactly
from paper_words import words_of
from services_samples import CASE, TODAY, make_case

from sgdesk.domain.case_dates import CaseDate
from sgdesk.domain.delays import DelayDraft
from sgdesk.domain.family import FamilyContactDraft, FamilyMemberDraft
from sgdesk.domain.local_reviews import LocalReviewDraft
from sgdesk.domain.partnerships import AgreedDate
from sgdesk.domain.publications import PublicationDraft
from sgdesk.domain.rapid_reviews import Decision, RapidReviewDraft
from sgdesk.domain.review_parts import MonitoringDraft, ReportVersionDraft, ReviewEventDraft
from sgdesk.domain.standings import Standing
from sgdesk.errors import UserError
from sgdesk.exports.pdf.fonts import FontSet
from sgdesk.exports.pdf.paper import paper_pdf
from sgdesk.exports.pdf.paper_layout import PaperLayout
from sgdesk.services.agreed_dates import save_agreed_date
from sgdesk.services.cases import save_case
from sgdesk.services.entries import save_entry
from sgdesk.services.held_cases import read_held_cases
from sgdesk.services.review_plans import review_plan
from sgdesk.services.reviews import save_local_review, save_publication, save_rapid_review

BEGAN = date(2026, 7, 6)
SIX_MONTHS = date(2027, 1, 6)
REVIEW = LocalReviewDraft(
    initiated_on=BEGAN,
    commissioned_on=date(2026, 7, 20),
    reviewer="Planted Reviewer",
    independence="From another region.",
    terms_version="1.0",
    terms_agreed_on=date(2026, 7, 27),
    decision_told_on=date(2026, 7, 8),
)


@pytest.fixture
def case_id(register):
    incident = exactly(date(2026, 5, 20))
    case = replace(CASE, incident=incident, aware_on=date(2026, 6, 1))
    held = make_case(register, case, date(2026, 6, 3))
    decided = RapidReviewDraft(
        decision=Decision.LOCAL_REVIEW, decided_on=BEGAN, reasons="Criteria met."
    )
    save_rapid_review(register, held, decided, today=TODAY)
    save_local_review(register, held, REVIEW, today=TODAY)
    return held


def add(register, case_id, *drafts):
    for draft in drafts:
        save_entry(register, case_id, None, draft, today=TODAY)


def plan_of(register, case_id, today=TODAY):
    return review_plan(register, case_id, today=today)


def told(register, case_id, today=TODAY):
    """Return each line of the table: its words and standing, by what it is and its day."""
    rows = [row for row in plan_of(register, case_id, today).parts[1].rows if not row.is_heading]
    return {(row.cells[1], row.cells[0]): (row.cells[2], row.standing) for row in rows}


def calendar_pages(paper):
    """Return how many pages the planner takes."""
    layout = PaperLayout(replace(paper, parts=paper.parts[:1]), FontSet())
    return len(layout.pages)


def test_half_a_year_stands_on_one_page(register, case_id):
    paper = plan_of(register, case_id)
    assert len(paper.parts[0].weeks) == 27
    assert calendar_pages(paper) == 1
    assert paper.title == "Six-month plan: RIV2026-27-01"
    assert (paper.is_landscape, paper.file_stem) == (False, "local-review-plan")


@pytest.mark.parametrize("offset", range(0, 28, 3))
def test_half_a_year_stands_on_one_page_whatever_day_it_begins(register, case_id, offset):
    began = date(2026, 2, 27) + timedelta(days=offset)
    save_local_review(register, case_id, LocalReviewDraft(initiated_on=began), today=TODAY)
    events = [
        ReviewEventDraft("Panel meeting", began + timedelta(weeks=week), "10:00")
        for week in range(26)
    ]
    add(register, case_id, *events)
    assert calendar_pages(plan_of(register, case_id)) == 1


def test_the_first_and_the_last_day_are_strong(register, case_id):
    planned = PublicationDraft(title="Report", planned_on=date(2026, 12, 15))
    save_publication(register, case_id, planned, today=TODAY)
    days = [day for week in plan_of(register, case_id).parts[0].weeks for day in week.days]
    assert {day.day for day in days if day.is_strong} == {BEGAN, SIX_MONTHS, date(2026, 12, 15)}
    assert {day.day for day in days if day.is_today} == {TODAY}


def test_what_is_done_and_what_is_planned_stands_by_month(register, case_id, golden):
    add(
        register,
        case_id,
        ReviewEventDraft("Panel meeting", date(2026, 9, 8), "10:00"),
        ReviewEventDraft("Practitioner event", date(2026, 12, 2), "09:30"),
        ReviewEventDraft("Managers’ event"),
        ReportVersionDraft("0.1", date(2026, 10, 1), "Author", date(2026, 10, 5), "Panel",
                           date(2026, 10, 19)),
        ReportVersionDraft("0.2", date(2026, 11, 20), "Author", date(2026, 11, 20), "Panel",
                           date(2026, 12, 4), is_final=True),
        MonitoringDraft(date(2026, 11, 2), "Quality lead", "Call", "On time.", "Good.", "",
                        date(2026, 11, 3), date(2026, 11, 9)),
        DelayDraft("Inquest", reason="It waits.", started_on=date(2026, 9, 1),
                   key_date_on=date(2026, 12, 10), next_check_on=date(2026, 12, 1)),
        FamilyMemberDraft("Planted Mother", "Mother", no_contact_from_on=date(2026, 12, 20),
                          no_contact_until_on=date(2027, 1, 2), no_contact_reason="Anniversary."),
        FamilyContactDraft(None, "Told of the review", date(2026, 7, 10), "Social worker"),
        FamilyContactDraft(None, "Planted Call to Mrs Name", date(2026, 7, 11), "Social worker"),
    )  # fmt: skip
    paper = plan_of(register, case_id)
    golden("papers/review-plan.txt", words_of(paper))
    assert "Planted" not in str(paper)


def test_monitoring_is_planned_for_every_month_until_the_end(register, case_id):
    monitored = MonitoringDraft(date(2026, 10, 31), "Lead", "Call", "On time.", "Good.")
    add(register, case_id, monitored)
    name = "Monitoring (regulation 14)"
    rows = {day: words for (what, day), words in told(register, case_id).items() if what == name}
    assert rows == {
        "Sat 31 Oct 2026": ("Done", Standing.MET),
        "Mon 30 Nov 2026": ("Due in 5 working days", Standing.DUE_SOON),
        "Thu 31 Dec 2026": ("Planned", Standing.ON_TRACK),
    }


def test_without_a_planned_date_the_full_report_is_due_before_the_last_day(register, case_id):
    rows = told(register, case_id)
    assert rows["Full report to the Panel, at the latest", "Wed 23 Dec 2026"] == (
        "If published on Wed 6 Jan 2027",
        None,
    )


def test_the_full_report_is_due_seven_working_days_before_publication(register, case_id):
    planned = PublicationDraft(
        title="Report",
        planned_on=date(2026, 12, 15),
        web_slot_on=date(2026, 12, 15),
        web_slot_time="10:00",
        embargo_on=date(2026, 12, 15),
        embargo_time="09:00",
        webinar_on=date(2027, 1, 20),
    )
    save_publication(register, case_id, planned, today=TODAY)
    rows = told(register, case_id)
    assert rows["Full report to the Panel", "Fri 4 Dec 2026"][1] is Standing.ON_TRACK
    assert rows["Publication", "Tue 15 Dec 2026"] == ("Planned", Standing.ON_TRACK)
    assert rows["Web slot 10:00", "Tue 15 Dec 2026"] == ("Planned", Standing.ON_TRACK)
    assert rows["Embargo ends 09:00", "Tue 15 Dec 2026"] == ("Planned", Standing.ON_TRACK)
    assert rows["Webinar", "Wed 20 Jan 2027"] == ("Planned", Standing.ON_TRACK)
    late = told(register, case_id, date(2026, 12, 16))
    assert late["Publication", "Tue 15 Dec 2026"] == (
        "Planned, and not published yet",
        Standing.OVERDUE,
    )


def test_a_published_review_is_told_to_its_end(register, case_id):
    published = PublicationDraft(
        title="Report",
        planned_on=date(2026, 11, 18),
        copy_sent_on=date(2026, 11, 4),
        published_on=date(2026, 11, 18),
    )
    save_publication(register, case_id, published, today=TODAY)
    rows = told(register, case_id)
    assert rows["Published", "Wed 18 Nov 2026"] == ("Done", Standing.MET)
    assert rows["Publish the local review", "Wed 6 Jan 2027"] == ("Met", Standing.MET)
    assert ("Done: Publish the local review", "Wed 18 Nov 2026") not in rows
    assert not any(words == "Publication" for words, _ in rows)
    assert "published Wed 18 Nov 2026" in plan_of(register, case_id).summary
    assert not any(standing is Standing.ON_TRACK for _, standing in rows.values())


def test_it_runs_on_to_the_agreed_date_and_the_rule_stays_in_view(register, case_id):
    agreed = AgreedDate(date(2027, 6, 1), "Planted reason", "The partners")
    save_agreed_date(register, case_id, "LR-6M", agreed)
    paper = plan_of(register, case_id)
    rows = told(register, case_id)
    name = "Publish the local review"
    assert rows[f"{name}: date by the rule", "Wed 6 Jan 2027"] == (
        "Another date is agreed",
        Standing.WAITING,
    )
    assert rows[f"{name}: agreed date", "Tue 1 Jun 2027"][1] is Standing.ON_TRACK
    assert "six months end on Wed 6 Jan 2027; agreed date Tue 1 Jun 2027" in paper.summary
    assert paper.parts[0].weeks[-1].days[1].day == date(2027, 6, 1)
    assert "Planted" not in str(paper)


def test_a_long_review_goes_over_several_pages_week_by_week(register, case_id):
    late = replace(REVIEW, forecast_on=date(2028, 3, 1), forecast_reason="A trial.")
    save_local_review(register, case_id, late, today=TODAY)
    paper = plan_of(register, case_id)
    assert calendar_pages(paper) > 1
    assert "forecast Wed 1 Mar 2028" in paper.summary
    assert paper.parts[0].weeks[0].label == "6 Jul\n2026"


def test_a_year_mistyped_does_not_print_hundreds_of_pages(register, case_id):
    far = replace(REVIEW, forecast_on=date(2045, 1, 6), forecast_reason="A trial.")
    save_local_review(register, case_id, far, today=TODAY)
    assert len(plan_of(register, case_id).parts[0].weeks) < 160


def test_pauses_and_proceedings_have_their_days(register, case_id):
    add(
        register,
        case_id,
        DelayDraft("Criminal trial", reason="It waits.", started_on=date(2026, 8, 3),
                   key_date_on=date(2026, 11, 2), next_check_on=TODAY, pauses=("LR-6M",),
                   authority="Partners", expected_on=date(2026, 12, 14), told_on=date(2026, 8, 5)),
        DelayDraft("Inquest", reason="Over.", started_on=date(2026, 8, 10),
                   next_check_on=date(2026, 12, 1), ended_on=date(2026, 10, 1)),
    )  # fmt: skip
    rows = told(register, case_id)
    assert rows["Criminal trial: begins", "Mon 3 Aug 2026"] == ("Done", Standing.MET)
    assert rows["Criminal trial: date", "Mon 2 Nov 2026"] == ("Over", None)
    assert rows["Look again: criminal trial", "Mon 23 Nov 2026"] == (
        "The day has come",
        Standing.PAUSED,
    )
    assert rows["Criminal trial: review goes on", "Mon 14 Dec 2026"][1] is Standing.ON_TRACK
    assert rows["Panel told of the delay", "Wed 5 Aug 2026"] == ("Done", Standing.MET)
    assert rows["Inquest: ends", "Thu 1 Oct 2026"] == ("Done", Standing.MET)
    assert not any("Look again: inquest" in words for words, _ in rows)
    paused = rows["Publish the local review", "Wed 6 Jan 2027"]
    assert paused[1] is Standing.PAUSED


def test_each_partners_sign_off_and_the_legal_check_are_told(register, case_id):
    signed = replace(
        REVIEW,
        legal_checked_on=date(2026, 11, 2),
        authority_signed_on=date(2026, 11, 9),
        authority_signed_by="Planted Director",
        health_signed_on=date(2026, 11, 10),
        police_signed_on=date(2026, 11, 11),
    )
    save_local_review(register, case_id, signed, today=TODAY)
    rows = told(register, case_id)
    assert rows["Legal check", "Mon 2 Nov 2026"] == ("Done", Standing.MET)
    assert [words for words, _ in rows if words.startswith("Sign-off")] == [
        "Sign-off: local authority",
        "Sign-off: health",
        "Sign-off: police",
    ]
    assert "Planted" not in str(plan_of(register, case_id))


@pytest.mark.parametrize("count", [5, 64, 500])
def test_any_number_of_events_is_told_by_month_and_counted_in_its_box(register, case_id, count):
    day = date(2026, 12, 2)
    add(register, case_id, *(ReviewEventDraft(f"Event {number}", day) for number in range(count)))
    paper = plan_of(register, case_id)
    rows = [row for row in paper.parts[1].rows if row.cells[0] == "Wed 2 Dec 2026"]
    assert len(rows) == count
    assert calendar_pages(paper) == 1
    shown = "".join(PaperLayout(paper, FontSet()).calendars[0].texts())
    most = paper.parts[0].most_lines
    assert f"and {count - most + 1} more" in shown


def test_a_closed_review_has_nothing_left_to_do(register, case_id):
    held = read_held_cases(register, case_id)[0]
    closed = replace(
        CASE,
        incident=exactly(date(2026, 5, 20)),
        aware_on=held.facts.dates[CaseDate.AWARE],
        closed_on=date(2026, 11, 20),
        closed_reason="Joined.",
    )
    save_case(register, case_id, closed, today=TODAY)
    rows = told(register, case_id)
    assert {standing for _, standing in rows.values()} == {Standing.MET}
    assert plan_of(register, case_id).summary == "Decision to initiate Mon 6 Jul 2026."


def test_a_review_without_a_decision_day_has_no_day_to_tell_of_it(register):
    held = make_case(register)
    save_local_review(register, held, LocalReviewDraft(initiated_on=BEGAN), today=TODAY)
    assert not any(words == "Tell of the decision" for words, _ in told(register, held))


def test_it_keeps_both_standards(register, case_id, tmp_path, verapdf):
    file = tmp_path / "plan.pdf"
    file.write_bytes(paper_pdf(plan_of(register, case_id)))
    verapdf(file)


def test_without_the_decision_to_initiate_there_is_no_plan(register):
    held = make_case(register)
    with pytest.raises(UserError, match="the date of the decision to initiate is missing"):
        plan_of(register, held)
    with pytest.raises(UserError, match="no longer"):
        plan_of(register, uuid4())


def test_every_practice_review_has_a_plan(practice):
    cases = [one for one in read_held_cases(practice) if CaseDate.INITIATED in one.facts.dates]
    assert cases
    for case in cases:
        paper = plan_of(practice, case.id)
        assert paper.parts[1].rows
        assert paper.case_ids == (case.id,)
