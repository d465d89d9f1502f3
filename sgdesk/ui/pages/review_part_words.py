"""What the lists of a local review read: lines of enquiry, panel, events, versions, log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.dates import long_date
from sgdesk.domain.deadline_words import dated_words, working_days
from sgdesk.domain.deadlines import open_standing
from sgdesk.domain.standings import Standing
from sgdesk.ui.dialogs.fact_list import Fact
from sgdesk.ui.pages.case_sections import Act, Section

if TYPE_CHECKING:
    from datetime import date

    from sgdesk.domain.calendar import WorkingCalendar
    from sgdesk.domain.review_parts import (
        MonitoringDraft,
        PanelMemberDraft,
        ReportVersionDraft,
        ReviewEventDraft,
    )
    from sgdesk.records.review_parts import ReviewParts

WRITE = "write"
_WRITE_ACT = Act(WRITE, "Write to the reviewer…", "mail")
_REMOVED = "A file that was removed"


def line_sections(parts: ReviewParts) -> tuple[Section, ...]:
    """Return a section for each key line of enquiry, under its number."""
    return tuple(
        Section(
            f"Line {one.draft.number}" if one.draft.number else "Line without a number",
            (
                Fact("Question", one.draft.question),
                Fact("Finding", one.draft.finding or "Not found yet"),
            ),
            "line",
            entry_id=one.entry_id,
        )
        for one in parts.lines
    )


def next_number(parts: ReviewParts) -> str:
    """Return the number after the highest whole one that a line of enquiry has."""
    numbers = [int(one.draft.number) for one in parts.lines if one.draft.number.isdecimal()]
    return str(max(numbers, default=0) + 1)


def member_sections(parts: ReviewParts) -> tuple[Section, ...]:
    """Return a section for each member of the panel."""
    return tuple(
        Section(
            one.draft.name or one.draft.role,
            _said(
                Fact("Role", one.draft.role),
                Fact("Agency", _agency(parts, one.draft)),
                Fact("On the panel", _membership(one.draft)),
            ),
            "member",
            entry_id=one.entry_id,
        )
        for one in parts.members
    )


def _agency(parts: ReviewParts, draft: PanelMemberDraft) -> str:
    return parts.agencies.get(draft.agency_id, "") if draft.agency_id else ""


def _membership(draft: PanelMemberDraft) -> str:
    since = f"Since {long_date(draft.joined_on)}" if draft.joined_on else ""
    until = f"left {long_date(draft.left_on)}" if draft.left_on else ""
    words = ", ".join(part for part in (since, until) if part)
    return f"{words[:1].upper()}{words[1:]}"


def event_sections(
    parts: ReviewParts, today: date, calendar: WorkingCalendar
) -> tuple[Section, ...]:
    """Return a section for each event: without a day, to come, then held."""
    return tuple(
        Section(
            _event_title(one.draft),
            (
                _event_standing(one.draft, today, calendar),
                *_said(
                    Fact("Place", one.draft.place),
                    Fact("Attended", one.draft.attended),
                    Fact("Note", one.draft.note),
                ),
            ),
            "event",
            entry_id=one.entry_id,
        )
        for one in parts.events
    )


def _event_title(draft: ReviewEventDraft) -> str:
    day = f" · {long_date(draft.held_on)}" if draft.held_on else ""
    time = f", {draft.held_time}" if draft.held_time else ""
    return f"{draft.kind}{day}{time}"


def _event_standing(draft: ReviewEventDraft, today: date, calendar: WorkingCalendar) -> Fact:
    day = draft.held_on
    if day is None:
        return Fact("State", "No day is set yet", standing=Standing.WAITING)
    if day < today:
        return Fact("State", "Held", standing=Standing.MET)
    if day == today:
        return Fact("State", "Today", standing=Standing.DUE_TODAY)
    days = calendar.working_days_between(today, day) if day <= calendar.last else 0
    words = f"In {working_days(days)}" if days else "To come"
    return Fact("State", words, standing=Standing.ON_TRACK)


def version_sections(
    parts: ReviewParts, today: date, calendar: WorkingCalendar
) -> tuple[Section, ...]:
    """Return a section for each version of the report, the newest first."""
    return tuple(
        Section(
            f"Version {one.draft.version}{' (final)' if one.draft.is_final else ''}",
            _said(
                Fact("Date", _day(one.draft.dated_on), _by(one.draft.author)),
                Fact("Sent", _day(one.draft.sent_on), _to(one.draft.recipients)),
                comments_fact(one.draft, today, calendar),
                Fact("File", _file(parts, one.draft)),
            ),
            "version",
            entry_id=one.entry_id,
        )
        for one in parts.versions
    )


def comments_fact(draft: ReportVersionDraft, today: date, calendar: WorkingCalendar) -> Fact:
    """Return what was said of a version, or how the comments that are awaited stand."""
    due = draft.comments_due_on
    asked = f"Asked for by {long_date(due)}" if due else ""
    if draft.comments:
        return Fact("Comments", draft.comments, asked)
    if due is None:
        return Fact("Comments", "")
    standing, days = open_standing(due, today, calendar)
    is_far = standing is Standing.ON_TRACK
    words = "Awaited" if is_far else dated_words(standing, days, due)
    return Fact("Comments", words, asked, standing)


def _file(parts: ReviewParts, draft: ReportVersionDraft) -> str:
    key = draft.attachment_id
    return parts.files.get(key, _REMOVED) if key else ""


def monitoring_sections(parts: ReviewParts) -> tuple[Section, ...]:
    """Return a section for each look at progress and quality, the newest first."""
    return tuple(
        Section(
            _monitoring_title(one.draft),
            _said(
                Fact("Progress", one.draft.progress),
                Fact("Quality", one.draft.quality),
                Fact("By", one.draft.monitored_by, one.draft.route),
                _written(one.draft),
            ),
            "monitoring",
            entry_id=one.entry_id,
            acts=() if one.draft.letter_on else (_WRITE_ACT,),
        )
        for one in parts.monitoring
    )


def _monitoring_title(draft: MonitoringDraft) -> str:
    if draft.monitored_on:
        return f"Monitored {long_date(draft.monitored_on)}"
    return f"Letter of {_day(draft.letter_on)}"


def _written(draft: MonitoringDraft) -> Fact:
    if draft.letter_on is None:
        return Fact("Asked in writing", "", draft.asked_for)
    words = f"Letter of {long_date(draft.letter_on)}"
    if draft.answered_on:
        words = f"{words}, answered {long_date(draft.answered_on)}"
        return Fact("Asked in writing", words, draft.asked_for, Standing.MET)
    return Fact("Asked in writing", f"{words}, no answer yet", draft.asked_for, Standing.WAITING)


def _said(*facts: Fact) -> tuple[Fact, ...]:
    """Leave out what nothing is recorded of: a short entry reads short."""
    return tuple(fact for fact in facts if fact.words or fact.note)


def _day(day: date | None) -> str:
    return long_date(day) if day else ""


def _by(author: str) -> str:
    return f"By {author}" if author else ""


def _to(recipients: str) -> str:
    return f"To {recipients}" if recipients else ""
