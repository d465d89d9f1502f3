"""Each step of each wizard, and the window before the register is open."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sgdesk.app.clock import shown_moment
from sgdesk.app.scenes.stage import CHEAP, OPENED_BY, PROFILE, Scene, find_case
from sgdesk.config.resources import resource
from sgdesk.records.exports import DocumentKind
from sgdesk.services.briefings import get_briefing, list_briefings, save_briefing
from sgdesk.ui.unlock_window import UnlockWindow
from sgdesk.ui.wizards.export_wizard import ExportWizard
from sgdesk.ui.wizards.import_wizard import ImportWizard
from sgdesk.ui.wizards.start_wizard import StartWizard

if TYPE_CHECKING:
    from uuid import UUID

    from sgdesk.app.scenes.stage import Shots, Stage
    from sgdesk.ui.wizards.wizard_frame import WizardFrame

_EXPORTED = ("BSCP2022-23-02", "BSCP2019-20-01")
_ODD_PAGE = """Learning from reviews
Case reference: NEWP2024-25/01
Publication date: 4/3/26
A child was hurt at home.
Case reference: NEWP2023-24/02
Two siblings were not seen by any agency for a year.
Case reference: NEWP2024-25-01
Publication date: 17.12.2025
The same review once more.
"""


def start(stage: Stage) -> Shots:
    wizard = StartWizard(
        stage.new_folder("start"),
        now=shown_moment,
        today=lambda: stage.today,
        cache=stage.folder,
        cost=CHEAP,
    )
    yield "1-welcome", stage.show(wizard)
    yield "2-how", _next(wizard)
    yield "3-partnership", _next(wizard)
    page = wizard.partnership_page
    page.name_edit.setText(PROFILE.name)
    wizard.next()
    yield "3-problem", wizard
    page.prefix_edit.setText(PROFILE.prefix)
    yield "4-passphrase", _next(wizard)
    fields = wizard.passphrase_page.fields
    fields.first_edit.setText(OPENED_BY)
    fields.second_edit.setText(OPENED_BY)
    wizard.next()
    yield "5-recovery-key", wizard
    wizard.reject()
    yield "5-asks", wizard
    wizard.reject()
    wizard.recovery_page.copy_button.click()
    wizard.recovery_page.typed_edit.paste()
    yield "6-ready", _next(wizard)
    wizard.abandon()


def export(stage: Stage) -> Shots:
    rows = list_briefings(stage.context.register)
    chosen = [row.briefing_id for row in rows if set(_EXPORTED) & set(row.references)]
    wizard = stage.show(ExportWizard(stage.context, chosen, stage.window("publications")))
    yield "1-reviews", wizard
    yield "2-documents", _next(wizard)
    wizard.documents_page.cards[DocumentKind.DEADLINES].setChecked(True)
    yield "3-checks", _next(wizard)
    wizard.next()
    wizard.where_page.folder_edit.setText(str(stage.folder / "Briefings"))
    wizard.where_page.show_files()
    yield "4-where", wizard
    yield "5-made", _next(wizard)


def export_stopped(stage: Stage) -> Shots:
    """A page that is too long, and one that holds a child's name."""
    register = stage.new_practice()
    (child,) = find_case(register, "27-05").children
    chosen: list[UUID] = []
    for row in list_briefings(register):
        if set(_EXPORTED) & set(row.references):
            draft = get_briefing(register, row.briefing_id)
            longer = " ".join([draft.background] * 6) if chosen else draft.background
            named = f"{longer} {child.draft.name} was seen."
            save_briefing(register, row.briefing_id, replace(draft, background=named))
            chosen.append(row.briefing_id)
    context = stage.open_context(register)
    wizard = stage.show(ExportWizard(context, chosen, stage.window("publications")))
    stage.settle()
    wizard.next()
    yield "3-checks", _next(wizard)


def bring_in(stage: Stage) -> Shots:
    register = stage.new_register("import")
    wizard = stage.show(ImportWizard(stage.open_context(register), stage.window("today")))
    yield "1-source", wizard
    wizard.source_page.text_edit.setPlainText(
        resource("practice", "public-list.txt").read_text(encoding="utf-8")
    )
    yield "2-check", _next(wizard)
    yield "3-briefings", _next(wizard)
    yield "4-ready", _next(wizard)
    yield "4-done", _next(wizard)


def bring_in_again(stage: Stage) -> Shots:
    wizard = stage.show(ImportWizard(stage.context, stage.window("today")))
    wizard.source_page.use_file(str(resource("practice", "public-list.txt")))
    yield "1-source", wizard
    yield "2-check", _next(wizard)


def bring_in_odd(stage: Stage) -> Shots:
    register = stage.new_register("odd")
    wizard = stage.show(ImportWizard(stage.open_context(register), stage.window("today")))
    wizard.source_page.text_edit.setPlainText("There is no list on this page.")
    yield "1-nothing", _next(wizard)
    wizard.source_page.text_edit.setPlainText(_ODD_PAGE)
    yield "2-check", _next(wizard)


def unlock(stage: Stage) -> Shots:
    window = UnlockWindow(stage.folder / "empty", now=shown_moment, cost=CHEAP)
    yield "", stage.show(window)
    window.passphrase_page.passphrase_edit.setText("not the passphrase")
    window.passphrase_page.unlock_button.click()
    yield "refused", window
    window.show_page(window.recovery_page)
    yield "recovery-key", window


def _next(wizard: WizardFrame) -> WizardFrame:
    wizard.next()
    return wizard


SCENES = (
    Scene("start", start),
    Scene("export", export),
    Scene("export-stopped", export_stopped),
    Scene("import", bring_in),
    Scene("import-again", bring_in_again),
    Scene("import-odd", bring_in_odd),
    Scene("unlock", unlock),
)
