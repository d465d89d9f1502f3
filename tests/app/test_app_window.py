"""The program: which window comes first, what follows, and what becomes of errors."""

from __future__ import annotations

import os
import sys
import tempfile
from typing import TYPE_CHECKING, cast

import pytest
from program_samples import OPENED_BY, main_window, make_register, started, unlocked
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from sgdesk.app import window as program_module
from sgdesk.app.clock import current_day, current_moment
from sgdesk.app.window import Program, make_application, run_window
from sgdesk.config.openings import last_opening
from sgdesk.config.paths import own_folders
from sgdesk.config.settings import Settings, load_settings, save_settings
from sgdesk.errors import UserError
from sgdesk.services.backups import back_up
from sgdesk.services.case_list import list_cases
from sgdesk.services.register import Register
from sgdesk.ui.look.current import current
from sgdesk.ui.look.theme import Scheme
from sgdesk.ui.main_window import MainWindow
from sgdesk.ui.unlock_window import UnlockWindow
from sgdesk.ui.wizards.start_wizard import StartWizard

if TYPE_CHECKING:
    import logging
    from pathlib import Path

    from pytestqt.qtbot import QtBot


def test_the_very_first_start_shows_the_wizard(program: Program) -> None:
    wizard = started(program).window
    assert isinstance(wizard, StartWizard)
    assert wizard.isVisible()
    assert program.register is None


def test_the_first_start_leads_to_the_backups_and_back(program: Program, qtbot: QtBot) -> None:
    wizard = started(program).window
    assert isinstance(wizard, StartWizard)
    wizard.backups_asked.emit()
    unlock = program.window
    assert isinstance(unlock, UnlockWindow)
    assert unlock.page is unlock.going_back.page
    qtbot.waitUntil(unlock.going_back.page.content_notice.isVisible)
    unlock.going_back.page.back_button.click()
    assert isinstance(program.window, StartWizard)


def test_a_backup_is_gone_back_to_where_the_register_is_gone(
    program: Program, qtbot: QtBot
) -> None:
    register = make_register()
    back_up(register)
    register.close()
    (register.folder / "register.sgdesk").unlink()
    assert isinstance(started(program).window, StartWizard)
    program.show_backups()
    unlock = program.window
    assert isinstance(unlock, UnlockWindow)
    qtbot.waitUntil(lambda: unlock.going_back.page.row is not None)
    unlock.going_back.page.passphrase_edit.setText(OPENED_BY)
    unlock.going_back.take_step()
    qtbot.waitUntil(lambda: not unlock.going_back.is_busy)
    unlock.going_back.take_step()
    qtbot.waitUntil(lambda: isinstance(program.window, MainWindow))


def test_the_register_that_the_wizard_makes_is_shown_at_once(program: Program) -> None:
    wizard = started(program).window
    assert isinstance(wizard, StartWizard)
    register = make_register()
    wizard.register_opened.emit(register)
    assert main_window(program).isVisible()
    assert not wizard.isVisible()
    assert program.register is register
    assert program._watch is not None
    assert last_opening(program.folders.settings) is not None


def test_a_start_wipes_what_a_crash_left_of_opened_files(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = tmp_path / "sgdesk-opened-crashed"
    left.mkdir()
    (left / "0f.pdf").write_bytes(b"Planted")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    started(program)

    assert not left.exists()


def test_a_register_that_is_there_asks_for_its_passphrase(program: Program, qtbot: QtBot) -> None:
    window = unlocked(program, qtbot)
    assert window.windowTitle() == "SGDesk: Today"
    assert program.register is not None
    assert not program.register.is_practice
    assert program.register.opened_before is None


def test_the_second_opening_knows_of_the_first(program: Program, qtbot: QtBot) -> None:
    unlocked(program, qtbot)
    first = last_opening(program.folders.settings)
    program.show_first()
    register = Register(make_other_store(program), program.folders.register, now=current_moment)
    program.on_register_opened(register)
    assert register.opened_before == first


def make_other_store(program: Program) -> object:
    from sgdesk.store.engine import Store  # noqa: PLC0415

    return Store.create(program.folders.settings / "other.sgdesk", bytes(32))


def test_practice_opens_at_once_and_says_so(program: Program) -> None:
    window = main_window(started(program, is_practice=True))
    assert window.windowTitle() == "SGDesk PRACTICE: Today"
    assert program.register is not None
    assert len(list_cases(program.register, today=current_day())) > 20


@pytest.mark.parametrize("signal", ["leave_practice_asked", "start_for_real_asked"])
def test_leaving_practice_removes_it_and_begins_at_the_start(program: Program, signal: str) -> None:
    window = main_window(started(program, is_practice=True))
    folder = cast("Register", program.register).folder
    getattr(window, signal).emit()
    assert isinstance(program.window, StartWizard)
    assert not window.isVisible()
    assert program.register is None
    assert not folder.exists()


def test_practice_is_reached_from_the_lock_and_back(program: Program) -> None:
    make_register().close()
    started(program)
    assert isinstance(program.window, UnlockWindow)
    program.window.practice_asked.emit()
    window = main_window(program)
    window.leave_practice_asked.emit()
    assert isinstance(program.window, UnlockWindow)


def test_what_is_chosen_holds_at_once_and_at_the_next_start(program: Program) -> None:
    window = main_window(started(program, is_practice=True))
    window.context.change_settings(scheme="dark", text_scale=1.25, is_comfortable=True)
    assert program.theme.scheme is Scheme.DARK
    assert (current().text_scale, current().is_comfortable) == (1.25, True)
    kept = load_settings(program.folders.settings)
    assert (kept.scheme, kept.text_scale, kept.is_comfortable) == ("dark", 1.25, True)


def test_a_start_takes_up_what_was_chosen_before(undressed: QApplication) -> None:
    folders = own_folders().make()
    save_settings(folders.settings, Settings(scheme="dark", text_scale=2.0, is_comfortable=True))
    program = Program(undressed)
    assert program.theme.scheme is Scheme.DARK
    assert (current().text_scale, current().is_comfortable) == (2.0, True)
    program.deleteLater()


def raised(error: BaseException) -> tuple[type[BaseException], BaseException, None]:
    return type(error), error, None


def test_what_nobody_expected_is_told_once_with_its_reference_and_without_its_text(
    program: Program,
) -> None:
    window = main_window(started(program, is_practice=True))
    program.on_unexpected(*raised(ValueError("Planted Name")))
    told = window.notice_bar.sentence_label.text()
    log = (program.folders.logs / "sgdesk.log").read_text("utf-8")
    assert window.notice_bar.isVisible()
    assert "Planted" not in told + log
    assert log.count("unexpected error") == 1
    reference = log.split("unexpected error ")[1].split()[0]
    assert f"Reference {reference}." in told


def failed(message: str) -> ValueError:
    with pytest.raises(ValueError, match=message) as caught:
        int(message)
    return caught.value


def test_a_line_that_fails_over_and_over_is_told_once_in_a_while(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    started(program, is_practice=True)
    told: list[object] = []
    monkeypatch.setattr(program, "_tell", told.append)
    now = 1000.0
    monkeypatch.setattr("sgdesk.app.failures.time.monotonic", lambda: now)
    first, again, later = failed("one"), failed("two"), failed("three")
    program.on_unexpected(*raised(first))
    program.on_unexpected(*raised(KeyError("elsewhere")))
    now += 9
    program.on_unexpected(*raised(again))
    assert len(told) == 2
    assert told[0] is first
    now += 10
    program.on_unexpected(*raised(later))
    assert told[2:] == [later]


@pytest.mark.parametrize("is_made", [True, False])
def test_before_a_register_is_open_the_window_on_show_tells_it(
    program: Program, *, is_made: bool
) -> None:
    if is_made:
        make_register().close()
    window = started(program).window
    assert isinstance(window, UnlockWindow | StartWizard)
    program.on_unexpected(*raised(ValueError("Planted Name")))
    assert "Reference" in window.page.notice.text()
    assert "Planted" not in window.page.notice.text()


def test_where_no_window_is_yet_a_message_tells_it(program: Program) -> None:
    program.on_unexpected(*raised(ValueError("Planted Name")))
    assert isinstance(program.window, QMessageBox)
    assert program.window.isVisible()
    assert program.window.text().startswith("Something went wrong")
    assert program.window.informativeText().startswith("Reference ")


def test_folders_that_may_not_be_written_are_said_in_words(
    program: Program, sgdesk_home: Path
) -> None:
    sgdesk_home.write_text("a file where the folder should be")
    with pytest.raises(UserError, match="may not write to its own folders") as caught:
        started(program)
    program.on_unexpected(*raised(caught.value))
    assert isinstance(program.window, QMessageBox)
    assert program.window.informativeText() == ""


def test_an_opening_that_cannot_be_noted_is_told_and_stops_nothing(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    started(program)

    def refuse(_folder: Path, _moment: object) -> None:
        raise PermissionError

    monkeypatch.setattr(program_module, "note_opening", refuse)
    program.on_register_opened(make_register())
    assert main_window(program).notice_bar.isVisible()


def test_ctrl_c_in_the_terminal_ends_the_program(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(QCoreApplication, "quit", lambda: asked.append("quit"))
    program.on_unexpected(*raised(KeyboardInterrupt()))
    assert asked == ["quit"]
    assert program.window is None


def test_the_program_runs_until_its_window_is_closed(
    undressed: QApplication, own_log: logging.Logger, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    mask = os.umask(0o022)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    folders: list[Path] = []

    def run_a_while() -> int:
        program = undressed.findChild(Program)
        qtbot.waitUntil(lambda: isinstance(program.window, MainWindow))
        folders.append(program.register.folder)
        assert sys.excepthook == program.on_unexpected
        assert os.umask(0o077) == 0o077
        program.window.close()
        return 5

    private: list[bool] = []
    monkeypatch.setattr(program_module, "keep_memory_private", lambda: private.append(True))
    monkeypatch.setattr(QApplication, "exec", run_a_while)
    assert run_window(is_practice=True) == 5
    assert private == [True]
    assert not folders[0].exists()
    os.umask(mask)
    program = undressed.findChild(Program)
    program.window.deleteLater()
    program.deleteLater()


def test_there_is_one_application(undressed: QApplication) -> None:
    assert make_application() is undressed
