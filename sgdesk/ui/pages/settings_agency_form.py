"""The form of one agency of the directory; a new name asks how long the old one held."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QLineEdit

from sgdesk.domain.dates import date_problems
from sgdesk.domain.partnerships import AgencyDraft, check_agency
from sgdesk.ui.dialogs.date_fields import make_date_field
from sgdesk.ui.dialogs.editors import SuggestingCombo, TextArea
from sgdesk.ui.dialogs.side_by_side import SideBySide
from sgdesk.ui.pages.settings_form import SettingsForm

if TYPE_CHECKING:
    from uuid import UUID

    from sgdesk.errors import Problem
    from sgdesk.records.settings import AgencyRow
    from sgdesk.services.outcomes import Changes
    from sgdesk.ui.context import AppContext
    from sgdesk.ui.widgets.fields import FieldRow

_KINDS = (
    "Health", "Police", "Local authority", "Education", "Probation", "Voluntary sector", "Other",
)  # fmt: skip
_UNTIL = "until_on"


class AgencyForm(SettingsForm[AgencyDraft]):
    """Edits one agency; a new one while `row` is None."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context, "Save agency")
        self.row: AgencyRow | None = None
        self.name_edit = QLineEdit()
        self.until_field = make_date_field(context)
        self.kind_combo = SuggestingCombo(_KINDS)
        self.contact_edit = QLineEdit()
        self.email_edit = QLineEdit()
        self.phone_edit = QLineEdit()
        self.note_edit = TextArea(2)
        self.active_check = QCheckBox("Is asked for returns")
        self._build_form()
        self.start()

    def show_agency(self, row: AgencyRow | None) -> None:
        """Edit `row`, or a new agency for None."""
        self.row = row
        self.start()

    def kept_way(self) -> str:
        return f"Agencies:{self._own_id() or ''}"

    def draft(self) -> AgencyDraft:
        return replace(
            self._held(),
            name=self.name_edit.text(),
            kind=self.kind_combo.currentText(),
            contact=self.contact_edit.text(),
            email=self.email_edit.text(),
            phone=self.phone_edit.text(),
            note=self.note_edit.toPlainText(),
            is_active=self.active_check.isChecked(),
        )

    def fill(self) -> None:
        held = self._held()
        self.name_edit.setText(held.name)
        self.kind_combo.setCurrentText(held.kind)
        self.contact_edit.setText(held.contact)
        self.email_edit.setText(held.email)
        self.phone_edit.setText(held.phone)
        self.note_edit.setPlainText(held.note)
        self.active_check.setChecked(held.is_active)
        self._show_until()

    def edited(self, name: str) -> None:
        if name == "name":
            self._show_until()

    def check(self, draft: AgencyDraft) -> list[Problem]:
        others = (row.draft.name for row in self._rows() if row.agency_id != self._own_id())
        problems = check_agency(draft, taken_names=frozenset(map(str.casefold, others)))
        until = (_UNTIL, self._until_title(), self.until_field.value())
        return problems + date_problems([until], today=self._context.today())

    def store(self, draft: AgencyDraft) -> Changes:
        from sgdesk.services.agency_directory import rename_agency  # noqa: PLC0415 - the mapper
        from sgdesk.services.settings import save_agency  # noqa: PLC0415 - as above

        register, own = self._context.register, self._own_id()
        before = {row.agency_id for row in self._rows()} - {own}
        until_on = self.until_field.value() if self._is_renamed() else None
        if own is not None and until_on is not None:
            changes = rename_agency(register, own, draft, until_on, today=self._context.today())
        else:
            changes = save_agency(register, own, draft)
        self.row = next(row for row in self._rows() if row.agency_id not in before)
        return changes

    def _held(self) -> AgencyDraft:
        return self.row.draft if self.row else AgencyDraft()

    def _own_id(self) -> UUID | None:
        return self.row.agency_id if self.row is not None else None

    def _rows(self) -> tuple[AgencyRow, ...]:
        from sgdesk.services.settings import list_agencies  # noqa: PLC0415 - loads the mapper

        return list_agencies(self._context.register)

    def _is_renamed(self) -> bool:
        return self.row is not None and self.name_edit.text().strip() not in ("", self._held().name)

    def _until_title(self) -> str:
        return f"Last day of the name {self._held().name}"

    def _show_until(self) -> None:
        """Ask how long the name held before; a name that was only misspelt leaves it empty."""
        row = self.fields.row(_UNTIL)
        row.setVisible(self._is_renamed())
        if not self._is_renamed():
            self.until_field.set_value(None)
        row.title_label.setText(self._until_title())

    def _build_form(self) -> None:
        self._add_line(
            self.add_field("name", "Agency", self.name_edit),
            self.add_field("kind", "Kind", self.kind_combo),
        )
        hint = "Old requests go on showing that name. Leave this empty if it was only misspelt."
        self.form.addWidget(self.add_field(_UNTIL, "Last day", self.until_field, hint=hint))
        self._add_line(
            self.add_field("contact", "Contact", self.contact_edit, hint="A role or a team."),
            self.add_field("email", "Email", self.email_edit),
        )
        self._add_line(
            self.add_field("phone", "Phone", self.phone_edit),
            self.add_field("is_active", "Returns", self.active_check),
        )
        self.form.addWidget(self.add_field("note", "Note", self.note_edit))

    def _add_line(self, *rows: FieldRow) -> None:
        line = SideBySide()
        for row in rows:
            line.add(row, least=240)
        self.form.addWidget(line)
