"""A question in the place where it arises, such as whether to remove something."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout

from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.labels import make_label


class QuestionLine(QFrame):
    """Hidden until it asks. The answer that changes nothing holds the keyboard."""

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
        line = QHBoxLayout(self)
        line.setContentsMargins(look.px(12), look.px(4), look.px(12), look.px(4))
        line.setSpacing(look.px(8))
        line.addWidget(self.sentence_label, 1)
        line.addWidget(self.yes_button)
        line.addWidget(self.no_button)
        self.hide()

    def ask(self, sentence: str, about: object) -> None:
        """Ask `sentence`; `confirmed` carries `about` if the answer is yes."""
        self._about = about
        self.sentence_label.setText(sentence)
        self.show()
        self.no_button.setFocus()

    @Slot()
    def _on_confirmed(self) -> None:
        self.hide()
        self.confirmed.emit(self._about)
