"""One entry of the navigation, wide with its count or narrow with a word under its icon."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from sgdesk.ui.look.current import current
from sgdesk.ui.look.fonts import Size, Weight
from sgdesk.ui.look.icons import paint_icon

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QKeyEvent

    from sgdesk.ui.look.current import Look


class NavigationEntry(NamedTuple):
    """One page. `short_title` is its word in the rail, where "Agency returns" does not fit."""

    key: str
    title: str
    icon: str
    short_title: str = ""
    shortcut: str = ""
    """Said at the right where there is no count, such as "Ctrl+L"."""


_ARROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class NavigationButton(QAbstractButton):
    """Painted in ink; checked is the page now open."""

    step_asked = Signal(int)
    """-1 for the entry above, 1 for the one below."""

    def __init__(self, entry: NavigationEntry) -> None:
        super().__init__()
        self.entry = entry
        self._count = 0
        self._is_rail = False
        self._is_low = False
        self.setText(entry.title)
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_count(0)

    def set_count(self, count: int) -> None:
        """Show how many wait there; 0 shows nothing."""
        self._count = count
        self.setAccessibleName(f"{self.entry.title}, {count}" if count else self.entry.title)
        self.update()

    def set_rail(self, *, is_rail: bool, is_low: bool = False) -> None:
        """Be narrow or wide; a narrow one shows its icon alone where the window is too low."""
        self._is_rail = is_rail
        self._is_low = is_rail and is_low
        self.setToolTip(self.accessibleName() if is_rail else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        look = current()
        if self._is_rail:
            return QSize(look.px(64), look.px(36 if self._is_low else 52))
        return QSize(look.px(176), look.px(44))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _ARROWS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.step_asked.emit(step)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, look)
        if self._is_rail:
            self._paint_rail(painter, look)
        else:
            self._paint_wide(painter, look)

    def _paint_ground(self, painter: QPainter, look: Look) -> None:
        box = QRectF(self.rect()).adjusted(0, 2, 0, -2)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            color = look.color("navigation_chosen")
            color.setAlphaF(1.0 if self.isChecked() else 0.5)
            painter.setBrush(color)
            painter.drawRoundedRect(box, 6, 6)
        if self.isChecked():
            painter.setBrush(look.color("warm"))
            bar = QRectF(0, box.center().y() - look.px(12), 4, look.px(24))
            painter.drawRoundedRect(bar, 2, 2)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.color("on_navigation"), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)

    def _paint_wide(self, painter: QPainter, look: Look) -> None:
        size, middle = look.px(20), self.height() // 2
        icon_box = QRect(look.px(16), middle - size // 2, size, size)
        paint_icon(painter, self.entry.icon, "on_navigation", icon_box)
        right = self.width() - look.px(14)
        end = str(self._count) if self._count else self.entry.shortcut
        weight = Weight.SEMIBOLD if self._count else Weight.REGULAR
        painter.setFont(look.font(Size.SECOND, weight, is_tabular=True))
        painter.setPen(look.color("on_navigation" if self._count else "navigation_muted"))
        box = QRect(0, 0, right, self.height())
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, side, end)
        painter.setFont(self._font(look))
        painter.setPen(look.color("on_navigation"))
        left = look.px(48)
        words = QRect(left, 0, self.width() - left, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.entry.title)

    def _paint_rail(self, painter: QPainter, look: Look) -> None:
        size = look.px(20)
        top = (self.height() - size) // 2 if self._is_low else look.px(7)
        icon_box = QRect((self.width() - size) // 2, top, size, size)
        paint_icon(painter, self.entry.icon, "on_navigation", icon_box)
        if self._is_low:
            return
        font = look.font(Size.SMALLEST, self._weight())
        painter.setFont(font)
        painter.setPen(look.color("on_navigation"))
        top = icon_box.bottom() + look.px(2)
        box = QRect(0, top, self.width(), QFontMetrics(font).height())
        word = self.entry.short_title or self.entry.title
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, word)

    def _weight(self) -> Weight:
        return Weight.SEMIBOLD if self.isChecked() else Weight.REGULAR

    def _font(self, look: Look) -> QFont:
        return look.font(weight=self._weight())
