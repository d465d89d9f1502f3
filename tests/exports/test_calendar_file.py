"""The calendar file: what RFC 5545 asks for, folded, and the same bytes every time."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from sgdesk.errors import CancelledError
from sgdesk.exports.calendar.deadlines import calendar_bytes
from sgdesk.records.deadline_files import DeadlineCalendar, DeadlineEvent, EventState
from sgdesk.text import clean

EVENT = DeadlineEvent(
    uid=UUID("12345678-1234-5678-1234-567812345678"),
    day=date(2026, 11, 27),
    summary="Rapid Review to the Panel: ZZSP2026-27-04",
    description="Agreed date: Fri 27 Nov 2026; by the rule, Mon 23 Nov 2026.\nDay 15, counted.",
    category="Panel expectation",
    state=EventState.OPEN,
)
FILE = DeadlineCalendar(
    name="SGDesk deadlines",
    sequence=400,
    made_at=datetime(2026, 11, 23, 9, tzinfo=UTC),
    events=(EVENT,),
)


def lines_of(calendar):
    """Return the lines of the file with folded ones put together again."""
    return calendar_bytes(calendar).decode().replace("\r\n ", "").split("\r\n")


def test_the_file_says_what_it_is():
    lines = lines_of(FILE)
    assert lines[0] == "BEGIN:VCALENDAR"
    assert {"VERSION:2.0", "METHOD:PUBLISH", "CALSCALE:GREGORIAN"} <= set(lines)
    assert lines[-2:] == ["END:VCALENDAR", ""]


def test_a_deadline_is_a_whole_day_that_leaves_the_day_free():
    lines = lines_of(FILE)
    assert "DTSTART;VALUE=DATE:20261127" in lines
    assert "DTEND;VALUE=DATE:20261128" in lines
    assert "TRANSP:TRANSPARENT" in lines
    assert "CLASS:CONFIDENTIAL" in lines
    assert "CATEGORIES:Panel expectation" in lines
    assert f"UID:{EVENT.uid}" in lines
    assert "SEQUENCE:400" in lines
    assert "DTSTAMP:20261123T090000Z" in lines
    assert "LAST-MODIFIED:20261123T090000Z" in lines


@pytest.mark.parametrize(
    ("state", "status"),
    [
        (EventState.OPEN, "CONFIRMED"),
        (EventState.HELD, "TENTATIVE"),
        (EventState.DONE, "CONFIRMED"),
        (EventState.DROPPED, "CANCELLED"),
    ],
)
def test_each_state_has_its_status(state, status):
    assert f"STATUS:{status}" in lines_of(replace(FILE, events=(replace(EVENT, state=state),)))


@given(st.text(max_size=400).map(clean))
def test_any_text_is_folded_and_comes_back(text):
    made = calendar_bytes(replace(FILE, events=(replace(EVENT, description=text),)))
    assert all(len(line) <= 75 for line in made.split(b"\r\n"))
    assert made.count(b"\n") == made.count(b"\r\n")
    (event,) = Calendar.from_ical(made).walk("VEVENT")
    assert str(event["DESCRIPTION"]) == text


def test_the_same_deadlines_give_the_same_bytes():
    assert calendar_bytes(FILE) == calendar_bytes(FILE)


def test_long_work_tells_how_far_it_is_and_stops():
    many = replace(FILE, events=(EVENT,) * 120)
    told = []
    calendar_bytes(many, lambda *step: told.append(step))
    assert [done for done, _, _ in told] == [1, 51, 101]

    def stop(*_step):
        raise CancelledError

    with pytest.raises(CancelledError):
        calendar_bytes(many, stop)
