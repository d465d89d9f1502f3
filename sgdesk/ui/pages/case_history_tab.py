"""Everything that was changed in a case, field by field, with the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout

from sgdesk.services.history import read_history_page, read_whole_change
from sgdesk.ui.dialogs.moving_dates import save_asking
from sgdesk.ui.look.current import current
from sgdesk.ui.models.record_table import RecordTableModel
from sgdesk.ui.pages.case_tab import CaseTab
from sgdesk.ui.pages.history_change import HistoryChange
from sgdesk.ui.pages.history_columns import HISTORY_COLUMNS, key_of
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.empty_state import EmptyState
from sgdesk.ui.widgets.record_table import RecordTable
from sgdesk.ui.widgets.scroll_frame import ScrollFrame
from sgdesk.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from uuid import UUID

    from sgdesk.records.cases import CaseView, HistoryRow
    from sgdesk.services.outcomes import Changes
    from sgdesk.ui.context import AppContext

_EVERY = "Every record"
_NOT_FOUND = "No change on show holds all these words."
_LEAST_TABLE = 124


class HistoryTab(CaseTab):
    """The newest changes first; older ones are read when they are asked for."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._case_id: UUID | None = None
        self._rows: tuple[HistoryRow, ...] = ()
        self._older: int | None = None
        self._model: RecordTableModel[HistoryRow] = RecordTableModel(HISTORY_COLUMNS, self)
        self.table = RecordTable(self._model, key=key_of)
        self.card = Card("History", link="Show older", link_icon="history", is_bare=True)
        self.search_field = SearchField("Search the changes on show")
        self.record_combo = QComboBox()
        self.empty = EmptyState("search", _NOT_FOUND, "Show all")
        self.change = HistoryChange()
        self._build()
        self._connect()

    def show_case(self, view: CaseView) -> None:
        """Show what `view` holds now instead of what was shown before."""
        self._case_id = view.case_id
        page = read_history_page(self._context.register, view.case_id)
        self._rows, self._older = page.rows, page.older
        self._show_rows()

    @Slot()
    def show_older(self) -> None:
        """Read the changes before those on show."""
        if self._case_id is None or self._older is None:
            return
        page = read_history_page(self._context.register, self._case_id, before=self._older)
        self._rows, self._older = (*self._rows, *page.rows), page.older
        self._show_rows()

    @Slot()
    def put_back(self) -> None:
        """Restore the chosen value, or bring the chosen record back."""
        from sgdesk.services.restoring import bring_back, restore_value  # noqa: PLC0415 - rarely

        row: HistoryRow | None = self.table.chosen_record()
        if row is None:
            return
        register, today = self._context.register, self._context.today()

        def restore() -> Changes:
            if row.can_restore:
                return restore_value(register, row.seq, row.field, today=today)
            return bring_back(register, row.seq, today=today)

        save_asking(
            self._context,
            restore,
            self,
            tell=lambda error: self.change.show_problem(str(error)),
            then=self._on_put_back,
        )

    def _on_put_back(self, changes: Changes) -> None:
        self._context.apply(changes)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_rows(self) -> None:
        kinds = sorted({row.record for row in self._rows})
        before = self.record_combo.currentText()
        with QSignalBlocker(self.record_combo):
            self.record_combo.clear()
            self.record_combo.addItems([_EVERY, *kinds])
            self.record_combo.setCurrentIndex(max(0, self.record_combo.findText(before)))
        self.card.link_button.setVisible(self._older is not None)
        count = len(self._rows)
        words = "1 change" if count == 1 else f"{count} changes"
        self.card.set_note(f"the newest {words}" if self._older is not None else words)
        self._model.set_records(self._rows)
        self._filter()

    @Slot()
    def _filter(self) -> None:
        kind = self.record_combo.currentText()
        is_every = self.record_combo.currentIndex() <= 0
        self._model.set_predicate(None if is_every else lambda row: row.record == kind)
        self._model.set_filter(self.search_field.text())
        self._stack.setCurrentIndex(0 if self._model.shown_count or not self._rows else 1)
        if self.table.chosen_record() is None:
            self.table.choose_first()
        self._show_chosen()

    @Slot()
    def _show_all(self) -> None:
        self.search_field.clear()
        self.record_combo.setCurrentIndex(0)
        self._filter()

    @Slot()
    def _show_chosen(self) -> None:
        row: HistoryRow | None = self.table.chosen_record()
        before, after = (row.old, row.new) if row is not None else ("", "")
        if row is not None and row.field and (before or after):
            before, after = read_whole_change(self._context.register, row.seq, row.field)
        self.change.show_change(row, before, after)

    def _connect(self) -> None:
        self.card.link_button.clicked.connect(self.show_older)
        self.search_field.searched.connect(lambda _text: self._filter())
        self.record_combo.currentIndexChanged.connect(lambda _place: self._filter())
        self.empty.button.clicked.connect(self._show_all)
        self.table.record_chosen.connect(lambda _row: self._show_chosen())
        self.change.put_back_asked.connect(self.put_back)

    def _build(self) -> None:
        look = current()
        self.table.setAccessibleName("History of this case")
        self.table.setMinimumHeight(look.px(_LEAST_TABLE))
        self.record_combo.setAccessibleName("Kind of record")
        self.record_combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.search_field.setMinimumWidth(look.px(160))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        filters = QHBoxLayout()
        filters.setContentsMargins(look.px(16), 0, look.px(16), 0)
        filters.setSpacing(look.px(8))
        filters.addWidget(self.record_combo)
        filters.addWidget(self.search_field, 1)
        self.card.body.addLayout(filters)
        self.card.body.addWidget(self._stack, 1)
        self.card.body.addWidget(self.change)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(ScrollFrame(self.card))
