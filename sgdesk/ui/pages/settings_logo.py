"""The logo of the documents: chosen from a file, made plain and safe, shown as it will be."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from sgdesk.services.previews import read_logo_file
from sgdesk.ui.errors import trouble_of
from sgdesk.ui.look.current import current
from sgdesk.ui.tasks import Job
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.messages import MessageLine

if TYPE_CHECKING:
    from sgdesk.ui.context import AppContext

_FILTER = "Pictures (*.png *.jpg *.jpeg)"
_WIDTH, _HEIGHT, _MARGIN = 300, 100, 14
_BOX_WIDTH, _BOX_HEIGHT = 120, 72
"""In pixels at the designed text size; the box has the shape of the one on a page."""
_NONE = "No logo: documents name the partnership in its place."


class LogoField(QWidget):
    """Reads the file in the background. What is no picture is refused in words."""

    value_changed = Signal(object)
    settled = Signal()
    """The chosen file was taken or refused."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._png: bytes | None = None
        self.picture = LogoPicture()
        self.note_label = make_label(_NONE, "second", wraps=True)
        self.message = MessageLine()
        self.choose_button = make_button("Choose file…", "upload")
        self.remove_button = make_button("Remove logo", "trash-2")
        self._build()
        self.choose_button.clicked.connect(self._on_choose_clicked)
        self.remove_button.clicked.connect(self._on_remove_clicked)

    def value(self) -> bytes | None:
        return self._png

    def set_value(self, png: bytes | None) -> None:
        """Show a logo, or none, without emitting `value_changed`."""
        self._png = png
        self.message.show_hint("")
        picture = QPixmap()
        if png:
            picture.loadFromData(png)
        self.picture.set_picture(picture)
        size = f"{picture.width()} by {picture.height()} pixels" if png else _NONE
        self.note_label.setText(size)
        self.picture.setAccessibleDescription(size)
        self.remove_button.setVisible(png is not None)

    def set_ink(self, colour: str) -> None:
        """Show the logo on a band of the main colour, as it stands on a briefing."""
        self.picture.set_ink(colour)

    def read_file(self, path: str) -> None:
        """Take the picture in the file `path`, or say why it cannot be taken."""
        job = Job(lambda _progress: read_logo_file(Path(path)), self._context)
        job.succeeded.connect(self._on_read)
        job.failed.connect(self._on_failed)
        job.start()

    @Slot(object)
    def _on_read(self, png: bytes) -> None:
        self.set_value(png)
        self.value_changed.emit(png)
        self.settled.emit()

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        self.message.show_problem(trouble_of(error).sentence)
        self.settled.emit()

    @Slot()
    def _on_remove_clicked(self) -> None:
        self.set_value(None)
        self.value_changed.emit(None)
        self.choose_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_choose_clicked(self) -> None:
        dialog = QFileDialog(self, "Choose the logo", "", _FILTER)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.read_file)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _build(self) -> None:
        look = current()
        self.setFocusProxy(self.choose_button)
        buttons = QHBoxLayout()
        buttons.setSpacing(look.px(8))
        buttons.addWidget(self.choose_button)
        buttons.addWidget(self.remove_button)
        buttons.addStretch(1)
        words = QVBoxLayout()
        words.addLayout(buttons)
        words.addWidget(self.note_label)
        words.addWidget(self.message)
        words.addStretch(1)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look.px(16))
        line.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        self.set_value(None)


class LogoPicture(QWidget):
    """The head of a briefing in small: a band of the main colour, the logo in its white box."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = QPixmap()
        self._ink = ""
        self.setFixedSize(current().px(_WIDTH), current().px(_HEIGHT))
        self.setAccessibleName("Logo")

    def set_picture(self, picture: QPixmap) -> None:
        self._picture = picture
        self.update()

    def set_ink(self, colour: str) -> None:
        self._ink = colour
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = current(), QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        painter.setPen(look.color("edge"))
        ink = QColor(self._ink)
        painter.setBrush(ink if ink.isValid() else look.color("surface"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 4, 4)
        box = QRect(0, 0, look.px(_BOX_WIDTH), look.px(_BOX_HEIGHT))
        box.moveCenter(self.rect().center())
        box.moveRight(self.rect().right() - look.px(_MARGIN))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("white"))
        painter.drawRoundedRect(box, 4, 4)
        self._draw_lines(painter, box.left() - 2 * look.px(_MARGIN))
        if not self._picture.isNull():
            room = box.adjusted(look.px(6), look.px(6), -look.px(6), -look.px(6))
            size = self._picture.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
            painter.drawPixmap(_centred(size, room), self._picture)

    def _draw_lines(self, painter: QPainter, width: int) -> None:
        """Draw where the title stands: bars for its words."""
        look = current()
        painter.setOpacity(0.85)
        for top, share, height in ((0.3, 0.95, 9), (0.46, 0.7, 9), (0.66, 0.85, 4)):
            bar = QRect(look.px(_MARGIN), round(self.height() * top), 0, look.px(height))
            bar.setWidth(round(width * share))
            painter.drawRoundedRect(bar, 2, 2)
        painter.setOpacity(1)


def _centred(size: QSize, room: QRect) -> QRect:
    place = QRect(room.topLeft(), size)
    place.moveCenter(room.center())
    return place
