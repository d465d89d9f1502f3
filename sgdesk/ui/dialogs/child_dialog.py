"""The dialog for a child: pseudonym, role, age at the incident."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from sgdesk.domain.people import (
    ROLE_WORDS,
    ChildDraft,
    age_at_incident,
    check_child,
)
from sgdesk.ui.dialogs.age_box import AgeBox
from sgdesk.ui.dialogs.date_fields import make_date_field
from sgdesk.ui.dialogs.edit_dialog import EditDialog, Heading
from sgdesk.ui.dialogs.editors import ChoiceCombo
from sgdesk.ui.dialogs.sections import FormSection

if TYPE_CHECKING:
    from collections.abc import Callable

    from sgdesk.errors import Problem
    from sgdesk.records.cases import CaseView
    from sgdesk.ui.context import AppContext


class ChildDialog(EditDialog[ChildDraft]):
    """Edits one child of a case. This is the only place that shows the child's real name."""

    def __init__(
        self,
        context: AppContext,
        view: CaseView,
        draft: ChildDraft,
        save: Callable[[ChildDraft], None],
        parent: QWidget | None = None,
    ) -> None:
        self._context = context
        self._base = draft
        self._incident = view.draft.incident
        incident = self._incident.words() or "no incident date recorded"
        heading = Heading(
            "Edit child", draft.pseudonym or "New child", f"{view.reference} · incident: {incident}"
        )
        super().__init__(heading, save, parent)
        self._build_form()
        self._fill(draft)
        self.start()

    def draft(self) -> ChildDraft:
        return replace(
            self._base,
            pseudonym=self.pseudonym_edit.text(),
            name=self.name_edit.text(),
            born_on=self.born_field.value(),
            stated_age=self.age_box.value(),
            died_on=self.died_field.value(),
            role=self.role_combo.value(),
            is_first_listed=self.first_check.isChecked(),
        )

    def check(self, draft: ChildDraft) -> list[Problem]:
        return check_child(draft, today=self._context.today())

    def edited(self, _name: str) -> None:
        self._renew_notes()

    def _renew_notes(self) -> None:
        age = age_at_incident(self.draft(), self._incident)
        is_stated = self.age_box.value() is not None
        words = f"Age at the incident: {age.words()}" if age else ""
        self.set_hint("born_on", words if not is_stated else "")
        self.set_hint("stated_age", "Counts before the date of birth." if is_stated else _AGE_HINT)

    def _build_form(self) -> None:
        self.pseudonym_edit, self.name_edit = QLineEdit(), QLineEdit()
        self.role_combo = ChoiceCombo(ROLE_WORDS)
        self.born_field = make_date_field(self._context)
        self.died_field = make_date_field(self._context)
        self.age_box = AgeBox()
        self.first_check = QCheckBox("This child stands first in the national returns")
        who = FormSection("Who")
        who.add_line(
            self.add_field("pseudonym", "Pseudonym", self.pseudonym_edit),
            self.add_field("role", "Role", self.role_combo),
            least=(220, 220),
        )
        who.add_line(self.add_field("name", "Real name", self.name_edit))
        age = FormSection("Age")
        age.add_line(
            self.add_field("born_on", "Date of birth", self.born_field),
            self.add_field("stated_age", "Age as stated", self.age_box, full_title="Age"),
            least=(220, 220),
        )
        age.add_line(self.add_field("died_on", "Date of death", self.died_field))
        returns = FormSection("Returns")
        returns.add_line(self.add_field("is_first_listed", "First-listed child", self.first_check))
        self.set_hint("pseudonym", "What lists and documents call the child, as in Child A.")
        self.set_hint("name", "Shown here alone; never in lists or documents.")
        self.set_hint("died_on", "Leave empty if the child lives.")
        for section in (who, age, returns):
            self.form.addWidget(section)

    def _fill(self, draft: ChildDraft) -> None:
        self.pseudonym_edit.setText(draft.pseudonym)
        self.name_edit.setText(draft.name)
        self.born_field.set_value(draft.born_on)
        self.age_box.set_value(draft.stated_age)
        self.died_field.set_value(draft.died_on)
        self.role_combo.set_value(draft.role)
        self.first_check.setChecked(draft.is_first_listed)
        self._renew_notes()


_AGE_HINT = "When the date of birth is not known."
