"""The last steps of an export: where the files go, and what was made."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from sgdesk.records.exports import ExportResult, MadeFile
from sgdesk.ui.look.current import current
from sgdesk.ui.models.columns import CellKind, Column
from sgdesk.ui.models.record_table import RecordTableModel
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.fields import FieldRow
from sgdesk.ui.widgets.record_table import RecordTable
from sgdesk.ui.wizards.planned_files import PlannedFile, planned_files
from sgdesk.ui.wizards.wizard_page import WizardPage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QPushButton

_SETTLE_MS = 200
_KIB = 1024
_ICONS = {".pdf": "file-text", ".pptx": "presentation"}


class WherePage(WizardPage):
    """Lists the files before they are made, and says which of them would be replaced."""

    def __init__(self) -> None:
        super().__init__(
            "Where",
            "Where do the files go?",
            "",
            "The folder is made if it is not there. File names hold references and titles of "
            "reviews, never names of people. Files that are made leave the protection of the "
            "register: anybody who may open the folder can read them.",
        )
        self.next_words = "Make the files"
        self._names: tuple[str, ...] = ()
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        self.folder_edit = QLineEdit(QStandardPaths.writableLocation(documents))
        self.browse_button = make_button("Browse…", "folder-open")
        self.model = RecordTableModel[PlannedFile](
            (
                Column(
                    "File",
                    lambda file: file.name,
                    icon=lambda file: _icon(file.name),
                    width=240,
                    stretches=True,
                    elides=True,
                ),
                Column("", _fate, kind=CellKind.MUTED, width=128),
            ),
            self,
        )
        self.table = RecordTable(self.model, key=lambda file: file.name, row_height=36)
        self._build_form()

    def set_names(self, names: Sequence[str]) -> None:
        """Show what would be made."""
        self._names = tuple(names)
        self.show_files()

    def folder(self) -> Path:
        return Path(self.folder_edit.text().strip()).expanduser()

    def missing(self) -> str:
        if not self.folder_edit.text().strip():
            return "Choose a folder."
        if not self.folder().is_absolute():
            return "Write the whole path of the folder, or browse for it."
        return "That is a file. Choose a folder." if self.folder().is_file() else ""

    def focus_first(self) -> None:
        self.folder_edit.setFocus()
        self.folder_edit.selectAll()

    @Slot()
    def show_files(self) -> None:
        """Look into the folder anew."""
        self._settle.stop()
        files = planned_files(self.folder(), self._names)
        self.model.set_records(files)
        replaced = sum(file.is_there for file in files)
        self.files_card.set_title(_count(len(files)))
        self.folder_row.set_hint(
            "" if self.folder().exists() or self.missing() else "This folder will be made."
        )
        if replaced:
            one = "1 file is there already and will be replaced."
            many = f"{replaced} files are there already and will be replaced."
            self.folder_row.set_warning(one if replaced == 1 else many)

    @Slot()
    def _on_edited(self) -> None:
        self._settle.start()
        self.changed.emit()

    @Slot()
    def _on_browse_clicked(self) -> None:
        dialog = QFileDialog(self, "Folder for the files", str(self.folder()))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.folder_edit.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _build_form(self) -> None:
        look = current()
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self.show_files)
        line = QWidget()
        box = QHBoxLayout(line)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(look.px(8))
        box.addWidget(self.folder_edit, 1)
        box.addWidget(self.browse_button)
        line.setFocusProxy(self.folder_edit)
        self.folder_row = FieldRow("Folder", line)
        self.files_card = Card("Files", is_bare=True)
        self.files_card.body.addWidget(self.table)
        self.table.setAccessibleName("Files that will be made")
        self.table.setMinimumHeight(look.px(160))
        self.body.addWidget(self.folder_row)
        self.body.addWidget(self.files_card, 1)
        self.folder_edit.textChanged.connect(self._on_edited)
        self.folder_edit.returnPressed.connect(self.next_asked)
        self.browse_button.clicked.connect(self._on_browse_clicked)


class RunPage(WizardPage):
    """Empty while the files are made; then it lists them."""

    def __init__(self) -> None:
        super().__init__(
            "Run",
            "Making the files",
            "",
            "Nothing is written before every file is made, so Cancel leaves the folder as it was.",
        )
        self.can_go_back = False
        self.next_words = "Finish"
        self._folder: Path | None = None
        self.folder_button = make_button("Open the folder", "folder-open")
        self.model = RecordTableModel[MadeFile](
            (
                Column(
                    "File",
                    lambda file: file.path.name,
                    icon=lambda file: _icon(file.path.name),
                    width=240,
                    stretches=True,
                    elides=True,
                ),
                Column("Size", lambda file: _size(file.size), is_right_aligned=True, width=88),
            ),
            self,
        )
        self.table = RecordTable(self.model, key=lambda file: file.path, row_height=36)
        self.card = Card("", is_bare=True)
        self.card.body.addWidget(self.table)
        self.table.setAccessibleName("Files that were made")
        self.table.setMinimumHeight(current().px(160))
        self.body.addWidget(self.card, 1)
        self.body.addStretch(0)
        self.card.hide()
        self.folder_button.hide()
        self.folder_button.clicked.connect(self._on_folder_clicked)
        self.table.record_opened.connect(self._on_file_opened)

    @property
    def is_done(self) -> bool:
        return self._folder is not None

    def show_result(self, result: ExportResult) -> None:
        """List what was made and where it lies."""
        self._folder = result.folder
        self.title_label.setText(f"{_count(len(result.files))} made")
        self.set_second(str(result.folder))
        self.model.set_records(result.files)
        self.card.show()
        self.can_cancel = False
        self.changed.emit()

    def missing(self) -> str:
        return "" if self.is_done else "The files are not made yet."

    def buttons(self) -> list[QPushButton]:
        return [self.folder_button] if self.is_done else []

    def focus_first(self) -> None:
        if self.is_done:
            self.table.setFocus()

    @Slot()
    def _on_folder_clicked(self) -> None:
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    @Slot(object)
    def _on_file_opened(self, file: MadeFile) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(file.path)))


def _icon(name: str) -> str:
    return _ICONS.get(Path(name).suffix, "paperclip")


def _fate(file: PlannedFile) -> str:
    return "Will be replaced" if file.is_there else "New"


def _count(files: int) -> str:
    return "1 file" if files == 1 else f"{files} files"


def _size(count: int) -> str:
    """Return a number of bytes as "21 KB" or "1.4 MB"."""
    if count < _KIB * _KIB:
        return f"{max(1, round(count / _KIB))} KB"
    return f"{count / _KIB / _KIB:.1f} MB"
