"""An agenda says for each case what is decided, what is due around it, and what is still open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from paper_words import words_of
from services_samples import CASE, TODAY, make_case

from sgdesk.domain.agency_requests import AgencyRequestDraft
from sgdesk.domain.delays import DelayDraft
from sgdesk.domain.family import FamilyMemberDraft
from sgdesk.domain.learning import ActionDraft
from sgdesk.domain.partnerships import AgencyDraft
from sgdesk.domain.rapid_reviews import RapidReviewDraft
from sgdesk.domain.review_parts import ReviewEventDraft
from sgdesk.domain.standings import Standing
from sgdesk.errors import UserError
from sgdesk.services.agenda import offer_agenda
from sgdesk.services.agenda_papers import agenda_paper
from sgdesk.services.cases import save_case
from sgdesk.services.entries import save_entry
from sgdesk.services.reviews import save_rapid_review
from sgdesk.services.settings import list_agencies, save_agency

THURSDAY = date(2026, 11, 26)
ACTION = ActionDraft(
    text="Tell the school.",
    owner="Named nurse",
    success_measure="It knows.",
    set_on=date(2026, 11, 13),
    due_on=date(2026, 11, 13),
)
HELD = "Rapid Review meeting, 10:00, Town hall"
MEETING = RapidReviewDraft(
    meeting_on=THURSDAY, meeting_time="10:00", meeting_place="Town hall", chair="Scrutineer"
)


@pytest.fixture
def booked(register):
    """A case with its Rapid Review meeting on Thursday."""
    case_id = make_case(register)
    save_rapid_review(register, case_id, MEETING, today=TODAY)
    return case_id


@pytest.fixture
def other(register):
    draft = replace(CASE, reference="RIV2026-27-02", further_references=(), title="A fall")
    return make_case(register, draft)


def book(register, case_id, kind, day, time=""):
    save_entry(register, case_id, None, ReviewEventDraft(kind, day, time), today=TODAY)


def cells_of(register, case_ids, day=THURSDAY):
    (table,) = agenda_paper(register, case_ids, day, today=TODAY).parts
    return [row.cells for row in table.rows if not (row.is_heading or row.is_below)]


def headings_of(register, case_ids, day=THURSDAY):
    (table,) = agenda_paper(register, case_ids, day, today=TODAY).parts
    return [row.cells[0] for row in table.rows if row.is_heading]


def test_the_next_booked_day_is_offered_with_its_cases_first(register, booked, other):
    book(register, other, "Panel meeting", date(2026, 11, 20))
    book(register, other, "Panel meeting", date(2026, 12, 1))
    offer = offer_agenda(register, None, today=TODAY)
    assert [(one.day, one.meetings) for one in offer.days] == [
        (THURSDAY, 1), (date(2026, 12, 1), 1),
    ]  # fmt: skip
    assert offer.day == THURSDAY
    assert [(one.case_id, one.is_booked) for one in offer.choices] == [
        (booked, True), (other, False),
    ]  # fmt: skip
    assert offer.choices[0].meeting == HELD
    later = offer_agenda(register, date(2026, 12, 1), today=TODAY)
    assert [one.case_id for one in later.choices] == [other, booked]


def test_cases_of_a_day_come_in_the_order_of_their_times(register, booked, other):
    book(register, other, "Panel meeting", THURSDAY, "09:00")
    offer = offer_agenda(register, THURSDAY, today=TODAY)
    assert [one.case_id for one in offer.choices] == [other, booked]


def test_a_closed_case_is_offered_only_on_the_day_of_its_meeting(register, booked):
    closed = replace(CASE, closed_on=date(2026, 11, 20), closed_reason="All done.")
    save_case(register, booked, closed, today=TODAY)
    assert [one.case_id for one in offer_agenda(register, None, today=TODAY).choices] == [booked]
    assert offer_agenda(register, date(2026, 12, 9), today=TODAY).choices == ()


def test_without_any_meeting_the_day_is_today(register):
    offer = offer_agenda(register, None, today=TODAY)
    assert (offer.days, offer.day, offer.choices) == ((), TODAY, ())


def test_the_paper_tells_each_case_in_the_order_given(register, booked, other):
    paper = agenda_paper(register, [other, booked], THURSDAY, today=TODAY)
    assert (paper.title, paper.file_stem) == ("Agenda for Thu 26 Nov 2026", "agenda")
    assert paper.summary.startswith("2 cases. ")
    assert paper.case_ids == (other, booked)
    assert headings_of(register, [other, booked]) == [
        "1. RIV2026-27-02 · A fall · Rapid Review · no meeting booked on this day",
        f"2. RIV2026-27-01 · Two siblings, neglect · Rapid Review · {HELD}",
    ]
    (nothing,) = agenda_paper(register, [], THURSDAY, today=TODAY).parts
    assert (nothing.rows, nothing.note) == ((), "No case is on this agenda.")
    assert agenda_paper(register, [booked], THURSDAY, today=TODAY).summary.startswith("1 case. ")


def test_the_meeting_says_what_is_decided_and_other_cases_say_what_comes_next(
    register, booked, other
):
    book(register, other, "Practitioner event", date(2026, 12, 1))
    (first,) = cells_of(register, [booked])
    assert "Whether the criteria of a local review are met" in first[0]
    (next_one,) = cells_of(register, [other])
    assert next_one[0].startswith("Next: ")
    (heard,) = cells_of(register, [other], date(2026, 12, 1))
    assert heard[0] == "Practitioner event: heard, nothing is decided"


def test_deadlines_around_the_meeting_stand_with_their_standing(register, booked):
    (table,) = agenda_paper(register, [booked], THURSDAY, today=TODAY).parts
    row = table.rows[1]
    assert row.standing is Standing.OVERDUE
    assert "Rapid Review to the Panel: Tue 1 Dec, " in row.cells[1]
    assert row.cells[3].startswith("Overdue by ")


def test_below_a_case_stands_the_working_of_the_date_that_presses_most(register, booked):
    (table,) = agenda_paper(register, [booked], THURSDAY, today=TODAY).parts
    (below,) = (row.cells for row in table.rows if row.is_below)
    assert below == ("Copy of the notification: Notified Tue 10 Nov 2026. Due the same day.",)


def test_a_case_without_a_deadline_around_says_so(register):
    (case_id,) = save_case(register, None, replace(CASE, aware_on=None), today=TODAY).case_ids
    (table,) = agenda_paper(register, [case_id], THURSDAY, today=TODAY).parts
    cells = table.rows[1].cells
    assert cells[1] == "None within 10 working days"
    assert cells[3] == "Nothing is due"
    assert table.rows[1].standing is None


def test_what_is_open_is_told_and_the_reason_for_not_contacting_is_not(register, booked):
    save_agency(register, None, AgencyDraft(name="Hospital"))
    agency_id = next(
        row.agency_id for row in list_agencies(register) if row.draft.name == "Hospital"
    )
    late = date(2026, 11, 13)
    entries = (
        AgencyRequestDraft(agency_id, asked_on=date(2026, 11, 11)),
        replace(ACTION, number="A1"),
        ACTION,
        DelayDraft(
            "Criminal trial",
            reason="A trial",
            started_on=late,
            pauses=("RR-15",),
            authority="The partners",
            next_check_on=date(2026, 11, 30),
        ),
        DelayDraft("Inquest", reason="It is over.", started_on=late, ended_on=late),
        FamilyMemberDraft(
            relationship="Mother",
            no_contact_from_on=late,
            no_contact_until_on=date(2026, 11, 30),
            no_contact_reason="A planted reason",
        ),
    )
    for entry in entries:
        save_entry(register, booked, None, entry, today=TODAY)
    (cells,) = cells_of(register, [booked])
    said = cells[2].split("\n")
    assert said[0] == "Returns: 1 of 1 outstanding"
    assert said[1] == "Actions overdue: 2 (A1)"
    assert said[2] == "Delay: Criminal trial: since 13 Nov 2026, goes on"
    assert said[3] == "Do not contact: mother, until Mon 30 Nov 2026"
    assert said[4].startswith("Missing: ")
    assert said[4].endswith("more")
    assert "planted" not in cells[2]
    assert "agency return" not in said[4]
    assert "Whether it stays so: paused by criminal trial" in cells[0]
    assert "Rapid Review to the Panel: paused by criminal trial" in cells[1]


def test_the_whole_sheet_reads_as_it_should(register, booked, other, golden):
    book(register, other, "Panel meeting", THURSDAY, "09:00")
    ids = [one.case_id for one in offer_agenda(register, None, today=TODAY).choices]
    golden("papers/agenda.txt", words_of(agenda_paper(register, ids, THURSDAY, today=TODAY)))


def test_a_case_with_nothing_open_says_nothing(register):
    closed = replace(CASE, closed_on=date(2026, 11, 20), closed_reason="All done.")
    case_id = make_case(register)
    save_case(register, case_id, closed, today=TODAY)
    (cells,) = cells_of(register, [case_id])
    assert cells[2] == "Nothing"


def test_a_case_that_is_gone_is_told(register):
    with pytest.raises(UserError, match="no longer"):
        agenda_paper(register, [uuid4()], THURSDAY, today=TODAY)
