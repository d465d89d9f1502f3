"""The forms of an action: set, changed, and closed."""

from __future__ import annotations

from sgdesk.domain.learning import CLOSED_STATUSES, PLAN_WORDS, STATUS_WORDS
from sgdesk.domain.value_lists import ValueListKey
from sgdesk.ui.dialogs.forms import FieldKind, Form, FormField, FormPart

OPEN_STATUS_WORDS = {
    status: words for status, words in STATUS_WORDS.items() if status not in CLOSED_STATUSES
}
CLOSED_STATUS_WORDS = {
    status: words for status, words in STATUS_WORDS.items() if status in CLOSED_STATUSES
}

_ACTION = (
    FormPart(
        "The action",
        (
            (
                FormField("number", "Number"),
                FormField("plan", "Plan", FieldKind.CHOICE, words=PLAN_WORDS),
            ),
            (
                FormField(
                    "text",
                    "Action",
                    FieldKind.PROSE,
                    hint="One thing that can be seen to be done.",
                    lines=3,
                ),
            ),
            (FormField("recommendation_id", "Follows from", FieldKind.CHOICE),),
        ),
    ),
    FormPart(
        "Who and by when",
        (
            (
                FormField("agency_id", "Agency", FieldKind.CHOICE),
                FormField("owner", "Owner", hint="One role that answers for it."),
            ),
            (
                FormField("set_on", "Set on", FieldKind.DATE),
                FormField("due_on", "Due date", FieldKind.DATE),
            ),
            (
                FormField("revised_on", "Revised due date", FieldKind.DATE),
                FormField("revised_by", "Agreed by", full_title="Revised date agreed by"),
            ),
            (
                FormField(
                    "revised_reason",
                    "Reason",
                    FieldKind.PROSE,
                    hint="Why the date was moved. The first date stays in view.",
                    lines=2,
                    full_title="Reason for the revised date",
                ),
            ),
        ),
    ),
    FormPart(
        "How you will know",
        (
            (
                FormField(
                    "success_measure",
                    "Measure of success",
                    FieldKind.PROSE,
                    hint="What will be different, and how it will be measured.",
                    lines=2,
                ),
                FormField(
                    "baseline",
                    "Where it starts from",
                    FieldKind.PROSE,
                    hint="The same measure today.",
                    lines=2,
                ),
            ),
        ),
    ),
)
_STATUS = (FormField("status", "Status", FieldKind.CHOICE, words=STATUS_WORDS),)
_PROGRESS = (
    (FormField("progress", "Progress", FieldKind.PROSE, lines=3),),
    (
        FormField("escalated_on", "Escalated on", FieldKind.DATE),
        FormField("escalated_to", "Escalated to"),
    ),
)
_CLOSED = (
    (
        FormField("closed_on", "Closed on", FieldKind.DATE),
        FormField("closed_by", "Closed by", hint="The group that agreed."),
    ),
    (
        FormField(
            "closing_note",
            "Closing note",
            FieldKind.PROSE,
            hint="Needed where it was superseded or not accepted.",
            lines=2,
        ),
    ),
)

ACTION = Form(
    "Action",
    "An action of the plan",
    (*_ACTION, FormPart("Progress", (_STATUS, *_PROGRESS))),
)
"""For an action that is open; give it the open statuses as choices."""

CLOSED_ACTION = Form(
    "Action",
    "A closed action of the plan",
    (
        *_ACTION,
        FormPart("How it ended", (_STATUS, *_CLOSED)),
        FormPart("Progress", _PROGRESS),
    ),
)
"""With all statuses: an open one opens the action again."""

_ENDING = FormPart(
    "How it ends",
    (
        (FormField("status", "Status", FieldKind.CHOICE, words=CLOSED_STATUS_WORDS),),
        *_CLOSED,
    ),
)
_EVIDENCE = FormPart(
    "Evidence",
    (
        (
            FormField(
                "evidence_kind",
                "Kind of evidence",
                FieldKind.VALUES,
                values=ValueListKey.EVIDENCE_KINDS,
            ),
            FormField("evidence_on", "Dated", FieldKind.DATE),
        ),
        (
            FormField(
                "evidence",
                "Evidence",
                FieldKind.PROSE,
                hint="What shows that it was done, and where it is kept. "
                "A superseded or refused action needs none.",
            ),
        ),
    ),
)
_IMPACT = FormPart(
    "Impact",
    (
        (
            FormField("impact_on", "Assessed on", FieldKind.DATE),
            FormField("impact_by", "Assessed by"),
        ),
        (
            FormField(
                "impact",
                "What is different",
                FieldKind.PROSE,
                hint="Needed for “Embedded, impact audited”; it can follow later.",
            ),
            FormField("impact_measure", "How it is known", FieldKind.PROSE),
        ),
    ),
)


def closing_form(*, has_evidence: bool, has_impact: bool) -> Form:
    """Return the form that closes an action; it asks only for what the action has not yet."""
    parts = [_ENDING]
    if not has_evidence:
        parts.append(_EVIDENCE)
    if not has_impact:
        parts.append(_IMPACT)
    return Form("Close action", "Close the action", tuple(parts))
