"""The forms of a child, and of a member of the household. They alone show real names."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sgdesk.domain.people import (
    ROLE_WORDS,
    AgeUnit,
    ChildDraft,
    age_at_incident,
    check_child,
)
from sgdesk.domain.value_lists import ValueListKey
from sgdesk.ui.dialogs.forms import FieldKind, Form, FormField, FormPart, FormSetting

if TYPE_CHECKING:
    from sgdesk.domain.dates import UncertainDate
    from sgdesk.records.cases import CaseView
    from sgdesk.ui.context import AppContext

_DATE, _PROSE, _ANSWER, _VALUES = (
    FieldKind.DATE,
    FieldKind.PROSE,
    FieldKind.ANSWER,
    FieldKind.VALUES,
)
_HERE_ALONE = "Shown here and on the copy-out sheet alone."
_AGE_HINT = "When the date of birth is not known."

_PARTS = (
    FormPart(
        "Who",
        (
            (
                FormField(
                    "pseudonym",
                    "Pseudonym",
                    hint="What lists and documents call the child, as in Child A.",
                ),
                FormField("role", "Role", FieldKind.CHOICE, words=ROLE_WORDS),
            ),
            (
                FormField("name", "Real name", hint=_HERE_ALONE),
                FormField("other_names", "Other names used", hint=_HERE_ALONE),
            ),
            (
                FormField(
                    "is_first_listed",
                    "First-listed child",
                    FieldKind.FLAG,
                    hint="This child stands first in the national returns",
                ),
            ),
        ),
    ),
    FormPart(
        "Age",
        (
            (
                FormField("born_on", "Date of birth", _DATE),
                FormField("stated_age", "Age as stated", FieldKind.AGE, full_title="Age"),
                FormField(
                    "died_on", "Date of death", _DATE, hint="Leave empty if the child lives."
                ),
            ),
        ),
    ),
    FormPart(
        "Identity and support",
        (
            (
                FormField("sex", "Sex", _VALUES, values=ValueListKey.SEXES),
                FormField("ethnicity", "Ethnicity", _VALUES, values=ValueListKey.ETHNICITIES),
            ),
            (
                FormField("disability", "Disability", _VALUES, values=ValueListKey.DISABILITIES),
                FormField("language", "Language"),
                FormField("religion", "Religion"),
            ),
        ),
    ),
    FormPart(
        "Legal status and plans",
        (
            (
                FormField(
                    "legal_status", "Legal status", _VALUES, values=ValueListKey.LEGAL_STATUSES
                ),
                FormField(
                    "placement",
                    "Where the child lived",
                    _VALUES,
                    values=ValueListKey.PLACEMENTS,
                ),
            ),
            (
                FormField("looked_after", "Looked after", _ANSWER),
                FormField("protection_plan", "Child protection plan", _ANSWER),
            ),
            (
                FormField("need_plan", "Child in need plan", _ANSWER),
                FormField("known_to_agencies", "Known to any agency", _ANSWER),
            ),
        ),
    ),
    FormPart("Harm", ((FormField("harm", "Death or harm", _VALUES, values=ValueListKey.CAUSES),),)),
    FormPart(
        "Where",
        (
            (
                FormField("address", "Home address", _PROSE, hint=_HERE_ALONE, lines=2),
                FormField("carer", "Where at the time, and with whom", _PROSE, lines=2),
            ),
            (
                FormField("school", "School or nursery", hint=_HERE_ALONE),
                FormField("gp", "GP", hint=_HERE_ALONE),
            ),
        ),
    ),
    FormPart("Note", ((FormField("note", "Note", _PROSE, lines=2),),)),
)
CHILD_FORM = Form("Edit child", "Child", _PARTS, width=760)
HOUSEHOLD_FORM = Form(
    "Edit household",
    "Member of the household",
    (
        FormPart(
            "Who",
            (
                (
                    FormField(
                        "relationship",
                        "Relationship to the child",
                        _VALUES,
                        values=ValueListKey.RELATIONSHIPS,
                        full_title="Relationship",
                    ),
                    FormField("name", "Real name", hint=_HERE_ALONE),
                ),
                (
                    FormField("born_on", "Date of birth", _DATE),
                    FormField("lives_with_child", "Lives with the child", _ANSWER),
                ),
                (
                    FormField(
                        "protection_plan",
                        "Child protection plan",
                        _ANSWER,
                        hint="For another child of the household.",
                    ),
                    FormField("address", "Address", _PROSE, hint=_HERE_ALONE, lines=2),
                ),
                (FormField("note", "Note", _PROSE, lines=2),),
            ),
        ),
    ),
    width=640,
)


def child_form(draft: ChildDraft) -> Form:
    """Return the form under the pseudonym of the child that it edits."""
    return Form(CHILD_FORM.window, draft.pseudonym or "New child", _PARTS, CHILD_FORM.width)


def child_setting(context: AppContext, view: CaseView) -> FormSetting:
    """Return what the form of a child depends on: it tells the age as the dates are typed."""
    incident = view.draft.incident
    words = incident.words() or "no incident date recorded"
    return FormSetting(
        about=f"{view.reference} · incident: {words}",
        check=partial(check_child, today=context.today()),
        notes=partial(_notes, incident),
    )


def _notes(incident: UncertainDate, draft: ChildDraft) -> dict[str, str]:
    age = age_at_incident(draft, incident)
    if draft.stated_age is not None:
        is_unborn = draft.stated_age.unit is AgeUnit.UNBORN
        said = "The expected date of delivery." if is_unborn else ""
        return {"born_on": said, "stated_age": "Counts before the date of birth."}
    if age is None:
        return {"stated_age": _AGE_HINT, "born_on": "Of an unborn child the expected date."}
    expected = ", this is the expected date" if age.unit is AgeUnit.UNBORN else ""
    return {"stated_age": _AGE_HINT, "born_on": f"Age at the incident: {age.words()}{expected}"}
