"""Steps that tests of the main window share: open it, run a command, find what came up."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from sgdesk.ui.main_window import MainWindow
from sgdesk.ui.pages.cases_page import CasesPage
from sgdesk.ui.pages.today_page import TodayPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from sgdesk.ui.context import AppContext


def open_window(qtbot: QtBot, context: AppContext) -> MainWindow:
    """Return the window on show, with Today read."""
    window = MainWindow(context)
    qtbot.addWidget(window)
    window.resize(1440, 900)
    page = window.page
    assert isinstance(page, TodayPage)
    with qtbot.waitSignal(page.loaded):
        window.show()
    return window


def activate(window: QWidget) -> None:
    """Bring `window` to the front, as a click on it does.

    Without a screen nothing hands the front back when a dialog closes.
    """
    if not window.isActiveWindow():
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            QApplication.setActiveWindow(window)
    assert window.isActiveWindow()


def trigger(window: MainWindow, name: str) -> None:
    window.commands.action(name).trigger()


def cases_page(qtbot: QtBot, window: MainWindow) -> CasesPage:
    """Return the case list on show, read."""
    window.go("cases")
    page = window.page
    assert isinstance(page, CasesPage)
    qtbot.waitUntil(lambda: bool(page.list_card.rows()))
    return page


def dialog_on_show(window: MainWindow) -> QDialog:
    (dialog,) = [one for one in window.findChildren(QDialog) if one.isVisible()]
    return dialog
