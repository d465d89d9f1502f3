"""A register that does not open: what the unlock window says, and the way back to a backup."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from wizard_samples import CHEAP, TODAY, WORDS, make_register, now

from sgdesk.domain.cases import CaseDraft
from sgdesk.services.backups import back_up
from sgdesk.services.case_list import list_cases
from sgdesk.services.cases import save_case
from sgdesk.services.register import open_register
from sgdesk.ui.unlock_window import UnlockWindow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from sgdesk.services.register import Register
    from sgdesk.ui.wizards.go_back_page import GoBackPage


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where a closed register lies, with a backup that lacks its last case."""
    register, _ = make_register(tmp_path)
    for title in ("First", "Second"):
        save_case(register, None, CaseDraft(reference=title, title=title), today=TODAY)
        if title == "First":
            back_up(register)
    register.close()
    return tmp_path


@pytest.fixture
def show(qtbot: QtBot) -> Callable[..., UnlockWindow]:
    def show(folder: Path, **more: bool) -> UnlockWindow:
        window = UnlockWindow(folder, now=now, cost=CHEAP, **more)
        qtbot.addWidget(window)
        window.show()
        return window

    return show


@pytest.fixture
def empty(folder: Path, show: Callable[..., UnlockWindow], qtbot: QtBot) -> Iterator[UnlockWindow]:
    """The window over a register whose file is empty, with its trouble told."""
    (folder / "register.sgdesk").write_bytes(b"")
    window = show(folder)
    qtbot.waitUntil(window.passphrase_page.backups_button.isVisible)
    yield window
    qtbot.waitUntil(lambda: not window.going_back.is_busy)


def page_of(window: UnlockWindow) -> GoBackPage:
    return window.going_back.page


def list_backups(window: UnlockWindow, qtbot: QtBot) -> GoBackPage:
    page = page_of(window)
    qtbot.keyClick(window.passphrase_page.backups_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.going_back.is_busy)
    return page


def look(window: UnlockWindow, qtbot: QtBot, words: str = WORDS) -> GoBackPage:
    page = list_backups(window, qtbot)
    qtbot.keyClicks(page.passphrase_edit, words)
    qtbot.keyClick(page.passphrase_edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.going_back.is_busy)
    return page


def titles(register: Register) -> set[str]:
    return {row.title for row in list_cases(register, today=TODAY)}


def test_what_bars_opening_is_told_at_once_with_the_keyboard_on_the_way_out(
    empty: UnlockWindow, qtbot: QtBot
) -> None:
    page = empty.passphrase_page
    assert "empty" in page.notice.text()
    assert "window where you unlock" not in page.notice.text()
    qtbot.waitUntil(page.backups_button.hasFocus)


def test_a_register_that_is_whole_is_told_nothing_about(
    folder: Path, show: Callable[..., UnlockWindow], qtbot: QtBot
) -> None:
    window = show(folder)
    window.passphrase_page.passphrase_edit.setText(WORDS)
    with qtbot.waitSignal(window.register_opened) as opened:
        window.passphrase_page.unlock_button.click()
    opened.args[0].close()
    assert window.passphrase_page.notice.text() == ""


def test_a_backup_is_gone_back_to_by_the_keyboard_alone(
    empty: UnlockWindow, qtbot: QtBot, folder: Path
) -> None:
    page = look(empty, qtbot)
    assert "It holds 1 case" in page.content_notice.text()
    assert "stays so" in page.content_notice.text()
    assert page.unlock_button.text() == "Go back to this backup"
    qtbot.waitUntil(page.unlock_button.hasFocus)
    with qtbot.waitSignal(empty.register_opened) as opened:
        qtbot.keyClick(page.unlock_button, Qt.Key.Key_Return)
        assert empty.going_back.is_busy
        empty.reject()
        assert empty.isVisible()
    register = opened.args[0]
    assert titles(register) == {"First"}
    register.close()
    assert (folder / "replaced-1" / "old" / "register.sgdesk").read_bytes() == b""
    assert page.passphrase_edit.text() == ""


def test_a_missing_key_file_is_put_back_and_nothing_is_lost(
    folder: Path, show: Callable[..., UnlockWindow], qtbot: QtBot
) -> None:
    (folder / "register.keys").unlink()
    window = show(folder)
    qtbot.waitUntil(window.passphrase_page.backups_button.isVisible)
    page = look(window, qtbot)
    assert "nothing is lost" in page.content_notice.text()
    assert page.unlock_button.text() == "Put its key file back"
    with qtbot.waitSignal(window.register_opened) as opened:
        page.unlock_button.click()
    assert titles(opened.args[0]) == {"First", "Second"}
    opened.args[0].close()


def test_the_line_that_has_the_keyboard_is_in_sight_in_a_low_window(
    empty: UnlockWindow, qtbot: QtBot
) -> None:
    empty.resize(empty.width(), 300)
    page = list_backups(empty, qtbot)
    qtbot.waitUntil(lambda: not page.passphrase_edit.visibleRegion().isEmpty())
    assert page.passphrase_edit.hasFocus()


def test_a_wrong_passphrase_is_told_and_the_tries_wait(empty: UnlockWindow, qtbot: QtBot) -> None:
    page = look(empty, qtbot, "wrong")
    assert "not the passphrase" in page.passphrase_row.message.text()
    assert page.content_notice.isHidden()
    page.passphrase_edit.setText("wrong again")
    assert page.passphrase_row.message.text() == "The recovery key from the paper does, too."
    page.unlock_button.click()
    qtbot.waitUntil(lambda: not empty.going_back.is_busy)
    assert empty.delay.seconds_left == 1
    assert not page.unlock_button.isEnabled()
    empty.going_back.take_step()
    assert not empty.going_back.is_busy


def test_an_empty_passphrase_is_asked_for(empty: UnlockWindow, qtbot: QtBot) -> None:
    page = list_backups(empty, qtbot)
    page.unlock_button.click()
    assert "Type the passphrase" in page.passphrase_row.message.text()


def test_another_choice_has_to_be_looked_into_anew(empty: UnlockWindow, qtbot: QtBot) -> None:
    page = look(empty, qtbot)
    assert page.passphrase_row.isHidden()
    page.table.clearSelection()
    page.table.record_chosen.emit(page.row)
    assert page.unlock_button.text() == "Look into this backup"
    assert page.passphrase_row.isVisible()


def test_a_damaged_backup_is_told_and_nothing_changes(
    empty: UnlockWindow, qtbot: QtBot, folder: Path
) -> None:
    page = look(empty, qtbot)
    path = folder / "backups" / "backup-000001" / "register.sgdesk"
    content = bytearray(path.read_bytes())
    content[9000] ^= 1
    path.write_bytes(content)
    page.unlock_button.click()
    qtbot.waitUntil(lambda: bool(page.notice.text()))
    assert "damaged" in page.notice.text()
    assert (folder / "register.sgdesk").read_bytes() == b""


def test_without_a_backup_another_folder_is_proposed(
    empty: UnlockWindow, qtbot: QtBot, folder: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    (folder / "backups").rename(stick)
    page = list_backups(empty, qtbot)
    assert "No backup was found" in page.content_notice.text()
    assert page.unlock_button.isHidden()
    qtbot.waitUntil(page.folder_button.hasFocus)
    dialog = empty.going_back.look_elsewhere()
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(stick))
    dialog.reject()
    qtbot.waitUntil(lambda: not empty.going_back.is_busy)
    assert page.row is not None
    assert page.row.is_second
    assert page.unlock_button.isVisible()


def test_a_folder_that_cannot_be_listed_is_told(
    empty: UnlockWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "x")

    monkeypatch.setattr("sgdesk.services.rescue.list_sets", refuse)
    page = list_backups(empty, qtbot)
    assert page.notice.text()


def test_back_and_escape_lead_to_the_passphrase(empty: UnlockWindow, qtbot: QtBot) -> None:
    page = list_backups(empty, qtbot)
    page.back_button.click()
    assert empty.page is empty.passphrase_page
    empty.show_backups()  # the list is there still
    assert not empty.going_back.is_busy
    qtbot.waitUntil(page.passphrase_edit.hasFocus)
    qtbot.keyClick(page.passphrase_edit, Qt.Key.Key_Escape)
    assert empty.page is empty.passphrase_page


def test_nothing_is_left_while_a_backup_is_read(empty: UnlockWindow, qtbot: QtBot) -> None:
    empty.show_backups()
    empty._leave_backups()
    assert empty.page is page_of(empty)
    qtbot.waitUntil(lambda: not empty.going_back.is_busy)


def test_where_there_is_no_register_back_leads_to_the_first_start(
    tmp_path: Path, show: Callable[..., UnlockWindow], qtbot: QtBot
) -> None:
    window = show(tmp_path / "new", is_without_register=True)
    page = page_of(window)
    assert window.page is page
    qtbot.waitUntil(page.folder_button.hasFocus)
    with qtbot.waitSignal(window.start_asked):
        page.back_button.click()


def test_the_recovery_page_offers_the_backups_too(
    folder: Path, show: Callable[..., UnlockWindow], qtbot: QtBot
) -> None:
    window = show(folder)
    page = window.recovery_page
    window.show_page(page)
    content = bytearray((folder / "register.sgdesk").read_bytes())
    content[100] ^= 1
    (folder / "register.sgdesk").write_bytes(content)
    with pytest.raises(Exception, match="first page") as told:
        open_register(folder, WORDS, now=now)
    page.show_trouble(told.value)
    assert page.backups_button.isVisible()
    assert "first page is damaged" in page.notice.text()
