"""The form that says who received a file, how and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.made_files import ExportRecipientDraft, check_export_recipient
from sgdesk.domain.value_lists import ValueListKey
from sgdesk.services.outdated_files import save_export_recipient
from sgdesk.services.pack_recipients import save_pack_recipient
from sgdesk.ui.dialogs.form_dialog import FormDialog
from sgdesk.ui.dialogs.forms import FieldKind, Form, FormField, FormPart, FormSetting

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from sgdesk.records.entries import Entry
    from sgdesk.records.made_files import LoggedFile
    from sgdesk.records.packs import SavedPack
    from sgdesk.ui.context import AppContext

RECIPIENT_FORM = Form(
    window="Who received the file",
    title="Who received the file",
    parts=(
        FormPart(
            "Sent",
            (
                (FormField("name", "Who received it", hint="A name, a role or a team."),),
                (
                    FormField("sent_on", "Sent on", FieldKind.DATE),
                    FormField("route", "How", FieldKind.VALUES, values=ValueListKey.ROUTES),
                ),
                (FormField("note", "Note", FieldKind.PROSE),),
            ),
        ),
    ),
    width=620,
)


def open_recipient(
    context: AppContext,
    file: LoggedFile,
    entry: Entry[ExportRecipientDraft] | None,
    window: QWidget,
) -> FormDialog[ExportRecipientDraft]:
    """Return the open form of a recipient; a new one begins with today."""
    today = context.today()

    def save(draft: ExportRecipientDraft) -> None:
        register = context.register
        context.apply(save_export_recipient(register, file.export_id, entry, draft, today=today))

    setting = FormSetting(
        about=file.file_name,
        check=lambda draft: check_export_recipient(draft, today=today),
    )
    draft = entry.draft if entry is not None else ExportRecipientDraft(sent_on=today)
    dialog = FormDialog(context, RECIPIENT_FORM, draft, save, setting, window)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def open_pack_recipient(
    context: AppContext, pack: SavedPack, window: QWidget
) -> FormDialog[ExportRecipientDraft]:
    """Return the open form for one who received every file of a pack."""
    today = context.today()

    def save(draft: ExportRecipientDraft) -> None:
        context.apply(save_pack_recipient(context.register, pack.export_ids, draft, today=today))

    count = len(pack.files)
    setting = FormSetting(
        about="1 file of the pack" if count == 1 else f"All {count} files of the pack",
        check=lambda draft: check_export_recipient(draft, today=today),
    )
    draft = ExportRecipientDraft(sent_on=today)
    dialog = FormDialog(context, RECIPIENT_FORM, draft, save, setting, window)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
