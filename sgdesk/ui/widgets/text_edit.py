"""Several lines of plain text, which take plain, cleaned text from elsewhere and no files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPlainTextEdit

from sgdesk.text import clean

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData


class PlainEdit(QPlainTextEdit):
    """What is pasted or dropped loses its looks, and characters that nobody sees.

    A file that is dropped is not taken: its address, which may name somebody, would come in as
    text.
    """

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return not holds_files(source) and super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if not holds_files(source):
            self.insertPlainText(clean(source.text()))
            self.ensureCursorVisible()


def holds_files(source: QMimeData) -> bool:
    """Return whether files were dropped or copied, and not text."""
    return any(url.isLocalFile() for url in source.urls())
