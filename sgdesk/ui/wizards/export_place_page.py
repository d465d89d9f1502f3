"""The step of a pack that says where the files go: a folder, or one ZIP file in it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, QTimer, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from sgdesk.records.packs import PackPlace, can_be_sealed, is_sound_zip_name
from sgdesk.services.disk_room import room_problem
from sgdesk.ui.look.current import current
from sgdesk.ui.models.columns import CellKind, Column
from sgdesk.ui.models.record_table import RecordTableModel
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.choice_card import ChoiceCard
from sgdesk.ui.widgets.fields import FieldRow
from sgdesk.ui.widgets.folder_dialog import ask_folder
from sgdesk.ui.widgets.messages import MessageLine
from sgdesk.ui.widgets.record_table import RecordTable
from sgdesk.ui.widgets.seal_fields import SealFields
from sgdesk.ui.wizards.file_words import count_words, icon_of
from sgdesk.ui.wizards.planned_files import PlannedFile, planned_files
from sgdesk.ui.wizards.wizard_page import WizardPage

if TYPE_CHECKING:
    from sgdesk.records.packs import PackReport

_SETTLE_MS = 200
_ENDING = ".zip"
_SEALS = "Each PDF then opens with the password alone."
_OTHERS = "Slides, Word documents, web pages and tables cannot have one: they stay open to anybody."


class PlacePage(WizardPage):
    """Lists the files before they are saved, and says which of them would be replaced."""

    def __init__(self, *, is_zip: bool = False) -> None:
        super().__init__(
            "Place",
            "Where do the files go?",
            "",
            "The folder is made if it is not there. File names hold references and titles of "
            "reviews, never names of people. Files that are made leave the protection of the "
            "register: anybody who may open the folder can read them.",
        )
        self.next_words = "Save the pack"
        self._names: tuple[str, ...] = ()
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        self.folder_card = ChoiceCard("Into a folder", "Each document as a file", "folder")
        self.zip_card = ChoiceCard("As one ZIP file", "To send or to upload", "package")
        (self.zip_card if is_zip else self.folder_card).setChecked(True)
        self.folder_edit = QLineEdit(QStandardPaths.writableLocation(documents))
        self.browse_button = make_button("Browse…", "folder-open")
        self.zip_edit = QLineEdit()
        self.seal_box = QCheckBox("Protect the PDFs with a password")
        self.seal_message = MessageLine()
        self.seal_fields = SealFields()
        self.model = RecordTableModel[PlannedFile](
            (
                Column(
                    "File",
                    lambda file: file.name,
                    icon=lambda file: icon_of(file.name),
                    width=240,
                    stretches=True,
                    elides=True,
                ),
                Column("", self._fate, kind=CellKind.MUTED, width=168),
            ),
            self,
        )
        self.table = RecordTable(self.model, key=lambda file: file.name, row_height=36)
        self._build_form()

    @property
    def is_zip(self) -> bool:
        return self.zip_card.isChecked()

    @property
    def is_sealing(self) -> bool:
        return self.seal_box.isChecked() and self.seal_box.isEnabled()

    def forget(self) -> None:
        """Forget the password."""
        self.seal_box.setChecked(False)
        self.seal_fields.clear()

    def set_report(self, report: PackReport) -> None:
        """Show what would be saved; a name that the officer gave to the ZIP file stays."""
        self._names = report.names
        self._show_seal()
        if not self.zip_edit.isModified():
            self.zip_edit.setText(report.zip_name)
        self.show_files()

    def folder(self) -> Path:
        return Path(self.folder_edit.text().strip()).expanduser()

    def place(self) -> PackPlace:
        """Return the folder, the name of the ZIP file and the password if there are to be any."""
        password = self.seal_fields.password() if self.is_sealing else ""
        return PackPlace(self.folder(), self._zip_name() if self.is_zip else "", password)

    def missing(self) -> str:
        problem = self._place_problem()
        return problem or (self.seal_fields.missing() if self.is_sealing else "")

    def point_out(self) -> None:
        if self._place_problem():
            self.focus_first()
        else:
            self.seal_fields.point_out()
            self.show_field(self.seal_fields)

    def focus_first(self) -> None:
        self.folder_edit.setFocus()
        self.folder_edit.selectAll()

    @Slot()
    def show_files(self) -> None:
        """Look into the folder anew."""
        self._settle.stop()
        place = self.place()
        there = planned_files(place.folder, place.file_names(self._names))
        replaced = sum(file.is_there for file in there)
        self.model.set_records(planned_files(place.folder, self._names) if self.is_zip else there)
        self.files_card.set_title(count_words(len(self._names)))
        self.files_card.set_note("in the ZIP file" if self.is_zip else "")
        is_new = not place.folder.exists() and not self._place_problem()
        self.folder_row.set_hint("This folder will be made." if is_new else "")
        warning = ""
        if replaced:
            one = "1 file is there already and will be replaced."
            many = f"{replaced} files are there already and will be replaced."
            warning = one if replaced == 1 else many
        warning = warning or room_problem(place.folder)
        self.zip_row.set_warning(warning if self.is_zip else "")
        if warning and not self.is_zip:
            self.folder_row.set_warning(warning)

    def _place_problem(self) -> str:
        if not self.folder_edit.text().strip():
            return "Folder: choose one."
        if not self.folder().is_absolute():
            return "Folder: write its whole path, or browse for it."
        if self.folder().is_file():
            return "Folder: that is a file. Choose a folder."
        if self.is_zip and not is_sound_zip_name(self._zip_name()):
            return "ZIP file: give it a name of letters, digits, spaces and dashes."
        return ""

    def _zip_name(self) -> str:
        typed = self.zip_edit.text().strip()
        return typed if not typed or typed.lower().endswith(_ENDING) else f"{typed}{_ENDING}"

    def _fate(self, file: PlannedFile) -> str:
        seal = ", with a password" if self.is_sealing and can_be_sealed(file.name) else ""
        if self.is_zip:
            return f"In the ZIP file{seal}"
        return f"Will be replaced{seal}" if file.is_there else f"New{seal}"

    def _show_seal(self) -> None:
        """Let the PDFs be sealed if there are any, and say what stays open."""
        sealable = [name for name in self._names if can_be_sealed(name)]
        self.seal_box.setEnabled(bool(sealable))
        stays_open = self.is_sealing and len(sealable) < len(self._names)
        words = f"{_SEALS} {_OTHERS}" if stays_open else _SEALS
        self.seal_message.show_hint(words if sealable else "No PDF is in this pack.")
        self.seal_fields.setVisible(self.is_sealing)

    @Slot()
    def _on_seal_toggled(self) -> None:
        self._show_seal()
        self.show_files()
        if self.is_sealing:
            self.seal_fields.first_row.focus()
            self.show_field(self.seal_fields)
        self.changed.emit()

    @Slot()
    def _on_edited(self) -> None:
        self._settle.start()
        self.changed.emit()

    @Slot()
    def _on_way_chosen(self) -> None:
        self.zip_row.setVisible(self.is_zip)
        self.show_files()
        self.changed.emit()

    @Slot()
    def _on_browse_clicked(self) -> None:
        ask_folder(self, "Folder for the files", self.folder_edit.setText, str(self.folder()))

    def _build_form(self) -> None:
        look = current()
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self.show_files)
        line = _line(self.folder_edit, self.browse_button)
        line.setFocusProxy(self.folder_edit)
        self.folder_row = FieldRow("Folder", line)
        self.zip_row = FieldRow("ZIP file", self.zip_edit)
        self.zip_row.setVisible(self.is_zip)
        rows = QVBoxLayout()
        rows.setSpacing(look.px(8))
        rows.addWidget(self.folder_row)
        rows.addWidget(self.zip_row)
        seal = QVBoxLayout()
        seal.setSpacing(look.px(4))
        seal.addWidget(self.seal_box)
        seal.addWidget(self.seal_message)
        seal.addWidget(self.seal_fields)
        self.files_card = Card("Files", is_bare=True)
        self.files_card.body.addWidget(self.table)
        self.table.setAccessibleName("Files that will be made")
        self.table.setMinimumHeight(look.px(120))
        self.body.addWidget(_line(self.folder_card, self.zip_card))
        self.body.addLayout(rows)
        self.body.addLayout(seal)
        self.body.addWidget(self.files_card, 1)
        self._show_seal()
        self._connect()

    def _connect(self) -> None:
        for edit in (self.folder_edit, self.zip_edit):
            edit.textChanged.connect(self._on_edited)
            edit.returnPressed.connect(self.next_asked)
        self.zip_card.toggled.connect(self._on_way_chosen)
        self.browse_button.clicked.connect(self._on_browse_clicked)
        self.seal_box.toggled.connect(self._on_seal_toggled)
        self.seal_fields.changed.connect(self.changed)
        self.seal_fields.entered.connect(self.next_asked)


def _line(first: QWidget, second: QWidget) -> QWidget:
    """Return two widgets beside each other, the first of them wide."""
    line = QWidget()
    box = QHBoxLayout(line)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(current().px(8))
    box.addWidget(first, 1)
    box.addWidget(second, int(isinstance(second, ChoiceCard)))
    return line
