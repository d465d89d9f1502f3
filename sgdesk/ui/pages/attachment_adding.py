"""Adding files to a case: each is read in the background, then asked about in a dialog."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from sgdesk.domain.attachments import AttachmentDraft, check_attachment, size_words
from sgdesk.outside.names import shown_name
from sgdesk.services.attachments import keep_file, read_chosen_file
from sgdesk.ui.dialogs.attachment_forms import NEW_ATTACHMENT
from sgdesk.ui.dialogs.form_dialog import FormDialog
from sgdesk.ui.dialogs.forms import FormSetting
from sgdesk.ui.errors import trouble_of
from sgdesk.ui.tasks import Job

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from sgdesk.records.attachments import ChosenFile
    from sgdesk.ui.context import AppContext


class AttachmentAdding(QObject):
    """Takes one file after another; a file that is refused or cancelled does not stop the rest."""

    progressed = Signal(int, int, str)
    """How far the reading of a file is; 0 of 0 when nothing is read any more."""
    refused = Signal(str, str)
    """The name of a file and the sentence on why it was not added."""

    def __init__(self, context: AppContext, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._waiting: list[tuple[UUID, Path]] = []
        self._now: tuple[UUID, Path] = (UUID(int=0), Path())
        self._given = 0
        self._job: Job | None = None
        self._dialog: FormDialog[AttachmentDraft] | None = None

    def add(self, case_id: UUID, paths: Sequence[Path]) -> None:
        """Add the files at `paths` after those that wait already."""
        self._waiting += [(case_id, path) for path in paths]
        self._given += len(paths)
        if self._job is None and self._dialog is None:
            self._take_next()

    @Slot()
    def cancel(self) -> None:
        """Stop reading, and forget the files that wait."""
        self._waiting.clear()
        if self._job is not None:
            self._job.cancel()

    @Slot()
    def _take_next(self) -> None:
        self._job = self._dialog = None
        self.progressed.emit(0, 0, "")
        if not self._waiting:
            self._given = 0
            return
        self._now = case_id, path = self._waiting.pop(0)
        register = self._context.register
        job = Job(
            lambda progress: read_chosen_file(register, case_id, path, progress=progress),
            self._context,
        )
        job.progressed.connect(self.progressed)
        job.succeeded.connect(self._ask)
        job.failed.connect(self._refuse)
        job.cancelled.connect(self._take_next)
        self._job = job
        job.start()

    @Slot(object)
    def _refuse(self, error: object) -> None:
        _case_id, path = self._now
        self.refused.emit(shown_name(path), trouble_of(error).sentence)
        self._take_next()

    @Slot(object)
    def _ask(self, chosen: ChosenFile) -> None:
        case_id, _path = self._now
        self._job = None
        self.progressed.emit(0, 0, "")
        about = f"“{chosen.file_name}”, {size_words(len(chosen.content))}"
        if self._given > 1:
            about = f"File {self._given - len(self._waiting)} of {self._given}: {about}"
        dialog = FormDialog(
            self._context,
            NEW_ATTACHMENT,
            AttachmentDraft(),
            partial(self._keep, case_id, chosen),
            FormSetting(about=about, check=check_attachment),
            self._window,
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(lambda _result: self._take_next())
        self._dialog = dialog
        dialog.open()

    def _keep(self, case_id: UUID, chosen: ChosenFile, draft: AttachmentDraft) -> None:
        self._context.apply(keep_file(self._context.register, case_id, chosen, draft))
