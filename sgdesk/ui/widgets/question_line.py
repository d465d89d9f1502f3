"""A question in the place where it arises, such as whether to remove something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout

from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.labels import make_label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class QuestionLine(QFrame):
    """Hidden until it asks. The answer that changes nothing holds the keyboard; Escape gives it."""

    confirmed = Signal(object)
    """What `ask` was given to be asked about."""

    def __init__(self, yes: str, no: str) -> None:
        super().__init__()
        self._about: object = None
        self.sentence_label = make_label("", "warning", wraps=True)
        self.yes_button = make_button(yes, kind="danger")
        self.no_button = make_button(no)
        self.yes_button.clicked.connect(self._on_confirmed)
        self.no_button.clicked.connect(self.hide)
        look = current()
        self._line = line = QHBoxLayout(self)
        self.set_sides(12, 12)
        line.setSpacing(look.px(8))
        line.addWidget(self.sentence_label, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.yes_button)
        line.addWidget(self.no_button)
        self.hide()

    def set_sides(self, left: int, right: int) -> None:
        """Leave so many pixels beside it, at the designed text size."""
        look = current()
        self._line.setContentsMargins(look.px(left), look.px(4), look.px(right), look.px(4))

    def stand_above_footer(self) -> None:
        """Look like a part of a dialog's footer, above its buttons."""
        self.setProperty("place", "above-footer")
        self.set_sides(24, 24)

    def ask(self, sentence: str, about: object) -> None:
        """Ask `sentence`; `confirmed` carries `about` if the answer is yes."""
        self._about = about
        self.sentence_label.setText(sentence)
        self.show()
        self.no_button.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.no_button.click()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_confirmed(self) -> None:
        self.hide()
        self.confirmed.emit(self._about)
