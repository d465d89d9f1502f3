"""Shows the pages of a paper one below the other, painted as the printer gets them."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from sgdesk.ui.look.current import current
from sgdesk.ui.look.marks import paint_focus_ring
from sgdesk.ui.printing.page_plan import page_words
from sgdesk.ui.printing.sheet_sizes import PER_INCH

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from sgdesk.ui.printing.paper_painter import PaperPainter
    from sgdesk.ui.printing.sheet_sizes import SheetSize

_AROUND = 16
"""Pixels around each page."""


class Zoom(Enum):
    WHOLE_PAGE = "Whole page"
    PAGE_WIDTH = "Page width"
    TWICE_WIDTH = "Twice as large"


class PageView(QAbstractScrollArea):
    """Page up and page down go from page to page, the arrow keys scroll."""

    page_shown = Signal(int)
    """The page, counted from 1, that fills most of the view."""

    def __init__(self, pages: PaperPainter) -> None:
        super().__init__()
        self._pages = pages
        self._zoom = Zoom.PAGE_WIDTH
        self._number = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Pages")
        self.viewport().setAutoFillBackground(True)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    @property
    def page_number(self) -> int:
        """The page on show, counted from 1."""
        return self._number

    def show_pages(self, pages: PaperPainter) -> None:
        """Show another paper, from its first page."""
        self._pages = pages
        self._number = 0
        self.verticalScrollBar().setValue(0)
        self._lay_out()

    def set_zoom(self, zoom: Zoom) -> None:
        """Show the pages larger or smaller; the page on show stays on show."""
        number = self._number
        self._zoom = zoom
        self._lay_out()
        self.go_to(number)

    def go_to(self, number: int) -> None:
        """Scroll to the top of page `number`, or to the nearest there is."""
        number = min(max(1, number), self._pages.page_count)
        self.verticalScrollBar().setValue((number - 1) * self._step())

    def sizeHint(self) -> QSize:
        look = current()
        return QSize(look.px(760), look.px(560))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        number = self._number
        self._lay_out()
        self.go_to(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_PageDown: self._number + 1, Qt.Key.Key_PageUp: self._number - 1}
        ends = {Qt.Key.Key_Home: 1, Qt.Key.Key_End: self._pages.page_count}
        number = (steps | ends).get(Qt.Key(event.key()))
        if number is None:
            super().keyPressEvent(event)
        else:
            self.go_to(number)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), current().color("tint"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        factor = self._factor()
        for number in range(1, self._pages.page_count + 1):
            sheet = self._sheet(number)
            if not sheet.intersects(QRectF(event.rect())):
                continue
            painter.setPen(QPen(current().color("edge"), 1))
            painter.setBrush(QColor(Qt.GlobalColor.white))
            painter.drawRect(sheet)
            painter.save()
            painter.setClipRect(sheet)
            painter.translate(sheet.topLeft())
            painter.scale(factor, factor)
            self._pages.paint_page(painter, number)
            painter.restore()
        if self.hasFocus():
            paint_focus_ring(painter, QRectF(self.viewport().rect()), current(), radius=0)

    @Slot()
    def _on_scrolled(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        number = min(middle // self._step() + 1, self._pages.page_count)
        if number != self._number:
            self._number = number
            plan = self._pages.plan
            self.setAccessibleDescription(page_words(plan, plan.pages[number - 1]))
            self.page_shown.emit(number)

    def _lay_out(self) -> None:
        """Fit the scroll bars to the pages."""
        room = self.viewport().size()
        height = self._pages.page_count * self._step() + _AROUND
        width = round(self._size().width * self._factor()) + 2 * _AROUND
        for bar, needed, shown in (
            (self.verticalScrollBar(), height, room.height()),
            (self.horizontalScrollBar(), width, room.width()),
        ):
            bar.setRange(0, max(0, needed - shown))
            bar.setPageStep(shown)
            bar.setSingleStep(current().px(36))
        self._on_scrolled()
        self.viewport().update()

    def _factor(self) -> float:
        """Return how many pixels a tenth of a point takes."""
        room, size = self.viewport().size(), self._size()
        by_width = max(1, room.width() - 2 * _AROUND) / size.width
        if self._zoom is Zoom.WHOLE_PAGE:
            return min(by_width, max(1, room.height() - 2 * _AROUND) / size.height)
        if self._zoom is Zoom.TWICE_WIDTH:
            return by_width * 2
        return min(by_width, 2.0 * self.logicalDpiX() / PER_INCH)

    def _size(self) -> SheetSize:
        return self._pages.plan.sheet

    def _step(self) -> int:
        """Return the pixels from the top of one page to the top of the next."""
        return round(self._size().height * self._factor()) + _AROUND

    def _sheet(self, number: int) -> QRectF:
        """Return where page `number` lies in the viewport."""
        factor, size = self._factor(), self._size()
        width = size.width * factor
        left = max(_AROUND, (self.viewport().width() - width) / 2)
        left -= self.horizontalScrollBar().value()
        top = _AROUND + (number - 1) * self._step() - self.verticalScrollBar().value()
        return QRectF(left, top, width, size.height * factor)
