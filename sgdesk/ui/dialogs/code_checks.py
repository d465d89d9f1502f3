"""Any number of a few choices, each with a box to tick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from sgdesk.ui.look.current import current

if TYPE_CHECKING:
    from collections.abc import Mapping


class CodeChecks(QWidget):
    """Holds the keys of what is ticked; a key that it does not know stays as it was."""

    value_changed = Signal(object)

    def __init__(self, words: Mapping[str, str]) -> None:
        super().__init__()
        self._others: tuple[str, ...] = ()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(current().px(4))
        self.boxes = {code: QCheckBox(text) for code, text in words.items()}
        for box in self.boxes.values():
            box.toggled.connect(lambda _is_on: self.value_changed.emit(self.value()))
            lines.addWidget(box)
        if self.boxes:
            self.setFocusProxy(next(iter(self.boxes.values())))

    def value(self) -> tuple[str, ...]:
        """Return the ticked keys in the order of the boxes."""
        ticked = tuple(code for code, box in self.boxes.items() if box.isChecked())
        return ticked + self._others

    def set_value(self, codes: tuple[str, ...]) -> None:
        """Tick `codes` and no other."""
        self._others = tuple(code for code in codes if code not in self.boxes)
        for code, box in self.boxes.items():
            box.setChecked(code in codes)
