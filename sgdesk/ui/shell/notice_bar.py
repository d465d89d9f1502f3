"""A line above the page for what went wrong; it stays until it is read and closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout

from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.buttons import make_button, make_tool
from sgdesk.ui.widgets.clipboard import copy_text
from sgdesk.ui.widgets.icon_label import IconLabel
from sgdesk.ui.widgets.labels import make_label

if TYPE_CHECKING:
    from sgdesk.ui.errors import Trouble


class NoticeBar(QFrame):
    """Hidden while there is nothing to tell."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "problems")
        self._reference = ""
        self._build()
        self.hide()

    def show_trouble(self, trouble: Trouble) -> None:
        """Show the sentence, and a button that copies the reference if it has one."""
        from PySide6.QtGui import QAccessible, QAccessibleEvent  # noqa: PLC0415 - slow to load

        self._reference = trouble.reference
        self.sentence_label.setText(trouble.words)
        self.copy_button.setVisible(bool(trouble.reference))
        self.show()
        self.setAccessibleName(self.sentence_label.text())
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    @Slot()
    def _on_copy_clicked(self) -> None:
        copy_text(f"SGDesk {self._reference}")

    def _build(self) -> None:
        look = current()
        self.sentence_label = make_label(wraps=True)
        self.copy_button = make_button("Copy the reference", "copy")
        self.close_button = make_tool("x", "Close this notice")
        self.copy_button.clicked.connect(self._on_copy_clicked)
        self.close_button.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(look.px(16), look.px(8), look.px(8), look.px(8))
        layout.setSpacing(look.px(8))
        layout.addWidget(IconLabel("octagon-alert", "overdue"), 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.sentence_label, 1, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.copy_button)
        layout.addWidget(self.close_button)
