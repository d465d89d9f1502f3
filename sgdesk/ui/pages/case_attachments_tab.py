"""The files of a case, kept inside the register."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QVBoxLayout

from sgdesk.domain.attachments import check_attachment, opening_problem, size_words
from sgdesk.records.kept_typing import FormPlace, row_of
from sgdesk.services.attachments import (
    copy_name,
    list_attachments,
    remove_attachment,
    save_attachment,
    save_copy,
)
from sgdesk.services.opened_copies import opened_copies
from sgdesk.ui.dialogs.attachment_forms import EDIT_ATTACHMENT
from sgdesk.ui.dialogs.form_dialog import FormDialog
from sgdesk.ui.dialogs.forms import FormSetting
from sgdesk.ui.dialogs.moving_dates import save_asking
from sgdesk.ui.pages.attachment_adding import AttachmentAdding
from sgdesk.ui.pages.attachment_card import AttachmentCard
from sgdesk.ui.pages.case_tab import CaseTab
from sgdesk.ui.tasks import Job
from sgdesk.ui.widgets.scroll_frame import ScrollFrame

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from sgdesk.domain.attachments import AttachmentDraft
    from sgdesk.records.attachments import AttachmentRow, OpenedCopy
    from sgdesk.records.cases import CaseView
    from sgdesk.ui.context import AppContext

_EDIT = "edit"
_OPENED = (
    "Opened as a read-only copy. What is changed there does not reach the register, unless you "
    "bring it back here. The copy is wiped when SGDesk is closed or locked."
)
_NO_PROGRAM = (
    "No program of this computer opens this kind of file. Save a copy and open it where there is "
    "one."
)


class AttachmentsTab(CaseTab):
    """Files come by the button, by dropping them here and by paste."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._case_id: UUID | None = None
        self.card = AttachmentCard(context)
        self.adding = AttachmentAdding(context, self)
        self.setAcceptDrops(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(ScrollFrame(self.card))
        self._connect()

    def show_case(self, view: CaseView) -> None:
        """Show what `view` holds now instead of what was shown before."""
        if view.case_id != self._case_id:
            self.card.say("")
        self._case_id = view.case_id
        self.card.show_rows(list_attachments(self._context.register, view.case_id))

    def open_step(self, name: str) -> None:
        """Open the form over a file for "edit:" and its id; else the tab itself is enough."""
        what, attachment_id = row_of(name)
        if what != _EDIT or self._case_id is None:
            return
        for row in list_attachments(self._context.register, self._case_id):
            if row.attachment_id == attachment_id:
                self._edit(row)

    def edit_chosen(self) -> None:
        """Edit what is said of the chosen file, else of the first."""
        self.card.table.setFocus(Qt.FocusReason.OtherFocusReason)
        row = self.card.table.chosen_record()
        if row is not None:
            self._edit(row)

    @Slot()
    def ask_for_files(self) -> QFileDialog:
        """Open the file dialog over the window and return it; it stops nothing."""
        dialog = QFileDialog(self.window(), "Add files", _documents())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: self.add_files([Path(name) for name in names]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def add_files(self, paths: list[Path]) -> None:
        """Add files one after the other, each with a dialog of its own."""
        if self._case_id is not None:
            self.card.say("")
            self.adding.add(self._case_id, paths)

    @Slot()
    def paste(self) -> None:
        """Add the files that lie on the clipboard; anything else there is left alone."""
        self.add_files(_files_of(QGuiApplication.clipboard().mimeData()))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files_of(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.add_files(_files_of(event.mimeData()))
        event.acceptProposedAction()

    @Slot(object)
    def _open(self, row: AttachmentRow) -> None:
        if why := opening_problem(row.draft.file_name):
            self.card.say(why, is_problem=True)
            return
        copies = opened_copies(self._context.register)
        job = Job(lambda _progress: copies.open(row.case_id, row.attachment_id), self._context)
        job.succeeded.connect(self._show_copy)
        job.failed.connect(self._context.report)
        job.start()

    @Slot(object)
    def _show_copy(self, copy: OpenedCopy) -> None:
        if QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy.path))):
            self.card.say(_OPENED)
        else:
            self.card.say(_NO_PROGRAM, is_problem=True)

    @Slot(object)
    def _ask_where_to_save(self, row: AttachmentRow) -> None:
        dialog = QFileDialog(self.window(), "Save a copy", _documents())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(copy_name(row))
        dialog.fileSelected.connect(lambda chosen: self.save_to(row, Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_to(self, row: AttachmentRow, target: Path) -> None:
        """Write a copy of a file to `target` in the background, and say that it lies there."""
        register = self._context.register
        job = Job(lambda _progress: save_copy(register, row.attachment_id, target), self._context)
        job.succeeded.connect(self._on_copy_saved)
        job.failed.connect(self._context.report)
        job.start()

    @Slot(object)
    def _on_copy_saved(self, _path: Path) -> None:
        self.card.say("A copy was saved. It is not encrypted: keep it where only you can read it.")

    @Slot(object)
    def _edit(self, row: AttachmentRow) -> None:
        about = f"“{row.draft.file_name}”, {size_words(row.size)}"
        dialog = FormDialog(
            self._context,
            EDIT_ATTACHMENT,
            row.draft,
            partial(self._save, row),
            FormSetting(about=about, check=check_attachment),
            self.window(),
        )
        way = f"attachments:{_EDIT}:{row.attachment_id}"
        dialog.kept_as = FormPlace("cases", way, self._case_id)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _save(self, row: AttachmentRow, draft: AttachmentDraft) -> None:
        self._context.apply(save_attachment(self._context.register, row, draft))

    @Slot(object)
    def _remove(self, row: AttachmentRow) -> None:
        save_asking(self._context, partial(remove_attachment, self._context.register, row), self)

    @Slot(str, str)
    def _on_refused(self, name: str, sentence: str) -> None:
        self.card.say_more(f"“{name}” was not added. {sentence}")

    def _connect(self) -> None:
        card, adding = self.card, self.adding
        card.add_asked.connect(self.ask_for_files)
        card.open_asked.connect(self._open)
        card.copy_asked.connect(self._ask_where_to_save)
        card.edit_asked.connect(self._edit)
        card.remove_asked.connect(self._remove)
        card.cancel_asked.connect(adding.cancel)
        adding.progressed.connect(card.show_progress)
        adding.refused.connect(self._on_refused)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self, self.paste)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)


def _files_of(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
