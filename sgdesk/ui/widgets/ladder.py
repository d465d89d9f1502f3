"""The steps that were taken one after another, and the one that comes next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from sgdesk.ui.look.current import current
from sgdesk.ui.look.standings import paint_shape
from sgdesk.ui.widgets.flow_layout import FlowLayout
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.layouts import clear

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sgdesk.domain.standings import Standing


@dataclass(frozen=True, slots=True)
class Rung:
    title: str
    note: str
    standing: Standing
    """Whose shape stands before the words."""


class LadderView(QWidget):
    """Rungs from above to below; each is a shape, words and a quieter note under them.

    With `is_row` they stand side by side, in as many lines as the width needs.
    """

    def __init__(self, name: str, *, is_row: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._rungs: tuple[Rung, ...] = ()
        look = current()
        self._box: QLayout = FlowLayout(spacing=look.px(24)) if is_row else QVBoxLayout()
        if not is_row:
            self._box.setSpacing(look.px(8))
        self._box.setContentsMargins(0, 0, 0, 0)
        self.setLayout(self._box)

    def rungs(self) -> tuple[Rung, ...]:
        return self._rungs

    def set_rungs(self, rungs: Sequence[Rung]) -> None:
        """Show `rungs` instead of those before."""
        self._rungs = tuple(rungs)
        clear(self._box)
        for rung in self._rungs:
            self._box.addWidget(_rung(rung))
        self.setAccessibleDescription(
            ". ".join(f"{rung.title}: {rung.note}" for rung in self._rungs)
        )


def _rung(rung: Rung) -> QWidget:
    look = current()
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(make_label(rung.title, "strong"))
    words.addWidget(make_label(rung.note, "second"))
    shown = QWidget()
    line = QHBoxLayout(shown)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(look.px(8))
    line.addWidget(_Shape(rung.standing), 0, Qt.AlignmentFlag.AlignTop)
    line.addLayout(words, 1)
    return shown


class _Shape(QWidget):
    def __init__(self, standing: Standing) -> None:
        super().__init__()
        self._standing = standing
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        look = current()
        return QSize(look.px(16), look.px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current()
        side = look.px(16)
        paint_shape(QPainter(self), self._standing, QRectF(0, look.px(3), side, side), look)
