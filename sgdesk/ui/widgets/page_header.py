"""The head of a page: trail, title, second line, standing, and what one can do at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.buttons import make_link
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.standings import StandingLabel

if TYPE_CHECKING:
    from sgdesk.domain.standings import Standing


class PageHeader(QWidget):
    """`add_widget` fills the right side from left to right, the primary button last."""

    trail_clicked = Signal()

    def __init__(self, title: str, second: str = "") -> None:
        super().__init__()
        self.title_label = make_label(title, "page-title")
        self.beside_label = make_label("", "card-title")
        self.second_label = make_label(second, "muted")
        self.trail_button = make_link("", "chevron-left")
        self.trail_label = make_label("", "muted")
        self.standing_label = StandingLabel()
        self._right = QHBoxLayout()
        self._build()
        self.set_trail("", "")
        self.set_second(second)
        self.trail_button.clicked.connect(self.trail_clicked)

    def set_title(self, title: str, beside: str = "") -> None:
        """Show another title, with a quieter one beside it, such as the label of a case."""
        self.title_label.setText(title)
        self.beside_label.setText(beside)

    def set_second(self, second: str) -> None:
        self.second_label.setText(second)
        self.second_label.setVisible(bool(second))

    def set_standing(self, standing: Standing | None, words: str = "") -> None:
        self.standing_label.set_standing(standing, words)

    def set_trail(self, back_to: str, here: str) -> None:
        """Show the way back above the title; an empty `back_to` hides it."""
        self.trail_button.setText(back_to)
        self.trail_label.setText(f"/  {here}")
        for part in (self.trail_button, self.trail_label):
            part.setVisible(bool(back_to))

    def add_widget(self, widget: QWidget) -> None:
        self._right.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def _build(self) -> None:
        look = current()
        trail = QHBoxLayout()
        trail.setSpacing(look.px(4))
        trail.addWidget(self.trail_button)
        trail.addWidget(self.trail_label)
        trail.addStretch(1)
        title = QHBoxLayout()
        title.setSpacing(look.px(12))
        title.addWidget(self.title_label)
        title.addWidget(self.beside_label, 1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(title)
        words.addWidget(self.second_label)
        self._right.setSpacing(look.px(8))
        line = QHBoxLayout()
        line.setSpacing(look.px(16))
        line.addLayout(words, 1)
        line.addWidget(self.standing_label)
        line.addLayout(self._right)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(4))
        layout.addLayout(trail)
        layout.addLayout(line)
