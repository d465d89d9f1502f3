"""A table of the Publications page with its foot, and what stands there when it is empty."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout

from sgdesk.ui.look.current import current
from sgdesk.ui.models.columns import RecordT
from sgdesk.ui.models.record_table import RecordTableModel
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.empty_state import EmptyState
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from sgdesk.ui.models.columns import Column

_LEAST = 220
"""Height, in pixels at the designed text size, below which the page scrolls as a whole."""
_NOT_FOUND = "None holds all these words and passes the filter."


class ListCard(Card, Generic[RecordT]):
    """Keeps the chosen record over reading again, filter and sort."""

    everything_asked = Signal()
    """The officer wants to see all, whatever was filtered."""

    def __init__(
        self,
        noun: str,
        columns: Sequence[Column[RecordT]],
        key: Callable[[RecordT], Hashable],
        empty: EmptyState,
        keys: str,
    ) -> None:
        super().__init__(is_bare=True)
        self._noun = noun
        self._is_read = False
        self._empty = empty
        self._model: RecordTableModel[RecordT] = RecordTableModel(columns, self)
        self.table = RecordTable(self._model, key=key)
        self.count_label = make_label("", "second")
        self.keys_label = make_label(keys, "second")
        self._fill()

    def rows(self) -> list[RecordT]:
        """Return the records on show, in their order."""
        return self._model.records()

    def show_rows(self, rows: Sequence[RecordT]) -> None:
        """Show another reading of the list; choose its first record if none was chosen."""
        self._is_read = True
        self._model.set_records(rows)
        self._refresh()

    def set_text(self, text: str) -> None:
        """Show the records in which every word of `text` occurs."""
        self._model.set_filter(text)
        self._refresh()

    def set_predicate(self, predicate: Callable[[Any], bool] | None) -> None:
        """Show the records that `predicate` lets through, all for None."""
        self._model.set_predicate(predicate)
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        shown, held = self._model.shown_count, self._model.total_count
        noun = self._noun if held == 1 else f"{self._noun}s"
        self.count_label.setText(f"{shown} of {held} {noun}" if held else "")
        self.keys_label.setVisible(bool(shown))
        if shown:
            self._stack.setCurrentWidget(self.table)
            if self.table.chosen_record() is None:
                self.table.choose_first()
        elif self._is_read:
            self._stack.setCurrentWidget(self._nothing_found if held else self._empty)

    def _fill(self) -> None:
        look = current()
        self.table.setAccessibleName(f"{self._noun.capitalize()}s")
        header = self.table.horizontalHeader()
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.table.setSortingEnabled(True)
        self._nothing_found = EmptyState("search", _NOT_FOUND, "Show all")
        self._nothing_found.button.clicked.connect(self.everything_asked)
        self._stack = QStackedLayout()
        self.body.addLayout(self._stack, 1)
        for widget in (self.table, self._empty, self._nothing_found):
            self._stack.addWidget(widget)
        foot = QHBoxLayout()
        foot.setContentsMargins(look.px(12), look.px(4), look.px(12), look.px(4))
        foot.addWidget(self.count_label)
        foot.addStretch(1)
        foot.addWidget(self.keys_label)
        self.setMinimumHeight(look.px(_LEAST))
        self.body.addLayout(foot)
