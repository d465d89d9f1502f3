"""A line above the page that says how many deadlines press, until it is answered."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.icon_label import IconLabel
from sgdesk.ui.widgets.labels import make_label


class ReminderBar(QFrame):
    """Hidden while there is nothing to remind of. It takes no keyboard from anybody."""

    show_asked = Signal()
    quiet_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "warnings")
        self._build()
        self.hide()

    def remind(self, words: str) -> None:
        """Say `words`, in place of what was said before."""
        from PySide6.QtGui import QAccessible, QAccessibleEvent  # noqa: PLC0415 - slow to load

        self.say(words)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def say(self, words: str) -> None:
        """Correct what it says, without drawing attention to it."""
        self.sentence_label.setText(words)
        self.setAccessibleName(words)
        for button in (self.show_button, self.quiet_button):
            button.setAccessibleDescription(words)

    def _build(self) -> None:
        look = current()
        self.sentence_label = make_label("", "strong", wraps=True)
        self.show_button = make_button("Show")
        self.quiet_button = make_button("Quiet until tomorrow")
        self.show_button.clicked.connect(self.show_asked)
        self.quiet_button.clicked.connect(self.quiet_asked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(look.px(16), look.px(6), look.px(16), look.px(6))
        layout.setSpacing(look.px(8))
        layout.addWidget(IconLabel("calendar-clock", "due_today"), 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.sentence_label, 1, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.show_button, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.quiet_button, 0, Qt.AlignmentFlag.AlignVCenter)
