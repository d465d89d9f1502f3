"""The matrix of agency returns: a table of marks between heads that stay in sight."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QScrollBar,
    QStyledItemDelegate,
    QTableView,
    QWidget,
)

from sgdesk.domain.agency_requests import ReturnState
from sgdesk.ui.look.current import current
from sgdesk.ui.look.fonts import Size, Weight
from sgdesk.ui.look.marks import paint_focus_ring
from sgdesk.ui.look.return_marks import paint_return_mark, return_mark_size
from sgdesk.ui.models.return_matrix import ReturnMatrixModel, more_words
from sgdesk.ui.widgets.matrix_heads import INSET, AgencyHeads, CaseHeads, CornerHead

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from sgdesk.records.return_matrix import MatrixCell, ReturnMatrix
    from sgdesk.ui.look.current import Look

_ROW, _LOW_ROW = 44, 36
_OPENING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ANY_WIDTH = (1 << 24) - 1
"""The widest that Qt allows."""
_WIDEST_NOTE = "due 28 Nov"


class ReturnMatrixTable(QTableView):
    """One cell is chosen; it stays chosen by its request when the matrix is read again."""

    cell_chosen = Signal(object)
    """The requests of the chosen cell, the first to look at in front; () where there is none."""
    cell_opened = Signal(object)
    """The request to look at first, by Enter or a double click."""
    letter_typed = Signal(str)
    """A letter, upper case, on a cell with a request."""

    def __init__(
        self, model: ReturnMatrixModel, letters: str, parent: QWidget | None = None
    ) -> None:
        """Take `letters`, those that set a state, for `letter_typed`."""
        super().__init__(parent)
        self._matrix = model
        self._letters = letters
        self._look = current()
        self._kept: UUID | None = None
        self._row = _ROW
        self._delegate = _CellDelegate(self, model)
        self._heads = CaseHeads(model)
        self._names = AgencyHeads(model)
        self._corner = CornerHead(self)
        self._scroll_timer = QTimer(self)
        self._scroll_timer.setSingleShot(True)
        self._scroll_timer.timeout.connect(self._show_choice)
        self._build()
        self.setModel(model)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.doubleClicked.connect(self._on_double_clicked)

    def chosen_cells(self) -> tuple[MatrixCell, ...]:
        """Return the requests of the chosen cell."""
        index = self.currentIndex()
        return self._matrix.cells_at(index.row(), index.column()) if index.isValid() else ()

    def show_matrix(self, matrix: ReturnMatrix) -> None:
        """Show `matrix`; the same request stays chosen, else the one to look at first."""
        kept = self._kept
        self._matrix.set_matrix(matrix)
        self._lay_out()
        place = matrix.place_of(kept) if kept is not None else None
        self._choose(place or _first_place(matrix))

    def set_low(self, *, is_low: bool) -> None:
        """Bring the rows closer where the window is low."""
        row = _LOW_ROW if is_low else _ROW
        if row != self._row:
            self._row = row
            self._lay_out()

    def choose(self, request_id: UUID) -> bool:
        """Choose the cell of a request; return False if it is not on show."""
        place = self._matrix.matrix.place_of(request_id)
        if place is not None:
            self._choose(place)
        return place is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        cells, letter = self.chosen_cells(), event.text().upper()
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if cells and event.key() in _OPENING_KEYS and not event.modifiers():
            self.cell_opened.emit(cells[0])
        elif letter and letter in self._letters and is_plain:
            if cells:
                self.letter_typed.emit(letter)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._look != current():
            self._look = current()
            self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_corner()
        if event.size().height() < event.oldSize().height():
            self._scroll_timer.start()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        cells = self._matrix.cells_at(now.row(), now.column()) if now.isValid() else ()
        if now.isValid():
            self._kept = cells[0].request_id if cells else None
        self.cell_chosen.emit(cells)

    @Slot(QModelIndex)
    def _on_double_clicked(self, _index: QModelIndex) -> None:
        if cells := self.chosen_cells():
            self.cell_opened.emit(cells[0])

    def _choose(self, place: tuple[int, int] | None) -> None:
        if place is not None:
            self.setAutoScroll(False)  # the new columns are not laid out yet
            self.setCurrentIndex(self._matrix.index(*place))
            self.setAutoScroll(True)
            self._scroll_timer.start()

    @Slot()
    def _show_choice(self) -> None:
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def _lay_out(self) -> None:
        look = current()
        rows = self.verticalHeader()
        rows.setDefaultSectionSize(look.row_height(self._row))
        mark = return_mark_size(look, _WIDEST_NOTE).width() + 2 * look.px(INSET)
        more = QFontMetrics(look.font(Size.SECOND, Weight.SEMIBOLD)).horizontalAdvance("+9 ")
        for column in range(self._matrix.columnCount()):
            cells = (self._matrix.cells_at(row, column) for row in range(self._matrix.rowCount()))
            extra = more if any(len(held) > 1 for held in cells) else 0
            self.setColumnWidth(column, max(mark + extra, self._heads.width_for(column)))
        self.updateGeometries()
        self._place_corner()
        cases = sum(self.columnWidth(at) for at in range(self._matrix.columnCount()))
        self.setMaximumWidth(self._names.sizeHint().width() + cases + 2 if cases else _ANY_WIDTH)

    def _place_corner(self) -> None:
        self._corner.setGeometry(
            0, 0, self.verticalHeader().width(), self.horizontalHeader().height()
        )

    def _build(self) -> None:
        self.setHorizontalHeader(self._heads)
        self.setVerticalHeader(self._names)
        self.setItemDelegate(self._delegate)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setAccessibleName("Agency returns by agency and case")


class OuterScrollBar(QScrollBar):
    """Scrolls a table from further right than its own edge: what stays in sight lies between."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._inner = table.verticalScrollBar()
        self._inner.rangeChanged.connect(self._on_range_changed)
        self._inner.valueChanged.connect(self.setValue)
        self.valueChanged.connect(self._inner.setValue)
        self._on_range_changed(self._inner.minimum(), self._inner.maximum())

    @Slot(int, int)
    def _on_range_changed(self, least: int, most: int) -> None:
        self.setPageStep(self._inner.pageStep())
        self.setSingleStep(self._inner.singleStep())
        self.setRange(least, most)
        self.setVisible(most > least)


class _CellDelegate(QStyledItemDelegate):
    """Paints what the model of its table says, asked past Qt."""

    def __init__(self, table: QTableView, model: ReturnMatrixModel) -> None:
        super().__init__(table)
        self._table = table
        self._matrix = model

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        look, rect = current(), _rect(option)
        painter.save()
        painter.fillRect(rect, look.color("surface"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), look.color("line"))
        _paint_cells(painter, self._matrix.cells_at(index.row(), index.column()), rect, look)
        if self._table.currentIndex() == index:
            _paint_choice(painter, rect, look, has_focus=self._table.hasFocus())
        painter.restore()


def _paint_cells(painter: QPainter, cells: tuple[MatrixCell, ...], rect: QRect, look: Look) -> None:
    height = return_mark_size(look).height()
    mark = rect.adjusted(look.px(INSET), 0, -look.px(INSET), -1)
    mark.setTop(rect.top() + (rect.height() - 1 - height) // 2)
    mark.setHeight(height)
    state, note = (cells[0].state, cells[0].note) if cells else (ReturnState.NOT_ASKED, "")
    if more := more_words(cells):
        font = look.font(Size.SECOND, Weight.SEMIBOLD)
        width = QFontMetrics(font).horizontalAdvance(more + " ")
        room = QRect(mark.right() - width + 1, mark.top(), width, mark.height())
        painter.setFont(font)
        painter.setPen(look.color("ink"))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, more)
        mark.setRight(mark.right() - width)
    paint_return_mark(painter, state, mark, look, note=note)


def _paint_choice(painter: QPainter, rect: QRect, look: Look, *, has_focus: bool) -> None:
    """Draw the ring of the keyboard round the chosen cell, a quieter one without it."""
    room = QRectF(rect.adjusted(1, 2, -1, -3))
    if has_focus:
        paint_focus_ring(painter, room, look, radius=look.px(5))
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.color("accent"), look.outline))
    painter.drawRoundedRect(room.adjusted(0.5, 0.5, -0.5, -0.5), look.px(5), look.px(5))


def _first_place(matrix: ReturnMatrix) -> tuple[int, int] | None:
    """Return the first overdue cell, else the first outstanding one, else any, case by case."""
    places = [
        (row, column)
        for column in range(len(matrix.cases))
        for row in range(len(matrix.agencies))
        if matrix.cells_at(row, column)
    ]
    firsts = {place: matrix.cells_at(*place)[0] for place in places}
    for is_wanted in (attrgetter("is_overdue"), attrgetter("is_outstanding")):
        if found := [place for place, cell in firsts.items() if is_wanted(cell)]:
            return found[0]
    return places[0] if places else None


# The stubs of PySide6 leave out the members that QStyleOption makes public.
def _rect(option: Any) -> QRect:
    return QRect(option.rect)
