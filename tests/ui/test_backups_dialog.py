from __future__ import annotations

import pytest
from page_registers import practice_context
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from settings_samples import CHEAP, OPENING_WORDS, PROFILE
from window_steps import dialog_on_show, open_window, trigger

from sgdesk.domain.cases import CaseDraft
from sgdesk.services import backups
from sgdesk.services.backups import back_up
from sgdesk.services.case_list import list_cases
from sgdesk.services.cases import save_case
from sgdesk.services.register import create_register, open_register
from sgdesk.ui.dialogs.backups_dialog import BackupsDialog

OTHERS_WORDS = "candle bridge seven orchards"


@pytest.fixture
def desk(settings_desk):
    return settings_desk


@pytest.fixture
def show(qtbot, desk):
    def show_it(context=desk.context):
        dialog = BackupsDialog(context)
        qtbot.addWidget(dialog)
        with qtbot.waitSignal(dialog.shown_now):
            dialog.show()
        QTest.qWaitForWindowActive(dialog)
        return dialog

    return show_it


def add_case(desk, number):
    draft = CaseDraft(reference=f"RIV2026-27-{number:02d}", title="Infant, head injury")
    save_case(desk.register, None, draft, today=desk.context.today())


def choose(qtbot, dialog, row):
    with qtbot.waitSignal(dialog.shown_now):
        dialog.parts.table.selectRow(row)


def said(dialog):
    return dialog.parts.change_label.text()


def rows_of(dialog):
    model = dialog.parts.table.model()
    return [model.index(row, 1).data() for row in range(model.rowCount())]


def test_the_newest_backup_stands_first_and_says_what_it_would_change(qtbot, desk, show):
    back_up(desk.register)
    add_case(desk, 8)
    add_case(desk, 9)
    back_up(desk.register)
    dialog = show()
    assert rows_of(dialog) == ["2", "1"]
    assert not dialog.parts.restore_button.isEnabled()
    choose(qtbot, dialog, 0)
    assert said(dialog).startswith("Nothing would change")
    assert not dialog.parts.restore_button.isEnabled()
    choose(qtbot, dialog, 1)
    assert said(dialog) == (
        "You would lose 2 saved changes in 2 cases made since. Cases now: 3. "
        "Cases in the backup: 1."
    )
    assert dialog.parts.lost_list.isVisible()
    assert not dialog.parts.gained_list.isVisible()
    assert dialog.parts.restore_button.isEnabled()


def test_back_up_now_makes_one_although_nothing_changed(qtbot, desk, show):
    back_up(desk.register)
    dialog = show()
    dialog.parts.make_button.setFocus()
    with qtbot.waitSignal(dialog.shown_now):
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert rows_of(dialog) == ["2", "1"]
    assert dialog.parts.message.text() == "Backup 2 is made and checked."
    assert dialog.parts.make_button.hasFocus()


def test_while_something_runs_the_dialog_stays(qtbot, desk, show):
    dialog = show()
    dialog.back_up_now()
    dialog.reject()
    assert dialog.isVisible()
    assert not dialog.parts.close_button.isEnabled()
    qtbot.waitUntil(dialog.parts.close_button.isEnabled)
    dialog.parts.close_button.click()
    assert not dialog.isVisible()


def test_without_a_backup_it_says_when_the_first_is_made(show):
    assert said(show()).startswith("There is no backup yet")


def test_the_second_place_is_listed_and_kept_in_step(qtbot, desk, show, tmp_path_factory):
    second = tmp_path_factory.mktemp("drive")
    desk.context.change_settings(second_place=str(second))
    dialog = show()
    with qtbot.waitSignal(dialog.shown_now):
        dialog.back_up_now()
    assert dialog.parts.message.text().endswith("It is in the second place too.")
    assert rows_of(dialog) == ["1", "1"]
    assert desk.context.settings.second_copied_at
    second.rename(second.with_name("unplugged"))
    with qtbot.waitSignal(dialog.shown_now):
        dialog.back_up_now()
    assert dialog.parts.message.text().endswith("The second place cannot be reached now.")
    assert rows_of(dialog) == ["2", "1"]


def test_a_folder_without_a_backup_says_so(qtbot, desk, show, tmp_path_factory):
    back_up(desk.register)
    dialog = show()
    with qtbot.waitSignal(dialog.shown_now):
        dialog.show_folder(str(tmp_path_factory.mktemp("empty")))
    assert dialog.parts.message.text() == "No backup was found in that folder."
    with qtbot.waitSignal(dialog.shown_now):
        dialog.show_folder(str(desk.register.folder / "backups"))
    assert dialog.parts.message.text() == ""
    assert len(rows_of(dialog)) == 2


def test_trying_a_backup_tells_the_result_and_keeps_the_day(qtbot, desk, show):
    back_up(desk.register)
    dialog = show()
    dialog.parts.try_button.click()
    qtbot.waitUntil(lambda: "is good" in dialog.parts.message.text())
    assert "1 case, 4 entries in the history" in dialog.parts.message.text()
    assert desk.context.settings.tried_at == desk.register.now().isoformat()


def test_what_goes_wrong_is_said_and_the_day_is_not_kept(qtbot, desk, show):
    dialog = show()
    dialog.parts.try_button.click()
    qtbot.waitUntil(lambda: "no backup yet" in dialog.parts.message.text())
    assert desk.context.settings.tried_at == ""
    assert dialog.parts.try_button.isEnabled()


def test_a_damaged_backup_says_so_and_cannot_be_chosen(qtbot, desk, show):
    row = back_up(desk.register)
    add_case(desk, 8)
    (row.folder / "register.sgdesk").write_bytes(b"")
    dialog = show()
    choose(qtbot, dialog, 0)
    assert dialog.parts.message.text()
    assert not dialog.parts.restore_button.isEnabled()


def test_going_back_asks_once_more_with_the_keyboard_on_no(qtbot, desk, show, tmp_path):
    back_up(desk.register)
    add_case(desk, 8)
    dialog = show()
    choose(qtbot, dialog, 0)
    dialog.parts.restore_button.click()
    line = dialog.parts.question_line
    assert "The register loses 1 saved change." in line.sentence_label.text()
    assert line.no_button.hasFocus()
    line.no_button.click()
    assert dialog.isVisible()
    dialog.ask_restore()
    with qtbot.waitSignal(dialog.restore_prepared):
        line.yes_button.click()
    assert not dialog.isVisible()
    desk.register.close()
    again = open_register(tmp_path, OPENING_WORDS, now=desk.register.now)
    assert len(list_cases(again, today=desk.context.today())) == 1
    again.close()


def test_a_backup_damaged_after_it_was_read_is_not_gone_back_to(qtbot, desk, show):
    row = back_up(desk.register)
    add_case(desk, 8)
    dialog = show()
    choose(qtbot, dialog, 0)
    (row.folder / "register.keys").write_bytes(b"")
    dialog.parts.question_line.confirmed.emit(row)
    qtbot.waitUntil(lambda: "damaged" in dialog.parts.message.text())
    assert dialog.isVisible()


def test_nothing_is_asked_or_restored_before_a_backup_is_chosen(desk, show):
    row = back_up(desk.register)
    dialog = show()
    dialog.ask_restore()
    assert dialog.parts.question_line.isHidden()
    dialog.parts.question_line.confirmed.emit(row)
    assert dialog.parts.close_button.isEnabled()
    assert dialog._compare() == (None, None)
    dialog._on_compared((None, None))
    dialog.unlock()


def test_a_backup_of_another_register_opens_with_its_own_passphrase(
    qtbot, desk, show, tmp_path_factory
):
    folder = tmp_path_factory.mktemp("other")
    other, _ = create_register(folder, PROFILE, OTHERS_WORDS, now=desk.register.now, cost=CHEAP)
    back_up(other)
    other.close()
    dialog = show()
    chooser = dialog.look_elsewhere()
    assert isinstance(chooser, QFileDialog)
    with qtbot.waitSignal(dialog.shown_now):
        chooser.fileSelected.emit(str(folder / "backups"))
    chooser.close()
    choose(qtbot, dialog, 0)
    parts = dialog.parts
    assert parts.is_locked
    with qtbot.waitSignal(dialog.shown_now):
        QTest.keyClicks(parts.passphrase_edit, "not this one")
        parts.open_button.click()
    assert "not the passphrase" in parts.passphrase_row.message.text()
    parts.passphrase_edit.setFocus()
    parts.passphrase_edit.setText(OTHERS_WORDS)
    with qtbot.waitSignal(dialog.shown_now):
        QTest.keyClick(parts.passphrase_edit, Qt.Key.Key_Return)
    assert not parts.is_locked
    assert said(dialog).startswith("This is a backup of another register.")
    assert parts.restore_button.isEnabled()


def test_choosing_none_takes_the_answer_back(qtbot, desk, show):
    back_up(desk.register)
    add_case(desk, 8)
    dialog = show()
    choose(qtbot, dialog, 0)
    dialog._on_row_chosen(None)
    assert said(dialog).startswith("Choose a backup")
    assert not dialog.parts.restore_button.isEnabled()


def test_a_register_that_lacks_changes_would_get_them_back(qtbot, desk, show, monkeypatch):
    add_case(desk, 8)
    back_up(desk.register)
    found = backups.compare_backup

    def turned(*given):
        compared = found(*given)
        return type(compared)(compared.gained, compared.lost, 1, 2, is_other=False)

    back_up(desk.register, is_asked=True)
    for number in range(20, 31):
        add_case(desk, number)
    monkeypatch.setattr(backups, "compare_backup", turned)
    dialog = show()
    choose(qtbot, dialog, 0)
    assert said(dialog).startswith("You would get back 11 saved changes in 11 cases that the")
    assert dialog.parts.gained_list.isVisible()


def test_practice_has_nothing_to_back_up(qtbot, qapp):
    for context in practice_context():
        dialog = BackupsDialog(context)
        qtbot.addWidget(dialog)
        with qtbot.waitSignal(dialog.shown_now):
            dialog.show()
        assert not dialog.parts.make_button.isEnabled()
        assert not dialog.parts.try_button.isEnabled()


def test_the_file_menu_opens_it_and_going_back_locks(qtbot, desk):
    back_up(desk.register)
    add_case(desk, 8)
    window = open_window(qtbot, desk.context)
    trigger(window, "backups")
    dialog = dialog_on_show(window)
    assert isinstance(dialog, BackupsDialog)
    with qtbot.waitSignal(window.lock_asked):
        dialog.restore_prepared.emit()
    dialog.reject()


def test_the_file_menu_tries_the_newest_backup(qtbot, desk):
    back_up(desk.register)
    window = open_window(qtbot, desk.context)
    trigger(window, "try_backup")
    dialog = dialog_on_show(window)
    qtbot.waitUntil(lambda: "is good" in dialog.parts.message.text())
    assert dialog.focusWidget() is dialog.parts.try_button
    dialog.reject()


@pytest.fixture
def practice(qapp):
    yield from practice_context()


def test_in_practice_the_file_menu_says_that_there_is_nothing_to_try(qtbot, practice):
    window = open_window(qtbot, practice)
    trigger(window, "try_backup")
    dialog = dialog_on_show(window)
    qtbot.waitUntil(lambda: "practice register" in dialog.parts.message.text())
    dialog.reject()
