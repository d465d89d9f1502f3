"""A line above the page that stays as long as what it tells of: nothing can be saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout

from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.icon_label import IconLabel
from sgdesk.ui.widgets.labels import make_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

_NARROW = 900
_SHOW, _HIDE = "What was found", "Hide what was found"


class LastingBar(QFrame):
    """Hidden while everything can be saved. It cannot be put away."""

    backups_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "problems")
        self.sentence_label = make_label(wraps=True)
        self.found_label = make_label(wraps=True)
        self.found_button = make_button(_SHOW)
        self.backups_button = make_button("Go back to a backup…", "history")
        self._build()
        self.hide()

    def show_words(self, words: str, found: Sequence[str] = (), *, offers_backups: bool) -> None:
        """Show a sentence, and behind a button what was `found`, a sentence for each."""
        from PySide6.QtGui import QAccessible, QAccessibleEvent  # noqa: PLC0415 - slow to load

        self.sentence_label.setText(words)
        self.setAccessibleName(words)
        self.found_label.setText("\n".join(found))
        self.found_label.setAccessibleName(" ".join(found))
        self.found_button.setVisible(bool(found))
        self.backups_button.setVisible(offers_backups)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons under the words where the window is narrow for the size of the text."""
        super().resizeEvent(event)
        is_narrow = self.width() < current().px(_NARROW)
        directions = QBoxLayout.Direction
        self._line.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)

    @Slot()
    def _on_found_clicked(self) -> None:
        is_shown = self.found_label.isHidden()
        self.found_label.setVisible(is_shown)
        self.found_button.setText(_HIDE if is_shown else _SHOW)

    def _build(self) -> None:
        look = current()
        self.found_label.hide()
        self.found_button.clicked.connect(self._on_found_clicked)
        self.backups_button.clicked.connect(self.backups_asked)
        words = QVBoxLayout()
        words.setSpacing(look.px(4))
        words.addWidget(self.sentence_label)
        words.addWidget(self.found_label)
        told = QHBoxLayout()
        told.setSpacing(look.px(8))
        told.addWidget(IconLabel("octagon-alert", "overdue"), 0, Qt.AlignmentFlag.AlignTop)
        told.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(look.px(8))
        buttons.addWidget(self.found_button)
        buttons.addWidget(self.backups_button)
        self._line = layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        layout.setContentsMargins(look.px(16), look.px(8), look.px(16), look.px(8))
        layout.setSpacing(look.px(8))
        layout.addLayout(told, 1)
        layout.addLayout(buttons)
        layout.setAlignment(buttons, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
