"""Opens the form of one entry of a case, and hands what it offers to the services."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from sgdesk.records.kept_typing import FormPlace
from sgdesk.services.entries import save_entry
from sgdesk.services.entry_kinds import ENTRY_KINDS
from sgdesk.ui.dialogs.form_dialog import FormDialog
from sgdesk.ui.dialogs.forms import FormSetting

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from sgdesk.records.entries import Entry
    from sgdesk.services.outcomes import Changes
    from sgdesk.ui.context import AppContext
    from sgdesk.ui.dialogs.forms import Form

DraftT = TypeVar("DraftT")


class EntryForms:
    """Opens dialogs over `window`; they stop nothing else."""

    def __init__(
        self,
        context: AppContext,
        window: QWidget,
        store: Callable[..., Changes] = save_entry,
    ) -> None:
        """Take `store` for saving: `save_entry`, or what takes the same and does more."""
        self._context = context
        self._window = window
        self._store = store

    def open(
        self,
        form: Form,
        case_id: UUID,
        entry: Entry[DraftT] | None,
        draft: DraftT,
        setting: FormSetting | None = None,
        *,
        step: str = "",
    ) -> FormDialog[DraftT]:
        """Return the open dialog over `draft`: what `entry` holds, or the start of a new one.

        Without a check in `setting` the one of the kind of entry holds. `step` is how the case's
        page opens the form again over the same row, as in "family:contact".
        """
        setting = setting or FormSetting()
        if setting.check is None:
            check: Any = partial(ENTRY_KINDS[type(draft)].check, today=self._context.today())
            setting = replace(setting, check=check)
        save = partial(self._save, case_id, entry)
        dialog = FormDialog(self._context, form, draft, save, setting, self._window)
        if step:
            dialog.kept_as = FormPlace.of_row(case_id, step, entry.entry_id if entry else None)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _save(self, case_id: UUID, entry: Entry[DraftT] | None, draft: DraftT) -> None:
        context = self._context
        changes = self._store(context.register, case_id, entry, draft, today=context.today())
        context.apply(changes)
