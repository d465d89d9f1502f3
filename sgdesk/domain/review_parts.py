"""What hangs on a local review: lines of enquiry, panel, events, versions, monitoring."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sgdesk.domain.dates import date_problems
from sgdesk.domain.prose import prose
from sgdesk.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from uuid import UUID


@dataclass(frozen=True, slots=True)
class EnquiryLineDraft:
    """A key line of enquiry."""

    number: str = ""
    question: str = prose()
    finding: str = prose()


@dataclass(frozen=True, slots=True)
class PanelMemberDraft:
    """A member of the panel of a local review."""

    name: str = field(default="", repr=False)
    role: str = ""
    agency_id: UUID | None = None
    joined_on: date | None = None
    left_on: date | None = None


@dataclass(frozen=True, slots=True)
class ReviewEventDraft:
    kind: str = ""
    held_on: date | None = None
    """The day it is booked for, or was held."""
    held_time: str = ""
    """The time, as in "10:00"."""
    place: str = ""
    attended: str = prose()
    note: str = prose()


@dataclass(frozen=True, slots=True)
class ReportVersionDraft:
    """One version of the report of a local review."""

    version: str = ""
    dated_on: date | None = None
    author: str = ""
    sent_on: date | None = None
    recipients: str = prose()
    comments_due_on: date | None = None
    comments: str = prose()
    is_final: bool = False
    attachment_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class MonitoringDraft:
    """One look at progress and quality: regulation 14 of SI 2018/789."""

    monitored_on: date | None = None
    monitored_by: str = ""
    route: str = ""
    progress: str = prose()
    quality: str = prose()
    asked_for: str = prose()
    """What the reviewer was asked for in writing."""
    letter_on: date | None = None
    answered_on: date | None = None


def check_enquiry_line(draft: EnquiryLineDraft, *, today: date) -> list[Problem]:  # noqa: ARG001
    """Return every problem of `draft` at once; warnings do not stop saving."""
    problems = []
    if not draft.question.strip():
        problems.append(Problem("question", "Question: write what the review asks."))
    if not draft.number.strip():
        sentence = "Number: give one, so that findings can name the line."
        problems.append(Problem("number", sentence, is_warning=True))
    return problems


def check_panel_member(draft: PanelMemberDraft, *, today: date) -> list[Problem]:
    """Return every problem of `draft` at once; warnings do not stop saving."""
    joined = (("joined_on", "Joined", draft.joined_on), ("left_on", "Left", draft.left_on))
    problems = date_problems(joined, today=today)
    if not draft.name.strip() and not draft.role.strip():
        problems.append(Problem("name", "Name: write the name, or the role below."))
    if not draft.role.strip() and draft.name.strip():
        sentence = "Role: say what the member does, such as designated nurse."
        problems.append(Problem("role", sentence, is_warning=True))
    if draft.joined_on and draft.left_on and draft.left_on < draft.joined_on:
        problems.append(Problem("left_on", "Left: it is before the day of joining; swap the two."))
    return problems


def check_event(draft: ReviewEventDraft, *, today: date) -> list[Problem]:
    """Return every problem of `draft` at once; warnings do not stop saving."""
    problems = date_problems((("held_on", "Day", draft.held_on),))
    if not draft.kind.strip():
        problems.append(Problem("kind", "Kind: choose it from the list, or write it."))
    if draft.held_on and draft.held_on > today and draft.attended.strip():
        sentence = "Attended: the day is still to come; say afterwards who was there."
        problems.append(Problem("attended", sentence, is_warning=True))
    return problems


def check_version(
    draft: ReportVersionDraft, *, today: date, others: Iterable[ReportVersionDraft] = ()
) -> list[Problem]:
    """Return every problem of `draft` at once; warnings do not stop saving.

    `others` are the other versions of the same report.
    """
    past = (("dated_on", "Date", draft.dated_on), ("sent_on", "Sent", draft.sent_on))
    due = (("comments_due_on", "Comments due", draft.comments_due_on),)
    problems = [*date_problems(past, today=today), *date_problems(due)]
    if not draft.version.strip():
        problems.append(Problem("version", "Version: give it a number, such as 0.1."))
    if draft.dated_on and draft.sent_on and draft.sent_on < draft.dated_on:
        problems.append(Problem("sent_on", "Sent: it is before the date of the version."))
    if draft.sent_on and draft.comments_due_on and draft.comments_due_on < draft.sent_on:
        sentence = "Comments due: it is before the day the version was sent."
        problems.append(Problem("comments_due_on", sentence))
    problems += _version_warnings(draft, tuple(others))
    return problems


def _version_warnings(
    draft: ReportVersionDraft, others: tuple[ReportVersionDraft, ...]
) -> list[Problem]:
    found = {}
    number = draft.version.strip().casefold()
    if number and number in {one.version.strip().casefold() for one in others}:
        found["version"] = "Version: another version has this number. Give each its own."
    if draft.sent_on and not draft.recipients.strip():
        found["recipients"] = "Sent to: say who has this version."
    if draft.comments_due_on and draft.sent_on is None:
        found["sent_on"] = "Sent: comments are asked for; say when the version went out."
    if draft.is_final and any(one.is_final for one in others):
        found["is_final"] = "Final: another version is marked final. Only one can be."
    return [Problem(field, sentence, is_warning=True) for field, sentence in found.items()]


def check_monitoring(draft: MonitoringDraft, *, today: date) -> list[Problem]:
    """Return every problem of `draft` at once; warnings do not stop saving."""
    past = (
        ("monitored_on", "Monitored on", draft.monitored_on),
        ("letter_on", "Letter", draft.letter_on),
        ("answered_on", "Answered", draft.answered_on),
    )
    problems = date_problems(past, today=today)
    if draft.monitored_on is None and draft.letter_on is None:
        sentence = "Monitored on: give the day, or the day of the letter below."
        problems.append(Problem("monitored_on", sentence))
    if draft.letter_on and draft.answered_on and draft.answered_on < draft.letter_on:
        problems.append(Problem("answered_on", "Answered: it is before the letter."))
    if draft.monitored_on is not None:
        problems += _unsaid(draft)
    return problems


def _unsaid(draft: MonitoringDraft) -> list[Problem]:
    said = (bool(draft.progress.strip()), bool(draft.quality.strip()))
    if all(said):
        return []
    if not any(said):
        return [Problem("progress", "Progress: say how the review stands, and its quality below.")]
    field, title = ("quality", "Quality") if said[0] else ("progress", "Progress")
    return [Problem(field, f"{title}: regulation 14 asks for it too.", is_warning=True)]
