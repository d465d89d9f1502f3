"""A line above the pages: an icon, a sentence, and what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from sgdesk.ui.dialogs.side_by_side import SideBySide
from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.icon_label import IconLabel
from sgdesk.ui.widgets.labels import make_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton

_LEAST_WORDS = 400
"""Pixels at the designed text size, below which the buttons stand under the words."""
TEXT_LEFT = 24
"""How far right of the icon's left edge the words begin, in the same pixels."""
_ICON_DROP = 3
"""Brings the middle of the icon to the middle of the first line, in the same pixels."""


class PageBar(QFrame):
    """Hidden until it tells something. It takes no keyboard from anybody; Tab leads to it.

    `role` is that of the frame in the stylesheet: "problems", "warnings" or "tint". A bar that
    tells something before it has its place needs a `parent`, or it is a window until then.
    """

    def __init__(
        self, role: str, icon_name: str, icon_role: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", role)
        self.setProperty("place", "bar")
        self.sentence_label = make_label(wraps=True)
        self.words = QVBoxLayout()
        """The sentence; more may be put under it."""
        self.buttons = QWidget()
        self.below = QVBoxLayout(self)
        """The line of words and buttons; more may be put under it."""
        self._lay_out(icon_name, icon_role)
        self.hide()

    def say(self, words: str) -> None:
        """Say `words` in place of what was said before, without drawing attention to it."""
        self.sentence_label.setText(words)
        self.setAccessibleName(words)

    def tell(self, words: str) -> None:
        """Show `words`, and have a screen reader read them."""
        from PySide6.QtGui import QAccessible, QAccessibleEvent  # noqa: PLC0415 - slow to load

        self.say(words)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def add_buttons(self, *buttons: QAbstractButton) -> None:
        """Put `buttons` at the right of the words, or under them where there is no room."""
        for button in buttons:
            self._row.insertWidget(self._row.count() - 1, button)

    def _lay_out(self, icon_name: str, icon_role: str) -> None:
        look = current()
        self.words.setSpacing(look.px(4))
        self.words.addWidget(self.sentence_label)
        mark = QVBoxLayout()
        mark.setContentsMargins(0, look.px(_ICON_DROP), 0, 0)
        mark.addWidget(IconLabel(icon_name, icon_role), 0, Qt.AlignmentFlag.AlignTop)
        said = QHBoxLayout()
        said.setSpacing(look.px(8))
        said.addLayout(mark)
        said.addLayout(self.words, 1)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(1)
        column.addLayout(said)
        column.addStretch(1)
        self._row = QHBoxLayout(self.buttons)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look.px(8))
        self._row.addStretch(1)
        line = SideBySide(gap=8, is_even=True)
        line.add(middle, stretch=1, least=_LEAST_WORDS)
        line.add(self.buttons, stretch=0, least=0)
        self.below.setContentsMargins(look.px(16), look.px(6), look.px(16), look.px(6))
        self.below.setSpacing(look.px(4))
        self.below.addWidget(line)
