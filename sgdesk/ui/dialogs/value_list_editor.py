"""Edits the lines of a list: added, renamed, moved and removed, by mouse and by keyboard."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QPushButton

_ROWS = 8
_ROW = 30


class ValueListEditor(QWidget):
    """F2 renames, Alt+Up and Alt+Down move, Insert adds, Delete removes."""

    value_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.list = QListWidget()
        self.add_button = make_button("Add", "plus")
        self.rename_button = make_button("Rename", "pencil")
        self.up_button = make_button("Up", "chevron-up")
        self.down_button = make_button("Down", "chevron-down")
        self.remove_button = make_button("Remove", "trash-2")
        self._build()
        self._connect()
        self.setFocusProxy(self.list)

    def value(self) -> tuple[str, ...]:
        """Return the lines in their order, without the spaces around them."""
        return tuple(self.list.item(row).text().strip() for row in range(self.list.count()))

    def set_value(self, values: Sequence[str]) -> None:
        """Show `values`, the first one chosen."""
        with QSignalBlocker(self.list):
            self.list.clear()
            for words in values:
                self.list.addItem(_item(words))
            self.list.setCurrentRow(0)
        self._show_choice()
        self._tell()

    def typed(self) -> str:
        """Return the lines as `take_typed` takes them."""
        return json.dumps(self.value())

    def take_typed(self, typed: str) -> bool:
        """Show the lines that were typed."""
        self.set_value(json.loads(typed or "[]"))
        return True

    def typed_words(self) -> str:
        """Return the lines to be read."""
        return "\n".join(self.value())

    @Slot()
    def add(self) -> None:
        """Put an empty line under the chosen one, ready to be typed in."""
        row = self.list.currentRow() + 1
        self.list.insertItem(row, _item(""))
        self.list.setCurrentRow(row)
        self.list.editItem(self.list.item(row))
        self._tell()

    @Slot()
    def rename(self) -> None:
        """Type over the chosen line."""
        if (item := self.list.currentItem()) is not None:
            self.list.editItem(item)

    @Slot()
    def remove(self) -> None:
        """Take the chosen line off the list."""
        row = self.list.currentRow()
        if row >= 0:
            self.list.takeItem(row)
            self._show_choice()
            self._tell()

    def move_chosen(self, step: int) -> None:
        """Move the chosen line up for -1, down for 1; nothing happens at an end."""
        row = self.list.currentRow()
        if row >= 0 and 0 <= row + step < self.list.count():
            item = self.list.takeItem(row)
            self.list.insertItem(row + step, item)
            self.list.setCurrentRow(row + step)
            self._tell()

    @Slot()
    def _show_choice(self) -> None:
        row, count = self.list.currentRow(), self.list.count()
        self.rename_button.setEnabled(row >= 0)
        self.remove_button.setEnabled(row >= 0)
        self.up_button.setEnabled(row > 0)
        self.down_button.setEnabled(0 <= row < count - 1)

    @Slot()
    def _tell(self) -> None:
        self.value_changed.emit(self.value())

    def _connect(self) -> None:
        self.list.itemChanged.connect(lambda _item: self._tell())
        self.list.currentRowChanged.connect(lambda _row: self._show_choice())
        ways: tuple[tuple[QPushButton, str, Callable[[], None]], ...] = (
            (self.add_button, "Ins", self.add),
            (self.rename_button, "", self.rename),
            (self.up_button, "Alt+Up", lambda: self.move_chosen(-1)),
            (self.down_button, "Alt+Down", lambda: self.move_chosen(1)),
            (self.remove_button, "Del", self.remove),
        )
        for button, keys, way in ways:
            button.clicked.connect(way)
            button.setToolTip(keys or "F2")
            if keys:
                shortcut = QShortcut(QKeySequence(keys), self.list, way)
                shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)

    def _build(self) -> None:
        look = current()
        triggers = QAbstractItemView.EditTrigger
        self.list.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed)
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
        self.list.setMinimumHeight(look.px(_ROWS * _ROW))
        buttons = QWidget()
        flow = FlowLayout(buttons, spacing=look.px(8))
        for button in (
            self.add_button,
            self.rename_button,
            self.up_button,
            self.down_button,
            self.remove_button,
        ):
            flow.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(look.px(8))
        box.addWidget(self.list, 1)
        box.addWidget(buttons)


def _item(words: str) -> QListWidgetItem:
    item = QListWidgetItem(words)
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
    return item
