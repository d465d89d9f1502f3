"""Commands are registered once, with their shortcut, and can be found and run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from sgdesk.ui.actions import Command, Commands

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


def test_a_command_runs_without_arguments(window: QWidget) -> None:
    ran: list[str] = []
    action = Commands(window).add(Command("go", "&Go"), lambda: ran.append("went"))

    action.trigger()

    assert ran == ["went"]


def test_a_command_can_have_two_shortcuts(window: QWidget) -> None:
    action = Commands(window).add(Command("filter", "&Filter", "Ctrl+F | /", "list"), lambda: None)

    assert [keys.toString() for keys in action.shortcuts()] == ["Ctrl+F", "/"]
    assert not action.icon().isNull()
    assert action in window.actions()


def test_only_what_can_run_now_is_offered(window: QWidget) -> None:
    commands = Commands(window)
    commands.add(Command("one", "One"), lambda: None)
    commands.add(Command("two", "Two"), lambda: None).setEnabled(False)

    assert [command.name for command, _ in commands.usable()] == ["one"]
    assert commands.action("two").text() == "Two"


@pytest.mark.parametrize(
    ("words", "plain"), [("&New case…", "New case…"), ("Text", "Text"), ("A && B", "A & B")]
)
def test_words_lose_the_mark_of_their_key(words: str, plain: str) -> None:
    assert Command("name", words).plain_words == plain
