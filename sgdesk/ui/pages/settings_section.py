"""What every section of the settings offers the page: whether it may be left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from sgdesk.ui.dialogs.form_frame import FormScroll
from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.labels import make_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_MOST = 860
"""Wider than this, in pixels at the designed text size, a form reads badly."""


class SettingsSection(FormScroll):
    """A heading, a sentence on what it is about, and what subclasses put into `body`."""

    left = Signal()
    """What was typed is saved or given up: the section may be left."""

    def __init__(self, title: str, note: str, *, is_wide: bool = False) -> None:
        super().__init__()
        look = current()
        self.title = title
        self.setAccessibleName(title)
        if not is_wide:
            self.widget().setMaximumWidth(look.px(_MOST))
        self.body.setContentsMargins(0, 0, look.px(12), look.px(16))
        self.body.setSpacing(look.px(16))
        self.body.addWidget(make_label(title, "card-title"))
        self.body.addWidget(make_label(note, "muted", wraps=True))

    def is_changed(self) -> bool:
        """Return whether something is typed here and not saved."""
        return False

    def ask(self) -> None:
        """Ask what is to become of what was typed; `left` follows unless it is kept."""
        self.left.emit()

    def reload(self) -> None:
        """Show what is held now, unless something is being typed."""

    def first_stop(self) -> QWidget | None:
        """Return what takes the keyboard first, if anything does."""
        return None
