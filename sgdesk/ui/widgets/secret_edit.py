"""A line for a passphrase: dots, until the officer asks to see it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from sgdesk.ui.look.current import current
from sgdesk.ui.look.icons import icon
from sgdesk.ui.widgets.buttons import make_tool

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SecretEdit(QLineEdit):
    def __init__(self) -> None:
        super().__init__()
        self.show_button = make_tool("eye", "Show what is typed")
        self.show_button.setCheckable(True)
        self.show_button.toggled.connect(self._on_show_toggled)
        look = current()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, look.px(4), 0)
        layout.addStretch(1)
        layout.addWidget(self.show_button)
        self.setTextMargins(0, 0, look.px(28), 0)
        self.setEchoMode(QLineEdit.EchoMode.Password)

    def set_shown(self, *, is_shown: bool) -> None:
        """Show what is typed, or dots."""
        self.show_button.setChecked(is_shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take what is typed here; nothing of what is typed while the button has the keyboard."""
        # Qt hands a child’s keys on to its parent: unseen, letters would end up in this line.
        if not self.show_button.hasFocus():
            super().keyPressEvent(event)
        elif event.key() in _ENTER:
            self.show_button.click()
        else:
            event.ignore()

    @Slot(bool)
    def _on_show_toggled(self, is_on: bool) -> None:  # noqa: FBT001 - Qt's signature
        mode = QLineEdit.EchoMode.Normal if is_on else QLineEdit.EchoMode.Password
        self.setEchoMode(mode)
        name = "Hide what is typed" if is_on else "Show what is typed"
        self.show_button.setIcon(icon("eye-off" if is_on else "eye"))
        self.show_button.setToolTip(name)
        self.show_button.setAccessibleName(name)


def second_after_first(first: SecretEdit, second: SecretEdit, then: QWidget) -> None:
    """Lead Tab from line to line, as one types, then to the buttons that show them and `then`."""
    order = (first, second, first.show_button, second.show_button, then)
    for one, next_one in pairwise(order):
        QWidget.setTabOrder(one, next_one)
