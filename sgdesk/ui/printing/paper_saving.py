"""Saves a paper as an accessible PDF where the officer wants it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from sgdesk.ui.tasks import Job

if TYPE_CHECKING:
    from sgdesk.records.papers import Paper
    from sgdesk.ui.context import AppContext


class PaperSaving(QObject):
    """Asks for a file and writes it in the background. Nothing follows if the officer cancels."""

    started = Signal()
    saved = Signal(object)
    """The path of the file."""
    failed = Signal(object)

    def __init__(self, context: AppContext, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window

    def ask(self, paper: Paper, password: str = "") -> QFileDialog:
        """Open the file dialog over the window and return it; it stops nothing.

        The file is sealed with `password` where there is one.
        """
        place = QStandardPaths.StandardLocation.DocumentsLocation
        folder = QStandardPaths.writableLocation(place)
        dialog = QFileDialog(self._window, "Save as PDF", folder, "PDF documents (*.pdf)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(paper.file_name)
        dialog.fileSelected.connect(lambda chosen: self.save(paper, Path(chosen), password))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def save(self, paper: Paper, target: Path, password: str = "") -> None:
        """Write the paper to `target`; `saved` or `failed` follows."""
        register = self._context.register

        def write(_progress: object) -> Path:
            from sgdesk.services.papers import save_paper  # noqa: PLC0415 - slow

            return save_paper(register, paper, target, password=password).path

        job = Job(write, self._context)
        job.succeeded.connect(self._on_saved)
        job.failed.connect(self._on_failed)
        self.started.emit()
        job.start()

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        self.saved.emit(path)

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        self.failed.emit(error)
