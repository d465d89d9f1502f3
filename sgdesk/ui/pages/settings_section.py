"""What every section of the settings offers the page: whether it may be left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sgdesk.ui.dialogs.form_frame import FormScroll
from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.labels import make_label

if TYPE_CHECKING:
    from sgdesk.ui.pages.settings_form_foot import FormFoot

_MOST = 860
"""Wider than this, in pixels at the designed text size, a form reads badly."""


class SettingsSection(QWidget):
    """A heading, a sentence on what it is about, `body` that scrolls, and a foot that stays."""

    left = Signal()
    """After `ask`: what was typed is saved or given up, and the section may be left."""

    def __init__(self, title: str, note: str, *, is_wide: bool = False) -> None:
        super().__init__()
        look = current()
        self.setAccessibleName(title)
        self.scroll_area = FormScroll()
        if not is_wide:
            self.scroll_area.set_widest(look.px(_MOST))
        self.body = self.scroll_area.body
        self.body.setContentsMargins(0, 0, look.px(12), look.px(12))
        self.body.setSpacing(look.px(16))
        self.body.addWidget(make_label(title, "card-title"))
        self.body.addWidget(make_label(note, "muted", wraps=True))
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(look.px(8))
        self._lines.addWidget(self.scroll_area, 1)

    def set_foot(self, foot: FormFoot) -> None:
        """Put the buttons of a form under what scrolls, so that they are always in sight."""
        foot.setParent(None)  # so that Tab comes to it after all that is in the section by now
        self._lines.addWidget(foot)

    def hasHeightForWidth(self) -> bool:
        """Say no: what does not fit scrolls inside, so that the foot stays in sight."""
        return False

    def is_changed(self) -> bool:
        """Return whether something is typed here and not saved."""
        return False

    def ask(self) -> None:
        """Ask what is to become of what was typed; `left` follows unless it is kept."""
        self.left.emit()

    def open_again(self, which: str) -> None:
        """Show what was typed into before, by its id; "" for a new one or the only one."""

    def reload(self) -> None:
        """Show what is held now, unless something is being typed."""
