"""What is asked of a file of a case."""

from __future__ import annotations

from sgdesk.domain.value_lists import ValueListKey
from sgdesk.ui.dialogs.forms import FieldKind, Form, FormField, FormPart

_PARTS = (
    FormPart(
        "What it is",
        (
            (
                FormField(
                    "title",
                    "Title",
                    hint="In neutral words, as in Health return. Lists show it; no names.",
                ),
                FormField("kind", "Kind", FieldKind.VALUES, values=ValueListKey.ATTACHMENT_KINDS),
            ),
            (FormField("note", "Note", FieldKind.PROSE),),
        ),
    ),
)

NEW_ATTACHMENT = Form("Add a file", "Add a file", _PARTS, width=640)
EDIT_ATTACHMENT = Form("File of the case", "File of the case", _PARTS, width=640)
