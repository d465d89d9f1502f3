"""What is asked of a request to an agency, its return, and the directory: forms as data."""

from __future__ import annotations

from sgdesk.domain.value_lists import ValueListKey
from sgdesk.ui.dialogs.forms import FieldKind, Form, FormField, FormPart

REQUEST_FORM = Form(
    "Agency request",
    "Agency request",
    (
        FormPart(
            "The request",
            (
                (
                    FormField("agency_id", "Agency", FieldKind.CHOICE),
                    FormField(
                        "purpose",
                        "What for",
                        FieldKind.VALUES,
                        values=ValueListKey.REQUEST_PURPOSES,
                    ),
                ),
                (
                    FormField("asked_on", "Asked on", FieldKind.DATE),
                    FormField("round", "Round", FieldKind.COUNT),
                ),
                (
                    FormField("contact", "Sent to", hint="A role or a team."),
                    FormField("route", "Sent by", FieldKind.VALUES, values=ValueListKey.ROUTES),
                ),
            ),
        ),
        FormPart(
            "When it is due",
            (
                (
                    FormField("due_on", "Own date", FieldKind.DATE),
                    FormField(
                        "due_reason",
                        "Reason",
                        FieldKind.PROSE,
                        lines=2,
                        full_title="Own date, reason",
                    ),
                ),
            ),
        ),
        FormPart(
            "What the agency said",
            (
                (
                    FormField("acknowledged_on", "Acknowledged on", FieldKind.DATE),
                    FormField(
                        "promised_on",
                        "Promised for",
                        FieldKind.DATE,
                        hint="The day for which the agency promised its return.",
                    ),
                ),
            ),
        ),
        FormPart(
            "Query about the return",
            (
                (FormField("query", "Query", FieldKind.PROSE, lines=2),),
                (
                    FormField("queried_on", "Queried on", FieldKind.DATE),
                    FormField("answered_on", "Answered on", FieldKind.DATE),
                ),
            ),
        ),
        FormPart(
            "Notes",
            (
                (
                    FormField(
                        "not_needed_reason",
                        "Not needed any more because",
                        FieldKind.PROSE,
                        "Leave this empty while the return is wanted.",
                        lines=2,
                    ),
                ),
                (FormField("note", "Note", FieldKind.PROSE, lines=2),),
            ),
        ),
    ),
)

QUERY_FORM = Form(
    "Query",
    "Query about a return",
    (
        FormPart(
            "What was asked back",
            (
                (FormField("query", "Query", FieldKind.PROSE, "What is unclear.", lines=4),),
                (
                    FormField("queried_on", "Queried on", FieldKind.DATE),
                    FormField(
                        "answered_on",
                        "Answered on",
                        FieldKind.DATE,
                        hint="Leave this empty until the answer is in.",
                    ),
                ),
            ),
        ),
    ),
)

RETURN_FORM = Form(
    "Agency return",
    "Agency return",
    (
        FormPart(
            "What came in",
            (
                (
                    FormField("received_on", "Received on", FieldKind.DATE),
                    FormField(
                        "is_nil",
                        "Nil return",
                        FieldKind.FLAG,
                        "The agency knows nothing of the child and the family",
                    ),
                ),
                (
                    FormField("version", "Version"),
                    FormField("period_covered", "Period covered"),
                ),
                (
                    FormField("author", "Author"),
                    FormField("signatory", "Signed by"),
                ),
                (
                    FormField(
                        "documents_secured",
                        "Documents secured",
                        FieldKind.ANSWER,
                        "Whether the agency’s own records are safe from change.",
                    ),
                ),
            ),
        ),
        FormPart(
            "Content",
            (
                (
                    FormField(
                        "involvement", "Involvement with the child and the family", FieldKind.PROSE
                    ),
                ),
                (FormField("practice_episodes", "Key practice episodes", FieldKind.PROSE),),
                (
                    FormField(
                        "child_voice", "The child’s voice and lived experience", FieldKind.PROSE
                    ),
                ),
                (
                    FormField(
                        "identity",
                        "Identity, culture, racism and disability",
                        FieldKind.PROSE,
                        "How they were considered.",
                    ),
                ),
                (FormField("good_practice", "Good practice", FieldKind.PROSE),),
                (
                    FormField(
                        "learning",
                        "Learning of the agency",
                        FieldKind.PROSE,
                        "And what it does at once.",
                    ),
                ),
                (FormField("review_view", "View on a local review", FieldKind.PROSE, lines=2),),
            ),
        ),
        FormPart(
            "Quality check",
            (
                (
                    FormField("checked_on", "Checked on", FieldKind.DATE),
                    FormField("checked_by", "Checked by"),
                    FormField(
                        "found_sound", "Sound", FieldKind.ANSWER, "Nothing has to be asked again."
                    ),
                ),
                (
                    FormField(
                        "check_note", "Note", FieldKind.PROSE, lines=2, full_title="Check, note"
                    ),
                ),
            ),
        ),
    ),
    width=820,
)

CONTACT_FORM = Form(
    "Contact",
    "Contact of an agency",
    (
        FormPart(
            "Who it is",
            (
                (
                    FormField("name", "Name"),
                    FormField("role", "Role", hint="Such as deputy or report author."),
                ),
                (FormField("email", "Email"), FormField("phone", "Phone")),
                (
                    FormField(
                        "left_on",
                        "Left on",
                        FieldKind.DATE,
                        "Contacts are not removed: they have left.",
                    ),
                ),
            ),
        ),
    ),
    width=600,
)

FORMER_NAME_FORM = Form(
    "Former name",
    "Former name of an agency",
    (
        FormPart(
            "What it was called",
            (
                (
                    FormField("name", "Former name"),
                    FormField(
                        "until_on",
                        "Last day",
                        FieldKind.DATE,
                        "Requests up to this day show this name.",
                    ),
                ),
            ),
        ),
    ),
    width=600,
)
