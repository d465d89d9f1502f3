"""The working-day calendar: a year at a glance, its days off, and the officer's own changes."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sgdesk.domain.partnerships import CalendarChangeKind
from sgdesk.services.calendar_years import closures_to_copy, copy_closures
from sgdesk.ui.dialogs.editors import ChoiceCombo
from sgdesk.ui.dialogs.moving_dates import save_asking, save_for_all_cases
from sgdesk.ui.dialogs.side_by_side import SideBySide
from sgdesk.ui.look.current import current
from sgdesk.ui.models.record_table import RecordTableModel
from sgdesk.ui.pages.settings_calendar_form import ChangeForm
from sgdesk.ui.pages.settings_calendar_years import KnownYearsLine
from sgdesk.ui.pages.settings_columns import CALENDAR_COLUMNS
from sgdesk.ui.pages.settings_section import SettingsSection
from sgdesk.ui.widgets.buttons import make_button, make_tool
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.flow_layout import FlowLayout
from sgdesk.ui.widgets.messages import MessageLine
from sgdesk.ui.widgets.record_table import RecordTable
from sgdesk.ui.widgets.year_glance import YearGlance
from sgdesk.ui.widgets.year_marks import MarkedDay, YearLegend, YearMark

if TYPE_CHECKING:
    from sgdesk.records.settings import CalendarRow
    from sgdesk.ui.context import AppContext

_NOTE = (
    "Weekends and bank holidays are not counted. Add a day that was proclaimed, such as a state "
    "funeral, take one out, or note days on which the office is closed. What a change moves is "
    "shown before it is saved."
)
_MAY_CHANGE = "Bank holidays after {year} are not announced yet and may change."
_ROWS = 9
_MARKS = {
    CalendarChangeKind.ADDED: YearMark.HOLIDAY,
    CalendarChangeKind.REMOVED: YearMark.REMOVED,
    CalendarChangeKind.CLOSURE: YearMark.CLOSURE,
}


class CalendarSection(SettingsSection):
    def __init__(self, context: AppContext) -> None:
        super().__init__("Calendar", _NOTE, is_wide=True)
        self._context = context
        self._wanted: date | None = None
        calendar = context.register.calendar
        years = range(calendar.first.year, calendar.last.year + 1)
        self.known = KnownYearsLine(context)
        self.year_combo = ChoiceCombo({year: str(year) for year in years})
        self.form = ChangeForm(context)
        self.message = MessageLine()
        self.glance = YearGlance()
        self._model: RecordTableModel[CalendarRow] = RecordTableModel(CALENDAR_COLUMNS, self)
        self.table = RecordTable(self._model, key=lambda row: (row.day, row.name), row_height=36)
        self.edit_button = make_button("Edit this change", "pencil")
        self.take_back_button = make_button("Take it back", "undo-2")
        self.copy_button = make_button("", "copy")
        self._build(context.today())
        self._connect()
        self.reload()
        self.glance.choose(context.today())

    def is_changed(self) -> bool:
        return self.form.is_changed()

    def ask(self) -> None:
        self._wanted = None
        self.form.ask()

    def reload(self) -> None:
        from sgdesk.services.settings import list_calendar  # noqa: PLC0415 - loads the mapper

        register, year = self._context.register, self.year_combo.value()
        rows = list_calendar(register, year)
        with QSignalBlocker(self.table):
            self._model.set_records(rows)
        self.glance.show_year(year, {row.day: _marked(row) for row in rows})
        self._on_day_chosen(self.glance.day)
        announced = register.calendar.announced_to.year
        self.message.show_warning(_MAY_CHANGE.format(year=announced) if year > announced else "")
        offered = len(closures_to_copy(register, year))
        closures = "1 closure" if offered == 1 else f"{offered} closures"
        self.copy_button.setText(f"Take over {closures} of {year - 1}")
        self.copy_button.setVisible(bool(offered))
        self.known.reload()
        self._show_choice()

    @Slot()
    def take_back(self) -> None:
        """Take back the officer's own change in the chosen row."""
        row = self._own_row()
        if row is not None and row.change_id is not None:
            from sgdesk.services.settings import (  # noqa: PLC0415 - the mapper
                remove_calendar_change,
            )

            remove = partial(remove_calendar_change, self._context.register, row.change_id)
            save_for_all_cases(self._context, remove, self)

    @Slot()
    def edit(self) -> None:
        """Open the officer's own change in the chosen row for correction."""
        row = self._own_row()
        if row is not None:
            self.open_day(row.day)

    def open_again(self, which: str) -> None:
        if which:
            day = date.fromisoformat(which)
            self.show_year(day.year)
            self.open_day(day)

    @Slot(object)
    def open_day(self, day: date) -> None:
        """Edit the change of a day, or begin one, unless something typed is to be settled first."""
        if self.form.is_changed():
            self._wanted = day
            self.form.ask()
            return
        row = next((row for row in self._model.records() if row.day == day and row.change), None)
        if row is not None:
            self.form.edit(row)
        else:
            self.form.begin(day)

    @Slot(int)
    def show_year(self, year: int) -> None:
        """Show the days of another year."""
        self.year_combo.set_value(year)

    @Slot()
    def copy_closures(self) -> None:
        """Note the closures of the year before in the year on show."""
        year = self.year_combo.value()
        save_asking(self._context, partial(copy_closures, self._context.register, year), self)

    @Slot()
    def _on_left(self) -> None:
        day, self._wanted = self._wanted, None
        if day is None:
            self.left.emit()
        else:
            self.open_day(day)

    @Slot(object)
    def _on_saved(self, _changes: object) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_day_chosen(self, day: date) -> None:
        """Let the table point at what the day under the ring is."""
        row = next((row for row in self._model.records() if row.day == day), None)
        if row is not None:
            self.table.choose((row.day, row.name))

    def _own_row(self) -> CalendarRow | None:
        row: CalendarRow | None = self.table.chosen_record()
        return row if row is not None and row.change is not None else None

    def _step(self, years: int) -> None:
        place = self.year_combo.currentIndex() + years
        if 0 <= place < self.year_combo.count():
            self.year_combo.setCurrentIndex(place)

    @Slot()
    def _show_choice(self) -> None:
        is_own = self._own_row() is not None
        self.edit_button.setEnabled(is_own)
        self.take_back_button.setEnabled(is_own)

    @Slot(object)
    def _on_row_chosen(self, row: CalendarRow | None) -> None:
        if row is not None:
            self.glance.choose(row.day)
        self._show_choice()

    def _connect(self) -> None:
        self.year_combo.currentIndexChanged.connect(lambda _place: self.reload())
        self.before_button.clicked.connect(lambda: self._step(-1))
        self.after_button.clicked.connect(lambda: self._step(1))
        self.known.year_asked.connect(self.show_year)
        self.table.record_chosen.connect(self._on_row_chosen)
        self.table.record_opened.connect(lambda row: self.open_day(row.day))
        self.glance.day_chosen.connect(self._on_day_chosen)
        self.glance.day_opened.connect(self.open_day)
        self.edit_button.clicked.connect(self.edit)
        self.take_back_button.clicked.connect(self.take_back)
        self.copy_button.clicked.connect(self.copy_closures)
        self.form.left.connect(self._on_left)
        self.form.saved.connect(self._on_saved)

    def _build(self, today: date) -> None:
        self.table.setAccessibleName("Days of the year that are not as others")
        self.table.setMinimumHeight(current().px(36 * _ROWS))
        card = Card(is_bare=True)
        card.body.addWidget(self.table)
        days = QWidget()
        lines = QVBoxLayout(days)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(current().px(8))
        lines.addWidget(card)
        lines.addWidget(self._tools())
        lines.addStretch(1)
        year = QWidget()
        column = QVBoxLayout(year)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(12))
        column.addWidget(self.glance)
        column.addWidget(YearLegend())
        column.addStretch(1)
        both = SideBySide(gap=24)
        both.add(days, least=400)
        both.add(year, least=446)
        self.body.addWidget(self.known)
        self.body.addWidget(self.form)
        self.body.addLayout(self._years(today))
        self.body.addWidget(self.message)
        self.body.addWidget(both)
        self.body.addStretch(1)
        self.set_foot(self.form.foot)

    def _tools(self) -> QWidget:
        tools = QWidget()
        flow = FlowLayout(tools, spacing=current().px(8))
        for button in (self.edit_button, self.take_back_button, self.copy_button):
            flow.addWidget(button)
        return tools

    def _years(self, today: date) -> QHBoxLayout:
        look = current()
        self.year_combo.set_value(today.year)
        self.year_combo.setAccessibleName("Year")
        self.year_combo.setMaximumWidth(look.px(110))
        self.before_button = make_tool("chevron-left", "Year before")
        self.after_button = make_tool("chevron-right", "Year after")
        years = QHBoxLayout()
        years.setSpacing(look.px(4))
        for widget in (self.before_button, self.year_combo, self.after_button):
            years.addWidget(widget)
        years.addStretch(1)
        return years


def _marked(row: CalendarRow) -> MarkedDay:
    return MarkedDay(_MARKS[row.change.kind] if row.change else YearMark.HOLIDAY, row.name)
