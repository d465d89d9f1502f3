"""Every control of Today and Cases that the keyboard reaches has a name to be read out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from page_registers import practice_context
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from sgdesk.ui.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from sgdesk.ui.context import AppContext


@pytest.fixture
def context() -> Iterator[AppContext]:
    yield from practice_context()


def spoken(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


@pytest.mark.parametrize("key", ["today", "cases"])
def test_every_control_has_a_name(qtbot: QtBot, context: AppContext, key: str) -> None:
    window = MainWindow(context)
    qtbot.addWidget(window)
    window.resize(1440, 900)
    with qtbot.waitSignal(window.page.loaded):
        window.show()
    window.go(key)
    qtbot.waitUntil(lambda: bool(window.page.isVisible()))
    controls = [
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
    ]

    silent = [f"{type(one).__name__} {one.objectName()}" for one in controls if not spoken(one)]

    assert len(controls) > 8
    assert silent == []


def test_rows_of_the_list_are_read_out_whole(qtbot: QtBot, context: AppContext) -> None:
    window = MainWindow(context)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.page.loaded):
        window.show()
    table = window.page.due_card.table
    row = window.page.due_card.rows()[0]
    model = table.model()

    said = [
        model.index(1, column).data(Qt.ItemDataRole.AccessibleTextRole)
        for column in range(model.columnCount())
    ]

    assert row.reference in " ".join(said)
    assert row.standing_words in said
