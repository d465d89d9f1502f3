"""The forms of a Rapid Review, one for each step of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.cases import RELATION_WORDS
from sgdesk.domain.rapid_reviews import DECISION_WORDS, PANEL_VIEW_WORDS
from sgdesk.domain.review_questions import CIRCUMSTANCES, CRITERIA, PURPOSES
from sgdesk.domain.value_lists import ValueListKey
from sgdesk.ui.dialogs.forms import FieldKind, Form, FormField, FormPart

if TYPE_CHECKING:
    from collections.abc import Mapping

_DATE, _PROSE, _CHOICE = FieldKind.DATE, FieldKind.PROSE, FieldKind.CHOICE
_WINDOW = "Edit Rapid Review"
CHAIRS = {one: one for one in ("", "Independent scrutineer", "Local authority", "Health", "Police")}

REQUESTS_FORM = Form(
    _WINDOW,
    "Agency requests",
    (
        FormPart(
            "Sent and returned",
            (
                (
                    FormField("first_request_on", "First request", _DATE),
                    FormField("last_return_on", "Last return", _DATE),
                ),
            ),
        ),
    ),
    width=640,
)
MEETING_FORM = Form(
    _WINDOW,
    "Rapid Review meeting",
    (
        FormPart(
            "When and where",
            (
                (
                    FormField("meeting_on", "Meeting date", _DATE),
                    FormField("meeting_time", "Time"),
                    FormField("meeting_place", "Place"),
                ),
            ),
        ),
        FormPart(
            "Who",
            (
                (FormField("chair", "Chair", FieldKind.VALUES, words=CHAIRS, hint="The role."),),
                (
                    FormField(
                        "attended",
                        "Attended",
                        _PROSE,
                        hint="Agencies and roles, one on each line.",
                        lines=5,
                    ),
                ),
            ),
        ),
    ),
)
DECISION_FORM = Form(
    _WINDOW,
    "Sign-off and decision",
    (
        FormPart(
            "Partners’ sign-off",
            tuple(
                (
                    FormField(f"{key}_signed_on", words, _DATE, full_title=f"Sign-off, {small}"),
                    FormField(
                        f"{key}_signed_by",
                        f"Signed by, {small}",
                        hint="Name or role of who signed.",
                    ),
                )
                for key, words, small in (
                    ("authority", "Local authority", "local authority"),
                    ("health", "Health", "health"),
                    ("police", "Police", "police"),
                )
            ),
        ),
        FormPart(
            "Decision",
            (
                (
                    FormField("decision", "Decision", _CHOICE, words=DECISION_WORDS),
                    FormField("decided_on", "Decision date", _DATE),
                ),
                (FormField("reasons", "Reasons", _PROSE, lines=5),),
                (
                    FormField(
                        "dissent",
                        "Dissent",
                        _PROSE,
                        hint="Who did not agree, and why. Empty: all three agreed.",
                        lines=2,
                    ),
                ),
            ),
        ),
    ),
    width=760,
)
SENDING_FORM = Form(
    _WINDOW,
    "Sending to the Panel",
    (
        FormPart(
            "Sent",
            (
                (
                    FormField("sent_on", "Sent to the Panel", _DATE),
                    FormField("sent_route", "Route", FieldKind.VALUES, values=ValueListKey.ROUTES),
                ),
            ),
        ),
        FormPart(
            "If it is late",
            (
                (FormField("late_reason", "Reason for lateness", _PROSE, lines=3),),
                (
                    FormField(
                        "late_told_on",
                        "Panel told",
                        _DATE,
                        hint="The day the Panel was told that it will be late.",
                        full_title="Panel told of the delay",
                    ),
                    FormField("expected_on", "Now expected", _DATE),
                ),
            ),
        ),
    ),
)
PANEL_FORM = Form(
    _WINDOW,
    "The Panel’s view",
    (
        FormPart(
            "The Panel’s reply",
            (
                (
                    FormField("panel_view", "View", _CHOICE, words=PANEL_VIEW_WORDS),
                    FormField(
                        "panel_replied_on", "Date of the reply", _DATE, full_title="Panel’s reply"
                    ),
                ),
                (FormField("panel_comments", "Comments of the Panel", _PROSE, lines=4),),
            ),
        ),
        FormPart(
            "If the partners decide again",
            (
                (
                    FormField(
                        "reconsidered",
                        "Decision now",
                        _CHOICE,
                        words=DECISION_WORDS,
                        full_title="Decision after reconsidering",
                    ),
                    FormField("reconsidered_on", "Reconsidered on", _DATE),
                ),
                (
                    FormField(
                        "reconsidered_reasons",
                        "Reasons",
                        _PROSE,
                        lines=4,
                        hint="The first decision stays on record with its own reasons.",
                        full_title="Reasons",
                    ),
                ),
            ),
        ),
    ),
    width=760,
)


def _questions(title: str, questions: Mapping[str, str]) -> Form:
    field = FormField("considered", "Questions", FieldKind.QUESTIONS, words=questions)
    return Form(_WINDOW, title, (FormPart("Answers, and what stands behind them", ((field,),)),))


PURPOSES_FORM = _questions("Purposes of the Rapid Review", PURPOSES)
CRITERIA_FORM = _questions("Criteria of a local review", CRITERIA)
CIRCUMSTANCES_FORM = _questions("Circumstances to have regard to", CIRCUMSTANCES)
LINK_FORM = Form(
    "Link to another case",
    "Link to another case",
    (
        FormPart(
            "What belongs together",
            (
                (
                    FormField("relation", "This case is", _CHOICE, words=RELATION_WORDS),
                    FormField("linked_on", "Since", _DATE),
                ),
                (FormField("other_case_id", "Other case", _CHOICE),),
                (
                    FormField(
                        "other_reference",
                        "Elsewhere",
                        hint="How it is called where it is no case of this register.",
                    ),
                ),
                (FormField("note", "Note", _PROSE, lines=2),),
            ),
        ),
    ),
    width=640,
)

FORMS = {
    "requests": REQUESTS_FORM,
    "meeting": MEETING_FORM,
    "purposes": PURPOSES_FORM,
    "criteria": CRITERIA_FORM,
    "circumstances": CIRCUMSTANCES_FORM,
    "decision": DECISION_FORM,
    "sending": SENDING_FORM,
    "panel": PANEL_FORM,
}
"""The forms by the step that each is for."""
