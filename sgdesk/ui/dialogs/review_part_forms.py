"""What the forms ask of what hangs on a local review: lines, panel, events, versions, log."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from sgdesk.domain.dates import long_date
from sgdesk.domain.review_parts import check_version
from sgdesk.domain.value_lists import ValueListKey
from sgdesk.ui.dialogs.forms import FieldKind, Form, FormField, FormPart, FormSetting

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from sgdesk.domain.review_parts import (
        MonitoringDraft,
        PanelMemberDraft,
        ReportVersionDraft,
        ReviewEventDraft,
    )
    from sgdesk.records.review_parts import ReviewParts
    from sgdesk.ui.context import AppContext

LINE_FORM = Form(
    window="Edit line of enquiry",
    title="Key line of enquiry",
    parts=(
        FormPart(
            "What the review asks",
            (
                (FormField("number", "Number"),),
                (FormField("question", "Question", FieldKind.PROSE),),
            ),
        ),
        FormPart(
            "What it found",
            ((FormField("finding", "Finding", FieldKind.PROSE, "Empty until the review says."),),),
        ),
    ),
)
MEMBER_FORM = Form(
    window="Edit panel member",
    title="Panel member",
    parts=(
        FormPart(
            "Who it is",
            (
                (
                    FormField("name", "Name"),
                    FormField("role", "Role", hint="Such as designated nurse."),
                ),
                (FormField("agency_id", "Agency", FieldKind.CHOICE),),
            ),
        ),
        FormPart(
            "On the panel",
            (
                (
                    FormField("joined_on", "Joined", FieldKind.DATE),
                    FormField("left_on", "Left", FieldKind.DATE, "Empty while on the panel."),
                ),
            ),
        ),
    ),
)
EVENT_FORM = Form(
    window="Edit event",
    title="Event of the review",
    parts=(
        FormPart(
            "What and when",
            (
                (
                    FormField("kind", "Kind", FieldKind.VALUES, values=ValueListKey.REVIEW_EVENTS),
                    FormField("place", "Place", hint="Or how people join."),
                ),
                (
                    FormField("held_on", "Day", FieldKind.DATE, "Empty until there is one."),
                    FormField("held_time", "Time", hint="Such as 10:00."),
                ),
            ),
        ),
        FormPart(
            "Afterwards",
            (
                (
                    FormField(
                        "attended", "Attended", FieldKind.PROSE, "Agencies and roles.", lines=2
                    ),
                ),
                (FormField("note", "Note", FieldKind.PROSE),),
            ),
        ),
    ),
)
VERSION_FORM = Form(
    window="Edit version",
    title="Version of the report",
    parts=(
        FormPart(
            "The version",
            (
                (
                    FormField("version", "Version", hint="Such as 0.1, or 1.0."),
                    FormField("dated_on", "Date", FieldKind.DATE),
                ),
                (
                    FormField("author", "Author"),
                    FormField("attachment_id", "File", FieldKind.CHOICE),
                ),
                (FormField("is_final", "Final", FieldKind.FLAG, "This is the final version"),),
            ),
        ),
        FormPart(
            "Sent for comments",
            (
                (
                    FormField("sent_on", "Sent", FieldKind.DATE),
                    FormField("comments_due_on", "Comments due", FieldKind.DATE),
                ),
                (
                    FormField(
                        "recipients", "Sent to", FieldKind.PROSE, "Agencies and roles.", lines=2
                    ),
                ),
                (
                    FormField(
                        "comments",
                        "Comments",
                        FieldKind.PROSE,
                        "Who answered what. While this is empty, comments are awaited.",
                    ),
                ),
            ),
        ),
    ),
    width=760,
)
MONITORING_FORM = Form(
    window="Edit monitoring",
    title="Monitoring (regulation 14)",
    parts=(
        FormPart(
            "How the review stands",
            (
                (
                    FormField("monitored_on", "Monitored on", FieldKind.DATE),
                    FormField("monitored_by", "By"),
                ),
                (FormField("route", "How", FieldKind.VALUES, values=ValueListKey.ROUTES),),
                (
                    FormField(
                        "progress", "Progress", FieldKind.PROSE, "What is done, and what is late."
                    ),
                ),
                (
                    FormField(
                        "quality", "Quality", FieldKind.PROSE, "Whether the work is sound so far."
                    ),
                ),
            ),
        ),
        FormPart(
            "Asked in writing",
            (
                (
                    FormField("letter_on", "Letter", FieldKind.DATE),
                    FormField("answered_on", "Answered", FieldKind.DATE),
                ),
                (FormField("asked_for", "Asked for", FieldKind.PROSE, lines=2),),
            ),
        ),
    ),
    width=760,
)
_NO_AGENCY = "None of the directory"
_NO_FILE = "No file of this case"
_REMOVED_FILE = "A file that was removed"


def member_setting(about: str, parts: ReviewParts) -> FormSetting:
    """Return what the form of a panel member depends on; agencies of the case come first."""
    names = sorted(parts.agencies.items(), key=lambda item: item[0] not in parts.asked)
    choices: dict[Any, str] = {None: _NO_AGENCY, **dict(names)}

    def notes(draft: PanelMemberDraft) -> Mapping[str, str]:
        if draft.agency_id is None:
            return {}
        is_asked = draft.agency_id in parts.asked
        said = "was asked for information" if is_asked else "was not asked for anything"
        return {"agency_id": f"This agency {said} in this case."}

    return FormSetting(about=about, choices={"agency_id": choices}, notes=notes)


def event_setting(about: str, context: AppContext) -> FormSetting:
    """Return what the form of an event depends on: whether its day is a working day."""
    calendar = context.register.calendar

    def notes(draft: ReviewEventDraft) -> Mapping[str, str]:
        day = draft.held_on
        if day is None or not calendar.first <= day <= calendar.last:
            return {}
        if name := calendar.bank_holidays.get(day, "") or calendar.closures.get(day, ""):
            return {"held_on": f"{long_date(day)} is {name}."}
        return {} if calendar.is_working_day(day) else {"held_on": "It is on a weekend."}

    return FormSetting(about=about, notes=notes)


def version_setting(
    about: str, parts: ReviewParts, draft: ReportVersionDraft, today: date
) -> FormSetting:
    """Return what the form of a version depends on: the other versions, and the files."""
    others = [one.draft for one in parts.versions if one.draft is not draft]
    files: dict[Any, str] = {None: _NO_FILE, **parts.files}
    if draft.attachment_id is not None:
        files.setdefault(draft.attachment_id, _REMOVED_FILE)
    return FormSetting(
        about=about,
        choices={"attachment_id": files},
        check=partial(check_version, today=today, others=others),
    )


def monitoring_setting(about: str, next_due: str) -> FormSetting:
    """Return what the form of the monitoring log depends on: when the next one is due."""

    def notes(draft: MonitoringDraft) -> Mapping[str, str]:
        return {"monitored_on": next_due if draft.monitored_on is None else ""}

    return FormSetting(about=about, notes=notes)
