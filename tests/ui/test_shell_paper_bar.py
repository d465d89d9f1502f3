"""After the paper opened the register a new recovery key is offered, and only then."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from page_registers import TROUBLE
from window_steps import open_window, trigger

from sgdesk.ui.pages.settings_page import SettingsPage
from sgdesk.ui.pages.settings_security import SecuritySection
from sgdesk.ui.wizards.new_recovery_key import NewRecoveryKeyWizard

if TYPE_CHECKING:
    from case_samples import Desk
    from pytestqt.qtbot import QtBot

    from sgdesk.ui.main_window import MainWindow


@pytest.fixture
def desk(settings_desk: Desk) -> Desk:
    settings_desk.context.setProperty(TROUBLE, True)
    return settings_desk


@pytest.fixture
def window(qtbot: QtBot, desk: Desk) -> MainWindow:
    desk.register.is_opened_by_paper = True
    return open_window(qtbot, desk.context)


def wizards(window: MainWindow) -> list[NewRecoveryKeyWizard]:
    return [one for one in window.findChildren(NewRecoveryKeyWizard) if one.isVisible()]


def test_opened_by_its_passphrase_nothing_is_offered(qtbot: QtBot, desk: Desk) -> None:
    assert not open_window(qtbot, desk.context).paper_bar.isVisible()


def test_the_offer_stays_until_a_new_key_is_in_force(window: MainWindow, desk: Desk) -> None:
    bar = window.paper_bar
    assert bar.isVisible()
    assert "make a new key" in bar.accessibleName()
    bar.renew_button.click()
    assert len(wizards(window)) == 1
    wizards(window)[0].reject()
    assert bar.isVisible()

    desk.context.keys_changed.emit()  # the passphrase alone
    assert bar.isVisible()
    desk.register.is_opened_by_paper = False
    desk.context.keys_changed.emit()
    assert not bar.isVisible()


def test_the_offer_can_be_put_away(window: MainWindow) -> None:
    window.paper_bar.leave_button.click()
    assert not window.paper_bar.isVisible()


def test_security_is_a_command_and_its_buttons_reach_the_window(
    qtbot: QtBot, window: MainWindow
) -> None:
    trigger(window, "security")
    page = window.page
    assert isinstance(page, SettingsPage)
    section = page.section
    assert isinstance(section, SecuritySection)
    assert section.kept is not None

    section.kept.recovery.renew_button.click()
    assert len(wizards(window)) == 1
    wizards(window)[0].reject()
    with qtbot.waitSignal(window.lock_asked):
        section.kept.locking.link_button.click()
    section.protection_card.help_link.click()
    assert window._help is not None
    assert window._help.windowTitle() == "SGDesk help: Security"
    window._help.close()
