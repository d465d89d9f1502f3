"""The chase list is chosen in a small dialog, and printed from there and from the page."""

from __future__ import annotations

from datetime import date

import pytest
from case_samples import nameless
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from return_samples import ask, receive

from sgdesk.errors import UserError
from sgdesk.services.chase_papers import ChaseChoice
from sgdesk.services.outcomes import Changes
from sgdesk.ui.dialogs import chase_list_dialog
from sgdesk.ui.dialogs.chase_list_dialog import ChaseListDialog
from sgdesk.ui.printing.paper_preview import PaperPreview

LATE = {"purpose": "Chronology", "due_on": date(2026, 11, 20), "due_reason": "Agreed"}


@pytest.fixture
def asked(desk):
    """Ask three agencies in one case and one of them in the other, where it is overdue."""
    ask(desk, desk.full_id)
    ask(desk, desk.bare_id, ("Housing",), **LATE)
    return desk


@pytest.fixture
def open_dialog(qtbot, desk):
    def open_it(choice=None):
        dialog = ChaseListDialog(desk.context, choice)
        qtbot.addWidget(dialog)
        with qtbot.waitSignal(dialog.reading.arrived):
            dialog.open()
        QTest.qWaitForWindowActive(dialog)
        return dialog

    return open_it


def items(dialog):
    return [dialog.agency_combo.itemText(at) for at in range(dialog.agency_combo.count())]


def printed(qtbot, dialog):
    with qtbot.waitSignal(dialog.making.arrived) as made:
        dialog.print_button.click()
    (paper,) = made.args
    return paper


def agencies(paper):
    (table,) = paper.parts
    return [row.cells[0].split(" · ")[0] for row in table.rows if row.is_heading]


def test_it_offers_the_agencies_that_owe_something_and_says_how_much(asked, open_dialog):
    dialog = open_dialog()
    assert items(dialog) == [
        "Every agency",
        "Housing (2 out, 1 overdue)",
        "Police (1 out)",
        "Schools (1 out)",
    ]
    assert dialog.message.text() == "4 returns on the list."
    dialog.overdue_check.click()
    assert dialog.message.text() == "1 return on the list."
    dialog.agency_combo.setCurrentIndex(2)
    assert dialog.message.text() == "Nothing to chase."
    assert not dialog.print_button.isEnabled()
    assert nameless(dialog) == []


def test_the_list_of_what_was_chosen_is_shown_as_it_will_be_printed(qtbot, asked, open_dialog):
    dialog = open_dialog()
    assert agencies(printed(qtbot, dialog)) == ["Housing", "Police", "Schools"]
    (preview,) = dialog.findChildren(PaperPreview)
    assert preview.isVisible()
    preview.close()
    dialog.agency_combo.setCurrentIndex(3)
    assert agencies(printed(qtbot, dialog)) == ["Schools"]


def test_it_begins_with_what_it_was_asked_for(asked, open_dialog):
    dialog = open_dialog(ChaseChoice(only_overdue=True))
    assert dialog.overdue_check.isChecked()
    assert dialog.message.text() == "1 return on the list."


def test_the_choice_stays_while_returns_come_in(qtbot, asked, open_dialog):
    dialog = open_dialog()
    dialog.agency_combo.setCurrentIndex(2)
    with qtbot.waitSignal(dialog.reading.arrived):
        receive(asked, "Schools")
        asked.context.apply(Changes(""))
    assert dialog.agency_combo.currentText() == "Police (1 out)"
    with qtbot.waitSignal(dialog.reading.arrived):
        receive(asked, "Police")
        asked.context.apply(Changes(""))
    assert dialog.agency_combo.currentText() == "Every agency"


def test_where_nothing_is_outstanding_there_is_nothing_to_print(open_dialog):
    dialog = open_dialog()
    assert items(dialog) == ["Every agency"]
    assert dialog.message.text() == "Nothing to chase."
    assert not dialog.print_button.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_failure_is_told_in_the_dialog(qtbot, asked, open_dialog, monkeypatch):
    dialog = open_dialog()

    def fails(*_args, **_kwargs):
        raise UserError("The register could not be read.")

    monkeypatch.setattr(chase_list_dialog, "chase_list", fails)
    with qtbot.waitSignal(dialog.making.failed):
        dialog.print_list()
    assert dialog.message.text() == "The register could not be read."
    dialog.close_button.setFocus()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()
