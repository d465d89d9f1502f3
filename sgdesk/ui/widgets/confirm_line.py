"""One question in a line under what it is about; nothing happens before it is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.in_sight import bring_into_sight
from sgdesk.ui.widgets.labels import make_label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NO, _CLOSE = "Cancel", "Close"


class ConfirmLine(QFrame):
    """Hidden until it asks. Enter says yes, Escape no; the keyboard goes back either way."""

    confirmed = Signal(object)
    """What `ask` was given to be asked about."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "tint")
        self._subject: object = None
        self._focus_before: QWidget | None = None
        self.sentence_label = make_label("", "strong", wraps=True)
        self.yes_button = make_button("", kind="primary")
        self.no_button = make_button(_NO)
        self.yes_button.clicked.connect(self._on_yes)
        self.no_button.clicked.connect(self.put_away)
        self._build()
        self.hide()

    def ask(self, question: str, yes: str, subject: object) -> None:
        """Ask, with the keyboard on the button `yes`; `confirmed` carries `subject` if pressed."""
        self._subject = subject
        self.yes_button.setText(yes)
        self.yes_button.show()
        self._say(question, _NO)
        self.yes_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, sentence: str) -> None:
        """Say why nothing was asked; there is only one answer."""
        self.yes_button.hide()
        self._say(sentence, _CLOSE)
        self.no_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def put_away(self) -> None:
        """Take the question back, and give the keyboard back to where it was."""
        if self.isHidden():
            return
        self.hide()
        if self._focus_before is not None:
            self._focus_before.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.window().focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        elif event.key() in _ENTER and isinstance(focused, QPushButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_yes(self) -> None:
        self.put_away()
        self.confirmed.emit(self._subject)

    def _say(self, sentence: str, no: str) -> None:
        if self.isHidden():
            self._focus_before = self.window().focusWidget()
        self.sentence_label.setText(sentence)
        self.setAccessibleName(sentence)
        self.no_button.setText(no)
        for button in (self.yes_button, self.no_button):
            button.setAccessibleDescription(sentence)
        self.show()
        bring_into_sight(self)

    def _build(self) -> None:
        look = current()
        box = QHBoxLayout(self)
        box.setContentsMargins(look.px(12), look.px(8), look.px(12), look.px(8))
        box.setSpacing(look.px(8))
        box.addWidget(self.sentence_label, 1, Qt.AlignmentFlag.AlignVCenter)
        box.addWidget(self.yes_button, 0, Qt.AlignmentFlag.AlignVCenter)
        box.addWidget(self.no_button, 0, Qt.AlignmentFlag.AlignVCenter)
