"""The heads of the matrix: cases above, agencies at the left, totals at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QSizePolicy, QWidget

from sgdesk.ui.look.current import current
from sgdesk.ui.look.fonts import Size, Weight

if TYPE_CHECKING:
    from PySide6.QtGui import QFont
    from PySide6.QtWidgets import QTableView

    from sgdesk.ui.look.current import Look
    from sgdesk.ui.models.return_matrix import ReturnMatrixModel

INSET = 6
"""Pixels between the edge of a cell and its mark, at the designed size."""
_PAD = 16
_MOST_NAME = 208
_LEAST_NAME = 120
_BELOW = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class CaseHeads(QHeaderView):
    """Reference, how far the case is, and when its returns are due, in three lines."""

    def __init__(self, model: ReturnMatrixModel) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._matrix = model
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setAccessibleName("Cases")

    def sizeHint(self) -> QSize:
        look = current()
        return QSize(0, sum(_heights(look)) + look.px(12))

    def width_for(self, column: int) -> int:
        """Return the room that the head of `column` needs; nothing of it may be elided."""
        look, case = current(), self._matrix.case_at(column)
        lines = zip(_fonts(look), (case.reference, case.stand, case.due), strict=True)
        widest = max(QFontMetrics(font).horizontalAdvance(text) for font, text in lines)
        return int(widest + 2 * look.px(INSET) + 2)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        look, case = current(), self._matrix.case_at(section)
        painter.save()
        painter.fillRect(rect, look.color("surface"))
        _paint_edge(painter, rect, look)
        top = rect.top() + look.px(6)
        inset = look.px(INSET)
        lines = zip(
            _fonts(look),
            _heights(look),
            (case.reference, case.stand, case.due),
            ("ink", "text", "muted"),
            strict=True,
        )
        for font, height, text, role in lines:
            painter.setFont(font)
            painter.setPen(look.color(role))
            room = QRect(rect.left() + inset, top, rect.width() - inset, height)
            painter.drawText(room, _MIDDLE, text)
            top += height
        painter.restore()


class AgencyHeads(QHeaderView):
    """The names of the agencies; they stay while the cases scroll."""

    def __init__(self, model: ReturnMatrixModel) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._matrix = model
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setAccessibleName("Agencies")

    def sizeHint(self) -> QSize:
        look = current()
        metrics = QFontMetrics(look.font(weight=Weight.SEMIBOLD))
        names = (self._matrix.name_at(row) for row in range(self._matrix.rowCount()))
        widest = max((metrics.horizontalAdvance(name) for name in names), default=0)
        least, most = look.px(_LEAST_NAME), look.px(_MOST_NAME)
        return QSize(min(max(least, widest + 2 * look.px(_PAD)), most), 0)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        look = current()
        font = look.font(weight=Weight.SEMIBOLD)
        painter.save()
        painter.fillRect(rect, look.color("surface"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), look.color("line"))
        painter.setPen(look.color("ink"))
        room = rect.adjusted(look.px(_PAD), 0, -look.px(8), -1)
        name = self._matrix.name_at(section)
        if QFontMetrics(font).horizontalAdvance(name) >= room.width():
            font = look.font(Size.SMALLEST, Weight.SEMIBOLD)
        painter.setFont(font)
        painter.drawText(room, _MIDDLE | Qt.TextFlag.TextWordWrap, name)
        painter.restore()


class CornerHead(QWidget):
    """Says over the names what they are; lies over the corner of the table."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = current(), QPainter(self)
        painter.fillRect(self.rect(), look.color("surface"))
        _paint_edge(painter, self.rect(), look)
        _paint_title(painter, self.rect().adjusted(look.px(_PAD), 0, 0, 0), "Agency", look)


class TotalsColumn(QWidget):
    """How many returns of each agency are out, beside the rows of the table that it follows."""

    _TITLE = "Out"

    def __init__(self, table: QTableView, model: ReturnMatrixModel) -> None:
        super().__init__()
        self._table = table
        self._matrix = model
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("Returns outstanding of each agency")
        table.verticalScrollBar().valueChanged.connect(self.update)
        model.modelReset.connect(self._on_reset)

    def sizeHint(self) -> QSize:
        look = current()
        metrics = QFontMetrics(look.font())
        return QSize(metrics.horizontalAdvance("none") + look.px(24), 0)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = current(), QPainter(self)
        head = self._table.horizontalHeader().height()
        painter.fillRect(self.rect(), look.color("surface"))
        painter.setClipRect(QRect(0, head, self.width(), self._table.viewport().height()))
        for row in range(self._matrix.rowCount()):
            top = head + self._table.rowViewportPosition(row)
            self._paint_total(painter, row, top, self._table.rowHeight(row), look)
        painter.setClipping(False)
        title = QRect(0, 0, self.width(), head)
        painter.fillRect(title, look.color("surface"))
        _paint_edge(painter, title, look)
        _paint_title(painter, title.adjusted(look.px(8), 0, 0, 0), self._TITLE, look)
        painter.fillRect(QRect(0, 0, 1, self.height()), look.color("line"))

    def _paint_total(self, painter: QPainter, row: int, top: int, height: int, look: Look) -> None:
        out = self._matrix.matrix.outstanding_of(row)
        painter.setFont(look.font(weight=Weight.BOLD if out else Weight.REGULAR))
        painter.setPen(look.color("ink" if out else "muted"))
        room = QRect(look.px(8), top, self.width() - look.px(8), height)
        painter.drawText(room, _MIDDLE, str(out) if out else "none")
        painter.fillRect(QRect(0, top + height - 1, self.width(), 1), look.color("line"))

    def _on_reset(self) -> None:
        matrix = self._matrix.matrix
        rows = range(len(matrix.agencies))
        said = (f"{matrix.agencies[row].name}: {matrix.outstanding_of(row)}" for row in rows)
        self.setAccessibleDescription(". ".join(said))
        self.update()


def _fonts(look: Look) -> tuple[QFont, QFont, QFont]:
    return (
        look.font(weight=Weight.BOLD, is_tabular=True),
        look.font(Size.SECOND),
        look.font(Size.SECOND),
    )


def _heights(look: Look) -> list[int]:
    return [QFontMetrics(font).height() + look.px(1) for font in _fonts(look)]


def _paint_edge(painter: QPainter, rect: QRect, look: Look) -> None:
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), look.color("edge"))


def _paint_title(painter: QPainter, rect: QRect, title: str, look: Look) -> None:
    painter.setFont(look.font(Size.SECOND, Weight.SEMIBOLD))
    painter.setPen(look.color("muted"))
    painter.drawText(rect.adjusted(0, 0, 0, -look.px(7)), _BELOW, title)
