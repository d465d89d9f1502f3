"""The foot of a wizard: Help, the page's own buttons, Back, Cancel, Next; or one question."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.labels import make_label, make_rule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QPushButton


class WizardFooter(QWidget):
    """Asks in its own place whether to leave, so that no second window is needed."""

    def __init__(self) -> None:
        super().__init__()
        self.help_button = make_button("Help  F1")
        self.back_button = make_button("Back")
        self.cancel_button = make_button("Cancel")
        self.next_button = make_button("Next", kind="primary")
        self.question_label = make_label("", "warning", wraps=True)
        self.keep_button = make_button("Stay here", kind="primary")
        self.leave_button = make_button("Close", kind="danger")
        self._own_buttons = QHBoxLayout()
        self._focus_before: QWidget | None = None
        self._build()

    @property
    def is_asking(self) -> bool:
        return self._pages.currentIndex() == 1

    def show_buttons(self, buttons: Sequence[QPushButton]) -> None:
        """Show the buttons of the page on show in place of those of the one before."""
        while (item := self._own_buttons.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
        for button in buttons:
            self._own_buttons.addWidget(button)
            button.show()
        in_order = (self.help_button, *buttons, self.back_button)
        for before, after in pairwise(in_order):
            QWidget.setTabOrder(before, after)

    def ask(self, question: str, leave_words: str) -> None:
        """Ask whether to leave. Escape means no."""
        self._focus_before = QApplication.focusWidget()
        self.question_label.setText(question)
        self.leave_button.setText(leave_words)
        self._pages.setCurrentIndex(1)
        self.keep_button.setFocus()

    @Slot()
    def stop_asking(self) -> None:
        """Go back to where the keyboard was."""
        self._pages.setCurrentIndex(0)
        if self._focus_before is not None:
            self._focus_before.setFocus()

    def _build(self) -> None:
        look = current()
        self.help_button.setCheckable(True)
        self.help_button.setAccessibleName("Help for this step")
        self.help_button.setToolTip("Help for this step (F1)")
        self.back_button.setToolTip("Back (Alt+B)")
        self.next_button.setToolTip("Go on (Ctrl+Enter or Alt+N)")
        self.keep_button.clicked.connect(self.stop_asking)
        self._own_buttons.setSpacing(look.px(8))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.px(12), 0, look.px(12), look.px(12))
        layout.setSpacing(look.px(12))
        layout.addWidget(make_rule())
        self._pages = QStackedLayout()
        layout.addLayout(self._pages)
        self._pages.addWidget(self._buttons_bar())
        self._pages.addWidget(self._question_bar())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _buttons_bar(self) -> QWidget:
        bar, box = _bar()
        box.addWidget(self.help_button)
        box.addStretch(1)
        box.addLayout(self._own_buttons)
        for button in (self.back_button, self.cancel_button, self.next_button):
            box.addWidget(button)
        return bar

    def _question_bar(self) -> QWidget:
        bar, box = _bar()
        box.addWidget(self.question_label, 1)
        box.addWidget(self.leave_button)
        box.addWidget(self.keep_button)
        return bar


def _bar() -> tuple[QWidget, QHBoxLayout]:
    look = current()
    bar = QWidget()
    box = QHBoxLayout(bar)
    box.setContentsMargins(look.px(8), look.px(4), look.px(8), look.px(4))
    box.setSpacing(look.px(8))
    return bar, box
