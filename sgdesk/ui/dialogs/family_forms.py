"""What the forms of the family ask: of a member, and of a contact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.family import check_family_contact, contact_warnings, no_contact_words
from sgdesk.domain.value_lists import ValueListKey
from sgdesk.ui.dialogs.forms import FieldKind, Form, FormField, FormPart, FormSetting

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from sgdesk.domain.family import FamilyContactDraft, FamilyMemberDraft
    from sgdesk.errors import Problem
    from sgdesk.records.entries import Entry

EVERYBODY = "The whole family"
REMOVED = "Somebody no longer on the list"

MEMBER_FORM = Form(
    window="Edit family member",
    title="Family member",
    parts=(
        FormPart(
            "Who it is",
            (
                (
                    FormField(
                        "relationship",
                        "Relationship",
                        FieldKind.VALUES,
                        "Lists and prints show this, never the name.",
                        values=ValueListKey.RELATIONSHIPS,
                    ),
                    FormField("name", "Name", hint="Seen in this form alone."),
                ),
            ),
        ),
        FormPart(
            "What they wish",
            (
                (FormField("takes_part", "Takes part in the review", FieldKind.ANSWER),),
                (
                    FormField(
                        "naming_wishes",
                        "Wishes on naming",
                        FieldKind.PROSE,
                        "What the child is to be called in the report.",
                        lines=2,
                    ),
                ),
                (
                    FormField(
                        "support",
                        "Support",
                        FieldKind.PROSE,
                        "Language, advocate, support worker, and how to get in touch.",
                        lines=3,
                    ),
                ),
            ),
        ),
        FormPart(
            "Do not contact",
            (
                (
                    FormField("no_contact_from_on", "Do not contact from", FieldKind.DATE),
                    FormField("no_contact_until_on", "Do not contact until", FieldKind.DATE),
                ),
                (
                    FormField(
                        "no_contact_reason",
                        "Reason",
                        FieldKind.PROSE,
                        "Today and the next step repeat it: write no name.",
                        lines=2,
                    ),
                ),
            ),
        ),
        FormPart("Anything else", ((FormField("note", "Note", FieldKind.PROSE, lines=2),),)),
    ),
)

CONTACT_FORM = Form(
    window="Edit family contact",
    title="Contact with the family",
    parts=(
        FormPart(
            "The contact",
            (
                (
                    FormField(
                        "kind",
                        "What it was",
                        FieldKind.VALUES,
                        values=ValueListKey.FAMILY_CONTACTS,
                    ),
                    FormField("contacted_on", "Date", FieldKind.DATE),
                ),
                (
                    FormField("member_id", "With whom", FieldKind.CHOICE),
                    FormField("contacted_by", "By whom", hint="A role, such as the reviewer."),
                ),
                (
                    FormField("route", "How", FieldKind.VALUES, values=ValueListKey.ROUTES),
                    FormField("replied", "Replied", FieldKind.ANSWER),
                ),
                (FormField("note", "Note", FieldKind.PROSE, lines=4),),
            ),
        ),
    ),
)


def member_titles(members: Sequence[Entry[FamilyMemberDraft]]) -> dict[UUID, str]:
    """Return what each member is called: the relationship, counted where several share it."""
    words = [one.draft.relationship for one in members]
    seen: dict[str, int] = {}
    titles = {}
    for entry, relationship in zip(members, words, strict=True):
        seen[relationship] = seen.get(relationship, 0) + 1
        is_shared = words.count(relationship) > 1
        titles[entry.entry_id] = (
            f"{relationship} {seen[relationship]}" if is_shared else relationship
        )
    return titles


def member_setting(reference: str) -> FormSetting:
    """Return what the form of a member depends on."""
    return FormSetting(about=reference, notes=_no_contact_notes)


def contact_setting(
    reference: str,
    members: Sequence[Entry[FamilyMemberDraft]],
    draft: FamilyContactDraft,
    today: date,
) -> FormSetting:
    """Return what the form of a contact depends on; it warns of days of no contact."""
    choices: dict[UUID | None, str] = {None: EVERYBODY}
    choices.update(member_titles(members).items())
    if draft.member_id not in choices:
        choices[draft.member_id] = REMOVED
    held = [(one.entry_id, one.draft) for one in members]

    def check(typed: FamilyContactDraft) -> list[Problem]:
        return [*check_family_contact(typed, today=today), *contact_warnings(typed, held)]

    return FormSetting(about=reference, choices={"member_id": choices}, check=check)


def _no_contact_notes(draft: FamilyMemberDraft) -> Mapping[str, str]:
    words = no_contact_words(draft)
    if not words:
        return {}
    return {"no_contact_until_on": f"Nobody contacts this person {words}."}
