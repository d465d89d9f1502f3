"""One start of a window, told on standard output when it is on screen and when it has its data.

`bench_window.py bare` shows a plain window of the toolkit; `bench_window.py REGISTER` shows
SGDesk's main window over a register made by `bench_register`, as the program does: Today first,
then the case list, as if the officer clicked on it. A line follows each step, the last the
memory in MiB.
"""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication


def show_bare() -> int:
    """Show a window with one label."""
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    app = QApplication([])
    window = telling(QMainWindow)()
    window.setCentralWidget(QLabel("A bare window"))
    window.resize(1440, 900)
    window.show()
    wait_for_frame(app, window)
    print(f"{peak_mib():.0f}", flush=True)
    return 0


def show_sgdesk(path: Path) -> int:
    """Show the main window, wait for the rows of Today and of the case list, and say so."""
    from sgdesk.app.collecting import Collector
    from sgdesk.app.window import make_application
    from sgdesk.config.paths import own_folders
    from sgdesk.services.register import Register
    from sgdesk.store.engine import Store
    from sgdesk.ui.context import AppContext
    from sgdesk.ui.look.theme import Scheme, Theme
    from sgdesk.ui.main_window import MainWindow

    app = make_application()
    collector = Collector(app)
    Theme(app, Scheme.LIGHT)
    register = Register(
        Store.open(path, bytes(range(32))),
        path.parent,
        now=lambda: datetime.now(UTC),
        cache=own_folders().make().cache,
    )
    context = AppContext(register, lambda: date(2026, 11, 23))
    window = telling(MainWindow)(context)
    window.resize(1440, 900)
    window.show()
    wait_for_frame(app, window)
    wait_for_rows(app, window)
    print("today", flush=True)
    window.go("cases")
    wait_for_rows(app, window)
    print("cases", flush=True)
    print(f"{peak_mib():.0f}", flush=True)
    window.close()
    register.close()
    collector.stop()
    return 0


def telling(kind: Any) -> Any:
    """Return the same window, which says "shown" when it has been painted once."""
    from PySide6.QtCore import QTimer

    class Telling(kind):  # type: ignore[misc]
        is_shown = False

        def paintEvent(self, event: QPaintEvent) -> None:
            if not self.is_shown:  # before what the window itself does after its first frame
                QTimer.singleShot(0, self.tell)
            super().paintEvent(event)

        def tell(self) -> None:
            if not self.is_shown:
                self.is_shown = True
                print("shown", flush=True)

    return Telling


def wait_for_frame(app: QApplication, window: Any) -> None:
    while not window.is_shown:
        app.processEvents()


def wait_for_rows(app: QApplication, window: Any) -> None:
    """Return when a list on the page on show has its rows, painted."""
    from PySide6.QtCore import QEventLoop

    while not is_filled(window.page):
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    app.processEvents()


def peak_mib() -> float:
    """Return the largest memory this process has had; 0 where the system does not tell.

    The system's record of a process counts what it was forked from; the kernel's page on it
    does not.
    """
    status = Path("/proc/self/status")
    if not status.exists():
        return 0.0
    lines = dict(line.split(":", 1) for line in status.read_text("ascii").splitlines())
    return int(lines["VmHWM"].split()[0]) / 1024


def is_filled(page: object) -> bool:
    """Return whether a list on the page has its rows."""
    from PySide6.QtWidgets import QTableView, QWidget

    if not isinstance(page, QWidget):
        return False
    views = page.findChildren(QTableView)
    return any(view.model() is not None and view.model().rowCount() > 0 for view in views)


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        raise SystemExit(show_bare())
    raise SystemExit(show_sgdesk(Path(sys.argv[1])))
