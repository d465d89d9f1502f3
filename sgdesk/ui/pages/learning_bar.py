"""The buttons under the chain of a case: what can be done with the chosen line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sgdesk.ui.look.current import current
from sgdesk.ui.pages.learning_lines import LineKind
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from sgdesk.ui.pages.learning_lines import LearningLine

_WAYS = {
    "edit": ("Edit…", "pencil"),
    "recommendation": ("Add recommendation…", "plus"),
    "action": ("Add action…", "plus"),
    "evidence": ("Add evidence…", "plus"),
    "impact": ("Assess impact…", "chart-no-axes-column"),
    "close": ("Close action…", "circle-check"),
    "why": ("Why this date?", "calendar-clock"),
    "remove": ("Remove…", "trash-2"),
}
_OFFERED = {
    LineKind.FINDING: ("edit", "recommendation", "remove"),
    LineKind.RECOMMENDATION: ("edit", "action", "remove"),
    LineKind.ACTION: ("edit", "evidence", "impact", "close", "why", "remove"),
    LineKind.EVIDENCE: ("edit", "remove"),
    LineKind.IMPACT: ("edit", "remove"),
}


class LearningBar(QWidget):
    """Shows only what the chosen line allows; a closed action is not closed again."""

    asked = Signal(str)
    """What to do with the chosen line: a key of `buttons`."""

    def __init__(self) -> None:
        super().__init__()
        look = current()
        layout = FlowLayout(self, spacing=look.px(8))
        self.buttons = {}
        for key, (words, icon) in _WAYS.items():
            button = make_button(words, icon)
            button.clicked.connect(lambda _=False, way=key: self.asked.emit(way))
            layout.addWidget(button)
            self.buttons[key] = button
        self.buttons["edit"].setToolTip("F2 or Enter")
        self.buttons["why"].setToolTip("Ctrl+D")
        self.show_line(None)

    def show_line(self, line: LearningLine | None) -> None:
        """Offer what can be done with `line`."""
        offered = _OFFERED[line.kind] if line else ()
        for key, button in self.buttons.items():
            is_offered = key in offered
            if key == "close" and line is not None and line.row is not None:
                is_offered = line.row.is_open
            button.setVisible(is_offered)
        if line is not None:
            for key in ("edit", "remove"):
                self.buttons[key].setAccessibleName(f"{_WAYS[key][0][:-1]} {line.title}")
        self.updateGeometry()
