"""A line above the page after the paper opened the register: it offers a new recovery key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from sgdesk.ui.shell.page_bar import PageBar
from sgdesk.ui.widgets.buttons import make_button

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from sgdesk.ui.context import AppContext
    from sgdesk.ui.shell.openers import Openers

_WORDS = (
    "The recovery key opened the register, and the new passphrase is in force. If anybody else "
    "may have seen the paper, make a new key."
)


class PaperBar(PageBar):
    """Stays until a new key is in force or it is put away."""

    def __init__(self, context: AppContext, openers: Openers, parent: QWidget) -> None:
        super().__init__("warnings", "key-round", "due_today", parent)
        self.renew_button = make_button("New recovery key…")
        self.leave_button = make_button("Not now")
        self.renew_button.clicked.connect(openers.make_recovery_key)
        self.leave_button.clicked.connect(self.hide)
        self.add_buttons(self.renew_button, self.leave_button)
        for button in (self.renew_button, self.leave_button):
            button.setAccessibleDescription(_WORDS)
        self._register = context.register
        context.keys_changed.connect(self._on_keys_changed)
        if context.register.is_opened_by_paper:
            self.tell(_WORDS)

    @Slot()
    def _on_keys_changed(self) -> None:
        if not self._register.is_opened_by_paper:
            self.hide()
