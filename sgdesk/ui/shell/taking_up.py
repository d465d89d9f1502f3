"""Offers what was typed and not saved before this start, and opens its forms again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot

from sgdesk.ui.shell.keeping_typing import TypingKeeping
from sgdesk.ui.shell.kept_typing_bar import KeptTypingBar, moment_words
from sgdesk.ui.shell.page_stack import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from sgdesk.records.kept_typing import FormPlace, KeptForm
    from sgdesk.ui.context import AppContext
    from sgdesk.ui.shell.openers import Openers
    from sgdesk.ui.shell.page_stack import PageStack

_NO_WAY = (
    "This form cannot be opened again by itself. Copy what you need; it stays kept until you "
    "discard it."
)
_GONE = (
    "This form cannot be opened with it now: what it was about has gone, or something else is "
    "typed there. Copy what you need; it stays kept until you discard it."
)
_ALL = "Copy what you need; it stays kept until you continue or discard it."


class TakingUp(QObject):
    """One for each main window: looks after what is typed in it, and has `bar` put into it."""

    def __init__(self, context: AppContext, openers: Openers, window: QWidget) -> None:
        super().__init__(window)
        self.keeping = TypingKeeping(context)
        self.bar = KeptTypingBar()
        self._openers = openers
        self._stack: PageStack | None = None
        self._window = window
        self.bar.continue_asked.connect(self.take_up_latest)
        self.bar.read_asked.connect(self.read)
        self.bar.discard_confirmed.connect(self.discard)
        self.keeping.earlier_changed.connect(self.offer)

    def begin(self, stack: PageStack) -> None:
        """Offer what was kept of before, to be shown on the pages of `stack`."""
        self._stack = stack
        if self.keeping.earlier:
            self.offer()

    @Slot()
    def offer(self) -> None:
        """Show in the bar what is kept of before; hide the bar where nothing is."""
        self.bar.offer(self.keeping.earlier, self.keeping.now())

    @Slot()
    def take_up_latest(self) -> None:
        """Open the form that was typed into last, with what was typed in it.

        One that cannot be opened does not stand in the way of an earlier one. Where none can
        be, all of it is shown to be copied.
        """
        earlier = self.keeping.earlier
        for kept in earlier:
            form = self._opened(kept.place) if kept.place is not None else None
            if form is not None:
                form.take_up(kept, self._when(kept))
                self.keeping.drop(kept)
                return
        self._show(earlier, _GONE if earlier[0].place is not None else _NO_WAY)

    @Slot()
    def read(self) -> None:
        """Show all that is kept, to be read and copied."""
        self._show(self.keeping.earlier, _ALL)

    @Slot()
    def discard(self) -> None:
        """Let go of all that is kept of before."""
        self.keeping.drop(*self.keeping.earlier)

    def _opened(self, place: FormPlace) -> Any:
        """Return the form of `place`, open and with nothing typed in it yet, or None.

        What opened in its stead, such as the form of a new row for one that is gone, is closed.
        """
        before = self._dialogs()
        if not place.page:
            self._openers.open_again(place)
        elif self._stack is not None:
            self._stack.do_step(Place(place.page, place.case_id), place.way)
        now = self.keeping.now()
        found = None
        for form in self._forms():
            if form.kept_as == place and form.isVisible() and form.kept_form(now) is None:
                found = form
        if found is None:
            for dialog in self._dialogs():
                if dialog not in before:
                    dialog.close()
        return found

    def _dialogs(self) -> list[Any]:
        from sgdesk.ui.dialogs.edit_dialog import EditDialog  # noqa: PLC0415 - when needed

        return [one for one in self._window.findChildren(EditDialog) if one.isVisible()]

    def _forms(self) -> list[Any]:
        from sgdesk.ui.pages.settings_form import SettingsForm  # noqa: PLC0415 - when needed

        return [*self._dialogs(), *self._window.findChildren(SettingsForm)]

    def _show(self, forms: Sequence[KeptForm], why: str) -> None:
        from sgdesk.ui.dialogs.kept_texts_dialog import KeptTextsDialog  # noqa: PLC0415 - seldom

        told = [(one, self._when(one)) for one in forms]
        dialog = KeptTextsDialog(told, why, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _when(self, kept: KeptForm) -> str:
        return moment_words(kept.at, self.keeping.now())
