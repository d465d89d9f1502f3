"""A case's milestones on one line, with today between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from sgdesk.ui.look.current import current
from sgdesk.ui.look.fonts import Size, Weight
from sgdesk.ui.look.standings import paint_shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFont

    from sgdesk.records.strips import Milestone
    from sgdesk.ui.look.current import Look

_WRAPPED = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
_LEAST_CELL = 72
_HEAD = 24
_LINE_AT = 40
_WORDS_AT = 56


class Timeline(QWidget):
    """Milestones stand equally far apart. `is_compact` leaves the notes out, for side panes."""

    def __init__(self, *, is_compact: bool = False) -> None:
        super().__init__()
        self._is_compact = is_compact
        self._milestones: tuple[Milestone, ...] = ()
        self._today_after: float | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName("Timeline")

    def set_milestones(
        self, milestones: Sequence[Milestone], today_after: float | None = None
    ) -> None:
        """Show `milestones`; today stands at `today_after`, 2.5 being midway from the third on."""
        self._milestones = tuple(milestones)
        self._today_after = today_after
        self.setAccessibleDescription(". ".join(_in_words(one) for one in self._milestones))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        look = current()
        cell = self._cell_width(width) - look.px(4)
        highest = max((self._words_height(one, cell, look) for one in self._milestones), default=0)
        return look.px(_WORDS_AT) + highest + look.px(2)

    def sizeHint(self) -> QSize:
        look = current()
        width = look.px(_LEAST_CELL if self._is_compact else 140) * max(1, len(self._milestones))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = self._least_cell() * max(1, len(self._milestones))
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_line(painter, look)
        self._paint_today(painter, look)
        for number, milestone in enumerate(self._milestones):
            self._paint_mark(painter, number, milestone, look)
            self._paint_words(painter, number, milestone, look)

    def _paint_line(self, painter: QPainter, look: Look) -> None:
        gap = look.px(10)
        for number in range(len(self._milestones) - 1):
            is_past = self._milestones[number].is_done and self._milestones[number + 1].is_done
            pen = QPen(look.color("accent" if is_past else "edge"), 2 if is_past else 1.6)
            if not is_past:
                pen.setDashPattern([5, 3])
            painter.setPen(pen)
            start, end = self._middle(number), self._middle(number + 1)
            y = look.px(_LINE_AT)
            painter.drawLine(QPointF(start + gap, y), QPointF(end - gap, y))

    def _paint_today(self, painter: QPainter, look: Look) -> None:
        if self._today_after is None or not self._milestones:
            return
        x = max(0.0, min(float(self.width()), self._middle(self._today_after)))
        painter.setPen(QPen(look.color("warm"), 2))
        painter.drawLine(QPointF(x, look.px(_HEAD)), QPointF(x, look.px(_LINE_AT + 13)))
        font = look.font(Size.SMALLEST, Weight.SEMIBOLD)
        width = QFontMetrics(font).horizontalAdvance("Today") + 4
        left = max(0.0, min(self.width() - width, x - width / 2))
        painter.setFont(font)
        painter.setPen(look.color("due_today"))
        box = QRectF(left, 0, width, look.px(_HEAD - 2))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "Today")

    def _paint_mark(self, painter: QPainter, number: int, milestone: Milestone, look: Look) -> None:
        size = look.px(18)
        box = QRectF(0, 0, size, size)
        box.moveCenter(QPointF(self._middle(number), look.px(_LINE_AT)))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("surface"))
        painter.drawEllipse(box.adjusted(-1, -1, 1, 1))
        paint_shape(painter, milestone.standing, box, look)

    def _paint_words(
        self, painter: QPainter, number: int, milestone: Milestone, look: Look
    ) -> None:
        cell = self._cell_width(self.width())
        top = look.px(_WORDS_AT)
        for text, font, role in self._lines(milestone, look):
            box = QRect(round(number * cell) + 2, top, round(cell) - 4, self.height())
            painter.setFont(font)
            painter.setPen(look.color(role))
            painter.drawText(box, int(_WRAPPED), text)
            top += _text_height(text, font, cell - look.px(4))

    def _lines(self, milestone: Milestone, look: Look) -> list[tuple[str, QFont, str]]:
        size = Size.SMALLEST if self._is_compact else Size.SECOND
        lines = [
            (milestone.label, look.font(size, Weight.SEMIBOLD), "ink"),
            (milestone.day_text, look.font(size, is_tabular=True), "text"),
        ]
        if milestone.note and not self._is_compact:
            lines.append((milestone.note, look.font(Size.SMALLEST), "muted"))
        return lines

    def _words_height(self, milestone: Milestone, cell: float, look: Look) -> int:
        return sum(_text_height(text, font, cell) for text, font, _ in self._lines(milestone, look))

    def _least_cell(self) -> int:
        """Return the width of the longest word, so that none is cut."""
        look = current()
        widths = (
            QFontMetrics(font).horizontalAdvance(word)
            for milestone in self._milestones
            for text, font, _ in self._lines(milestone, look)
            for word in text.split()
        )
        return max(widths, default=0) + look.px(8)

    def _cell_width(self, width: int) -> float:
        return width / max(1, len(self._milestones))

    def _middle(self, place: float) -> float:
        return (place + 0.5) * self._cell_width(self.width())


def _text_height(text: str, font: QFont, width: float) -> int:
    box = QRect(0, 0, max(1, int(width)), 10_000)
    return QFontMetrics(font).boundingRect(box, int(_WRAPPED), text).height()


def _in_words(milestone: Milestone) -> str:
    parts = (milestone.label, milestone.day_text, milestone.note)
    return ", ".join(part for part in parts if part)
