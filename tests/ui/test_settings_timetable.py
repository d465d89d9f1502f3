"""Tests of the local timetable in the settings: versions, steps, the example, what moves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from case_samples import TODAY, nameless
from moving_samples import apply_moves
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip
from settings_samples import links, show_settings

from sgdesk.domain.milestones import MilestoneDraft
from sgdesk.domain.timetables import Milestone, Timetable, standard_milestones
from sgdesk.records.strips import StripKind
from sgdesk.records.timetables import TimetableRow
from sgdesk.services.deadlines import list_deadlines
from sgdesk.services.milestones import save_milestone_done
from sgdesk.services.timetables import list_timetables, save_timetable
from sgdesk.ui.look.current import current
from sgdesk.ui.pages.settings_timetable_words import effect_words, version_words
from sgdesk.ui.widgets.timetable_strip import TimetableMark, TimetableStrip

KEY = "Local timetable"
SINCE = date(2026, 11, 1)
VISIT = Milestone("LOCAL-1", "Minutes in", 3, owner="Social care")
OWN = Timetable(SINCE, (*standard_milestones(), VISIT), "Agreed in October")


@pytest.fixture
def desk(settings_desk):
    settings_desk.register.asks_before_moving = True
    return settings_desk


@pytest.fixture
def own(desk):
    """The partnership has a timetable of its own, under which the notified case began."""
    desk.register.asks_before_moving = False
    save_timetable(desk.register, None, OWN)
    desk.register.asks_before_moving = True


@pytest.fixture
def page(qtbot, desk):
    return show_settings(qtbot, desk)


@pytest.fixture
def section(page):
    page.show_section(KEY)
    return page.section


def due(desk, code):
    rows = list_deadlines(desk.register, today=TODAY)
    return next((row.due for row in rows if row.code == code), None)


def starts(desk):
    return [row.timetable.starts_on for row in list_timetables(desk.register)]


def words_of(section):
    combo = section.version_combo
    return [combo.itemText(at) for at in range(combo.count())]


def test_the_programs_own_timetable_is_shown_and_cannot_be_edited(section):
    assert words_of(section) == ["The program’s own · 1 case, 1 open"]
    assert not section.remove_button.isEnabled()
    form = section.form
    assert form.foot.isHidden()
    assert not form.steps.add_button.isEnabled()
    assert not form.steps.day_box.isEnabled()
    assert form.starts_field.isHidden() or not form.starts_field.isVisible()
    assert [mark.words for mark in form.example.strip._marks][-1] == "Rapid Review to the Panel"
    section.remove()
    assert section.confirm_line.isHidden()


def test_a_new_timetable_is_a_copy_from_a_day_on_and_saved_whole(qtbot, section, desk):
    section.new_button.click()
    form = section.form
    assert words_of(section)[-1] == "New timetable, not saved yet"
    assert form.starts_field.value() == TODAY
    form.steps.add_button.click()
    form.steps.name_edit.setText("Minutes in")
    form.steps.day_box.setValue(3)
    form.steps.owner_edit.setText("Social care")
    form.steps.choose("RR-SIGN")
    form.steps.used_check.click()
    form.steps.choose("RR-PANEL")
    form.steps.day_box.setValue(11)
    form.period_boxes["PANEL-RESP"].setValue(12)
    form.note_edit.setText("Agreed in November")
    with qtbot.waitSignal(desk.context.changed):
        form.save()
    (held,) = desk.register.timetables
    assert (held.starts_on, held.note) == (TODAY, "Agreed in November")
    assert held.milestone("LOCAL-1") == VISIT
    assert held.milestone("RR-PANEL").count == 11
    assert not held.milestone("RR-SIGN").is_used
    assert held.milestone("PANEL-RESP").count == 12
    assert words_of(section)[-1] == "In force from Mon 23 Nov 2026 · no cases"
    assert section.version_combo.currentIndex() == 1
    assert form.foot.said_label.text() == "Local timetable saved: in force from Mon 23 Nov 2026."
    assert due(desk, "RR-PANEL") == date(2026, 11, 26), "the case began before it"


def test_steps_stand_in_the_order_of_their_days_while_they_are_edited(section):
    section.begin()
    steps = section.form.steps
    assert steps.choose("RR-SIGN")
    steps.day_box.setValue(2)
    assert [step.code for step in steps.value()] == [
        "RR-COPY",
        "RR-ISSUE",
        "RR-SIGN",
        "RR-RETURN",
        "RR-PANEL",
    ]
    assert steps.table.chosen_record().code == "RR-SIGN"
    assert steps.name_edit.isReadOnly()
    assert not steps.remove_button.isEnabled()
    steps.remove()
    assert len(steps.value()) == 5
    steps.add()
    steps.add()
    assert [step.name for step in steps.value() if step.is_own] == [
        "New milestone",
        "New milestone 2",
    ]
    assert not steps.name_edit.isReadOnly()
    steps.remove_button.click()
    assert [step.code for step in steps.value() if step.is_own] == ["LOCAL-1"]


def test_the_example_shows_the_steps_on_real_dates_as_they_are_typed(section):
    section.begin()
    form = section.form
    form.example.date_field.set_value(date(2026, 12, 14))
    form.example.date_field.value_changed.emit(date(2026, 12, 14))
    form.steps.choose("RR-RETURN")
    form.steps.day_box.setValue(9)
    said = form.example.strip.accessibleDescription()
    assert "Tue 29 Dec: Agency returns in" in said
    assert said.endswith("Thu 7 Jan: Rapid Review to the Panel")
    form.steps.used_check.click()
    assert "Agency returns in" not in form.example.strip.accessibleDescription()
    form.steps.add()
    form.steps.name_edit.setText(" ")
    assert "Milestone without a name (own)" in form.example.strip.accessibleDescription()


def test_without_an_example_date_or_outside_the_calendar_the_card_says_so(section):
    card = section.form.example
    card.date_field.set_value(None)
    card._show()
    assert card.strip.isHidden()
    assert card.message.isHidden()
    card.date_field.set_value(date(2055, 1, 1))
    card._show()
    assert "The working-day calendar runs from" in card.message.text()
    assert card.strip.isHidden()


def test_all_problems_are_told_and_the_keyboard_goes_to_the_step(section, desk):
    section.begin()
    form = section.form
    form.steps.add()
    form.steps.name_edit.clear()
    form.steps.choose("RR-COPY")
    form.starts_field.set_value(None)
    form.save()
    assert links(form) == [
        "In force from: Give the first day it holds.",
        "Milestones inside the 15 working days: Milestone: give it a name.",
    ]
    assert form.steps.table.chosen_record().is_own
    assert starts(desk) == [None]


def test_correcting_a_timetable_shows_first_what_moves(qtbot, own, section, desk):
    form = section.form
    assert form.row.timetable == replace(OWN, milestones=form.row.timetable.milestones)
    assert section.effect_label.text().startswith("1 open case is under it.")
    assert form.note_edit.text() == "Agreed in October"
    form.steps.choose("LOCAL-1")
    form.steps.day_box.setValue(12)
    form.save()
    assert due(desk, "LOCAL-1") == date(2026, 11, 13)
    apply_moves(qtbot)
    assert due(desk, "LOCAL-1") == date(2026, 11, 26)
    assert not form.is_changed()


def test_what_is_typed_is_asked_about_before_another_timetable_is_shown(own, section):
    form = section.form
    form.note_edit.setText("Agreed by mail")
    section.version_combo.setCurrentIndex(0)
    assert form.foot.is_asking
    assert section.version_combo.currentIndex() == 1
    form.foot.discard_button.click()
    assert section.version_combo.currentIndex() == 0
    assert form.row.timetable_id is None
    section.version_combo.setCurrentIndex(1)
    form.note_edit.setText("Agreed by mail")
    section.begin()
    form.foot.save_and_leave_button.click()
    assert form.is_new
    assert list_timetables(section._context.register)[1].timetable.note == "Agreed by mail"


def test_a_new_timetable_that_is_given_up_leaves_the_newest_on_show(own, section):
    section.begin()
    assert section.is_changed()
    section.begin()
    assert not section.form.foot.is_asking, "it is begun already"
    section.form.foot.undo_button.click()
    assert section.form.row.timetable.starts_on == SINCE
    assert len(words_of(section)) == 2
    assert not section.is_changed()


def test_leaving_the_section_asks_about_a_new_timetable(qtbot, own, section):
    section.begin()
    with qtbot.waitSignal(section.left):
        section.ask()
        section.form.foot.discard_button.click()
    assert not section.form.is_new


def test_a_timetable_is_removed_after_a_question(qtbot, own, section, desk):
    section.remove_button.click()
    line = section.confirm_line
    assert line.sentence_label.text() == (
        "Remove the timetable “In force from Sun 1 Nov 2026”? Its case is under the one before "
        "it then."
    )
    line.no_button.click()
    assert starts(desk) == [None, SINCE]
    section.remove()
    line.yes_button.click()
    apply_moves(qtbot)
    assert starts(desk) == [None]
    assert due(desk, "LOCAL-1") is None
    assert section.form.row.timetable_id is None


def test_a_milestone_that_was_met_keeps_its_timetable(own, section, desk):
    met = MilestoneDraft(date(2026, 11, 12))
    save_milestone_done(desk.register, desk.full_id, "LOCAL-1", met, today=TODAY)
    section.form.steps.choose("LOCAL-1")
    section.form.steps.remove()
    section.form.save()
    assert "1 case has met it" in links(section.form)[0]
    section.form.foot.undo_button.click()
    section.remove()
    section.confirm_line.yes_button.click()
    assert "1 case has met it" in section.confirm_line.sentence_label.text()
    assert starts(desk) == [None, SINCE]


def test_what_others_save_is_shown_unless_something_is_typed(own, section, desk):
    row = list_timetables(desk.register)[1]
    section.form.note_edit.setText("Typed")
    save_timetable(desk.register, row, replace(row.timetable, note="Agreed by mail"))
    section.reload()
    assert section.form.note_edit.text() == "Typed"
    section.form.save()
    assert desk.register.timetables[0].note == "Agreed by mail", "it was changed meanwhile"
    assert links(section.form)
    section.form.foot.undo_button.click()
    section.reload()
    assert section.form.note_edit.text() == "Agreed by mail"


def test_every_control_has_a_name(own, section):
    assert nameless(section) == []


def test_the_words_tell_how_many_cases_are_under_a_timetable():
    standard = Timetable(milestones=standard_milestones())
    assert version_words(TimetableRow(None, standard, 3, 0)) == "The program’s own · 3 cases"
    row = TimetableRow(None, Timetable(SINCE), 4, 2)
    assert version_words(row) == "In force from Sun 1 Nov 2026 · 4 cases, 2 open"
    assert effect_words(None).startswith("It holds for cases that are notified from")
    assert effect_words(row).startswith("It comes with the program")


# The strip


@pytest.fixture
def strip(qtbot, section):
    made = TimetableStrip()
    qtbot.addWidget(made)
    example = section.form.example.strip
    made.show_timetable(example._days, [*example._marks, TimetableMark(date(2030, 1, 1), "Out")])
    made.resize(900, made.sizeHint().height())
    return made


def test_days_off_are_narrow_and_left_out_where_there_is_no_room(strip):
    wide = strip.placed(900)
    assert len(wide) == 22, "from Monday of one week to Monday of the fourth"
    widths = {one.strip_day.kind: one.box.width() for one in wide}
    assert len(set(widths.values())) == 2
    narrow = strip.placed(current().px(400))
    assert len(narrow) == 16
    assert strip.minimumSizeHint().height() == strip.sizeHint().height()


def test_a_mark_outside_the_days_is_not_drawn(strip):
    assert "Out" not in strip.accessibleDescription()
    strip.show()
    assert not strip.grab().isNull()
    strip.resize(260, strip.height())
    assert not strip.grab().isNull()


def test_a_mark_on_a_weekend_is_left_out_with_it(strip):
    saturday = next(day for day in strip._days if day.kind is StripKind.WEEKEND)
    strip.show_timetable(strip._days, [TimetableMark(saturday.day, "On a Saturday")])
    strip.resize(current().px(400), strip.height())
    assert not strip.grab().isNull()


def test_the_rules_show_the_periods_that_hold_now(page, own):
    page.show_section("Rules")
    section = page.section
    section.reload()
    assert "your timetable in force from 1 November 2026" in section.edition_label.text()
    rules = section.table.model().records()
    code = section.table.model().columns[0].text
    assert [code(rule) for rule in rules if rule.is_own] == ["Own"]
    section.show_edition("2018")
    assert "the program’s own" in section.edition_label.text()
    assert not any(rule.is_own for rule in section.table.model().records())


def test_the_tooltip_says_the_day_under_the_mouse(strip, monkeypatch):
    said = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, words, _widget: said.append(words))
    inside = strip.placed(strip.width())[0].box.center().toPoint()
    for point in (inside, QPoint(5, strip.height() - 1)):
        event = QHelpEvent(QEvent.Type.ToolTip, point, strip.mapToGlobal(point))
        assert strip.event(event)
    assert said == ["Mon 23 Nov, day 0", ""]


def test_the_steps_are_reached_by_the_keyboard(own, section):
    table = section.form.steps.table
    table.setFocus(Qt.FocusReason.OtherFocusReason)
    table.choose("RR-COPY")
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.chosen_record().code == "RR-ISSUE"
    assert section.form.steps.day_box.value() == 1
