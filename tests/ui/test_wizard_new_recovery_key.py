"""A new recovery key: asked for with the passphrase, shown, typed back, and only then in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from wizard_samples import CHEAP, TODAY, WORDS, make_register, now

from sgdesk.errors import UserError
from sgdesk.services import register_keys
from sgdesk.services.register import open_with_recovery_key
from sgdesk.store.errors import WrongRecoveryKeyError
from sgdesk.ui.context import AppContext
from sgdesk.ui.tasks import wait_for_work
from sgdesk.ui.wizards import new_recovery_key
from sgdesk.ui.wizards.new_recovery_key import NewRecoveryKeyWizard

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from sgdesk.services.register import Register


@pytest.fixture
def made(tmp_path: Path) -> Iterator[tuple[Register, str]]:
    register, paper = make_register(tmp_path)
    yield register, paper
    wait_for_work()
    register.close()


@pytest.fixture
def context(qapp: object, made: tuple[Register, str]) -> AppContext:
    return AppContext(made[0], lambda: TODAY)


@pytest.fixture
def wizard(context: AppContext, qtbot: QtBot) -> NewRecoveryKeyWizard:
    wizard = NewRecoveryKeyWizard(context)
    qtbot.addWidget(wizard)
    wizard.show()
    return wizard


def unlock(wizard: NewRecoveryKeyWizard, qtbot: QtBot) -> str:
    """Go on to the new key and return it."""
    wizard.passphrase_page.passphrase_edit.setText(WORDS)
    qtbot.keyClick(wizard.passphrase_page.passphrase_edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: wizard.page is wizard.recovery_page)
    return wizard.recovery_page.key


def opens(register: Register, paper: str) -> bool:
    register.close()
    try:
        open_with_recovery_key(
            register.folder, paper, "cinder maple anchor twelve", now=now, cost=CHEAP
        ).close()
    except WrongRecoveryKeyError:
        return False
    return True


def test_the_new_paper_opens_and_the_old_one_no_longer(
    wizard: NewRecoveryKeyWizard, qtbot: QtBot, made: tuple[Register, str]
) -> None:
    register, old = made
    shown = unlock(wizard, qtbot)
    assert shown != old
    assert wizard.passphrase_page.passphrase() == ""
    wizard.recovery_page.typed_edit.setText(shown.lower())
    assert wizard.footer.next_button.text() == "Put it in force"
    with qtbot.waitSignal(wizard._context.keys_changed):
        wizard.next()
    assert wizard.page is wizard.done_page
    assert wizard.recovery_page.key == ""
    wizard.next()
    assert not wizard.isVisible()
    assert not opens(register, old)
    assert opens(register, shown)


def test_cancelled_with_the_key_on_show_the_old_paper_stays_good(
    wizard: NewRecoveryKeyWizard, qtbot: QtBot, made: tuple[Register, str]
) -> None:
    register, old = made
    shown = unlock(wizard, qtbot)
    wizard.recovery_page.typed_edit.setText(shown)
    wizard.reject()
    assert "The paper that you had before stays good" in wizard.footer.question_label.text()
    with qtbot.waitSignal(wizard.rejected):
        wizard.footer.leave_button.click()
    assert wizard.recovery_page.key == ""
    assert not opens(register, shown)
    assert opens(register, old)


def test_cancelled_before_the_key_nothing_is_asked(wizard: NewRecoveryKeyWizard) -> None:
    wizard.passphrase_page.passphrase_edit.setText(WORDS)
    wizard.reject()
    assert not wizard.isVisible()
    assert wizard.passphrase_page.passphrase() == ""


def test_a_key_that_is_not_typed_back_goes_no_further(
    wizard: NewRecoveryKeyWizard, qtbot: QtBot
) -> None:
    shown = unlock(wizard, qtbot)
    wizard.recovery_page.typed_edit.setText(f"{'7' if shown[0] != '7' else '8'}{shown[1:]}")
    wizard.next()
    assert wizard.page is wizard.recovery_page
    assert "group 1 differs" in wizard.recovery_page.typed_row.message.text()


def test_a_wrong_passphrase_shows_no_key(wizard: NewRecoveryKeyWizard, qtbot: QtBot) -> None:
    page = wizard.passphrase_page
    page.point_out()
    assert "Type the passphrase" in page.passphrase_row.message.text()
    page.passphrase_edit.setText("not the passphrase")
    wizard.next()
    qtbot.waitUntil(lambda: not wizard.is_working)
    assert wizard.page is page
    assert "not the passphrase" in page.passphrase_row.message.text()
    assert wizard.recovery_page.key == ""
    page.passphrase_edit.setText("another")
    assert page.passphrase_row.message.text() == ""


def test_what_else_bars_the_way_is_told(
    wizard: NewRecoveryKeyWizard, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object) -> str:
        raise UserError("The key file of this register is missing.")

    monkeypatch.setattr(new_recovery_key, "offer_recovery_key", failing)
    wizard.passphrase_page.passphrase_edit.setText(WORDS)
    wizard.next()
    qtbot.waitUntil(lambda: not wizard.is_working)
    assert "is missing" in wizard.passphrase_page.notice.text()


def test_a_disk_that_refuses_is_told_and_the_old_paper_stays_good(
    wizard: NewRecoveryKeyWizard,
    qtbot: QtBot,
    made: tuple[Register, str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*_: object, **__: object) -> None:
        raise UserError("The disk is full.")

    monkeypatch.setattr(new_recovery_key, "renew_recovery_key", full)
    shown = unlock(wizard, qtbot)
    wizard.recovery_page.typed_edit.setText(shown)
    wizard.next()
    qtbot.waitUntil(lambda: not wizard.is_working)
    assert wizard.page is wizard.recovery_page
    assert "disk is full" in wizard.recovery_page.notice.text()
    assert wizard.recovery_page.key == shown
    monkeypatch.setattr(new_recovery_key, "renew_recovery_key", register_keys.renew_recovery_key)
    wizard.next()
    qtbot.waitUntil(lambda: wizard.page is wizard.done_page)
