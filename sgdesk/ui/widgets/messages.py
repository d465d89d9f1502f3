"""One line of help, question, problem, warning or good news under a field."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sgdesk.ui.look.current import current
from sgdesk.ui.look.stylesheet import restyle
from sgdesk.ui.widgets.icon_label import IconLabel
from sgdesk.ui.widgets.labels import make_label


class MessageLine(QWidget):
    """Hidden while it has nothing to say. All but help have a mark of their own."""

    def __init__(self) -> None:
        super().__init__()
        look = current()
        self._icon = IconLabel("octagon-alert", "overdue")
        self._label = make_label("", "second", wraps=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(6))
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._label, 1)
        self.hide()

    def text(self) -> str:
        return self._label.text()

    def show_hint(self, text: str) -> None:
        self._show(text, "second", "")

    def show_question(self, text: str) -> None:
        self._show(text, "question", "circle-question-mark")

    def show_problem(self, text: str) -> None:
        self._show(text, "problem", "octagon-alert")

    def show_warning(self, text: str) -> None:
        self._show(text, "warning", "triangle-alert")

    def show_good(self, text: str) -> None:
        self._show(text, "met", "circle-check")

    def _show(self, text: str, role: str, icon_name: str) -> None:
        self._label.setText(text)
        restyle(self._label, role=role)
        if icon_name:
            self._icon.set_icon(icon_name, _ICON_ROLES[role])
        self._icon.setVisible(bool(icon_name))
        self.setVisible(bool(text))


_ICON_ROLES = {"problem": "overdue", "warning": "due_today", "question": "ink", "met": "met"}
