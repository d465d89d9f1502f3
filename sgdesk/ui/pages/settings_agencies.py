"""The directory of agencies: added and edited, never removed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit

from sgdesk.domain.partnerships import AgencyDraft, check_agency
from sgdesk.ui.dialogs.editors import SuggestingCombo
from sgdesk.ui.dialogs.side_by_side import SideBySide
from sgdesk.ui.look.current import current
from sgdesk.ui.models.record_table import RecordTableModel
from sgdesk.ui.pages.settings_columns import AGENCY_COLUMNS
from sgdesk.ui.pages.settings_form import SettingsForm
from sgdesk.ui.pages.settings_section import SettingsSection
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from uuid import UUID

    from sgdesk.errors import Problem
    from sgdesk.records.settings import AgencyRow
    from sgdesk.services.outcomes import Changes
    from sgdesk.ui.context import AppContext

_NOTE = "The agencies that you ask for returns. One that is not asked any more stays in old cases."
_KINDS = (
    "Health", "Police", "Local authority", "Education", "Probation", "Voluntary sector", "Other",
)  # fmt: skip
_ROWS = 6


class AgencyForm(SettingsForm[AgencyDraft]):
    """Edits one agency; a new one while `row` is None."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context, "Save agency")
        self.row: AgencyRow | None = None
        self.name_edit = QLineEdit()
        self.kind_combo = SuggestingCombo(_KINDS)
        self.contact_edit = QLineEdit()
        self.email_edit = QLineEdit()
        self.active_check = QCheckBox("Is asked for returns")
        self._build_form()
        self.start()

    def show_agency(self, row: AgencyRow | None) -> None:
        """Edit `row`, or a new agency for None."""
        self.row = row
        self.start()

    def draft(self) -> AgencyDraft:
        return replace(
            self._held(),
            name=self.name_edit.text(),
            kind=self.kind_combo.currentText(),
            contact=self.contact_edit.text(),
            email=self.email_edit.text(),
            is_active=self.active_check.isChecked(),
        )

    def fill(self) -> None:
        held = self._held()
        self.name_edit.setText(held.name)
        self.kind_combo.setCurrentText(held.kind)
        self.contact_edit.setText(held.contact)
        self.email_edit.setText(held.email)
        self.active_check.setChecked(held.is_active)

    def check(self, draft: AgencyDraft) -> list[Problem]:
        others = (row.draft.name for row in self._rows() if row.agency_id != self._own_id())
        return check_agency(draft, taken_names=frozenset(map(str.casefold, others)))

    def store(self, draft: AgencyDraft) -> Changes:
        from sgdesk.services.settings import save_agency  # noqa: PLC0415 - loads the mapper

        before = {row.agency_id for row in self._rows()} - {self._own_id()}
        changes = save_agency(self._context.register, self._own_id(), draft)
        self.row = next(row for row in self._rows() if row.agency_id not in before)
        return changes

    def _held(self) -> AgencyDraft:
        return self.row.draft if self.row else AgencyDraft()

    def _own_id(self) -> UUID | None:
        return self.row.agency_id if self.row is not None else None

    def _rows(self) -> tuple[AgencyRow, ...]:
        from sgdesk.services.settings import list_agencies  # noqa: PLC0415 - loads the mapper

        return list_agencies(self._context.register)

    def _build_form(self) -> None:
        for rows in (
            (
                self.add_field("name", "Agency", self.name_edit),
                self.add_field("kind", "Kind", self.kind_combo),
            ),
            (
                self.add_field("contact", "Contact", self.contact_edit, hint="A role or a team."),
                self.add_field("email", "Email", self.email_edit),
            ),
        ):
            line = SideBySide()
            for row in rows:
                line.add(row, least=240)
            self.form.addWidget(line)
        self.form.addWidget(self.add_field("is_active", "Returns", self.active_check))


class AgenciesSection(SettingsSection):
    def __init__(self, context: AppContext) -> None:
        super().__init__("Agencies", _NOTE)
        self._context = context
        self._wanted: AgencyRow | None = None
        self._is_leaving = False
        self._model: RecordTableModel[AgencyRow] = RecordTableModel(AGENCY_COLUMNS, self)
        self.table = RecordTable(self._model, key=lambda row: row.agency_id, row_height=36)
        self.new_button = make_button("New agency", "plus")
        self.form_title = make_label("New agency", "strong")
        self.form = AgencyForm(context)
        self._build()
        self._connect()
        self.reload()
        self.table.choose_first()

    def is_changed(self) -> bool:
        return self.form.is_changed()

    def ask(self) -> None:
        self._is_leaving = True
        self.form.ask()

    def reload(self) -> None:
        from sgdesk.services.settings import list_agencies  # noqa: PLC0415 - loads the mapper

        with QSignalBlocker(self.table):
            self._model.set_records(list_agencies(self._context.register))
        self._point_at_shown()

    @Slot()
    def add(self) -> None:
        """Begin a new agency, unless something typed has to be saved or given up first."""
        self._go_to(None)
        self.form.name_edit.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_record_chosen(self, row: AgencyRow | None) -> None:
        if row is not None and row != self.form.row:
            self._go_to(row)

    def _go_to(self, row: AgencyRow | None) -> None:
        if self.form.is_changed():
            self._wanted, self._is_leaving = row, False
            self.form.ask()
        else:
            self.form.show_agency(row)
            self.form_title.setText(row.draft.name if row else "New agency")
        self._point_at_shown()

    def _point_at_shown(self) -> None:
        """Let the table point at the agency in the form; at none while it is a new one."""
        with QSignalBlocker(self.table):
            row = self.form.row
            if row is None or not self.table.choose(row.agency_id):
                self.table.setCurrentIndex(QModelIndex())

    @Slot()
    def _on_left(self) -> None:
        if self._is_leaving:
            self.left.emit()
        else:
            self._go_to(self._wanted)

    @Slot(object)
    def _on_saved(self, _changes: object) -> None:
        row = self.form.row
        self.form_title.setText(row.draft.name if row else "New agency")
        self.reload()

    def _connect(self) -> None:
        self.table.record_chosen.connect(self._on_record_chosen)
        self.new_button.clicked.connect(self.add)
        self.form.left.connect(self._on_left)
        self.form.saved.connect(self._on_saved)

    def _build(self) -> None:
        look = current()
        self.table.setAccessibleName("Agencies")
        self.table.setMinimumHeight(look.px(36 * _ROWS))
        card = Card(is_bare=True)
        card.body.addWidget(self.table)
        tools = QHBoxLayout()
        tools.addWidget(self.form_title, 1)
        tools.addWidget(self.new_button)
        self.body.addWidget(card)
        self.body.addLayout(tools)
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self.set_foot(self.form.foot)
