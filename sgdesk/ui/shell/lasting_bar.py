"""A line above the page that stays as long as what it tells of: nothing can be saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from sgdesk.ui.shell.page_bar import PageBar
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.labels import make_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

_SHOW, _HIDE = "What was found", "Hide what was found"


class LastingBar(PageBar):
    """Hidden while everything can be saved. It cannot be put away."""

    backups_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("problems", "octagon-alert", "overdue", parent)
        self.found_label = make_label(wraps=True)
        self.found_button = make_button(_SHOW)
        self.backups_button = make_button("Go back to a backup…", "history")
        self.found_label.hide()
        self.found_button.clicked.connect(self._on_found_clicked)
        self.backups_button.clicked.connect(self.backups_asked)
        self.words.addWidget(self.found_label)
        self.add_buttons(self.found_button, self.backups_button)

    def show_words(self, words: str, found: Sequence[str] = (), *, offers_backups: bool) -> None:
        """Show a sentence, and behind a button what was `found`, a sentence for each."""
        self.found_label.setText("\n".join(found))
        self.found_label.setAccessibleName(" ".join(found))
        self.found_button.setVisible(bool(found))
        self.backups_button.setVisible(offers_backups)
        self.tell(words)

    @Slot()
    def _on_found_clicked(self) -> None:
        is_shown = self.found_label.isHidden()
        self.found_label.setVisible(is_shown)
        self.found_button.setText(_HIDE if is_shown else _SHOW)
