"""Tests of the dialog that asks several agencies at once."""

from __future__ import annotations

from datetime import date

import pytest
from agency_desk import add_agencies, ask_some
from case_samples import TODAY, nameless, texts
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from sgdesk.domain.agency_requests import RAPID_REVIEW_RETURN, ReturnState
from sgdesk.services.agency_rows import list_requests
from sgdesk.ui.dialogs.agency_dialogs import AgencyDialogs
from sgdesk.ui.dialogs.agency_ticks import AgencyTicks


@pytest.fixture
def ask(qtbot, desk):
    """Open the dialog for a case, on show and in front."""

    window = AgencyTicks(())
    qtbot.addWidget(window)

    def open_it(case_id=None):
        window.show()
        dialog = AgencyDialogs(desk.context, window).ask(case_id or desk.full_id, "ZZSP2026-27-05")
        QTest.qWaitForWindowActive(dialog)
        return dialog

    return open_it


def names(dialog):
    return [box.text() for box in dialog.ticks.boxes.values()]


def tick(dialog, made, *wanted):
    for name in wanted:
        dialog.ticks.boxes[made.agencies[name]].click()


def test_it_begins_with_today_and_the_working_of_the_date(ask, desk):
    add_agencies(desk)
    dialog = ask()
    draft = dialog.draft()
    assert (draft.agency_ids, draft.request.asked_on) == ((), TODAY)
    assert (draft.request.purpose, draft.request.round) == (RAPID_REVIEW_RETURN, 1)
    assert dialog.due_label.text() == "Due Wed 25 Nov 2026, the date agreed for all returns."
    assert dialog.fair_check.isHidden()
    assert draft.request.route == ""
    assert dialog.fields.row("round").message.text() == "The first round."
    assert "Schools" not in names(dialog)
    assert nameless(dialog) == []


def test_ticked_agencies_are_asked_in_one_save(qtbot, ask, desk):
    made = add_agencies(desk)
    dialog = ask()
    tick(dialog, made, "Police", "Housing")
    assert dialog.ticks.count_label.text() == "2 ticked"
    dialog.route_combo.setCurrentText("E-mail")
    with qtbot.waitSignal(desk.context.changed):
        dialog.save()
    rows = list_requests(desk.register, desk.full_id, today=TODAY)
    assert [row.agency_name for row in rows] == ["Housing", "Police"]
    assert {row.request.route for row in rows} == {"E-mail"}
    assert not dialog.isVisible()


def test_every_problem_is_shown_at_once(ask, desk):
    add_agencies(desk)
    dialog = ask()
    dialog.purpose_combo.setCurrentText("")
    dialog.asked_field.set_value(None)
    dialog.save()
    said = " ".join(texts(dialog.problem_panel))
    assert "3 things to put right" in said
    assert {"Tick at least one."} <= set(texts(dialog.problem_panel))


def test_those_asked_already_cannot_be_ticked_until_the_next_round(ask, desk):
    ask_some(desk)
    dialog = ask()
    assert "Police (asked already)" in names(dialog)
    assert dialog.fields.row("round").message.text() == (
        "Round 1 went out already. For all over again choose 2."
    )
    assert dialog.draft().request.route == "Secure e-mail"
    dialog.ticks.all_button.click()
    assert dialog.ticks.count_label.text() == "1 ticked"
    dialog.round_box.setValue(2)
    assert "Police" in names(dialog)
    dialog.ticks.all_button.click()
    assert dialog.ticks.count_label.text() == "4 ticked"
    dialog.round_box.setValue(1)
    assert dialog.ticks.count_label.text() == "1 ticked"
    dialog.ticks.none_button.click()
    assert dialog.ticks.count_label.text() == "None ticked"


def test_agencies_added_late_get_their_fair_time_unless_it_is_declined(ask, desk):
    made = ask_some(desk)
    dialog = ask()
    assert "Due Mon 7 Dec 2026. Added late: 10 working days" in dialog.due_label.text()
    assert dialog.fair_check.isVisible()
    tick(dialog, made, "Fire service")
    dialog.save()
    row = made.row("Fire service")
    assert (row.due_on, row.state) == (date(2026, 12, 7), ReturnState.OWN_DATE)


def test_the_fair_time_can_be_declined(ask, desk):
    made = ask_some(desk)
    dialog = ask()
    tick(dialog, made, "Fire service")
    dialog.fair_check.click()
    dialog.save()
    assert made.row("Fire service").due_on == date(2026, 11, 25)


def test_a_date_of_their_own_needs_its_reason(ask, desk):
    made = ask_some(desk)
    dialog = ask()
    tick(dialog, made, "Fire service")
    dialog.due_field.line_edit.setText("30/11/2026")
    dialog.due_field.settle()
    assert dialog.due_label.text().startswith(
        "Due Mon 30 Nov 2026, a date of their own. Otherwise:"
    )
    assert dialog.fair_check.isHidden()
    dialog.save()
    assert "Say why the date by the rule does not hold." in texts(dialog.problem_panel)
    dialog.reason_edit.setPlainText("Half a day’s work")
    dialog.save()
    assert made.row("Fire service").due_on == date(2026, 11, 30)


def test_another_purpose_begins_its_own_rounds(ask, desk):
    ask_some(desk)
    dialog = ask()
    dialog.purpose_combo.setCurrentText("Chronology")
    assert "Police" in names(dialog)
    assert dialog.due_label.text() == "No rule gives a date for this. Give one of your own."
    assert dialog.fields.row("round").message.text() == "The first round."


def test_the_search_finds_an_agency_by_name_kind_and_former_name(qtbot, ask, desk):
    made = ask_some(desk)
    dialog = ask()
    field = dialog.ticks.search_field

    def shown():
        return [box.text().split(" (")[0] for box in dialog.ticks.boxes.values() if box.isVisible()]

    for text, expected in (
        ("fire", ["Fire service"]),
        ("health", ["Health trust"]),
        ("council homes", ["Housing"]),
        ("nobody", []),
    ):
        field.setText(text)
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert shown() == expected
    assert dialog.ticks.nothing_label.isVisible()
    assert dialog.isVisible()
    field.setText("fire")
    QTest.keyClick(field, Qt.Key.Key_Return)
    dialog.ticks.all_button.click()
    assert dialog.ticks.value() == (made.agencies["Fire service"],)
    assert dialog.ticks.nothing_label.isHidden()


def test_ticks_that_would_be_lost_are_asked_about(ask, desk):
    made = add_agencies(desk)
    dialog = ask()
    assert not dialog.is_changed()
    tick(dialog, made, "Police")
    dialog.reject()
    assert dialog.footer.is_asking
