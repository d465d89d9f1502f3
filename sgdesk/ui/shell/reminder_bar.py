"""A line above the page that says how many deadlines press, until it is answered."""

from __future__ import annotations

from PySide6.QtCore import Signal

from sgdesk.ui.shell.page_bar import PageBar
from sgdesk.ui.widgets.buttons import make_button


class ReminderBar(PageBar):
    """Hidden while there is nothing to remind of."""

    show_asked = Signal()
    quiet_asked = Signal()

    def __init__(self) -> None:
        super().__init__("warnings", "calendar-clock", "due_today")
        self.show_button = make_button("Show")
        self.quiet_button = make_button("Quiet until tomorrow")
        self.show_button.clicked.connect(self.show_asked)
        self.quiet_button.clicked.connect(self.quiet_asked)
        self.add_buttons(self.show_button, self.quiet_button)

    def say(self, words: str) -> None:
        super().say(words)
        for button in (self.show_button, self.quiet_button):
            button.setAccessibleDescription(words)
