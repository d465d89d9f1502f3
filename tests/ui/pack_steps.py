"""The way through the pack wizard, for the tests of its steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard_samples import TODAY, add_briefing

from sgdesk.domain.people import ChildDraft
from sgdesk.services.briefings import get_briefing
from sgdesk.services.children import save_child
from sgdesk.ui.wizards.export_wizard import ExportWizard

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from sgdesk.services.register import Register
    from sgdesk.ui.context import AppContext

NAME = "Willow Testchild"


def open_wizard(qtbot: QtBot, context: AppContext, *chosen: UUID) -> ExportWizard:
    wizard = ExportWizard(context, chosen)
    qtbot.addWidget(wizard)
    wizard.open()
    idle(qtbot, wizard)
    return wizard


def idle(qtbot: QtBot, wizard: ExportWizard) -> None:
    qtbot.waitUntil(lambda: not wizard.is_working, timeout=30_000)


def go_to_checks(qtbot: QtBot, wizard: ExportWizard) -> None:
    wizard.next()
    wizard.next()
    assert wizard.page is wizard.checks_page
    idle(qtbot, wizard)


def go_to_place(qtbot: QtBot, wizard: ExportWizard, folder: Path) -> None:
    go_to_checks(qtbot, wizard)
    wizard.next()
    assert wizard.page is wizard.place_page
    wizard.place_page.folder_edit.setText(str(folder))
    wizard.place_page.show_files()


def add_telling(register: Register) -> UUID:
    """A briefing with the real name of a child of its case."""
    briefing_id = add_briefing(
        register, "ZZTS2025-26-01", title="Transitions", background="Willow was known to all."
    )
    (case_id,) = get_briefing(register, briefing_id).case_ids
    child = ChildDraft(pseudonym="Child A", name=NAME)
    save_child(register, case_id, None, child, today=TODAY)
    return briefing_id
