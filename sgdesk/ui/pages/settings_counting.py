"""How working days are counted, with what each reading makes of one example."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from sgdesk.domain.counting import Counting
from sgdesk.domain.dates import long_date
from sgdesk.domain.deadlines import due_date
from sgdesk.domain.editions import edition_on
from sgdesk.domain.rule_packs import RULE_PACKS
from sgdesk.errors import UserError
from sgdesk.ui.dialogs.date_fields import make_date_field
from sgdesk.ui.look.current import current
from sgdesk.ui.pages.settings_profile import FormSectionPage, ProfileForm
from sgdesk.ui.widgets.fields import FieldRow
from sgdesk.ui.widgets.labels import make_label

if TYPE_CHECKING:
    from datetime import date

    from sgdesk.domain.calendar import WorkingCalendar
    from sgdesk.ui.context import AppContext

_RULE = "RR-15"
_TITLES = {
    Counting.DAY_AFTER: "The day after is day 1",
    Counting.DEEMED_NEXT: "A day off counts as the next working day",
    Counting.TRIGGER_IS_DAY_1: "The trigger day is day 1",
}
_MEANINGS = {
    Counting.DAY_AFTER: "The trigger day is day 0, whatever day it is; the next working day is "
    "day 1.",
    Counting.DEEMED_NEXT: "What comes on a weekend or bank holiday is taken as received on the "
    "next working day, which is day 0.",
    Counting.TRIGGER_IS_DAY_1: "The trigger day itself is counted, if it is a working day.",
}
_NOTE = (
    "Statute does not say which day is day 1 of a period of working days. Choose what your "
    "partnership has agreed; every report prints it. Saving computes all dates anew at once."
)


class CountingChoice(QWidget):
    """Three radio buttons, each with its example under it."""

    value_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        look = current()
        self.buttons: dict[Counting, QRadioButton] = {}
        self.examples = {counting: make_label("", "second", wraps=True) for counting in Counting}
        self._group = QButtonGroup(self)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(look.px(4))
        for counting, title in _TITLES.items():
            button = QRadioButton(title)
            button.toggled.connect(self._on_toggled)
            self._group.addButton(button)
            self.buttons[counting] = button
            lines.addWidget(button)
            meaning = make_label(_MEANINGS[counting], wraps=True)
            for label in (meaning, self.examples[counting]):
                label.setContentsMargins(look.px(28), 0, 0, 0)
                lines.addWidget(label)
            lines.addSpacing(look.px(8))

    def value(self) -> Counting:
        """Return the chosen reading."""
        return next(one for one, button in self.buttons.items() if button.isChecked())

    def set_value(self, counting: Counting) -> None:
        self.buttons[counting].setChecked(True)

    def set_example(self, counting: Counting, words: str) -> None:
        """Show what a reading makes of the example."""
        self.examples[counting].setText(words)
        self.buttons[counting].setAccessibleDescription(f"{_MEANINGS[counting]} {words}")

    @Slot(bool)
    def _on_toggled(self, is_on: bool) -> None:  # noqa: FBT001 - Qt's signature
        if is_on:
            self.value_changed.emit(self.value())


class CountingForm(ProfileForm):
    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self.choice = CountingChoice()
        self.example_field = make_date_field(context)
        row = FieldRow(
            "Example: a serious incident is notified on",
            self.example_field,
            hint="Any date shows what the three readings make of it; it is not kept.",
        )
        self.form.addWidget(self.add_field("counting", "Day 1 of a period", self.choice))
        self.form.addWidget(row)
        self.example_field.value_changed.connect(lambda _day: self._show_examples())
        self.choice.set_value(Counting.DAY_AFTER)
        self.example_field.set_value(day_off_before(context.today(), context.register.calendar))
        self.start()

    def kept_way(self) -> str:
        return "Counting"

    def changes(self) -> dict[str, Any]:
        return {"counting": self.choice.value()}

    def fill(self) -> None:
        self.choice.set_value(self._context.register.profile.counting)
        self._show_examples()

    def _show_examples(self) -> None:
        day = self.example_field.value()
        for counting in Counting:
            words = self._example(counting, day) if day else "Give an example date below."
            self.choice.set_example(counting, words)

    def _example(self, counting: Counting, day: date) -> str:
        rule = RULE_PACKS[edition_on(day)][_RULE]
        try:
            due = due_date(rule, day, self._context.register.calendar, counting)
        except UserError as error:
            return str(error)
        ends = long_date(due) if due else "no date"
        return f"Notified {long_date(day)}: day {rule.count} of the Rapid Review is {ends}"


def day_off_before(today: date, calendar: WorkingCalendar) -> date:
    """Return the last day off before `today`: on such a day the three readings differ."""
    day = today
    while calendar.is_working_day(day):
        day = type(day).fromordinal(day.toordinal() - 1)
    return day


def counting_section(context: AppContext) -> FormSectionPage:
    """Return the section on how working days are counted."""
    return FormSectionPage("Counting", _NOTE, CountingForm(context))
