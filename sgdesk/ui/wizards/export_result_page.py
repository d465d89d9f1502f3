"""The last step of a pack: what was made, how to verify it, who can read it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

from sgdesk.records.packs import can_be_sealed, short_print
from sgdesk.ui.look.current import current
from sgdesk.ui.models.columns import Column
from sgdesk.ui.models.record_table import RecordTableModel
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.clipboard import copy_text
from sgdesk.ui.widgets.record_table import RecordTable
from sgdesk.ui.wizards.file_words import count_words, icon_of, size_words
from sgdesk.ui.wizards.wizard_page import WizardPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from sgdesk.records.exports import MadeFile
    from sgdesk.records.packs import PackLine, SavedPack

_RELEASED = "No mark: released"


class _Row(NamedTuple):
    """A file that stands in the folder or in the ZIP, and what was found in it."""

    file: MadeFile
    name: str
    line: PackLine | None
    is_sealed: bool

    @property
    def about(self) -> str:
        """Return its length and size, as in "12 slides, 48 KB", and whether it is sealed."""
        length = self.line.inspection.length_words if self.line else ""
        seal = "with a password" if self.is_sealed else ""
        return ", ".join(part for part in (length, size_words(self.file.size), seal) if part)

    @property
    def access(self) -> str:
        return self.line.inspection.access_words if self.line else ""

    @property
    def mark(self) -> str:
        return (self.line.mark or _RELEASED) if self.line else ""


class ResultPage(WizardPage):
    """Empty while the files are saved; then it lists them."""

    recipient_asked = Signal(object)
    """The `SavedPack` of which the officer wants to record who received it."""

    def __init__(self) -> None:
        super().__init__(
            "Save",
            "Saving the pack",
            "",
            "Nothing stands in the folder before every file is whole, so Cancel leaves it as it "
            "was. A fingerprint shows later whether a file is still the one that was made: "
            "compare its 16 digits with those on the contents sheet.",
        )
        self.can_go_back = False
        self.next_words = "Finish"
        self._pack: SavedPack | None = None
        self.folder_button = make_button("Open the folder", "folder-open")
        self.copy_button = make_button("Copy fingerprints", "copy")
        self.recipient_button = make_button("Record who received it…", "send")
        self.model = RecordTableModel[_Row](_columns(), self)
        self.table = RecordTable(self.model, key=lambda row: row.name)
        self.card = Card("", is_bare=True)
        self.card.body.addWidget(self.table)
        self.table.setAccessibleName("Files that were made")
        self.table.setMinimumHeight(current().px(160))
        self.body.addWidget(self.card, 1)
        self.body.addStretch(0)
        self.card.hide()
        for button in self._own_buttons():
            button.hide()
        self.folder_button.clicked.connect(self._on_folder_clicked)
        self.copy_button.clicked.connect(self._on_copy_clicked)
        self.recipient_button.clicked.connect(self._on_recipient_clicked)
        self.table.record_opened.connect(self._on_file_opened)

    @property
    def is_done(self) -> bool:
        return self._pack is not None

    def show_result(self, pack: SavedPack) -> None:
        """List what was saved and where it lies."""
        self._pack = pack
        files = count_words(len(pack.files))
        whole = pack.zip_file
        self.title_label.setText(f"1 ZIP file with {files} saved" if whole else f"{files} saved")
        self.set_second(str(whole.path if whole else pack.folder))
        lines = {line.name: line for line in pack.lines}
        names = list(pack.names)
        self.model.set_records(
            [
                _Row(file, name, lines.get(name), pack.is_sealed and can_be_sealed(name))
                for file, name in zip(pack.files, names, strict=True)
            ]
        )
        self.card.show()
        self.can_cancel = False
        self.changed.emit()

    def missing(self) -> str:
        return "" if self.is_done else "The files are not saved yet."

    def buttons(self) -> list[QPushButton]:
        return self._own_buttons() if self.is_done else []

    def focus_first(self) -> None:
        if self.is_done:
            self.table.setFocus()

    def _own_buttons(self) -> list[QPushButton]:
        return [self.folder_button, self.copy_button, self.recipient_button]

    @Slot()
    def _on_folder_clicked(self) -> None:
        if self._pack is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._pack.folder)))

    @Slot()
    def _on_copy_clicked(self) -> None:
        """Copy the whole fingerprints, a line each, as programs that compare them read them."""
        if self._pack is None:
            return
        pairs = zip(self._pack.names, self._pack.files, strict=True)
        lines = [f"{file.sha256}  {name}" for name, file in pairs]
        if self._pack.zip_file is not None:
            whole = self._pack.zip_file
            lines.append(f"{whole.sha256}  {whole.path.name}")
        copy_text("\n".join(lines))
        self.notice.show_done(f"{len(lines)} fingerprints copied.")

    @Slot()
    def _on_recipient_clicked(self) -> None:
        self.recipient_asked.emit(self._pack)

    @Slot(object)
    def _on_file_opened(self, row: _Row) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(row.file.path)))


def _columns() -> tuple[Column[_Row], ...]:
    return (
        Column(
            "File",
            lambda row: row.name,
            second=lambda row: row.about,
            icon=lambda row: icon_of(row.name),
            width=200,
            stretches=True,
            elides=True,
        ),
        Column(
            "Accessibility",
            lambda row: row.access,
            second=lambda row: f"Identity: {_within(row.line.identity)}" if row.line else "",
            width=136,
            elides=True,
        ),
        Column(
            "Fingerprint and mark",
            lambda row: short_print(row.file.sha256),
            second=lambda row: row.mark,
            width=176,
            elides=True,
        ),
    )


def _within(words: str) -> str:
    """Return `words` as they stand within a sentence; names in them keep their capitals."""
    return words[:1].lower() + words[1:]
