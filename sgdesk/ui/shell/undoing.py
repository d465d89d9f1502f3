"""The command that takes the last save back: named after that save, off while there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from sgdesk.ui.dialogs.moving_dates import save_asking

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from sgdesk.services.outcomes import Changes
    from sgdesk.ui.context import AppContext

_NOTHING = "&Undo"


class Undoing(QObject):
    """In a text field Ctrl+Z takes typing back, as everywhere; elsewhere the last save."""

    case_lost = Signal(object)
    """The id of a case that was just recorded, and is gone with that."""

    def __init__(self, context: AppContext, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._action: QAction | None = None

    def name(self, action: QAction) -> None:
        """Let `action` say from now on what it would take back."""
        self._action = action
        action.setText(_NOTHING)
        action.setEnabled(False)
        self._context.changed.connect(self._on_changed)

    @Slot()
    def undo(self) -> None:
        """Take the last save back, or do it again if it was taken back before."""
        from sgdesk.services.held_cases import read_held_cases  # noqa: PLC0415 - when needed
        from sgdesk.services.undo import last_change, undo  # noqa: PLC0415 - as above

        register = self._context.register
        offer = last_change(register)
        if offer is None:
            return

        def tell(changes: Changes) -> None:
            for case_id in changes.case_ids:
                if not read_held_cases(register, case_id):
                    self.case_lost.emit(case_id)
            self._context.apply(changes)

        save_asking(self._context, lambda: undo(register, offer), self._window, then=tell)

    @Slot(object)
    def _on_changed(self, _changes: object) -> None:
        from sgdesk.services.undo import last_change  # noqa: PLC0415 - after the first save

        if self._action is not None:
            offer = last_change(self._context.register)
            self._action.setText(offer.words.replace("&", "&&") if offer else _NOTHING)
            self._action.setEnabled(offer is not None)
