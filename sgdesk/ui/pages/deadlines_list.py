"""The list of the Deadlines page with its foot, in one line a row or folded to two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from sgdesk.ui.look.current import current
from sgdesk.ui.models.record_table import RecordTableModel
from sgdesk.ui.pages.deadlines_columns import all_columns, folded_columns
from sgdesk.ui.pages.deadlines_filters import counted, filter_of
from sgdesk.ui.pages.deadlines_groups import Grouping, grouped
from sgdesk.ui.pages.no_cases import NoCases
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.empty_state import EmptyState
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable
    from datetime import date

    from sgdesk.records.deadlines import DeadlineRow
    from sgdesk.ui.pages.deadlines_filters import SortedDeadlines

_KEYS = "Enter opens the case · Ctrl+D why this date"


class DeadlinesList(Card):
    """Keeps the chosen deadline and the place in the list over reading again and filters."""

    record_chosen = Signal(object)
    record_opened = Signal(object)
    record_asked = Signal(object)
    """The officer wants to know why this date."""
    first_case_asked = Signal()
    import_asked = Signal()
    everything_asked = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__(is_bare=True)
        self._today = today
        self._held: SortedDeadlines | None = None
        self._key = "open"
        self._grouping = Grouping.DATE
        self._text = ""
        self._is_folded = False
        self._tables: dict[bool, RecordTable] = {}
        self._models: dict[bool, RecordTableModel[DeadlineRow]] = {}
        self._fill()

    @property
    def table(self) -> RecordTable:
        """The list in the form that is on show."""
        if self._is_folded not in self._tables:
            self._make_table()
        return self._tables[self._is_folded]

    @property
    def filter_key(self) -> str:
        return self._key

    @property
    def text(self) -> str:
        """The words that the list is searched for."""
        return self._text

    def rows(self) -> list[DeadlineRow]:
        """Return the deadlines on show, in their order."""
        return self._model.records()

    def show_deadlines(self, held: SortedDeadlines) -> None:
        """Show another reading of the register; choose its first deadline if none was chosen."""
        self._held = held
        self._reload()

    def set_key(self, key: str) -> None:
        """Show the deadlines that the filter `key` lets through."""
        self._key = key
        self._reload()

    def set_grouping(self, grouping: Grouping) -> None:
        self._grouping = grouping
        self._reload()

    def set_text(self, text: str) -> None:
        """Show the deadlines in which every word of `text` occurs."""
        self._text = text
        self._model.set_filter(text)
        self._refresh()

    def set_folded(self, *, is_folded: bool) -> None:
        """Put case and owner under what is due, or give each fact a column."""
        if is_folded == self._is_folded:
            return
        chosen = self.table.chosen_record()
        self._is_folded = is_folded
        self._reload()
        if chosen is not None:
            self.table.choose(row_key(chosen))

    @property
    def _model(self) -> RecordTableModel[DeadlineRow]:
        return self._models[self._is_folded]

    def _reload(self) -> None:
        table = self.table
        if self._held is None:
            return
        place = table.verticalScrollBar().value()
        self._model.set_filter(self._text)
        rows = self._held.by_key[self._key]
        self._model.set_groups(grouped(rows, self._grouping, self._today()))
        table.doItemsLayout()
        table.verticalScrollBar().setValue(place)
        self._refresh()

    def _refresh(self) -> None:
        held = self._held
        if held is None:
            return
        shown, total = self._model.shown_count, self._model.total_count
        self.count_label.setText(f"{shown} of {counted(total, 'deadline')}")
        if shown:
            self._stack.setCurrentWidget(self.table)
            if self.table.chosen_record() is None:
                self.table.choose_first()
        else:
            self.record_chosen.emit(None)
            self._stack.setCurrentWidget(self._empty(held))

    def _empty(self, held: SortedDeadlines) -> QWidget:
        """Return what stands in place of the table: why it is empty, and the way out."""
        if all(row.case_id is None for rows in held.by_key.values() for row in rows):
            return self._no_cases
        if self._text:
            self._nothing.set_sentence("No deadline holds all these words.", "Show all open")
        else:
            title = filter_of(self._key).title.lower()
            is_open = self._key == "open"
            self._nothing.set_sentence(
                f"Nothing is {title}." if not is_open else "Nothing is open.",
                "" if is_open else "Show all open",
            )
        return self._nothing

    def _make_table(self) -> None:
        columns = folded_columns() if self._is_folded else all_columns()
        model: RecordTableModel[DeadlineRow] = RecordTableModel(columns, self, haystack=_haystack)
        self._models[self._is_folded] = model
        table = RecordTable(model, key=row_key, row_height=48 if self._is_folded else 36)
        table.setAccessibleName("Deadlines")
        table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        table.setSortingEnabled(True)
        table.record_chosen.connect(self.record_chosen)
        table.record_opened.connect(self.record_opened)
        table.record_previewed.connect(self.record_asked)
        self._tables[self._is_folded] = table
        self._stack.addWidget(table)

    def _fill(self) -> None:
        look = current()
        self._stack = QStackedLayout()
        self._no_cases = NoCases()
        self._no_cases.first_case_asked.connect(self.first_case_asked)
        self._no_cases.import_asked.connect(self.import_asked)
        self._nothing = EmptyState("circle-check", "", "Show all open")
        self._nothing.button.clicked.connect(self.everything_asked)
        self._make_table()
        for empty in (self._no_cases, self._nothing):
            self._stack.addWidget(empty)
        self.count_label = make_label("", "second")
        foot = QHBoxLayout()
        foot.setContentsMargins(look.px(12), look.px(2), look.px(12), 0)
        foot.addWidget(self.count_label)
        foot.addStretch(1)
        foot.addWidget(make_label(_KEYS, "second"))
        self.body.addLayout(self._stack, 1)
        self.body.addLayout(foot)


def row_key(row: DeadlineRow) -> Hashable:
    """Return what tells a deadline from all others."""
    return row.case_id, row.code


def _haystack(row: DeadlineRow) -> str:
    return "\n".join(
        (
            row.reference,
            row.case_title,
            row.what,
            row.title,
            row.owner,
            row.due_words,
            row.short_words,
        )
    )
