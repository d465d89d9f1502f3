"""Changing the passphrase, in a form that opens when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sgdesk.services.register_keys import change_passphrase
from sgdesk.ui.errors import trouble_of
from sgdesk.ui.look.current import current
from sgdesk.ui.pages.settings_form_foot import FormFoot
from sgdesk.ui.tasks import Job
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.fields import FieldRow
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.messages import MessageLine
from sgdesk.ui.widgets.secret_edit import SecretEdit
from sgdesk.ui.wizards.new_passphrase import NewPassphrase

if TYPE_CHECKING:
    from sgdesk.ui.context import AppContext

_NOTE = (
    "It opens the register each time, and never expires. Change it when somebody else may know "
    "it. The recovery key stays as it is, and backups made before keep the passphrase of their "
    "day."
)
_CHANGED = "Passphrase changed. Backups made before keep opening with the passphrase of their day."


class PassphraseForm(QWidget):
    """Changes the passphrase in the background: guessing it is made slow on purpose."""

    left = Signal()
    settled = Signal()
    """The passphrase was changed, or was not and the reason is on show."""
    changed = Signal()
    """It was changed."""
    given_up = Signal()

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
        self._offer_cancel()

    def _start(self) -> None:
        register = self._context.register
        old, new = self.old_edit.text(), self.new_passphrase.passphrase()
        self.setEnabled(False)
        job = Job(lambda _progress: change_passphrase(register, old, new), self._context)
        job.succeeded.connect(self._on_succeeded)
        job.failed.connect(self._on_failed)
        job.start()

    @Slot(object)
    def _on_succeeded(self, _nothing: object) -> None:
        self.setEnabled(True)
        self.clear()
        self.changed.emit()
        self.settled.emit()

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        self.setEnabled(True)
        self.old_row.set_problem(trouble_of(error).words)
        self.old_row.focus()
        self.settled.emit()

    @Slot()
    def _on_discarded(self) -> None:
        was_asked = self.foot.is_asking
        self.clear()
        self.given_up.emit()
        if was_asked:
            self.left.emit()

    @Slot()
    def _on_edited(self) -> None:
        self.old_row.set_problem("")
        self._offer_cancel()

    def _offer_cancel(self) -> None:
        self.foot.show_changed(is_changed=True)  # the form can be closed with nothing in it

    def _connect(self) -> None:
        self.old_edit.textEdited.connect(self._on_edited)
        self.old_edit.returnPressed.connect(self.new_passphrase.focus_first)
        self.new_passphrase.changed.connect(self._on_edited)
        self.new_passphrase.entered.connect(self.save)
        self.foot.save_asked.connect(self.save)
        self.foot.discard_asked.connect(self._on_discarded)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self, self.save)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _build(self) -> None:
        look = current()
        # A passphrase is changed with a look at what is typed, never in passing.
        self.foot.save_and_leave_button.hide()
        self.foot.undo_button.setText("Cancel")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(look.px(16))
        box.addWidget(self.old_row)
        box.addWidget(self.new_passphrase)
        box.addWidget(self.foot)
        self._offer_cancel()


class PassphraseCard(Card):
    def __init__(self, context: AppContext) -> None:
        super().__init__("Passphrase")
        self._context = context
        self.form = PassphraseForm(context)
        self.open_button = make_button("Change the passphrase…", "key-round")
        self.message = MessageLine()
        self.body.setSpacing(current().px(12))
        self.body.addWidget(make_label(_NOTE, "second", wraps=True))
        self.body.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.message)
        self.body.addWidget(self.form)
        self.form.hide()
        self.open_button.clicked.connect(self.open_form)
        self.form.given_up.connect(self._close)
        self.form.changed.connect(self._on_changed)

    @Slot()
    def open_form(self) -> None:
        """Show the form, with the keyboard in its first line."""
        self.message.show_hint("")
        self.open_button.hide()
        self.form.show()
        self.form.old_row.focus()

    @Slot()
    def _close(self) -> None:
        self.open_button.show()
        self.open_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.form.hide()

    @Slot()
    def _on_changed(self) -> None:
        self._close()
        self.message.show_hint(_CHANGED)
        self._context.keys_changed.emit()
