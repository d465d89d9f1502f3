"""The table of the case list with its foot, and what stands in its place when it is empty."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout

from sgdesk.ui.look.current import current
from sgdesk.ui.models.case_columns import case_columns
from sgdesk.ui.models.case_filters import filter_of
from sgdesk.ui.models.record_table import RecordTableModel
from sgdesk.ui.pages.no_cases import NoCases
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.empty_state import EmptyState
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from sgdesk.records.cases import CaseRow

_KEYS = "Enter opens · Space looks beside · F2 edits · Ctrl+D why this date"
_AS_READ = "newest reference first"


class CaseListCard(Card):
    """Keeps the chosen case and the place in the list over reading again, filter and sort."""

    first_case_asked = Signal()
    import_asked = Signal()
    everything_asked = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__(is_bare=True)
        self._is_read = False
        self._model: RecordTableModel[CaseRow] = RecordTableModel(
            case_columns(today), self, haystack=lambda row: row.haystack
        )
        self.table = RecordTable(self._model, key=lambda row: row.case_id)
        self.count_label = make_label("", "second")
        self._fill()

    def rows(self) -> list[CaseRow]:
        """Return the cases on show, in their order."""
        return self._model.records()

    def show_rows(self, rows: Sequence[CaseRow]) -> None:
        """Show another reading of the list; choose its first case if none was chosen."""
        self._is_read = True
        place = self.table.verticalScrollBar().value()
        self._model.set_records(rows)
        self.table.doItemsLayout()
        self.table.verticalScrollBar().setValue(place)
        self._refresh()

    def set_text(self, text: str) -> None:
        """Show the cases in which every word of `text` occurs."""
        self._model.set_filter(text)
        self._refresh()

    def set_filter(self, key: str) -> None:
        """Show the cases that the filter `key` lets through."""
        self._model.set_predicate(None if key == "all" else filter_of(key).lets_through)
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        shown, held = self._model.shown_count, self._model.total_count
        noun = "case" if held == 1 else "cases"
        self.count_label.setText(f"{shown} of {held} {noun} · {self._order_words()}")
        if shown:
            self._stack.setCurrentWidget(self.table)
            if self.table.chosen_record() is None:
                self.table.choose_first()
        elif self._is_read:
            self._stack.setCurrentWidget(self._nothing_found if held else self._no_cases)

    def _order_words(self) -> str:
        header = self.table.horizontalHeader()
        section = header.sortIndicatorSection()
        if section < 0:
            return _AS_READ
        return f"sorted by {self._model.columns[section].header.split(' (')[0].lower()}"

    @cached_property
    def _no_cases(self) -> NoCases:
        shown = NoCases()
        shown.first_case_asked.connect(self.first_case_asked)
        shown.import_asked.connect(self.import_asked)
        self._stack.addWidget(shown)
        return shown

    @cached_property
    def _nothing_found(self) -> EmptyState:
        shown = EmptyState(
            "search", "No case holds all these words and passes the filter.", "Show all cases"
        )
        shown.button.clicked.connect(self.everything_asked)
        self._stack.addWidget(shown)
        return shown

    def _fill(self) -> None:
        look = current()
        self.table.setAccessibleName("Cases")
        header = self.table.horizontalHeader()
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.table.setSortingEnabled(True)
        header.sortIndicatorChanged.connect(self._refresh)
        self._stack = QStackedLayout()
        self.body.addLayout(self._stack, 1)
        self._stack.addWidget(self.table)
        foot = QHBoxLayout()
        foot.setContentsMargins(look.px(12), look.px(4), look.px(12), look.px(4))
        foot.addWidget(self.count_label)
        foot.addStretch(1)
        foot.addWidget(make_label(_KEYS, "second"))
        self.body.addLayout(foot)
