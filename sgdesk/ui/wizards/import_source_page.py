"""The first step of an import: the text of the public page, pasted, chosen or dropped."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from sgdesk.outside.names import shown_name
from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.buttons import make_button, make_tool
from sgdesk.ui.widgets.fields import FieldRow
from sgdesk.ui.widgets.icon_label import IconLabel
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.text_edit import PlainEdit, holds_files
from sgdesk.ui.wizards.wizard_page import WizardPage

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

_EXAMPLE = (
    "Case reference: ABCD2023-24-01\n"
    "Publication date: 17.12.2024\n"
    "This review looks at …\n\n"
    "Case reference: ABCD2022-23-02\n"
    "…"
)
_PLACEHOLDER = "On the web page press Ctrl+A and Ctrl+C, then Ctrl+V here."


class SourcePage(WizardPage):
    def __init__(self) -> None:
        super().__init__(
            "Source",
            "Where is the list?",
            "The reviews that your partnership has published, as its web page shows them.",
            "Copy the whole page; what is not a review is left out. References are found in "
            "either spelling, dates in most. Nothing is saved before the last step, and a list "
            "may be imported again: what the register holds already is recognised.",
        )
        self._path: Path | None = None
        self.text_edit = PasteEdit()
        self.file_button = make_button("Choose a file…", "folder-open")
        self.file_label = make_label("", "strong")
        self.clear_button = make_tool("x", "Do not use this file")
        self._build_form()

    @property
    def path(self) -> Path | None:
        """The file to read, or None where the text counts."""
        return self._path

    def text(self) -> str:
        return self.text_edit.toPlainText()

    def missing(self) -> str:
        is_given = self._path is not None or bool(self.text().strip())
        return "" if is_given else "Paste the text of the page, or choose a file."

    def focus_first(self) -> None:
        (self.text_edit if self._path is None else self.file_button).setFocus()

    @Slot(str)
    def use_file(self, path: str) -> None:
        """Read this file instead of the text."""
        self._path = Path(path)
        self.file_label.setText(shown_name(self._path))
        self._show_source()

    @Slot()
    def use_text(self) -> None:
        """Read the text and no file."""
        self._path = None
        self._show_source()
        self.text_edit.setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _file_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if path := _file_in(event.mimeData()):
            event.acceptProposedAction()
            self.use_file(path)

    @Slot()
    def _on_file_clicked(self) -> None:
        dialog = QFileDialog(self, "The list, saved as text")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(["Text (*.txt *.md *.csv)", "All files (*)"])
        dialog.fileSelected.connect(self.use_file)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show_source(self) -> None:
        is_file = self._path is not None
        self._file_line.setVisible(is_file)
        self.text_row.setEnabled(not is_file)
        self.notice.clear()
        self.changed.emit()

    def _build_form(self) -> None:
        look = current()
        self.setAcceptDrops(True)
        self.text_row = FieldRow("Text of the page", self.text_edit)
        self._file_line = QWidget()
        line = QHBoxLayout(self._file_line)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look.px(8))
        line.addWidget(IconLabel("file-text", "accent"))
        line.addWidget(self.file_label)
        line.addWidget(self.clear_button)
        files = QHBoxLayout()
        files.setSpacing(look.px(12))
        files.addWidget(self.file_button)
        files.addWidget(make_label("or drop it anywhere on this page", "second"))
        files.addStretch(1)
        files.addWidget(self._file_line)
        left = QVBoxLayout()
        left.setSpacing(look.px(12))
        left.addWidget(self.text_row, 1)
        left.addLayout(files)
        columns = QHBoxLayout()
        columns.setSpacing(look.px(24))
        columns.addLayout(left, 3)
        columns.addWidget(_example(), 1)
        self.body.addLayout(columns, 1)
        self._file_line.hide()
        self.text_edit.textChanged.connect(self.changed)
        self.text_edit.file_dropped.connect(self.use_file)
        self.file_button.clicked.connect(self._on_file_clicked)
        self.clear_button.clicked.connect(self.use_text)


class PasteEdit(PlainEdit):
    """Takes pasted text plain; of a dropped file, its path and not its address as text."""

    file_dropped = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setPlaceholderText(_PLACEHOLDER)
        self.setMinimumHeight(current().px(160))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return holds_files(source) or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if path := _file_in(source):
            self.file_dropped.emit(path)
        else:
            super().insertFromMimeData(source)


def _file_in(data: QMimeData) -> str:
    """Return the path of the first file of a drop, or an empty string."""
    return next((url.toLocalFile() for url in data.urls() if url.isLocalFile()), "")


def _example() -> QFrame:
    look = current()
    card = QFrame()
    card.setProperty("role", "tint")
    layout = QVBoxLayout(card)
    layout.setContentsMargins(look.px(16), look.px(12), look.px(16), look.px(12))
    layout.setSpacing(look.px(8))
    layout.addWidget(make_label("What such a page looks like", "strong", wraps=True))
    layout.addWidget(make_label(_EXAMPLE, "second", wraps=True))
    layout.addWidget(
        make_label(
            "Titles without a reference, national reviews and titles of briefings are found too.",
            "second",
            wraps=True,
        )
    )
    layout.addStretch(1)
    return card
