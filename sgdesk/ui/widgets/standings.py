"""A standing as a label: shape and words, on a pill where a person must act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from sgdesk.ui.look.current import current
from sgdesk.ui.look.standings import paint_standing, standing_size

if TYPE_CHECKING:
    from sgdesk.domain.standings import Standing


class StandingLabel(QLabel):
    """Empty without a standing. Never elides: it is as wide as its words."""

    def __init__(self, standing: Standing | None = None, words: str = "") -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._standing = standing
        self.set_standing(standing, words)

    def set_standing(self, standing: Standing | None, words: str = "") -> None:
        """Show another standing, or nothing for None."""
        self._standing = standing
        self.setText(words)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return standing_size(self.text(), current()) if self._standing else QSize(0, 0)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._standing is not None:
            paint_standing(QPainter(self), self._standing, self.text(), self.rect(), current())
