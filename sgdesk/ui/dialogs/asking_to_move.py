"""Opens the list of due dates that a save would move, and saves once it is agreed to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from sgdesk.records.moved_dates import MovesDatesError
    from sgdesk.ui.dialogs.moved_dates_dialog import MovedDatesDialog


def ask_to_move(
    error: MovesDatesError, save: Callable[[], object], widget: QWidget
) -> MovedDatesDialog:
    """Return the open list of what a save would move; `save` is called again if it is applied.

    Dates that would move otherwise by then are shown anew, not moved.
    """
    from sgdesk.ui.dialogs.moved_dates_dialog import MovedDatesDialog  # noqa: PLC0415 - seldom

    dialog = MovedDatesDialog(error.recalculation, widget.window())

    def apply() -> None:
        with error.agreed():
            save()

    dialog.accepted.connect(apply)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
