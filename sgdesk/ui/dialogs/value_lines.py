"""A list with one entry on each line, filled by choosing values or by typing."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from sgdesk.ui.dialogs.editors import LineList
from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.buttons import make_link


class ValueLines(QWidget):
    """Choosing a value adds it as a line; one that is there already is not added twice."""

    value_changed = Signal(object)

    def __init__(self, words: str, values: tuple[str, ...]) -> None:
        """Take what the button says that offers `values`, as in "Add a theme"."""
        super().__init__()
        self.line_list = LineList(2)
        self.menu = QMenu(self)
        for value in values:
            action = self.menu.addAction(value.replace("&", "&&"))
            action.triggered.connect(partial(self._add, value))
        self.add_button = make_link(f"{words}…", "plus")
        self.add_button.setAccessibleName(words)
        self.add_button.clicked.connect(self._on_add_clicked)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(current().px(4))
        lines.addWidget(self.line_list)
        lines.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.line_list)
        self.line_list.textChanged.connect(lambda: self.value_changed.emit(self.value()))

    def value(self) -> tuple[str, ...]:
        """Return the lines in their order."""
        return self.line_list.entries()

    def set_value(self, entries: tuple[str, ...]) -> None:
        """Show `entries`, one on each line."""
        self.line_list.set_entries(entries)

    @Slot()
    def _on_add_clicked(self) -> None:
        button = self.add_button
        self.menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _add(self, value: str, _is_checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's
        entries = self.value()
        if value.casefold() not in {one.casefold() for one in entries}:
            self.set_value((*entries, value))
