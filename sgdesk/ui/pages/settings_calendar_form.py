"""The form of one change of the calendar: a day added, taken out, or noted as closed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLineEdit

from sgdesk.domain.partnerships import CALENDAR_CHANGE_WORDS, CalendarChange, CalendarChangeKind
from sgdesk.errors import Problem, UserError
from sgdesk.ui.dialogs.date_fields import make_date_field
from sgdesk.ui.dialogs.editors import ChoiceCombo
from sgdesk.ui.dialogs.side_by_side import SideBySide
from sgdesk.ui.pages.settings_form import SettingsForm
from sgdesk.ui.widgets.labels import make_label

if TYPE_CHECKING:
    from datetime import date

    from sgdesk.records.settings import CalendarRow
    from sgdesk.services.outcomes import Changes
    from sgdesk.ui.context import AppContext

_NEW, _OLD = "Change a day", "Edit “{name}”"
_HINTS = {
    CalendarChangeKind.ADDED: "Such as a state funeral. The day is not counted any more.",
    CalendarChangeKind.REMOVED: "Such as a bank holiday that was moved. The day counts.",
    CalendarChangeKind.CLOSURE: "A note beside dates. The day still counts.",
}


class ChangeForm(SettingsForm["CalendarChange | None"]):
    """Edits the change of `row`, or a new one while that is None."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context, "Change the calendar")
        self.row: CalendarRow | None = None
        self._day: date | None = None
        self.title_label = make_label(_NEW, "strong")
        self.day_field = make_date_field(context)
        self.kind_combo = ChoiceCombo(CALENDAR_CHANGE_WORDS)
        self.name_edit = QLineEdit()
        line = SideBySide()
        line.add(self.add_field("day", "Day", self.day_field), least=190)
        line.add(self.add_field("kind", "What it is", self.kind_combo), stretch=2, least=260)
        line.add(self.add_field("name", "Name or reason", self.name_edit), stretch=2, least=200)
        self.form.addWidget(self.title_label)
        self.form.addWidget(line)
        self.start()

    def edit(self, row: CalendarRow) -> None:
        """Show a change that is held; what was typed must be saved or given up before."""
        self.row, self._day = row, None
        self.start()
        self.name_edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self, day: date | None) -> None:
        """Begin a new change, of `day` if it is given: taking out what is a bank holiday."""
        self.row, self._day = None, day
        self.start()
        if day is not None:
            is_holiday = day in self._context.register.calendar.bank_holidays
            if is_holiday:
                self.kind_combo.set_value(CalendarChangeKind.REMOVED)
            self.name_edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def kept_way(self) -> str:
        return f"Calendar:{self.row.day.isoformat() if self.row else ''}"

    def draft(self) -> CalendarChange | None:
        day = self.day_field.value()
        kind, name = self.kind_combo.value(), self.name_edit.text()
        return CalendarChange(day, kind, name) if day else None

    def is_changed(self) -> bool:
        if self.row is not None:
            return super().is_changed()
        is_begun = bool(self.day_field.value() or self.name_edit.text().strip())
        return is_begun or bool(self.fields.reading_problems())

    def fill(self) -> None:
        held = self.row.change if self.row else None
        self.day_field.set_value(held.day if held else self._day)
        self.kind_combo.set_value(held.kind if held else CalendarChangeKind.ADDED)
        self.name_edit.setText(held.name if held else "")
        self.title_label.setText(_OLD.format(name=held.name) if held else _NEW)
        self._show_hint()

    def edited(self, _name: str) -> None:
        """Take the name of the bank holiday that is to be taken out."""
        day = self.day_field.value()
        is_removal = self.kind_combo.value() is CalendarChangeKind.REMOVED
        if day is not None and is_removal and not self.name_edit.text():
            self.name_edit.setText(self._context.register.calendar.bank_holidays.get(day, ""))
        self._show_hint()

    def check(self, draft: CalendarChange | None) -> list[Problem]:
        from sgdesk.services.settings import calendar_problems  # noqa: PLC0415 - the mapper

        if draft is None:
            return [Problem("day", "Day: give the day.")]
        change_id = self.row.change_id if self.row else None
        found = calendar_problems(self._context.register, draft, change_id)
        return [_with_title(one) for one in found]

    def store(self, draft: CalendarChange | None) -> Changes:
        from sgdesk.services.settings import save_calendar_change  # noqa: PLC0415 - the mapper

        if draft is None:
            raise UserError("Give the day.")
        change_id = self.row.change_id if self.row else None
        changes = save_calendar_change(self._context.register, draft, change_id)
        self.row = self._day = None
        return changes

    @Slot()
    def _on_discarded(self) -> None:
        """Nothing is being edited any more."""
        self.row = self._day = None
        super()._on_discarded()

    def _show_hint(self) -> None:
        self.fields.row("kind").set_hint(_HINTS[self.kind_combo.value()])


def _with_title(problem: Problem) -> Problem:
    """The panel over the form names the field already."""
    return replace(problem, message=problem.message.removeprefix("Name: "))
