"""Painters of table cells, one for each kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from sgdesk.domain.standings import Standing
from sgdesk.ui.look.fonts import Size, Weight
from sgdesk.ui.look.icons import paint_icon
from sgdesk.ui.look.marks import paint_bar, paint_segments
from sgdesk.ui.look.standings import paint_shape, paint_standing, standing_size
from sgdesk.ui.models.columns import CellKind, Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from sgdesk.ui.look.current import Look
    from sgdesk.ui.models.record_table import AnyIndex, GroupHead

_LEFT = Qt.AlignmentFlag.AlignLeft
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_BAR_WIDTH = 32
_SEGMENTS_WIDTH = 84


@dataclass(frozen=True, slots=True)
class CellLine:
    """One line of text of a cell, with the type and colour it is drawn in."""

    text: str
    font: QFont
    color: QColor


def paint_cell(painter: QPainter, rect: QRect, index: AnyIndex, look: Look) -> None:
    """Draw what the cell says into `rect`, after its ground was drawn."""
    _PAINTERS[index.data(Role.KIND)](painter, rect, index, look)


def cell_size(index: AnyIndex, look: Look) -> QSize:
    """Return the room that the content needs so that nothing is elided."""
    text, kind = str(index.data() or ""), index.data(Role.KIND)
    if kind is CellKind.STANDING:
        return standing_size(text, look)
    if kind is CellKind.DAY:
        width = max(look.px(_SEGMENTS_WIDTH), _width(text, look.font(Size.SECOND)))
        return QSize(width, look.px(36))
    line = QFontMetrics(_main_font(kind, look))
    second = str(index.data(Role.SECOND) or "")
    width = max(line.horizontalAdvance(text), _width(second, look.font(Size.SECOND)))
    if kind is CellKind.RETURNS:
        width += look.px(12 + _BAR_WIDTH)
    if index.data(Role.ICON_NAME):
        width += look.px(24)
    return QSize(width + 2, look.px(48 if second else 36))


def paint_head(painter: QPainter, rect: QRect, head: GroupHead, look: Look) -> None:
    """Draw the head of a group: mark, title, number and note."""
    left = rect.left()
    if head.standing is not None:
        size = look.px(14)
        top = rect.top() + (rect.height() - size) / 2
        paint_shape(painter, head.standing, QRectF(left, top, size, size), look)
    left += look.px(24) if head.standing is not None else 0
    font = look.font(Size.SECOND, Weight.SEMIBOLD)
    painter.setFont(font)
    painter.setPen(look.color("ink"))
    painter.drawText(QRect(left, rect.top(), rect.width(), rect.height()), _MIDDLE, head.title)
    left += QFontMetrics(font).horizontalAdvance(head.title) + look.px(8)
    painter.setFont(look.font(Size.SECOND))
    painter.setPen(look.color("muted"))
    rest = f"{head.count}, {head.note}" if head.note else str(head.count)
    painter.drawText(QRect(left, rect.top(), rect.width(), rect.height()), _MIDDLE, rest)


def paint_lines(
    painter: QPainter, rect: QRect, line: CellLine, second: CellLine | None = None
) -> None:
    """Draw one line, or two close together, centred in the height of `rect` and elided."""
    if second is None or not second.text:
        _paint_line(painter, rect, line)
        return
    upper, lower = (QFontMetrics(one.font).height() for one in (line, second))
    top = rect.top() + (rect.height() - upper - lower) // 2
    _paint_line(painter, QRect(rect.left(), top, rect.width(), upper), line)
    _paint_line(painter, QRect(rect.left(), top + upper, rect.width(), lower), second)


def _paint_line(painter: QPainter, rect: QRect, line: CellLine) -> None:
    painter.setFont(line.font)
    painter.setPen(line.color)
    elided = QFontMetrics(line.font).elidedText(
        line.text, Qt.TextElideMode.ElideRight, rect.width()
    )
    painter.drawText(rect, _LEFT | _MIDDLE, elided)


def _paint_text(painter: QPainter, rect: QRect, index: AnyIndex, look: Look) -> None:
    kind = index.data(Role.KIND)
    if name := index.data(Role.ICON_NAME):
        size = look.px(16)
        paint_icon(painter, name, "accent", QRect(rect.left(), rect.top(), size, rect.height()))
        rect = rect.adjusted(look.px(24), 0, 0, 0)
    color = {CellKind.STRONG: "ink", CellKind.MUTED: "muted"}.get(kind, "text")
    line = CellLine(str(index.data() or ""), _main_font(kind, look), look.color(color))
    if _is_right_aligned(index):
        width = min(rect.width(), _width(line.text, line.font))
        rect = rect.adjusted(rect.width() - width, 0, 0, 0)
    small = look.font(Size.SECOND, is_tabular=True)
    second = CellLine(str(index.data(Role.SECOND) or ""), small, look.color("muted"))
    paint_lines(painter, rect, line, second)


def _paint_standing(painter: QPainter, rect: QRect, index: AnyIndex, look: Look) -> None:
    standing = _standing(index)
    if standing is not None:
        shifted = rect.adjusted(-look.px(6), 0, 0, 0)
        paint_standing(painter, standing, str(index.data()), shifted, look)
    else:
        _paint_text(painter, rect, index, look)


def _paint_day(painter: QPainter, rect: QRect, index: AnyIndex, look: Look) -> None:
    progress = index.data(Role.PROGRESS)
    font = look.font(Size.SECOND, is_tabular=True)
    text = str(index.data() or "")
    if progress is None:
        paint_lines(painter, rect, CellLine(text, font, look.color("muted")))
        return
    height, gap, bar = QFontMetrics(font).height(), look.px(2), look.px(4)
    top = rect.top() + (rect.height() - height - gap - bar) // 2
    line = CellLine(text, font, look.color("text"))
    paint_lines(painter, QRect(rect.left(), top, rect.width(), height), line)
    width = min(rect.width(), look.px(_SEGMENTS_WIDTH))
    standing = _standing(index) or Standing.ON_TRACK
    strip = QRectF(rect.left(), top + height + gap, width, bar)
    paint_segments(painter, strip, progress, segment_role(standing), look)


def segment_role(standing: Standing) -> str:
    """Return the colour of the days gone by: loud only where a person must act today."""
    return {Standing.OVERDUE: "overdue", Standing.DUE_TODAY: "due_today"}.get(standing, "accent")


def _paint_returns(painter: QPainter, rect: QRect, index: AnyIndex, look: Look) -> None:
    progress = index.data(Role.PROGRESS)
    text = str(index.data() or "")
    if progress is None:
        paint_lines(painter, rect, CellLine(text, look.font(), look.color("muted")))
        return
    is_complete = progress[0] >= progress[1]
    weight = Weight.REGULAR if is_complete else Weight.SEMIBOLD
    color = look.color("text" if is_complete else "ink")
    paint_lines(painter, rect, CellLine(text, look.font(weight=weight, is_tabular=True), color))
    height, width = look.px(6), look.px(_BAR_WIDTH)
    top = rect.top() + (rect.height() - height) / 2
    left = rect.left() + look.px(44)
    paint_bar(painter, QRectF(left, top, width, height), progress, look)


def _standing(index: AnyIndex) -> Standing | None:
    # Qt hands a string enumeration back as a plain string.
    value = index.data(Role.STANDING)
    return Standing(value) if value else None


def _main_font(kind: CellKind, look: Look) -> QFont:
    weight = Weight.SEMIBOLD if kind is CellKind.STRONG else Weight.REGULAR
    return look.font(weight=weight, is_tabular=True)


def _width(text: str, font: QFont) -> int:
    return QFontMetrics(font).horizontalAdvance(text) + 1


def _is_right_aligned(index: AnyIndex) -> bool:
    alignment = index.data(Qt.ItemDataRole.TextAlignmentRole)
    return alignment is not None and bool(alignment & Qt.AlignmentFlag.AlignRight)


_PAINTERS: dict[CellKind, Callable[[QPainter, QRect, AnyIndex, Look], None]] = {
    CellKind.TEXT: _paint_text,
    CellKind.STRONG: _paint_text,
    CellKind.MUTED: _paint_text,
    CellKind.STANDING: _paint_standing,
    CellKind.DAY: _paint_day,
    CellKind.RETURNS: _paint_returns,
}
