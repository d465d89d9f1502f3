"""Reminders outside the window, and the choices that the officer has."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from page_registers import empty_context
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from sgdesk.config.settings import Settings
from sgdesk.ui.pages.settings_reminders import RemindersSection
from sgdesk.ui.shell import outside_notice
from sgdesk.ui.shell.outside_notice import OutsideNotice

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from sgdesk.ui.context import AppContext

WORDS = "3 deadlines are overdue and 1 is due today."


@pytest.fixture
def context(tmp_path: Path) -> Iterator[AppContext]:
    yield from empty_context(tmp_path)


def next_day(context: AppContext) -> None:
    day = context.today() + timedelta(days=1)
    context.today = lambda: day


class Tray(QSystemTrayIcon):
    """Keeps what is shown, for there is no tray here."""

    told: list[tuple[str, str]]
    is_there = True
    is_shown = False

    def show(self) -> None:
        self.is_shown = True

    def hide(self) -> None:
        self.is_shown = False

    @staticmethod
    def isSystemTrayAvailable() -> bool:  # noqa: N802 - Qt's name
        return Tray.is_there

    def showMessage(self, title: str, words: str, _icon: object) -> None:  # noqa: N802 - as above
        Tray.told.append((title, words))


@pytest.fixture
def alerts(monkeypatch: pytest.MonkeyPatch) -> list[QWidget]:
    """The windows that asked for attention, while no window of the program is in front."""
    asked: list[QWidget] = []
    monkeypatch.setattr(QApplication, "alert", asked.append)
    monkeypatch.setattr(QApplication, "activeWindow", lambda: None)
    monkeypatch.setattr(outside_notice, "QSystemTrayIcon", Tray)
    monkeypatch.setattr(Tray, "told", [], raising=False)
    monkeypatch.setattr(Tray, "is_there", True)
    return asked


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


def test_outside_the_window_the_same_words_are_told(
    qtbot: QtBot, window: QWidget, alerts: list[QWidget]
) -> None:
    outside = OutsideNotice(window)
    outside.take_back()
    outside.tell(WORDS)
    outside.tell(WORDS)
    assert alerts == [window, window]
    assert Tray.told == [("SGDesk", WORDS)] * 2
    (tray,) = outside.findChildren(Tray)
    assert tray.is_shown
    assert tray.toolTip() == "SGDesk"
    window.showMinimized()
    with qtbot.waitSignal(outside.clicked):
        tray.messageClicked.emit()
    assert not window.isMinimized()
    outside.take_back()
    assert not tray.is_shown


def test_a_desktop_without_a_tray_still_has_a_taskbar(
    window: QWidget, alerts: list[QWidget], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Tray, "is_there", False)
    outside = OutsideNotice(window)
    outside.tell(WORDS)
    assert alerts == [window]
    assert Tray.told == []


def test_an_officer_who_is_in_the_program_is_not_told_outside(
    window: QWidget, alerts: list[QWidget], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QApplication, "activeWindow", lambda: window)
    OutsideNotice(window).tell(WORDS)
    assert alerts == []
    assert Tray.told == []


def test_the_settings_hold_at_once(qtbot: QtBot, context: AppContext) -> None:
    section = RemindersSection(context)
    qtbot.addWidget(section)
    section.show()
    assert section.on_check.isChecked()

    section.time_combo.set_value("14:30")
    section.outside_check.click()
    assert (context.settings.remind_at, context.settings.reminds_outside) == ("14:30", False)
    section.on_check.click()
    assert context.settings == replace(
        Settings(), is_reminding=False, remind_at="14:30", reminds_outside=False
    )
    assert not section.time_combo.isEnabled()
    assert not section.outside_check.isEnabled()


def test_a_wish_for_quiet_is_shown_and_can_be_taken_back(qtbot: QtBot, context: AppContext) -> None:
    section = RemindersSection(context)
    qtbot.addWidget(section)
    section.show()
    assert not section.speak_button.isVisible()
    context.change_settings(quiet_on="2026-11-23")
    assert section.quiet_label.isVisible()

    section.speak_button.click()

    assert context.settings.quiet_on == ""
    assert not section.quiet_label.isVisible()
    context.change_settings(quiet_on="2026-11-23")
    next_day(context)
    section.reload()
    assert not section.quiet_label.isVisible()
