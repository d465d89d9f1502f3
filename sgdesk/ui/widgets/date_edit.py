"""The line in which a date is typed: its keys, and the echo of what was understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from sgdesk.ui.look.current import current
from sgdesk.ui.look.fonts import Size
from sgdesk.ui.widgets.buttons import make_tool

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QPaintEvent

_LONGEST = "Wed 30 Nov 2026"
_STEPS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Minus: -1}


class DateEdit(QLineEdit):
    """Plus, minus and T act on a date that is shown whole; over typed text they are text.

    `holds` is asked when Tab would leave the line, and keeps the keyboard near it by
    answering True.
    """

    calendar_asked = Signal()
    step_asked = Signal(int)

    def __init__(self, holds: Callable[[], bool]) -> None:
        super().__init__()
        self._holds = holds
        self._shown = ""
        self._echo = ""
        look = current()
        self.calendar_button = make_tool("calendar-days", "Open the calendar")
        self.calendar_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.calendar_button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.calendar_button.clicked.connect(self.calendar_asked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, look.px(4), 0)
        layout.addStretch(1)
        layout.addWidget(self.calendar_button)
        self.setTextMargins(0, 0, look.px(24), 0)

    def show_text(self, text: str) -> None:
        """Show a date as it is held; typing over it makes the line touched."""
        self._shown = text
        self._echo = ""
        self.setText(text)

    def is_untouched(self) -> bool:
        """Tell whether the line shows what `show_text` gave it."""
        return self.text() == self._shown

    def set_echo(self, echo: str) -> None:
        """Show, muted at the right, the date that the typed text reads as."""
        self._echo = echo
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Return room for the longest date and the calendar's icon."""
        hint = super().minimumSizeHint()
        text = self.fontMetrics().horizontalAdvance(_LONGEST)
        return QSize(text + current().px(52), hint.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_whole = self.is_untouched() and bool(self.text())
        count = _STEPS.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.calendar_asked.emit()
        elif count is not None and is_whole:
            self.step_asked.emit(count)
        else:
            if event.key() == Qt.Key.Key_T and is_whole and not event.modifiers():
                self.selectAll()
            super().keyPressEvent(event)

    def focusNextPrevChild(self, is_next: bool) -> bool:  # noqa: FBT001 - Qt's signature
        if is_next and self._holds():
            return True
        return super().focusNextPrevChild(is_next)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look = current()
        font = look.font(Size.SECOND)
        width = QFontMetrics(font).horizontalAdvance(self._echo) + look.px(4)
        right = self.width() - look.px(36)
        typed = self.fontMetrics().horizontalAdvance(self.text()) + look.px(24)
        if not self._echo or typed + width > right:
            return
        painter = QPainter(self)
        painter.setFont(font)
        painter.setPen(look.color("muted"))
        box = QRect(right - width, 0, width, self.height())
        side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(box, side, self._echo)
