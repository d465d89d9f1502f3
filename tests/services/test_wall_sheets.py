"""The wall sheet of a case: every day from the notified date to day 15, on one page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest
from paper_words import words_of
from services_samples import CASE, PROFILE, TODAY, make_case

from sgdesk.domain.case_dates import CaseDate
from sgdesk.domain.cases import CaseDraft, CaseKind
from sgdesk.domain.counting import Counting
from sgdesk.domain.notifications import (
    NotificationDraft,
    NotificationKind,
    NotificationOutcome,
)
from sgdesk.domain.partnerships import AgreedDate, CalendarChange, CalendarChangeKind
from sgdesk.domain.rapid_reviews import RapidReviewDraft
from sgdesk.domain.standings import Standing
from sgdesk.errors import UserError
from sgdesk.exports.pdf.paper import paper_pdf
from sgdesk.exports.pdf.paper_fit import PaperFit
from sgdesk.records.paper_calendars import BoxSize, DayKind
from sgdesk.services.agreed_dates import save_agreed_date
from sgdesk.services.cases import save_case
from sgdesk.services.reviews import save_notification, save_rapid_review
from sgdesk.services.settings import save_calendar_change, save_profile
from sgdesk.services.wall_sheets import wall_sheet

BEFORE_CHRISTMAS = date(2026, 12, 14)
"""Day 15 is Thu 7 Jan 2027: three bank holidays lie between."""


def sheet_of(register, case_id, today=TODAY):
    paper = wall_sheet(register, case_id, today=today)
    assert PaperFit().is_one_page(paper)
    return paper


def days_of(paper):
    return {day.day: day for week in paper.parts[0].weeks for day in week.days}


def notes_of(paper):
    """Return what is said on each day, with its standing."""
    return {
        day: {note.text: note.standing for note in box.notes}
        for day, box in days_of(paper).items()
        if box.notes
    }


def case_before_christmas(register):
    case = replace(CASE, aware_on=date(2026, 12, 11))
    (case_id,) = save_case(register, None, case, today=BEFORE_CHRISTMAS).case_ids
    draft = NotificationDraft(notified_on=BEFORE_CHRISTMAS)
    save_notification(register, case_id, draft, today=BEFORE_CHRISTMAS)
    return case_id


def test_each_working_day_has_its_number_and_the_others_have_none(register):
    paper = sheet_of(register, make_case(register))
    numbers = {day: box.number for day, box in days_of(paper).items() if box.number is not None}
    assert numbers[date(2026, 11, 10)] == 0
    assert numbers[date(2026, 12, 1)] == 15
    assert sorted(numbers.values()) == list(range(16))
    assert all(day.weekday() < 5 for day in numbers)
    assert (paper.is_landscape, paper.file_stem) == (True, "case-timetable")


def test_weeks_run_from_the_notified_date_to_day_15(register):
    paper = sheet_of(register, make_case(register))
    days = days_of(paper)
    assert (min(days), max(days)) == (date(2026, 11, 9), date(2026, 12, 6))
    assert days[date(2026, 11, 9)].kind is DayKind.OUTSIDE
    assert days[date(2026, 12, 2)].kind is DayKind.OUTSIDE
    assert {day for day, box in days.items() if box.is_strong} == {
        date(2026, 11, 10),
        date(2026, 12, 1),
    }
    assert [day for day, box in days.items() if box.is_today] == [TODAY]


def test_holidays_inside_the_15_days_are_named_and_skipped(register):
    paper = sheet_of(register, case_before_christmas(register), BEFORE_CHRISTMAS)
    days = days_of(paper)
    for day, name in (
        (date(2026, 12, 25), "Christmas Day"),
        (date(2026, 12, 28), "Boxing Day"),
        (date(2027, 1, 1), "New Year"),
    ):
        assert days[day].kind is DayKind.BANK_HOLIDAY
        assert days[day].name.startswith(name)
        assert days[day].number is None
    assert days[date(2027, 1, 7)].number == 15
    assert days[date(2027, 1, 7)].is_strong
    assert "Skipped: 6 weekend days, Fri 25 Dec 2026 (Christmas Day)" in paper.parts[1].lines[0]


def test_the_sheet_over_christmas_reads_as_it_should(register, golden):
    paper = sheet_of(register, case_before_christmas(register), BEFORE_CHRISTMAS)
    golden("papers/wall-sheet.txt", words_of(paper))


def test_it_keeps_both_standards(register, tmp_path, verapdf):
    file = tmp_path / "sheet.pdf"
    paper = sheet_of(register, case_before_christmas(register), BEFORE_CHRISTMAS)
    file.write_bytes(paper_pdf(paper))
    verapdf(file)


def test_an_office_closure_is_named_and_counts(register):
    day = date(2026, 11, 20)
    save_calendar_change(register, CalendarChange(day, CalendarChangeKind.CLOSURE, "Move"))
    box = days_of(sheet_of(register, make_case(register)))[day]
    assert (box.kind, box.name, box.number) == (DayKind.CLOSURE, "Move", 8)


def test_milestones_stand_on_their_days_and_those_that_are_met_are_ticked(register):
    case_id = make_case(register)
    sent = RapidReviewDraft(meeting_on=date(2026, 11, 20), sent_on=TODAY)
    save_rapid_review(register, case_id, sent, today=TODAY)
    notes = notes_of(sheet_of(register, case_id))
    assert notes[date(2026, 11, 10)]["Notified"] is Standing.MET
    assert notes[date(2026, 11, 13)]["Notify the Panel"] is Standing.MET
    assert "Done: Notify the Panel" not in notes[date(2026, 11, 10)]
    assert notes[date(2026, 12, 1)] == {"Rapid Review to the Panel": Standing.MET}
    assert notes[TODAY] == {"Done: Rapid Review to the Panel": None}
    assert notes[date(2026, 11, 20)] == {"Done: Rapid Review meeting": None}


def test_open_milestones_have_the_mark_of_their_standing(register):
    notes = notes_of(sheet_of(register, make_case(register)))
    assert notes[date(2026, 11, 11)] == {"Requests to agencies": Standing.OVERDUE}
    assert notes[date(2026, 11, 24)] == {"Agency returns in": Standing.DUE_SOON}
    assert notes[date(2026, 12, 1)] == {"Rapid Review to the Panel": Standing.ON_TRACK}


def test_the_agreed_date_stands_beside_the_date_by_the_rule(register):
    case_id = make_case(register)
    agreed = AgreedDate(date(2026, 12, 9), "Planted reason", "The partners")
    save_agreed_date(register, case_id, "RR-15", agreed)
    paper = sheet_of(register, case_id)
    notes, days = notes_of(paper), days_of(paper)
    name = "Rapid Review to the Panel"
    assert notes[date(2026, 12, 1)] == {f"{name}: date by the rule": Standing.WAITING}
    assert notes[date(2026, 12, 9)] == {f"{name}: agreed date": Standing.ON_TRACK}
    assert days[date(2026, 12, 9)].number == 21
    assert days[date(2026, 12, 9)].is_strong
    assert days[date(2026, 12, 1)].is_strong
    assert paper.parts[1].lines[1] == (
        "Agreed for “Rapid Review to the Panel”: Wed 9 Dec 2026. "
        "The date by the rule is Tue 1 Dec 2026."
    )
    assert "Planted" not in str(paper)


def test_an_agreed_date_stays_in_view_when_the_review_was_sent(register):
    case_id = make_case(register)
    save_agreed_date(register, case_id, "RR-15", AgreedDate(date(2026, 12, 3), "Late", "Partners"))
    save_rapid_review(register, case_id, RapidReviewDraft(sent_on=TODAY), today=TODAY)
    notes = notes_of(sheet_of(register, case_id))
    assert notes[date(2026, 12, 3)] == {"Rapid Review to the Panel: agreed date": None}
    assert notes[date(2026, 12, 1)] == {"Rapid Review to the Panel": Standing.MET}


def test_a_date_agreed_far_ahead_does_not_stretch_the_sheet_beyond_its_page(register):
    case_id = make_case(register)
    save_agreed_date(register, case_id, "RR-15", AgreedDate(date(2028, 12, 4), "Trial", "Partners"))
    paper = sheet_of(register, case_id)
    assert len(paper.parts[0].weeks) == 9
    assert paper.parts[0].size is BoxSize.SMALL or paper.parts[0].least_height == 0
    assert "Mon 4 Dec 2028" in paper.parts[1].lines[1]


def test_an_overdue_review_is_shown_to_today(register):
    case_id = make_case(register)
    later = date(2026, 12, 10)
    paper = sheet_of(register, case_id, later)
    assert days_of(paper)[later].number == 22
    assert "Overdue by 7 working days. Today is day 22." in paper.summary


def test_a_booked_meeting_is_told_with_its_time(register):
    case_id = make_case(register)
    meeting = RapidReviewDraft(meeting_on=date(2026, 12, 4), meeting_time="13:30")
    save_rapid_review(register, case_id, meeting, today=TODAY)
    notes = notes_of(sheet_of(register, case_id))
    assert notes[date(2026, 12, 4)] == {"Meeting booked 13:30": None}


def test_who_does_what_stands_in_a_line_each(register):
    paper = sheet_of(register, make_case(register))
    rows = dict(row.cells for row in paper.parts[2].rows)
    assert rows["Agencies"] == "Agency returns in (Tue 24 Nov, day 10)"
    assert rows["Local authority"].startswith("Copy of the notification (Tue 10 Nov, day 0)")
    assert "Notify the Panel (done Tue 10 Nov)" in rows["Local authority"]
    assert rows["Business support"].endswith("Rapid Review to the Panel (Tue 1 Dec, day 15)")


def test_the_summary_says_what_is_due_and_which_day_it_is(register):
    case_id = make_case(register)
    assert sheet_of(register, case_id).summary == (
        "Rapid Review completed and sent to the Panel: Tue 1 Dec 2026. On track. Today is day 9."
    )
    assert "Today" not in sheet_of(register, case_id, date(2026, 11, 22)).summary
    save_rapid_review(register, case_id, RapidReviewDraft(sent_on=TODAY), today=TODAY)
    assert sheet_of(register, case_id).summary.endswith("Done on Mon 23 Nov 2026.")


@pytest.mark.parametrize("counting", Counting)
def test_the_numbers_follow_the_counting_in_force(register, counting):
    save_profile(register, replace(PROFILE, counting=counting), today=TODAY)
    case_id = make_case(register, notified_on=date(2026, 11, 14))  # a Saturday
    numbers = {day: box.number for day, box in days_of(sheet_of(register, case_id)).items()}
    last = max(day for day, number in numbers.items() if number == 15)
    assert (
        last
        == {
            Counting.DAY_AFTER: date(2026, 12, 4),
            Counting.DEEMED_NEXT: date(2026, 12, 7),
            Counting.TRIGGER_IS_DAY_1: date(2026, 12, 4),
        }[counting]
    )


def test_a_case_that_is_not_notified_has_the_sheet_of_the_notification(register):
    paper = sheet_of(register, make_case(register, notified_on=None))
    assert paper.title == "Timetable, day 0 to 5: RIV2026-27-01"
    notes = notes_of(paper)
    assert notes[date(2026, 11, 6)] == {"Authority aware": Standing.MET}
    assert notes[date(2026, 11, 13)] == {
        "Notify the Panel": Standing.OVERDUE,
        "Tell the partners": Standing.OVERDUE,
    }
    assert paper.parts[1].lines[1].startswith("The notified date is missing.")


def test_the_death_of_a_child_in_care_has_five_days_and_no_rapid_review(register):
    case_id = make_case(register, notified_on=None)
    death = NotificationDraft(NotificationKind.LOOKED_AFTER_DEATH, notified_on=TODAY)
    save_notification(register, case_id, death, today=TODAY)
    paper = sheet_of(register, case_id)
    assert "day 0 to 5" in paper.title
    assert len(paper.parts[1].lines) == 1


def test_a_case_without_any_date_is_told_which_is_missing(register):
    case_id = make_case(register, replace(CASE, aware_on=None), notified_on=None)
    with pytest.raises(UserError, match="the aware date or the notified date"):
        wall_sheet(register, case_id, today=TODAY)


def test_a_withdrawn_notification_has_no_timetable(register):
    case_id = make_case(register, replace(CASE, aware_on=None))
    withdrawn = NotificationDraft(
        notified_on=date(2026, 11, 10),
        outcome=NotificationOutcome.WITHDRAWN,
        withdrawn_on=TODAY,
        withdrawn_reason="Not serious.",
    )
    save_notification(register, case_id, withdrawn, today=TODAY)
    with pytest.raises(UserError, match="no timetable: the notification was withdrawn"):
        wall_sheet(register, case_id, today=TODAY)


def test_a_case_without_a_reference_is_not_called_by_its_title(register):
    national = CaseDraft(title="Planted title", kind=CaseKind.NATIONAL, aware_on=TODAY)
    (case_id,) = save_case(register, None, national, today=TODAY).case_ids
    paper = sheet_of(register, case_id)
    assert paper.title == "Timetable, day 0 to 5: case without a reference"
    assert "Planted" not in str(paper)
    assert paper.case_ids == (case_id,)


def test_a_case_that_is_gone_is_told(register):
    with pytest.raises(UserError, match="no longer"):
        wall_sheet(register, uuid4(), today=TODAY)


def test_every_practice_case_with_a_timetable_has_a_sheet_of_one_page(practice):
    from sgdesk.services.held_cases import read_held_cases  # noqa: PLC0415 - for one test

    begun = [case for case in read_held_cases(practice) if CaseDate.AWARE in case.facts.dates]
    assert len(begun) > 10
    for case in begun:
        for today in (TODAY, TODAY + timedelta(days=40)):
            assert days_of(sheet_of(practice, case.id, today))
