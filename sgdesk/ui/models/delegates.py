"""Paints the rows of record tables: ground, accent bar, focus ring, then the cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from sgdesk.ui.look.current import Look, current
from sgdesk.ui.models.cells import cell_size, paint_cell, paint_head
from sgdesk.ui.models.record_table import GroupHead

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPainter

    from sgdesk.ui.models.columns import Cell
    from sgdesk.ui.models.record_table import AnyIndex, RecordTableModel

PADDING = 12
"""Pixels between the edge of a cell and its content, at the designed size."""

_BAR = 4
_RING = 2


class RecordDelegate(QStyledItemDelegate):
    """One delegate for every cell of a record table. The view must keep a reference to it."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        look, rect = current(), _rect(option)
        shown = _shown(index)
        painter.save()
        painter.setClipRect(rect)
        if isinstance(shown, GroupHead):
            painter.fillRect(rect, look.color("tint"))
            _paint_hairline(painter, rect, look)
            paint_head(painter, _content(rect, look), shown, look)
        else:
            self._paint_ground(painter, option, index, look)
            paint_cell(painter, _content(rect, look), shown, look)
        painter.restore()

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        look = current()
        shown = _shown(index)
        if isinstance(shown, GroupHead):
            return QSize(0, look.px(28))
        size = cell_size(shown, look)
        return QSize(size.width() + content_inset(look), size.height())

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, look: Look
    ) -> None:
        rect = _rect(option)
        is_chosen = bool(_state(option) & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, look.color("chosen" if is_chosen else "surface"))
        _paint_hairline(painter, rect, look)
        if is_chosen and index.column() == 0:
            bar = QRect(rect.left(), rect.top(), look.px(_BAR), rect.height())
            painter.fillRect(bar, look.color("accent"))
        is_outlined = is_chosen and look.palette.is_high_contrast
        if is_outlined or _is_focused_row(_view(option), index):
            _paint_row_ring(painter, rect, index, look.color("focus"))


def _shown(index: AnyIndex) -> Cell | GroupHead:
    # Asked past Qt: each value of a cell would go through it on its way.
    model: RecordTableModel[Any] = cast("RecordTableModel[Any]", index.model())
    return model.cell_at(index.row(), index.column())


def content_inset(look: Look) -> int:
    """Return how much wider than its content a cell is: less at the right, where columns meet."""
    return look.px(PADDING) + look.px(PADDING) // 2


def _paint_hairline(painter: QPainter, rect: QRect, look: Look) -> None:
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), look.color("line"))


def _paint_row_ring(painter: QPainter, rect: QRect, index: AnyIndex, color: QColor) -> None:
    left, top, width, height = rect.left(), rect.top(), rect.width(), rect.height()
    painter.fillRect(QRect(left, top, width, _RING), color)
    painter.fillRect(QRect(left, rect.bottom() - _RING + 1, width, _RING), color)
    if index.column() == 0:
        painter.fillRect(QRect(left, top, _RING, height), color)
    if index.column() == index.model().columnCount() - 1:
        painter.fillRect(QRect(rect.right() - _RING + 1, top, _RING, height), color)


def _content(rect: QRect, look: Look) -> QRect:
    return rect.adjusted(look.px(PADDING), 0, -look.px(PADDING) // 2, 0)


def _is_focused_row(view: QAbstractItemView | None, index: AnyIndex) -> bool:
    return view is not None and view.hasFocus() and view.currentIndex().row() == index.row()


# The stubs of PySide6 leave out the members that QStyleOption makes public.
def _rect(option: Any) -> QRect:
    return QRect(option.rect)


def _state(option: Any) -> QStyle.StateFlag:
    state: QStyle.StateFlag = option.state
    return state


def _view(option: Any) -> QAbstractItemView | None:
    return option.widget if isinstance(option.widget, QAbstractItemView) else None
