"""What the forms of a publication ask: one for each section of its tab."""

from __future__ import annotations

from sgdesk.domain.publications import PACK_FILE_WORDS
from sgdesk.domain.review_questions import PUBLICATION_GATES
from sgdesk.domain.value_lists import ValueListKey
from sgdesk.ui.dialogs.forms import FieldKind, Form, FormField, FormPart

_REVIEW_TYPES = (
    "Local Child Safeguarding Practice Review",
    "Serious Case Review",
    "Thematic review",
    "National review",
)
_TITLE = "Publication"
_WINDOW = "Edit publication"
_TIME_HINT = "As in 10:00"

_REPORT = Form(
    window=_WINDOW,
    title=f"{_TITLE}: the report",
    parts=(
        FormPart(
            "The report",
            (
                (
                    FormField(
                        "title", "Title", hint="Leave empty if the list gives the reference alone."
                    ),
                    FormField(
                        "review_type",
                        "Type of review",
                        FieldKind.VALUES,
                        words={one: one for one in _REVIEW_TYPES},
                    ),
                ),
                (FormField("summary", "Summary for the public list", FieldKind.PROSE, lines=6),),
            ),
        ),
    ),
    width=760,
)

_DATES = Form(
    window=_WINDOW,
    title=f"{_TITLE}: before and on the day",
    parts=(
        FormPart(
            "The day",
            (
                (
                    FormField("planned_on", "Planned date", FieldKind.DATE),
                    FormField("published_on", "Publication date", FieldKind.DATE),
                ),
            ),
        ),
        FormPart(
            "Full report to the Panel and the Secretary of State",
            (
                (
                    FormField(
                        "copy_sent_on",
                        "Full report sent",
                        FieldKind.DATE,
                        "7 working days before publication at the latest.",
                    ),
                    FormField(
                        "copy_sent_route", "How", FieldKind.VALUES, values=ValueListKey.ROUTES
                    ),
                ),
            ),
        ),
        FormPart(
            "Embargo and website",
            (
                (
                    FormField("embargo_on", "Embargo until", FieldKind.DATE),
                    FormField("embargo_time", "Embargo time", hint=_TIME_HINT),
                ),
                (
                    FormField("web_slot_on", "Place on the website", FieldKind.DATE),
                    FormField("web_slot_time", "Time on the website", hint=_TIME_HINT),
                ),
                (
                    FormField("spokesperson", "Spokesperson", hint="A role, such as the chair."),
                    FormField("web_address", "Web address", hint="Begins with https://"),
                ),
            ),
        ),
    ),
    width=760,
)

_AFTER = Form(
    window=_WINDOW,
    title=f"{_TITLE}: afterwards",
    parts=(
        FormPart(
            "National repository",
            (
                (
                    FormField(
                        "deposited_on", "Deposited", FieldKind.DATE, "With the national repository."
                    ),
                    FormField("deposit_acknowledged_on", "Deposit acknowledged", FieldKind.DATE),
                ),
            ),
        ),
        FormPart(
            "Webinar",
            (
                (
                    FormField("webinar_on", "Webinar", FieldKind.DATE),
                    FormField(
                        "webinar_address", "Address of the webinar", hint="Begins with https://"
                    ),
                ),
            ),
        ),
        FormPart("Public list", ((FormField("archived_on", "Archived", FieldKind.DATE),),)),
    ),
    width=760,
)

_CHECKLIST = Form(
    window=_WINDOW,
    title="Checklist before publication",
    parts=(
        FormPart(
            "Yes passes a gate. A blank one passes where the record holds proof.",
            (
                (
                    FormField(
                        "gates",
                        "Gates",
                        FieldKind.QUESTIONS,
                        words=PUBLICATION_GATES,
                    ),
                ),
            ),
        ),
    ),
    width=820,
)

_DECISION = Form(
    window=_WINDOW,
    title="Decision not to publish",
    parts=(
        FormPart(
            "The decision",
            (
                (
                    FormField(
                        "not_published",
                        "The partners decided not to publish the report",
                        FieldKind.ANSWER,
                    ),
                ),
                (
                    FormField(
                        "not_published_reason",
                        "Reasons",
                        FieldKind.PROSE,
                        "Why, and what is published instead, such as the improvements that are "
                        "needed. The Panel and the Secretary of State want to know.",
                        lines=5,
                    ),
                ),
            ),
        ),
    ),
)

PUBLICATION_FORMS: dict[str, Form] = {
    "report": _REPORT,
    "dates": _DATES,
    "checklist": _CHECKLIST,
    "after": _AFTER,
    "decision": _DECISION,
}

PACK_FORM = Form(
    window="Edit file of the pack",
    title="File of the pack",
    parts=(
        FormPart(
            "The file",
            (
                (
                    FormField("kind", "Kind", FieldKind.CHOICE, words=PACK_FILE_WORDS),
                    FormField(
                        "title", "Title", hint="Where one kind has several, how they differ."
                    ),
                ),
                (
                    FormField("ready_on", "Ready", FieldKind.DATE),
                    FormField("approved_by", "Approved by", hint="A role, such as the chair."),
                ),
                (FormField("attachment_id", "Attachment", FieldKind.CHOICE),),
                (FormField("note", "Note", FieldKind.PROSE, lines=2),),
            ),
        ),
    ),
)
