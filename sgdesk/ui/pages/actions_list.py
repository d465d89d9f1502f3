"""The list of the Actions page with its foot, with as many columns as there is room for."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout

from sgdesk.domain.learning import PLAN_WORDS, STATUS_WORDS
from sgdesk.ui.look.current import current
from sgdesk.ui.models.record_table import RecordTableModel
from sgdesk.ui.pages.actions_columns import middle_columns, narrow_columns, wide_columns
from sgdesk.ui.pages.actions_filters import filter_of
from sgdesk.ui.pages.actions_groups import Grouping, grouped
from sgdesk.ui.pages.learning_words import agency_words, counted
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.empty_state import EmptyState
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from sgdesk.records.learning import ActionRow
    from sgdesk.ui.pages.actions_filters import SortedActions

_KEYS = "Enter opens the case · F2 edits the action"
_NONE = "No case has an action yet. Actions are added on a case, under Learning and actions."


class Columns(Enum):
    """Sets of columns, by the least width of the list that shows them."""

    WIDE = 880
    MIDDLE = 640
    NARROW = 0


_MAKERS = {
    Columns.WIDE: wide_columns,
    Columns.MIDDLE: middle_columns,
    Columns.NARROW: narrow_columns,
}


class ActionsList(Card):
    """Keeps the chosen action and the place in the list over reading again and filters."""

    record_chosen = Signal(object)
    record_opened = Signal(object)
    everything_asked = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__(is_bare=True)
        self._today = today
        self._held: SortedActions | None = None
        self._key = "open"
        self._grouping = Grouping.DATE
        self._text = ""
        self._columns = Columns.WIDE
        self._tables: dict[Columns, RecordTable] = {}
        self._models: dict[Columns, RecordTableModel[ActionRow]] = {}
        self._fill()

    @property
    def table(self) -> RecordTable:
        """The list in the form that is on show."""
        if self._columns not in self._tables:
            self._make_table()
        return self._tables[self._columns]

    @property
    def filter_key(self) -> str:
        return self._key

    @property
    def text(self) -> str:
        """The words that the list is searched for."""
        return self._text

    def rows(self) -> list[ActionRow]:
        """Return the actions on show, in their order."""
        return self._models[self._columns].records()

    def show_actions(self, held: SortedActions) -> None:
        """Show another reading of the register; choose its first action if none was chosen."""
        self._held = held
        self._reload()

    def set_key(self, key: str) -> None:
        """Show the actions that the filter `key` lets through."""
        self._key = key
        self._reload()

    def set_grouping(self, grouping: Grouping) -> None:
        self._grouping = grouping
        self._reload()

    def set_text(self, text: str) -> None:
        """Show the actions in which every word of `text` occurs."""
        self._text = text
        self._models[self._columns].set_filter(text)
        self._refresh()

    def fit(self, width: int) -> None:
        """Show as many columns as go into `width`, in pixels at the designed text size."""
        columns = next(one for one in Columns if width >= one.value)
        if columns is self._columns:
            return
        chosen = self.table.chosen_record()
        self._columns = columns
        self._reload()
        if chosen is not None:
            self.table.choose(chosen.action_id)

    def _reload(self) -> None:
        table, held = self.table, self._held
        if held is None:
            return
        place = table.verticalScrollBar().value()
        model = self._models[self._columns]
        model.set_filter(self._text)
        model.set_groups(grouped(held.by_key[self._key], self._grouping))
        table.doItemsLayout()
        table.verticalScrollBar().setValue(place)
        self._refresh()

    def _refresh(self) -> None:
        held = self._held
        if held is None:
            return
        model = self._models[self._columns]
        shown, total = model.shown_count, model.total_count
        self.count_label.setText(f"{shown} of {counted(total, 'action')}")
        if shown:
            self._stack.setCurrentWidget(self.table)
            if self.table.chosen_record() is None:
                self.table.choose_first()
            return
        self.record_chosen.emit(None)
        self._say_why_empty(held)
        self._stack.setCurrentWidget(self.empty)

    def _say_why_empty(self, held: SortedActions) -> None:
        if not held.by_key["all"]:
            self.empty.set_sentence(_NONE)
        elif self._text:
            self.empty.set_sentence("No action holds all these words.", "Show all open")
        else:
            title = filter_of(self._key).title.lower()
            button = "" if self._key == "open" else "Show all open"
            self.empty.set_sentence(f"No action is here: {title}.", button)

    def _make_table(self) -> None:
        columns = _MAKERS[self._columns](self._today)
        model: RecordTableModel[ActionRow] = RecordTableModel(columns, self, haystack=_haystack)
        table = RecordTable(model, key=lambda row: row.action_id, row_height=48)
        table.setAccessibleName("Actions")
        table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        table.setSortingEnabled(True)
        table.record_chosen.connect(self.record_chosen)
        table.record_opened.connect(self.record_opened)
        self._models[self._columns] = model
        self._tables[self._columns] = table
        self._stack.addWidget(table)

    def _fill(self) -> None:
        look = current()
        self._stack = QStackedLayout()
        self.empty: EmptyState = EmptyState("list-checks", _NONE)
        self.empty.button.clicked.connect(self.everything_asked)
        self._make_table()
        self._stack.addWidget(self.empty)
        self.count_label = make_label("", "second")
        foot = QHBoxLayout()
        foot.setContentsMargins(look.px(12), look.px(2), look.px(12), 0)
        foot.addWidget(self.count_label)
        foot.addStretch(1)
        foot.addWidget(make_label(_KEYS, "second"))
        self.body.addLayout(self._stack, 1)
        self.body.addLayout(foot)


def _haystack(row: ActionRow) -> str:
    return "\n".join(
        (
            row.number,
            row.reference,
            row.text,
            agency_words(row),
            row.owner,
            PLAN_WORDS[row.plan],
            STATUS_WORDS[row.status],
            row.standing_words,
        )
    )
