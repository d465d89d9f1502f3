"""A machine without a printer: every paper is shown as it would be printed, and saved as a PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
import pytest
from case_samples import TODAY
from page_registers import practice_context
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget

from sgdesk.domain.case_dates import CaseDate
from sgdesk.services.chase_papers import chase_list
from sgdesk.services.deadline_reports import deadline_report
from sgdesk.services.deadlines import list_deadlines
from sgdesk.services.held_cases import read_held_cases
from sgdesk.services.review_plans import review_plan
from sgdesk.services.today import look_at_today
from sgdesk.services.today_papers import today_sheet
from sgdesk.services.wall_sheets import wall_sheet
from sgdesk.services.what_if import what_if
from sgdesk.services.what_if_papers import what_if_paper
from sgdesk.ui.printing.paper_print import print_paper

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from sgdesk.services.register import Register
    from sgdesk.ui.context import AppContext

SAID = "No printer found. Save as PDF instead, and print it where there is one."


@pytest.fixture(scope="module")
def context(qapp: object) -> Iterator[AppContext]:
    yield from practice_context()


def case_with(register: Register, day: CaseDate):
    return next(case.id for case in read_held_cases(register) if day in case.facts.dates)


def report(register: Register):
    return deadline_report(register, list_deadlines(register, today=TODAY), today=TODAY)


def today_page(register: Register):
    return today_sheet(register, look_at_today(register, today=TODAY), today=TODAY)


def wall(register: Register):
    return wall_sheet(register, case_with(register, CaseDate.NOTIFIED), today=TODAY)


def plan(register: Register):
    return review_plan(register, case_with(register, CaseDate.INITIATED), today=TODAY)


def chases(register: Register):
    return chase_list(register, today=TODAY)


def supposed(register: Register):
    case_id = case_with(register, CaseDate.AWARE)
    found = what_if(register, case_id, {CaseDate.NOTIFIED: TODAY}, today=TODAY)
    return what_if_paper(register, found, today=TODAY)


@pytest.mark.parametrize("paper_of", [report, today_page, wall, plan, chases, supposed])
def test_each_paper_is_shown_and_saved_where_no_printer_is(
    qtbot: QtBot, context: AppContext, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, paper_of
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    paper = paper_of(context.register)
    window = QWidget()
    qtbot.addWidget(window)
    preview = print_paper(context, paper, window)
    QTest.qWaitForWindowActive(preview)

    assert preview.isVisible()
    assert preview.is_landscape == paper.is_landscape
    assert preview.message.text() == SAID
    assert not preview.print_button.isEnabled()
    assert preview.save_button.property("kind") == "primary"
    QTest.keyClick(preview, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert preview.message.text() == SAID
    assert preview.findChild(QPrintDialog) is None

    QTest.keyClick(preview, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    chooser = preview.findChild(QFileDialog)
    target = tmp_path / paper.file_name
    with qtbot.waitSignal(preview.saving.saved, timeout=20_000):
        chooser.fileSelected.emit(str(target))
    chooser.close()
    assert preview.message.text() == f"Saved as {target.name} in {tmp_path}."
    document = pypdfium2.PdfDocument(target)
    pages = len(document)
    assert paper.title in document[0].get_textpage().get_text_range()
    document.close()
    assert pages == preview.pages.page_count
