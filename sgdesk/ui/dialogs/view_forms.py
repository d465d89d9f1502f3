"""What is asked of a view of a list that gets a name."""

from __future__ import annotations

from sgdesk.ui.dialogs.forms import FieldKind, Form, FormField, FormPart

VIEW_FORM = Form(
    window="Save view",
    title="Save this view",
    parts=(
        FormPart(
            "What it is called",
            (
                (FormField("name", "Name", hint="Such as Overdue returns."),),
                (
                    FormField(
                        "is_default",
                        "At the start",
                        FieldKind.FLAG,
                        "Show this view first when the program is opened",
                    ),
                ),
            ),
        ),
    ),
    width=520,
)
