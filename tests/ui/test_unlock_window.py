"""Unlocking: passphrase, recovery key, growing pauses, and sentences for what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from wizard_samples import CHEAP, PROFILE, WORDS, make_register, now

from sgdesk.services.register import Register, open_register
from sgdesk.store.recovery import write_out
from sgdesk.ui.unlock_window import UnlockWindow
from sgdesk.ui.wizards import try_delay
from sgdesk.ui.wizards.try_delay import TryDelay

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

NEW_WORDS = "cinder maple anchor twelve"


@pytest.fixture
def key(tmp_path: Path) -> str:
    register, key = make_register(tmp_path)
    register.close()
    return key


@pytest.fixture
def window(key: str, tmp_path: Path, qtbot: QtBot) -> UnlockWindow:
    window = UnlockWindow(tmp_path, now=now, cost=CHEAP)
    qtbot.addWidget(window)
    window.show()
    return window


def try_words(window: UnlockWindow, qtbot: QtBot, words: str) -> None:
    window.passphrase_page.passphrase_edit.setText(words)
    window.passphrase_page.unlock_button.click()
    qtbot.waitUntil(window.isEnabled)
    qtbot.waitUntil(window.passphrase_page.isEnabled)


def fill_recovery(window: UnlockWindow, key: str) -> None:
    window.passphrase_page.recovery_button.click()
    page = window.recovery_page
    page.key_edit.setText(key)
    page.passphrase.first_edit.setText(NEW_WORDS)
    page.passphrase.second_edit.setText(NEW_WORDS)


def test_the_passphrase_opens_the_register(window: UnlockWindow, qtbot: QtBot) -> None:
    window.passphrase_page.passphrase_edit.setText(WORDS)
    with qtbot.waitSignal(window.register_opened) as opened:
        qtbot.keyClick(window.passphrase_page.passphrase_edit, Qt.Key.Key_Return)
    register = opened.args[0]
    assert isinstance(register, Register)
    assert window.passphrase_page.passphrase_edit.text() == ""
    register.close()


def test_nothing_says_whose_register_it_is(window: UnlockWindow) -> None:
    assert PROFILE.name not in window.windowTitle()
    assert window.windowTitle() == "SGDesk is locked"


def test_an_empty_passphrase_is_asked_for(window: UnlockWindow) -> None:
    window.passphrase_page.unlock_button.click()
    assert window.passphrase_page.passphrase_row.message.text() == "Type your passphrase."


def test_a_wrong_passphrase_is_told_and_can_be_typed_over(
    window: UnlockWindow, qtbot: QtBot
) -> None:
    try_words(window, qtbot, "wrong")
    page = window.passphrase_page
    assert "not the passphrase" in page.notice.text()
    assert page.unlock_button.isEnabled()
    assert page.passphrase_edit.selectedText() == "wrong" or page.passphrase_edit.hasSelectedText()


def test_a_recovery_key_typed_as_passphrase_is_shown_its_own_door(
    window: UnlockWindow, qtbot: QtBot, key: str
) -> None:
    try_words(window, qtbot, key.lower())
    assert "That is a recovery key" in window.passphrase_page.notice.text()


def test_wrong_tries_wait_longer_and_never_lock_out(
    window: UnlockWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = window.passphrase_page
    try_words(window, qtbot, "wrong")
    assert window.delay.seconds_left == 0
    try_words(window, qtbot, "wrong again")
    assert window.delay.seconds_left == 1
    assert not page.unlock_button.isEnabled()
    assert page.wait_label.text() == "The next try in 1 second"

    page.passphrase_edit.setText(WORDS)
    page.unlock_asked.emit()  # Enter meanwhile does nothing
    qtbot.waitUntil(page.unlock_button.isEnabled, timeout=5000)
    assert page.wait_label.text() == ""
    with qtbot.waitSignal(window.register_opened) as opened:
        page.unlock_button.click()
    opened.args[0].close()


def test_the_pauses_grow_to_half_a_minute(
    qtbot: QtBot, qapp: QObject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(try_delay, "_TICK_MS", 1)
    delay = TryDelay(qapp)
    pauses = []
    for _failure in range(9):
        delay.note_failure()
        pauses.append(delay.seconds_left)
        qtbot.waitUntil(lambda: not delay.seconds_left)
    assert pauses == [0, 1, 2, 4, 8, 16, 30, 30, 30]
    delay.deleteLater()


def test_the_recovery_key_opens_the_register_and_sets_a_new_passphrase(
    window: UnlockWindow, qtbot: QtBot, key: str, tmp_path: Path
) -> None:
    fill_recovery(window, key)
    with qtbot.waitSignal(window.register_opened) as opened:
        window.recovery_page.unlock_button.click()
    opened.args[0].close()
    open_register(tmp_path, NEW_WORDS, now=now).close()


def test_a_mistyped_recovery_key_is_named_by_its_group_and_not_tried(
    window: UnlockWindow, qtbot: QtBot, key: str, tmp_path: Path
) -> None:
    slip = f"{key[:12]}{'7' if key[12] != '7' else '8'}{key[13:]}"
    fill_recovery(window, slip)
    page = window.recovery_page
    for _attempt in range(3):
        page.unlock_button.click()
        assert page.key_row.message.text().startswith("Group")
        assert "3" in page.key_row.message.text()
        assert page.key_edit.hasFocus()
    assert window.delay.seconds_left == 0
    open_register(tmp_path, WORDS, now=now).close()

    page.key_edit.setText(key[:-1])
    page.key_edit.textEdited.emit(key[:-1])
    assert page.key_row.message.text()
    page.key_edit.setText(key)
    page.key_edit.textEdited.emit(key)
    assert page.key_row.message.text().startswith("Seven groups of five.")


def test_leaving_the_line_of_the_key_judges_it(window: UnlockWindow, qtbot: QtBot) -> None:
    window.passphrase_page.recovery_button.click()
    page = window.recovery_page
    page.key_edit.setText("8X3KD")
    qtbot.keyClick(page.key_edit, Qt.Key.Key_Return)
    assert "35 characters, and 5 are there" in page.key_row.message.text()
    assert page.passphrase.first_edit.hasFocus()


def test_both_doors_wait_together_and_a_window_opened_anew_waits_on(
    window: UnlockWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    try_words(window, qtbot, "wrong")
    fill_recovery(window, write_out(bytes(range(20))))
    window.recovery_page.unlock_button.click()
    qtbot.waitUntil(lambda: window.delay.seconds_left == 1)
    assert "an older one" in window.recovery_page.notice.text()
    window.delay.note_failure()
    for page in (window.passphrase_page, window.recovery_page):
        assert not page.unlock_button.isEnabled()
        assert page.wait_label.text() == "The next try in 2 seconds"

    again = UnlockWindow(tmp_path, now=now, cost=CHEAP, delay=window.delay)
    qtbot.addWidget(again)
    assert again.passphrase_page.wait_label.text().startswith("The next try in")
    assert not again.recovery_page.unlock_button.isEnabled()


def test_a_door_that_was_opened_begins_the_pauses_anew(
    window: UnlockWindow, qtbot: QtBot, key: str
) -> None:
    try_words(window, qtbot, "wrong")
    window.passphrase_page.passphrase_edit.setText(WORDS)
    with qtbot.waitSignal(window.register_opened) as opened:
        window.passphrase_page.unlock_button.click()
    opened.args[0].close()
    window.delay.note_failure()
    assert window.delay.seconds_left == 0


def test_what_the_recovery_page_needs_is_pointed_out(window: UnlockWindow, key: str) -> None:
    window.passphrase_page.recovery_button.click()
    page = window.recovery_page
    page.unlock_button.click()
    assert "from the paper" in page.key_row.message.text()

    page.key_edit.setText(key)
    page.unlock_button.click()
    assert "let SGDesk suggest one" in page.passphrase.first_row.message.text()

    page.passphrase.first_edit.setText(NEW_WORDS)
    page.passphrase.second_edit.setText("another")
    page.unlock_button.click()
    assert "from the paper" not in page.key_row.message.text()
    assert "not the same" in page.passphrase.second_row.message.text()


def test_escape_leads_back_from_the_recovery_key(window: UnlockWindow, qtbot: QtBot) -> None:
    window.passphrase_page.recovery_button.click()
    qtbot.waitUntil(window.recovery_page.key_edit.hasFocus)
    qtbot.keyClick(window.recovery_page.key_edit, Qt.Key.Key_Escape)
    assert window.page is window.passphrase_page
    assert window.isVisible()

    window.passphrase_page.recovery_button.click()
    window.recovery_page.back_button.click()
    assert window.page is window.passphrase_page


def test_escape_closes_the_window(window: UnlockWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.rejected):
        qtbot.keyClick(window, Qt.Key.Key_Escape)


def test_the_window_stays_while_the_register_is_being_opened(
    window: UnlockWindow, qtbot: QtBot
) -> None:
    window.passphrase_page.passphrase_edit.setText(WORDS)
    with qtbot.waitSignal(window.register_opened) as opened:
        window.passphrase_page.unlock_button.click()
        assert window.passphrase_page.wait_label.text() == "Opening…"
        window.reject()
        assert window.isVisible()
    opened.args[0].close()


def test_a_register_that_is_open_elsewhere_is_waited_for_and_told(
    window: UnlockWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[Path] = []
    monkeypatch.setattr("sgdesk.ui.unlock_window.wait_until_free", waited.append)
    other = open_register(tmp_path, WORDS, now=now)
    try_words(window, qtbot, WORDS)
    other.close()
    assert waited == [tmp_path]
    assert "another window" in window.passphrase_page.notice.text()


def test_a_damaged_register_is_told(window: UnlockWindow, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "register.sgdesk"
    file.write_bytes(bytes(file.stat().st_size))
    try_words(window, qtbot, WORDS)
    assert window.passphrase_page.notice.text()
    assert window.isVisible()


def test_practice_can_be_asked_for_without_a_passphrase(window: UnlockWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.practice_asked):
        window.passphrase_page.practice_button.click()


def test_enter_presses_the_button_that_has_the_keyboard(window: UnlockWindow, qtbot: QtBot) -> None:
    button = window.passphrase_page.practice_button
    button.setFocus()
    with qtbot.waitSignal(window.practice_asked):
        qtbot.keyClick(button, Qt.Key.Key_Return)


def test_tab_leads_down_the_page_and_to_its_button(window: UnlockWindow, qtbot: QtBot) -> None:
    def walked(first: QWidget, steps: int) -> list[QWidget | None]:
        first.setFocus()
        reached = []
        for _ in range(steps):
            qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
            reached.append(window.focusWidget())
        return reached

    page = window.passphrase_page
    line = page.passphrase_edit
    assert walked(line, 4) == [
        *(line.show_button, page.unlock_button, page.recovery_button, page.practice_button),
    ]
    page.recovery_button.click()
    second = window.recovery_page
    new = second.passphrase
    assert walked(second.key_edit, 7) == [
        *(new.first_edit, new.second_edit, new.first_edit.show_button),
        *(new.second_edit.show_button, new.suggest_button),
        *(second.unlock_button, second.back_button),
    ]


def test_a_narrow_window_keeps_the_fields_and_drops_the_panel(window: UnlockWindow) -> None:
    window.resize(500, 400)
    assert window.panel.isHidden()
