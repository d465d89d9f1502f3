"""A sentence on tinted ground inside a wizard: what went wrong, what to know, what is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from sgdesk.ui.errors import trouble_of
from sgdesk.ui.look.current import current
from sgdesk.ui.look.stylesheet import restyle
from sgdesk.ui.widgets.icon_label import IconLabel
from sgdesk.ui.widgets.labels import make_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class Notice(QFrame):
    """Hidden while it has nothing to say. A mark and the words tell its kind, not the colour."""

    def __init__(self) -> None:
        super().__init__()
        look = current()
        self._mark = IconLabel("info", "ink", size=20)
        self.title_label = make_label("", "strong", wraps=True)
        self.detail_label = make_label("", wraps=True)
        self._words = QVBoxLayout()
        self._words.setSpacing(look.px(4))
        self._words.addWidget(self.title_label)
        self._words.addWidget(self.detail_label)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(look.px(16), look.px(12), look.px(16), look.px(12))
        layout.setSpacing(look.px(12))
        layout.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(self._words, 1)
        self.hide()

    def text(self) -> str:
        """Return everything that is shown, or an empty string while hidden."""
        parts = (self.title_label.text(), self.detail_label.text())
        return " ".join(part for part in parts if part)

    def add(self, widget: QWidget) -> None:
        """Put a widget, such as a button, under the words."""
        self._words.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)

    def show_problem(self, title: str, detail: str = "") -> None:
        self._show(title, detail, ("problems", "octagon-alert", "overdue"))

    def show_warning(self, title: str, detail: str = "") -> None:
        self._show(title, detail, ("warnings", "triangle-alert", "due_today"))

    def show_hint(self, text: str) -> None:
        self._show("", text, ("tint", "info", "ink"))

    def show_done(self, title: str, detail: str = "") -> None:
        self._show(title, detail, ("accent-card", "circle-check", "met"))

    def show_trouble(self, error: object) -> None:
        """Show the sentence of an error; of an unexpected one, its reference in the log too."""
        trouble = trouble_of(error)
        reference = f"Reference {trouble.reference}" if trouble.reference else ""
        self.show_problem(trouble.sentence, reference)

    def clear(self) -> None:
        self.title_label.clear()
        self.detail_label.clear()
        self.hide()

    def _show(self, title: str, detail: str, style: tuple[str, str, str]) -> None:
        role, icon_name, icon_role = style
        restyle(self, role=role)
        self._mark.set_icon(icon_name, icon_role)
        self.title_label.setText(title)
        self.detail_label.setText(detail)
        self.title_label.setVisible(bool(title))
        self.detail_label.setVisible(bool(detail))
        self.setAccessibleName(self.text())
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
