"""Filter chips: one of several is chosen, each shows how many rows it lets through."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.buttons import set_icon
from sgdesk.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QKeyEvent


class Chip(NamedTuple):
    key: str
    title: str


class FilterChips(QWidget):
    """Exactly one chip is chosen, at first the first. They wrap to a second line when narrow.

    Tab reaches the chosen chip, the arrow keys go from chip to chip.
    """

    chip_chosen = Signal(str)

    def __init__(self, chips: Sequence[Chip], *, name: str = "Filter") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._titles = {chip.key: chip.title for chip in chips}
        self._buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._chosen_key = chips[0].key if chips else ""
        layout = FlowLayout(self, spacing=current().px(8))
        for chip in chips:
            layout.addWidget(self._make_button(chip))
        self._refresh()

    @property
    def chosen_key(self) -> str:
        return self._chosen_key

    def button(self, key: str) -> QPushButton:
        return self._buttons[key]

    def choose(self, key: str) -> None:
        """Choose a chip, as a click on it would; choosing it again emits nothing."""
        if key == self._chosen_key:
            return
        self._chosen_key = key
        self._refresh()
        self.chip_chosen.emit(key)

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Show the number of rows of each chip named in `counts`."""
        for key, count in counts.items():
            self._buttons[key].setText(f"{self._titles[key]} {count}")
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _ARROWS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        keys = list(self._buttons)
        place = (keys.index(self._chosen_key) + step) % len(keys)
        self.choose(keys[place])
        self._buttons[keys[place]].setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_button(self, chip: Chip) -> QPushButton:
        button = _ChipButton(chip.title)
        button.clicked.connect(lambda _=False, key=chip.key: self.choose(key))
        self._group.addButton(button)
        self._buttons[chip.key] = button
        return button

    def _refresh(self) -> None:
        for key, button in self._buttons.items():
            is_chosen = key == self._chosen_key
            button.setChecked(is_chosen)
            button.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if is_chosen else Qt.FocusPolicy.ClickFocus
            )
            if is_chosen:
                set_icon(button, "check")
            else:
                button.setIcon(QIcon())


class _ChipButton(QPushButton):
    """Leaves the arrow keys to the row of chips."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.setProperty("kind", "chip")
        self.setCheckable(True)
        self.setAutoDefault(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)


_ARROWS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
}
