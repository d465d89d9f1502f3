"""Steps that tests of the program share: a register to open, a start, the windows after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.app.clock import current_moment
from sgdesk.config.paths import own_folders
from sgdesk.domain.partnerships import PartnershipDraft
from sgdesk.services.register import Register, create_register
from sgdesk.store.wrapping import Cost
from sgdesk.ui.main_window import MainWindow
from sgdesk.ui.unlock_window import UnlockWindow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from sgdesk.app.window import Program

CHEAP = Cost(memory_kib=64, rounds=1, lanes=1)
OPENED_BY = "lamp orbit gravel seventeen"
PROFILE = PartnershipDraft(name="Test partnership", prefix="ZZTS", officer="Business support")


def make_register() -> Register:
    folder = own_folders().make().register
    register, _key = create_register(folder, PROFILE, OPENED_BY, now=current_moment, cost=CHEAP)
    return register


def started(program: Program, *, is_practice: bool = False) -> Program:
    program.start(is_practice=is_practice)
    return program


def main_window(program: Program) -> MainWindow:
    assert isinstance(program.window, MainWindow)
    return program.window


def unlocked(program: Program, qtbot: QtBot) -> MainWindow:
    """Start the program over a register that is there, and type its passphrase."""
    make_register().close()
    unlock = started(program).window
    assert isinstance(unlock, UnlockWindow)
    unlock.passphrase_page.passphrase_edit.setText(OPENED_BY)
    unlock.passphrase_page.unlock_button.click()
    qtbot.waitUntil(lambda: isinstance(program.window, MainWindow))
    return main_window(program)
