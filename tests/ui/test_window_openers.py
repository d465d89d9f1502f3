"""What the main window opens over its pages: dialogs, wizards, help, and word of errors."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from page_registers import TROUBLE, practice_context
from page_samples import TODAY
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit
from shiboken6 import isValid
from window_steps import cases_page, dialog_on_show, open_window, trigger

from sgdesk.errors import UserError
from sgdesk.records.deadlines import DueKind
from sgdesk.records.exports import DocumentKind
from sgdesk.records.packs import PackPlace
from sgdesk.services.agency_rows import list_requests
from sgdesk.services.case_views import get_case
from sgdesk.services.cases import save_case
from sgdesk.services.packs import run_pack
from sgdesk.services.request_workings import explain_request_date
from sgdesk.services.return_matrix import read_returns
from sgdesk.ui.dialogs.about_dialog import AboutDialog
from sgdesk.ui.dialogs.deadline_dialog import DeadlineDialog
from sgdesk.ui.dialogs.deadline_export_dialog import DeadlineExportDialog
from sgdesk.ui.dialogs.form_dialog import FormDialog
from sgdesk.ui.dialogs.what_if_dialog import WhatIfDialog
from sgdesk.ui.dialogs.working_dialog import WorkingDialog
from sgdesk.ui.pages.deadlines_list import row_key
from sgdesk.ui.pages.deadlines_page import DeadlinesPage
from sgdesk.ui.pages.today_page import TodayPage
from sgdesk.ui.shell.page_stack import Place
from sgdesk.ui.wizards.export_documents_page import OF_EACH_REVIEW
from sgdesk.ui.wizards.export_wizard import ExportWizard

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from sgdesk.ui.context import AppContext
    from sgdesk.ui.main_window import MainWindow
    from sgdesk.ui.pages.cases_page import CasesPage


@pytest.fixture
def context() -> Iterator[AppContext]:
    yield from practice_context()


@pytest.fixture
def window(qtbot: QtBot, context: AppContext) -> MainWindow:
    return open_window(qtbot, context)


def test_a_step_opens_its_dialog_over_the_case(qtbot: QtBot, window: MainWindow) -> None:
    page = cases_page(qtbot, window)

    trigger(window, "edit_case")

    assert window.stack.place == Place("cases", page.list_card.rows()[0].case_id)
    dialog_on_show(window).reject()


def test_why_this_date_opens_over_the_page(qtbot: QtBot, window: MainWindow) -> None:
    assert isinstance(window.page, TodayPage)
    card = window.page.due_card
    deadline = next(row for row in card.rows() if row.code == "RR-15")
    card.table.choose(card.table._key(deadline))

    trigger(window, "explain")

    dialog = dialog_on_show(window)
    dialog.reject()
    qtbot.waitUntil(lambda: not isValid(dialog))


def test_ctrl_e_on_the_deadlines_exports_their_list(qtbot: QtBot, window: MainWindow) -> None:
    page = deadlines_page(qtbot, window)

    trigger(window, "export")

    dialog = dialog_on_show(window)
    assert isinstance(dialog, DeadlineExportDialog)
    assert dialog._rows == tuple(page.list_card.rows())
    dialog.reject()


def test_what_if_opens_for_the_case_of_the_chosen_deadline(
    qtbot: QtBot, window: MainWindow
) -> None:
    page = deadlines_page(qtbot, window)
    row = next(row for row in page.list_card.rows() if row.code == "RR-15")
    page.list_card.table.choose(row_key(row))

    trigger(window, "what_if")

    dialog = dialog_on_show(window)
    assert isinstance(dialog, WhatIfDialog)
    dialog.case_button.click()
    assert window.stack.place == Place("cases", row.case_id)
    trigger(window, "what_if")
    again = dialog_on_show(window)
    assert isinstance(again, WhatIfDialog)
    assert again.found.case_id == row.case_id
    again.reject()


def test_what_if_of_a_case_that_is_gone_is_told(window: MainWindow) -> None:
    window.context.setProperty(TROUBLE, True)

    window.openers.what_if(uuid4())

    assert window.notice_bar.isVisible()


def test_a_return_on_the_deadlines_page_opens_on_its_case(qtbot: QtBot, window: MainWindow) -> None:
    page = deadlines_page(qtbot, window)
    row = next(row for row in page.list_card.rows() if row.kind is DueKind.RETURN)
    page.list_card.table.choose(row_key(row))

    trigger(window, "open_case")

    assert window.stack.place == Place("cases", row.case_id)
    assert window.page.tabs.key == "agencies"


def deadlines_page(qtbot: QtBot, window: MainWindow) -> DeadlinesPage:
    window.go("deadlines")
    page = window.page
    assert isinstance(page, DeadlinesPage)
    qtbot.waitUntil(lambda: bool(page.list_card.rows()))
    return page


def test_a_deadline_that_is_gone_is_told(qtbot: QtBot, window: MainWindow) -> None:
    window.context.setProperty(TROUBLE, True)

    window.openers.explain(uuid4(), "RR-15")

    assert window.notice_bar.isVisible()


def test_a_new_case_is_recorded_and_shown(qtbot: QtBot, window: MainWindow) -> None:
    trigger(window, "new_case")
    dialog_on_show(window).reject()
    page = cases_page(qtbot, window)
    draft = replace(page_draft(window, page), reference="PRAC2031-32-01", title="New one")

    with qtbot.waitSignal(window.context.changed):
        window.openers._save_new_case(draft)

    assert window.stack.place is not None
    assert window.stack.place.case_id is not None
    assert window.status_line.saved_label.text() == "Practice only, not kept · Case saved"


def page_draft(window: MainWindow, page: CasesPage) -> object:
    row = page.list_card.rows()[0]
    return get_case(window.context.register, row.case_id, today=TODAY).draft


def test_the_window_follows_what_is_saved(qtbot: QtBot, window: MainWindow) -> None:
    page = cases_page(qtbot, window)
    row = page.list_card.rows()[0]
    draft = replace(page_draft(window, page), title="Changed")

    with qtbot.waitSignal(page.loaded):
        changes = save_case(window.context.register, row.case_id, draft, today=TODAY)
        window.context.apply(changes)

    assert page.list_card.rows()[0].title == "Changed"


def test_the_palette_runs_what_is_chosen(qtbot: QtBot, window: MainWindow) -> None:
    trigger(window, "palette")
    dialog = dialog_on_show(window)
    field = dialog.findChild(QLineEdit)
    assert field is not None

    qtbot.keyClicks(field, "publicat")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_help_opens_on_the_page_on_show(qtbot: QtBot, window: MainWindow) -> None:
    trigger(window, "help")
    assert dialog_on_show(window).windowTitle() == "SGDesk help: Today"

    page = cases_page(qtbot, window)
    trigger(window, "help")
    assert dialog_on_show(window).windowTitle() == "SGDesk help: Cases"

    window.open_case(page.list_card.rows()[0].case_id)
    trigger(window, "help")
    assert dialog_on_show(window).windowTitle() == "SGDesk help: A case"

    trigger(window, "keys")
    assert dialog_on_show(window).windowTitle() == "SGDesk help: Keyboard"


def test_about_tells_of_the_program_and_leads_on_to_the_help(window: MainWindow) -> None:
    trigger(window, "about")
    about = dialog_on_show(window)
    assert isinstance(about, AboutDialog)
    about.more_link.click()
    assert not about.isVisible()
    assert dialog_on_show(window).windowTitle() == "SGDesk help: About SGDesk"


def test_printing_goes_to_the_page_or_prints_all_open_deadlines(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[object] = []
    monkeypatch.setattr(window.openers, "print_report", printed.append)
    page = window.page
    assert isinstance(page, TodayPage)
    with qtbot.waitSignal(page.report_asked):
        trigger(window, "print")


def test_an_error_from_anywhere_is_told_in_the_window(window: MainWindow) -> None:
    window.context.setProperty(TROUBLE, True)

    window.context.report(UserError("The disk is full."))

    assert window.notice_bar.isVisible()
    assert window.notice_bar.sentence_label.text() == "The disk is full."


def test_a_case_that_is_gone_is_told_and_the_page_stays(window: MainWindow) -> None:
    window.context.setProperty(TROUBLE, True)

    window.open_case(uuid4())

    assert isinstance(window.page, TodayPage)
    assert window.notice_bar.isVisible()
    assert not window.commands.action("back").isEnabled()


def test_the_export_wizard_opens_and_closes(qtbot: QtBot, window: MainWindow) -> None:
    trigger(window, "export")

    dialog = dialog_on_show(window)
    dialog.done(QDialog.DialogCode.Rejected)
    qtbot.waitUntil(lambda: not isValid(dialog))


def test_the_whole_pack_opens_with_every_document_of_a_review(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.openers.make_whole_pack(())
    wizard = dialog_on_show(window)
    assert isinstance(wizard, ExportWizard)
    assert wizard.documents_page.kinds() == OF_EACH_REVIEW
    qtbot.waitUntil(lambda: not wizard.is_working)
    wizard.done(QDialog.DialogCode.Rejected)


def test_who_received_a_pack_is_asked_for_over_the_wizard(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    context = window.context
    place = PackPlace(tmp_path / "pack")
    day = context.today()
    deadlines = {DocumentKind.DEADLINES}
    saved = run_pack(context.register, (), deadlines, place, today=day)
    window.openers.export()
    wizard = dialog_on_show(window)
    assert isinstance(wizard, ExportWizard)
    qtbot.waitUntil(lambda: not wizard.is_working)
    wizard.recipient_asked.emit(saved)
    form = next(one for one in wizard.findChildren(FormDialog) if one.isVisible())
    form.editors["name"].setText("Communications team")
    with qtbot.waitSignal(context.changed):
        form.save()
    wizard.done(QDialog.DialogCode.Rejected)


def test_a_briefing_opens_over_the_window(qtbot: QtBot, window: MainWindow) -> None:
    page = cases_page(qtbot, window)

    window.openers.edit_briefing(None, page.list_card.rows()[0].case_id)

    dialog_on_show(window).reject()


def test_a_report_opens_its_preview(qtbot: QtBot, window: MainWindow) -> None:
    window.openers.print_open_deadlines()

    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(QDialog)))
    dialog_on_show(window).reject()


def test_the_import_wizard_opens_over_the_window(qtbot: QtBot, window: MainWindow) -> None:
    trigger(window, "import_list")

    dialog_on_show(window).done(QDialog.DialogCode.Rejected)


def test_the_chase_list_opens_over_any_page(qtbot: QtBot, window: MainWindow) -> None:
    trigger(window, "chase_list")

    dialog = dialog_on_show(window)
    assert "Agency chase list" in dialog.windowTitle()
    dialog.reject()
    qtbot.waitUntil(lambda: not isValid(dialog))


def test_a_date_that_no_rule_gives_leads_to_the_rule_behind_it(
    qtbot: QtBot, window: MainWindow
) -> None:
    register = window.context.register
    cells = read_returns(register, today=TODAY).cells
    (row, *_) = (
        one
        for one in list_requests(register, cells[0].case_id, today=TODAY)
        if one.due_on is not None
    )

    window.openers.explain_working(explain_request_date(register, row, today=TODAY))
    first = dialog_on_show(window)
    assert isinstance(first, WorkingDialog)
    first.rule_button.click()

    dialog = dialog_on_show(window)
    assert isinstance(dialog, DeadlineDialog)
    dialog.reject()
    qtbot.waitUntil(lambda: not isValid(dialog))
