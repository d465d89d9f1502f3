"""What Today tells beside deadlines: returns that are out, the public list, what was moved."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from agency_samples import ASKED_ON, RULE_DUE, make_asked
from services_samples import CASE, PROFILE, TODAY, make_case
from sqlalchemy import select

from sgdesk.domain.agency_requests import (
    OUTSTANDING_STATES,
    AgencyRequestDraft,
    AgencyReturnDraft,
)
from sgdesk.domain.learning import ActionDraft, ActionStatus
from sgdesk.domain.publications import PublicationDraft
from sgdesk.domain.standings import Standing
from sgdesk.domain.timetables import Milestone, Timetable, standard_milestones
from sgdesk.records.deadlines import DueKind
from sgdesk.records.today import ListedReview
from sgdesk.services.agency_requests import save_request, save_return
from sgdesk.services.coming_weeks import list_day
from sgdesk.services.entries import list_entries, save_entry
from sgdesk.services.held_cases import read_held_cases
from sgdesk.services.publications import LEAVING, TO_ARCHIVE, list_publications
from sgdesk.services.return_lines import read_out_returns
from sgdesk.services.return_matrix import read_returns
from sgdesk.services.reviews import put_part
from sgdesk.services.settings import save_profile
from sgdesk.services.timetables import save_timetable
from sgdesk.services.today import look_at_today
from sgdesk.store.entities.agencies import AgencyRequestEntity
from sgdesk.store.entities.cases import CaseEntity
from sgdesk.store.entities.deadlines import MovedDateEntity
from sgdesk.store.entities.learning import ActionEntity
from sgdesk.store.entities.publications import PublicationEntity

DAY = timedelta(days=1)
BEFORE = datetime(2026, 11, 20, 17, 5, tzinfo=UTC)


def returns_in(view):
    return [row for row in view.waiting_on_others if row.kind is DueKind.RETURN]


def test_returns_that_are_out_wait_on_others_in_place_of_the_rule_for_all(register):
    case_id, _ = make_asked(register)
    view = look_at_today(register, today=TODAY)
    (line,) = returns_in(view)
    assert (line.what, line.owner, line.case_id) == ("2 agency returns", "2 agencies", case_id)
    assert line.title == "2 agency returns: Housing, Riverton Police"
    assert (line.due, line.standing, line.trigger_on) == (RULE_DUE, Standing.DUE_SOON, ASKED_ON)
    assert line.entry_id is None
    assert "RR-RETURN" not in {row.code for row in view.waiting_on_others}
    assert "RR-RETURN" in {row.code for row in view.due_soon}


def test_returns_that_stand_otherwise_have_a_line_of_their_own(register):
    case_id, agencies = make_asked(register)
    for entry in list_entries(register, AgencyRequestDraft, case_id):
        if entry.draft.agency_id == agencies["Housing"]:
            own = replace(entry.draft, due_on=TODAY - 4 * DAY, due_reason="Theirs")
            save_request(register, case_id, entry, own, today=TODAY)
    lines = returns_in(look_at_today(register, today=TODAY))
    assert [(line.what, line.standing) for line in lines] == [
        ("Return: Housing", Standing.OVERDUE),
        ("Return: Riverton Police", Standing.DUE_SOON),
    ]
    assert lines[0].short_words == "Overdue by 2 working days"
    assert {line.agency for line in lines} == {"Housing", "Riverton Police"}
    assert None not in {line.entry_id for line in lines}


def test_what_was_returned_or_taken_back_waits_on_nobody(register):
    case_id, agencies = make_asked(register)
    for entry in list_entries(register, AgencyRequestDraft, case_id):
        if entry.draft.agency_id == agencies["Housing"]:
            save_return(register, case_id, entry, AgencyReturnDraft(received_on=TODAY), today=TODAY)
        else:
            taken_back = replace(entry.draft, not_needed_reason="Not known there")
            save_request(register, case_id, entry, taken_back, today=TODAY)
    assert returns_in(look_at_today(register, today=TODAY)) == []


def test_a_return_without_a_day_and_an_answer_that_is_owed_wait_too(register):
    case_id, _ = make_asked(register, names=("Housing",))
    (entry,) = list_entries(register, AgencyRequestDraft, case_id)
    for held in (
        {"purpose": "Chronology"},
        {"received_on": TODAY - DAY, "queried_on": TODAY},
    ):
        with register.write() as session:
            row = session.get_one(AgencyRequestEntity, entry.entry_id)
            for name, value in held.items():
                setattr(row, name, value)
        (line,) = returns_in(look_at_today(register, today=TODAY))
    assert line.due_words == "No day is set"
    assert line.short_words == "Queried on Mon 23 Nov"


def test_each_return_that_is_out_is_in_a_state_of_waiting(practice):
    cases = {case.id: case for case in read_held_cases(practice)}
    out = read_out_returns(practice, cases, today=TODAY)
    cells = [cell for cell in read_returns(practice, today=TODAY).cells if cell.is_outstanding]
    assert {one.request_id for one in out} == {cell.request_id for cell in cells}
    assert {one.now.state for one in out} <= OUTSTANDING_STATES
    assert repr(out[0]) == f"<OutReturn {out[0].request_id}>"


def test_returns_of_a_removed_case_are_nobodys(register):
    case_id, _ = make_asked(register)
    with register.write() as session:
        session.get_one(CaseEntity, case_id).deleted_at = register.now()
    assert look_at_today(register, today=TODAY).waiting_on_others == ()


def published(register, number, published_on, **changes):
    draft = replace(CASE, reference=f"RIV2026-27-{number:02d}", further_references=())
    case_id = make_case(register, draft)
    publication = PublicationDraft(title=f"Review {number}", published_on=published_on, **changes)
    with register.write() as session:
        put_part(session, PublicationEntity, case_id, publication)
    return case_id


def test_the_list_window_names_what_leaves_soon_and_what_has_left(register):
    left = published(register, 1, date(2023, 11, 23))
    leaving = published(register, 2, date(2024, 2, 23))
    published(register, 3, date(2024, 2, 24))
    published(register, 4, date(2023, 11, 1), archived_on=date(2026, 11, 2))
    make_case(register, replace(CASE, reference="RIV2026-27-05", further_references=()))

    window = look_at_today(register, today=TODAY).list_window

    assert window == (
        ListedReview(left, "RIV2026-27-01", "Review 1", TODAY, has_left=True),
        ListedReview(leaving, "RIV2026-27-02", "Review 2", date(2027, 2, 23), has_left=False),
    )
    stated = {row.case_id: row.state for row in list_publications(register, today=TODAY)}
    assert {one.case_id for one in window} == {
        key for key, state in stated.items() if state in (LEAVING, TO_ARCHIVE)
    }


def test_dates_that_a_save_moved_since_are_told_newest_first(register):
    case_id = make_case(register)
    gone = make_case(register, replace(CASE, reference="RIV2", further_references=()))
    for owner, code in ((case_id, "RR-15"), (case_id, "LOCAL-9"), (gone, "RR-15")):
        with register.write() as session:
            session.add(
                MovedDateEntity(
                    case_id=owner,
                    rule_code=code,
                    before_on=TODAY,
                    after_on=None if code == "LOCAL-9" else TODAY + DAY,
                    cause="Calendar changed",
                )
            )
    with register.write() as session:
        session.get_one(CaseEntity, gone).deleted_at = register.now()
    register.opened_before = BEFORE
    view = look_at_today(register, today=TODAY)
    moved = view.moved
    assert "Due date moved" in {row.record for row in view.since}  # so that Today tells them apart
    assert [(one.code, one.what, one.before, one.after) for one in moved] == [
        ("LOCAL-9", "Local milestone", TODAY, None),
        ("RR-15", "Rapid Review to the Panel", TODAY, TODAY + DAY),
    ]
    assert {one.cause for one in moved} == {"Calendar changed"}
    register.opened_before = register.now()
    assert look_at_today(register, today=TODAY).moved == ()


def test_a_moved_step_that_the_case_no_longer_has_keeps_its_name(register):
    case_id = make_case(register)
    own = Milestone("LOCAL-9", "Strategy meeting minutes in", 3)
    save_timetable(register, None, Timetable(TODAY, (*standard_milestones(), own)))
    with register.write() as session:
        session.add(
            MovedDateEntity(
                case_id=case_id, rule_code="LOCAL-9", before_on=TODAY, cause="Timetable changed"
            )
        )
    register.opened_before = BEFORE
    (moved,) = look_at_today(register, today=TODAY).moved
    assert moved.what == "Strategy meeting minutes in"


def test_the_yearly_report_presses_like_any_other_deadline(register):
    save_profile(register, replace(PROFILE, last_yearly_report_on=date(2025, 11, 20)), today=TODAY)
    view = look_at_today(register, today=TODAY)
    assert [(row.code, row.case_id) for row in view.overdue] == [("YR-12", None)]
    assert view.deadlines == 1
    week = look_at_today(register, today=date(2026, 11, 18))
    assert [load.day for load in week.weeks if load.weights] == [date(2026, 11, 20)]
    rows = list_day(register, date(2026, 11, 20), today=date(2026, 11, 18))
    assert [row.code for row in rows] == ["YR-12"]


def add_action(register, case_id, number, due_on, **changes):
    draft = ActionDraft(
        number=number, text="Check files", owner="Named nurse", due_on=due_on, **changes
    )
    save_entry(register, case_id, None, draft, today=TODAY)


def test_a_day_of_the_strip_lists_each_thing_that_it_counts(register):
    case_id = make_case(register)
    for number in ("1.1", "1.2"):
        add_action(register, case_id, number, date(2026, 12, 8), set_on=TODAY)
    view = look_at_today(register, today=TODAY)
    listed = {load.day: list_day(register, load.day, today=TODAY) for load in view.weeks}
    for load in view.weeks:
        rows = listed[load.day]
        assert sorted(row.weight for row in rows) == sorted(load.weights)
        assert {row.counts_to for row in rows} <= {load.day}
    on_one_day = listed[date(2026, 12, 8)]
    assert [row.what for row in on_one_day] == [
        "Action 1.1: Check files",
        "Action 1.2: Check files",
    ]
    assert len({row.code for row in on_one_day}) == 2


def test_actions_that_are_closed_or_far_are_not_among_what_presses(register):
    case_id = make_case(register)
    add_action(register, case_id, "1.1", TODAY - DAY)
    add_action(register, case_id, "1.2", TODAY + 60 * DAY)
    add_action(
        register,
        case_id,
        "1.4",
        TODAY - DAY,
        revised_on=TODAY,
        revised_reason="Illness",
        revised_by="Panel",
    )
    with register.write() as session:
        (first,) = session.scalars(select(ActionEntity).where(ActionEntity.number == "1.1"))
        first.status = ActionStatus.NOT_ACCEPTED
    view = look_at_today(register, today=TODAY)
    standings = Counter(
        row.standing
        for row in (*view.overdue, *view.due_today, *view.due_soon)
        if row.kind is DueKind.ACTION
    )
    assert standings == {Standing.DUE_TODAY: 1}
    assert view.overdue_actions == 0


@pytest.mark.parametrize("offset", [0, 5, 33])
def test_in_practice_the_strip_and_its_days_agree(practice, offset):
    today = TODAY + offset * DAY
    view = look_at_today(practice, today=today)
    for load in view.weeks:
        rows = list_day(practice, load.day, today=today)
        assert sorted(row.weight for row in rows) == sorted(load.weights)
