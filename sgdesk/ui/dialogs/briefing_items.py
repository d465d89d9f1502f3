"""An ordered list of short texts: add, move, remove and put back, by keys or buttons."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from sgdesk.ui.dialogs.briefing_item_row import ItemColumn, ItemRow
from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.buttons import make_link, make_tool
from sgdesk.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent
    from PySide6.QtWidgets import QPushButton

Item = tuple[str, ...]


class ItemList(QFrame):
    """Each item has one text for each column. Nothing is checked here, empty items neither."""

    value_changed = Signal(object)

    def __init__(
        self,
        title: str,
        noun: str,
        columns: tuple[ItemColumn, ...],
        *,
        counts_words: bool = True,
    ) -> None:
        super().__init__()
        self._title = title
        self._noun = noun
        self._columns = columns
        self._counts_words = counts_words
        self._chosen: ItemRow | None = None
        self._removed: tuple[int, Item] | None = None
        self._ways: list[QPushButton] = []
        self.rows: list[ItemRow] = []
        self._build()
        self._connect()
        self._refresh()

    def items(self) -> tuple[Item, ...]:
        """Return the items in their order, as they were typed."""
        return tuple(row.values() for row in self.rows)

    def set_items(self, items: Sequence[Item]) -> None:
        """Show `items` instead of those before, without emitting `value_changed`."""
        while self.rows:
            self._drop(self.rows[0])
        for item in items:
            self._insert(len(self.rows), item)
        self._removed = None
        self._refresh()
        self._order_tabs()

    def typed(self) -> str:
        """Return the items as `take_typed` takes them."""
        return json.dumps(self.items()) if self.rows else ""

    def take_typed(self, typed: str) -> bool:
        """Show the items that were typed; False if they have other parts than these."""
        items = [tuple(one) for one in json.loads(typed or "[]")]
        if any(len(one) != len(self._columns) for one in items):
            return False
        self.set_items(items)
        self.value_changed.emit(self.items())
        return True

    def typed_words(self) -> str:
        """Return the items to be read, one on each line."""
        return "\n".join(" ".join(filter(None, item)) for item in self.items())

    @Slot()
    def add(self) -> None:
        """Put an empty item after the chosen one, or at the end, and begin to write it."""
        place = self.rows.index(self._chosen) + 1 if self._chosen else len(self.rows)
        row = self._insert(place, ("",) * len(self._columns))
        self._changed()
        row.focus_first()

    def extend(self, items: Sequence[Item]) -> None:
        """Put filled items at the end, and begin with the first of them."""
        rows = [self._insert(len(self.rows), item) for item in items]
        self._changed()
        if rows:
            rows[0].focus_first()

    def add_way(self, button: QPushButton) -> None:
        """Put another way to fill the list beside the button that adds an item."""
        self._ways.append(button)
        self._links.addWidget(button)
        self._order_tabs()

    @Slot()
    def remove(self) -> None:
        """Take the chosen item out; it can be put back until another one is removed."""
        if self._chosen is None:
            return
        place = self.rows.index(self._chosen)
        if not self._chosen.is_empty():
            self._removed = place, self._chosen.values()
        self._drop(self._chosen)
        self._changed()
        if self.rows:
            self.rows[min(place, len(self.rows) - 1)].focus_first()
        else:
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def put_back(self) -> None:
        """Put the item that was last removed back in its place."""
        if self._removed is None:
            return
        place, item = self._removed
        self._removed = None
        row = self._insert(min(place, len(self.rows)), item)
        self._changed()
        row.focus_first()

    def shift(self, step: int) -> None:
        """Move the chosen item up (-1) or down (1); at the end of the list it stays."""
        if self._chosen is None:
            return
        place = self.rows.index(self._chosen) + step
        if not 0 <= place < len(self.rows):
            return
        focused = self.focusWidget()
        self.rows.remove(self._chosen)
        self.rows.insert(place, self._chosen)
        self._lines.removeWidget(self._chosen)
        self._lines.insertWidget(place, self._chosen)
        self._changed()
        if focused is not None:
            focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        (self.rows[0].edits[0] if self.rows else self.add_button).setFocus(event.reason())

    def _insert(self, place: int, item: Item) -> ItemRow:
        row = ItemRow(self._columns, item, counts_words=self._counts_words)
        row.edited.connect(self._on_edited)
        row.focused.connect(lambda: self._choose(row))
        row.entered.connect(self.add)
        row.emptied.connect(self.remove)
        self.rows.insert(place, row)
        self._lines.insertWidget(place, row)
        row.show()
        return row

    def _drop(self, row: ItemRow) -> None:
        if row is self._chosen:
            self._chosen = None
        self.rows.remove(row)
        self._lines.removeWidget(row)
        row.hide()
        row.deleteLater()

    @Slot()
    def _on_edited(self) -> None:
        self.value_changed.emit(self.items())

    def _choose(self, row: ItemRow | None) -> None:
        self._chosen = row
        self._refresh()

    def _changed(self) -> None:
        self._refresh()
        self._order_tabs()
        self.value_changed.emit(self.items())

    def _refresh(self) -> None:
        for number, row in enumerate(self.rows, start=1):
            row.set_place(self._title, number)
            row.set_chosen(is_chosen=row is self._chosen)
        place = self.rows.index(self._chosen) if self._chosen else -1
        self.up_button.setEnabled(place > 0)
        self.down_button.setEnabled(0 <= place < len(self.rows) - 1)
        self.remove_button.setEnabled(place >= 0)
        self.put_back_button.setVisible(self._removed is not None)

    def _order_tabs(self) -> None:
        """Let Tab go through the items in the order in which they stand."""
        stops: list[QWidget] = [edit for row in self.rows for edit in row.edits]
        stops += [self.add_button, self.put_back_button, *self._ways]
        stops += [self.up_button, self.down_button, self.remove_button]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.add)
        self.put_back_button.clicked.connect(self.put_back)
        self.up_button.clicked.connect(lambda: self.shift(-1))
        self.down_button.clicked.connect(lambda: self.shift(1))
        self.remove_button.clicked.connect(self.remove)
        for keys, slot in (
            ("Alt+Up", lambda: self.shift(-1)),
            ("Alt+Down", lambda: self.shift(1)),
            ("Alt+Delete", self.remove),
        ):
            shortcut = QShortcut(QKeySequence(keys), self, slot)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _build(self) -> None:
        look = current()
        self.setProperty("role", "card")
        self.add_button = make_link(f"Add {self._noun}", "plus")
        self.put_back_button = make_link("Put back", "undo-2")
        self.up_button = make_tool("chevron-up", "Move up (Alt+Up)")
        self.down_button = make_tool("chevron-down", "Move down (Alt+Down)")
        self.remove_button = make_tool("trash-2", "Remove (Alt+Delete)")
        for button, words in (
            (self.add_button, f"Add {self._noun} to {self._title}"),
            (self.put_back_button, f"Put back what was removed from {self._title}"),
            (self.up_button, f"Move the chosen {self._noun} of {self._title} up"),
            (self.down_button, f"Move the chosen {self._noun} of {self._title} down"),
            (self.remove_button, f"Remove the chosen {self._noun} of {self._title}"),
        ):
            button.setAccessibleName(words)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        links = QWidget()
        self._links = FlowLayout(links, spacing=look.px(4))
        self._links.addWidget(self.add_button)
        self._links.addWidget(self.put_back_button)
        tools = QHBoxLayout()
        tools.setContentsMargins(look.px(8), look.px(2), look.px(8), look.px(2))
        tools.setSpacing(look.px(4))
        tools.addWidget(links, 1)
        for tool in (self.up_button, self.down_button, self.remove_button):
            tools.addWidget(tool, 0, Qt.AlignmentFlag.AlignTop)
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 1, 1, 1)
        box.setSpacing(0)
        box.addLayout(self._lines)
        box.addLayout(tools)
        QTimer.singleShot(0, self, self._order_tabs)
