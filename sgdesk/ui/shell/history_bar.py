"""A line above the page that stays while the history is not the one that was last seen here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.icon_label import IconLabel
from sgdesk.ui.widgets.labels import make_label

if TYPE_CHECKING:
    from sgdesk.records.history_checks import SealFinding


class HistoryBar(QFrame):
    """Hidden while there is nothing to tell. It cannot be put away before it is looked into."""

    verify_asked = Signal()
    backups_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "problems")
        self._build()
        self.hide()

    def show_finding(self, found: SealFinding) -> None:
        """Say what is wrong beside what was last seen of the history."""
        from PySide6.QtGui import QAccessible, QAccessibleEvent  # noqa: PLC0415 - slow to load

        from sgdesk.ui.dialogs.history_words import noted_words  # noqa: PLC0415 - seldom

        self.sentence_label.setText(noted_words(found))
        self.setAccessibleName(self.sentence_label.text())
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _build(self) -> None:
        look = current()
        self.sentence_label = make_label(wraps=True)
        self.verify_button = make_button("Verify the history…", "shield-check")
        self.backups_button = make_button("Backups…", "database-backup")
        self.verify_button.clicked.connect(self.verify_asked)
        self.backups_button.clicked.connect(self.backups_asked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(look.px(16), look.px(8), look.px(16), look.px(8))
        layout.setSpacing(look.px(8))
        layout.addWidget(IconLabel("octagon-alert", "overdue"), 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.sentence_label, 1, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.verify_button, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.backups_button, 0, Qt.AlignmentFlag.AlignVCenter)
