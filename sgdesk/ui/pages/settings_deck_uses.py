"""How slides of each kind come out on a template: a picture, and the layout that they take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QComboBox, QSizePolicy, QVBoxLayout, QWidget

from sgdesk.domain.deck_templates import LayoutChoice
from sgdesk.ui.dialogs.side_by_side import SideBySide
from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.fields import FieldRow
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.problem_words import without_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sgdesk.records.deck_templates import SlidePicture, UseOfLayout

PICTURE_WIDTH = 640
"""Pixels of a slide's picture, twice what it takes at the designed text size."""

_LEAST = 300
_HIGH, _WIDE = 9, 16
_NO_PICTURE = "No picture: nothing fits here."
_CAPTION = (
    "Drawn by SGDesk with an invented briefing. PowerPoint’s own drawing differs in detail, "
    "above all in the typeface."
)


class SlideView(QWidget):
    """The picture of one slide, as wide as there is room, in the shape that it has."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = QPixmap()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(current().px(160))

    def show_png(self, png: bytes) -> None:
        """Show a picture; none for b""."""
        self._picture = QPixmap()
        if png:
            self._picture.loadFromData(png)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if self._picture.isNull():
            return width * _HIGH // _WIDE
        return width * self._picture.height() // self._picture.width()

    def sizeHint(self) -> QSize:
        width = current().px(_LEAST)
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if not self._picture.isNull():
            painter.drawPixmap(self.rect(), self._picture)
        painter.setPen(look.color("edge"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class UseField(QWidget):
    """One kind of slide: its name, its layout to choose, its picture."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.use = ""
        self.title_label = make_label("", "field-label")
        self.layout_combo = QComboBox()
        self.layout_combo.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.layout_combo.setMinimumContentsLength(12)
        self.layout_row = FieldRow("Layout", self.layout_combo)
        self.view = SlideView()
        look = current()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(look.px(6))
        box.addWidget(self.title_label)
        box.addWidget(self.view)
        box.addWidget(self.layout_row)
        self.layout_combo.currentIndexChanged.connect(self._on_chosen)

    def show_use(self, use: UseOfLayout) -> None:
        """Offer the layouts that suit, with the chosen one chosen."""
        with QSignalBlocker(self.layout_combo):
            self.layout_combo.clear()
            for offer in use.offers:
                self.layout_combo.addItem(offer.name, offer.layout)
            self.layout_combo.setCurrentIndex(self.layout_combo.findData(use.chosen))
        self.layout_combo.setAccessibleName(f"Layout for {_in_words(use.title)}")
        self.layout_row.setVisible(bool(use.offers))
        self.layout_row.set_problem(_said(use.problems, use.title))
        if not use.problems:
            self.layout_row.set_warning(_said(use.warnings, use.title))

    def show_picture(self, use: str, title: str, picture: SlidePicture | None) -> None:
        """Show the picture of slides of this kind, or that there is none."""
        self.use = use
        self.title_label.setText(title)
        self.view.show_png(picture.png if picture else b"")
        self.view.setAccessibleName(f"Preview: {title}")
        self.view.setAccessibleDescription(picture.description if picture else _NO_PICTURE)

    def choice(self) -> LayoutChoice:
        """Return the layout that is chosen now."""
        return LayoutChoice(self.use, str(self.layout_combo.currentData() or ""))

    @Slot()
    def _on_chosen(self) -> None:
        self.changed.emit()


class UsesView(QWidget):
    """The four kinds of slides, two beside each other where there is room."""

    choices_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        look = current()
        self.fields = tuple(UseField() for _ in range(4))
        self.caption_label = make_label(_CAPTION, "second", wraps=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(look.px(16))
        for pair in (self.fields[:2], self.fields[2:]):
            line = SideBySide()
            for field in pair:
                field.changed.connect(self.choices_changed)
                line.add(field, least=_LEAST)
            box.addWidget(line)
        box.addWidget(self.caption_label, 0, Qt.AlignmentFlag.AlignTop)

    def show_uses(self, uses: Sequence[UseOfLayout], pictures: Sequence[SlidePicture]) -> None:
        """Show a template's uses with their pictures, as far as there are any."""
        drawn = {picture.use: picture for picture in pictures}
        for field, use in zip(self.fields, uses, strict=True):
            field.show_picture(use.use, use.title, drawn.get(use.use))
            field.show_use(use)

    def show_built_in(self, pictures: Sequence[SlidePicture]) -> None:
        """Show the built-in template, whose layouts are not chosen."""
        for field, picture in zip(self.fields, pictures, strict=True):
            field.show_picture(picture.use, picture.title, picture)
            field.layout_row.hide()

    def choices(self) -> tuple[LayoutChoice, ...]:
        """Return the layouts that are chosen now."""
        return tuple(choice for field in self.fields if (choice := field.choice()).layout)


def _said(sentences: Sequence[str], title: str) -> str:
    return " ".join(without_title(sentence, title) for sentence in sentences)


def _in_words(title: str) -> str:
    return f"{title[:1].lower()}{title[1:]}"
