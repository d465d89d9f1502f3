"""The table of the lists: chooses whole rows, keeps the choice over reloads, by keyboard too."""

from __future__ import annotations

from heapq import nlargest
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from sgdesk.ui.look.current import current
from sgdesk.ui.look.fonts import Size, Weight
from sgdesk.ui.models.cells import cell_size
from sgdesk.ui.models.delegates import PADDING, RecordDelegate, content_inset

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent

    from sgdesk.ui.models.columns import Column
    from sgdesk.ui.models.record_table import RecordTableModel

_MEASURED = 12
"""So many of the longest texts of a column are measured to find its width."""

_HEAD_HEIGHT = 28
_OPENING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RecordTable(QTableView):
    """Shows a `RecordTableModel`. `key` tells records apart when the list is read again.

    `row_height` is 36 for rows of one line and 48 for two.
    """

    record_chosen = Signal(object)
    """The record now chosen, or None."""
    record_opened = Signal(object)
    record_previewed = Signal(object)

    def __init__(
        self,
        model: RecordTableModel[Any],
        parent: QWidget | None = None,
        *,
        key: Callable[[Any], Hashable] | None = None,
        row_height: int = 48,
    ) -> None:
        super().__init__(parent)
        self.setViewport(QWidget())  # as `ScrollFrame` says
        self._look = current()
        self._records = model
        self._key = key or _itself
        self._row_height = row_height
        self._chosen_key: Hashable = None
        self._delegate = RecordDelegate(self)
        self._heads: list[int] = []
        self._least: dict[int, int] = {}
        self._wanted: dict[int, int] = {}
        self._build()
        self.setModel(model)
        model.modelReset.connect(self._on_model_reset)
        model.reloaded.connect(self._on_reloaded)
        self.selectionModel().currentRowChanged.connect(self._on_current_row_changed)
        self.doubleClicked.connect(self._on_double_clicked)
        self._on_model_reset()
        self._on_reloaded()

    def chosen_record(self) -> Any:
        """Return the chosen record, or None."""
        return self._records.record_at(self.currentIndex().row())

    def choose(self, key: Hashable) -> bool:
        """Choose the record with this key; return False and change nothing if it is not shown."""
        row = self._row_of(key)
        if row is None:
            return False
        self.selectRow(row)
        return True

    def choose_first(self) -> bool:
        """Choose the first record; return False if there is none."""
        records = self._records.records()
        return bool(records) and self.choose(self._key(records[0]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        record = self.chosen_record()
        if record is not None and event.key() in _OPENING_KEYS and not event.modifiers():
            self.record_opened.emit(record)
        elif record is not None and event.key() == Qt.Key.Key_Space:
            self.record_previewed.emit(record)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._look != current():
            self._look = current()
            self._lay_out_rows()
            self._on_reloaded()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._least:
            self._lay_out_columns()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.chosen_record() is None:
            self.choose_first()
        elif not self.selectionModel().hasSelection():
            self.selectRow(self.currentIndex().row())  # Qt has made it current without that
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @Slot()
    def _on_model_reset(self) -> None:
        kept = self._chosen_key
        self._lay_out_rows()
        if kept is not None and not self.choose(kept):
            self._chosen_key = None
            self.record_chosen.emit(None)

    @Slot()
    def _on_reloaded(self) -> None:
        self._measure_columns()
        self._lay_out_columns()

    @Slot(QModelIndex, QModelIndex)
    def _on_current_row_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        self.viewport().update()  # the frame goes round whole lines, and Qt paints cells anew
        record = self._records.record_at(now.row())
        if record is None:
            return
        self._chosen_key = self._key(record)
        self.record_chosen.emit(record)

    @Slot(QModelIndex)
    def _on_double_clicked(self, index: QModelIndex) -> None:
        record = self._records.record_at(index.row())
        if record is not None:
            self.record_opened.emit(record)

    def _row_of(self, key: Hashable) -> int | None:
        rows = range(self._records.rowCount())
        held = ((row, self._records.record_at(row)) for row in rows)
        return next((row for row, one in held if one is not None and self._key(one) == key), None)

    def _build(self) -> None:
        self.setItemDelegate(self._delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSortIndicatorClearable(True)
        header.setMinimumSectionSize(24)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _lay_out_rows(self) -> None:
        look = current()
        head, row_height = look.px(_HEAD_HEIGHT), look.row_height(self._row_height)
        rows = self.verticalHeader()
        rows.setMinimumSectionSize(1)
        rows.setDefaultSectionSize(row_height)
        for row in self._heads:
            if row < self._records.rowCount():
                self.setRowHeight(row, row_height)
        if self._heads:
            self.clearSpans()
        self._heads = self._records.head_rows()
        for row in self._heads:
            self.setSpan(row, 0, 1, self._records.columnCount())
            self.setRowHeight(row, head)

    def _lay_out_columns(self) -> None:
        """Give eliding columns what they need from the spare width, and the rest to stretch."""
        columns = self._records.columns
        widths = [self._least[number] for number in range(len(columns))]
        spare = max(0, self.viewport().width() - sum(widths))
        for number in range(len(columns)):
            grown = min(spare, self._wanted[number] - widths[number])
            widths[number] += grown
            spare -= grown
        stretching = [number for number, column in enumerate(columns) if column.stretches]
        for number in stretching:
            widths[number] += spare // len(stretching)
        for number, width in enumerate(widths):
            self.setColumnWidth(number, width)

    def _measure_columns(self) -> None:
        look = current()
        head = QFontMetrics(look.font(Size.SECOND, Weight.SEMIBOLD))
        padding = content_inset(look)
        records = self._records.records()
        for number, column in enumerate(self._records.columns):
            title = head.horizontalAdvance(column.header) + 2 * look.px(PADDING)
            least = max(look.px(column.width), title)
            content = self._content_width(column, records)
            self._wanted[number] = max(least, content + padding)
            self._least[number] = least if column.elides else self._wanted[number]

    def _content_width(self, column: Column[Any], records: Sequence[Any]) -> int:
        look = current()
        wide = nlargest(_MEASURED, {column.text(one): one for one in records}.items(), key=_length)
        if column.second is not None:
            second = {column.second(one): one for one in records}.items()
            wide += nlargest(_MEASURED, second, key=_length)
        return max((cell_size(column.cell(one), look).width() for _, one in wide), default=0)


def _length(named: tuple[str, object]) -> int:
    return len(named[0])


def _itself(record: Hashable) -> Hashable:
    return record
