"""The calendar file: read twice it doubles nothing, it follows what changes, it names nobody."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import zip_longest

import pytest
from calendar_reader import CalendarReader
from exact_dates import exactly
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from services_samples import CASE, PROFILE, TODAY, make_case
from sqlalchemy import select

from sgdesk.domain.cases import CaseKind
from sgdesk.domain.notifications import NotificationDraft, NotificationOutcome
from sgdesk.domain.partnerships import AgreedDate, CalendarChange, CalendarChangeKind
from sgdesk.domain.people import ChildDraft
from sgdesk.domain.timetables import Milestone, Timetable
from sgdesk.errors import UserError
from sgdesk.records.deadline_files import EventState, file_name
from sgdesk.services.agreed_dates import save_agreed_date
from sgdesk.services.case_views import get_case
from sgdesk.services.cases import save_case
from sgdesk.services.children import save_child
from sgdesk.services.deadline_calendars import deadline_calendar, save_deadline_calendar
from sgdesk.services.deadline_events import deadline_events
from sgdesk.services.deadline_workings import worked_rows
from sgdesk.services.deadlines import list_deadlines
from sgdesk.services.reviews import save_notification
from sgdesk.services.settings import list_calendar, save_calendar_change, save_profile
from sgdesk.services.timetables import list_timetables, save_timetable
from sgdesk.store.entities.exports import ExportEntity

AGREED = AgreedDate(date(2026, 12, 4), "The mother, Mary Ash, was ill", "Dr Oak of Elmfield")


@pytest.fixture
def reader(tmp_path):
    return CalendarReader(tmp_path / "reader")


def events(register, rows=None, today=TODAY):
    """Return the events of all deadlines by the rule's name."""
    found = deadline_events(register, rows, today=today).events
    return {event.summary.removeprefix("Done: ").split(":")[0]: event for event in found}


def withdraw(register, case_id):
    draft = get_case(register, case_id, today=TODAY).notification
    save_notification(
        register,
        case_id,
        replace(
            draft,
            outcome=NotificationOutcome.WITHDRAWN,
            withdrawn_on=TODAY,
            withdrawn_reason="Not met",
        ),
        today=TODAY,
    )


def test_the_same_file_taken_in_twice_doubles_nothing(register, reader):
    make_case(register)
    content = deadline_calendar(register, today=TODAY)
    reader.take_in(content)
    once = reader.held()
    reader.take_in(content)
    assert reader.held() == once
    assert len(once) == content.count(b"BEGIN:VEVENT") > 5


def test_a_date_that_changed_moves_its_event_and_no_other(register, reader):
    case_id = make_case(register)
    reader.take_in(deadline_calendar(register, today=TODAY))
    before = reader.held()
    save_agreed_date(register, case_id, "RR-15", AGREED)
    reader.take_in(deadline_calendar(register, today=TODAY))
    after = reader.held()
    assert set(after) == set(before)
    (moved,) = [uid for uid in after if after[uid].day != before[uid].day]
    assert before[moved].title == "Rapid Review to the Panel: RIV2026-27-01"
    assert (before[moved].day, after[moved].day) == ("2026-12-01", "2026-12-04")
    assert all(after[uid].sequence > before[uid].sequence for uid in after)


def test_what_no_longer_applies_is_cancelled_by_the_next_file(register, reader, tmp_path):
    case_id = make_case(register)
    target = tmp_path / file_name(TODAY, "ics")
    rows = [row for row in list_deadlines(register, today=TODAY) if row.is_open]
    reader.take_in(save_deadline_calendar(register, rows, target, today=TODAY).path.read_bytes())
    before = reader.held()
    assert {event.status for event in before.values()} == {"CONFIRMED"}
    open_ones = {uid for uid in before if not before[uid].title.startswith("Done: ")}
    assert len(open_ones) == sum(row.counts_to is not None for row in rows)
    withdraw(register, case_id)
    left = [row for row in list_deadlines(register, today=TODAY) if row.is_open]
    assert case_id not in {row.case_id for row in left}
    reader.take_in(deadline_calendar(register, left, today=TODAY))
    after = reader.held()
    assert {after[uid].status for uid in open_ones} == {"CANCELLED"}
    assert all(after[uid].day == before[uid].day for uid in before)
    assert all(after[uid].title.startswith("No longer due: ") for uid in open_ones)


def test_a_trigger_that_was_taken_away_cancels_what_it_began(register):
    case_id = make_case(register)
    before = events(register)["Rapid Review to the Panel"]
    save_notification(register, case_id, NotificationDraft(), today=TODAY)
    gone = events(register)["No longer due"]
    all_gone = deadline_events(register, today=TODAY).events
    (same,) = [event for event in all_gone if event.uid == before.uid]
    assert (same.state, same.day) == (EventState.DROPPED, before.day)
    assert gone.state is EventState.DROPPED


def test_what_was_met_lately_is_told_as_done_and_later_left_out(register):
    case_id = make_case(register)
    draft = get_case(register, case_id, today=TODAY).notification
    met = replace(draft, copy_received_on=date(2026, 11, 10))
    save_notification(register, case_id, met, today=TODAY)
    rows = [row for row in list_deadlines(register, today=TODAY) if row.is_open]
    found = deadline_events(register, rows, today=TODAY).events
    (done,) = [event for event in found if event.summary.startswith("Done: Copy of the")]
    assert (done.state, done.day) == (EventState.DONE, date(2026, 11, 10))
    assert "Met on Tue 10 Nov 2026." in done.description
    much_later = date(2026, 11, 10) + timedelta(days=93)
    later = deadline_events(register, today=much_later).events
    assert done.uid not in {event.uid for event in later}


def test_a_result_that_stays_is_told_without_counting_it_anew(register):
    case_id = make_case(register)
    draft = get_case(register, case_id, today=TODAY).notification
    met = replace(draft, copy_received_on=date(2026, 11, 10))
    save_notification(register, case_id, met, today=TODAY)
    moved = replace(met, notified_on=date(2026, 11, 9))
    save_notification(register, case_id, moved, today=TODAY)
    done = events(register)["Copy of the notification"]
    assert (done.state, done.day) == (EventState.DONE, date(2026, 11, 10))
    assert "It was due on Tue 10 Nov 2026; the result is kept as it was." in done.description
    rows = [row for row in list_deadlines(register, today=TODAY) if row.code == "RR-COPY"]
    (worked,) = worked_rows(register, rows, today=TODAY)
    assert worked.working == "Notified Tue 10 Nov 2026. Due the same day."


def test_only_the_rows_asked_for_are_open_in_the_file(register):
    make_case(register)
    make_case(register, replace(CASE, reference="RIV2026-27-02", further_references=()))
    rows = [row for row in list_deadlines(register, today=TODAY) if row.code == "RR-15"]
    found = deadline_events(register, rows[:1], today=TODAY)
    open_ones = [event.summary for event in found.events if event.state is EventState.OPEN]
    assert open_ones == [f"Rapid Review to the Panel: {rows[0].reference}"]
    assert found.case_ids == (rows[0].case_id,)


def test_every_date_explains_itself(register):
    case_id = make_case(register)
    save_agreed_date(register, case_id, "RR-15", AGREED)
    event = events(register)["Rapid Review to the Panel"]
    assert event.day == AGREED.agreed_on
    assert event.category == "Panel expectation"
    for words in (
        "Agreed date: Fri 4 Dec 2026. By the rule: Tue 1 Dec 2026.",
        "Rule RR-15: 15 working days after the notified date.",
        "Panel expectation. ",
        "Working Together 2026.",
        "Notified Tue 10 Nov 2026 (day 0). Day 15 = Tue 1 Dec 2026. Skipped: 6 weekend days.",
        "the day after the trigger is day 1.",
        "OFFICIAL-SENSITIVE. As at Mon 23 Nov 2026.",
    ):
        assert words in event.description


def test_the_yearly_report_of_the_partnership_is_an_event_too(register, practice):
    for one in (register, practice):
        profile = replace(PROFILE, last_yearly_report_on=date(2026, 1, 5))
        save_profile(one, profile, today=TODAY)
    own, other = events(register)["Yearly report"], events(practice)["PRACTICE"]
    assert own.summary == "Yearly report: the partnership"
    assert own.day == date(2027, 1, 5)
    assert other.summary.startswith("PRACTICE: ")
    every = {event.uid for event in deadline_events(practice, today=TODAY).events}
    assert own.uid not in every


def test_practice_says_so_in_every_summary(practice):
    found = deadline_events(practice, today=TODAY)
    assert found.name.startswith("PRACTICE")
    assert all(event.summary.startswith("PRACTICE: ") for event in found.events)
    states = {event.state for event in found.events}
    assert states == set(EventState)


def test_an_identity_stays_and_its_number_rises_with_every_save(register, tmp_path):
    case_id = make_case(register)
    first = deadline_events(register, today=TODAY)
    again = deadline_events(register, today=TODAY)
    assert first == again
    renamed = replace(CASE, reference="RIV2026-27-09", title="Other")
    save_case(register, case_id, renamed, today=TODAY)
    save_deadline_calendar(register, None, tmp_path / "d.ics", today=TODAY)
    later = deadline_events(register, today=TODAY)
    assert {event.uid for event in later.events} == {event.uid for event in first.events}
    assert later.sequence > first.sequence
    with register.store.read() as session:
        assert [one.kind for one in session.scalars(select(ExportEntity))] == ["deadline-calendar"]


NAMES = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz ’-é", min_size=6, max_size=30)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(name="Mary Ash")
@given(name=NAMES.map(lambda name: f"Zq{' '.join(name.split())}zQ"))
def test_no_title_no_name_and_no_typed_text_is_in_the_file(register, name):
    title = f"{name} and two others"
    case = replace(CASE, reference="", further_references=(), title=title, owner=name)
    case_id = make_case(register, replace(case, kind=CaseKind.NATIONAL))
    save_child(register, case_id, None, ChildDraft(pseudonym=name, name=name), today=TODAY)
    save_agreed_date(register, case_id, "RR-15", AgreedDate(AGREED.agreed_on, name, name))
    holiday = CalendarChange(date(2026, 11, 17), CalendarChangeKind.ADDED, name)
    closure = CalendarChange(date(2026, 11, 19), CalendarChangeKind.CLOSURE, name)
    before = [row.change_id for row in list_calendar(register, 2026) if row.change_id]
    for change, change_id in zip_longest((holiday, closure), before):
        save_calendar_change(register, change, change_id)
    timetable = Timetable(date(2026, 11, 1), (Milestone("LOCAL-1", name, 3),))
    kept = [row for row in list_timetables(register) if row.timetable.starts_on]
    save_timetable(register, kept[0] if kept else None, timetable)
    content = deadline_calendar(register, today=TODAY)
    told = "\n".join(
        str(value)
        for event in Calendar.from_ical(content).walk("VEVENT")
        for _, value in event.property_items()
    )
    assert name not in told
    assert "a case without a reference" in told
    assert "(added holiday)" in told
    assert "office closed" in told
    assert "Local milestone, day 3: a case without a reference" in told
    assert "A milestone of the local timetable: 3 working days after the notified date." in told


def test_a_rule_that_leaves_the_calendar_is_left_out(register):
    case = replace(CASE, incident=exactly(date(1996, 1, 1)), aware_on=date(1996, 1, 2))
    make_case(register, case, notified_on=date(1996, 1, 3))
    kept = {event.category for event in deadline_events(register, today=date(1996, 1, 4)).events}
    assert kept <= {"Local practice"}


def test_the_stamp_is_the_moment_it_was_made(register):
    make_case(register)
    register.now = lambda: datetime(2026, 11, 23, 12, 30, tzinfo=UTC)
    assert b"DTSTAMP:20261123T123000Z" in deadline_calendar(register, today=TODAY)


def test_a_list_without_a_date_by_a_rule_makes_no_empty_file(register, tmp_path):
    with pytest.raises(UserError, match="would be empty"):
        save_deadline_calendar(register, (), tmp_path / "d.ics", today=TODAY)
    assert list(tmp_path.glob("*.ics")) == []
