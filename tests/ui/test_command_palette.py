"""Ctrl+K: the typing stays in the field, the keys choose in the list, Enter runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from page_registers import TROUBLE, practice_context
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget

from sgdesk.errors import UserError
from sgdesk.services.case_list import list_cases
from sgdesk.ui.actions import Command, Commands
from sgdesk.ui.dialogs import command_palette
from sgdesk.ui.dialogs.command_palette import CommandPalette

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from sgdesk.ui.context import AppContext


class Bench:
    """A palette over a plain window, with the commands that ran."""

    def __init__(self, qtbot: QtBot, context: AppContext) -> None:
        self.ran: list[str] = []
        self.window = QWidget()
        self.window.resize(1200, 800)
        qtbot.addWidget(self.window)
        commands = Commands(self.window)
        for name, words, keys in (
            ("new_case", "&New case…", "Ctrl+N"),
            ("print", "&Print list…", "Ctrl+P | Ctrl+Shift+P"),
            ("palette", "&Search and commands…", "Ctrl+K"),
        ):
            commands.add(Command(name, words, keys), lambda one=name: self.ran.append(one))
        commands.add(Command("off", "&Off"), lambda: None).setEnabled(False)
        self.window.show()
        self.palette = CommandPalette(context, commands, self.window)
        self.palette.open()

    def words(self) -> list[str]:
        model = self.palette.table.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


@pytest.fixture
def context() -> Iterator[AppContext]:
    yield from practice_context()


@pytest.fixture
def bench(qtbot: QtBot, context: AppContext) -> Bench:
    return Bench(qtbot, context)


def wait_for_cases(qtbot: QtBot, bench: Bench) -> None:
    qtbot.waitUntil(lambda: bool(bench.palette._cases))


def test_the_commands_that_can_run_are_there_at_once(bench: Bench) -> None:
    assert bench.words() == ["Commands, 2", "New case…", "Print list…"]
    assert bench.palette.table.chosen_record().words == "New case…"


def test_the_first_shortcut_stands_beside_the_command(bench: Bench) -> None:
    assert bench.palette.table.model().index(2, 1).data() == "Ctrl+P"


def test_enter_runs_what_is_chosen_and_closes(qtbot: QtBot, bench: Bench) -> None:
    qtbot.keyClick(bench.palette.search_edit, Qt.Key.Key_Down)
    qtbot.keyClick(bench.palette.search_edit, Qt.Key.Key_Return)

    assert bench.ran == ["print"]
    assert not bench.palette.isVisible()


def test_typing_narrows_and_a_click_runs(qtbot: QtBot, bench: Bench) -> None:
    qtbot.keyClicks(bench.palette.search_edit, "prin")
    table = bench.palette.table
    place = table.visualRect(table.model().index(1, 0)).center()

    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert bench.ran == ["print"]


def test_a_case_is_found_by_its_reference_and_opens(
    qtbot: QtBot, bench: Bench, context: AppContext
) -> None:
    row = list_cases(context.register, today=context.today())[2]
    wait_for_cases(qtbot, bench)
    qtbot.keyClicks(bench.palette.search_edit, row.reference.lower())

    with qtbot.waitSignal(bench.palette.case_asked) as asked:
        qtbot.keyClick(bench.palette.search_edit, Qt.Key.Key_Return)

    assert asked.args == [row.case_id]


def test_nothing_found_says_what_to_try(qtbot: QtBot, bench: Bench) -> None:
    qtbot.keyClicks(bench.palette.search_edit, "xyzzy")

    assert bench.words() == []
    assert bench.palette.hint_label.text().startswith("Nothing found.")
    qtbot.keyClick(bench.palette.search_edit, Qt.Key.Key_Return)
    assert bench.palette.isVisible()


def test_the_palette_lies_within_the_window(bench: Bench) -> None:
    inside = bench.window.geometry()

    assert inside.contains(bench.palette.geometry())


def test_the_palette_closes_when_another_window_comes_to_the_front(bench: Bench) -> None:
    QApplication.sendEvent(bench.palette, QEvent(QEvent.Type.ActivationChange))

    assert bench.palette.isVisible() == bench.palette.isActiveWindow()


def test_cases_that_cannot_be_read_leave_the_commands(
    qtbot: QtBot, context: AppContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_register: object, **_today: object) -> None:
        raise UserError("The register cannot be read.")

    monkeypatch.setattr(command_palette, "list_cases", refuse)
    context.setProperty(TROUBLE, True)

    with qtbot.waitSignal(context.troubled):
        bench = Bench(qtbot, context)

    assert bench.words() == ["Commands, 2", "New case…", "Print list…"]
