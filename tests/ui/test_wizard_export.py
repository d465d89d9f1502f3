"""Saving a pack: where it goes, what is replaced, Cancel, and what the last page tells."""

from __future__ import annotations

import hashlib
import threading
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pack_steps import go_to_place, idle, open_wizard
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog
from wizard_samples import TODAY, add_briefing, make_register

from sgdesk.errors import UserError
from sgdesk.services import packs
from sgdesk.ui.context import AppContext
from sgdesk.ui.wizards.export_wizard import ExportWizard
from sgdesk.ui.wizards.file_words import size_words
from sgdesk.ui.wizards.planned_files import planned_files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from sgdesk.services.register import Register


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    (tmp_path / "register").mkdir()
    register, _key = make_register(tmp_path / "register")
    yield register
    register.close()


@pytest.fixture
def context(register: Register) -> AppContext:
    return AppContext(register, lambda: TODAY)


@pytest.fixture
def sound(register: Register) -> UUID:
    return add_briefing(register, "ZZTS2024-25-03")


def test_briefing_and_deck_are_made_where_it_was_said(
    qtbot: QtBot, context: AppContext, sound: UUID, tmp_path: Path
) -> None:
    wizard = open_wizard(qtbot, context, sound)
    folder = tmp_path / "out"
    go_to_place(qtbot, wizard, folder)
    planned = [file.name for file in wizard.place_page.model.records()]
    assert wizard.place_page.folder_row.message.text() == "This folder will be made."

    with qtbot.waitSignal(context.changed, timeout=30_000):
        wizard.next()
    idle(qtbot, wizard)

    assert sorted(path.name for path in folder.iterdir()) == sorted(planned)
    made = wizard.result_page.model.records()
    assert [row.name for row in made] == planned
    assert wizard.result_page.title_label.text() == "4 files saved"
    with qtbot.waitSignal(wizard.accepted):
        wizard.next()


def test_cancel_while_files_are_saved_leaves_the_folder_as_it_was(
    qtbot: QtBot, context: AppContext, sound: UUID, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wizard = open_wizard(qtbot, context, sound)
    folder = tmp_path / "out"
    folder.mkdir()
    go_to_place(qtbot, wizard, folder)
    begun, gate = threading.Event(), threading.Event()
    save = packs.save_files

    def slow(*given: object) -> None:
        begun.set()
        gate.wait(5)
        save(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(packs, "save_files", slow)
    wizard.next()
    assert begun.wait(10)
    wizard.footer.cancel_button.click()
    gate.set()
    idle(qtbot, wizard)

    assert list(folder.iterdir()) == []
    assert wizard.page is wizard.place_page
    assert wizard.place_page.notice.text() == "Stopped. No file was made."


def test_a_folder_that_cannot_be_written_is_told_and_can_be_changed(
    qtbot: QtBot,
    context: AppContext,
    sound: UUID,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_given: object, **_named: object) -> None:
        raise UserError("This folder cannot be written.")

    wizard = open_wizard(qtbot, context, sound)
    go_to_place(qtbot, wizard, tmp_path / "out")
    monkeypatch.setattr(packs, "save_pack", refuse)
    wizard.next()
    idle(qtbot, wizard)
    assert wizard.page is wizard.place_page
    assert wizard.place_page.notice.text() == "This folder cannot be written."


def test_files_that_would_be_replaced_are_named(
    qtbot: QtBot, context: AppContext, sound: UUID, tmp_path: Path
) -> None:
    (tmp_path / "ZZTS2024-25-03 briefing note.pdf").write_text("older")
    wizard = open_wizard(qtbot, context, sound)
    go_to_place(qtbot, wizard, tmp_path)
    fates = [file.is_there for file in wizard.place_page.model.records()]
    assert fates == [True, False, False, False]
    assert "1 file is there already" in wizard.place_page.folder_row.message.text()

    (tmp_path / "ZZTS2024-25-03 Presentation.pptx").write_text("older")
    wizard.place_page.show_files()
    assert "2 files are there already" in wizard.place_page.folder_row.message.text()


@pytest.mark.parametrize(
    ("typed", "reason"),
    [("", "Folder: choose one."), ("out", "whole path"), ("{file}", "that is a file")],
)
def test_a_folder_must_be_one(
    typed: str, reason: str, qtbot: QtBot, context: AppContext, sound: UUID, tmp_path: Path
) -> None:
    (tmp_path / "note.txt").write_text("x")
    wizard = open_wizard(qtbot, context, sound)
    go_to_place(qtbot, wizard, tmp_path)
    wizard.place_page.folder_edit.setText(typed.format(file=tmp_path / "note.txt"))
    assert reason in wizard.status.label.text()
    assert not wizard.footer.next_button.isEnabled()


def test_a_folder_can_be_browsed_for(
    qtbot: QtBot, context: AppContext, sound: UUID, tmp_path: Path
) -> None:
    wizard = open_wizard(qtbot, context, sound)
    go_to_place(qtbot, wizard, tmp_path)
    wizard.place_page.browse_button.click()
    dialog = wizard.place_page.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "chosen"))
    dialog.reject()
    assert wizard.place_page.folder() == tmp_path / "chosen"


def test_an_unreadable_folder_counts_as_empty(tmp_path: Path) -> None:
    assert not planned_files(tmp_path / "not there", ["a.pdf"])[0].is_there


def test_the_folder_and_the_files_open_from_the_last_page(
    qtbot: QtBot,
    context: AppContext,
    sound: UUID,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", staticmethod(lambda url: opened.append(url.toLocalFile()))
    )
    wizard = open_wizard(qtbot, context, sound)
    go_to_place(qtbot, wizard, tmp_path / "out")
    wizard.next()
    idle(qtbot, wizard)
    wizard.result_page.folder_button.click()
    row = wizard.result_page.model.records()[0]
    wizard.result_page.table.record_opened.emit(row)
    assert [Path(path) for path in opened] == [tmp_path / "out", row.file.path]


def test_sizes_are_said_in_kilobytes_and_megabytes() -> None:
    assert [size_words(count) for count in (1, 20_000, 1_500_000)] == ["1 KB", "20 KB", "1.4 MB"]


def test_one_zip_file_is_made_under_its_name_and_the_way_is_remembered(
    qtbot: QtBot, context: AppContext, sound: UUID, tmp_path: Path
) -> None:
    wizard = open_wizard(qtbot, context, sound)
    go_to_place(qtbot, wizard, tmp_path)
    page = wizard.place_page
    assert page.zip_row.isHidden()
    qtbot.mouseClick(page.zip_card, Qt.MouseButton.LeftButton, pos=page.zip_card.rect().center())
    assert page.zip_edit.text() == "ZZTS2024-25-03 Pack 2026-11-23.zip"
    (tmp_path / "Pack.zip").write_text("older")
    page.zip_edit.setText("")
    qtbot.keyClicks(page.zip_edit, "a/b")
    assert "ZIP file: give it a name" in wizard.status.label.text()
    page.zip_edit.setText("")
    qtbot.keyClicks(page.zip_edit, "Pack")
    page.show_files()
    assert "will be replaced" in page.zip_row.message.text()
    wizard.next()
    idle(qtbot, wizard)

    assert zipfile.is_zipfile(tmp_path / "Pack.zip")
    assert wizard.result_page.title_label.text() == "1 ZIP file with 4 files saved"
    assert context.settings.pack_is_zip
    assert ExportWizard(context).place_page.is_zip


def test_a_name_that_the_officer_gave_to_the_zip_stays_when_it_is_checked_again(
    qtbot: QtBot, context: AppContext, sound: UUID, tmp_path: Path
) -> None:
    wizard = open_wizard(qtbot, context, sound)
    go_to_place(qtbot, wizard, tmp_path)
    page = wizard.place_page
    page.zip_card.setChecked(True)
    page.zip_edit.selectAll()
    qtbot.keyClicks(page.zip_edit, "Mine")
    wizard.back()
    wizard.checks_page.again_button.click()
    idle(qtbot, wizard)
    assert page.zip_edit.text() == "Mine"


def test_fingerprints_are_copied_whole_a_line_for_each_file(
    qtbot: QtBot, context: AppContext, sound: UUID, tmp_path: Path
) -> None:
    wizard = open_wizard(qtbot, context, sound)
    go_to_place(qtbot, wizard, tmp_path)
    wizard.place_page.zip_card.setChecked(True)
    wizard.next()
    idle(qtbot, wizard)
    page = wizard.result_page
    page.copy_button.click()
    lines = QGuiApplication.clipboard().text().splitlines()
    rows = page.model.records()
    whole = hashlib.sha256(next(tmp_path.glob("*.zip")).read_bytes()).hexdigest()
    assert lines[:-1] == [f"{row.file.sha256}  {row.name}" for row in rows]
    assert lines[-1].startswith(f"{whole}  ")
    with qtbot.waitSignal(wizard.recipient_asked) as asked:
        page.recipient_button.click()
    assert len(asked.args[0].export_ids) == 5
