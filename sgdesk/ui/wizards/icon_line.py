"""An icon beside a line that says something, and a second line that says why."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.icon_label import IconLabel
from sgdesk.ui.widgets.labels import make_label


class IconLine(QWidget):
    def __init__(self, icon_name: str, title: str, second: str, *, size: int = 24) -> None:
        super().__init__()
        look = current()
        self.title_label = make_label(title, "strong", wraps=True)
        self.second_label = make_label("", "second", wraps=True)
        words = QVBoxLayout()
        words.setSpacing(look.px(2))
        words.addWidget(self.title_label)
        words.addWidget(self.second_label)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(16))
        mark = IconLabel(icon_name, "accent", size=size)
        layout.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        if not title:
            self.title_label.hide()
        self.set_second(second)

    def set_second(self, second: str) -> None:
        self.second_label.setText(second)
        self.second_label.setVisible(bool(second))
