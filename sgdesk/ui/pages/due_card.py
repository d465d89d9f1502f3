"""What is due: the list of Today in its groups, or one day of the coming weeks."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QStackedLayout, QWidget

from sgdesk.ui.models.deadline_columns import compact_columns, wide_columns
from sgdesk.ui.models.record_table import Group, RecordTableModel
from sgdesk.ui.pages.no_cases import NoCases
from sgdesk.ui.pages.today_words import BECAME_OVERDUE, NOW, OTHERS, groups_of, step_of
from sgdesk.ui.widgets.buttons import make_link, make_why_link
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.empty_state import EmptyState
from sgdesk.ui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable
    from datetime import date

    from sgdesk.records.deadlines import DeadlineRow
    from sgdesk.records.today import TodayView
    from sgdesk.ui.pages.today_words import DueDay

_TITLES = {
    "": "What is due",
    OTHERS: "Waiting on others",
    BECAME_OVERDUE: "Overdue since you last opened",
}
_WHY = ("Why?", "Why this date? the chosen line", "Why this date? (Ctrl+D)")
_SHOW = ("Show them", "Show them in their case", "Show them in their case (Ctrl+D)")
"""What the link says, what a screen reader says, and its tooltip."""


class DueCard(Card):
    """Filtered by the key of a tile; "" shows everything that presses. Or a day by itself."""

    record_opened = Signal(object)
    record_asked = Signal(object)
    """The officer wants to know why this date."""
    first_case_asked = Signal()
    import_asked = Signal()
    everything_asked = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__(_TITLES[""], link="Print…", link_icon="printer", is_bare=True)
        self._today = today
        self._view: TodayView | None = None
        self._key = ""
        self._day: DueDay | None = None
        self._is_compact = False
        self._tables: dict[bool, RecordTable] = {}
        self._models: dict[bool, RecordTableModel[DeadlineRow]] = {}
        self._fill()

    @property
    def table(self) -> RecordTable:
        """The list in the form that is on show."""
        if self._is_compact not in self._tables:
            self._make_table()
        return self._tables[self._is_compact]

    def rows(self) -> list[DeadlineRow]:
        """Return the deadlines on show, in their order."""
        return self._models[self._is_compact].records()

    def show_view(self, view: TodayView) -> None:
        """Show another reading of the day; the chosen line stays chosen."""
        self._view = view
        self._refresh()

    def set_key(self, key: str) -> None:
        """Show one group alone, or all that press for ""; no day by itself any more."""
        self._key = key
        self._day = None
        self._refresh()

    def show_day(self, day: DueDay) -> None:
        """Show what falls due on one day, until a key is set."""
        self._day = day
        self._refresh()

    def set_compact(self, *, is_compact: bool) -> None:
        """Put case and owner under what is due, or give each a column."""
        if is_compact == self._is_compact:
            return
        before, chosen = self.table, self.table.chosen_record()
        held_keyboard = self.window().focusWidget() is before
        self._is_compact = is_compact
        self._stack.setCurrentWidget(self.table)
        self._refresh()
        if held_keyboard:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if chosen is not None:
            self.table.choose(row_key(chosen))

    @Slot()
    def _refresh(self) -> None:
        table, view = self.table, self._view
        if view is None:
            return
        day = self._day
        groups = [Group("", day.rows)] if day is not None else groups_of(view, self._key)
        self.set_title(day.title if day is not None else _TITLES.get(self._key, _TITLES[""]))
        self.set_note(day.note if day is not None else "")
        self.all_button.setVisible(day is not None or self._key in (BECAME_OVERDUE, NOW))
        place = table.verticalScrollBar().value()
        self._models[self._is_compact].set_groups(groups)
        table.doItemsLayout()
        table.verticalScrollBar().setValue(place)
        has_rows = any(group.records for group in groups)
        self._stack.setCurrentWidget(table if has_rows else self._empty(view))
        self.why_button.setVisible(has_rows)
        self.link_button.setEnabled(True)
        if self.window().focusWidget() is table and table.chosen_record() is None:
            table.choose_first()  # the keyboard was here before the first reading
        self._name_way()

    @Slot()
    def _name_way(self) -> None:
        """Say what asking about the chosen line does: several together stand in their case."""
        row = self.table.chosen_record()
        is_several = row is not None and step_of(row) != "" and row.entry_id is None
        words, name, tip = _SHOW if is_several else _WHY
        self.why_button.setText(words)
        self.why_button.setAccessibleName(name)
        self.why_button.setToolTip(tip)

    @Slot()
    def explain_chosen(self) -> None:
        """Ask for the chosen line; the first is chosen where none was."""
        if self.table.chosen_record() is None:
            self.table.choose_first()
        if (row := self.table.chosen_record()) is not None:
            self.record_asked.emit(row)

    def _empty(self, view: TodayView) -> QWidget:
        if view.all_cases == 0:
            return self._no_cases
        if self._day is not None:
            return self._free_day
        return self._filtered_out if self._key else self._nothing_due

    def _make_table(self) -> None:
        columns = (compact_columns if self._is_compact else wide_columns)(self._today)
        model: RecordTableModel[DeadlineRow] = RecordTableModel(columns, self, haystack=_no_text)
        table = RecordTable(model, key=row_key, row_height=48 if self._is_compact else 36)
        table.setAccessibleName("What is due")
        table.record_opened.connect(self.record_opened)
        table.record_previewed.connect(self.record_asked)
        table.record_chosen.connect(self._name_way)
        self._models[self._is_compact] = model
        self._tables[self._is_compact] = table
        self._stack.addWidget(table)

    @cached_property
    def _no_cases(self) -> NoCases:
        shown = NoCases()
        shown.first_case_asked.connect(self.first_case_asked)
        shown.import_asked.connect(self.import_asked)
        self._stack.addWidget(shown)
        return shown

    @cached_property
    def _nothing_due(self) -> EmptyState:
        shown = EmptyState(
            "circle-check", "Nothing is overdue, and nothing is due in the next 5 working days."
        )
        self._stack.addWidget(shown)
        return shown

    @cached_property
    def _filtered_out(self) -> EmptyState:
        shown = EmptyState("circle-check", "Nothing of this kind today.", "Show what is due")
        shown.button.clicked.connect(self.everything_asked)
        self._stack.addWidget(shown)
        return shown

    @cached_property
    def _free_day(self) -> EmptyState:
        shown = EmptyState("circle-check", "Nothing is due on this day.", "Show what is due")
        shown.button.clicked.connect(self.everything_asked)
        self._stack.addWidget(shown)
        return shown

    def _fill(self) -> None:
        self.all_button = make_link("Show what is due", "list")
        self.all_button.hide()
        self.all_button.clicked.connect(self.everything_asked)
        self.add_to_head(self.all_button)
        self.why_button = make_why_link("the chosen line")
        self.why_button.clicked.connect(self.explain_chosen)
        self.add_to_head(self.why_button)
        self.link_button.setAccessibleName("Print the day on one page…")
        self.link_button.setToolTip("The day on one page (Ctrl+P)")
        self._stack = QStackedLayout()
        self.body.addLayout(self._stack, 1)
        self._stack.setCurrentWidget(self.table)
        self.link_button.setEnabled(False)


def _no_text(_row: DeadlineRow) -> str:
    """Nothing searches this list, and thousands of rows would be put into words for it."""
    return ""


def row_key(row: DeadlineRow) -> Hashable:
    """Return what tells a deadline from all others."""
    return row.case_id, row.code
