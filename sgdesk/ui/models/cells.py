"""Painters of table cells, one for each kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout

from sgdesk.domain.standings import Standing
from sgdesk.ui.look.fonts import Size, Weight
from sgdesk.ui.look.icons import paint_icon
from sgdesk.ui.look.marks import paint_bar, paint_segments
from sgdesk.ui.look.return_marks import paint_return_state, return_state_size
from sgdesk.ui.look.standings import paint_shape, paint_standing, standing_size
from sgdesk.ui.models.columns import Cell, CellKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from sgdesk.ui.look.current import Look
    from sgdesk.ui.models.record_table import GroupHead

_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | _MIDDLE
_BAR_WIDTH = 32
_SEGMENTS_WIDTH = 84
_INDENT = 14
_HEAD_INSET = 6
"""How much further from the right edge than a cell's content the title of its column ends."""


class CellLine(NamedTuple):
    """One line of text of a cell, with the type and colour it is drawn in."""

    text: str
    font: QFont
    color: QColor


def paint_cell(painter: QPainter, rect: QRect, cell: Cell, look: Look) -> None:
    """Draw what the cell says into `rect`, after its ground was drawn."""
    _PAINTERS[cell.kind](painter, rect, cell, look)


def cell_size(cell: Cell, look: Look) -> QSize:
    """Return the room that the content needs so that nothing is elided."""
    if cell.kind in _PROSE:
        return QSize(_width(cell.text, look.font()) // 2 + look.px(24), look.px(48))
    if cell.kind is CellKind.STANDING:
        return standing_size(cell.text, look)
    if cell.kind is CellKind.RETURN and cell.state is not None:
        return return_state_size(cell.state, cell.text, look)
    if cell.kind is CellKind.DAY:
        width = max(look.px(_SEGMENTS_WIDTH), _width(cell.text, look.font(Size.SECOND)))
        return QSize(width, look.px(36))
    line = QFontMetrics(_main_font(cell.kind, look))
    second = _width(cell.second, look.font(Size.SECOND))
    width = max(line.horizontalAdvance(cell.text), second)
    if cell.kind is CellKind.RETURNS:
        width += look.px(12 + _BAR_WIDTH)
    if cell.icon_name:
        width += look.px(24)
    width += cell.indent * look.px(_INDENT)
    return QSize(width + 2, look.px(48 if cell.second else 36))


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
    painter.drawText(rect, _LEFT, elided)


def _paint_text(painter: QPainter, rect: QRect, cell: Cell, look: Look) -> None:
    rect = rect.adjusted(cell.indent * look.px(_INDENT), 0, 0, 0)
    if cell.icon_name:
        size = look.px(16)
        box = QRect(rect.left(), rect.top(), size, rect.height())
        paint_icon(painter, cell.icon_name, "accent", box)
        rect = rect.adjusted(look.px(24), 0, 0, 0)
    color = _COLORS.get(cell.kind, "text")
    line = CellLine(cell.text, _main_font(cell.kind, look), look.color(color))
    if cell.is_right_aligned:
        rect = rect.adjusted(0, 0, -look.px(_HEAD_INSET), 0)  # under the end of the column's title
        width = min(rect.width(), _width(line.text, line.font))
        rect = rect.adjusted(rect.width() - width, 0, 0, 0)
    if not cell.second:
        paint_lines(painter, rect, line)
        return
    small = look.font(Size.SECOND, is_tabular=True)
    paint_lines(painter, rect, line, CellLine(cell.second, small, look.color("muted")))


def _paint_standing(painter: QPainter, rect: QRect, cell: Cell, look: Look) -> None:
    if cell.standing is not None:
        shifted = rect.adjusted(-look.px(6), 0, 0, 0)
        paint_standing(painter, cell.standing, cell.text, shifted, look)
    else:
        _paint_text(painter, rect, cell, look)


def _paint_return(painter: QPainter, rect: QRect, cell: Cell, look: Look) -> None:
    if cell.state is not None:
        paint_return_state(painter, cell.state, cell.text, rect, look)


def _paint_day(painter: QPainter, rect: QRect, cell: Cell, look: Look) -> None:
    font = look.font(Size.SECOND, is_tabular=True)
    if cell.progress is None:
        paint_lines(painter, rect, CellLine(cell.text, font, look.color("muted")))
        return
    height, gap, bar = QFontMetrics(font).height(), look.px(2), look.px(4)
    top = rect.top() + (rect.height() - height - gap - bar) // 2
    line = CellLine(cell.text, font, look.color("text"))
    paint_lines(painter, QRect(rect.left(), top, rect.width(), height), line)
    width = min(rect.width(), look.px(_SEGMENTS_WIDTH))
    role = segment_role(cell.standing or Standing.ON_TRACK)
    strip = QRectF(rect.left(), top + height + gap, width, bar)
    paint_segments(painter, strip, cell.progress, role, look)


def segment_role(standing: Standing) -> str:
    """Return the colour of the days gone by: loud only where a person must act today."""
    return {Standing.OVERDUE: "overdue", Standing.DUE_TODAY: "due_today"}.get(standing, "accent")


def _paint_returns(painter: QPainter, rect: QRect, cell: Cell, look: Look) -> None:
    if cell.progress is None:
        paint_lines(painter, rect, CellLine(cell.text, look.font(), look.color("muted")))
        return
    is_complete = cell.progress[0] >= cell.progress[1]
    weight = Weight.REGULAR if is_complete else Weight.SEMIBOLD
    color = look.color("text" if is_complete else "ink")
    line = CellLine(cell.text, look.font(weight=weight, is_tabular=True), color)
    paint_lines(painter, rect, line)
    height, width = look.px(6), look.px(_BAR_WIDTH)
    top = rect.top() + (rect.height() - height) / 2
    left = rect.left() + look.px(44)
    paint_bar(painter, QRectF(left, top, width, height), cell.progress, look)


def _paint_prose(painter: QPainter, rect: QRect, cell: Cell, look: Look) -> None:
    """Draw what fits on two lines; the second is elided where it does not."""
    font, color = _main_font(cell.kind, look), look.color(_COLORS.get(cell.kind, "text"))
    text = " ".join(cell.text.split())
    first = _first_line(text, font, rect.width())
    rest = text[len(first) :].strip()
    second = CellLine(rest, font, color) if rest else None
    paint_lines(painter, rect, CellLine(first.strip(), font, color), second)


def _first_line(text: str, font: QFont, width: int) -> str:
    """Return how much of `text` goes on a line; a word that is wider than it is elided there."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    layout.endLayout()
    return text[: line.textLength()]


def _main_font(kind: CellKind, look: Look) -> QFont:
    weight = Weight.SEMIBOLD if kind in _STRONG else Weight.REGULAR
    return look.font(weight=weight, is_tabular=True)


def _width(text: str, font: QFont) -> int:
    return QFontMetrics(font).horizontalAdvance(text) + 1


_STRONG = frozenset({CellKind.STRONG, CellKind.STRONG_PROSE})
_PROSE = frozenset({CellKind.PROSE, CellKind.STRONG_PROSE, CellKind.MUTED_PROSE})
_COLORS = {
    CellKind.STRONG: "ink",
    CellKind.STRONG_PROSE: "ink",
    CellKind.MUTED: "muted",
    CellKind.MUTED_PROSE: "muted",
}
_PAINTERS: dict[CellKind, Callable[[QPainter, QRect, Cell, Look], None]] = {
    CellKind.TEXT: _paint_text,
    CellKind.STRONG: _paint_text,
    CellKind.MUTED: _paint_text,
    CellKind.STANDING: _paint_standing,
    CellKind.RETURN: _paint_return,
    CellKind.DAY: _paint_day,
    CellKind.RETURNS: _paint_returns,
    CellKind.PROSE: _paint_prose,
    CellKind.STRONG_PROSE: _paint_prose,
    CellKind.MUTED_PROSE: _paint_prose,
}
