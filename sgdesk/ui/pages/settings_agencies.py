"""The directory of agencies: added and edited, never removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout

from sgdesk.records.kept_typing import row_of
from sgdesk.ui.look.current import current
from sgdesk.ui.models.record_table import RecordTableModel
from sgdesk.ui.pages.settings_agency_form import AgencyForm
from sgdesk.ui.pages.settings_agency_lists import AgencyLists
from sgdesk.ui.pages.settings_columns import AGENCY_COLUMNS
from sgdesk.ui.pages.settings_section import SettingsSection
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from sgdesk.records.settings import AgencyRow
    from sgdesk.ui.context import AppContext

_NOTE = "The agencies that you ask for returns. One that is not asked any more stays in old cases."
_ROWS = 6


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
        self.lists = AgencyLists(context)
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

        rows = list_agencies(self._context.register)
        with QSignalBlocker(self.table):
            self._model.set_records(rows)
        shown = self.form.row
        if shown is not None:
            self._renew(next(row for row in rows if row.agency_id == shown.agency_id))
        self._point_at_shown()

    def open_again(self, which: str) -> None:
        agency_id, _, part = which.partition(":")
        row = next((one for one in self.rows() if str(one.agency_id) == agency_id), None)
        if row is not None or not agency_id:
            self._go_to(row)
        if part and row is not None and row == self.form.row:
            self.lists.open_again(*row_of(part))

    def rows(self) -> list[AgencyRow]:
        """Return the agencies in the order in which they are listed."""
        return self._model.records()

    def _renew(self, row: AgencyRow) -> None:
        """Take what is held now for the agency in the form; what was typed there stays."""
        if self.form.is_changed():
            self.form.row = row
        elif row != self.form.row:
            self.form.show_agency(row)
        self.lists.show_agency(row)

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
            self.lists.show_agency(row)
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
        self.body.addWidget(self.lists)
        self.body.addStretch(1)
        self.set_foot(self.form.foot)
