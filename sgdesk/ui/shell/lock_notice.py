"""Words over the window in front that the register locks soon, and how to stop it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.icon_label import IconLabel
from sgdesk.ui.widgets.labels import make_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

WORDS = "SGDesk locks within a minute, as nobody is using it."
HOW_TO_STAY = "To go on, press Shift or move the mouse."
_DESIGNED_WIDTH = 480
_MARGIN = 16
_ABOVE_FOOT = 56
"""Clear of a status line."""


class LockNotice(QFrame):
    """Stands at the foot of `over` and takes neither the keyboard nor a click from anybody."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setProperty("role", "lock-notice")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(f"{WORDS} {HOW_TO_STAY}")
        self._build()
        self._place(over)
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _place(self, over: QWidget) -> None:
        look = current()
        margin = look.px(_MARGIN)
        width = min(look.px(_DESIGNED_WIDTH), over.width() - 2 * margin)
        height = self.heightForWidth(width)
        self.setGeometry(
            (over.width() - width) // 2,
            over.height() - height - look.px(_ABOVE_FOOT),
            width,
            height,
        )

    def _build(self) -> None:
        look = current()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(look.px(20), look.px(16), look.px(20), look.px(16))
        layout.setSpacing(look.px(12))
        layout.addWidget(IconLabel("lock", "on_navigation", size=24), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(look.px(4))
        words.addWidget(make_label(WORDS, "on-navigation", wraps=True))
        words.addWidget(make_label(HOW_TO_STAY, "navigation-second", wraps=True))
        layout.addLayout(words, 1)
