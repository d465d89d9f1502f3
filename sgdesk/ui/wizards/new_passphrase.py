"""Two lines for a new passphrase, and a button that suggests one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from sgdesk.services.passphrases import passphrase_problems, suggest_passphrase
from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.new_secret import NewSecret

if TYPE_CHECKING:
    from sgdesk.errors import Problem

_HINT = "At least 12 characters. Four or five words that do not belong together are best."


class NewPassphrase(NewSecret):
    """Capitals count, extra spaces do not."""

    def __init__(self, title: str = "Passphrase") -> None:
        super().__init__(title, "passphrase", _HINT)

    def passphrase(self) -> str:
        return self.first_edit.text()

    def _problems(self, typed: str) -> list[Problem]:
        return passphrase_problems(typed)

    def _suggestion(self) -> str:
        return suggest_passphrase()

    def _is_same(self, first: str, second: str) -> bool:
        return " ".join(first.split()) == " ".join(second.split())

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().px(16))
        layout.addWidget(self.first_row)
        layout.addWidget(self.second_row)
        layout.addWidget(self.suggest_button, 0, Qt.AlignmentFlag.AlignLeft)
