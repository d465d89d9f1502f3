"""A calendar file of deadlines (RFC 5545): a second import updates instead of doubling."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from icalendar import Calendar, Event

from sgdesk.progress import Progress, silent
from sgdesk.records.deadline_files import EventState

if TYPE_CHECKING:
    from sgdesk.records.deadline_files import DeadlineCalendar, DeadlineEvent

_STATUS = {
    EventState.OPEN: "CONFIRMED",
    EventState.HELD: "TENTATIVE",
    EventState.DONE: "CONFIRMED",
    EventState.DROPPED: "CANCELLED",
}
_STEP = 50


def calendar_bytes(calendar: DeadlineCalendar, progress: Progress = silent) -> bytes:
    """Return the file: UTF-8, lines ended by CRLF and folded, the same bytes every time.

    Passes on what `progress` raises.
    """
    made = Calendar()
    made.add("prodid", "-//SGDesk//Deadlines//EN")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", calendar.name)
    for number, event in enumerate(calendar.events, start=1):
        if number % _STEP == 1:
            progress(number, len(calendar.events), "Writing the calendar")
        made.add_component(_event(event, calendar))
    content: bytes = made.to_ical()
    return content


def _event(event: DeadlineEvent, calendar: DeadlineCalendar) -> Event:
    made = Event()
    made.add("uid", str(event.uid))
    made.add("sequence", calendar.sequence)
    made.add("dtstamp", calendar.made_at)
    made.add("last-modified", calendar.made_at)
    made.add("dtstart", event.day)
    made.add("dtend", event.day + timedelta(days=1))
    made.add("summary", event.summary)
    made.add("description", event.description)
    made.add("categories", [event.category])
    made.add("class", "CONFIDENTIAL")
    made.add("status", _STATUS[event.state])
    made.add("transp", "TRANSPARENT")  # a deadline leaves the day free for meetings
    return made
