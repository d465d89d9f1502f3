"""An agenda: the next booked day first, cases ticked and ordered, and how many pages it takes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from case_samples import TODAY
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from sgdesk.domain.cases import CaseDraft
from sgdesk.domain.review_parts import ReviewEventDraft
from sgdesk.errors import UserError
from sgdesk.records.papers import PaperTable
from sgdesk.services.cases import save_case
from sgdesk.services.entries import save_entry
from sgdesk.ui.dialogs.agenda_dialog import AgendaDialog
from sgdesk.ui.look.current import current, put_in_force
from sgdesk.ui.printing.paper_preview import PaperPreview

SOON, LATER = date(2026, 12, 8), date(2026, 12, 15)


def book(desk, case_id, day, kind="Panel meeting", time=""):
    save_entry(
        desk.register, case_id, None, ReviewEventDraft(kind, day, time, "Town hall"), today=TODAY
    )


@pytest.fixture
def dialog(qtbot, desk):
    book(desk, desk.full_id, SOON, time="10:00")
    book(desk, desk.bare_id, SOON, "Scoping meeting", "09:00")
    book(desk, desk.full_id, LATER)
    made = AgendaDialog(desk.context)
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.making.arrived):
        made.show()
    return made


def texts(dialog):
    cases = dialog.cases.case_list
    return [cases.item(row).text() for row in range(cases.count())]


def headings(dialog):
    (table,) = dialog.paper.parts
    return [row.cells[0] for row in table.rows if row.is_heading]


def choose_day(qtbot, dialog, day):
    days = [dialog.day_combo.itemData(at) for at in range(dialog.day_combo.count())]
    if dialog.day_combo.currentData() != day:
        with qtbot.waitSignal(dialog.making.arrived):
            dialog.day_combo.setCurrentIndex(days.index(day))


def test_it_opens_on_the_next_booked_day_with_its_cases_in_the_order_of_their_times(dialog, desk):
    first = dialog.day_combo.currentData()
    assert first >= TODAY
    assert dialog.day_field.value() == first
    assert dialog.paper is not None


def test_another_booked_day_brings_its_cases(qtbot, dialog, desk):
    choose_day(qtbot, dialog, SOON)
    assert dialog.day_field.value() == SOON
    assert len(texts(dialog)) == 2
    assert texts(dialog)[0].endswith("Scoping meeting, 09:00, Town hall")
    assert dialog.cases.chosen() == (desk.bare_id, desk.full_id)
    assert headings(dialog)[1].startswith("2. ZZSP2026-27-05 · Two siblings, neglect")
    assert dialog.message.text() == "2 cases on one page."
    choose_day(qtbot, dialog, LATER)
    assert dialog.cases.chosen() == (desk.full_id,)
    assert dialog.message.text() == "1 case on one page."


def test_a_day_can_be_typed_and_may_have_no_meeting(qtbot, dialog):
    at = dialog.day_combo.count() - 1
    assert dialog.day_combo.itemText(at) == "Another day"
    dialog.day_combo.setCurrentIndex(at)
    assert dialog.focusWidget() is dialog.day_field.line_edit
    with qtbot.waitSignal(dialog.making.arrived):
        dialog.day_field.line_edit.setText("1 Mar 2027")
        dialog.day_field.settle()
    assert texts(dialog) == []
    assert dialog.paper is None
    assert not dialog.print_button.isEnabled()
    assert dialog.message.text().startswith("No case is ticked.")
    assert dialog.day_combo.currentText() == "Another day"
    dialog.print_agenda()
    assert dialog.findChild(PaperPreview) is None


def test_other_open_cases_are_offered_and_ticked_ones_stay(qtbot, dialog, desk):
    choose_day(qtbot, dialog, LATER)
    with qtbot.waitSignal(dialog.making.arrived):
        dialog.others_check.click()
    assert len(texts(dialog)) > 1
    assert dialog.cases.chosen() == (desk.full_id,)
    item = dialog.cases.case_list.item(1)
    with qtbot.waitSignal(dialog.making.arrived):
        item.setCheckState(Qt.CheckState.Checked)
    ticked = dialog.cases.chosen()
    assert len(ticked) == 2
    assert "no meeting booked on this day" in headings(dialog)[1]
    with qtbot.waitSignal(dialog.making.arrived):
        dialog.others_check.click()
    assert dialog.cases.chosen() == ticked


def test_cases_are_moved_by_buttons_and_keys(qtbot, dialog, desk):
    choose_day(qtbot, dialog, SOON)
    cases = dialog.cases
    assert not cases.up_button.isEnabled()
    with qtbot.waitSignal(dialog.making.arrived):
        cases.down_button.click()
    assert cases.chosen() == (desk.full_id, desk.bare_id)
    assert cases.case_list.currentRow() == 1
    assert not cases.down_button.isEnabled()
    cases.shift(1)
    assert cases.case_list.currentRow() == 1
    cases.case_list.setFocus()
    with qtbot.waitSignal(dialog.making.arrived):
        QTest.keyClick(cases.case_list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert cases.chosen() == (desk.bare_id, desk.full_id)
    assert headings(dialog)[0].startswith("1. ")


def test_the_agenda_opens_in_the_preview(qtbot, dialog):
    choose_day(qtbot, dialog, SOON)
    dialog.print_button.click()
    preview = dialog.findChild(PaperPreview)
    assert preview.isVisible()
    assert preview.windowTitle() == "SGDesk: Print agenda"
    preview.reject()


def test_more_than_a_page_is_said(qtbot, dialog, desk):
    for number in range(40):
        draft = CaseDraft(reference=f"YY-{number:02}", title="A case with a title")
        (case_id,) = save_case(desk.register, None, draft, today=TODAY).case_ids
        book(desk, case_id, LATER)
    with qtbot.waitSignal(dialog.making.arrived):
        dialog.offering.start()
    choose_day(qtbot, dialog, LATER)
    assert dialog.message.text().startswith("41 cases on ")
    assert dialog.message.text().endswith("Leave one out to save paper.")


def test_what_cannot_be_read_is_told(dialog):
    dialog.making.failed.emit(UserError("This case is no longer in the register."))
    assert dialog.message.text() == "This case is no longer in the register."


def test_enter_presses_the_button_that_has_the_keyboard(qtbot, dialog):
    dialog.close_button.setFocus()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Shift)


def test_it_fits_in_large_text(qtbot, desk):
    put_in_force(replace(current(), text_scale=2.0))
    made = AgendaDialog(desk.context)
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.making.arrived):
        made.show()
    assert made.width() <= made.screen().availableGeometry().width()
    assert isinstance(made.paper.parts[0], PaperTable) if made.paper else True
