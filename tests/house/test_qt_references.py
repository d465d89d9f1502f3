"""PySide6 built against other headers loses a reference at each call, and then the program."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

TIMES = 100
FEW = 10  # what the interpreter itself takes or gives meanwhile


class Bell(QObject):
    rung = Signal()


def test_calls_into_qt_leave_the_references_of_none_as_they_were(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _ in range(TIMES):
        label.setText("Due today")
    assert abs(sys.getrefcount(None) - before) < FEW


def test_signals_leave_the_references_of_true_as_they_were() -> None:
    bell = Bell()
    bell.rung.connect(lambda: None)
    before = sys.getrefcount(True)
    for _ in range(TIMES):
        bell.rung.emit()
    assert abs(sys.getrefcount(True) - before) < FEW
