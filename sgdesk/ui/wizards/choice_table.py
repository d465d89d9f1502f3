"""A record table with a check box before each row: Space or a click on the box chooses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPen

from sgdesk.ui.look.current import Look, current
from sgdesk.ui.look.icons import paint_icon
from sgdesk.ui.models.columns import Column, RecordT
from sgdesk.ui.models.delegates import RecordDelegate
from sgdesk.ui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from PySide6.QtWidgets import QStyleOptionViewItem

    from sgdesk.ui.models.record_table import RecordTableModel

_CHOSEN = "✓"
_BOX = 18
_WIDTH = 44


def choice_column(is_chosen: Callable[[RecordT], bool]) -> Column[RecordT]:
    """Return the column of check boxes, which stands first; `is_chosen` is asked each time."""
    return Column(
        "",
        lambda record: _CHOSEN if is_chosen(record) else "",
        spoken=lambda record: "Chosen" if is_chosen(record) else "Not chosen",
        width=_WIDTH,
    )


class ChoiceTable(RecordTable):
    """Its model's first column is a `choice_column`. It keeps no choice of its own."""

    toggle_asked = Signal(object)
    """The record that the officer wants to choose, or not to choose any more."""

    def __init__(
        self,
        model: RecordTableModel[Any],
        *,
        key: Callable[[Any], Hashable] | None = None,
        row_height: int = 48,
    ) -> None:
        super().__init__(model, key=key, row_height=row_height)
        self._boxes = _BoxDelegate(self)
        self.setItemDelegateForColumn(0, self._boxes)
        self.record_previewed.connect(self.toggle_asked)
        self.record_opened.connect(self.toggle_asked)
        self.clicked.connect(self._on_clicked)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        record = self.chosen_record()
        if index.column() == 0 and record is not None:
            self.toggle_asked.emit(record)

    def show_choices(self) -> None:
        """Draw the boxes anew, and tell screen readers."""
        model = self.model()
        if model.rowCount():
            last = model.index(model.rowCount() - 1, 0)
            model.dataChanged.emit(model.index(0, 0), last)


class _BoxDelegate(RecordDelegate):
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        look = current()
        rect = QRect(getattr(option, "rect"))  # noqa: B009 - left out of the stubs
        painter.save()
        painter.setClipRect(rect)
        self._paint_ground(painter, option, index, look)
        size = look.px(_BOX)
        box = QRect(0, 0, size, size)
        box.moveCenter(rect.center())
        paint_box(painter, box, look, is_on=index.data() == _CHOSEN)
        painter.restore()


def paint_box(painter: QPainter, box: QRect, look: Look, *, is_on: bool) -> None:
    """Draw a check box as the stylesheet draws those of Qt."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    outline = QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(QPen(look.color("accent_fill" if is_on else "edge"), 1))
    painter.setBrush(look.color("accent_fill" if is_on else "surface"))
    painter.drawRoundedRect(outline, 3, 3)
    if is_on:
        paint_icon(painter, "check", "on_accent", box.adjusted(2, 2, -2, -2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
