"""Facts for reading: a muted label, the words beside it, and a quieter line below."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from sgdesk.ui.look.current import current
from sgdesk.ui.look.standings import paint_shape
from sgdesk.ui.widgets.buttons import make_tool
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.layouts import clear

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sgdesk.domain.standings import Standing

_TOP = Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True)
class Fact:
    """What is not recorded has no words and reads "Not recorded", muted."""

    label: str
    words: str
    note: str = ""
    standing: Standing | None = None
    """Draws its mark before the words, which say the standing too."""
    why: str = ""
    """The rule whose working explains the date; a button beside it asks for it."""


class FactList(QWidget):
    """`label_width` is in pixels at the designed text size."""

    why_asked = Signal(str)
    """The rule whose date is to be explained."""

    def __init__(self, *, label_width: int = 150, value_role: str = "") -> None:
        super().__init__()
        self._value_role = value_role
        look = current()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.px(12))
        self._grid.setVerticalSpacing(look.px(8))
        self._grid.setColumnMinimumWidth(0, look.px(label_width))
        self._grid.setColumnStretch(1, 1)

    def set_facts(self, facts: Sequence[Fact]) -> None:
        """Show `facts`, one below the other, instead of those before."""
        clear(self._grid)
        for at, fact in enumerate(facts):
            self._grid.addWidget(make_label(fact.label, "muted", wraps=True), at, 0, _TOP)
            self._grid.addWidget(_value(fact, self._value_role), at, 1, _TOP)
            if fact.why:
                button = make_tool("calendar-clock", f"Why this date? {fact.label}")
                button.clicked.connect(partial(self.why_asked.emit, fact.why))
                self._grid.addWidget(button, at, 2, _TOP)


def _value(fact: Fact, role: str) -> QWidget:
    value = QWidget()
    lines = QVBoxLayout(value)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(0)
    label = make_label(fact.words or "Not recorded", role if fact.words else "muted", wraps=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setAccessibleName(f"{fact.label}: {label.text()}")
    lines.addWidget(label if fact.standing is None else _marked(label, fact.standing))
    if fact.note:
        lines.addWidget(make_label(fact.note, "second", wraps=True))
    return value


def marked_words(words: str, standing: Standing) -> QWidget:
    """Return words that wrap beside the mark of their standing, which they say too."""
    return _marked(make_label(words, wraps=True), standing)


def _marked(label: QLabel, standing: Standing) -> QWidget:
    line = QWidget()
    box = QHBoxLayout(line)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(current().px(6))
    box.addWidget(StandingMark(standing), 0, _TOP)
    box.addWidget(label, 1)
    return line


class StandingMark(QWidget):
    """The shape of a standing alone; the words beside it say the same."""

    def __init__(self, standing: Standing) -> None:
        super().__init__()
        self._standing = standing
        self.setFixedSize(current().px(16), current().px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current()
        size = look.px(16)
        box = QRectF(0, (self.height() - size) / 2, size, size)
        paint_shape(QPainter(self), self._standing, box, look)
