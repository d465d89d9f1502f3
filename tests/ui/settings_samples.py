"""A register of its own, with its settings open, for the tests of each section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from case_samples import CASE, NOTIFICATION, NOW, TODAY, Desk
from kept_registers import copied_register
from PySide6.QtTest import QTest

from sgdesk.domain.partnerships import PartnershipDraft
from sgdesk.services.cases import save_case
from sgdesk.services.reviews import save_notification
from sgdesk.store.wrapping import Cost
from sgdesk.ui.context import AppContext
from sgdesk.ui.pages.settings_page import SettingsPage

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from sgdesk.ui.pages.settings_form import SettingsForm

PROFILE = PartnershipDraft(
    name="Riverton Safeguarding Children Partnership", prefix="RIV", officer="Business support"
)
OPENING_WORDS = "ripe lantern over seven hills"
CHEAP = Cost(64, 1, 1)


def make_settings_desk(folder: Path) -> Desk:
    """Return a register that a passphrase opens, with one notified case. Close it when done."""
    register, _ = copied_register(folder, PROFILE, OPENING_WORDS, now=lambda: NOW, cost=CHEAP)
    (case_id,) = save_case(register, None, CASE, today=TODAY).case_ids
    save_notification(register, case_id, NOTIFICATION, today=TODAY)
    return Desk(register, AppContext(register, lambda: TODAY), case_id, case_id)


def show_settings(qtbot: QtBot, desk: Desk) -> SettingsPage:
    """Return the page of the settings, on show and in front."""
    page = SettingsPage(desk.context)
    qtbot.addWidget(page)
    page.resize(1200, 760)
    page.show()
    QTest.qWaitForWindowActive(page)
    return page


def form_of(page: SettingsPage, key: str) -> SettingsForm:
    """Show a section and return its form."""
    page.show_section(key)
    return page.section.form


def links(form: SettingsForm) -> list[str]:
    """Return what the panel over a form says, problem by problem."""
    return [link.accessibleName() for link in form.problem_panel.links()]
