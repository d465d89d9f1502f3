"""A line for a passphrase: dots, until the officer asks to see it."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from sgdesk.ui.look.current import current
from sgdesk.ui.look.icons import icon
from sgdesk.ui.widgets.buttons import make_tool


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

    @Slot(bool)
    def _on_show_toggled(self, is_on: bool) -> None:  # noqa: FBT001 - Qt's signature
        mode = QLineEdit.EchoMode.Normal if is_on else QLineEdit.EchoMode.Password
        self.setEchoMode(mode)
        name = "Hide what is typed" if is_on else "Show what is typed"
        self.show_button.setIcon(icon("eye-off" if is_on else "eye"))
        self.show_button.setToolTip(name)
        self.show_button.setAccessibleName(name)
