"""The settings of documents, the standing texts, and the press statement that carries one."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sgdesk.app.scenes.stage import Scene, find_case
from sgdesk.domain.boilerplate import BoilerplateDraft, BoilerplateKey
from sgdesk.services.boilerplate import save_wording
from sgdesk.services.press_statements import press_letter
from sgdesk.ui.dialogs.letter_dialog import LetterDialog
from sgdesk.ui.pages.settings_boilerplate import BoilerplateSection
from sgdesk.ui.pages.settings_documents import DocumentsForm
from sgdesk.ui.pages.settings_page import SettingsPage
from sgdesk.ui.widgets.in_sight import bring_into_sight

if TYPE_CHECKING:
    from sgdesk.app.scenes.stage import Shots, Stage
    from sgdesk.records.letters import Letter
    from sgdesk.ui.main_window import MainWindow

_NEXT = (
    "These reviews were published by the partnership in the last three years.\n"
    "Each looks at what happened to a child, and at what we do differently now."
)


def texts(stage: Stage) -> Shots:
    window, section = _section(stage)
    yield "", window
    section.begin()
    section.form.text_edit.setPlainText("")
    section.form.starts_field.set_value(None)
    section.form.save()
    yield "problems", window
    section.form.foot.undo_button.click()
    held = BoilerplateDraft(
        BoilerplateKey.LIST_OPENING.value, stage.today + timedelta(days=39), _NEXT
    )
    changes = save_wording(stage.context.register, None, held)
    stage.context.apply(changes)
    yield "next", window
    section.wording_combo.setCurrentIndex(1)
    section.remove()
    yield "remove", window


def documents(stage: Stage) -> Shots:
    window = stage.window("settings")
    page = window.page
    if isinstance(page, SettingsPage):
        page.show_section("Documents")
        for form in page.section.findChildren(DocumentsForm):
            form.contacts_edit.set_entries(
                ("Riverton SCP business support", "reviews@riverton.example")
            )
            form.ink_field.set_value("#5B2A86")
            form.accent_field.set_value("#F2A541")
            yield "", window
            bring_into_sight(form.contacts_edit)
            yield "lower", window
            form.save()
            yield "problems", window
            form.foot.undo_button.click()


def press(stage: Stage) -> Shots:
    window = stage.window("publications")
    view = find_case(stage.context.register, "26-01")
    letter = press_letter(stage.context.register, view.case_id, today=stage.today)
    yield "", stage.show(LetterDialog(stage.context, letter, _forget, window))


def _forget(_letter: Letter, _route: str) -> None:
    """Nothing that is shown for a picture is logged."""


def _section(stage: Stage) -> tuple[MainWindow, BoilerplateSection]:
    window = stage.window("settings")
    page = window.page
    if not isinstance(page, SettingsPage):
        raise TypeError(type(page).__name__)
    page.show_section("Standing texts")
    if not isinstance(page.section, BoilerplateSection):
        raise TypeError(type(page.section).__name__)
    return window, page.section


SCENES = (
    Scene("settings-standing-texts", texts),
    Scene("settings-documents-own", documents),
    Scene("press-statement", press),
)
LARGE_TEXT = (Scene("large-text-settings-standing-texts", texts),)
