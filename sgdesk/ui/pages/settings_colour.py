"""A colour of the documents: typed or chosen, its contrast with white computed as it changes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QColorDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from sgdesk.domain.contrast import READABLE
from sgdesk.domain.partnerships import contrast_with_white
from sgdesk.ui.look.current import current
from sgdesk.ui.look.fonts import Weight
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.labels import make_label

_SAMPLE = "Aa"
_SAMPLE_WIDTH, _SAMPLE_HEIGHT = 96, 32


class ColourField(QWidget):
    """Holds `#RRGGBB` as it is typed; whether it is readable is judged when it is saved."""

    value_changed = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.line_edit = QLineEdit()
        self.contrast_label = make_label("", "second", wraps=True)
        self.swatch = Swatch()
        self.choose_button = make_button("Choose…")
        self.choose_button.setAccessibleName(f"Choose the {name.lower()}")
        self._build()
        self.line_edit.textChanged.connect(self._on_text_changed)
        self.choose_button.clicked.connect(self._on_choose_clicked)

    def value(self) -> str:
        return self.line_edit.text().strip()

    def set_value(self, colour: str) -> None:
        self.line_edit.setText(colour)

    @Slot(str)
    def _on_text_changed(self, _text: str) -> None:
        ratio = contrast_with_white(self.value())
        self.swatch.set_colour(self.value() if ratio is not None else "")
        self.contrast_label.setText(contrast_words(ratio))
        self.value_changed.emit(self.value())

    @Slot()
    def _on_choose_clicked(self) -> None:
        dialog = QColorDialog(QColor(self.value()), self)
        dialog.setWindowTitle(self._name)
        dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
        dialog.colorSelected.connect(lambda colour: self.set_value(colour.name().upper()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _build(self) -> None:
        look = current()
        self.setFocusProxy(self.line_edit)
        self.line_edit.setMaximumWidth(look.px(130))
        line = QHBoxLayout()
        line.setSpacing(look.px(8))
        line.addWidget(self.swatch)
        line.addWidget(self.line_edit)
        line.addWidget(self.choose_button)
        line.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(look.px(4))
        box.addLayout(line)
        box.addWidget(self.contrast_label)


class Swatch(QWidget):
    """A sample: white words on the colour, words in the colour on white.

    Decoration: the field beside it says the same.
    """

    def __init__(self) -> None:
        super().__init__()
        self._colour = ""
        self.setFixedSize(current().px(_SAMPLE_WIDTH), current().px(_SAMPLE_HEIGHT))

    def set_colour(self, colour: str) -> None:
        self._colour = colour
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(look.font(weight=Weight.SEMIBOLD))
        colour = QColor(f"#{self._colour.removeprefix('#')}") if self._colour else None
        left, right = self.rect(), self.rect()
        left.setWidth(self.width() // 2)
        right.setLeft(left.right() + 1)
        white = QColor("white")
        for half, ground, words in ((left, colour, white), (right, white, colour)):
            painter.fillRect(half, ground or look.color("surface"))
            if colour is not None:
                painter.setPen(words or white)
                painter.drawText(half, Qt.AlignmentFlag.AlignCenter, _SAMPLE)
        painter.setPen(look.color("edge"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


def contrast_words(ratio: float | None) -> str:
    """Return what the contrast with white is, and whether that is enough for text."""
    if ratio is None:
        return "Write it as # and six digits, such as #12344D."
    enough = "enough for text" if ratio >= READABLE else f"too little: text needs {READABLE}"
    return f"Contrast with white {ratio:.1f} to 1, {enough}"
