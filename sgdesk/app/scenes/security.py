"""Security: the page of the settings from top to foot, and the way to a new recovery key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.app.scenes.stage import COMPACT, OPENED_BY, Scene
from sgdesk.services.backups import back_up
from sgdesk.ui.pages.settings_page import SettingsPage
from sgdesk.ui.pages.settings_security import SecuritySection
from sgdesk.ui.wizards.new_recovery_key import NewRecoveryKeyWizard

if TYPE_CHECKING:
    from sgdesk.app.scenes.stage import Shots, Stage


def settings(stage: Stage) -> Shots:
    register = stage.new_register(_name(stage, "security"))
    back_up(register)
    register.is_opened_by_paper = True
    with stage.new_window(stage.open_context(register), COMPACT) as window:
        window.go("settings")
        page = window.page
        if not isinstance(page, SettingsPage):
            return
        page.show_section("Security")
        stage.settle()
        section = page.section
        if not isinstance(section, SecuritySection) or section.kept is None:
            return
        yield "top", window
        window.paper_bar.hide()
        bar = section.scroll_area.verticalScrollBar()
        for name, card in (
            ("passphrase", section.kept.passphrase),
            ("seal", section.kept.seal),
            ("protection", section.protection_card),
        ):
            bar.setValue(card.y())
            stage.settle()
            yield name, window
        section.kept.passphrase.open_button.click()
        stage.settle()
        section.scroll_area.ensureWidgetVisible(section.kept.passphrase.form.foot)
        yield "form", window


def new_key(stage: Stage) -> Shots:
    context = stage.open_context(stage.new_register(_name(stage, "new-key")))
    wizard = stage.show(NewRecoveryKeyWizard(context))
    yield "1-passphrase", wizard
    wizard.passphrase_page.passphrase_edit.setText(OPENED_BY)
    wizard.next()
    stage.settle()
    yield "2-shown", wizard
    key = wizard.recovery_page.key
    slip = "0" if key[13] != "0" else "1"
    wizard.recovery_page.typed_edit.setText(f"{key[:13]}{slip}{key[14:]}")
    wizard.recovery_page.point_out()
    yield "2-mistyped", wizard
    wizard.recovery_page.typed_edit.setText(key)
    wizard.reject()
    yield "2-asks", wizard
    wizard.reject()
    wizard.next()
    stage.settle()
    yield "3-in-force", wizard


def _name(stage: Stage, name: str) -> str:
    return f"{name}-{len(list(stage.folder.iterdir()))}"


SCENES = (Scene("security", settings), Scene("new-recovery-key", new_key))
LARGE_TEXT = (
    Scene("large-text-security", settings),
    Scene("large-text-new-recovery-key", new_key),
)
