"""The passphrase, the recovery key, and where the register lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sgdesk.services.register import change_passphrase
from sgdesk.ui.dialogs.fact_list import Fact, FactList
from sgdesk.ui.errors import trouble_of
from sgdesk.ui.look.current import current
from sgdesk.ui.pages.settings_backups import BackupsCard
from sgdesk.ui.pages.settings_form_foot import FormFoot
from sgdesk.ui.pages.settings_section import SettingsSection
from sgdesk.ui.tasks import Job
from sgdesk.ui.widgets.buttons import make_link
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.fields import FieldRow
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.wizards.new_passphrase import NewPassphrase
from sgdesk.ui.wizards.secret_edit import SecretEdit

if TYPE_CHECKING:
    from sgdesk.ui.context import AppContext

_NOTE = "Nobody can read your register without the passphrase, or the recovery key on paper."
_PRACTICE = (
    "The practice register has no passphrase: it is encrypted with a key that is kept nowhere, "
    "and is removed when practice ends."
)
_RECOVERY = (
    "The recovery key was shown once, when the register was made. Keep the paper locked away, "
    "apart from this computer. It opens the register if the passphrase is forgotten, and stays "
    "good when the passphrase changes. SGDesk cannot show it again."
)
_CHANGED = "Passphrase changed"


class PassphraseForm(QWidget):
    """Changes the passphrase in the background: guessing it is made slow on purpose."""

    left = Signal()
    settled = Signal()
    """The passphrase was changed, or was not and the reason is on show."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self.old_edit = SecretEdit()
        self.old_row = FieldRow("Passphrase now", self.old_edit)
        self.new_passphrase = NewPassphrase("New passphrase")
        self.foot = FormFoot("Change passphrase")
        self._build()
        self._connect()

    def is_changed(self) -> bool:
        """Return whether anything is typed."""
        edits = (self.old_edit, self.new_passphrase.first_edit, self.new_passphrase.second_edit)
        return any(edit.text() for edit in edits)

    @Slot()
    def save(self) -> None:
        """Change the passphrase, or point out what is wrong."""
        self.foot.stop_asking()
        if not self.old_edit.text():
            self.old_row.set_problem("Type the passphrase that opens the register now.")
            self.old_row.focus()
        elif self.new_passphrase.missing():
            self.new_passphrase.point_out()
        else:
            self._start()

    @Slot()
    def clear(self) -> None:
        """Forget what was typed."""
        self.old_edit.clear()
        self.old_row.set_problem("")
        self.new_passphrase.clear()
        for row in (self.new_passphrase.first_row, self.new_passphrase.second_row):
            row.set_problem("")
        self.foot.show_changed(is_changed=False)

    def _start(self) -> None:
        register = self._context.register
        old, new = self.old_edit.text(), self.new_passphrase.passphrase()
        self.foot.save_button.setEnabled(False)
        job = Job(lambda _progress: change_passphrase(register, old, new), self._context)
        job.succeeded.connect(self._on_succeeded)
        job.failed.connect(self._on_failed)
        job.start()

    @Slot(object)
    def _on_succeeded(self, _nothing: object) -> None:
        self.foot.save_button.setEnabled(True)
        self.clear()
        self.foot.show_saved(_CHANGED)
        self.settled.emit()

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        self.foot.save_button.setEnabled(True)
        self.old_row.set_problem(trouble_of(error).sentence)
        self.old_row.focus()
        self.settled.emit()

    @Slot()
    def _on_discarded(self) -> None:
        was_asked = self.foot.is_asking
        self.clear()
        if was_asked:
            self.left.emit()

    @Slot()
    def _on_edited(self) -> None:
        self.old_row.set_problem("")
        self.foot.show_changed(is_changed=self.is_changed())

    def _connect(self) -> None:
        self.old_edit.textEdited.connect(self._on_edited)
        self.new_passphrase.changed.connect(self._on_edited)
        self.new_passphrase.entered.connect(self.save)
        self.foot.save_asked.connect(self.save)
        self.foot.discard_asked.connect(self._on_discarded)

    def _build(self) -> None:
        look = current()
        # A passphrase is changed with a look at what is typed, never in passing.
        self.foot.save_and_leave_button.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(look.px(16))
        box.addWidget(self.old_row)
        box.addWidget(self.new_passphrase)
        box.addWidget(self.foot)


class SecuritySection(SettingsSection):
    backups_asked = Signal()
    """Open the list of backups."""

    def __init__(self, context: AppContext) -> None:
        super().__init__("Security", _NOTE)
        self._register = context.register
        self.form: PassphraseForm | None = None
        self.backups_card: BackupsCard | None = None
        self.body.addWidget(self._place_card())
        if context.register.is_practice:
            self.body.addWidget(make_label(_PRACTICE, wraps=True))
        else:
            self.form = PassphraseForm(context)
            self.form.left.connect(self.left)
            self.backups_card = BackupsCard(context)
            self.backups_card.link_button.clicked.connect(self.backups_asked)
            self.body.addWidget(self.backups_card)
            self.body.addWidget(_card("Change the passphrase", self.form))
            self.body.addWidget(_card("Recovery key", make_label(_RECOVERY, wraps=True)))
        self.body.addStretch(1)

    def is_changed(self) -> bool:
        return self.form is not None and self.form.is_changed()

    def reload(self) -> None:
        """Show how the register is backed up now."""
        if self.backups_card is not None:
            self.backups_card.reload()

    def ask(self) -> None:
        if self.form is not None:
            self.form.foot.ask()
            self.scroll_area.ensureWidgetVisible(self.form.foot)

    @Slot()
    def copy_folder(self) -> None:
        """Put the register's folder on the clipboard and say so."""
        QGuiApplication.clipboard().setText(str(self._register.folder))
        self.copy_link.setText("Copied")

    def _place_card(self) -> Card:
        self.copy_link = make_link("Copy folder", "copy")
        self.copy_link.clicked.connect(self.copy_folder)
        facts = FactList(label_width=110)
        facts.set_facts(
            [
                Fact("Folder", str(self._register.folder)),
                Fact("Kept as", "Encrypted files; nothing in them is ever in clear text"),
            ]
        )
        line = QHBoxLayout()
        line.addWidget(facts, 1)
        line.addWidget(self.copy_link, 0, Qt.AlignmentFlag.AlignTop)
        card = Card("Where the register lies")
        card.body.addLayout(line)
        return card


def _card(title: str, content: QWidget) -> Card:
    card = Card(title)
    card.body.addWidget(content)
    return card
