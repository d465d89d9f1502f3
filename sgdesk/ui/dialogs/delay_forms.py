"""What the forms of the register of proceedings and delay ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.dates import long_date
from sgdesk.domain.delays import PAUSABLE_CLOCKS
from sgdesk.domain.rule_packs import RULE_PACKS
from sgdesk.domain.value_lists import ValueListKey
from sgdesk.ui.dialogs.forms import FieldKind, Form, FormField, FormPart, FormSetting

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from sgdesk.domain.delays import DelayDraft
    from sgdesk.domain.editions import Edition

_NEXT_LOOK = FormField("next_check_on", "Next look", FieldKind.DATE)
_EXPECTED = FormField("expected_on", "Review goes on", FieldKind.DATE)
_KEY_DATE = FormField("key_date_on", "Next date of the proceedings", FieldKind.DATE)
_STATE = FormField("state", "State", FieldKind.VALUES, values=ValueListKey.PROCEEDING_STATES)

DELAY_FORM = Form(
    window="Edit proceedings or delay",
    title="Proceedings or delay",
    parts=(
        FormPart(
            "What holds the review up",
            (
                (
                    FormField(
                        "kind", "What it is", FieldKind.VALUES, values=ValueListKey.PROCEEDINGS
                    ),
                    _STATE,
                ),
                (FormField("reason", "Reason", FieldKind.PROSE, "Why the review waits.", lines=2),),
                (FormField("started_on", "Since", FieldKind.DATE), _KEY_DATE),
                (FormField("contact", "Whom to ask", hint="A role, such as the officer in case."),),
            ),
        ),
        FormPart(
            "Who agreed",
            (
                (
                    FormField("authority", "Agreed by"),
                    FormField("agreed_on", "Agreed on", FieldKind.DATE),
                ),
                (FormField("told_on", "Panel told", FieldKind.DATE),),
            ),
        ),
        FormPart(
            "Which clocks stand",
            ((FormField("pauses", "Clocks that stand", FieldKind.CODES),),),
        ),
        FormPart(
            "What comes next",
            (
                (_NEXT_LOOK, _EXPECTED),
                (FormField("effect", "Effect on the publication", FieldKind.PROSE, lines=2),),
                (FormField("ended_on", "Ended on", FieldKind.DATE, "Empty while it lasts."),),
            ),
        ),
    ),
    width=760,
)
LOOK_FORM = Form(
    window="Look again",
    title="Look again",
    parts=(
        FormPart(
            "What you found",
            (
                (_STATE, _KEY_DATE),
                (FormField("reason", "Reason", FieldKind.PROSE, "Why the review still waits."),),
            ),
        ),
        FormPart("When somebody looks again", ((_NEXT_LOOK, _EXPECTED),)),
    ),
)


def clock_words(edition: Edition) -> dict[str, str]:
    """Return the clocks that an entry may pause, by rule code, in words: "Publish …, LR-6M"."""
    rules = RULE_PACKS[edition]
    return {code: rules[code].title for code in PAUSABLE_CLOCKS if code in rules}


def delay_setting(about: str, edition: Edition, today: date) -> FormSetting:
    """Return what the form of an entry depends on: the clocks of the edition of the case."""

    def notes(draft: DelayDraft) -> Mapping[str, str]:
        told = "" if draft.told_on else "The day the Panel and the Secretary of State were told."
        return {
            "next_check_on": _look_note(draft, today),
            "pauses": _pause_note(draft),
            "told_on": told,
        }

    return FormSetting(about=about, choices={"pauses": clock_words(edition)}, notes=notes)


def _look_note(draft: DelayDraft, today: date) -> str:
    day = draft.next_check_on
    if not draft.is_open:
        return "It has ended: nobody has to look again."
    if day is None:
        return "The day somebody looks again; Today shows it then."
    if day <= today:
        return f"{long_date(day)} has come: set the day of the next look."
    return ""


def _pause_note(draft: DelayDraft) -> str:
    if not draft.is_open:
        return "It has ended: these clocks run again."
    if draft.pauses:
        return "Their dates stay in sight. What is late reads “late, agreed”."
    return "None stands: an agreed delay still shows as the reason why a review is late."
