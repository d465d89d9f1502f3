"""The picture of the page, whole, as wide as there is room, or in its real size."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from sgdesk.services.previews import preview_picture
from sgdesk.ui.look.current import current
from sgdesk.ui.tasks import Reading

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent

    from sgdesk.records.pictures import Picture
    from sgdesk.ui.context import AppContext

_WIDTH_MM, _HEIGHT_MM = 210, 297
_MM_PER_INCH = 25.4
_MARGIN = 12
_RESIZED_MS = 120
_NO_PAGE = "The page is shown here as soon as it is set and fits."


class Zoom(StrEnum):
    PAGE = "page"
    WIDTH = "width"
    REAL = "real"


ZOOM_WORDS = {Zoom.PAGE: "Whole page", Zoom.WIDTH: "Width", Zoom.REAL: "100 %"}


class PageView(QScrollArea):
    """Draws the very bytes that are to be saved. Its words are offered to screen readers."""

    drawn = Signal()
    """Another picture of the page is on show."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._zoom = Zoom.PAGE
        self._asked = (b"", 0)
        self.sheet = _Sheet()
        self._picture = Reading(self._draw, context, self)
        self._picture.arrived.connect(self._on_drawn)
        self._picture.failed.connect(context.report)
        self._resized = QTimer(self)
        self._resized.setSingleShot(True)
        self._resized.setInterval(_RESIZED_MS)
        self._resized.timeout.connect(self._on_resized)
        self._build()

    def show_page(self, pdf: bytes, words: str) -> bool:
        """Draw another page; `words` are all that it says. Return whether `drawn` follows."""
        self._asked = (pdf, 0)
        self.setAccessibleDescription(words)
        return self._ask()

    def words(self) -> str:
        """Return all that the page says, in reading order."""
        return self.accessibleDescription()

    def clear_page(self) -> None:
        """Show no page."""
        self._asked = (b"", 0)
        self.sheet.set_picture(QPixmap())
        self.setAccessibleDescription(_NO_PAGE)

    @Slot(str)
    def set_zoom(self, zoom: str) -> None:
        """Show the page in another size, from its top."""
        self._zoom = Zoom(zoom)
        self.verticalScrollBar().setValue(0)
        self._fit_sheet()
        self._ask()

    def has_picture(self) -> bool:
        return self.sheet.has_picture()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_sheet()
        self._resized.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit_sheet()
        self._resized.start()

    @Slot()
    def _on_resized(self) -> None:
        self._ask()

    def _ask(self) -> bool:
        """Have the page drawn, unless it is drawn in this size already or nobody sees it."""
        pdf, width = self._asked
        wanted = round(self._width() * self.devicePixelRatioF())
        is_wanted = bool(pdf) and wanted != width and self.isVisible()
        if is_wanted:
            self._asked = (pdf, wanted)
            self._picture.start()
        return is_wanted

    def _draw(self) -> Picture | None:
        pdf, width = self._asked
        return preview_picture(pdf, width=width) if pdf else None

    @Slot(object)
    def _on_drawn(self, picture: Picture | None) -> None:
        self.sheet.set_picture(_pixmap(picture) if picture else QPixmap())
        self.drawn.emit()

    def _width(self) -> int:
        """Return the width of the page in device-independent pixels, as the zoom asks."""
        if self._zoom is Zoom.REAL:
            return round(_WIDTH_MM / _MM_PER_INCH * self.logicalDpiX())
        room = self.viewport().size()
        margins = 2 * current().px(_MARGIN) + 2
        if self._zoom is Zoom.WIDTH:
            # The bar that a page higher than the view needs would take from the width.
            bar = self.verticalScrollBar()
            taken = 0 if bar.isVisible() else bar.sizeHint().width()
            return max(1, room.width() - margins - taken)
        by_height = round((room.height() - margins) * _WIDTH_MM / _HEIGHT_MM)
        return max(1, min(room.width() - margins, by_height))

    def _fit_sheet(self) -> None:
        width = self._width()
        self.sheet.set_page_size(QSize(width, round(width * _HEIGHT_MM / _WIDTH_MM)))

    def _build(self) -> None:
        look = current()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(look.px(160), look.px(96))
        self.setWidget(self.sheet)
        self.setAccessibleName("The page as it will be saved")
        self.setAccessibleDescription(_NO_PAGE)


def _pixmap(picture: Picture) -> QPixmap:
    """Return a copy of `picture` in the window's own kind of pixels."""
    return QPixmap.fromImage(
        QImage(
            picture.pixels,
            picture.width,
            picture.height,
            picture.stride,
            QImage.Format.Format_RGB32,
        )
    )


class _Sheet(QWidget):
    """The page in the middle of the view, framed by a thin line."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = QPixmap()
        self._page = QSize()
        self.setProperty("role", "plain")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def has_picture(self) -> bool:
        return not self._picture.isNull()

    def set_picture(self, picture: QPixmap) -> None:
        self._picture = picture
        self.update()

    def set_page_size(self, size: QSize) -> None:
        margins = 2 * current().px(_MARGIN)
        self._page = size
        self.setMinimumSize(size.width() + margins, size.height() + margins)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = current(), QPainter(self)
        place = self.rect()
        place.setSize(self._page)
        place.moveCenter(self.rect().center())
        if self._picture.isNull():
            painter.setPen(look.color("muted"))
            painter.setFont(look.font())
            words = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect(), words, _NO_PAGE)
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(place, self._picture)
        painter.setPen(look.color("edge"))
        painter.drawRect(place.adjusted(-1, -1, 0, 0))
