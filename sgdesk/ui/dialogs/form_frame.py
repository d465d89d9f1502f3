"""The frame of an edit dialog: a body that scrolls, and a footer that stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from sgdesk.ui.look.current import current
from sgdesk.ui.look.stylesheet import restyle
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.labels import make_label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent

KEPT = "What you typed is kept until you save or cancel"
NOT_KEPT_IN_PRACTICE = "Practice: what you type is not kept when you close SGDesk"
LOST = "Close without saving? What you changed is lost."


class FormScroll(QScrollArea):
    """Scrolls up and down when the screen is lower than the form; never sideways by design."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content = _Content()
        self._content.setProperty("role", "plain")
        self.body = QVBoxLayout(self._content)
        margin = current().px(24)
        self.body.setContentsMargins(margin, margin, margin, margin)
        self.setWidget(self._content)

    def set_widest(self, width: int) -> None:
        """Let the form be no wider than `width` pixels; the scroll bar stays at the edge."""
        self._content.setMaximumWidth(width)

    def height_for(self, width: int) -> int:
        """Return the height at which nothing scrolls when the body is `width` wide."""
        body = self.body
        return body.heightForWidth(width) if body.hasHeightForWidth() else body.sizeHint().height()

    def show_top(self) -> None:
        self.verticalScrollBar().setValue(0)


class _Content(QWidget):
    """Asks for no height of its own: what its lines need at the given width is enough."""

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)


class Footer(QFrame):
    """Words at the left, or none, and the buttons at the right."""

    def __init__(self, words: QWidget | None, *buttons: QWidget) -> None:
        super().__init__()
        self.setProperty("role", "footer")
        _fill_bar(self, words, buttons)


class FormFooter(QFrame):
    """Cancel and Save; or, in their place, the question whether to discard what was typed."""

    def __init__(self, save_words: str = "Save", kept: str = KEPT) -> None:
        super().__init__()
        self.setProperty("role", "footer")
        self._kept = kept
        self.cancel_button = make_button("Cancel")
        self.save_button = make_button(save_words, kind="primary")
        self.save_button.setToolTip(f"{save_words} (Ctrl+Enter)")
        self.keep_button = make_button("Keep editing", kind="primary")
        self.discard_button = make_button("Discard changes", kind="danger")
        self.keep_button.clicked.connect(self.stop_asking)
        self._focus_before: QWidget | None = None
        self._build()

    @property
    def is_asking(self) -> bool:
        return not self._question.isHidden()

    def ask(self) -> None:
        """Ask whether to discard what was typed. Escape means no."""
        self._focus_before = self.window().focusWidget()
        self._plain.hide()
        self._question.show()
        self.keep_button.setFocus()

    @Slot()
    def stop_asking(self) -> None:
        """Go back to the field that was being edited."""
        self._question.hide()
        self._plain.show()
        if self._focus_before is not None:
            self._focus_before.setFocus()

    def add_beside_words(self, widget: QWidget) -> None:
        """Put `widget` between the words and the buttons."""
        bar = self._plain.layout()
        if isinstance(bar, QHBoxLayout):
            bar.insertWidget(1, widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_keeping(self, problem: str) -> None:
        """Say why what is typed is not being kept at present; for "" that it is."""
        words = problem or self._kept
        if self.kept_label.text() != words:
            self.kept_label.setText(words)
            restyle(self.kept_label, role="warning" if problem else "second")

    def height_for(self, width: int) -> int:
        """Return the height that the footer needs at `width`."""
        return self._box.heightForWidth(width) + 2

    def _build(self) -> None:
        self.kept_label = make_label(self._kept, "second", wraps=True)
        lost = make_label(LOST, "warning", wraps=True)
        self._plain = _bar(self.kept_label, self.cancel_button, self.save_button)
        self._question = _bar(lost, self.discard_button, self.keep_button)
        self._question.hide()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self._plain)
        self._box.addWidget(self._question)


def _bar(words: QWidget, *buttons: QWidget) -> QWidget:
    bar = QWidget()
    _fill_bar(bar, words, buttons)
    return bar


def _fill_bar(bar: QWidget, words: QWidget | None, buttons: Iterable[QWidget]) -> None:
    look = current()
    box = QHBoxLayout(bar)
    box.setContentsMargins(look.px(24), look.px(10), look.px(24), look.px(10))
    box.setSpacing(look.px(8))
    if words is not None:
        box.addWidget(words, 1, Qt.AlignmentFlag.AlignVCenter)
    box.addStretch()  # while there are no words
    for button in buttons:
        box.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)


def press_focused_button(dialog: QDialog, event: QKeyEvent) -> bool:
    """Let Enter press the button that holds the keyboard; return whether it did.

    There is no default button: Enter in a field must not save the form.
    """
    button = dialog.focusWidget()
    is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    if not is_enter or not isinstance(button, QPushButton):
        return False
    button.click()
    return True
