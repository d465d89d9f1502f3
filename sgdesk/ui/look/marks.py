"""Small painted marks shared by cells and widgets: segments, bars, hatching, focus rings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

if TYPE_CHECKING:
    from sgdesk.ui.look.current import Look


def paint_segments(
    painter: QPainter, rect: QRectF, progress: tuple[int, int], role: str, look: Look
) -> None:
    """Draw one segment for each day of `progress` (done, total), the days gone by filled."""
    done, total = progress
    gap = max(1.0, look.px(1) * 1.0)
    width = (rect.width() - gap * (total - 1)) / max(total, 1)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for number in range(total):
        _choose_fill(painter, role if number < done else "", look)
        painter.drawRect(
            QRectF(rect.left() + number * (width + gap), rect.top(), width, rect.height())
        )
    painter.restore()


def paint_bar(painter: QPainter, rect: QRectF, progress: tuple[int, int], look: Look) -> None:
    """Draw a round-ended bar filled to the share `progress` (done, total)."""
    done, total = progress
    radius = rect.height() / 2
    share = min(1.0, done / total) if total else 0.0
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _choose_fill(painter, "", look)
    painter.drawRoundedRect(rect, radius, radius)
    if share:
        filled = QRectF(rect)
        filled.setWidth(max(rect.height(), rect.width() * share))
        _choose_fill(painter, "accent", look)
        painter.drawRoundedRect(filled, radius, radius)
    painter.restore()


def paint_hatching(painter: QPainter, rect: QRectF, color: QColor, *, spacing: float = 4.0) -> None:
    """Draw thin diagonal lines, clipped to `rect`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(color, 1.0))
    offset = 0.0
    while offset < rect.width() + rect.height():
        start = QPointF(rect.left() + offset, rect.top())
        end = QPointF(rect.left() + offset - rect.height(), rect.bottom())
        painter.drawLine(start, end)
        offset += spacing
    painter.restore()


def paint_focus_ring(painter: QPainter, rect: QRectF, look: Look, *, radius: float = 4.0) -> None:
    """Draw the 2 px ring that shows where the keyboard is, just inside `rect`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.color("focus"), 2.0))
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)
    painter.restore()


def _choose_fill(painter: QPainter, role: str, look: Look) -> None:
    """Fill with the colour of `role`; what is still empty is pale, or a bare outline."""
    is_bare = not role and look.palette.is_high_contrast
    painter.setPen(QPen(look.color("line"), 1) if is_bare else QPen(Qt.PenStyle.NoPen))
    painter.setBrush(look.color("surface" if is_bare else role or "line"))
