"""The marks of agency returns: letter and icon in a box, outlined while something is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen

from sgdesk.domain.agency_requests import OUTSTANDING_STATES, STATE_LETTERS, ReturnState
from sgdesk.ui.look.fonts import Size, Weight
from sgdesk.ui.look.icons import paint_icon

if TYPE_CHECKING:
    from sgdesk.ui.look.current import Look

_RADIUS = 4
_ICON = 16
_INSET = 8
_GAP = 6
_HEIGHT = 28
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class _Style(NamedTuple):
    """Roles of the palette; no icon means that a dot stands alone, without a box."""

    icon: str
    color: str
    ground: str


_STYLES = {
    ReturnState.NOT_NEEDED: _Style("", "muted", ""),
    ReturnState.NOT_ASKED: _Style("", "muted", ""),
    ReturnState.ASKED: _Style("send", "ink", "surface"),
    ReturnState.ACKNOWLEDGED: _Style("eye", "accent", "accent_tint"),
    ReturnState.PROMISED: _Style("calendar-check", "accent", "accent_tint"),
    ReturnState.OVERDUE: _Style("octagon-alert", "overdue", "overdue_pill"),
    ReturnState.OWN_DATE: _Style("calendar-plus", "accent", "accent_tint"),
    ReturnState.QUERIED: _Style("circle-question-mark", "paused", "paused_tint"),
    ReturnState.RECEIVED: _Style("check", "met", "met_tint"),
    ReturnState.RECEIVED_LATE: _Style("check", "met_late", "met_late_tint"),
    ReturnState.NIL: _Style("minus", "muted", "nil_tint"),
}


def paint_return_mark(
    painter: QPainter, state: ReturnState, rect: QRect, look: Look, *, note: str = ""
) -> None:
    """Fill `rect` with the mark of `state`, and `note`, such as a date, at its right.

    The box has an outline while something is to come, and none when the request is closed.
    What nobody was asked for is a dot in the middle.
    """
    style = _STYLES[state]
    letter = STATE_LETTERS[state]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    font = look.font(weight=Weight.SEMIBOLD)
    painter.setFont(font)
    if not style.icon:
        painter.setPen(look.color(style.color))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, letter)
    else:
        _paint_box(painter, state, rect, look)
        left = _paint_letter(painter, style, letter, rect, look)
        _paint_note(
            painter, style, note, QRect(left, rect.top(), rect.right() - left, rect.height()), look
        )
    painter.restore()


def _paint_box(painter: QPainter, state: ReturnState, rect: QRect, look: Look) -> None:
    style = _STYLES[state]
    is_open = state in OUTSTANDING_STATES
    edge = look.outline if is_open else 0
    outline = "edge" if state is ReturnState.ASKED else style.color
    painter.setPen(QPen(look.color(outline), edge) if is_open else Qt.PenStyle.NoPen)
    painter.setBrush(look.color(style.ground))
    half = edge / 2
    box = QRectF(rect).adjusted(half, half, -half, -half)
    painter.drawRoundedRect(box, look.px(_RADIUS), look.px(_RADIUS))


def _paint_letter(painter: QPainter, style: _Style, letter: str, rect: QRect, look: Look) -> int:
    """Draw icon and letter at the left of `rect`; return where they end."""
    size, left = look.px(_ICON), rect.left() + look.px(_INSET)
    paint_icon(painter, style.icon, style.color, QRect(left, rect.top(), size, rect.height()))
    left += size + look.px(_GAP)
    width = QFontMetrics(painter.font()).horizontalAdvance(letter)
    painter.setPen(look.color(style.color))
    painter.drawText(QRect(left, rect.top(), width + 1, rect.height()), _MIDDLE, letter)
    return left + width


def _paint_note(painter: QPainter, style: _Style, note: str, rect: QRect, look: Look) -> None:
    font = look.font(Size.SECOND, is_tabular=True)
    room = rect.adjusted(look.px(_GAP), 0, -look.px(_INSET), 0)
    shown = QFontMetrics(font).elidedText(note, Qt.TextElideMode.ElideRight, room.width())
    painter.setFont(font)
    painter.setPen(look.color(style.color))
    painter.drawText(room, Qt.AlignmentFlag.AlignRight | _MIDDLE, shown)


def return_mark_size(look: Look, note: str = "") -> QSize:
    """Return the room that any mark needs with `note` beside its letter; all have one size."""
    letters = QFontMetrics(look.font(weight=Weight.SEMIBOLD))
    widest = max(letters.horizontalAdvance(letter) for letter in STATE_LETTERS.values())
    width = look.px(_INSET) + look.px(_ICON) + look.px(_GAP) + widest + look.px(_INSET)
    if note:
        small = QFontMetrics(look.font(Size.SECOND, is_tabular=True))
        width += look.px(_GAP) + small.horizontalAdvance(note) + 1
    return QSize(width, max(look.px(_HEIGHT), letters.height()))


def paint_return_state(
    painter: QPainter, state: ReturnState, words: str, rect: QRect, look: Look
) -> None:
    """Draw the mark at the left of `rect` and `words` beside it, as lists and the legend do."""
    size = return_mark_size(look)
    mark = QRect(rect.left(), rect.top(), size.width(), min(size.height(), rect.height()))
    mark.moveTop(rect.top() + (rect.height() - mark.height()) // 2)
    paint_return_mark(painter, state, mark, look)
    left = mark.right() + 1 + look.px(_INSET)
    room = QRect(left, rect.top(), rect.right() - left + 1, rect.height())
    font = _words_font(state, look)
    painter.save()
    painter.setFont(font)
    painter.setPen(look.color("overdue" if state is ReturnState.OVERDUE else "text"))
    shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | _MIDDLE, shown)
    painter.restore()


def return_state_size(state: ReturnState, words: str, look: Look) -> QSize:
    """Return the room that the mark and `words` need."""
    mark = return_mark_size(look)
    width = QFontMetrics(_words_font(state, look)).horizontalAdvance(words)
    return QSize(mark.width() + look.px(_INSET) + width + 2, mark.height())


def _words_font(state: ReturnState, look: Look) -> QFont:
    weight = Weight.SEMIBOLD if state is ReturnState.OVERDUE else Weight.REGULAR
    return look.font(weight=weight)
