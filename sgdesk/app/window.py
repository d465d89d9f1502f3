"""The program with its windows: first start, unlocking, the register, locking."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QProcess, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from sgdesk.app.clock import current_day, current_moment
from sgdesk.config.logs import start_log
from sgdesk.config.openings import last_opening, note_opening
from sgdesk.config.paths import own_folders
from sgdesk.config.settings import load_settings, save_settings
from sgdesk.services.register import register_exists
from sgdesk.ui.context import AppContext
from sgdesk.ui.look.theme import Scheme, Theme
from sgdesk.ui.main_window import MainWindow

if TYPE_CHECKING:
    from types import TracebackType

    from sgdesk.config.settings import Settings
    from sgdesk.services.register import Register

_log = logging.getLogger(__name__)


def run_window(*, is_practice: bool) -> int:
    """Show the program until it is closed; return the exit status."""
    os.umask(0o077)
    app = make_application()
    program = Program(app)
    sys.excepthook = program.on_unexpected
    program.start(is_practice=is_practice)
    status = app.exec()
    program.close_register()
    return status


def make_application() -> QApplication:
    """Return the toolkit's application, made once in a process."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    QCoreApplication.setApplicationName("sgdesk")
    QGuiApplication.setApplicationDisplayName("SGDesk")
    return app


class Program(QObject):
    """Holds the one window on show and the register that is open behind it."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.folders = own_folders().make()
        start_log(self.folders.logs)
        self.settings: Settings = load_settings(self.folders.settings)
        self.theme = Theme(app, Scheme(self.settings.scheme), self.settings.text_scale)
        self.theme.set_comfortable(is_comfortable=self.settings.is_comfortable)
        self.register: Register | None = None
        self.context: AppContext | None = None
        self.window: QWidget | None = None

    def start(self, *, is_practice: bool) -> None:
        """Show the first window: practice, unlocking, or the first-start wizard."""
        if is_practice:
            self.open_practice()
        elif register_exists(self.folders.register):
            self.show_unlock_window()
        else:
            self.show_start_wizard()

    @Slot()
    def show_unlock_window(self) -> None:
        from sgdesk.ui.unlock_window import UnlockWindow  # noqa: PLC0415 - one of three

        window = UnlockWindow(self.folders.register, now=current_moment)
        window.register_opened.connect(self.on_register_opened)
        window.practice_asked.connect(self.open_practice)
        self._show(window)

    @Slot()
    def show_start_wizard(self) -> None:
        from sgdesk.ui.wizards.start_wizard import StartWizard  # noqa: PLC0415 - one of three

        window = StartWizard(self.folders.register, now=current_moment, today=current_day)
        window.register_opened.connect(self.on_register_opened)
        window.practice_asked.connect(self.open_practice)
        self._show(window)

    @Slot()
    def open_practice(self) -> None:
        from sgdesk.services.practice import open_practice  # noqa: PLC0415 - loads the ORM

        self._show_register(
            open_practice(today=current_day(), now=current_moment, cache=self.folders.cache)
        )

    @Slot(object)
    def on_register_opened(self, register: Register) -> None:
        register.opened_before = last_opening(self.folders.settings)
        note_opening(self.folders.settings, current_moment())
        self._show_register(register)

    @Slot()
    def on_leave_practice(self) -> None:
        self.close_register()
        self.start(is_practice=False)

    @Slot()
    def on_lock(self) -> None:
        """End this process, which holds the data, and let a fresh one ask for the passphrase."""
        self.close_register()
        QProcess.startDetached(*_own_command())
        QCoreApplication.quit()

    @Slot(object)
    def on_settings_changed(self, settings: Settings) -> None:
        self.settings = settings
        self.theme.set_scheme(Scheme(settings.scheme))
        self.theme.set_text_scale(settings.text_scale)
        self.theme.set_comfortable(is_comfortable=settings.is_comfortable)

    def close_register(self) -> None:
        """Let go of the register, if one is open."""
        if self.register is not None:
            self.register.close()
            self.register = None

    def on_unexpected(
        self,
        _kind: type[BaseException],
        error: BaseException,
        _trace: TracebackType | None,
    ) -> None:
        """Log what nobody expected, without its text, and tell the officer."""
        _log.error("unexpected", exc_info=error)
        if self.context is not None:
            self.context.report(error)

    def _show_register(self, register: Register) -> None:
        self.register = register
        self.context = AppContext(
            register, current_day, settings=self.settings, keep=self._keep, parent=self
        )
        self.context.settings_changed.connect(self.on_settings_changed)
        window = MainWindow(self.context)
        window.lock_asked.connect(self.on_lock)
        window.leave_practice_asked.connect(self.on_leave_practice)
        window.start_for_real_asked.connect(self.on_leave_practice)
        self._show(window)

    def _keep(self, settings: Settings) -> None:
        save_settings(self.folders.settings, settings)

    def _show(self, window: QWidget) -> None:
        """Show `window` and put the one before it away."""
        before, self.window = self.window, window
        window.show()
        if before is not None:
            before.close()
            before.deleteLater()


def _own_command() -> tuple[str, list[str]]:
    """Return the program and the arguments that start a fresh SGDesk, still locked."""
    if getattr(sys, "frozen", False):
        return sys.executable, []
    return sys.executable, [str(Path(sys.argv[0]).resolve())]
