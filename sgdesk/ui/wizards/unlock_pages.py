"""The two ways into a register: its passphrase, and the recovery key on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from sgdesk.errors import NeedsBackupError, WrongSecretError
from sgdesk.services.register_keys import recovery_key_problem
from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.buttons import make_button, make_link
from sgdesk.ui.widgets.fields import FieldRow
from sgdesk.ui.widgets.in_sight import bring_into_sight
from sgdesk.ui.widgets.labels import make_label, make_rule
from sgdesk.ui.widgets.secret_edit import SecretEdit
from sgdesk.ui.wizards.new_passphrase import NewPassphrase
from sgdesk.ui.wizards.notice import Notice
from sgdesk.ui.wizards.scroll_content import ScrollContent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_OTHER_DOOR = (
    "That is a recovery key, not the passphrase.",
    "Choose “Use the recovery key” below.",
)
_OFFERED = "A backup brings it back. The files that are there now stay beside it."


class UnlockPage(ScrollContent):
    """`form` holds the fields. While `pause` counts, the button waits and says so."""

    unlock_asked = Signal()
    backups_asked = Signal()

    def __init__(self, title: str, second: str, button: str, icon_name: str = "lock") -> None:
        super().__init__()
        look = current()
        self._button = button
        self.notice = Notice()
        self.backups_button = make_button("Go back to a backup…", "history")
        self.backups_button.clicked.connect(self.backups_asked)
        self.backups_button.hide()
        self.notice.add(self.backups_button)
        self.form = QVBoxLayout()
        self.form.setSpacing(look.px(16))
        self.unlock_button = make_button(button, icon_name, kind="primary")
        self.unlock_button.clicked.connect(self.unlock_asked)
        self.wait_label = make_label("", "second")
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(look.px(8))
        self.buttons.addWidget(self.unlock_button)
        self.buttons.addWidget(self.wait_label, 1)
        self._layout = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(16))
        head = QVBoxLayout()
        head.setSpacing(look.px(4))
        head.addWidget(make_label(title, "page-title", wraps=True))
        head.addWidget(make_label(second, "muted", wraps=True))
        layout.addLayout(head)
        layout.addWidget(self.notice)
        layout.addLayout(self.form)
        layout.addLayout(self.buttons)

    def focus_first(self) -> None:
        """Move the keyboard to the first line, with what it holds selected."""

    def show_trouble(self, error: object) -> None:
        """Say what went wrong, and offer the backups where they are the way out."""
        self.backups_button.setVisible(isinstance(error, NeedsBackupError))
        if isinstance(error, NeedsBackupError):
            self.notice.show_problem(error.what, _OFFERED)
            self.backups_button.setFocus()
        else:
            self.notice.show_trouble(error)
            self.focus_first()

    def lead_to_button(self, last: QWidget) -> None:
        """Let Tab go from `last`, which ends the form, to the button that sends it."""
        self.setTabOrder(last, self.unlock_button)

    def set_busy(self, *, is_busy: bool) -> None:
        """Switch the fields off while the register is being opened."""
        self.setEnabled(not is_busy)
        self.wait_label.setText("Opening…" if is_busy else "")

    @Slot(int)
    def show_pause(self, seconds: int) -> None:
        """Let the next try wait, and say how long."""
        self.unlock_button.setEnabled(not seconds)
        unit = "second" if seconds == 1 else "seconds"
        self.wait_label.setText(f"The next try in {seconds} {unit}" if seconds else "")


class PassphraseUnlockPage(UnlockPage):
    recovery_asked = Signal()
    practice_asked = Signal()

    def __init__(self) -> None:
        super().__init__(
            "Unlock the register",
            "The register on this laptop is encrypted. Your passphrase opens it.",
            "Unlock",
        )
        self.passphrase_edit = SecretEdit()
        self.passphrase_row = FieldRow("Passphrase", self.passphrase_edit)
        self.passphrase_edit.returnPressed.connect(self.unlock_asked)
        self.form.addWidget(self.passphrase_row)
        self.lead_to_button(self.passphrase_edit.show_button)
        self.recovery_button = make_link("Use the recovery key", "key-round")
        self.practice_button = make_link("Practise with invented cases", "flask-conical")
        self.recovery_button.clicked.connect(self.recovery_asked)
        self.practice_button.clicked.connect(self.practice_asked)
        layout = self._layout
        layout.addStretch(1)
        layout.addWidget(make_rule())
        links = QVBoxLayout()
        links.setSpacing(current().px(4))
        for button in (self.recovery_button, self.practice_button):
            links.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(links)

    def focus_first(self) -> None:
        self.passphrase_edit.setFocus()
        self.passphrase_edit.selectAll()
        bring_into_sight(self.passphrase_edit)

    def show_trouble(self, error: object) -> None:
        super().show_trouble(error)
        if isinstance(error, WrongSecretError) and self._is_recovery_key():
            self.notice.show_problem(*_OTHER_DOOR)

    def _is_recovery_key(self) -> bool:
        return not recovery_key_problem(self.passphrase_edit.text())


class RecoveryUnlockPage(UnlockPage):
    back_asked = Signal()

    def __init__(self) -> None:
        super().__init__(
            "Use the recovery key",
            "Type the key from the paper in the manager’s safe, and choose a new passphrase. "
            "The key stays as it is until you make a new one.",
            "Open the register",
        )
        self.key_edit = QLineEdit()
        self.key_row = FieldRow(
            "Recovery key",
            self.key_edit,
            hint="Seven groups of five. Capitals, spaces and dashes do not count.",
        )
        self.passphrase = NewPassphrase("New passphrase")
        self.back_button = make_button("Back")
        self.back_button.clicked.connect(self.back_asked)
        self.key_edit.textEdited.connect(self._on_key_edited)
        self.key_edit.editingFinished.connect(self._on_key_finished)
        self.key_edit.returnPressed.connect(self.passphrase.focus_first)
        self.passphrase.entered.connect(self.unlock_asked)
        self.form.addWidget(self.key_row)
        self.form.addWidget(self.passphrase)
        self.lead_to_button(self.passphrase.suggest_button)
        self.buttons.addWidget(self.back_button)
        self._layout.addStretch(1)

    def focus_first(self) -> None:
        self.key_edit.setFocus()
        self.key_edit.selectAll()
        bring_into_sight(self.key_edit)

    def point_out(self) -> bool:
        """Show what is missing and return True, or return False if all is there."""
        self.notice.clear()  # it spoke of the try before
        problem = self._key_problem() or (
            "" if self._is_typed() else "Type the recovery key from the paper."
        )
        self.key_row.set_problem(problem)
        if problem:
            self.key_row.focus()
        elif self.passphrase.missing():
            self.passphrase.point_out()
        return bool(problem or self.passphrase.missing())

    def _is_typed(self) -> bool:
        return bool(self.key_edit.text().strip())

    def _key_problem(self) -> str:
        return recovery_key_problem(self.key_edit.text()) if self._is_typed() else ""

    @Slot()
    def _on_key_edited(self) -> None:
        if not self._key_problem():  # while it is typed, only what was wrong is judged again
            self.key_row.set_problem("")

    @Slot()
    def _on_key_finished(self) -> None:
        self.key_row.set_problem(self._key_problem())
