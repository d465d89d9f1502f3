"""What every page gets: the register, the day, the officer's choices, and word of changes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Signal, Slot

from sgdesk.config.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from sgdesk.domain.date_entry import DateReading
    from sgdesk.records.kept_typing import KeptForm
    from sgdesk.services.outcomes import Changes
    from sgdesk.services.register import Register


def _keep_nothing(_settings: Settings) -> None:
    """Forget the choices when the program ends."""


class TypedForm(Protocol):
    """A form whose unsaved typing can be kept."""

    @property
    def kept_key(self) -> str:
        """Names this opening of the form, and no other."""

    def kept_form(self, at: datetime) -> KeptForm | None:
        """Return what is typed and not saved, or None where nothing is."""

    def show_keeping(self, problem: str) -> None:
        """Say why what is typed is not being kept; "" when it is."""


class TypingKeeper(Protocol):
    """Keeps what is typed and not saved."""

    def typed(self, form: TypedForm) -> None:
        """Keep what `form` holds, within a second or two; nothing if it holds nothing new."""

    def ended(self, form: TypedForm) -> None:
        """Let go of what was kept of `form`: it is saved or given up."""

    def flush(self) -> bool:
        """Keep all that is typed at once, and return whether it is on the disk."""


class _KeepsNothing:
    """Stands in where no window looks after what is typed."""

    def typed(self, form: TypedForm) -> None:
        """Let it be."""

    def ended(self, form: TypedForm) -> None:
        """Let it be."""

    def flush(self) -> bool:
        """Return True: there is nothing to keep."""
        return True


class AppContext(QObject):
    """One for each open register. `today` is asked anew each time: nights pass while it runs."""

    changed = Signal(object)
    """`Changes` that a save made; pages that care read again."""
    settings_changed = Signal(object)
    keys_changed = Signal()
    """The passphrase or the recovery key is another now; no backup holds it yet."""
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
        self.typing: TypingKeeper = _KeepsNothing()
        """Looks after unsaved typing; put here by the main window."""
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
            from sgdesk.services.write_refusals import unkept_settings  # noqa: PLC0415 - seldom

            self.report(unkept_settings(error) or error)

    @Slot(object)
    def report(self, error: object) -> None:
        """Show `error` to the officer in the main window."""
        self.troubled.emit(error)
