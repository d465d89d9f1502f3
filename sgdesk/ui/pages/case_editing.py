"""Opens the dialogs that edit a case, and hands what they offer to the services."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from sgdesk.domain.people import ChildDraft
from sgdesk.records.kept_typing import FormPlace
from sgdesk.services import children
from sgdesk.services.cases import save_case
from sgdesk.ui.dialogs.case_dialog import CaseDialog
from sgdesk.ui.dialogs.child_forms import child_form, child_setting
from sgdesk.ui.dialogs.form_dialog import FormDialog

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from sgdesk.domain.cases import CaseDraft
    from sgdesk.records.cases import CaseView
    from sgdesk.ui.context import AppContext
    from sgdesk.ui.dialogs.edit_dialog import EditDialog


class CaseEditor(QObject):
    """One for each case page. Dialogs open over `window` and stop nothing else."""

    def __init__(self, context: AppContext, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window

    def open_case(self, view: CaseView, field: str = "") -> None:
        """Open the dialog of what identifies the case, with the keyboard in `field`."""
        save = partial(self._save_case, view)
        dialog = CaseDialog(self._context, view, save, self._window)
        dialog.kept_as = FormPlace("cases", "case", view.case_id)
        self._open(dialog, field)

    def open_child(self, view: CaseView, child_id: UUID | None) -> None:
        """Open the dialog of a child; a new one for None, named by the next free letter.

        Nothing opens for a child that the case has no more.
        """
        rows = {row.child_id: row.draft for row in view.children}
        if child_id is not None and child_id not in rows:
            return
        draft = rows[child_id] if child_id else ChildDraft(pseudonym=next_pseudonym(view))
        save = partial(self._save_child, view, child_id)
        setting = child_setting(self._context, view)
        dialog = FormDialog(self._context, child_form(draft), draft, save, setting, self._window)
        dialog.kept_as = FormPlace.of_row(view.case_id, "child", child_id)
        self._open(dialog, "")

    def remove_child(self, view: CaseView, child_id: UUID) -> None:
        """Take the child out of the case. Raises `UserError` if it is gone already."""
        self._context.apply(children.remove_child(self._context.register, view.case_id, child_id))

    def _save_case(self, view: CaseView, draft: CaseDraft) -> None:
        context = self._context
        changes = save_case(
            context.register, view.case_id, draft, today=context.today(), revision=view.revision
        )
        context.apply(changes)

    def _save_child(self, view: CaseView, child_id: UUID | None, draft: ChildDraft) -> None:
        context = self._context
        register, today = context.register, context.today()
        context.apply(children.save_child(register, view.case_id, child_id, draft, today=today))

    def _open(self, dialog: EditDialog[Any], field: str) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        if field:
            dialog.go_to(field)


def next_pseudonym(view: CaseView) -> str:
    """Return "Child A", or the first letter after it that no child of the case has."""
    taken = {row.draft.pseudonym.strip().casefold() for row in view.children}
    letters = (chr(ord("A") + number) for number in range(26))
    return next((f"Child {one}" for one in letters if f"child {one.lower()}" not in taken), "Child")
