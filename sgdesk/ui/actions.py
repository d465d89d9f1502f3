"""The commands of the program: one registry for menus, shortcuts and the command palette."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QAction, QKeySequence

from sgdesk.ui.look.icons import icon

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget


class Command(NamedTuple):
    name: str
    words: str
    """As the menu writes it, with & before the letter that Alt reaches."""
    shortcut: str = ""
    icon: str = ""
    further_words: str = ""
    """Other words that the palette finds it by."""

    @property
    def plain_words(self) -> str:
        return self.words.replace("&&", "\0").replace("&", "").replace("\0", "&")


class Commands:
    """Holds each command once. Its shortcut works wherever the focus is in `window`."""

    def __init__(self, window: QWidget) -> None:
        self.window = window
        self._commands: dict[str, Command] = {}
        self._actions: dict[str, QAction] = {}

    def add(self, command: Command, run: Callable[[], object]) -> QAction:
        """Register `command`; `run` is called without arguments when it is triggered."""
        action = QAction(command.words, self.window)
        action.setObjectName(command.name)
        if command.shortcut:
            action.setShortcuts([QKeySequence(keys) for keys in command.shortcut.split(" | ")])
        if command.icon:
            action.setIcon(icon(command.icon))
        action.triggered.connect(lambda _checked=False: run())
        self.window.addAction(action)
        self._commands[command.name] = command
        self._actions[command.name] = action
        return action

    def action(self, name: str) -> QAction:
        """Return the action of the command `name`; an unknown one is a programming error."""
        return self._actions[name]

    def usable(self) -> Iterator[tuple[Command, QAction]]:
        """Yield the commands that can run now, in the order in which they were added."""
        for name, command in self._commands.items():
            if self._actions[name].isEnabled():
                yield command, self._actions[name]
