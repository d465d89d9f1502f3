"""A search line with its icon, its words and the shortcut that reaches it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.icon_label import IconLabel
from sgdesk.ui.widgets.labels import make_label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_PAUSE_MS = 60


class SearchField(QLineEdit):
    """`searched` follows the typing after a short pause, at once for Enter; Esc empties."""

    searched = Signal(str)

    def __init__(self, placeholder: str, shortcut: str = "") -> None:
        super().__init__()
        look = current()
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setMinimumWidth(look.px(280))
        self._key_label = make_label(shortcut, "key")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(look.px(10), 0, look.px(8), 0)
        layout.addWidget(IconLabel("search", "muted"))
        layout.addStretch(1)
        self.setTextMargins(look.px(24), 0, 0, 0)
        layout.addWidget(self._key_label, 0, Qt.AlignmentFlag.AlignVCenter)
        self._show_key()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._on_paused)
        self.textChanged.connect(self._on_text_changed)
        self.returnPressed.connect(self._on_paused)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self._on_paused()
        else:
            super().keyPressEvent(event)

    @Slot(str)
    def _on_text_changed(self, _text: str) -> None:
        self._show_key()
        self._timer.start()

    @Slot()
    def _on_paused(self) -> None:
        self._timer.stop()
        self.searched.emit(self.text())

    def _show_key(self) -> None:
        self._key_label.setVisible(bool(self._key_label.text()) and not self.text())
