"""Tests of the calendar editor: a year at a glance, changes, closures, the last known year."""

from __future__ import annotations

from datetime import date

import pytest
from case_samples import TODAY, nameless
from moving_samples import apply_moves
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip
from settings_samples import links, show_settings

from sgdesk.domain.partnerships import CalendarChange, CalendarChangeKind
from sgdesk.records.settings import KnownYears
from sgdesk.services import today
from sgdesk.services.calendar_years import confirm_year
from sgdesk.services.deadlines import list_deadlines
from sgdesk.services.settings import list_calendar, save_calendar_change
from sgdesk.ui.look.current import current
from sgdesk.ui.pages import settings_calendar_years
from sgdesk.ui.pages.settings_calendar_years import known_words
from sgdesk.ui.pages.today_page import TodayPage
from sgdesk.ui.widgets.year_glance import YearGlance
from sgdesk.ui.widgets.year_marks import MarkedDay, YearLegend, YearMark

ADDED, REMOVED, CLOSURE = CalendarChangeKind
CHRISTMAS = date(2026, 12, 25)


@pytest.fixture
def desk(settings_desk):
    settings_desk.register.asks_before_moving = True
    return settings_desk


@pytest.fixture
def page(qtbot, desk):
    return show_settings(qtbot, desk)


@pytest.fixture
def section(page):
    page.show_section("Calendar")
    return page.section


def change(desk, day, kind=CLOSURE, name="Office closed"):
    desk.register.asks_before_moving = False
    save_calendar_change(desk.register, CalendarChange(day, kind, name))
    desk.register.asks_before_moving = True


def own_changes(desk, year=2026):
    return [row.change for row in list_calendar(desk.register, year) if row.change]


def key(section, code, times=1):
    for _ in range(times):
        QTest.keyClick(section.glance, code)


def test_the_list_and_the_year_at_a_glance_point_at_the_same_day(section):
    assert section.glance.day == TODAY
    section.table.choose((CHRISTMAS, "Christmas Day"))
    assert section.glance.day == CHRISTMAS
    section.glance.setFocus(Qt.FocusReason.OtherFocusReason)
    key(section, Qt.Key.Key_Right)
    assert section.table.chosen_record().name == "Boxing Day"
    assert section.glance.accessibleDescription() == (
        "Sat 26 Dec 2026, Boxing Day: bank holiday, not counted"
    )
    key(section, Qt.Key.Key_Right)
    assert section.table.chosen_record().name == "Boxing Day", "Sunday is in no row"


def test_enter_on_a_bank_holiday_begins_to_take_it_out(section, desk):
    section.table.choose((CHRISTMAS, "Christmas Day"))
    key(section, Qt.Key.Key_Return)
    form = section.form
    assert (form.day_field.value(), form.kind_combo.value()) == (CHRISTMAS, REMOVED)
    form.name_edit.setText("Moved by proclamation")
    form.save()
    assert desk.register.calendar.is_working_day(CHRISTMAS)
    row = next(row for row in list_calendar(desk.register, 2026) if row.change)
    tooltip = section.table.model().columns[1].tooltip
    assert tooltip(row) == "Moved by proclamation (instead of Christmas Day)"
    assert section.glance.accessibleDescription().endswith(
        "Moved by proclamation: taken out, counted"
    )


def test_a_change_is_edited_in_place(section, desk):
    change(desk, date(2026, 12, 24))
    section.reload()
    section.table.choose((date(2026, 12, 24), "Office closed"))
    section.edit_button.click()
    form = section.form
    assert form.title_label.text() == "Edit “Office closed”"
    assert not form.is_changed()
    form.name_edit.setText("Closed from noon")
    assert form.is_changed()
    form.save()
    assert own_changes(desk) == [CalendarChange(date(2026, 12, 24), CLOSURE, "Closed from noon")]
    assert form.title_label.text() == "Change a day"
    assert form.draft() is None


def test_only_own_changes_are_edited(section):
    section.table.choose((CHRISTMAS, "Christmas Day"))
    assert not section.edit_button.isEnabled()
    section.edit()
    assert section.form.day_field.value() is None


def test_what_is_typed_is_asked_about_before_another_day_is_opened(section, desk):
    change(desk, date(2026, 12, 24))
    section.reload()
    form = section.form
    form.name_edit.setText("State Funeral")
    section.open_day(date(2026, 12, 24))
    assert form.foot.is_asking
    form.foot.discard_button.click()
    assert form.name_edit.text() == "Office closed"
    form.name_edit.setText("Closed")
    form.foot.undo_button.click()
    assert form.title_label.text() == "Change a day", "nothing is edited any more"
    form.begin(None)
    assert form.draft() is None


def test_leaving_with_something_typed_is_asked_about(qtbot, section):
    section.form.name_edit.setText("State Funeral")
    assert section.is_changed()
    with qtbot.waitSignal(section.left):
        section.ask()
        section.form.foot.discard_button.click()


def test_an_added_bank_holiday_shows_what_it_moves_and_then_moves_it(qtbot, section, desk):
    def due():
        rows = list_deadlines(desk.register, today=TODAY)
        return next(row.due for row in rows if row.code == "RR-15")

    form = section.form
    form.day_field.set_value(date(2026, 11, 25))
    form.name_edit.setText("State Funeral")
    form.save()
    assert due() == date(2026, 12, 1)
    apply_moves(qtbot)
    assert due() == date(2026, 12, 2)
    assert desk.register.recalculation.moved
    assert own_changes(desk)[0].name == "State Funeral"


def test_a_closure_twice_on_one_day_is_refused(section, desk):
    change(desk, date(2026, 12, 24))
    form = section.form
    form.kind_combo.set_value(CLOSURE)
    form.day_field.set_value(date(2026, 12, 24))
    form.save()
    assert links(form) == [
        "Name or reason: Say what day this is, as in State Funeral.",
        "Day: A closure on Thu 24 Dec 2026 is noted already.",
    ]


def test_closures_of_the_year_before_are_offered_and_taken_over(qtbot, section, desk):
    assert section.copy_button.isHidden()
    change(desk, date(2026, 12, 24))
    change(desk, date(2026, 6, 15))
    section.show_year(2027)
    assert section.copy_button.text() == "Take over 2 closures of 2026"
    with qtbot.waitSignal(desk.context.changed):
        section.copy_button.click()
    assert [one.day for one in own_changes(desk, 2027)] == [date(2027, 6, 15), date(2027, 12, 24)]
    assert section.copy_button.isHidden() or "2026" not in section.copy_button.text()


def test_a_further_year_is_checked_shown_and_taken_back(qtbot, section, desk):
    known = section.known
    assert known.words_label.text().startswith("Bank holidays up to 2028 are from the official")
    assert known.take_back_button.isHidden()
    known.check_button.click()
    assert section.year_combo.value() == 2029
    assert (
        section.message.text() == "Bank holidays after 2028 are not announced yet and may change."
    )
    known.confirm_line.yes_button.click()
    assert desk.register.calendar.is_announced(date(2029, 6, 1))
    assert section.message.text() == ""
    assert "those of 2029 were checked by you, last on Mon 23 Nov 2026" in known.words_label.text()
    assert known.check_button.text() == "Check 2030…"
    known.take_back_button.click()
    assert not desk.register.calendar.is_announced(date(2029, 6, 1))
    assert known.check_button.text() == "Check 2029…"


def test_a_check_that_is_refused_is_reported(qtbot, section, desk):
    section.known.ask()
    confirm_year(desk.register, 2029, today=TODAY)
    with qtbot.waitSignal(desk.context.troubled):
        section.known.confirm_line.yes_button.click()


def test_dates_beyond_the_known_years_are_warned_of(section, monkeypatch):
    words = "4 open due dates fall after 2028."
    monkeypatch.setattr(settings_calendar_years, "calendar_notice", lambda *_args, **_more: words)
    section.known.reload()
    assert section.known.message.text() == words


def test_today_warns_of_dates_beyond_the_known_years(qtbot, desk, monkeypatch):
    words = "4 open due dates fall after 2028."
    monkeypatch.setattr(today, "calendar_notice", lambda *_args, **_more: words)
    page = TodayPage(desk.context)
    qtbot.addWidget(page)
    qtbot.waitUntil(lambda: page.view is not None)
    assert page.notice_line.text() == words
    assert not page.notice_line.isHidden()


def test_at_the_end_of_the_calendar_there_is_nothing_more_to_check(section, monkeypatch):
    found = KnownYears(2028, 2049, tuple((year, TODAY) for year in range(2029, 2050)), 0, 0)
    monkeypatch.setattr(settings_calendar_years, "known_years", lambda *_args, **_more: found)
    section.known.reload()
    assert section.known.check_button.isHidden()
    assert "those of 2029 to 2049 were checked" in known_words(found)


def test_nothing_is_asked_before_the_years_were_read(section):
    section.known._found = None
    section.known.ask()
    section.known.take_back()
    assert section.known.confirm_line.isHidden()


def test_every_control_has_a_name(section):
    assert nameless(section) == []


# The year at a glance


@pytest.fixture
def glance(qtbot):
    made = YearGlance()
    qtbot.addWidget(made)
    marks = {
        CHRISTMAS: MarkedDay(YearMark.HOLIDAY, "Christmas Day"),
        date(2026, 8, 31): MarkedDay(YearMark.REMOVED, "Moved"),
        date(2026, 12, 24): MarkedDay(YearMark.CLOSURE, "Closed"),
    }
    made.show_year(2026, marks)
    made.resize(700, made.heightForWidth(700))
    made.show()
    made.setFocus(Qt.FocusReason.OtherFocusReason)
    return made


def test_the_ring_goes_through_the_year_by_day_week_and_month(glance):
    chosen = []
    glance.day_chosen.connect(chosen.append)
    glance.choose(date(2026, 3, 31))
    for code, day in (
        (Qt.Key.Key_Right, date(2026, 4, 1)),
        (Qt.Key.Key_Up, date(2026, 3, 25)),
        (Qt.Key.Key_Down, date(2026, 4, 1)),
        (Qt.Key.Key_Left, date(2026, 3, 31)),
        (Qt.Key.Key_PageDown, date(2026, 4, 30)),
        (Qt.Key.Key_PageUp, date(2026, 3, 30)),
        (Qt.Key.Key_End, date(2026, 12, 31)),
        (Qt.Key.Key_Home, date(2026, 1, 1)),
    ):
        QTest.keyClick(glance, code)
        assert glance.day == day
    assert len(chosen) == 8
    QTest.keyClick(glance, Qt.Key.Key_Left)
    assert glance.day == date(2026, 1, 1), "the year ends there"
    QTest.keyClick(glance, Qt.Key.Key_Tab)


def test_the_mouse_chooses_a_day_and_a_double_click_opens_it(glance):
    opened = []
    glance.day_opened.connect(opened.append)
    at = glance.box_of(CHRISTMAS).center().toPoint()
    QTest.mouseClick(glance, Qt.MouseButton.LeftButton, pos=at)
    assert glance.day == CHRISTMAS
    QTest.mouseDClick(glance, Qt.MouseButton.LeftButton, pos=at)
    between = QPoint(glance.width() - 1, glance.height() - 1)
    QTest.mouseClick(glance, Qt.MouseButton.LeftButton, pos=between)
    QTest.mouseDClick(glance, Qt.MouseButton.LeftButton, pos=between)
    QTest.keyClick(glance, Qt.Key.Key_Space)
    assert opened == [CHRISTMAS, CHRISTMAS]


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (CHRISTMAS, "Fri 25 Dec 2026, Christmas Day: bank holiday, not counted"),
        (date(2026, 8, 31), "Mon 31 Aug 2026, Moved: taken out, counted"),
        (date(2026, 12, 24), "Thu 24 Dec 2026, Closed: office closed, counted"),
        (date(2026, 12, 26), "Sat 26 Dec 2026, weekend, not counted"),
        (date(2026, 12, 23), "Wed 23 Dec 2026"),
    ],
)
def test_each_day_says_what_it_is(glance, monkeypatch, day, words):
    said = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, _widget: said.append(text))
    at = glance.box_of(day).center().toPoint()
    for point in (at, QPoint(0, 0)):
        event = QHelpEvent(QEvent.Type.ToolTip, point, glance.mapToGlobal(point))
        assert glance.event(event)
    assert said == [words, ""]


def test_days_are_told_apart_without_colour(glance):
    assert not glance.grab().isNull()
    image = glance.grab().toImage()

    def greys(day):
        box = glance.box_of(day).toRect().adjusted(2, 2, -2, -2)
        part = image.copy(box)
        return [
            part.pixelColor(x, y).lightness() for x in range(part.width()) for y in range(2)
        ], part.pixelColor(part.width() // 2, part.height() - 1).lightness()

    plain, holiday = greys(date(2026, 12, 23)), greys(CHRISTMAS)
    closed = greys(date(2026, 12, 24))
    assert len(set(holiday[0])) > len(set(plain[0]))
    assert closed[1] != plain[1]


def test_months_stand_beside_each_other_as_there_is_room(glance):
    look = current()
    wide, narrow = glance.heightForWidth(look.px(640)), glance.heightForWidth(look.px(160))
    assert narrow > 3 * wide
    assert glance.hasHeightForWidth()
    assert glance.sizeHint().height() == glance.heightForWidth(glance.sizeHint().width())
    assert glance.minimumSizeHint().width() < look.px(160)
    for month in range(1, 13):
        assert glance.rect().contains(glance.box_of(date(2026, month, 28)).toRect())


def test_the_ring_keeps_its_day_in_another_year(glance):
    glance.choose(date(2026, 2, 28))
    glance.show_year(2028, {})
    assert glance.day == date(2028, 2, 28)
    glance.choose(date(2026, 1, 1))
    assert glance.day == date(2028, 2, 28), "a day of another year"
    glance.clearFocus()
    assert not glance.grab().isNull()


def test_the_legend_names_each_mark(qtbot):
    legend = YearLegend()
    qtbot.addWidget(legend)
    legend.show()
    assert not legend.grab().isNull()
