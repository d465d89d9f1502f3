"""Exporting: choose, check, say where, run; what blocks stops, and Cancel leaves no file."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog
from wizard_samples import TODAY, add_briefing, add_child, make_register

from sgdesk.errors import UserError
from sgdesk.records.exports import DocumentKind
from sgdesk.services import export_checks, exports
from sgdesk.services.briefings import get_briefing, save_briefing
from sgdesk.services.exports import file_names, run_export
from sgdesk.ui.context import AppContext
from sgdesk.ui.wizards.export_file_pages import _size
from sgdesk.ui.wizards.export_wizard import ExportWizard
from sgdesk.ui.wizards.planned_files import planned_files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from sgdesk.progress import Progress
    from sgdesk.services.register import Register

NAME = "Willow Testchild"


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


@pytest.fixture
def telling(register: Register) -> UUID:
    """A briefing with the real name of a child of the register."""
    add_child(register, "ZZTS2025-26-02", NAME)
    return add_briefing(
        register, "ZZTS2025-26-01", title="Transitions", background="Willow was known to all."
    )


def open_wizard(qtbot: QtBot, context: AppContext, *chosen: UUID) -> ExportWizard:
    wizard = ExportWizard(context, chosen)
    qtbot.addWidget(wizard)
    wizard.open()
    idle(qtbot, wizard)
    return wizard


def idle(qtbot: QtBot, wizard: ExportWizard) -> None:
    qtbot.waitUntil(lambda: not wizard.is_working, timeout=30_000)


def go_to_checks(qtbot: QtBot, wizard: ExportWizard) -> None:
    wizard.next()
    wizard.next()
    assert wizard.page is wizard.checks_page
    idle(qtbot, wizard)


def go_to_where(qtbot: QtBot, wizard: ExportWizard, folder: Path) -> None:
    go_to_checks(qtbot, wizard)
    wizard.next()
    assert wizard.page is wizard.where_page
    wizard.where_page.folder_edit.setText(str(folder))
    wizard.where_page.show_files()


def test_briefing_and_deck_are_made_where_it_was_said(
    qtbot: QtBot, context: AppContext, sound: UUID, tmp_path: Path
) -> None:
    wizard = open_wizard(qtbot, context, sound)
    folder = tmp_path / "out"
    go_to_where(qtbot, wizard, folder)
    planned = [file.name for file in wizard.where_page.model.records()]
    assert wizard.where_page.folder_row.message.text() == "This folder will be made."

    with qtbot.waitSignal(context.changed, timeout=30_000):
        wizard.next()
    idle(qtbot, wizard)

    assert sorted(path.name for path in folder.iterdir()) == sorted(planned)
    made = wizard.run_page.model.records()
    assert [file.path.name for file in made] == planned
    assert wizard.run_page.title_label.text() == "2 files made"
    with qtbot.waitSignal(wizard.accepted):
        wizard.next()


def test_every_kind_of_many_reviews_is_made_under_the_names_that_were_said(
    register: Register, sound: UUID, tmp_path: Path
) -> None:
    case_ids = get_briefing(register, sound).case_ids
    draft = replace(get_briefing(register, sound), title="A second one", case_ids=case_ids)
    second = save_briefing(register, None, draft).briefing_id
    theme = save_briefing(
        register, None, replace(draft, title="‘Are you listening?’", case_ids=())
    ).briefing_id
    assert second is not None
    assert theme is not None
    chosen, kinds = (sound, second, theme), frozenset(DocumentKind)

    names = file_names(register, chosen, kinds, today=TODAY)
    result = run_export(register, chosen, kinds, tmp_path / "out", today=TODAY)

    assert names == tuple(file.path.name for file in result.files)
    assert len(set(names)) == 7


def test_a_real_name_blocks_the_export_until_it_is_gone(
    qtbot: QtBot, context: AppContext, register: Register, telling: UUID
) -> None:
    wizard = open_wizard(qtbot, context, telling)
    go_to_checks(qtbot, wizard)
    page = wizard.checks_page
    assert page.cards[0].is_blocking
    assert NAME not in page.cards[0].accessibleName()
    assert not wizard.footer.next_button.isEnabled()
    assert wizard.status.label.text().startswith("1 finding stops the export")
    wizard.next()
    assert wizard.page is page

    with qtbot.waitSignal(wizard.briefing_asked) as asked:
        page.cards[0].edit_buttons[0].click()
    assert asked.args == [telling]

    draft = replace(get_briefing(register, telling), background="A child was known to all.")
    context.apply(save_briefing(register, telling, draft))  # the checks run again by themselves
    idle(qtbot, wizard)
    assert not page.cards
    assert wizard.footer.next_button.isEnabled()


def test_what_is_unfinished_is_told_and_does_not_stop(
    qtbot: QtBot, context: AppContext, register: Register
) -> None:
    unfinished = add_briefing(register, "ZZTS2024-25-04", key_learning=())
    wizard = open_wizard(qtbot, context, unfinished)
    go_to_checks(qtbot, wizard)
    assert [card.is_blocking for card in wizard.checks_page.cards] == [False]
    assert wizard.checks_page.summary == "1 to look at"
    assert wizard.footer.next_button.isEnabled()

    wizard.checks_page.again_button.click()
    wizard.checks_page.again_asked.emit()  # a second press while they run does nothing
    assert wizard.is_working
    idle(qtbot, wizard)
    assert len(wizard.checks_page.cards) == 1


def test_checks_that_were_stopped_let_nothing_through(
    qtbot: QtBot, context: AppContext, sound: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = threading.Event()

    def slow(*_given: object, progress: Progress, **_named: object) -> tuple[()]:
        gate.wait(5)
        progress(1, 2, "next")
        return ()

    wizard = open_wizard(qtbot, context, sound)
    monkeypatch.setattr(export_checks, "check_export", slow)
    wizard.next()
    wizard.next()
    wizard.reject()
    gate.set()
    idle(qtbot, wizard)
    assert not wizard.footer.next_button.isEnabled()
    assert "check again" in wizard.status.label.text()


def test_cancel_in_the_middle_of_the_export_leaves_no_file(
    qtbot: QtBot,
    context: AppContext,
    register: Register,
    sound: UUID,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    other = add_briefing(register, "ZZTS2024-25-04")
    wizard = open_wizard(qtbot, context, sound, other)
    folder = tmp_path / "out"
    folder.mkdir()
    go_to_where(qtbot, wizard, folder)
    begun, gate = threading.Event(), threading.Event()
    make = exports.document_bytes

    def slow(*given: object) -> bytes:
        begun.set()
        gate.wait(5)
        return make(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(exports, "document_bytes", slow)
    wizard.next()
    assert begun.wait(10)
    wizard.footer.cancel_button.click()
    gate.set()
    idle(qtbot, wizard)

    assert list(folder.iterdir()) == []
    assert wizard.page is wizard.where_page
    assert wizard.where_page.notice.text() == "Stopped. No file was made."


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
    go_to_where(qtbot, wizard, tmp_path / "out")
    monkeypatch.setattr(exports, "run_export", refuse)
    wizard.next()
    idle(qtbot, wizard)
    assert wizard.page is wizard.where_page
    assert wizard.where_page.notice.text() == "This folder cannot be written."


def test_files_that_would_be_replaced_are_named(
    qtbot: QtBot, context: AppContext, sound: UUID, tmp_path: Path
) -> None:
    (tmp_path / "ZZTS2024-25-03 briefing note.pdf").write_text("older")
    wizard = open_wizard(qtbot, context, sound)
    go_to_where(qtbot, wizard, tmp_path)
    fates = [file.is_there for file in wizard.where_page.model.records()]
    assert fates == [True, False]
    assert "1 file is there already" in wizard.where_page.folder_row.message.text()

    (tmp_path / "ZZTS2024-25-03 Presentation.pptx").write_text("older")
    wizard.where_page.show_files()
    assert "2 files are there already" in wizard.where_page.folder_row.message.text()


@pytest.mark.parametrize(
    ("typed", "reason"),
    [("", "Choose a folder."), ("out", "whole path"), ("{file}", "That is a file")],
)
def test_a_folder_must_be_one(
    typed: str, reason: str, qtbot: QtBot, context: AppContext, sound: UUID, tmp_path: Path
) -> None:
    (tmp_path / "note.txt").write_text("x")
    wizard = open_wizard(qtbot, context, sound)
    go_to_where(qtbot, wizard, tmp_path)
    wizard.where_page.folder_edit.setText(typed.format(file=tmp_path / "note.txt"))
    assert reason in wizard.status.label.text()
    assert not wizard.footer.next_button.isEnabled()


def test_a_folder_can_be_browsed_for(
    qtbot: QtBot, context: AppContext, sound: UUID, tmp_path: Path
) -> None:
    wizard = open_wizard(qtbot, context, sound)
    go_to_where(qtbot, wizard, tmp_path)
    wizard.where_page.browse_button.click()
    dialog = wizard.where_page.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "chosen"))
    dialog.reject()
    assert wizard.where_page.folder() == tmp_path / "chosen"


def test_an_unreadable_folder_counts_as_empty(tmp_path: Path) -> None:
    assert not planned_files(tmp_path / "not there", ["a.pdf"])[0].is_there


def test_space_chooses_and_the_search_keeps_what_is_chosen(
    qtbot: QtBot, context: AppContext, register: Register, sound: UUID, telling: UUID
) -> None:
    wizard = open_wizard(qtbot, context)
    page = wizard.reviews_page
    assert not wizard.footer.next_button.isEnabled()
    assert "at least one" in wizard.status.label.text()

    page.table.choose(sound)
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    assert [choice.briefing_id for choice in page.chosen()] == [sound]

    page.search_edit.setText("zzts2025")
    page.search_edit.returnPressed.emit()
    assert page.model.shown_count == 1
    page.all_button.click()
    assert page.count_label.text() == "2 of 2 chosen"

    page.none_button.click()
    assert page.chosen() == ()


def test_a_click_on_the_box_chooses(qtbot: QtBot, context: AppContext, sound: UUID) -> None:
    wizard = open_wizard(qtbot, context)
    table = wizard.reviews_page.table
    index = table.model().index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Not chosen"

    spot = table.visualRect(index).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Chosen"

    other = table.visualRect(table.model().index(0, 1)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=other)
    assert len(wizard.reviews_page.chosen()) == 1


def test_without_a_briefing_the_wizard_says_where_they_come_from(
    qtbot: QtBot, context: AppContext
) -> None:
    wizard = open_wizard(qtbot, context)
    assert "No briefing is written yet" in wizard.status.label.text()
    wizard.next()
    assert wizard.page is wizard.reviews_page


def test_a_document_must_be_chosen_and_the_report_alone_needs_no_check(
    qtbot: QtBot, context: AppContext, sound: UUID, tmp_path: Path
) -> None:
    wizard = open_wizard(qtbot, context, sound)
    wizard.next()
    page = wizard.documents_page
    page.cards[DocumentKind.BRIEFING].click()
    page.cards[DocumentKind.DECK].click()
    assert "at least one document" in wizard.status.label.text()

    page.cards[DocumentKind.DEADLINES].click()
    wizard.next()
    idle(qtbot, wizard)
    assert "nothing to check" in wizard.checks_page.notice.text()

    wizard.next()
    wizard.where_page.folder_edit.setText(str(tmp_path / "out"))
    wizard.next()
    idle(qtbot, wizard)
    assert [path.suffix for path in (tmp_path / "out").iterdir()] == [".pdf"]


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
    go_to_where(qtbot, wizard, tmp_path / "out")
    wizard.next()
    idle(qtbot, wizard)
    wizard.run_page.folder_button.click()
    file = wizard.run_page.model.records()[0]
    wizard.run_page.table.record_opened.emit(file)
    assert [Path(path) for path in opened] == [tmp_path / "out", file.path]


def test_sizes_are_said_in_kilobytes_and_megabytes() -> None:
    assert [_size(count) for count in (1, 20_000, 1_500_000)] == ["1 KB", "20 KB", "1.4 MB"]
