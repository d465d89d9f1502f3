"""Export of deadlines: paper, PDF, workbook and calendar file, by keyboard, without a printer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from case_samples import TODAY
from icalendar import Calendar
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel

from sgdesk.records.deadline_reports import ReportOrder
from sgdesk.services.deadlines import list_deadlines
from sgdesk.ui.dialogs.deadline_export_dialog import DeadlineExportDialog
from sgdesk.ui.dialogs.deadline_exports import WAYS, DeadlineExport, ExportKind
from sgdesk.ui.look.current import current, put_in_force
from sgdesk.ui.printing.paper_preview import PaperPreview

if TYPE_CHECKING:
    from case_samples import Desk
    from pytestqt.qtbot import QtBot


@pytest.fixture
def rows(desk: Desk):
    return [row for row in list_deadlines(desk.register, today=TODAY) if row.is_open]


@pytest.fixture
def open_dialog(qtbot: QtBot, desk: Desk, rows):
    def open_it(kind=ExportKind.PAPER, shown=None):
        dialog = DeadlineExportDialog(desk.context, shown or rows, "Open deadlines")
        qtbot.addWidget(dialog)
        dialog.show()
        QTest.qWaitForWindowActive(dialog)
        dialog.cards[kind].click()
        return dialog

    return open_it


def previews(dialog):
    return dialog.findChildren(PaperPreview)


def said(dialog):
    return dialog.message.text()


def save(qtbot, dialog, target):
    dialog.save(target)
    qtbot.waitUntil(lambda: not dialog.is_working)


def test_paper_comes_first_with_the_keyboard_on_it(open_dialog, rows):
    dialog = open_dialog()
    assert dialog.kind is ExportKind.PAPER
    assert dialog.cards[ExportKind.PAPER].hasFocus()
    assert dialog.windowTitle() == "SGDesk: Export deadlines"
    assert dialog.go_button.text() == "Preview and print…"


def test_arrow_keys_go_through_the_ways_and_pages_alone_have_an_order(open_dialog):
    dialog = open_dialog()
    for key, kind in (
        (Qt.Key.Key_Right, ExportKind.PDF),
        (Qt.Key.Key_Down, ExportKind.CALENDAR),
        (Qt.Key.Key_Left, ExportKind.WORKBOOK),
        (Qt.Key.Key_Up, ExportKind.PAPER),
    ):
        QTest.keyClick(dialog.focusWidget(), key)
        assert dialog.kind is kind
        assert dialog.go_button.text() == WAYS[kind].button
        assert dialog.about_label.text() == WAYS[kind].about
        assert dialog.order_combo.isEnabled() == (kind in (ExportKind.PAPER, ExportKind.PDF))


def test_a_machine_without_a_printer_shows_the_preview_and_offers_the_pdf(
    qtbot, open_dialog, monkeypatch
):
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    dialog = open_dialog()
    dialog.order_combo.set_value(ReportOrder.CASE)
    dialog.landscape_check.click()
    dialog.working_check.click()
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(previews(dialog)))
    (preview,) = previews(dialog)
    assert preview.is_landscape
    (table,) = preview.paper.parts
    assert table.rows[0].is_heading
    assert any(row.is_below for row in table.rows)
    assert not preview.print_button.isEnabled()
    assert "No printer found" in preview.message.text()
    assert preview.save_button.isEnabled()
    preview.reject()
    assert dialog.isVisible()


@pytest.mark.parametrize("kind", [ExportKind.PDF, ExportKind.WORKBOOK, ExportKind.CALENDAR])
def test_a_file_is_named_after_nobody_and_its_place_is_told(
    qtbot, open_dialog, tmp_path, rows, kind
):
    dialog = open_dialog(kind)
    dialog.go_button.click()
    (chooser,) = dialog.findChildren(QFileDialog)
    name = f"Deadlines {TODAY.isoformat()}.{WAYS[kind].suffix}"
    assert [Path(one).name for one in chooser.selectedFiles()] == [name]
    assert chooser.nameFilters() == [WAYS[kind].files]
    chooser.fileSelected.emit(str(tmp_path / name))
    chooser.reject()
    qtbot.waitUntil(lambda: not dialog.is_working)
    assert said(dialog) == f"Saved as {name} in {tmp_path}."
    assert (tmp_path / name).stat().st_size > 0
    assert dialog.focusWidget() is dialog.go_button


def test_the_files_hold_the_rows_on_show(qtbot, open_dialog, tmp_path, rows):
    dialog = open_dialog(ExportKind.WORKBOOK, rows[:3])
    save(qtbot, dialog, tmp_path / "d.xlsx")
    assert load_workbook(tmp_path / "d.xlsx")["Deadlines"].max_row == 4
    dialog.cards[ExportKind.CALENDAR].click()
    save(qtbot, dialog, tmp_path / "d.ics")
    events = Calendar.from_ical((tmp_path / "d.ics").read_bytes()).walk("VEVENT")
    confirmed = [one for one in events if not str(one["SUMMARY"]).startswith("Done: ")]
    assert len(confirmed) == 3
    dialog.cards[ExportKind.PDF].click()
    dialog.landscape_check.click()
    save(qtbot, dialog, tmp_path / "d.pdf")
    width, height = pypdfium2.PdfDocument(tmp_path / "d.pdf").get_page_size(0)
    assert width > height


def test_what_was_searched_for_stands_in_the_dialog_on_paper_and_in_the_workbook(
    qtbot, desk, rows, tmp_path
):
    searched = "Those that hold “RIV”."
    dialog = DeadlineExportDialog(desk.context, rows, "Open deadlines", summary=searched)
    qtbot.addWidget(dialog)
    dialog.show()
    heads = {label.text() for label in dialog.findChildren(QLabel)}
    assert f"Open deadlines: {len(rows)}, as on the page. {searched}" in heads
    dialog.go_on()
    qtbot.waitUntil(lambda: bool(previews(dialog)))
    (preview,) = previews(dialog)
    assert preview.paper.summary.endswith(f" overdue. {searched}")
    preview.reject()
    dialog.cards[ExportKind.WORKBOOK].click()
    save(qtbot, dialog, tmp_path / "d.xlsx")
    cells = [cell.value for row in load_workbook(tmp_path / "d.xlsx").worksheets[1] for cell in row]
    assert f"{len(rows)}. {searched}" in cells
    assert searched not in repr(dialog._export)


def test_a_file_that_cannot_be_written_is_said_and_can_be_tried_again(qtbot, open_dialog, tmp_path):
    dialog = open_dialog(ExportKind.CALENDAR)
    save(qtbot, dialog, tmp_path / "none" / "d.ics")
    assert "could not be written" in said(dialog)
    save(qtbot, dialog, tmp_path / "d.ics")
    assert said(dialog).startswith("Saved as")


def test_what_nobody_expected_has_a_reference(qtbot, open_dialog, tmp_path, monkeypatch):
    def break_down(*_words):
        raise RuntimeError("Mary Ash")

    monkeypatch.setattr(DeadlineExport, "save", break_down)
    dialog = open_dialog(ExportKind.PDF)
    save(qtbot, dialog, tmp_path / "d.pdf")
    assert "Reference " in said(dialog)
    assert "Mary" not in said(dialog)


def test_work_is_stopped_by_escape_and_leaves_nothing(qtbot, open_dialog, tmp_path, monkeypatch):
    stopping = []

    def work(self, kind, options, target, progress):
        while True:
            progress(1, 2, "Writing the workbook")
            stopping.append(True)

    monkeypatch.setattr(DeadlineExport, "save", work)
    dialog = open_dialog(ExportKind.WORKBOOK)
    dialog.save(tmp_path / "d.xlsx")
    qtbot.waitUntil(lambda: said(dialog) == "Writing the workbook: 1 of 2")
    assert dialog.close_button.text() == "Stop"
    assert not dialog.cards[ExportKind.PDF].isEnabled()
    dialog.go_on()  # nothing is begun beside it
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.is_working)
    assert said(dialog) == "Stopped. Nothing was saved."
    assert dialog.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_progress_without_a_total_is_told_in_words_alone(open_dialog):
    dialog = open_dialog()
    dialog._on_progressed(0, 0, "Saving")
    assert said(dialog) == "Saving"


def test_enter_presses_the_button_that_holds_the_keyboard(qtbot, open_dialog):
    dialog = open_dialog(ExportKind.CALENDAR)
    dialog.close_button.setFocus()
    QTest.keyClick(dialog.close_button, Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_enter_elsewhere_closes_nothing(qtbot, open_dialog):
    dialog = open_dialog()
    QTest.keyClick(dialog.order_combo, Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_every_control_says_its_name(open_dialog):
    dialog = open_dialog()
    assert dialog.accessibleName() == "Export deadlines"
    for card in dialog.cards.values():
        assert card.text()
        assert card.accessibleDescription()
    assert dialog.order_combo.accessibleName() == "Order"


def test_practice_says_so_in_the_title(qtbot, desk, rows, monkeypatch):
    monkeypatch.setattr(desk.register, "is_practice", True)
    dialog = DeadlineExportDialog(desk.context, rows, "Open deadlines")
    qtbot.addWidget(dialog)
    assert "PRACTICE" in dialog.windowTitle()


def test_large_text_fits_the_screen(qtbot, open_dialog):
    put_in_force(replace(current(), text_scale=2.0))
    dialog = open_dialog()
    room = dialog.screen().availableGeometry()
    assert dialog.width() <= room.width()
    assert dialog.height() <= room.height()
