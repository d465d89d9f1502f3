"""What was typed and not saved: offered after a crash, put back, and to be read and copied."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from sgdesk.app.scenes.stage import COMPACT, Scene
from sgdesk.domain.cases import CaseDraft
from sgdesk.services.case_views import get_case
from sgdesk.services.cases import save_case
from sgdesk.ui.dialogs.case_dialog import CaseDialog

if TYPE_CHECKING:
    from sgdesk.app.scenes.stage import Shots, Stage
    from sgdesk.ui.context import AppContext
    from sgdesk.ui.main_window import MainWindow

_TYPED = "Two siblings, neglect and domestic abuse"


def offered(stage: Stage) -> Shots:
    context = _typed(stage)
    with stage.new_window(context) as window:
        yield "", window
        bar = window.taking_up.bar
        bar.discard_button.click()
        yield "asks", window
        bar.question.no_button.click()
        bar.read_button.click()
        dialog = _on_top(window)
        yield "read", dialog
        dialog.close()
        bar.continue_button.click()
        dialog = _on_top(window)
        yield "put-back", dialog
        if isinstance(dialog, CaseDialog):
            dialog.show_keeping(
                "The disk is full, so what you type is not kept at present. It is still here: "
                "save it soon."
            )
            yield "disk-full", dialog
            dialog.done(0)
    with stage.new_window(_typed(stage), COMPACT) as compact:
        yield "compact", compact


def _typed(stage: Stage) -> AppContext:
    """Return a register with what was typed into the form of a case that was changed since."""
    register = stage.new_register(f"kept-typing-{len(list(stage.folder.iterdir()))}")
    draft = CaseDraft(reference="NEWP2026-27-01", title="Two siblings, neglect")
    (case_id,) = save_case(register, None, draft, today=stage.today).case_ids
    context = stage.open_context(register)
    with stage.new_window(context) as window:
        window.open_case(case_id)
        window.commands.action("edit_case").trigger()
        dialog = _on_top(window)
        if isinstance(dialog, CaseDialog):
            dialog.title_edit.setText(_TYPED)
            dialog.area_edit.setText("Riverton North")
            dialog.aware_field.line_edit.setText("31/11/2026")
            dialog.aware_field.line_edit.textEdited.emit("31/11/2026")
            dialog.theme_list.set_value(("Neglect", "Domestic abuse"))
        context.typing.flush()
    view = get_case(register, case_id, today=stage.today)
    changed = replace(view.draft, title="Three siblings, neglect")
    save_case(register, case_id, changed, today=stage.today, revision=view.revision)
    return stage.open_context(register)


def _on_top(window: MainWindow) -> QDialog:
    return next(one for one in window.findChildren(QDialog) if one.isVisible())


SCENES = (Scene("kept-typing", offered),)
LARGE_TEXT = (Scene("large-text-kept-typing", offered),)
