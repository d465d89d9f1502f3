"""Tests of the date field and its calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QDate, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from sgdesk.domain.date_entry import DateReading
from sgdesk.ui.look.palette import LIGHT
from sgdesk.ui.widgets.calendar_days import CalendarMarks, MarkedCalendar, paint_day
from sgdesk.ui.widgets.calendar_popup import CalendarPopup
from sgdesk.ui.widgets.date_field import DateField
from sgdesk.ui.widgets.labels import make_label

TODAY = date(2026, 11, 23)
READINGS = {
    "": DateReading(),
    "today": DateReading(TODAY),
    "t": DateReading(TODAY),
    "3/6/2026": DateReading(date(2026, 6, 3)),
    "3/6/26": DateReading(
        question="Which year is 26?",
        choices=(("3 June 2026", date(2026, 6, 3)), ("3 June 1926", date(1926, 6, 3))),
    ),
}
MARKS = CalendarMarks(
    {date(2026, 12, 25): "Christmas Day", date(2026, 12, 28): "Boxing Day (substitute)"},
    due=date(2026, 12, 1),
    due_words="Day 15",
)


def read(text: str) -> DateReading:
    return READINGS.get(text, DateReading(problem="This cannot be read as a date."))


def step(day: date, count: int) -> date:
    return day + timedelta(days=count)


@pytest.fixture
def window(qtbot):
    """Give a shown window with a date field and a field after it."""
    made = QWidget()
    qtbot.addWidget(made)
    made.field = DateField(read, step=step, marks=lambda: MARKS, name="Meeting date")
    made.after = QPushButton("After")
    layout = QVBoxLayout(made)
    layout.addWidget(made.field)
    layout.addWidget(made.after)
    made.show()
    made.field.setFocus()
    QTest.qWaitForWindowActive(made)
    return made


def _type(field: DateField, text: str) -> None:
    QTest.keyClicks(field.line_edit, text)


def _choices(field: DateField) -> list[QPushButton]:
    return field.findChildren(QPushButton)


def test_a_typed_date_is_held_at_once_and_shown_whole_when_left(window, qtbot):
    with qtbot.waitSignal(window.field.value_changed) as changed:
        _type(window.field, "3/6/2026")
    assert changed.args == [date(2026, 6, 3)]
    assert window.field.line_edit.text() == "3/6/2026"
    QTest.keyClick(window.field.line_edit, Qt.Key.Key_Tab)
    assert window.field.line_edit.text() == "Wed 3 Jun 2026"
    assert window.after.hasFocus()
    assert window.field.is_sound()


def test_nothing_is_complained_about_while_typing(window):
    _type(window.field, "3/")
    assert window.field.message.isHidden()
    assert not window.field.is_sound()


def test_a_problem_stays_with_what_was_typed(window):
    _type(window.field, "31/11/2026")
    QTest.keyClick(window.field.line_edit, Qt.Key.Key_Return)
    assert window.field.line_edit.text() == "31/11/2026"
    assert window.field.value() is None
    assert window.field.problem() == "This cannot be read as a date."
    assert window.field.message.text() == window.field.problem()
    assert window.field.line_edit.property("state") == "problem"
    assert window.field.line_edit.accessibleDescription() == window.field.problem()


def test_mending_a_problem_clears_it(window):
    _type(window.field, "31/11/2026")
    window.field.settle()
    window.field.line_edit.clear()
    _type(window.field, "today")
    window.field.settle()
    assert window.field.message.isHidden()
    assert window.field.line_edit.property("state") == ""
    assert window.field.value() == TODAY


def test_a_question_holds_the_keyboard_at_its_answers(window):
    _type(window.field, "3/6/26")
    QTest.keyClick(window.field.line_edit, Qt.Key.Key_Tab)
    assert window.field.message.text() == "Which year is 26?"
    first, second = _choices(window.field)
    assert first.hasFocus()
    window.field.settle()
    assert _choices(window.field)[0] is first
    second.click()
    assert window.field.value() == date(1926, 6, 3)
    assert window.field.line_edit.text() == "Thu 3 Jun 1926"
    assert window.field.line_edit.hasFocus()
    assert window.field.message.isHidden()


def test_an_unanswered_question_is_a_problem_of_the_form(window):
    _type(window.field, "3/6/26")
    window.field.settle()
    assert not window.field.is_sound()
    assert window.field.problem() == "Which year is 26?"


def test_plus_and_minus_move_a_working_day_on_a_whole_date_only(window, qtbot):
    window.field.set_value(TODAY)
    with qtbot.waitSignal(window.field.value_changed) as changed:
        _type(window.field, "+")
    assert changed.args == [date(2026, 11, 24)]
    _type(window.field, "--")
    assert window.field.value() == date(2026, 11, 22)
    window.field.line_edit.clear()
    _type(window.field, "+5wd")
    assert window.field.line_edit.text() == "+5wd"


def test_without_a_calendar_plus_moves_nothing(qtbot):
    field = DateField(read)
    qtbot.addWidget(field)
    field.set_value(TODAY)
    _type(field, "+")
    assert field.value() == TODAY


def test_t_replaces_a_whole_date_by_today(window):
    window.field.set_value(date(2026, 1, 5))
    _type(window.field, "t")
    assert window.field.value() == TODAY
    QTest.keyClick(window.field.line_edit, Qt.Key.Key_Return)
    assert window.field.line_edit.text() == "Mon 23 Nov 2026"


def test_the_reading_is_echoed_in_the_field_while_typing(window):
    window.field.line_edit.resize(400, 34)
    _type(window.field, "today")
    with_echo = window.field.line_edit.grab().toImage()
    window.field.line_edit.set_echo("")
    assert with_echo != window.field.line_edit.grab().toImage()


def test_setting_a_value_emits_nothing(window, qtbot):
    with qtbot.assertNotEmitted(window.field.value_changed):
        window.field.set_value(TODAY)
    assert window.field.line_edit.text() == "Mon 23 Nov 2026"
    window.field.set_value(None)
    assert window.field.line_edit.text() == ""


def test_emptying_the_field_empties_the_value(window, qtbot):
    window.field.set_value(TODAY)
    window.field.line_edit.selectAll()
    with qtbot.waitSignal(window.field.value_changed) as changed:
        QTest.keyClick(window.field.line_edit, Qt.Key.Key_Delete)
    assert changed.args == [None]
    assert window.field.is_sound()


def test_alt_down_opens_the_calendar_and_a_day_fills_the_field(window, qtbot):
    QTest.keyClick(window.field.line_edit, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = window.field.findChild(CalendarPopup)
    assert popup.isVisible()
    assert popup.calendar.selectedDate() == QDate(2026, 11, 23)
    popup.calendar.activated.emit(QDate(2026, 12, 2))
    assert window.field.value() == date(2026, 12, 2)
    assert not popup.isVisible()


def test_no_calendar_opens_when_even_today_cannot_be_read(qtbot):
    field = DateField(lambda _: DateReading(problem="No."))
    qtbot.addWidget(field)
    field.open_calendar()
    assert field.findChild(CalendarPopup) is None


def test_the_field_is_wide_enough_for_any_date(window):
    text = window.field.line_edit.fontMetrics().horizontalAdvance("Wed 30 Nov 2026")
    assert window.field.line_edit.minimumSizeHint().width() > text


def test_screen_readers_hear_the_name(window):
    assert window.field.line_edit.accessibleName() == "Meeting date"
    assert "Alt+Down" in window.field.line_edit.accessibleDescription()


def test_the_legend_names_the_due_day_the_chosen_day_and_the_bank_holidays(qtbot):
    popup = CalendarPopup(MARKS)
    qtbot.addWidget(popup)
    anchor = QWidget()
    qtbot.addWidget(anchor)
    popup.open_below(anchor, date(2026, 12, 2))
    words = [label.text() for label in popup.findChildren(type(make_label())) if label.text()]
    assert "Day 15: Tue 1 Dec" in words
    assert "Chosen: Wed 2 Dec" in words
    assert "Bank holiday: Fri 25 Dec Christmas Day; Mon 28 Dec Boxing Day (substitute)" in words
    hatched = QColor(LIGHT.due_today_pill).rgb()
    legend = popup.grab(QRect(0, popup.calendar.height() + 8, 40, 120)).toImage()
    assert any(legend.pixel(x, y) == hatched for x in range(40) for y in range(legend.height()))
    popup.calendar.showNextMonth()
    qtbot.waitUntil(lambda: "Bank holiday" not in _legend(popup))


def _legend(popup: CalendarPopup) -> str:
    return " ".join(label.text() for label in popup.findChildren(type(make_label())))


def test_the_calendar_opens_above_a_field_at_the_bottom_of_the_screen(qtbot):
    anchor = QWidget()
    qtbot.addWidget(anchor)
    anchor.resize(100, 30)
    screen = anchor.screen().availableGeometry()
    anchor.move(screen.right() - 50, screen.bottom() - 40)
    anchor.show()
    popup = CalendarPopup(MARKS)
    qtbot.addWidget(popup)
    popup.open_below(anchor, TODAY)
    assert screen.contains(popup.geometry().topLeft() + QPoint(1, 1))
    assert popup.geometry().bottom() <= screen.bottom()


@pytest.mark.parametrize(
    ("day", "color"),
    [
        (date(2026, 12, 2), LIGHT.ink),
        (date(2026, 12, 5), LIGHT.weekend),
        (date(2026, 12, 1), LIGHT.surface),
        (date(2026, 12, 3), LIGHT.surface),
    ],
)
def test_each_kind_of_day_has_its_ground(qtbot, day, color):
    calendar = MarkedCalendar(MARKS)
    qtbot.addWidget(calendar)
    calendar.setSelectedDate(QDate(2026, 12, 2))
    assert _painted(calendar, day).pixelColor(7, 7) == QColor(color)


def test_bank_holidays_are_hatched_and_other_months_muted(qtbot):
    calendar = MarkedCalendar(MARKS)
    qtbot.addWidget(calendar)
    calendar.setSelectedDate(QDate(2026, 12, 2))
    holiday, outside = (_painted(calendar, day) for day in (date(2026, 12, 25), date(2026, 11, 30)))
    assert len({holiday.pixel(x, 6) for x in range(4, 46)}) > 1
    assert outside.pixelColor(7, 7) == QColor(LIGHT.surface)


def _painted(calendar: MarkedCalendar, day: date) -> QImage:
    image = QImage(50, 36, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_day(painter, QRect(0, 0, 50, 36), day, calendar)
    painter.end()
    return image


def test_closing_frees_the_calendar(window, qtbot):
    window.field.open_calendar()
    popup = window.field.findChild(CalendarPopup)
    with qtbot.waitSignal(popup.destroyed):
        popup.close()
