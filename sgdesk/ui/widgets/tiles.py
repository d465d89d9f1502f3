"""Tiles: one figure with words, which filters the list below when chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from sgdesk.domain.standings import Standing
from sgdesk.ui.look.current import current
from sgdesk.ui.look.fonts import Size, Weight
from sgdesk.ui.look.icons import paint_icon
from sgdesk.ui.look.marks import paint_focus_ring
from sgdesk.ui.look.standings import paint_shape
from sgdesk.ui.models.cells import CellLine, paint_lines

if TYPE_CHECKING:
    from sgdesk.ui.look.current import Look

_LOUD = (Standing.OVERDUE, Standing.DUE_TODAY)
_NOT_COUNTED = "–"


class Tile(QAbstractButton):
    """A button; `clicked` filters. Loud in colour only for overdue and due today above none.

    Before its first figure it shows a dash and cannot be pressed.
    """

    def __init__(self, words: str, *, standing: Standing | None = None, icon: str = "") -> None:
        super().__init__()
        self._words = words
        self._standing = standing
        self._icon_name = icon
        self._figure: int | None = None
        self._detail = ""
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(words)
        self.setEnabled(False)

    @property
    def figure(self) -> int | None:
        """The number on show; None before the first was set."""
        return self._figure

    def set_figure(self, figure: int, detail: str) -> None:
        """Show another number and the line under the words."""
        self._figure = figure
        self._detail = detail
        self.setEnabled(True)
        self.setAccessibleName(f"{figure} {self._words}. {detail}".strip())
        self.setToolTip(detail)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        look = current()
        words = QFontMetrics(look.font(weight=Weight.SEMIBOLD)).horizontalAdvance(self._words)
        detail = QFontMetrics(look.font(Size.SECOND)).horizontalAdvance(self._detail)
        width = self._words_left(look) + max(words, detail) + look.px(16)
        return QSize(width, look.px(76))

    def minimumSizeHint(self) -> QSize:
        look = current()
        words = QFontMetrics(look.font(weight=Weight.SEMIBOLD)).horizontalAdvance(self._words)
        return QSize(self._words_left(look) + words + look.px(16), look.px(76))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, look)
        self._paint_mark(painter, look)
        left = look.px(60)
        painter.setFont(look.font(Size.FIGURE, Weight.BOLD))
        painter.setPen(self._figure_color(look))
        box = QRect(left, 0, self._words_left(look) - left, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self._figure_words())
        left = self._words_left(look)
        words = QRect(left, 0, self.width() - left - look.px(12), self.height())
        title = CellLine(self._words, look.font(weight=Weight.SEMIBOLD), look.color("ink"))
        second = CellLine(self._detail, look.font(Size.SECOND), look.color("muted"))
        paint_lines(painter, words, title, second)
        if self.hasFocus():
            paint_focus_ring(painter, QRectF(self.rect()), look, radius=8)

    def _paint_ground(self, painter: QPainter, look: Look) -> None:
        is_lit = self.isChecked() or self.underMouse()
        painter.setBrush(look.color("accent_tint" if self.isChecked() else "surface"))
        painter.setPen(QPen(look.color("accent" if is_lit else "line"), look.outline))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)

    def _paint_mark(self, painter: QPainter, look: Look) -> None:
        size = look.px(24)
        box = QRect(look.px(20), (self.height() - size) // 2, size, size)
        if self._standing is not None:
            is_quiet = self._standing in _LOUD and not self._figure
            paint_shape(painter, self._standing, QRectF(box), look, is_quiet=is_quiet)
        elif self._icon_name:
            paint_icon(painter, self._icon_name, "muted", box)

    def _figure_color(self, look: Look) -> QColor:
        if self._standing in _LOUD and self._figure:
            return look.standing_color(self._standing)
        return look.color("muted" if self._figure is None else "ink")

    def _figure_words(self) -> str:
        return _NOT_COUNTED if self._figure is None else str(self._figure)

    def _words_left(self, look: Look) -> int:
        metrics = QFontMetrics(look.font(Size.FIGURE, Weight.BOLD))
        return look.px(60) + metrics.horizontalAdvance(self._figure_words()) + look.px(16)
