"""Line icons, tinted in the colours of the look in force whenever they are drawn."""

from __future__ import annotations

from functools import lru_cache
from typing import ClassVar

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from sgdesk.config.resources import resource
from sgdesk.ui.look.current import current


def icon(name: str, role: str = "ink") -> QIcon:
    """Return the icon `resources/icons/<name>.svg`, drawn in the colour of a palette role.

    It follows a later change of the palette by itself, and is muted on disabled controls.
    """
    return QIcon(_TintedEngine(name, role))


def pixmap(name: str, color: str, size: int, ratio: float = 1.0) -> QPixmap:
    """Return the icon as a square picture of `size` device-independent pixels."""
    return _tinted(name, color, round(size * ratio), ratio)


def paint_icon(painter: QPainter, name: str, role: str, rect: QRect) -> None:
    """Draw the icon into `rect`, at its left and as high as it."""
    ratio = painter.device().devicePixelRatioF()
    size = min(rect.width(), rect.height())
    top = rect.top() + (rect.height() - size) // 2
    color = getattr(current().palette, role)
    painter.drawPixmap(rect.left(), top, pixmap(name, color, size, ratio))


class _TintedEngine(QIconEngine):
    """Asks for the colour when it draws, so that no widget has to renew its icons."""

    # Qt owns what `clone` returns, but PySide would free it with its last Python reference.
    _twins: ClassVar[list[QIconEngine]] = []

    def __init__(self, name: str, role: str) -> None:
        super().__init__()
        self._name = name
        self._role = role

    def clone(self) -> QIconEngine:
        twin = _TintedEngine(self._name, self._role)
        self._twins.append(twin)
        return twin

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        paint_icon(painter, self._name, self._role_in(mode), rect)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        """Return a picture as wide as asked; what is left of a wide one is the gap to the text."""
        canvas = QPixmap(size)
        if canvas.isNull():  # a button that its layout leaves no room for
            return canvas
        canvas.fill(Qt.GlobalColor.transparent)
        painter = QPainter(canvas)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        canvas.setDevicePixelRatio(scale)
        return canvas

    def _role_in(self, mode: QIcon.Mode) -> str:
        return "muted" if mode == QIcon.Mode.Disabled else self._role


@lru_cache(maxsize=512)
def _tinted(name: str, color: str, pixels: int, ratio: float) -> QPixmap:
    canvas = QPixmap(pixels, pixels)
    canvas.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", color).encode()))
    painter = QPainter(canvas)
    renderer.render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    canvas.setDevicePixelRatio(ratio)
    return canvas


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")
