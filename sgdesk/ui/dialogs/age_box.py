"""An editor for an age as it was told: a number and its unit, unborn, or not stated."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sgdesk.domain.people import Age, AgeUnit
from sgdesk.ui.dialogs.editors import ChoiceCombo, CountBox
from sgdesk.ui.look.current import current

_UNIT_WORDS: dict[AgeUnit | None, str] = {
    None: "Not stated",
    **{unit: unit.value for unit in AgeUnit},
}
_MOST = 999


class AgeBox(QWidget):
    """The number is shown only for units that are counted."""

    value_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.count_box = CountBox(_MOST)
        self.unit_combo = ChoiceCombo(_UNIT_WORDS)
        self.count_box.setAccessibleName("Age, number")
        self.unit_combo.setAccessibleName("Age, unit")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(current().px(8))
        line.addWidget(self.count_box, 1)
        line.addWidget(self.unit_combo, 2)
        self.setFocusProxy(self.unit_combo)
        self.count_box.valueChanged.connect(self._on_changed)
        self.unit_combo.currentIndexChanged.connect(self._on_changed)
        self._show_count()

    def value(self) -> Age | None:
        """Return the age, or None where it is not stated."""
        unit = self.unit_combo.value()
        if unit is None:
            return None
        return Age(0 if unit is AgeUnit.UNBORN else self.count_box.value(), unit)

    def set_value(self, age: Age | None) -> None:
        """Show `age`, without emitting `value_changed`."""
        with QSignalBlocker(self):
            self.unit_combo.set_value(age.unit if age else None)
            self.count_box.setValue(age.count if age else 0)
        self._show_count()

    @Slot()
    def _on_changed(self) -> None:
        self._show_count()
        self.value_changed.emit(self.value())

    def _show_count(self) -> None:
        self.count_box.setVisible(self.unit_combo.value() not in (None, AgeUnit.UNBORN))
