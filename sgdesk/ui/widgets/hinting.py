"""A painted widget whose parts say what they are when the mouse rests on them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget


class HintingWidget(QWidget):
    """Subclasses say what lies where."""

    def hint_at(self, point: QPointF) -> str:
        """Return what lies at `point` of the widget, "" where nothing does."""
        raise NotImplementedError

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            words = self.hint_at(event.pos().toPointF())
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)
