"""The recovery key: shown once, printed or written down, and typed back from the paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from sgdesk.services.register_keys import typed_back_problem
from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.fields import FieldRow
from sgdesk.ui.widgets.flow_layout import FlowLayout
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.wizards.recovery_print import RecoverySheet, ask_to_print
from sgdesk.ui.wizards.wizard_page import WizardPage

if TYPE_CHECKING:
    from datetime import date

_HIDDEN = "•••••"
_HINT = "The key above is hidden while you type. Capitals, spaces and dashes do not count."
_BY_HAND = "Write the seven groups down by hand; that is as good."


class RecoveryPage(WizardPage):
    """Complete when what is typed back is the key. It leaves this page on paper alone.

    It cannot be copied: a clipboard is read by other programs and outlives the window.
    """

    def __init__(self, today: date) -> None:
        super().__init__(
            "Recovery key",
            "Your recovery key",
            "Shown now and never again. Print it or write it down, and keep it in the "
            "manager’s safe, away from this laptop.",
            "If the passphrase is forgotten, this key is the only other way into the "
            "register. Typing it back shows that the paper is right. Letters O, I and L are "
            "never used: what looks like them is a nought or a one.",
        )
        self.can_go_back = False
        self._today = today
        self._key = ""
        self._partnership = ""
        self._groups: list[QLabel] = []
        self.typed_edit = QLineEdit()
        self.typed_row = FieldRow("Type it back from the paper", self.typed_edit, hint=_HINT)
        self.print_button = make_button("Print…", "printer")
        self.show_button = make_button("Show the key again", "eye")
        self._build_form()

    @property
    def key(self) -> str:
        """The key that is shown; "" before and after."""
        return self._key

    def show_key(self, key: str, partnership: str) -> None:
        """Show the key of the register that was just made."""
        self._key, self._partnership = key, partnership
        self._show_groups(is_shown=True)

    def forget(self) -> None:
        """Forget the key that was shown, and what was typed."""
        self._key = ""
        self.typed_edit.clear()

    def missing(self) -> str:
        if not self.typed_edit.text().strip():
            return "Type the recovery key back, to show that it is on paper."
        return self._problem()

    def point_out(self) -> None:
        self.typed_row.set_problem(self.missing())
        self.typed_row.focus()

    def focus_first(self) -> None:
        (self.typed_edit if self.typed_edit.text() else self.print_button).setFocus()

    def _problem(self) -> str:
        return typed_back_problem(self._key, self.typed_edit.text())

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self._show_groups(is_shown=not text)
        self.typed_row.set_problem("")
        self.changed.emit()

    @Slot()
    def _on_typing_finished(self) -> None:
        if self.typed_edit.text().strip():
            self.typed_row.set_problem(self._problem())

    @Slot()
    def _on_show_clicked(self) -> None:
        self.typed_edit.clear()
        self.typed_row.focus()

    @Slot()
    def _on_print_clicked(self) -> None:
        if not QPrinterInfo.availablePrinterNames():
            self.notice.show_warning("No printer was found.", _BY_HAND)
            return
        sheet = RecoverySheet(self._partnership, self._today, self._key)
        ask_to_print(sheet, self, self._on_print_failed)

    @Slot()
    def _on_print_failed(self) -> None:
        self.notice.show_warning("The printer did not answer.", _BY_HAND)

    def _show_groups(self, *, is_shown: bool) -> None:
        groups = self._key.split("-")
        for label, group in zip(self._groups, groups, strict=False):
            label.setText(group if is_shown else _HIDDEN)
        name = ", ".join(" ".join(group) for group in groups)
        self.card.setAccessibleName(f"Recovery key: {name}" if is_shown else "Recovery key, hidden")
        self.show_button.setVisible(not is_shown)

    def _build_form(self) -> None:
        look = current()
        self.card = QFrame()
        self.card.setProperty("role", "card")
        inside = QVBoxLayout(self.card)
        inside.setContentsMargins(look.px(20), look.px(16), look.px(20), look.px(16))
        inside.setSpacing(look.px(12))
        shown = QWidget()
        flow = FlowLayout(shown, spacing=look.px(20))
        for _number in range(7):
            label = make_label("", "figure")
            self._groups.append(label)
            flow.addWidget(label)
        inside.addWidget(shown)
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        for button in (self.print_button, self.show_button):
            row.addWidget(button)
        row.addStretch(1)
        inside.addLayout(row)
        self.body.addWidget(self.card)
        self.body.addWidget(self.typed_row)
        self.body.addStretch(1)
        self.show_button.hide()
        self.print_button.clicked.connect(self._on_print_clicked)
        self.show_button.clicked.connect(self._on_show_clicked)
        self.typed_edit.textChanged.connect(self._on_typed)
        self.typed_edit.editingFinished.connect(self._on_typing_finished)
        self.typed_edit.returnPressed.connect(self.next_asked)
