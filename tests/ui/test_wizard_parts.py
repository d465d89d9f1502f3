"""The small widgets that wizards are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from wizard_samples import CHEAP, TODAY, add_briefing, make_register, now

from sgdesk.errors import UserError
from sgdesk.records.exports import DocumentKind
from sgdesk.services.packs import make_pack
from sgdesk.ui.context import AppContext
from sgdesk.ui.unlock_window import UnlockWindow
from sgdesk.ui.wizards.check_card import CheckCard
from sgdesk.ui.wizards.export_wizard import ExportWizard
from sgdesk.ui.wizards.icon_line import IconLine
from sgdesk.ui.wizards.import_wizard import ImportWizard
from sgdesk.ui.wizards.notice import Notice
from sgdesk.ui.wizards.start_wizard import StartWizard

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


def nameless(window: QWidget) -> list[str]:
    """Return what the keyboard can reach in `window` and a screen reader cannot name."""
    found = []
    for widget in window.findChildren(QWidget):
        if widget.isHidden():
            continue
        if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus or widget.focusProxy():
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if not interface.text(QAccessible.Text.Name):
            found.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    return found


def test_everything_that_the_keyboard_reaches_has_a_name(qtbot: QtBot, tmp_path: Path) -> None:
    register, _key = make_register(tmp_path)
    add_briefing(register, "ZZTS2024-25-03")
    context = AppContext(register, lambda: TODAY)
    windows = (
        StartWizard(tmp_path, now=now, today=lambda: TODAY, cost=CHEAP),
        UnlockWindow(tmp_path, now=now, cost=CHEAP),
        ImportWizard(context),
        ExportWizard(context),
    )
    for window in windows:
        qtbot.addWidget(window)
    qtbot.waitUntil(lambda: not windows[-1].is_working)
    assert [nameless(window) for window in windows] == [[], [], [], []]
    register.close()


def test_a_notice_says_its_kind_in_words_and_hides_when_it_is_cleared(qtbot: QtBot) -> None:
    notice = Notice()
    qtbot.addWidget(notice)
    assert notice.isHidden()

    notice.show_warning("No printer was found.", "Write it down.")
    assert notice.text() == "No printer was found. Write it down."
    assert notice.accessibleName() == notice.text()
    assert notice.property("role") == "warnings"

    notice.show_trouble(UserError("The disk is full."))
    assert notice.property("role") == "problems"
    assert notice.text() == "The disk is full."

    notice.clear()
    assert notice.isHidden()
    assert notice.text() == ""


def test_a_check_card_is_a_check_box_for_keyboard_and_mouse(qtbot: QtBot) -> None:
    card = CheckCard("Deck", "Slides with notes", "presentation")
    qtbot.addWidget(card)
    card.show()
    assert card.accessibleDescription() == "Slides with notes"

    qtbot.keyClick(card, Qt.Key.Key_Space)
    assert card.isChecked()
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=card.rect().center())
    assert not card.isChecked()
    assert not card.grab().isNull()


def test_an_icon_line_without_a_title_keeps_no_room_for_it(qtbot: QtBot) -> None:
    line = IconLine("lock", "", "Nothing leaves this laptop.")
    qtbot.addWidget(line)
    assert line.title_label.isHidden()
    line.set_second("")
    assert line.second_label.isHidden()


def test_every_check_of_an_export_has_words_for_when_it_fails(tmp_path: Path) -> None:
    register, _key = make_register(tmp_path)
    briefing = add_briefing(register, "ZZTS2024-25-03")
    pack = make_pack(register, [briefing], frozenset(DocumentKind), today=TODAY)
    register.close()
    for check in pack.report.checks:
        assert check.finding not in ("", check.title)
        assert check.advice
