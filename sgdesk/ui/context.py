"""What every page gets: the register, the day, the officer's choices, and word of changes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from sgdesk.config.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from sgdesk.domain.date_entry import DateReading
    from sgdesk.services.outcomes import Changes
    from sgdesk.services.register import Register


def _keep_nothing(_settings: Settings) -> None:
    """Forget the choices when the program ends."""


class AppContext(QObject):
    """One for each open register. `today` is asked anew each time: nights pass while it runs."""

    changed = Signal(object)
    """`Changes` that a save made; pages that care read again."""
    settings_changed = Signal(object)
    troubled = Signal(object)
    """An error that no dialog is there to show; the main window does."""

    def __init__(
        self,
        register: Register,
        today: Callable[[], date],
        *,
        settings: Settings | None = None,
        keep: Callable[[Settings], None] = _keep_nothing,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.register = register
        self.today = today
        self.settings = settings or Settings()
        self._keep = keep

    def read_date(self, text: str) -> DateReading:
        """Read what the officer typed into a date field."""
        from sgdesk.domain.date_entry import read_date  # noqa: PLC0415 - not for the start

        return read_date(text, today=self.today(), calendar=self.register.calendar)

    def window_title(self, title: str) -> str:
        """Return what stands in the title bar of a window; the practice register is told."""
        practice = " PRACTICE" if self.register.is_practice else ""
        return f"SGDesk{practice}: {title}"

    def apply(self, changes: Changes) -> None:
        """Tell all pages what a save changed."""
        self.changed.emit(changes)

    def change_settings(self, **choices: Any) -> None:
        """Put the officer's `choices` in force and keep them for the next start."""
        self.settings = replace(self.settings, **choices)
        self.settings_changed.emit(self.settings)
        try:
            self._keep(self.settings)
        except OSError as error:
            self.report(error)

    @Slot(object)
    def report(self, error: object) -> None:
        """Show `error` to the officer in the main window."""
        self.troubled.emit(error)
