"""The forms of findings and recommendations, of evidence and of impact."""

from __future__ import annotations

from sgdesk.domain.learning import SOURCE_WORDS
from sgdesk.domain.value_lists import ValueListKey
from sgdesk.ui.dialogs.forms import FieldKind, Form, FormField, FormPart

FINDING = Form(
    "Finding",
    "A finding of the review",
    (
        FormPart(
            "The finding",
            (
                (
                    FormField("number", "Number"),
                    FormField("source", "Found by", FieldKind.CHOICE, words=SOURCE_WORDS),
                    FormField("theme", "Theme", FieldKind.VALUES, values=ValueListKey.THEMES),
                ),
                (
                    FormField(
                        "text",
                        "Finding",
                        FieldKind.PROSE,
                        hint="As the report has it, without names.",
                        lines=4,
                    ),
                ),
            ),
        ),
    ),
)

RECOMMENDATION = Form(
    "Recommendation",
    "A recommendation of the review",
    (
        FormPart(
            "The recommendation",
            (
                (
                    FormField("number", "Number", hint="As in the report."),
                    FormField("addressed_to", "Addressed to"),
                ),
                (
                    FormField(
                        "text",
                        "Recommendation",
                        FieldKind.PROSE,
                        hint="Word for word, so that nobody has to open the report.",
                        lines=4,
                    ),
                ),
                (FormField("finding_id", "Rests on", FieldKind.CHOICE),),
            ),
        ),
        FormPart(
            "Response",
            (
                (FormField("accepted", "Accepted", FieldKind.ANSWER),),
                (
                    FormField(
                        "not_accepted_reason",
                        "Reason",
                        FieldKind.PROSE,
                        hint="Only where it was not accepted: why, and who decided.",
                    ),
                ),
            ),
        ),
    ),
)

EVIDENCE = Form(
    "Evidence",
    "Evidence that the action was done",
    (
        FormPart(
            "Evidence",
            (
                (
                    FormField(
                        "kind",
                        "Kind of evidence",
                        FieldKind.VALUES,
                        values=ValueListKey.EVIDENCE_KINDS,
                    ),
                    FormField("dated_on", "Dated", FieldKind.DATE),
                ),
                (
                    FormField(
                        "what",
                        "Evidence",
                        FieldKind.PROSE,
                        hint="What it shows, and where it is kept.",
                        lines=4,
                    ),
                ),
                (FormField("attachment_id", "Attached file", FieldKind.CHOICE),),
            ),
        ),
    ),
)

IMPACT = Form(
    "Impact",
    "What the action changed",
    (
        FormPart(
            "Impact",
            (
                (
                    FormField("assessed_on", "Assessed on", FieldKind.DATE),
                    FormField("assessed_by", "Assessed by", hint="A role or a group."),
                ),
                (
                    FormField(
                        "change",
                        "What is different",
                        FieldKind.PROSE,
                        hint="For children and those who work with them, since the action.",
                        lines=4,
                    ),
                ),
                (
                    FormField(
                        "measure",
                        "How it is known",
                        FieldKind.PROSE,
                        hint="What was measured, before and after.",
                    ),
                ),
            ),
        ),
    ),
)
