"""The list of dates that would move, as tests find and answer it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from sgdesk.ui.dialogs.moved_dates_dialog import MovedDatesDialog

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def moves_list(qtbot: QtBot) -> MovedDatesDialog:
    """Return the list on show, once it is there."""
    qtbot.waitUntil(lambda: bool(_shown()))
    return _shown()[-1]


def apply_moves(qtbot: QtBot) -> MovedDatesDialog:
    """Apply what the list on show tells of; return the list."""
    dialog = moves_list(qtbot)
    dialog.apply_button.click()
    return dialog


def _shown() -> list[MovedDatesDialog]:
    found = QApplication.topLevelWidgets()
    return [one for one in found if isinstance(one, MovedDatesDialog) and one.isVisible()]
