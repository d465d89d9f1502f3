"""Tests of the tab of requests to agencies: what it reads, its keys, and what it opens."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from agency_desk import WHOLE, add_agencies, ask_some
from case_samples import TODAY, nameless, opened, texts
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from sgdesk.domain.agency_marks import ReturnMark
from sgdesk.domain.agency_requests import AgencyRequestDraft, ReturnState
from sgdesk.services.agency_marks import mark_request
from sgdesk.services.agency_requests import save_request
from sgdesk.ui.dialogs.ask_agencies_dialog import AskAgenciesDialog
from sgdesk.ui.dialogs.form_dialog import FormDialog
from sgdesk.ui.dialogs.letter_dialog import LetterDialog
from sgdesk.ui.models.agency_columns import REQUEST_COLUMNS, last_chase_words, request_line
from sgdesk.ui.pages.case_agencies_tab import AgenciesTab
from sgdesk.ui.pages.request_facts import request_facts


@pytest.fixture
def open_tab(qtbot, desk):
    """Open the tab of the full case; it reads again after each save, as on its page."""

    def open_it(case_id=None):
        tab = AgenciesTab(desk.context)
        qtbot.addWidget(tab)
        tab.resize(620, 900)
        desk.context.changed.connect(lambda _: tab.show_case(desk.view(case_id)))
        tab.show_case(desk.view(case_id))
        tab.show()
        QTest.qWaitForWindowActive(tab)
        return tab

    return open_it


@pytest.fixture
def made(desk):
    return ask_some(desk)


@pytest.fixture
def tab(made, open_tab):
    return open_tab()


def choose(tab, made, name):
    """Choose the request to an agency, with the keyboard in the table."""
    row = made.row(name)
    tab.table.setFocus()
    assert tab.table.choose(row.request_id)
    return row


def facts_of(row):
    return {fact.label: (fact.words, fact.note) for fact in request_facts(row)}


def test_the_head_counts_what_is_out(tab):
    assert tab.count_label.text() == "2 of 3 outstanding, 1 overdue"
    assert tab.days_label.text() == ("Rapid Review: first request Wed 11 Nov, last return to come.")


def test_the_last_return_is_said_as_soon_as_all_are_in(tab, made, desk):
    for name in ("Housing", "Police"):
        desk.context.apply(
            mark_request(desk.register, made.row(name), ReturnMark.RECEIVED, today=TODAY)
        )
    assert tab.count_label.text() == "All 3 in"
    assert tab.days_label.text().endswith("last return Mon 23 Nov.")


def test_a_case_without_requests_says_what_to_do(open_tab, desk):
    add_agencies(desk)
    tab = open_tab(desk.bare_id)
    assert "No agency was asked yet" in " ".join(texts(tab.empty))
    assert tab.pane.isHidden()
    assert tab.days_label.text() == ""
    tab.edit_chosen()
    assert opened(tab, AskAgenciesDialog)


def test_a_row_tells_asked_due_and_chased_and_the_name_then(made):
    police, housing = made.row("Police"), made.row("Housing")
    assert request_line(police) == "Own date Thu 19 Nov, asked 11 Nov, chased 2"
    assert request_line(housing) == "Due Wed 25 Nov, asked 11 Nov"
    assert last_chase_words(police) == "Chase Fri 20 Nov"
    assert last_chase_words(housing) == ""
    assert last_chase_words(replace(police, last_chased_on=None)) == "Chase"
    agency, state = REQUEST_COLUMNS
    assert agency.text(housing) == "Housing (then Council homes)"
    assert agency.tooltip(police).endswith("Chase Fri 20 Nov")
    assert state.text(police) == "Overdue by 2 days"
    assert state.said(police) == "Overdue by 2 working days"
    assert state.sort_key(police) < state.sort_key(housing)


def test_a_request_without_a_date_says_so(made):
    nothing = replace(made.row("Housing"), due_on=None, request=AgencyRequestDraft())
    assert request_line(nothing) == "No due date, not asked yet"
    assert request_line(replace(nothing, state=ReturnState.NOT_NEEDED)) == "Not asked yet"
    assert facts_of(nothing)["Due"][0] == "No date"
    assert facts_of(nothing)["Asked"][0] == "Not asked yet"


def test_the_pane_reads_what_is_known_of_the_chosen_request(tab, made):
    choose(tab, made, "Police")
    assert tab.pane.title_label.text() == "Police"
    assert tab.pane.state_label.text() == "Overdue by 2 working days"
    facts = facts_of(made.row("Police"))
    assert facts["For"] == ("Rapid Review return, round 1", "")
    assert facts_of(made.row("Housing"))["For"][1] == ("The agency was called Council homes then.")
    assert facts["Asked"] == ("Wed 11 Nov 2026", "To: The desk, by secure e-mail")
    assert facts["Due"] == ("Thu 19 Nov 2026, own date", "The log is wanted early")
    assert facts["Promised for"][0] == "Wed 18 Nov 2026"
    assert facts["Chased"] == ("2 times", "Last: chase, Fri 20 Nov 2026")
    assert facts["Note"][0] == "Rang twice"


def test_the_pane_reads_the_return_with_its_check(tab, made):
    choose(tab, made, "Health trust")
    facts = facts_of(made.row("Health trust"))
    assert facts["Received"][0] == "Wed 18 Nov 2026"
    assert facts["Received"][1].startswith("Version 1.0, author: ")
    assert facts["Quality check"] == (
        "Not sound, Thu 19 Nov 2026, Business support",
        "One date is missing.",
    )
    assert facts["Documents secured"][0] == "Yes"
    assert facts["Involvement"][0] == "Two visits."
    assert "Key practice episodes" not in facts
    assert tab.pane.buttons["chase"].isHidden()
    assert not tab.pane.buttons[ReturnMark.QUERIED.value].isHidden()


def test_nil_returns_queries_and_what_is_not_needed_are_told(made, desk):
    mark_request(desk.register, made.row("Housing"), ReturnMark.NIL, today=TODAY)
    housing = made.row("Housing")
    facts = facts_of(housing)
    assert facts["Received"][0] == "Nil return, Mon 23 Nov 2026"
    assert "Quality check" not in facts
    mark_request(desk.register, made.row("Police"), ReturnMark.RECEIVED, today=TODAY)
    assert facts_of(made.row("Police"))["Quality check"][0] == "Not checked yet"
    asked = replace(housing.request, queried_on=TODAY, query="Which?", not_needed_reason="Merged")
    facts = facts_of(replace(housing, request=asked, chases=1))
    assert facts["Query"] == ("Mon 23 Nov 2026: Which?", "No answer yet")
    assert facts["Not needed"][0] == "Merged"
    answered = replace(asked, answered_on=TODAY)
    assert facts_of(replace(housing, request=answered))["Query"][1] == "Answered Mon 23 Nov 2026"
    police = replace(made.row("Police"), chases=1)
    assert facts_of(police)["Chased"][0] == "Once"


@pytest.mark.parametrize(
    ("key", "question", "state"),
    [
        (Qt.Key.Key_R, "Log the return of Housing as received today", ReturnState.RECEIVED),
        (Qt.Key.Key_N, "Log a nil return of Housing", ReturnState.NIL),
        (Qt.Key.Key_A, "Log that Housing acknowledged", ReturnState.ACKNOWLEDGED),
    ],
)
def test_a_letter_asks_first_and_enter_logs_it(tab, made, key, question, state):
    choose(tab, made, "Housing")
    QTest.keyClick(tab.table, key)
    assert tab.confirm.isVisible()
    assert question in tab.confirm.accessibleName()
    assert made.row("Housing").state is ReturnState.ASKED
    QTest.keyClick(tab.confirm.yes_button, Qt.Key.Key_Return)
    assert made.row("Housing").state is state
    assert tab.confirm.isHidden()
    assert tab.pane.state_label.text() == made.row("Housing").state_words


def test_escape_keeps_everything_and_gives_the_keyboard_back(tab, made):
    choose(tab, made, "Housing")
    QTest.keyClick(tab.table, Qt.Key.Key_N, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(tab.confirm.yes_button, Qt.Key.Key_Escape)
    assert tab.confirm.isHidden()
    assert tab.table.hasFocus()
    assert made.row("Housing").state is ReturnState.ASKED


def test_other_keys_go_on_as_ever(tab, made):
    choose(tab, made, "Housing")
    for key in (Qt.Key.Key_X, Qt.Key.Key_Home):
        QTest.keyClick(tab.table, key)
    assert tab.confirm.isHidden()


def test_a_letter_that_cannot_be_says_why(tab, made):
    choose(tab, made, "Health trust")
    QTest.keyClick(tab.table, Qt.Key.Key_N)
    assert "A return came in on Wed 18 Nov 2026 already." in tab.confirm.accessibleName()
    choose(tab, made, "Housing")
    assert tab.confirm.isHidden()
    QTest.keyClick(tab.table, Qt.Key.Key_Q)
    assert "Nothing came in yet" in tab.confirm.accessibleName()


def test_what_changed_meanwhile_is_not_written_over(tab, made, desk):
    row = choose(tab, made, "Housing")
    QTest.keyClick(tab.table, Qt.Key.Key_R)
    noted = replace(row.request, note="Rang")
    save_request(desk.register, row.case_id, row.request_entry, noted, today=TODAY)
    tab.confirm.yes_button.click()
    assert tab.confirm.isVisible()
    assert made.row("Housing").state is ReturnState.ASKED


def test_a_query_opens_with_the_day_and_keeps_its_words(tab, made, desk):
    choose(tab, made, "Health trust")
    QTest.keyClick(tab.table, Qt.Key.Key_Q)
    dialog = opened(tab, FormDialog)
    assert dialog.draft().queried_on == TODAY
    dialog.editors["query"].setPlainText("Which school?")
    dialog.save()
    assert made.row("Health trust").state is ReturnState.QUERIED
    assert tab.count_label.text() == "3 of 3 outstanding, 1 overdue, 1 queried"
    tab.pane.buttons[ReturnMark.QUERIED.value].click()
    again = opened(tab, FormDialog)
    assert again.draft().query == "Which school?"
    again.editors["answered_on"].set_value(TODAY)
    again.save()
    assert made.row("Health trust").state is ReturnState.RECEIVED
    tab.pane.buttons[ReturnMark.QUERIED.value].click()
    assert opened(tab, FormDialog).draft().query == ""


def test_ctrl_r_logs_a_return_in_its_parts(qtbot, tab, made):
    choose(tab, made, "Housing")
    QTest.keyClick(tab.table, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    dialog = opened(tab, FormDialog)
    assert dialog.draft().received_on == TODAY
    dialog.editors["received_on"].set_value(date(2026, 11, 10))
    dialog.save()
    assert "before it was asked" in " ".join(texts(dialog.problem_panel))
    dialog.editors["received_on"].set_value(date(2026, 11, 20))
    dialog.editors["author"].setText("Deputy lead")
    dialog.editors["learning"].setPlainText("See the flat.")
    dialog.save()
    housing = made.row("Housing")
    assert (housing.state, housing.returned.author) == (ReturnState.RECEIVED, "Deputy lead")


def test_a_return_that_is_in_already_opens_with_its_own_day(tab, made):
    choose(tab, made, "Health trust")
    tab.pane.buttons["return"].click()
    assert opened(tab, FormDialog).draft() == WHOLE


def test_a_request_is_edited_with_what_would_hold_without_its_own_date(tab, made):
    choose(tab, made, "Police")
    tab.edit_chosen()
    dialog = opened(tab, FormDialog)
    hint = dialog.fields.row("due_on").message.text()
    assert hint.startswith("Without it: due Wed 25 Nov 2026")
    dialog.editors["due_on"].set_value(None)
    dialog.editors["due_reason"].setPlainText("")
    dialog.save()
    police = made.row("Police")
    assert (police.due_is_own, police.due_on) == (False, date(2026, 11, 25))


def test_a_request_to_nobody_can_still_be_edited(tab, made, desk):
    row = made.row("Housing")
    tab.pane.show_request(
        replace(row, agency_id=None, request=replace(row.request, agency_id=None))
    )
    tab.pane.link_button.click()
    dialog = opened(tab, FormDialog)
    assert dialog.editors["agency_id"].currentText() == "No agency chosen"
    dialog.save()
    assert "Choose whom to ask." in " ".join(texts(dialog.problem_panel))


def test_a_request_made_by_mistake_is_removed_after_a_question(tab, made):
    choose(tab, made, "Housing")
    tab.pane.remove_button.click()
    assert "Remove the request to Housing" in tab.confirm.accessibleName()
    tab.confirm.yes_button.click()
    assert {row.agency_name for row in made.rows()} == {"Health trust", "Police"}
    choose(tab, made, "Police")
    tab.pane.remove_button.click()
    tab.confirm.yes_button.click()
    assert "This request was chased or answered" in tab.confirm.accessibleName()


def test_ctrl_m_opens_the_chase(tab, made):
    choose(tab, made, "Police")
    QTest.keyClick(tab.table, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert opened(tab, LetterDialog)


def test_the_letter_that_asks_is_drafted_from_the_pane(tab, made):
    choose(tab, made, "Police")
    tab.pane.buttons["letter"].click()
    assert opened(tab, LetterDialog).subject_edit.text().startswith("ZZSP2026-27-05")


def test_enter_on_a_row_edits_it(tab, made):
    choose(tab, made, "Housing")
    QTest.keyClick(tab.table, Qt.Key.Key_Return)
    assert opened(tab, FormDialog)


def test_the_next_step_opens_the_dialog_that_asks(tab):
    tab.open_step("")
    assert not tab.findChildren(AskAgenciesDialog)
    tab.open_step("ask")
    assert opened(tab, AskAgenciesDialog)


def test_the_most_pressing_request_is_chosen_first(tab):
    assert tab.table.chosen_record().agency_name == "Police"
    assert tab.pane.title_label.text() == "Police"


def test_the_request_stands_beside_the_table_where_there_is_room(tab):
    assert tab.panes.orientation() == Qt.Orientation.Vertical
    tab.resize(1000, 700)
    assert tab.panes.orientation() == Qt.Orientation.Horizontal
    tab.resize(600, 700)
    assert tab.panes.orientation() == Qt.Orientation.Vertical


def test_nothing_happens_before_a_case_is_shown(qtbot, desk):
    tab = AgenciesTab(desk.context)
    qtbot.addWidget(tab)
    tab.ask_button.click()
    tab.pane.act_asked.emit("return")
    assert not tab.findChildren(FormDialog)


def test_every_control_has_a_name(tab, made):
    choose(tab, made, "Housing")
    assert nameless(tab) == []


def test_no_window_title_names_an_agency_or_a_case(tab, made):
    choose(tab, made, "Police")
    tab.edit_chosen()
    assert opened(tab, FormDialog).windowTitle() == "Agency request"


def test_state_and_remove_stand_below_each_other_where_there_is_no_room(tab, made):
    choose(tab, made, "Police")
    pane = tab.pane
    both = pane.state_label.sizeHint().width() + pane.remove_button.sizeHint().width()
    pane.setFixedWidth(both)
    tab.grab()
    assert pane.remove_button.y() > pane.state_label.y()
