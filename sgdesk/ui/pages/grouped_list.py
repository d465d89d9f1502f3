"""What the lists of all cases share: filter, groups, search, and as many columns as fit."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from sgdesk.ui.look.current import current
from sgdesk.ui.models.record_table import Group, RecordTableModel
from sgdesk.ui.pages.learning_words import counted
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.empty_state import EmptyState
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

    from sgdesk.ui.models.columns import Column

RowT = TypeVar("RowT")
FormT = TypeVar("FormT")
GroupingT = TypeVar("GroupingT", bound=Enum)


class GroupedList(Card, Generic[RowT, FormT, GroupingT]):
    """Keeps the chosen row and the place in the list over reading again and filters.

    A form is a set of columns; each gets a table of its own when it is first shown. Subclasses
    say what the rows are.
    """

    NAME = ""
    """What a screen reader calls the table."""
    NOUN = ""
    """One row, as the foot counts them."""
    KEYS = ""
    """What the keys do, said in the foot."""
    ICON = "circle-check"
    """Shown where there is no row."""

    record_chosen = Signal(object)
    record_opened = Signal(object)
    record_asked = Signal(object)
    """The officer wants to know more of a row where it stands."""
    everything_asked = Signal()

    def __init__(self, form: FormT, grouping: GroupingT) -> None:
        super().__init__(is_bare=True)
        self._rows: Mapping[str, Sequence[RowT]] | None = None
        self._key = "open"
        self._grouping = grouping
        self._text = ""
        self._form = form
        self._tables: dict[FormT, RecordTable] = {}
        self._models: dict[FormT, RecordTableModel[RowT]] = {}
        self._fill()

    @property
    def table(self) -> RecordTable:
        """The list in the form that is on show."""
        if self._form not in self._tables:
            self._make_table()
        return self._tables[self._form]

    @property
    def filter_key(self) -> str:
        return self._key

    @property
    def text(self) -> str:
        """The words that the list is searched for."""
        return self._text

    def rows(self) -> list[RowT]:
        """Return the rows on show, in their order."""
        return self._model.records()

    def show_rows(self, rows: Mapping[str, Sequence[RowT]]) -> None:
        """Show another reading, by the key of each filter; choose its first row if none was."""
        self._rows = rows
        self._reload()

    def set_key(self, key: str) -> None:
        """Show the rows that the filter `key` lets through."""
        self._key = key
        self._reload()

    def set_grouping(self, grouping: GroupingT) -> None:
        self._grouping = grouping
        self._reload()
        self.table.scrollTo(self.table.currentIndex())

    def set_text(self, text: str) -> None:
        """Show the rows in which every word of `text` occurs."""
        self._text = text
        self._model.set_filter(text)
        self._refresh()

    def set_form(self, form: FormT) -> None:
        """Show another set of columns; the chosen row and the keyboard stay where they are."""
        if form == self._form:
            return
        before, chosen = self.table, self.table.chosen_record()
        held_keyboard = self.window().focusWidget() is before
        self._form = form
        if self._stack.currentWidget() is before:
            self._stack.setCurrentWidget(self.table)
        self._reload()
        if held_keyboard:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if chosen is not None:
            self.table.choose(self._key_of(chosen))

    def _columns(self) -> tuple[Column[RowT], ...]:
        """Return the columns of the form on show."""
        raise NotImplementedError

    def _row_height(self) -> int:
        """Return 36 for rows of one line, 48 for two."""
        return 48

    def _key_of(self, row: RowT) -> Hashable:
        """Return what tells a row from all others."""
        raise NotImplementedError

    def _haystack(self, row: RowT) -> str:
        """Return the text that the search looks through."""
        raise NotImplementedError

    def _groups(self, rows: Sequence[RowT]) -> list[Group[RowT]]:
        """Return `rows` in the groups of the grouping on show."""
        raise NotImplementedError

    def _why_empty(self, rows: Mapping[str, Sequence[RowT]]) -> QWidget:
        """Return what stands in place of the table, having said why it is empty."""
        raise NotImplementedError

    @property
    def _model(self) -> RecordTableModel[RowT]:
        return self._models[self._form]

    def _reload(self) -> None:
        table = self.table
        if self._rows is None:
            return
        place = table.verticalScrollBar().value()
        self._model.set_filter(self._text)
        self._model.set_groups(self._groups(self._rows[self._key]))
        table.doItemsLayout()
        table.verticalScrollBar().setValue(place)
        self._refresh()

    def _refresh(self) -> None:
        if self._rows is None:
            return
        shown, total = self._model.shown_count, self._model.total_count
        self.count_label.setText(f"{shown} of {counted(total, self.NOUN)}")
        if shown:
            self._stack.setCurrentWidget(self.table)
            if self.table.chosen_record() is None:
                self.table.choose_first()
            return
        self.record_chosen.emit(None)
        instead = self._why_empty(self._rows)
        if self._stack.indexOf(instead) < 0:
            self._stack.addWidget(instead)
        self._stack.setCurrentWidget(instead)

    def _make_table(self) -> None:
        model: RecordTableModel[Any] = RecordTableModel(
            self._columns(), self, haystack=self._haystack
        )
        table = RecordTable(model, key=self._key_of, row_height=self._row_height())
        table.setAccessibleName(self.NAME)
        table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        table.setSortingEnabled(True)
        table.record_chosen.connect(self.record_chosen)
        table.record_opened.connect(self.record_opened)
        table.record_previewed.connect(self.record_asked)
        self._models[self._form] = model
        self._tables[self._form] = table
        self._stack.addWidget(table)

    def _fill(self) -> None:
        look = current()
        self._stack = QStackedLayout()
        self.body.addLayout(self._stack, 1)
        self.empty: EmptyState = EmptyState(self.ICON, "", "Show all open")
        self.empty.button.clicked.connect(self.everything_asked)
        self._make_table()
        self._stack.addWidget(self.empty)
        self.count_label = make_label("", "second")
        foot = QHBoxLayout()
        foot.setContentsMargins(look.px(12), look.px(2), look.px(12), 0)
        foot.addWidget(self.count_label)
        foot.addStretch(1)
        foot.addWidget(make_label(self.KEYS, "second"))
        self.body.addLayout(foot)
