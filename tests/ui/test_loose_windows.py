"""No piece of a window flickers on screen as a window of its own while the window is built."""

from __future__ import annotations

from datetime import date

import pytest
from page_registers import practice_context
from page_samples import TODAY
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QDialog, QMainWindow, QWidget
from window_steps import open_window

from sgdesk.records.moved_dates import KeptDate, MovedDate, Recalculation
from sgdesk.services.case_list import list_cases
from sgdesk.ui.dialogs.copy_out_dialog import CopyOutDialog
from sgdesk.ui.dialogs.moved_dates_dialog import MovedDatesDialog
from sgdesk.ui.shell.page_stack import PAGES


class LooseWindows(QObject):
    """Notes every widget that is shown without a parent and is no window by design."""

    def __init__(self):
        super().__init__()
        self.found = []

    def eventFilter(self, watched, event):  # noqa: N802 - as Qt calls it
        if (
            event.type() == QEvent.Type.Show
            and isinstance(watched, QWidget)
            and watched.isWindow()
            and not isinstance(watched, QDialog | QMainWindow)
        ):
            self.found.append(type(watched).__name__)
        return False


@pytest.fixture
def context():
    yield from practice_context()


@pytest.fixture
def loose(qapp):
    loose = LooseWindows()
    qapp.installEventFilter(loose)
    yield loose
    qapp.removeEventFilter(loose)


def test_a_button_without_a_parent_is_noticed(qtbot, loose):
    button = QWidget()
    qtbot.addWidget(button)
    button.show()

    assert loose.found == ["QWidget"]


def test_the_pages_and_a_case_with_all_its_tabs_are_built_out_of_sight(qtbot, context, loose):
    window = open_window(qtbot, context)
    for entry in PAGES:
        window.go(entry.key)
    window.go("settings")
    for row in range(window.page.section_list.count()):
        window.page.section_list.setCurrentRow(row)
    case = list_cases(context.register, today=TODAY)[0]
    window.open_case(case.case_id)
    tabs, keys = window.page.tabs, window.page.tabs.keys()
    for key in keys:
        tabs.show_tab(key)

    assert loose.found == []


def test_dialogs_are_built_out_of_sight(qtbot, context, loose):
    case_id = list_cases(context.register, today=TODAY)[0].case_id
    moved = MovedDate(case_id, "ZZ1", "RR-15", "Rapid Review", TODAY, date(2026, 12, 2), "Cause")
    kept = KeptDate(case_id, "ZZ1", "SIN-5", "Notify", TODAY, "Met")
    for dialog in (
        MovedDatesDialog(Recalculation((moved,), (kept,))),
        CopyOutDialog(context, case_id),
    ):
        qtbot.addWidget(dialog)

    assert loose.found == []
