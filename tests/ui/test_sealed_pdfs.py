"""Sealing PDFs by hand: of a pack, and of a paper that is previewed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pack_steps import go_to_place, open_wizard
from page_registers import empty_context
from printing_samples import make_paper
from pypdfium2 import PdfDocument, PdfiumError
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget
from wizard_samples import TODAY, add_briefing, make_register

from sgdesk.records.exports import DocumentKind
from sgdesk.ui.context import AppContext
from sgdesk.ui.printing.paper_print import print_paper
from sgdesk.ui.widgets.seal_fields import SealFields

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from sgdesk.services.register import Register
    from sgdesk.ui.printing.seal_dialog import SealDialog
    from sgdesk.ui.wizards.export_wizard import ExportWizard

OPENED_BY = "lamp orbit gravel seventeen"


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    (tmp_path / "register").mkdir()
    register, _key = make_register(tmp_path / "register")
    yield register
    register.close()


@pytest.fixture
def wizard(qtbot: QtBot, register: Register, tmp_path: Path) -> ExportWizard:
    """On the step that says where the files go."""
    briefing_id = add_briefing(register, "ZZTS2024-25-03")
    wizard = open_wizard(qtbot, AppContext(register, lambda: TODAY), briefing_id)
    go_to_place(qtbot, wizard, tmp_path / "out")
    return wizard


@pytest.fixture
def fields(qtbot: QtBot) -> SealFields:
    made = SealFields()
    qtbot.addWidget(made)
    made.show()
    return made


def fate(wizard: ExportWizard) -> dict[str, str]:
    page = wizard.place_page
    model = page.model
    return {file.name: str(model.index(row, 1).data()) for row, file in enumerate(model.records())}


def opens(path: Path, password: str | None = None) -> bool:
    try:
        PdfDocument(path, password=password).close()
    except PdfiumError:
        return False
    return True


def test_a_box_seals_the_pdfs_of_a_pack_and_says_what_stays_open(
    qtbot: QtBot, wizard: ExportWizard, tmp_path: Path
) -> None:
    page = wizard.place_page
    assert not page.seal_fields.isVisible()
    assert page.seal_message.text() == "Each PDF then opens with the password alone."
    assert not any("with a password" in words for words in fate(wizard).values())
    page.seal_box.setFocus()
    qtbot.keyClick(page.seal_box, Qt.Key.Key_Space)
    assert page.seal_fields.isVisible()
    assert page.seal_fields.first_edit.hasFocus()
    assert "cannot have one" in page.seal_message.text()
    assert page.folder_row.message.text() == "This folder will be made."
    told = fate(wizard)
    assert {name for name, words in told.items() if words == "New, with a password"} == {
        name for name in told if name.endswith(".pdf")
    }
    assert not wizard.footer.next_button.isEnabled()
    qtbot.keyClicks(page.seal_fields.first_edit, OPENED_BY)
    qtbot.keyClick(page.seal_fields.first_edit, Qt.Key.Key_Return)
    assert page.seal_fields.second_edit.hasFocus()
    qtbot.keyClicks(page.seal_fields.second_edit, OPENED_BY)
    qtbot.keyClick(page.seal_fields.second_edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: wizard.result_page.is_done, timeout=30_000)

    sealed = sorted((tmp_path / "out").glob("*.pdf"))
    assert len(sealed) == 2
    for path in sealed:
        assert not opens(path)
        assert opens(path, OPENED_BY)
    abouts = {row.name: row.about for row in wizard.result_page.model.records()}
    assert all(
        about.endswith(", with a password") == (name[-4:] == ".pdf")
        for name, about in abouts.items()
    )
    assert page.seal_fields.password() == ""
    assert not page.seal_box.isChecked()


def test_a_password_that_will_not_do_is_pointed_out(qtbot: QtBot, wizard: ExportWizard) -> None:
    page = wizard.place_page
    page.seal_box.setChecked(True)
    assert page.missing().startswith("Password: type a password")
    page.point_out()
    assert page.seal_fields.first_row.message.text().startswith("Type a password")
    page.folder_edit.setText("")
    assert page.missing() == "Folder: choose one."
    page.point_out()
    assert page.folder_edit.hasFocus()


def test_the_box_says_where_no_pdf_is_in_a_pack(qtbot: QtBot, register: Register) -> None:
    briefing_id = add_briefing(register, "ZZTS2024-25-03")
    wizard = open_wizard(qtbot, AppContext(register, lambda: TODAY), briefing_id)
    for kind, card in wizard.documents_page.cards.items():
        card.setChecked(kind is DocumentKind.DECK)
    go_to_place(qtbot, wizard, register.folder / "out")
    page = wizard.place_page
    assert page.seal_message.text() == "No PDF is in this pack."
    assert not page.seal_box.isEnabled()
    assert page.place().password == ""


def test_the_two_lines_have_to_be_the_same_to_the_letter(qtbot: QtBot, fields: SealFields) -> None:
    qtbot.keyClicks(fields.first_edit, "short")
    fields.first_edit.editingFinished.emit()
    assert "12 characters" in fields.first_row.message.text()
    fields.first_edit.clear()
    qtbot.keyClicks(fields.first_edit, OPENED_BY)
    assert fields.first_row.message.text() == ""
    assert fields.missing() == "Password: type the password a second time."
    qtbot.keyClicks(fields.second_edit, OPENED_BY.upper())
    fields.second_edit.editingFinished.emit()
    assert fields.second_row.message.text() == "The two are not the same yet."
    fields.point_out()
    assert fields.second_edit.hasFocus() or not fields.isActiveWindow()
    fields.second_edit.clear()
    qtbot.keyClicks(fields.second_edit, OPENED_BY)
    assert fields.second_row.message.text() == ""
    assert fields.missing() == ""


def test_a_suggested_password_is_shown_to_be_typed_once_more(fields: SealFields) -> None:
    assert fields.first_edit.echoMode() == QLineEdit.EchoMode.Password
    fields.suggest_button.click()
    assert len(fields.password().split()) == 5
    assert fields.first_edit.echoMode() == QLineEdit.EchoMode.Normal
    assert fields.missing() == "Password: type the password a second time."
    fields.clear()
    assert fields.password() == ""
    assert fields.first_edit.echoMode() == QLineEdit.EchoMode.Password


@pytest.fixture
def context(qapp: object, tmp_path: Path) -> Iterator[AppContext]:
    yield from empty_context(tmp_path)


def test_a_paper_is_saved_as_a_pdf_that_opens_with_its_password_alone(
    qtbot: QtBot, context: AppContext, tmp_path: Path
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    preview = print_paper(context, make_paper(5), window)
    dialog: SealDialog = preview.save_sealed()
    dialog.go_button.click()
    assert dialog.isVisible()
    assert "Type a password" in dialog.fields.first_row.message.text()
    for edit in (dialog.fields.first_edit, dialog.fields.second_edit):
        qtbot.keyClicks(edit, OPENED_BY)
    dialog.go_button.click()
    asked = preview.findChild(QFileDialog)
    target = tmp_path / "sealed.pdf"
    with qtbot.waitSignal(preview.saving.saved, timeout=20_000):
        asked.fileSelected.emit(str(target))
        assert not preview.seal_button.isEnabled()
    asked.close()
    assert preview.seal_button.isEnabled()
    assert not opens(target)
    assert opens(target, OPENED_BY)


def test_a_paper_is_not_saved_where_no_password_is_given(qtbot: QtBot, context: AppContext) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    preview = print_paper(context, make_paper(1), window)
    preview.seal_button.click()
    dialog = preview.findChild(SealFields).window()
    dialog.cancel_button.click()
    assert not dialog.isVisible()
    assert preview.findChild(QFileDialog) is None
