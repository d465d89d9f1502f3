"""The preview turns pages by mouse and keyboard, prints, saves, and takes no printer calmly."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
import pytest
from page_registers import empty_context
from printing_samples import make_paper
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from sgdesk.errors import UserError
from sgdesk.ui.printing import paper_preview
from sgdesk.ui.printing.page_view import Zoom
from sgdesk.ui.printing.paper_print import print_paper
from sgdesk.ui.printing.printers import make_file_printer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from sgdesk.ui.context import AppContext
    from sgdesk.ui.printing.paper_preview import PaperPreview

    Opener = Callable[..., PaperPreview]


@pytest.fixture
def context(qapp: object, tmp_path: Path) -> Iterator[AppContext]:
    yield from empty_context(tmp_path)


@pytest.fixture
def open_preview(qtbot: QtBot, context: AppContext) -> Opener:
    window = QWidget()
    qtbot.addWidget(window)

    def open_it(count: int = 120) -> PaperPreview:
        preview = print_paper(context, make_paper(count), window)
        QTest.qWaitForWindowActive(preview)
        return preview

    return open_it


@pytest.fixture
def with_printer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paper_preview, "has_printer", lambda: True)


@pytest.fixture
def without_printer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paper_preview, "has_printer", lambda: False)


def test_it_opens_over_its_window_and_stops_nothing(open_preview: Opener) -> None:
    preview = open_preview()

    assert preview.isVisible()
    assert preview.isModal()
    assert preview.windowTitle() == "SGDesk: Print deadline report"
    assert preview.page_label.text() == f"Page 1 of {preview.pages.page_count}"
    assert preview.view.hasFocus()


def test_pages_are_turned_by_keys_and_buttons(open_preview: Opener) -> None:
    preview = open_preview()
    last = preview.pages.page_count

    assert not preview.back_button.isEnabled()
    QTest.keyClick(preview.view, Qt.Key.Key_PageDown)
    assert preview.view.page_number == 2
    preview.on_button.click()
    assert preview.page_label.text() == f"Page 3 of {last}"
    preview.back_button.click()
    QTest.keyClick(preview.view, Qt.Key.Key_PageUp)
    assert preview.view.page_number == 1
    QTest.keyClick(preview.view, Qt.Key.Key_End)
    assert preview.view.page_number == last
    assert not preview.on_button.isEnabled()
    QTest.keyClick(preview.view, Qt.Key.Key_Home)
    assert preview.view.page_number == 1
    before = preview.view.verticalScrollBar().value()
    QTest.keyClick(preview.view, Qt.Key.Key_Down)
    assert preview.view.verticalScrollBar().value() > before


def test_a_screen_reader_hears_the_page_on_show(open_preview: Opener) -> None:
    preview = open_preview()
    QTest.keyClick(preview.view, Qt.Key.Key_PageDown)

    assert preview.view.accessibleDescription().startswith("Page 2 of")


def test_paper_can_be_turned_and_the_size_chosen_with_the_page_kept(open_preview: Opener) -> None:
    preview = open_preview()

    preview.paper_combo.setCurrentText("Landscape")
    assert preview.is_landscape
    assert preview.pages.plan.sheet.is_landscape
    preview.view.go_to(3)
    for zoom in (Zoom.WHOLE_PAGE, Zoom.TWICE_WIDTH, Zoom.PAGE_WIDTH):
        preview.zoom_combo.setCurrentText(zoom.value)
        assert preview.view.page_number == 3
        preview.grab()
    preview.zoom_combo.setCurrentText(Zoom.TWICE_WIDTH.value)
    assert preview.view.horizontalScrollBar().maximum() > 0
    preview.resize(preview.width() - 80, preview.height() - 80)
    assert preview.view.page_number == 3


def test_the_preview_shows_what_is_printed(open_preview: Opener) -> None:
    preview = open_preview(5)
    preview.zoom_combo.setCurrentText(Zoom.WHOLE_PAGE.value)
    picture = preview.view.viewport().grab().toImage()
    colours = {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(0, picture.height(), 2)
    }

    assert {"#ffffff", "#12344d"} <= colours


@pytest.mark.usefixtures("without_printer")
def test_no_printer_is_not_an_error(open_preview: Opener) -> None:
    preview = open_preview()

    assert not preview.print_button.isEnabled()
    assert preview.message.text().startswith("No printer found. Save as PDF")
    assert preview.save_button.property("kind") == "primary"
    QTest.keyClick(preview, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert preview.message.text().startswith("No printer found.")
    assert preview.findChild(QPrintDialog) is None


@pytest.mark.usefixtures("with_printer")
def test_the_printer_dialog_opens_and_what_it_accepts_is_printed(
    open_preview: Opener, tmp_path: Path
) -> None:
    preview = open_preview(64)
    preview.paper_combo.setCurrentText("Landscape")
    preview.print_button.click()
    assert preview.print_dialog.isVisible()
    printer = preview.print_dialog.printer()
    printer.setOutputFormat(printer.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    preview.print_dialog.done(QDialog.DialogCode.Accepted)

    document = pypdfium2.PdfDocument(tmp_path / "paper.pdf")
    width, height = document[0].get_size()
    assert width > height
    assert preview.message.text().startswith(f"{len(document)} pages sent to ")
    document.close()


@pytest.mark.usefixtures("with_printer")
def test_a_printer_dialog_that_is_left_prints_nothing(open_preview: Opener) -> None:
    preview = open_preview(1)
    preview.print_button.click()
    preview.print_dialog.reject()

    assert preview.message.text() == ""


def test_one_page_is_one_page(open_preview: Opener, tmp_path: Path) -> None:
    preview = open_preview(1)
    preview.print_on(make_file_printer(tmp_path / "paper.pdf"))

    assert preview.message.text() == "1 page sent to the printer."


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_does_not_answer_is_told_in_the_window(
    open_preview: Opener, tmp_path: Path
) -> None:
    preview = open_preview(1)
    preview.print_on(make_file_printer(tmp_path / "nowhere" / "paper.pdf"))

    assert preview.message.text().startswith("The printer did not answer.")


def test_the_report_is_saved_as_a_tagged_pdf(
    qtbot: QtBot, open_preview: Opener, tmp_path: Path
) -> None:
    preview = open_preview(5)
    target = tmp_path / "saved.pdf"
    preview.save_button.click()
    dialog = preview.findChild(QFileDialog)
    assert dialog.isVisible()
    assert dialog.selectedFiles()[0].endswith("Deadline Report 2026-11-23.pdf")
    with qtbot.waitSignal(preview.saving.saved, timeout=20_000):
        dialog.fileSelected.emit(str(target))
        assert not preview.save_button.isEnabled()
        assert preview.message.text() == "Saving…"
    dialog.close()

    assert preview.save_button.isEnabled()
    assert preview.message.text() == f"Saved as saved.pdf in {tmp_path}."
    document = pypdfium2.PdfDocument(target)
    assert "ZZ-0005" in document[0].get_textpage().get_text_range()
    document.close()


def test_a_pdf_that_cannot_be_written_is_told_in_the_window(
    qtbot: QtBot, open_preview: Opener, tmp_path: Path
) -> None:
    preview = open_preview(1)
    with qtbot.waitSignal(preview.saving.failed, timeout=20_000):
        preview.saving.save(preview.paper, tmp_path / "nowhere" / "saved.pdf")

    assert "could not be written" in preview.message.text()
    assert preview.save_button.isEnabled()


def test_an_unexpected_failure_gets_a_reference(open_preview: Opener) -> None:
    preview = open_preview(1)
    preview.saving.failed.emit(ValueError("what was typed"))

    assert "Reference " in preview.message.text()
    assert "typed" not in preview.message.text()
    preview.saving.failed.emit(UserError("No room is left."))
    assert preview.message.text() == "No room is left."


def test_close_and_escape_close_it(open_preview: Opener) -> None:
    preview = open_preview(1)
    preview.close_button.click()
    assert not preview.isVisible()
    again = open_preview(1)
    QTest.keyClick(again, Qt.Key.Key_Escape)
    assert not again.isVisible()
