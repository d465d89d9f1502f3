"""The program as the trials of its processes start it: off the screen, and told by files.

It opens the register by itself where "open.json" lies in the folder of orders; one that names a
case is for the first program alone. "clocks.json" moves its clocks. What it shows it writes there.
"""

from __future__ import annotations

import json
import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QObject, QTimer, qInstallMessageHandler  # noqa: E402
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit  # noqa: E402

from sgdesk.app import idle_watch, window  # noqa: E402
from sgdesk.app.cli import main  # noqa: E402
from sgdesk.app.clock import Clocks, read_clocks  # noqa: E402
from sgdesk.app.locking import hide_everything  # noqa: E402
from sgdesk.store import lock as lock_module  # noqa: E402
from sgdesk.ui.main_window import MainWindow  # noqa: E402
from sgdesk.ui.unlock_window import UnlockWindow  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

ORDERS = Path(os.environ["SGDESK_TRIAL"])
SABOTAGE = os.environ.get("SGDESK_SABOTAGE", "")
POLL_MS = 20


@dataclass
class Moved:
    """Clocks that the trial moves: by a jump, or by so many seconds at each look."""

    running: float = 0.0
    wall: float = 0.0

    def read(self) -> Clocks:
        try:
            told = json.loads((ORDERS / "clocks.json").read_text("ascii"))
        except (OSError, ValueError):
            told = {}
        step = told.get("step", 0.0)
        self.running, self.wall = self.running + step, self.wall + step
        now = read_clocks()
        return Clocks(
            now.running + self.running + told.get("running", 0.0),
            now.wall + self.wall + told.get("wall", 0.0),
        )


def tell(name: str, **what: Any) -> None:
    file = ORDERS / f"{name}.part"
    file.write_text(json.dumps({"pid": os.getpid(), "at": time.monotonic(), **what}), "ascii")
    file.replace(ORDERS / f"{name}.json")


class Driver(QObject):
    """Does what an officer does, one step at each look, and tells each window that comes up."""

    def __init__(self, program: Any) -> None:
        super().__init__(program)
        self.program = program
        self.shown = ""
        self.order: dict[str, Any] = {}
        self.steps: list[Callable[[], bool]] = [self.take_order]
        self.timer = QTimer(self)
        self.timer.timeout.connect(self.look)
        self.timer.start(POLL_MS)

    def look(self) -> None:
        shown = self.program.window
        if shown is not None and shown.isVisible() and type(shown).__name__ != self.shown:
            self.shown = type(shown).__name__
            tell(f"{self.shown}-{os.getpid()}")
        if self.steps and self.steps[0]():
            del self.steps[0]

    def take_order(self) -> bool:
        """Take up what is to be done with an unlock window; without an order, nothing is."""
        if not isinstance(self.program.window, UnlockWindow):
            return False
        orders = ORDERS / "open.json"
        if orders.exists():
            self.order = json.loads(orders.read_text("ascii"))
            self.steps += [self.unlock]
            if "case" in self.order:
                orders.unlink()
                self.steps += [self.open_case, self.open_form, self.type_in, self.pop_up]
        return True

    def unlock(self) -> bool:
        page = self.program.window.passphrase_page
        page.passphrase_edit.setText(self.order["passphrase"])
        page.unlock_button.click()
        tell("unlocking")
        return True

    def open_case(self) -> bool:
        if not isinstance(self.program.window, MainWindow):
            return False
        self.program.window.open_case(UUID(self.order["case"]))
        return True

    def open_form(self) -> bool:
        action = self.program.window.commands.action("edit_case")
        action.trigger()
        return self.form() is not None

    def type_in(self) -> bool:
        edit = self.form().findChild(QLineEdit)
        edit.setFocus()
        edit.setText(self.order["typed"])
        return True

    def pop_up(self) -> bool:
        """Open a menu over the form as well, and paint all there is."""
        bar = self.program.window.menuBar()
        menu = bar.actions()[0].menu()
        menu.popup(bar.mapToGlobal(bar.rect().bottomLeft()))
        for one in QApplication.topLevelWidgets():
            if one.isVisible():
                one.grab()
        tell("ready")
        return True

    def form(self) -> QDialog | None:
        dialogs = self.program.window.findChildren(QDialog)
        return next((one for one in dialogs if one.isVisible()), None)


def lay_over(program: Any) -> None:
    """Lock as a program does that only covers what it shows."""
    cover = UnlockWindow(program.folders.register, now=window.current_moment)
    hide_everything()
    program.window = cover
    cover.show()


def close_only(program: Any) -> None:
    """Lock as a program does that closes the register and goes on."""
    hide_everything()
    program.show_first()


def begin(program: Any, start: Callable[..., None], **how: Any) -> None:
    start(program, **how)
    Driver(program)


def tell_lock(program: Any, lock: Callable[[Any], None]) -> None:
    tell("locking")
    lock(program)


def tell_asked(program: Any, show: Callable[[Any], None]) -> None:
    show(program)
    tell(f"asked-{os.getpid()}")


def set_up() -> None:
    qInstallMessageHandler(lambda *_: None)
    idle_watch.LOOK_MS = 50
    idle_watch.read_clocks = Moved().read
    lock = {"overlay": lay_over, "closed": close_only}.get(SABOTAGE, window.Program.on_lock)
    window.Program.on_lock = lambda program: tell_lock(program, lock)
    start = window.Program.start
    window.Program.start = lambda program, **how: begin(program, start, **how)
    asked = window.Program.on_asked
    window.Program.on_asked = lambda program: tell_asked(program, asked)
    if SABOTAGE == "no lock":
        lock_module._take = lambda _descriptor: None
    if os.geteuid():  # who scans may not read what is private
        window.keep_memory_private = lambda: None


if __name__ == "__main__":
    set_up()
    raise SystemExit(main(sys.argv[1:]))
