"""Backups: how they stand in the settings, and going back to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.app.scenes.stage import Scene
from sgdesk.domain.cases import CaseDraft
from sgdesk.services.backups import back_up
from sgdesk.services.cases import save_case
from sgdesk.ui.dialogs.backups_dialog import BackupsDialog
from sgdesk.ui.pages.settings_page import SettingsPage
from sgdesk.ui.pages.settings_security import SecuritySection

if TYPE_CHECKING:
    from sgdesk.app.scenes.stage import Shots, Stage
    from sgdesk.ui.context import AppContext

_TITLES = (
    "Two siblings, neglect",
    "Infant, head injury",
    "Young person, exploitation outside the home",
)


def settings(stage: Stage) -> Shots:
    context = _backed_up(stage, "backups-settings")
    second = stage.new_folder("Partnership drive (invented)")
    with stage.new_window(context) as window:
        window.go("settings")
        page = window.page
        if not isinstance(page, SettingsPage):
            return
        page.show_section("Security")
        stage.settle()
        yield "none", window
        section = page.section
        if isinstance(section, SecuritySection) and section.kept is not None:
            section.kept.backups.use(str(second))
            stage.settle()
            yield "second", window


def dialog(stage: Stage) -> Shots:
    context = _backed_up(stage, "backups-dialog")
    shown = BackupsDialog(context)
    stage.show(shown)
    stage.settle()
    shown.parts.table.selectRow(1)
    stage.settle()
    yield "loses", shown
    shown.ask_restore()
    stage.settle()
    yield "asks", shown
    shown.parts.question_line.hide()
    shown.try_newest()
    stage.settle()
    yield "tried", shown


def _backed_up(stage: Stage, name: str) -> AppContext:
    """Return a register with three cases, a backup after each."""
    register = stage.new_register(f"{name}-{len(list(stage.folder.iterdir()))}")
    for number, title in enumerate(_TITLES, start=1):
        draft = CaseDraft(reference=f"NEWP2026-27-{number:02d}", title=title)
        save_case(register, None, draft, today=stage.today)
        back_up(register)
    return stage.open_context(register)


SCENES = (Scene("backups-settings", settings), Scene("backups", dialog))
LARGE_TEXT = (Scene("large-text-backups-settings", settings), Scene("large-text-backups", dialog))
