"""A line above the page after the paper opened the register: it offers a new recovery key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout

from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.icon_label import IconLabel
from sgdesk.ui.widgets.labels import make_label

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from sgdesk.ui.context import AppContext
    from sgdesk.ui.shell.openers import Openers

_WORDS = (
    "The recovery key opened the register, and the new passphrase is in force. If anybody else "
    "may have seen the paper, make a new key."
)


class PaperBar(QFrame):
    """Stays until a new key is in force or it is put away. It takes no keyboard."""

    def __init__(self, context: AppContext, openers: Openers) -> None:
        super().__init__()
        self.setProperty("role", "warnings")
        self.setAccessibleName(_WORDS)
        self.renew_button = make_button("New recovery key…")
        self.leave_button = make_button("Not now")
        self.renew_button.clicked.connect(openers.make_recovery_key)
        self._register = context.register
        self._build()
        context.keys_changed.connect(self._on_keys_changed)
        if not context.register.is_opened_by_paper:
            self.hide()

    def showEvent(self, event: QShowEvent) -> None:
        from PySide6.QtGui import QAccessible, QAccessibleEvent  # noqa: PLC0415 - slow to load

        super().showEvent(event)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    @Slot()
    def _on_keys_changed(self) -> None:
        if not self._register.is_opened_by_paper:
            self.hide()

    def _build(self) -> None:
        look = current()
        self.leave_button.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(look.px(16), look.px(6), look.px(16), look.px(6))
        layout.setSpacing(look.px(8))
        middle = Qt.AlignmentFlag.AlignVCenter
        layout.addWidget(IconLabel("key-round", "due_today"), 0, middle)
        layout.addWidget(make_label(_WORDS, wraps=True), 1, middle)
        for button in (self.renew_button, self.leave_button):
            button.setAccessibleDescription(_WORDS)
            layout.addWidget(button, 0, middle)
