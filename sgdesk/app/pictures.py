"""Pictures of the windows and pages on paper, made where there is no screen and no printer."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QThreadPool

from sgdesk.app.offscreen import offscreen_application
from sgdesk.config.settings import Settings
from sgdesk.services.case_list import list_cases
from sgdesk.services.deadline_reports import deadline_report
from sgdesk.services.deadlines import list_deadlines
from sgdesk.ui.context import AppContext
from sgdesk.ui.look.theme import Scheme, Theme
from sgdesk.ui.main_window import MainWindow
from sgdesk.ui.printing.printers import make_file_printer, paint_paper
from sgdesk.ui.tasks import wait_for_work

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path
    from uuid import UUID

    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QApplication

    from sgdesk.services.register import Register

_WIDTH, _HEIGHT = 1440, 900
_LONG_MS = 20
"""Events that take longer have done something, after which a page may rest before it reads."""
_QUIET_MS = 90
"""Longer than a page waits before it reads what was chosen in its list."""


def print_to_file(register: Register, target: Path, *, today: date) -> int:
    """Print all deadlines through the printing system to a PDF; return how many pages.

    Raises `UserError` if `target` cannot be written.
    """
    _dressed_application()
    rows = list_deadlines(register, today=today)
    report = deadline_report(register, rows, today=today)
    return paint_paper(report, make_file_printer(target))


def picture_of_main_window(register: Register, *, today: date) -> QImage:
    """Return the main window as it looks when its first page has been read."""
    with _window(register, today) as window:
        return window.grab().toImage()


def draw_main_windows(register: Register, folder: Path, *, today: date) -> list[Path]:
    """Write a PNG of each main page and of the page of a case; return their paths."""
    drawn = []
    app = _dressed_application()
    with _window(register, today) as window:
        for key in ("today", "cases", "case", "deadlines", "publications", "settings"):
            if key == "case":
                window.open_case(_first_open_case(register, today))
            else:
                window.go(key)
            settle(app)
            target = folder / f"{key}.png"
            if not window.grab().save(str(target)):
                raise OSError(f"{target.name} could not be written")
            drawn.append(target)
    return drawn


@contextmanager
def _window(register: Register, today: date) -> Iterator[MainWindow]:
    """Open the main window over `register` until its data has arrived, and close it after."""
    app = _dressed_application()
    context = AppContext(register, lambda: today, settings=Settings(is_reminding=False))
    window = MainWindow(context)
    window.resize(_WIDTH, _HEIGHT)
    window.show()
    try:
        settle(app)
        yield window
    finally:
        window.close()
        window.deleteLater()
        context.deleteLater()


def _dressed_application() -> QApplication:
    """Return the application in the light look, whatever the system prefers."""
    app = offscreen_application()
    theme = app.findChild(Theme)
    if isinstance(theme, Theme):
        theme.set_scheme(Scheme.LIGHT)
    else:
        Theme(app, Scheme.LIGHT)
    return app


def settle(app: QApplication) -> None:
    """Return when no work has run in the background for as long as a page lets a choice rest."""
    quiet = QElapsedTimer()
    quiet.start()
    while quiet.elapsed() < _QUIET_MS:
        is_busy = QThreadPool.globalInstance().activeThreadCount() > 0
        wait_for_work()
        before = quiet.elapsed()
        app.processEvents()  # which may take long, and begin work or a rest at its end
        was_long = quiet.elapsed() - before > _LONG_MS
        if is_busy or was_long or QThreadPool.globalInstance().activeThreadCount() > 0:
            quiet.restart()


def _first_open_case(register: Register, today: date) -> UUID:
    return next(row.case_id for row in list_cases(register, today=today) if row.is_open)
