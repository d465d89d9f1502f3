"""Tests of the matrix of agency returns: seen, moved through, set, chased and printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from case_samples import TODAY, nameless
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from return_samples import ask, receive, request

from sgdesk.domain.agency_requests import ReturnState
from sgdesk.services.agency_requests import remove_request, save_request
from sgdesk.ui.dialogs.ask_agencies_dialog import AskAgenciesDialog
from sgdesk.ui.dialogs.chase_dialog import ChaseDialog
from sgdesk.ui.dialogs.form_dialog import FormDialog
from sgdesk.ui.dialogs.letter_dialog import LetterDialog
from sgdesk.ui.pages.agency_returns_page import AgencyReturnsPage

SECOND = {"purpose": "Chronology", "due_on": date(2026, 11, 20), "due_reason": "Agreed"}


@pytest.fixture
def asked(desk):
    """Ask three agencies in one case and one in the other, where it is overdue."""
    ask(desk, desk.full_id)
    ask(desk, desk.bare_id, ("Housing",), **SECOND)
    return desk


@pytest.fixture
def open_page(qtbot, desk):
    def open_it(size=(1200, 800)):
        page = AgencyReturnsPage(desk.context)
        qtbot.addWidget(page)
        page.resize(*size)
        with qtbot.waitSignals([page.loaded, page.explained]):
            page.show()
        QTest.qWaitForWindowActive(page)
        page.card.table.setFocus()
        return page

    return open_it


@pytest.fixture
def page(asked, open_page):
    return open_page()


def chosen(page):
    """Return which request is chosen, as agency and reference."""
    index = page.card.table.currentIndex()
    model = page.card.model
    return model.name_at(index.row()), model.case_at(index.column()).reference


def go(qtbot, page, key):
    with qtbot.waitSignal(page.explained):
        QTest.keyClick(page.card.table, key)


def dialogs(page, kind=FormDialog):
    return [one for one in page.findChildren(kind) if one.isVisible()]


def test_the_matrix_is_sound_as_a_model(page):
    QAbstractItemModelTester(page.card.model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model = page.card.model
    assert (model.rowCount(), model.columnCount()) == (3, 2)
    assert model.rowCount(model.index(0, 0)) == model.columnCount(model.index(0, 0)) == 0
    assert model.data(model.index(5, 5)) is None
    assert model.data(model.index(0, 0), Qt.ItemDataRole.DecorationRole) is None
    assert model.headerData(0, Qt.Orientation.Vertical, Qt.ItemDataRole.DecorationRole) is None


def test_a_mark_is_said_in_words_to_those_who_hear_it(page):
    model = page.card.model
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.data(model.index(0, 0)) == "O by 1 day"
    assert model.data(model.index(0, 0), role) == (
        "Housing, ZZSP2026-27-06: Overdue by 1 working day (Chronology, round 1)"
    )
    assert model.data(model.index(1, 0)) == ""
    assert model.data(model.index(1, 0), role) == "Police, ZZSP2026-27-06: not asked"
    assert model.headerData(0, Qt.Orientation.Vertical) == "Housing"
    assert model.headerData(0, Qt.Orientation.Vertical, role) == "Housing, 2 outstanding"
    assert model.headerData(1, Qt.Orientation.Horizontal) == "ZZSP2026-27-05"
    assert (
        model.headerData(1, Qt.Orientation.Horizontal, role)
        == "ZZSP2026-27-05, day 9 of 15, due Wed 25 Nov"
    )
    assert page.card.totals.accessibleDescription() == "Housing: 2. Police: 1. Schools: 1"


def test_the_page_says_how_much_is_out(page):
    assert page.header.second_label.text() == "2 cases with requests, 3 agencies · Mon 23 Nov 2026"
    assert page.card.sum_label.text().startswith("4 returns out in 2 cases, 1 overdue ·")
    assert page.chips.button("overdue").text() == "Overdue 1"
    assert nameless(page) == []


def test_what_is_overdue_is_chosen_first_and_explained(page):
    assert chosen(page) == ("Housing", "ZZSP2026-27-06")
    pane = page.pane
    assert pane.agency_label.text() == "Housing"
    assert pane.case_label.text() == "ZZSP2026-27-06, Chronology, round 1"
    assert pane.state_label.text() == "Overdue by 1 working day"
    assert pane.due_label.text() == "Due Fri 20 Nov 2026, a date of its own"
    assert [one.title for one in pane.ladder_view.rungs()] == ["Request", "Chase"]
    assert pane.chase_button.text() == "Draft chase…"


def test_the_arrow_keys_move_from_mark_to_mark(qtbot, page):
    go(qtbot, page, Qt.Key.Key_Right)
    assert chosen(page) == ("Housing", "ZZSP2026-27-05")
    go(qtbot, page, Qt.Key.Key_Down)
    assert chosen(page) == ("Police", "ZZSP2026-27-05")
    assert page.pane.agency_label.text() == "Police"


def test_where_nobody_was_asked_the_pane_says_so(qtbot, page):
    go(qtbot, page, Qt.Key.Key_Down)
    assert chosen(page) == ("Police", "ZZSP2026-27-06")
    assert page.pane.empty_label.isVisible()
    assert "was not asked" in page.pane.empty_label.text()
    for key in (Qt.Key.Key_R, Qt.Key.Key_Return):
        QTest.keyClick(page.card.table, key)
    page.chase_chosen()
    assert page.card.confirm_line.isHidden()
    assert dialogs(page) == []


@pytest.mark.parametrize(
    ("key", "state"),
    [(Qt.Key.Key_R, ReturnState.RECEIVED_LATE), (Qt.Key.Key_N, ReturnState.NIL)],
)
def test_a_letter_logs_a_return_after_the_question(qtbot, page, desk, key, state):
    QTest.keyClick(page.card.table, key)
    line = page.card.confirm_line
    assert line.isVisible()
    assert line.sentence_label.text().startswith("ZZSP2026-27-06: Log ")
    assert request(desk, "Housing", desk.bare_id).returned.received_on is None
    with qtbot.waitSignals([desk.context.changed, page.loaded]):
        QTest.keyClick(line.yes_button, Qt.Key.Key_Return)
    assert line.isHidden()
    assert request(desk, "Housing", desk.bare_id).state is state
    assert chosen(page) == ("Housing", "ZZSP2026-27-06")
    assert page.card.table.hasFocus()


def test_a_logs_an_acknowledgement(qtbot, page, desk):
    QTest.keyClick(page.card.table, Qt.Key.Key_A)
    with qtbot.waitSignals([desk.context.changed, page.loaded]):
        page.card.confirm_line.yes_button.click()
    assert request(desk, "Housing", desk.bare_id).request.acknowledged_on == TODAY


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_a_no_changes_nothing_and_gives_the_keyboard_back(page, desk, key):
    QTest.keyClick(page.card.table, Qt.Key.Key_R)
    page.card.confirm_line.no_button.setFocus()
    QTest.keyClick(page.card.confirm_line.no_button, key)
    assert page.card.confirm_line.isHidden()
    assert request(desk, "Housing", desk.bare_id).returned.received_on is None
    assert page.card.table.hasFocus()


def test_a_letter_that_cannot_be_set_says_why(page):
    QTest.keyClick(page.card.table, Qt.Key.Key_Q)
    line = page.card.confirm_line
    assert line.sentence_label.text().startswith("Nothing came in yet")
    assert line.yes_button.isHidden()
    line.no_button.click()
    assert line.isHidden()


def test_q_asks_for_the_words_of_the_query(qtbot, desk, asked, open_page):
    receive(desk, "Housing", desk.bare_id)
    page = open_page()
    page.card.table.choose(request(desk, "Housing", desk.bare_id).request_id)
    QTest.keyClick(page.card.table, Qt.Key.Key_Q)
    (dialog,) = dialogs(page)
    assert "query" in dialog.editors


def test_a_letter_of_another_command_and_one_with_ctrl_set_nothing(page):
    QTest.keyClick(page.card.table, Qt.Key.Key_X)
    QTest.keyClick(page.card.table, Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)
    assert page.card.confirm_line.isHidden()


def test_a_request_changed_meanwhile_is_not_overwritten(qtbot, page, desk):
    QTest.keyClick(page.card.table, Qt.Key.Key_A)
    row = request(desk, "Housing", desk.bare_id)
    noted = replace(row.request, note="Called them")
    save_request(desk.register, desk.bare_id, row.request_entry, noted, today=TODAY)
    page.card.confirm_line.yes_button.click()
    assert page.card.confirm_line.isVisible()
    assert request(desk, "Housing", desk.bare_id).request.acknowledged_on is None


def test_enter_and_a_double_click_open_the_request(qtbot, page):
    QTest.keyClick(page.card.table, Qt.Key.Key_Return)
    (dialog,) = dialogs(page)
    assert "asked_on" in dialog.editors
    dialog.reject()
    page.card.table.doubleClicked.emit(page.card.model.index(0, 0))
    assert len(dialogs(page)) >= 1


def test_ctrl_r_logs_a_return_in_full(page):
    QTest.keyClick(page.card.table, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    (dialog,) = dialogs(page)
    assert "received_on" in dialog.editors


def test_ctrl_m_chases_the_chosen_request(page):
    QTest.keyClick(page.card.table, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    (dialog,) = dialogs(page, ChaseDialog)
    assert dialog.to_edit.text() == "housing@example.test"


def test_what_is_in_is_not_chased(qtbot, desk, asked, open_page):
    receive(desk, "Housing", desk.bare_id)
    page = open_page()
    with qtbot.waitSignal(page.explained):
        page.card.table.choose(request(desk, "Housing", desk.bare_id).request_id)
    assert not page.pane.chase_button.isEnabled()
    page.chase_chosen()
    assert "nothing to chase" in page.card.confirm_line.sentence_label.text()
    assert dialogs(page, ChaseDialog) == []


def test_the_buttons_beside_the_matrix_do_the_same(qtbot, page, desk):
    page.pane.return_button.click()
    page.pane.request_button.click()
    page.pane.chase_button.click()
    assert len(dialogs(page)) == 2
    assert len(dialogs(page, ChaseDialog)) == 1
    with qtbot.waitSignal(page.case_asked) as told:
        page.pane.case_button.click()
    assert told.args == [desk.bare_id]


def test_a_request_can_be_written_as_a_letter_and_logged(qtbot, page, desk):
    page.pane.letter_button.click()
    (dialog,) = dialogs(page, LetterDialog)
    assert dialog.title_label.text() == "Request to an agency"
    assert dialog.to_edit.text() == "housing@example.test"
    dialog.route_combo.setCurrentText("Secure e-mail")
    with qtbot.waitSignals([desk.context.changed, page.loaded]):
        dialog.footer.save_button.click()
    assert request(desk, "Housing", desk.bare_id).request.route == "Secure e-mail"


def test_a_filter_shows_only_what_passes_and_the_choice_stays(qtbot, page):
    with qtbot.waitSignal(page.explained):
        page.chips.choose("overdue")
    assert (page.card.model.rowCount(), page.card.model.columnCount()) == (1, 1)
    assert chosen(page) == ("Housing", "ZZSP2026-27-06")


def test_a_purpose_can_be_shown_alone(qtbot, page):
    assert page.purpose_combo.isVisible()
    with qtbot.waitSignal(page.explained):
        page.purpose_combo.setCurrentText("Rapid Review return")
    assert page.card.model.columnCount() == 1
    assert page.chips.button("all").text() == "All 3"


def test_a_filter_that_lets_nothing_through_says_so_and_offers_all(qtbot, desk, open_page):
    ask(desk, desk.full_id)
    page = open_page()
    page.chips.choose("overdue")
    assert page.card.empty_state.sentence_label.text() == "No request passes this filter."
    assert not page.print_button.isEnabled()
    with qtbot.waitSignal(page.explained):
        page.card.empty_state.button.click()
    assert page.chips.chosen_key == "all"
    assert page.card.model.rowCount() == 3


def test_without_requests_the_page_leads_to_the_cases(qtbot, desk, open_page):
    page = open_page()
    assert page.header.second_label.text() == "Mon 23 Nov 2026"
    assert "No agency has been asked" in page.card.empty_state.sentence_label.text()
    with qtbot.waitSignal(page.page_asked) as told:
        page.card.empty_state.button.click()
    assert told.args == ["cases"]


def test_several_requests_stand_behind_one_mark(qtbot, desk, open_page):
    ask(desk, desk.full_id, ("Housing",))
    ask(desk, desk.full_id, ("Housing",), round=2)
    page = open_page()
    assert page.card.model.data(page.card.model.index(0, 0)) == "S due 25 Nov +1"
    assert page.pane.more_label.text() == "And 1 further request to it in this case."
    ask(desk, desk.full_id, ("Housing",), round=3)
    with qtbot.waitSignals([page.loaded, page.explained]):
        page.reload()
    assert page.pane.more_label.text() == "And 2 further requests to it in this case."


def test_ctrl_p_prints_what_is_on_show(qtbot, page):
    page.chips.choose("overdue")
    with qtbot.waitSignal(page.report_asked) as told:
        page.print_button.click()
    (paper,) = told.args
    assert [row.cells[0] for row in paper.parts[0].rows] == ["Housing"]
    assert paper.summary == "1 return out in 1 case, 1 overdue. Overdue only."
    assert paper.is_landscape


def test_a_request_that_is_gone_is_told(qtbot, page, desk):
    row = request(desk, "Housing", desk.bare_id)
    remove_request(desk.register, desk.bare_id, row.request_entry)
    with qtbot.waitSignal(desk.context.troubled) as told:
        page.open_chosen()
    assert "no longer in the register" in str(told.args[0])
    with qtbot.waitSignal(page.explained):
        page._detail.start()


def test_the_pane_stands_below_where_the_window_is_narrow(page):
    assert page.splitter.orientation() == Qt.Orientation.Horizontal
    page.fit(QSize(700, 900))
    assert page.splitter.orientation() == Qt.Orientation.Vertical


def test_a_border_that_the_officer_moved_stays(page):
    page.splitter.moveSplitter(700, 1)
    page.splitter.splitterMoved.emit(700, 1)
    moved = page.splitter.sizes()
    page.fit(QSize(1200, 800))
    assert page.splitter.sizes() == moved


def test_rows_come_closer_in_a_low_window(page):
    before = page.card.table.rowHeight(0)
    page.fit(QSize(1200, 560))
    assert page.card.table.rowHeight(0) < before
    lines = page.layout()
    assert lines.indexOf(page.legend) > lines.indexOf(page.splitter)
    page.fit(QSize(1200, 800))
    assert page.card.table.rowHeight(0) == before
    assert lines.indexOf(page.legend) < lines.indexOf(page.splitter)


def test_f6_goes_through_the_parts_and_the_filter_key_to_the_filters(page):
    assert page.panes() == [page.card, page.pane, page.chips]
    page.focus_filter()
    assert page.chips.button("all").hasFocus()


def test_the_heads_stay_and_a_long_name_is_told_whole(qtbot, desk, open_page):
    names = tuple(f"Agency of a quite remarkable length, number {n:02}" for n in range(30))
    ask(desk, desk.full_id, names)
    page = open_page((900, 500))
    table = page.card.table
    bar = table.verticalScrollBar()
    assert bar.maximum() > 0
    bar.setValue(bar.maximum())
    assert table.rowViewportPosition(0) < 0
    assert page.card.totals.isVisible()
    point = QPoint(20, table.verticalHeader().height() // 2)
    view = table.verticalHeader().viewport()
    QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, point, view.mapToGlobal(point)))
    picture = page.grab(QRect(0, 0, 900, 500))
    assert not picture.isNull()


def test_asking_agencies_elsewhere_is_seen_here(qtbot, page, desk):
    ask(desk, desk.bare_id, ("Schools",))
    assert dialogs(page, AskAgenciesDialog) == []
    with qtbot.waitSignal(page.loaded):
        page.reload()
    assert page.card.model.data(page.card.model.index(2, 0)) == "S"
