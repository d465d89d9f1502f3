"""The foot of a settings form: Save, what was saved, and the question before it is left."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.flow_layout import FlowLayout
from sgdesk.ui.widgets.icon_label import IconLabel
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.messages import MessageLine

_QUESTION = "You changed this and have not saved it."


class FormFoot(QWidget):
    """`undo_button` and the question give up what was typed; both end in `discard_asked`."""

    save_asked = Signal()
    discard_asked = Signal()

    def __init__(self, save_words: str) -> None:
        super().__init__()
        self.save_button = make_button(save_words, kind="primary")
        self.save_button.setToolTip("Ctrl+Enter in the form")
        self.undo_button = make_button("Undo changes", "undo-2")
        self.said_label = make_label("", "second", wraps=True)
        self._tick = IconLabel("check", "met")
        self.question_label = make_label(_QUESTION, "warning", wraps=True)
        self.keeping_line = MessageLine()
        self.keep_button = make_button("Keep editing")
        self.discard_button = make_button("Discard changes", kind="danger")
        self.save_and_leave_button = make_button("Save and go on", kind="primary")
        self._build()
        self._connect()
        self.show_changed(is_changed=False)

    @property
    def is_asking(self) -> bool:
        return not self._question.isHidden()

    def ask(self) -> None:
        """Ask whether to save or discard what was typed."""
        self._plain.hide()
        self._question.show()
        self.keep_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def stop_asking(self) -> None:
        """Go back to Save."""
        self._question.hide()
        self._plain.show()

    def show_changed(self, *, is_changed: bool) -> None:
        """Offer to undo what was typed; forget what was said of an earlier save."""
        self.stop_asking()
        self.undo_button.setVisible(is_changed)
        self._say("")

    def show_saved(self, what: str) -> None:
        """Say what was saved."""
        self._say(f"{what}.")

    def show_keeping(self, problem: str) -> None:
        """Say why what is typed is not being kept; "" when it is."""
        self.keeping_line.show_warning(problem)

    def _say(self, words: str) -> None:
        self.said_label.setText(words)
        for part in (self._tick, self.said_label):  # an empty label would take room from buttons
            part.setVisible(bool(words))

    def _connect(self) -> None:
        self.save_button.clicked.connect(self.save_asked)
        self.save_and_leave_button.clicked.connect(self.save_asked)
        self.undo_button.clicked.connect(self.discard_asked)
        self.discard_button.clicked.connect(self.discard_asked)
        self.keep_button.clicked.connect(self.stop_asking)

    def _build(self) -> None:
        look = current()
        self._plain = QWidget()
        plain = QHBoxLayout(self._plain)
        plain.setContentsMargins(0, 0, 0, 0)
        plain.setSpacing(look.px(8))
        plain.addWidget(_flow_of(self.save_button, self.undo_button))
        plain.addWidget(self._tick)
        plain.addWidget(self.said_label, 1, Qt.AlignmentFlag.AlignVCenter)
        buttons = _flow_of(self.save_and_leave_button, self.discard_button, self.keep_button)
        self._question = QWidget()
        question = QVBoxLayout(self._question)
        question.setContentsMargins(0, 0, 0, 0)
        question.setSpacing(look.px(8))
        question.addWidget(self.question_label)
        question.addWidget(buttons)
        self._question.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.keeping_line)
        box.addWidget(self._plain)
        box.addWidget(self._question)


def _flow_of(*buttons: QPushButton) -> QWidget:
    """Return buttons in as many lines as the width needs."""
    place = QWidget()
    flow = FlowLayout(place, spacing=current().px(8))
    for button in buttons:
        flow.addWidget(button)
    return place
