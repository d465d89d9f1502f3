"""The working-day calendar: bank holidays of a year, and the officer's own changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from sgdesk.domain.partnerships import (
    CALENDAR_CHANGE_WORDS,
    CalendarChange,
    CalendarChangeKind,
    check_calendar_change,
)
from sgdesk.errors import Problem, UserError
from sgdesk.ui.dialogs.date_fields import make_date_field
from sgdesk.ui.dialogs.editors import ChoiceCombo
from sgdesk.ui.dialogs.side_by_side import SideBySide
from sgdesk.ui.look.current import current
from sgdesk.ui.models.record_table import RecordTableModel
from sgdesk.ui.pages.settings_columns import CALENDAR_COLUMNS
from sgdesk.ui.pages.settings_form import SettingsForm
from sgdesk.ui.pages.settings_section import SettingsSection
from sgdesk.ui.widgets.buttons import make_button, make_tool
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.messages import MessageLine
from sgdesk.ui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from datetime import date

    from sgdesk.records.settings import CalendarRow
    from sgdesk.services.outcomes import Changes
    from sgdesk.ui.context import AppContext

_NOTE = (
    "Weekends and these days are not counted. Add a day that was proclaimed, such as a state "
    "funeral, or take one out. Every change computes all dates anew at once."
)
_MAY_CHANGE = "Bank holidays after {year} are not announced yet and may change."
_ROWS = 9


class ChangeForm(SettingsForm["CalendarChange | None"]):
    """A day to be added to the calendar or taken out of it."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context, "Change the calendar")
        self.day_field = make_date_field(context)
        self.kind_combo = ChoiceCombo(CALENDAR_CHANGE_WORDS)
        self.name_edit = QLineEdit()
        line = SideBySide()
        line.add(self.add_field("day", "Day", self.day_field), least=190)
        line.add(self.add_field("kind", "What it is", self.kind_combo), stretch=2, least=260)
        line.add(self.add_field("name", "Name", self.name_edit), stretch=2, least=200)
        self.form.addWidget(line)
        self.start()

    def draft(self) -> CalendarChange | None:
        day = self.day_field.value()
        kind, name = self.kind_combo.value(), self.name_edit.text()
        return CalendarChange(day, kind, name) if day else None

    def is_changed(self) -> bool:
        is_begun = bool(self.day_field.value() or self.name_edit.text().strip())
        return is_begun or bool(self.fields.reading_problems())

    def fill(self) -> None:
        self.day_field.set_value(None)
        self.kind_combo.set_value(CalendarChangeKind.ADDED)
        self.name_edit.clear()

    def edited(self, _name: str) -> None:
        """Take the name of the bank holiday that is to be taken out."""
        day = self.day_field.value()
        is_removal = self.kind_combo.value() is CalendarChangeKind.REMOVED
        if day is not None and is_removal and not self.name_edit.text():
            self.name_edit.setText(self._context.register.calendar.bank_holidays.get(day, ""))

    def check(self, draft: CalendarChange | None) -> list[Problem]:
        if draft is None:
            return [Problem("day", "Day: give the day.")]
        holidays = frozenset(self._context.register.calendar.bank_holidays)
        return check_calendar_change(draft, bank_holidays=holidays)

    def store(self, draft: CalendarChange | None) -> Changes:
        from sgdesk.services.settings import save_calendar_change  # noqa: PLC0415 - the mapper

        if draft is None:
            raise UserError("Give the day.")
        return save_calendar_change(self._context.register, draft)


class CalendarSection(SettingsSection):
    def __init__(self, context: AppContext) -> None:
        super().__init__("Calendar", _NOTE)
        self._context = context
        calendar = context.register.calendar
        years = range(calendar.first.year, calendar.last.year + 1)
        self.year_combo = ChoiceCombo({year: str(year) for year in years})
        self.form = ChangeForm(context)
        self.message = MessageLine()
        self._model: RecordTableModel[CalendarRow] = RecordTableModel(CALENDAR_COLUMNS, self)
        self.table = RecordTable(self._model, key=lambda row: (row.day, row.name), row_height=36)
        self.take_back_button = make_button("Take this change back", "undo-2")
        self._build(context.today())
        self._connect()
        self.reload()

    def is_changed(self) -> bool:
        return self.form.is_changed()

    def ask(self) -> None:
        self.form.ask()

    def reload(self) -> None:
        from sgdesk.services.settings import list_calendar  # noqa: PLC0415 - loads the mapper

        year = self.year_combo.value()
        self._model.set_records(list_calendar(self._context.register, year))
        announced = self._context.register.calendar.announced_to.year
        self.message.show_warning(_MAY_CHANGE.format(year=announced) if year > announced else "")
        self._show_choice()

    @Slot()
    def take_back(self) -> None:
        """Take back the officer's own change in the chosen row."""
        row = self.table.chosen_record()
        if row is None or row.change_id is None:
            return
        from sgdesk.services.settings import remove_calendar_change  # noqa: PLC0415 - the mapper

        try:
            self._context.apply(remove_calendar_change(self._context.register, row.change_id))
        except UserError as error:
            self._context.report(error)

    @Slot(object)
    def _on_saved(self, _changes: object) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self, years: int) -> None:
        place = self.year_combo.currentIndex() + years
        if 0 <= place < self.year_combo.count():
            self.year_combo.setCurrentIndex(place)

    @Slot()
    def _show_choice(self) -> None:
        row = self.table.chosen_record()
        self.take_back_button.setEnabled(row is not None and row.change_id is not None)

    def _connect(self) -> None:
        self.year_combo.currentIndexChanged.connect(lambda _place: self.reload())
        self.before_button.clicked.connect(lambda: self._step(-1))
        self.after_button.clicked.connect(lambda: self._step(1))
        self.table.record_chosen.connect(lambda _row: self._show_choice())
        self.take_back_button.clicked.connect(self.take_back)
        self.form.left.connect(self.left)
        self.form.saved.connect(self._on_saved)

    def _build(self, today: date) -> None:
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
        years.addWidget(self.take_back_button)
        self.table.setAccessibleName("Days of the year that are not as others")
        self.table.setMinimumHeight(look.px(36 * _ROWS))
        card = Card(is_bare=True)
        card.body.addWidget(self.table)
        self.body.addLayout(years)
        self.body.addWidget(self.message)
        self.body.addWidget(card)
        self.body.addWidget(make_label("Change a day", "strong"))
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self.set_foot(self.form.foot)
