"""One item of an ordered list, such as a lead phrase and its sentence, edited in place."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QTextOption
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from sgdesk.text import clean_line
from sgdesk.ui.dialogs.briefing_words import count_words, words_in_words
from sgdesk.ui.dialogs.side_by_side import SideBySide
from sgdesk.ui.look.current import current
from sgdesk.ui.look.fonts import Size, Weight
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.text_edit import PlainEdit, holds_files

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QFocusEvent, QResizeEvent

_FLAT = "QPlainTextEdit:!focus { border-color: transparent; background: transparent; }"
_BAR = 4


@dataclass(frozen=True, slots=True)
class ItemColumn:
    """A part that every item of a list has. `least` is in pixels at the designed text size."""

    name: str
    placeholder: str
    stretch: int = 1
    least: int = 140
    is_strong: bool = False


class ItemEdit(PlainEdit):
    """One paragraph, as high as its lines: Enter goes on, and pasted line ends become spaces."""

    entered = Signal()
    focused = Signal()
    emptied = Signal()
    """Backspace was pressed where nothing is left to delete."""

    def __init__(self, column: ItemColumn) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setPlaceholderText(column.placeholder)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        weight = "font-weight: 600;" if column.is_strong else ""
        self.setStyleSheet(f"QPlainTextEdit {{ {weight} }} {_FLAT}")
        self._font = current().font(
            Size.BODY, Weight.SEMIBOLD if column.is_strong else Weight.REGULAR
        )
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)
        self._on_size_changed()

    def text(self) -> str:
        return self.toPlainText()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(current().px(80), self._height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                event.ignore()
            else:
                self.entered.emit()
        elif event.key() == Qt.Key.Key_Backspace and self.document().isEmpty():
            self.emptied.emit()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if not holds_files(source):
            self.insertPlainText(clean_line(source.text()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._on_size_changed()

    @Slot()
    def _on_size_changed(self) -> None:
        self.setFixedHeight(self._height())

    def _height(self) -> int:
        """Return the height of the lines, and of what the stylesheet puts around them."""
        height, block = 0.0, self.document().firstBlock()
        while block.isValid():
            height += self.blockBoundingRect(block).height()
            block = block.next()
        height = max(height, QFontMetrics(self._font).lineSpacing())
        around = self.height() - self.viewport().height()
        margins = 2 * self.document().documentMargin()
        return ceil(height + margins) + max(around, 2)


class ItemRow(QFrame):
    """The parts of one item beside each other, with the number of their words."""

    edited = Signal()
    focused = Signal()
    entered = Signal()
    """Enter was pressed in the last part."""
    emptied = Signal()
    """Backspace was pressed in an item without any text."""

    def __init__(
        self,
        columns: tuple[ItemColumn, ...],
        values: tuple[str, ...],
        *,
        counts_words: bool = True,
    ) -> None:
        super().__init__()
        self._columns = columns
        self._is_chosen = False
        self.edits = [ItemEdit(column) for column in columns]
        self.count_label = make_label("", "second")
        self._build()
        for edit, value in zip(self.edits, values, strict=True):
            edit.setPlainText(value)
        self._connect()
        self.count_label.setVisible(counts_words)
        self._show_count()

    def values(self) -> tuple[str, ...]:
        return tuple(edit.text() for edit in self.edits)

    def is_empty(self) -> bool:
        return not any(value.strip() for value in self.values())

    def set_place(self, title: str, number: int) -> None:
        """Tell screen readers which item of which list this is."""
        for column, edit in zip(self._columns, self.edits, strict=True):
            edit.setAccessibleName(f"{title} {number}: {column.name}")

    def set_chosen(self, *, is_chosen: bool) -> None:
        """Mark the item that the buttons under the list are about."""
        self._is_chosen = is_chosen
        self.update()

    def focus_first(self) -> None:
        self.edits[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = current(), QPainter(self)
        if self._is_chosen:
            painter.fillRect(self.rect(), look.color("chosen"))
            painter.fillRect(QRectF(0, 0, look.px(_BAR), self.height()), look.color("accent"))
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), look.color("line"))

    @Slot()
    def _show_count(self) -> None:
        count = count_words(*self.values())
        self.count_label.setText(f"{count} w")
        for edit in self.edits:
            edit.setAccessibleDescription(words_in_words(count))

    @Slot()
    def _on_edited(self) -> None:
        self._show_count()
        self.edited.emit()

    def _on_emptied(self) -> None:
        if self.is_empty():
            self.emptied.emit()

    def _connect(self) -> None:
        for edit, following in zip(self.edits, [*self.edits[1:], None], strict=True):
            edit.textChanged.connect(self._on_edited)
            edit.focused.connect(self.focused)
            edit.emptied.connect(self._on_emptied)
            edit.entered.connect(self.entered if following is None else following.setFocus)

    def _build(self) -> None:
        look = current()
        parts = SideBySide(gap=4)
        for column, edit in zip(self._columns, self.edits, strict=True):
            parts.add(edit, stretch=column.stretch, least=column.least)
        width = QFontMetrics(look.font(Size.SECOND)).horizontalAdvance("000 w")
        self.count_label.setFixedWidth(width)
        self.count_label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line = QHBoxLayout(self)
        line.setContentsMargins(look.px(_BAR + 4), look.px(2), look.px(12), look.px(3))
        line.setSpacing(look.px(8))
        line.addWidget(parts, 1)
        line.addWidget(self.count_label, 0, Qt.AlignmentFlag.AlignVCenter)
