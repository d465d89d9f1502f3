"""A line for a passphrase takes what is typed in it, and nothing that is typed elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from sgdesk.ui.widgets.seal_fields import SealFields
from sgdesk.ui.widgets.secret_edit import SecretEdit
from sgdesk.ui.wizards.new_passphrase import NewPassphrase

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def _shown(qtbot: QtBot, widget: QWidget) -> QWidget:
    window = QWidget()
    QVBoxLayout(window).addWidget(widget)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def test_letters_typed_on_the_button_do_not_reach_the_line(qtbot: QtBot) -> None:
    edit = SecretEdit()
    window = _shown(qtbot, edit)
    edit.setFocus()
    QTest.keyClicks(edit, "four horses")
    edit.show_button.setFocus()
    QTest.keyClicks(edit.show_button, "maps")
    assert edit.text() == "four horses"
    assert window.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_press_the_button_and_send_nothing_off(qtbot: QtBot, key: Qt.Key) -> None:
    edit = SecretEdit()
    sent: list[None] = []
    edit.returnPressed.connect(lambda: sent.append(None))
    window = _shown(qtbot, edit)
    edit.show_button.setFocus()
    QTest.keyClick(edit.show_button, key)
    assert edit.echoMode() == QLineEdit.EchoMode.Normal
    assert not sent
    assert window.isVisible()


@pytest.mark.parametrize("kind", [NewPassphrase, SealFields])
def test_tab_leads_from_the_first_line_to_the_second(
    qtbot: QtBot, kind: type[NewPassphrase | SealFields]
) -> None:
    fields = kind()
    window = _shown(qtbot, fields)
    fields.first_edit.setFocus()
    reached = []
    for _ in range(4):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    first, second = fields.first_edit, fields.second_edit
    assert reached == [second, first.show_button, second.show_button, fields.suggest_button]
