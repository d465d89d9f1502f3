"""The 15 days of an example, drawn with the milestones of a timetable on their days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from sgdesk.domain.timetables import STANDARD, Timetable
from sgdesk.errors import UserError
from sgdesk.ui.dialogs.date_fields import make_date_field
from sgdesk.ui.pages.settings_timetable_words import example_of
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.fields import FieldRow
from sgdesk.ui.widgets.messages import MessageLine
from sgdesk.ui.widgets.timetable_strip import TimetableStrip

if TYPE_CHECKING:
    from sgdesk.ui.context import AppContext

_HINT = "Any date shows where the milestones fall; it is not kept."


class ExampleCard(Card):
    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._timetable = STANDARD
        self.date_field = make_date_field(context)
        self.strip = TimetableStrip()
        self.message = MessageLine()
        row = FieldRow("Example: a serious incident is notified on", self.date_field, hint=_HINT)
        row.setMaximumWidth(self.date_field.sizeHint().width() * 2)
        for part in (row, self.message, self.strip):
            self.body.addWidget(part)
        self.date_field.set_value(context.today())
        self.date_field.value_changed.connect(lambda _day: self._show())

    def show_timetable(self, timetable: Timetable) -> None:
        """Draw another timetable over the days of the example."""
        self._timetable = timetable
        self._show()

    @Slot()
    def _show(self) -> None:
        day = self.date_field.value()
        self.strip.setVisible(False)
        self.message.show_hint("")
        if day is None:
            return
        try:
            example = example_of(self._context.register, self._timetable, day)
        except UserError as error:
            self.message.show_problem(str(error))
        else:
            self.strip.show_timetable(example.days, example.marks)
            self.strip.setVisible(True)
