"""A card of the settings that reads what it shows, in the background, when it comes into sight."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal, Slot

from sgdesk.ui.tasks import Reading
from sgdesk.ui.widgets.cards import Card

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from sgdesk.ui.context import AppContext


class ReadCard(Card):
    """Subclasses implement the first three."""

    shown_now = Signal()
    """What was read is on show; `_show` emits it."""

    def __init__(
        self, context: AppContext, title: str, *, link: str = "", link_icon: str = ""
    ) -> None:
        super().__init__(title, link=link, link_icon=link_icon)
        self._context = context
        self._reading = Reading(self._read, context, self)
        self._reading.arrived.connect(self._show)
        self._reading.failed.connect(self._on_failed)

    def _read(self) -> object:
        """Return what is to be shown; called in another thread."""
        raise NotImplementedError

    def _show(self, found: Any) -> None:
        """Show what `_read` has returned."""
        raise NotImplementedError

    def _on_failed(self, error: object) -> None:
        """Say why nothing could be read."""
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.reload()

    @Slot()
    def reload(self) -> None:
        """Read anew, if anybody sees it."""
        if self.isVisible():
            self._reading.start()
