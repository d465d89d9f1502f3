"""A line above the page that stays while the history is not the one that was last seen here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from sgdesk.ui.shell.page_bar import PageBar
from sgdesk.ui.widgets.buttons import make_button

if TYPE_CHECKING:
    from sgdesk.records.history_checks import SealFinding


class HistoryBar(PageBar):
    """Hidden while there is nothing to tell. It cannot be put away before it is looked into."""

    verify_asked = Signal()
    backups_asked = Signal()

    def __init__(self) -> None:
        super().__init__("problems", "octagon-alert", "overdue")
        self.verify_button = make_button("Verify the history…", "shield-check")
        self.backups_button = make_button("Backups…", "database-backup")
        self.verify_button.clicked.connect(self.verify_asked)
        self.backups_button.clicked.connect(self.backups_asked)
        self.add_buttons(self.verify_button, self.backups_button)

    def show_finding(self, found: SealFinding) -> None:
        """Say what is wrong beside what was last seen of the history."""
        from sgdesk.ui.dialogs.history_words import noted_words  # noqa: PLC0415 - seldom

        self.tell(noted_words(found))
