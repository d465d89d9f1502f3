"""A field for one date, typed as people write dates and shown as "Wed 3 Jun 2026"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sgdesk.domain.date_entry import DateReading
from sgdesk.domain.dates import long_date
from sgdesk.ui.look.current import current
from sgdesk.ui.look.stylesheet import restyle
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.calendar_days import CalendarMarks
from sgdesk.ui.widgets.calendar_popup import CalendarPopup
from sgdesk.ui.widgets.date_edit import DateEdit
from sgdesk.ui.widgets.layouts import clear
from sgdesk.ui.widgets.messages import MessageLine

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

_HOW = (
    "Type a date, t for today or +5wd for five working days. "
    "Plus and minus move a working day, Alt+Down opens the calendar."
)


class DateField(QWidget):
    """Keeps what was typed until it can be read; guesses nothing and asks instead.

    `read` turns typed text into a date, a question or a problem. `step` moves a date by
    working days. `marks` is asked for the calendar's marks each time it opens.
    """

    value_changed = Signal(object)
    """The date now held, or None; also while typing, as soon as the text reads as a date."""

    def __init__(
        self,
        read: Callable[[str], DateReading],
        *,
        step: Callable[[date, int], date] | None = None,
        marks: Callable[[], CalendarMarks] | None = None,
        name: str = "",
    ) -> None:
        super().__init__()
        self._read = read
        self._step = step
        self._marks = marks or CalendarMarks
        self._reading = DateReading()
        self._said = DateReading()
        self._is_marked = False
        self.line_edit = DateEdit(self._hold_for_answer)
        self.message = MessageLine()
        self._choices = QVBoxLayout()
        self._build()
        self.set_name(name)

    def value(self) -> date | None:
        """Return the date, or None while the field is empty or cannot be read."""
        return self._reading.value

    def set_value(self, value: date | None) -> None:
        """Show `value`, without emitting `value_changed`."""
        self._reading = DateReading(value)
        self._show_reading()

    def is_sound(self) -> bool:
        """Tell whether the field is empty or holds a date."""
        return not self.problem()

    def problem(self) -> str:
        """Return why what is typed is no date yet, or an empty string."""
        return self._reading.problem or self._reading.question

    def set_name(self, name: str) -> None:
        """Tell screen readers what the date is."""
        self.line_edit.setAccessibleName(name)

    @Slot()
    def settle(self) -> None:
        """Read what is typed, and show the whole date, the question or the problem."""
        if not self.line_edit.is_untouched():
            self._take(self._read(self.line_edit.text()))
        self._show_reading()

    @Slot()
    def open_calendar(self) -> None:
        """Open the calendar at the date held, or at today."""
        day = self._reading.value or self._read("today").value
        if day is None:
            return
        popup = CalendarPopup(self._marks(), self)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.day_chosen.connect(self._on_day_chosen)
        popup.open_below(self.line_edit, day)

    @Slot(str)
    def _on_text_edited(self, text: str) -> None:
        self._take(self._read(text))
        value = self._reading.value
        self.line_edit.set_echo(long_date(value) if value is not None else "")
        self._show_message(DateReading())

    @Slot(int)
    def _on_step_asked(self, count: int) -> None:
        value = self._reading.value
        if value is not None and self._step is not None:
            self._on_day_chosen(self._step(value, count))

    @Slot(object)
    def _on_day_chosen(self, day: date) -> None:
        self._take(DateReading(day))
        self._show_reading()
        self.line_edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line_edit.selectAll()

    def _take(self, reading: DateReading) -> None:
        before, self._reading = self._reading.value, reading
        if reading.value != before:
            self.value_changed.emit(reading.value)

    def _hold_for_answer(self) -> bool:
        self.settle()
        first = self._choices.itemAt(0)
        button = first.widget() if first is not None else None
        if button is None:
            return False
        button.show()
        button.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _show_reading(self) -> None:
        value = self._reading.value
        if self.is_sound():
            self.line_edit.show_text(long_date(value) if value is not None else "")
        self._show_message(self._reading)

    def _show_message(self, reading: DateReading) -> None:
        if reading == self._said:
            return
        self._said = reading
        if reading.problem:
            self.message.show_problem(reading.problem)
        else:
            self.message.show_question(reading.question)
        self._mark(reading.problem or reading.question)
        clear(self._choices)
        for words, day in reading.choices:
            button = make_button(words)
            button.clicked.connect(lambda _=False, day=day: self._on_day_chosen(day))
            self._choices.addWidget(button)

    def _mark(self, text: str) -> None:
        # What a form says about a sound date stays as it is.
        if text or self._is_marked:
            restyle(self.line_edit, state="problem" if text else "")
            self.line_edit.setAccessibleDescription(text or _HOW)
        self._is_marked = bool(text)

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().px(4))
        layout.addWidget(self.line_edit)
        layout.addWidget(self.message)
        layout.addLayout(self._choices)
        self.setFocusProxy(self.line_edit)
        self.line_edit.setPlaceholderText("day/month/year")
        self.line_edit.setAccessibleDescription(_HOW)
        self.line_edit.textEdited.connect(self._on_text_edited)
        self.line_edit.editingFinished.connect(self.settle)
        self.line_edit.calendar_asked.connect(self.open_calendar)
        self.line_edit.step_asked.connect(self._on_step_asked)
