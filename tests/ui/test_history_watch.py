from __future__ import annotations

import pytest
from case_samples import NOW, TODAY
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from settings_samples import OPENING_WORDS, make_settings_desk
from window_steps import dialog_on_show, open_window, trigger

from sgdesk.config.seen_heads import _FILE_NAME
from sgdesk.domain.cases import CaseDraft
from sgdesk.records.history_checks import SealState
from sgdesk.services.cases import save_case
from sgdesk.services.register import open_register
from sgdesk.services.seen_history import compare_with_seen, note_history
from sgdesk.ui.context import AppContext
from sgdesk.ui.dialogs.backups_dialog import BackupsDialog
from sgdesk.ui.dialogs.verify_dialog import VerifyDialog
from sgdesk.ui.tasks import wait_for_work


@pytest.fixture
def seen_in(tmp_path):
    folder = tmp_path / "seen"
    folder.mkdir()
    return folder


@pytest.fixture
def desk(qapp, tmp_path, seen_in):
    made = make_settings_desk(tmp_path / "register")
    made.register.seen_in = seen_in
    yield made
    wait_for_work()
    made.register.close()


@pytest.fixture
def older(desk, seen_in):
    """The context of a register whose file was exchanged for an older one."""
    desk.register.close()
    path = desk.register.store.path
    content = path.read_bytes()
    newer = open_register(desk.register.folder, OPENING_WORDS, now=lambda: NOW)
    newer.seen_in = seen_in
    draft = CaseDraft(reference="RIV2026-27-77", title="Infant, head injury")
    save_case(newer, None, draft, today=TODAY)
    assert note_history(newer)
    newer.close()
    path.write_bytes(content)
    register = open_register(desk.register.folder, OPENING_WORDS, now=lambda: NOW)
    register.seen_in = seen_in
    yield AppContext(register, lambda: TODAY)
    wait_for_work()
    register.close()


def add_case(desk, number):
    draft = CaseDraft(reference=f"RIV2026-27-{number:02d}", title="Infant, head injury")
    desk.context.apply(save_case(desk.register, None, draft, today=TODAY))


def test_the_end_of_the_history_is_noted_at_the_start_and_after_saves(qtbot, desk, seen_in):
    window = open_window(qtbot, desk.context)
    qtbot.waitUntil((seen_in / _FILE_NAME).exists)
    assert window.history_watch.bar.isHidden()
    before = compare_with_seen(desk.register).entry
    add_case(desk, 8)
    add_case(desk, 9)
    timer = window.history_watch._timer
    assert timer.isActive()
    timer.setInterval(0)
    timer.start()
    qtbot.waitUntil(lambda: compare_with_seen(desk.register).entry == before + 2)


def test_it_is_noted_when_the_window_closes(qtbot, desk):
    window = open_window(qtbot, desk.context)
    add_case(desk, 8)
    window.close()
    found = compare_with_seen(desk.register)
    assert (found.state, found.entry) == (SealState.HELD, desk.register.store.audit_head().seq)


def test_an_older_file_is_told_above_the_page_until_it_is_looked_into(qtbot, older):
    window = open_window(qtbot, older)
    bar = window.history_watch.bar
    qtbot.waitUntil(bar.isVisible)
    assert "This register is older than when it was last open here" in bar.accessibleName()
    QTest.mouseClick(bar.backups_button, Qt.MouseButton.LeftButton)
    backups = dialog_on_show(window)
    assert isinstance(backups, BackupsDialog)
    wait_for_work()
    backups.close()
    assert bar.isVisible()
    QTest.mouseClick(bar.verify_button, Qt.MouseButton.LeftButton)
    dialog = dialog_on_show(window)
    assert isinstance(dialog, VerifyDialog)
    with qtbot.waitSignal(dialog.shown_now):
        pass
    dialog.ask_to_accept()
    with qtbot.waitSignal(dialog.shown_now):
        dialog.parts.question_line.yes_button.click()
    assert bar.isHidden()
    dialog.close()


def test_closing_does_not_put_the_evidence_away(qtbot, older):
    window = open_window(qtbot, older)
    qtbot.waitUntil(window.history_watch.bar.isVisible)
    window.close()
    assert compare_with_seen(older.register).state is SealState.SHORTENED


def test_a_disk_that_refuses_holds_nothing_up(qtbot, desk, monkeypatch, caplog):
    def refuse(*_):
        raise OSError(28, "full")

    monkeypatch.setattr("sgdesk.services.seen_history.keep_seen", refuse)
    window = open_window(qtbot, desk.context)
    qtbot.waitUntil(lambda: "was not noted: OSError" in caplog.text)
    caplog.clear()
    window.close()
    assert "was not noted: OSError" in caplog.text


def test_where_nothing_is_kept_nothing_is_noted(qtbot, desk):
    desk.register.seen_in = None
    window = open_window(qtbot, desk.context)
    window.history_watch.begin()
    add_case(desk, 8)
    assert not window.history_watch._timer.isActive()
    window.close()


def test_the_command_opens_the_verification(qtbot, desk):
    window = open_window(qtbot, desk.context)
    trigger(window, "verify_history")
    dialog = dialog_on_show(window)
    assert isinstance(dialog, VerifyDialog)
    with qtbot.waitSignal(dialog.shown_now):
        pass
    dialog.close()
