"""What stands where a list would be while there is nothing to list: why, and the way out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.icon_label import IconLabel
from sgdesk.ui.widgets.labels import make_label


class EmptyState(QWidget):
    """Connect `button`; without a text for it there is none."""

    def __init__(self, icon_name: str, sentence: str, button: str = "") -> None:
        super().__init__()
        look = current()
        self.sentence_label = make_label(sentence, "muted", wraps=True)
        self.sentence_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = make_button(button)
        layout = QVBoxLayout(self)
        layout.setSpacing(look.px(12))
        layout.addStretch(1)
        layout.addWidget(IconLabel(icon_name, "muted", size=32), 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self.sentence_label)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        self.button.setVisible(bool(button))
        layout.addStretch(1)

    def set_sentence(self, sentence: str, button: str = "") -> None:
        """Say something else, such as that a filter lets nothing through."""
        self.sentence_label.setText(sentence)
        self.button.setText(button)
        self.button.setVisible(bool(button))
