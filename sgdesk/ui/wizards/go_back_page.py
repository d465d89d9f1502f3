"""The page of backups in the unlock window, where the register itself does not open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot

from sgdesk.domain.dates import long_date
from sgdesk.ui.look.current import current
from sgdesk.ui.models.backup_columns import BACKUP_COLUMNS
from sgdesk.ui.models.record_table import RecordTableModel
from sgdesk.ui.widgets.buttons import make_button, make_link
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.fields import FieldRow
from sgdesk.ui.widgets.in_sight import bring_into_sight
from sgdesk.ui.widgets.record_table import RecordTable
from sgdesk.ui.widgets.secret_edit import SecretEdit
from sgdesk.ui.wizards.notice import Notice
from sgdesk.ui.wizards.unlock_pages import UnlockPage

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sgdesk.records.backups import BackupContent, BackupRow

LOOK = "Look into this backup"
GO_BACK = "Go back to this backup"
MEND = "Put its key file back"
_NONE = (
    "No backup was found beside the register. If you have a second place, such as a USB stick or a "
    "shared drive, look there."
)
_KEPT = (
    "What was saved after that moment is not in it. The files that lie there now are kept, in a "
    "folder called “replaced” beside the register."
)
_MENDS = (
    "The register itself is there, and this backup’s key file opens it. Putting that file back is "
    "enough: nothing is lost."
)
_ITS_OWN = "The passphrase of this backup will be the one that opens the register."
_LEAST_TABLE = 128


class GoBackPage(UnlockPage):
    """Nothing changes before the button is pressed a second time, after it says what it does."""

    back_asked = Signal()
    folder_asked = Signal()
    stale = Signal()
    """Another backup or another passphrase is meant from now on."""

    def __init__(self) -> None:
        super().__init__(
            "Go back to a backup",
            "Choose a backup and type the passphrase that opened the register when it was made.",
            LOOK,
            "history",
        )
        self._model: RecordTableModel[Any] = RecordTableModel(BACKUP_COLUMNS[:3])
        self.table = RecordTable(self._model, key=lambda row: row.folder, row_height=48)
        self._model.setParent(self.table)
        self.table.setAccessibleName("Backups, the newest first")
        self.table.setMinimumHeight(current().px(_LEAST_TABLE))
        self.folder_button = make_link("Look in another folder…", "folder-open")
        self.passphrase_edit = SecretEdit()
        self.passphrase_row = FieldRow(
            "Passphrase of this backup",
            self.passphrase_edit,
            hint="The recovery key from the paper does, too.",
        )
        self.content_notice = Notice()
        self.back_button = make_button("Back")
        self._build_form()

    @property
    def row(self) -> BackupRow | None:
        """The backup that is chosen."""
        chosen: BackupRow | None = self.table.chosen_record()
        return chosen

    def focus_first(self) -> None:
        if not self._model.rowCount():
            self.folder_button.setFocus()
        elif self.passphrase_row.isHidden():
            self.unlock_button.setFocus()
        else:
            self.passphrase_edit.setFocus()
            self.passphrase_edit.selectAll()
            bring_into_sight(self.passphrase_edit)

    def show_rows(self, rows: Sequence[BackupRow]) -> None:
        """List `rows`; the first is chosen."""
        self._model.set_records(tuple(rows))
        if rows:
            self.table.selectRow(0)
        self._card.setVisible(bool(rows))
        self.passphrase_row.setVisible(bool(rows))
        self.unlock_button.setVisible(bool(rows))
        if not rows:
            self.content_notice.show_hint(_NONE)

    def show_content(self, content: BackupContent | None) -> None:
        """Say what the backup holds and what the button will do; for None, ask for it again."""
        self.passphrase_row.setVisible(content is None)
        if content is None:
            self.content_notice.clear()
            self.unlock_button.setText(LOOK)
            return
        self.content_notice.show_done(_title(content), _detail(content))
        self.unlock_button.setText(MEND if content.mends_key else GO_BACK)

    @Slot()
    def _on_meant_another(self) -> None:
        self.passphrase_row.set_problem("")
        self.stale.emit()

    def _build_form(self) -> None:
        self._card = Card(is_bare=True)
        self._card.body.addWidget(self.table, 1)
        self.form.addWidget(self._card, 1)
        self.form.addWidget(self.folder_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.form.addWidget(self.passphrase_row)
        self.lead_to_button(self.passphrase_edit.show_button)
        self.form.addWidget(self.content_notice)
        self.buttons.addWidget(self.back_button)
        self._layout.addStretch(1)
        self.table.record_chosen.connect(self._on_meant_another)
        self.passphrase_edit.textChanged.connect(self._on_meant_another)
        self.passphrase_edit.returnPressed.connect(self.unlock_asked)
        self.folder_button.clicked.connect(self.folder_asked)
        self.back_button.clicked.connect(self.back_asked)


def _title(content: BackupContent) -> str:
    if content.mends_key:
        return "The key file is all that is missing"
    cases = "1 case" if content.cases == 1 else f"{content.cases:,} cases"
    entries = "1 saved change" if content.entries == 1 else f"{content.entries:,} saved changes"
    return f"It holds {cases} and {entries}"


def _detail(content: BackupContent) -> str:
    if content.mends_key:
        return f"{_MENDS} {_ITS_OWN}"
    last = f"The last change was saved on {_moment(content.last_at)}." if content.last_at else ""
    passphrase = (
        "The passphrase that is in force now stays so." if content.keeps_passphrase else _ITS_OWN
    )
    return " ".join(part for part in (last, _KEPT, passphrase) if part)


def _moment(moment: datetime) -> str:
    local = moment.astimezone()
    return f"{long_date(local.date())}, {local:%H:%M}"
