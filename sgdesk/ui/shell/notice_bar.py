"""A line above the page for what went wrong; it stays until it is read and closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from sgdesk.ui.shell.page_bar import PageBar
from sgdesk.ui.widgets.buttons import make_button, make_tool
from sgdesk.ui.widgets.clipboard import copy_text

if TYPE_CHECKING:
    from sgdesk.ui.errors import Trouble


class NoticeBar(PageBar):
    """Hidden while there is nothing to tell."""

    def __init__(self) -> None:
        super().__init__("problems", "octagon-alert", "overdue")
        self._reference = ""
        self.copy_button = make_button("Copy the reference", "copy")
        self.close_button = make_tool("x", "Close this notice")
        self.copy_button.clicked.connect(self._on_copy_clicked)
        self.close_button.clicked.connect(self.hide)
        self.add_buttons(self.copy_button, self.close_button)

    def show_trouble(self, trouble: Trouble) -> None:
        """Show the sentence, and a button that copies the reference if it has one."""
        self._reference = trouble.reference
        self.copy_button.setVisible(bool(trouble.reference))
        self.tell(trouble.words)

    @Slot()
    def _on_copy_clicked(self) -> None:
        copy_text(f"SGDesk {self._reference}")
