"""Each step of the first start and of an import, and the window before the register is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.app.clock import shown_moment
from sgdesk.app.scenes.stage import CHEAP, OPENED_BY, PROFILE, Scene
from sgdesk.config.resources import resource
from sgdesk.ui.unlock_window import UnlockWindow
from sgdesk.ui.wizards.import_wizard import ImportWizard
from sgdesk.ui.wizards.start_wizard import StartWizard

if TYPE_CHECKING:
    from sgdesk.app.scenes.stage import Shots, Stage
    from sgdesk.ui.wizards.wizard_frame import WizardFrame

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
    wizard.recovery_page.typed_edit.setText(wizard.recovery_page.key)
    yield "6-ready", _next(wizard)
    wizard.abandon()


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
    Scene("import", bring_in),
    Scene("import-again", bring_in_again),
    Scene("import-odd", bring_in_odd),
    Scene("unlock", unlock),
)
