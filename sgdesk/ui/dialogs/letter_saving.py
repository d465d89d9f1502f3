"""Saves a letter as a Word document where the officer wants it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from sgdesk.domain.letters import LETTER_KINDS, LetterKey
from sgdesk.ui.tasks import Job

if TYPE_CHECKING:
    from sgdesk.records.letters import Letter
    from sgdesk.ui.context import AppContext


class LetterSaving(QObject):
    """Asks for a file and writes it in the background. Nothing follows if the officer cancels."""

    saved = Signal(object)
    """The path of the file."""
    failed = Signal(object)

    def __init__(self, context: AppContext, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window

    def ask(self, letter: Letter) -> QFileDialog:
        """Open the file dialog over the window and return it; it stops nothing.

        The name it suggests says what kind of letter it is, and nothing of the case.
        """
        place = QStandardPaths.StandardLocation.DocumentsLocation
        folder = QStandardPaths.writableLocation(place)
        title = LETTER_KINDS[LetterKey(letter.key)].title.replace(":", "")
        dialog = QFileDialog(self._window, "Save as Word letter", folder, "Word documents (*.docx)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("docx")
        dialog.selectFile(f"{title} {self._context.today().isoformat()}.docx")
        dialog.fileSelected.connect(lambda chosen: self.save(letter, Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def save(self, letter: Letter, target: Path) -> None:
        """Write the letter to `target`; `saved` or `failed` follows."""
        register, today = self._context.register, self._context.today()

        def write(_progress: object) -> Path:
            from sgdesk.services.letters import save_letter_file  # noqa: PLC0415 - slow

            return save_letter_file(register, letter, target, today=today)

        job = Job(write, self._context)
        job.succeeded.connect(self._on_saved)
        job.failed.connect(self._on_failed)
        job.start()

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        self.saved.emit(path)

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        self.failed.emit(error)
