"""An editor for a date that may be approximate, a month, a year, a period, or not known."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from sgdesk.domain.dates import PRECISION_WORDS, Precision, UncertainDate, full_date
from sgdesk.ui.dialogs.date_fields import make_date_field
from sgdesk.ui.dialogs.editors import ChoiceCombo
from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.messages import MessageLine

if TYPE_CHECKING:
    from sgdesk.ui.context import AppContext

_MONTH_WORDS: dict[int | None, str] = {
    None: "Month",
    **{number: full_date(date(2000, number, 1)).split()[1] for number in range(1, 13)},
}
_DAYS = {Precision.EXACT, Precision.APPROXIMATE, Precision.PERIOD}
_YEARS = {Precision.MONTH, Precision.YEAR}
_DATED = _DAYS | _YEARS
_YEAR_PROBLEM = "Type the year in four digits, as in 2026."
_YEAR_DIGITS = 4


class UncertainDateField(QWidget):
    """Asks how sure the date is, and then for as much of it as is known."""

    value_changed = Signal(object)

    def __init__(self, context: AppContext, name: str) -> None:
        super().__init__()
        self.precision_combo = ChoiceCombo(PRECISION_WORDS)
        self.start_field = make_date_field(context)
        self.end_field = make_date_field(context)
        self.month_combo = ChoiceCombo(_MONTH_WORDS)
        self.year_edit = QLineEdit()
        self.message = MessageLine()
        self._to_label = make_label("to", "second")
        self._build(name)
        self._show_parts()

    def value(self) -> UncertainDate:
        """Return what is known. Parts that cannot be read count as missing."""
        precision = self.precision_combo.value()
        if precision in _YEARS:
            return UncertainDate(precision, self._first_day(precision))
        if precision is Precision.PERIOD:
            return UncertainDate(precision, self.start_field.value(), self.end_field.value())
        return UncertainDate(precision, self.start_field.value() if precision in _DAYS else None)

    def set_value(self, value: UncertainDate) -> None:
        """Show `value`, without emitting `value_changed`."""
        day = value.start
        is_day, is_year = value.precision in _DAYS, value.precision in _YEARS
        with QSignalBlocker(self):
            self.precision_combo.set_value(value.precision)
            self.start_field.set_value(day if is_day else None)
            self.end_field.set_value(value.end)
            is_month = value.precision is Precision.MONTH
            self.month_combo.set_value(day.month if day and is_month else None)
            self.year_edit.setText(str(day.year) if day and is_year else "")
        self._show_parts()

    def is_sound(self) -> bool:
        return not self.problem()

    def problem(self) -> str:
        """Return why what is typed cannot be read, or an empty string."""
        precision = self.precision_combo.value()
        if precision in _YEARS:
            return "" if self._year() or not self.year_edit.text().strip() else _YEAR_PROBLEM
        if precision is Precision.PERIOD:
            return self.start_field.problem() or self.end_field.problem()
        return self.start_field.problem() if precision in _DAYS else ""

    def settle(self) -> None:
        """Show in words what cannot be read."""
        self.start_field.settle()
        self.end_field.settle()
        in_years = self.precision_combo.value() in _YEARS
        self.message.show_problem(self.problem() if in_years else "")

    @Slot()
    def _on_precision_changed(self) -> None:
        """Carry over what is known already; a day is never made up."""
        day = self.start_field.value()
        if self.precision_combo.value() in _YEARS and day and not self.year_edit.text():
            self.month_combo.set_value(day.month)
            self.year_edit.setText(str(day.year))
        self._show_parts()
        self._on_part_changed()

    @Slot()
    def _on_part_changed(self) -> None:
        self.value_changed.emit(self.value())

    def _year(self) -> int | None:
        text = self.year_edit.text().strip()
        is_year = text.isascii() and text.isdigit() and len(text) == _YEAR_DIGITS
        return int(text) or None if is_year else None

    def _first_day(self, precision: Precision) -> date | None:
        year = self._year()
        month = self.month_combo.value() if precision is Precision.MONTH else 1
        return date(year, month, 1) if year and month else None

    def _show_parts(self) -> None:
        precision = self.precision_combo.value()
        self.start_field.setVisible(precision in _DAYS)
        for part in (self._to_label, self.end_field):
            part.setVisible(precision is Precision.PERIOD)
        self.month_combo.setVisible(precision is Precision.MONTH)
        self.year_edit.setVisible(precision in _YEARS)
        self._filler.setVisible(precision not in _DATED)
        self.message.show_problem("")

    def _build(self, name: str) -> None:
        look = current()
        self.start_field.set_name(f"{name}, date")
        self.end_field.set_name(f"{name}, last day")
        self.month_combo.setAccessibleName(f"{name}, month")
        self.year_edit.setAccessibleName(f"{name}, year")
        self.year_edit.setPlaceholderText("Year")
        self.setFocusProxy(self.precision_combo)
        self._filler = QWidget()
        line = QHBoxLayout()
        line.setSpacing(look.px(8))
        line.addWidget(self.precision_combo, 2)
        for part, stretch in (
            (self.start_field, 3),
            (self._to_label, 0),
            (self.end_field, 3),
            (self.month_combo, 2),
            (self.year_edit, 1),
            (self._filler, 3),
        ):
            line.addWidget(part, stretch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(4))
        layout.addLayout(line)
        layout.addWidget(self.message)
        self.precision_combo.currentIndexChanged.connect(self._on_precision_changed)
        self.start_field.value_changed.connect(self._on_part_changed)
        self.end_field.value_changed.connect(self._on_part_changed)
        self.month_combo.currentIndexChanged.connect(self._on_part_changed)
        self.year_edit.textChanged.connect(self._on_part_changed)
        self.year_edit.editingFinished.connect(self.settle)
