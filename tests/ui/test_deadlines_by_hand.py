"""Deadlines through the window, by keys alone: seen, explained, tried, moved, printed, recalled."""

from __future__ import annotations

from datetime import date

import pytest
from icalendar import Calendar
from officer import an_officer
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from whole_case_steps import AGENCIES, record_case, standing

from sgdesk.domain.case_dates import CaseDate
from sgdesk.domain.counting import Counting
from sgdesk.domain.standings import Standing
from sgdesk.services.settings import list_calendar
from sgdesk.ui.dialogs.deadline_dialog import DeadlineDialog
from sgdesk.ui.dialogs.deadline_export_dialog import DeadlineExportDialog
from sgdesk.ui.dialogs.moved_dates_dialog import MovedDatesDialog
from sgdesk.ui.dialogs.what_if_dialog import WhatIfDialog
from sgdesk.ui.pages.deadlines_groups import Grouping
from sgdesk.ui.printing import paper_preview
from sgdesk.ui.printing.paper_preview import PaperPreview
from sgdesk.ui.tasks import wait_for_work

MONDAY = date(2026, 3, 2)
WEDNESDAY, THURSDAY, FRIDAY = date(2026, 3, 4), date(2026, 3, 5), date(2026, 3, 6)
TITLE, FIRST = "Infant, unexplained injury", "RIVT 1"
TRIGGER_FIRST = Counting.TRIGGER_IS_DAY_1
SIN, RAPID_REVIEW = "Notify the Panel", "Rapid Review to the Panel"
_HELD = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def officer(qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(paper_preview, "has_printer", lambda: False)
    with an_officer(qtbot, tmp_path, MONDAY) as one:
        one.add_agencies(*AGENCIES)
        yield one


def due(officer, code):
    return next(row.due for row in officer.view.deadlines if row.code == code)


def read():
    """Let every page read what it has begun to read."""
    for _ in range(3):
        wait_for_work()
        QApplication.processEvents()


def go(officer, number):
    """Go to a page by its number; return it when it has read the register."""
    officer.press(f"Ctrl+{number}")
    read()
    return officer.window.page


def open_case(officer):
    page = go(officer, 2)
    officer.choose(page.list_card.table, FIRST)
    QTest.keyClick(page.list_card.table, Qt.Key.Key_Return)


def settings(officer, title):
    """Go to a section of the settings by its list."""
    page = go(officer, 7)
    page.section_list.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.section_list, Qt.Key.Key_Home)
    while page.section_list.currentItem().text() != title:
        before = page.section_list.currentRow()
        QTest.keyClick(page.section_list, Qt.Key.Key_Down)
        assert page.section_list.currentRow() > before, title
    return page.section


def answer(officer, picture="", *, is_applied):
    """Answer the list of what would move by its keys; return what it told."""
    shown = officer.on_top(MovedDatesDialog)
    told = shown.recalculation
    if picture:
        officer.look(picture)
    if is_applied:
        QTest.keyClick(shown.focusWidget(), Qt.Key.Key_Return, _HELD)
    else:
        officer.leave()
    read()
    return told


def moves(told):
    return {one.code: (one.before, one.after) for one in told.moved}


def see_it_on_today(officer):
    record_case(officer, TITLE, reference=FIRST, aware_on=MONDAY)
    assert due(officer, "SIN-5") == date(2026, 3, 9)
    page = go(officer, 1)
    assert "SIN-5" in [row.code for row in page.due_card.rows()]
    officer.look("01-today")
    officer.choose(page.due_card.table, SIN)
    officer.press("Ctrl+D", page.due_card.table)
    shown = officer.on_top(DeadlineDialog)
    assert "Day 5 = Mon 9 Mar 2026" in shown.sentence_label.plain_text()
    officer.look("02-why")
    officer.leave()
    assert page.due_card.table.hasFocus()


def group_and_keep_a_view(officer):
    page = go(officer, 3)
    bar, table = page.bar, page.list_card.table
    for grouping in (Grouping.AGENCY, Grouping.WEEK):
        officer.choose_in(bar.group_combo, grouping.value)
        read()
        assert page.list_card.rows()
    officer.look("03-by-week")
    open_menu(officer, bar.views_button, "Save this view")
    officer.fill(name="By week")
    officer.save()
    read()
    assert bar.views_button.text() == "By week"
    officer.choose_in(bar.group_combo, Grouping.CASE.value)
    assert bar.views_button.text() == "By week, changed"
    open_menu(officer, bar.views_button, "By week")
    assert bar.group_combo.currentText() == Grouping.WEEK.value
    officer.choose(table, SIN)
    read()
    officer.look("04-view")
    officer.press("Ctrl+D", table)
    officer.on_top(DeadlineDialog)
    officer.leave()
    assert table.hasFocus()


def open_menu(officer, button, words):
    """Open the menu of a button with Space, and go down to the entry that begins with `words`."""
    button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(button, Qt.Key.Key_Space)
    menu = QApplication.activePopupWidget()
    for _ in menu.actions():
        QTest.keyClick(menu, Qt.Key.Key_Down)
        if menu.activeAction().text().replace("&", "").startswith(words):
            break
    QTest.keyClick(menu, Qt.Key.Key_Return)
    read()


def try_thursday(officer):
    """If we notify on Thursday: seen, closed, and nothing has changed."""
    page = officer.window.page
    officer.press("Ctrl+T", page.list_card.table)
    shown = officer.on_top(WhatIfDialog)
    editor = shown.date_fields[CaseDate.NOTIFIED]
    officer.type_day(editor, THURSDAY)
    then = {line.code: line.then.due for line in shown.found.changed}
    assert then["RR-15"] == date(2026, 3, 26)
    officer.look("05-what-if")
    officer.leave()
    open_case(officer)
    assert officer.view.notification is None
    assert due(officer, "RR-15") is None


def notify(officer):
    """On Wednesday; the first deadline is met."""
    officer.go_on_to(WEDNESDAY)
    officer.do("Record the notification", officer.tab("notification"), notified_on=WEDNESDAY)
    assert standing(officer, "SIN-5") is Standing.MET
    assert due(officer, "RR-15") == date(2026, 3, 25)


def add_a_bank_holiday(officer):
    """Inside both periods: the open one moves, the met one keeps its result."""
    officer.come_back(FRIDAY)
    form = settings(officer, "Calendar").form
    officer.type_into(form.fields, day=THURSDAY, name="State funeral")
    officer.look("06-calendar")
    officer.push("Change the calendar")
    told = answer(officer, "07-before-and-after", is_applied=False)
    assert moves(told)["RR-15"] == (date(2026, 3, 25), date(2026, 3, 26))
    assert [one.code for one in told.kept] == ["SIN-5"]
    assert (form.day_field.value(), form.name_edit.text()) == (THURSDAY, "State funeral")
    assert not own_days(officer)
    assert officer.window.focusWidget() is form.foot.save_button
    officer.push("Change the calendar")
    answer(officer, is_applied=True)
    assert own_days(officer) == [THURSDAY]
    officer.look("08-calendar-changed")
    page = go(officer, 1)
    assert [one.after for one in page.view.moved if one.code == "RR-15"] == [date(2026, 3, 26)]
    officer.look("09-today-moved")
    open_case(officer)
    assert (due(officer, "SIN-5"), standing(officer, "SIN-5")) == (date(2026, 3, 9), Standing.MET)


def own_days(officer):
    return [row.change.day for row in list_calendar(officer.register, 2026) if row.change]


def count_otherwise(officer):
    form = settings(officer, "Counting").form
    before = officer.register.profile.counting
    button = form.choice.buttons[TRIGGER_FIRST]
    for is_applied in (False, True):
        button.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(button, Qt.Key.Key_Space)
        officer.push("Save")
        told = answer(officer, "10-counting" if is_applied else "", is_applied=is_applied)
        assert moves(told)["RR-15"] == (date(2026, 3, 26), date(2026, 3, 25))
        assert button.isChecked()
        expected = TRIGGER_FIRST if is_applied else before
        assert officer.register.profile.counting is expected


def make_a_timetable(officer):
    """The case keeps the one it began under; the next case gets the new one."""
    section = settings(officer, "Local timetable")
    officer.push("New timetable")
    form = section.form
    officer.type_into(form.fields, starts_on=date(2026, 3, 9), note="Agreed in March")
    officer.push("Add a milestone")
    officer.type_text(form.steps.name_edit, "Minutes in")
    officer.type_text(form.steps.day_box, "3")
    officer.look("11-timetable")
    officer.push("Save timetable")
    read()
    assert officer.register.timetables
    open_case(officer)
    assert "LOCAL-1" not in [row.code for row in officer.view.deadlines]


def meet_the_milestone(officer):
    officer.go_on_to(date(2026, 3, 10))
    record_case(officer, "Second child", reference="RIVT 2", aware_on=date(2026, 3, 9))
    officer.do("Record the notification", officer.tab("notification"), notified_on=officer.day)
    tab = officer.tab("rapid_review")
    officer.look("12-milestone")
    officer.do("Edit Minutes in", tab, done_on=officer.day)
    assert standing(officer, "LOCAL-1") is Standing.MET


def change_the_notified_date(officer):
    """The list comes first, and so it does when that is taken back."""
    open_case(officer)
    tab = officer.tab("notification")
    officer.push("Edit What was sent", tab)
    officer.fill(notified_on=THURSDAY)
    dialog = officer.dialog
    officer.press("Ctrl+Return", dialog.focusWidget())
    answer(officer, is_applied=False)
    assert dialog.isVisible()
    assert officer.view.notification.notified_on == WEDNESDAY
    officer.press("Ctrl+Return", dialog.focusWidget())
    told = answer(officer, "13-notified-otherwise", is_applied=True)
    assert "RR-15" in moves(told)
    assert QApplication.activeModalWidget() is None
    after = due(officer, "RR-15")
    officer.press("Ctrl+Z", officer.window)
    told = answer(officer, is_applied=True)
    assert moves(told)["RR-15"][0] == after
    assert due(officer, "RR-15") == date(2026, 3, 25)
    tab = officer.tab("history")
    officer.choose(tab.table, "Due date moved")
    officer.look("14-history")


def explain_what_was(officer):
    """The earlier dates, and another date agreed beside the one by the rule."""
    officer.tab("overview")
    table = officer.page.deadlines.table
    officer.choose(table, RAPID_REVIEW)
    officer.press("Ctrl+D", table)
    shown = officer.on_top(DeadlineDialog)
    assert shown.earlier_card.isVisible()
    officer.look("15-earlier-dates")
    officer.push("Agree another date")
    officer.fill(agreed_on=date(2026, 4, 1), reason="A death in the team.", authority="The Panel")
    officer.save()
    assert shown.agreed_date.date_label.text() == "Wed 1 Apr 2026"
    officer.look("16-agreed")
    officer.leave()


def judge_anew(officer):
    table = officer.page.deadlines.table
    officer.choose(table, SIN)
    officer.press("Ctrl+D", table)
    shown = officer.on_top(DeadlineDialog)
    assert shown.kept_card.isVisible()
    officer.look("17-kept")
    officer.push("Judge it anew")
    officer.look("18-judge")
    QTest.keyClick(shown.focusWidget(), Qt.Key.Key_Return)
    read()
    assert not shown.kept_card.isVisible()
    officer.leave()


def take_files_out(officer, qtbot, verapdf, folder):
    page = go(officer, 3)
    officer.press("Ctrl+E", page.list_card.table)
    shown = officer.on_top(DeadlineExportDialog)
    officer.look("19-export")
    files = [folder / f"d.{suffix}" for suffix in ("pdf", "ics", "xlsx")]
    for file, arrow in zip(files, ("Right", "Down", "Left"), strict=True):
        card = shown.cards[shown.kind]
        card.setFocus(Qt.FocusReason.TabFocusReason)
        officer.press(arrow, card)
        officer.press("Ctrl+Return", shown.cards[shown.kind])
        chooser = officer.on_top(QFileDialog)
        officer.type_text(chooser.findChild(QLineEdit), f"{file}\n")
        qtbot.waitUntil(lambda name=file.name: shown.message.text().startswith(f"Saved as {name}"))
    officer.look("20-exported")
    officer.leave()
    pdf, calendar, workbook = files
    verapdf(pdf)
    assert load_workbook(workbook)["Deadlines"].max_row == len(page.list_card.rows()) + 1
    events = Calendar.from_ical(calendar.read_bytes()).walk("VEVENT")
    assert events
    assert TITLE not in calendar.read_text("utf-8")


def print_papers(officer):
    page = go(officer, 1)
    officer.press("Ctrl+P", page.due_card.table)
    read()
    shown = officer.on_top(PaperPreview)
    assert "No printer found" in shown.message.text()
    officer.look("21-today-sheet")
    officer.leave()
    open_case(officer)
    run(officer, "wall sheet")
    shown = officer.on_top(PaperPreview)
    officer.look("22-wall-sheet")
    officer.leave()


def run(officer, words):
    """Run a command by its words in the palette."""
    officer.press("Ctrl+K")
    palette = QApplication.activeModalWidget()
    officer.type_text(palette.search_edit, words)
    read()
    QTest.keyClick(palette.search_edit, Qt.Key.Key_Return)
    read()


def be_reminded(officer):
    """Shown, silenced, and back on the next day, when every page reads it."""
    officer.go_on_to(date(2026, 3, 25))
    officer.window.reminders.watch.look()
    read()
    bar = officer.window.reminder_bar
    assert bar.isVisible()
    officer.look("23-reminder")
    officer.push("Quiet until tomorrow")
    assert not bar.isVisible()
    officer.go_on_to(date(2026, 3, 26))
    officer.window.reminders.watch.look()
    read()
    assert bar.isVisible()
    officer.push("Show")
    assert not bar.isVisible()
    page = officer.window.page
    assert page.view.today == officer.day
    assert page.due_card.table.hasFocus()
    officer.look("24-shown")


def test_deadlines_are_seen_moved_and_printed_by_keys_alone(officer, qtbot, verapdf, tmp_path):
    see_it_on_today(officer)
    group_and_keep_a_view(officer)
    try_thursday(officer)
    notify(officer)
    add_a_bank_holiday(officer)
    count_otherwise(officer)
    make_a_timetable(officer)
    meet_the_milestone(officer)
    change_the_notified_date(officer)
    explain_what_was(officer)
    judge_anew(officer)
    take_files_out(officer, qtbot, verapdf, tmp_path)
    print_papers(officer)
    be_reminded(officer)
