"""The program with its windows: first start, unlocking, the register, locking."""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QProcess, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from sgdesk.app.clock import current_day, current_moment
from sgdesk.app.collecting import Collector
from sgdesk.app.failures import Failures
from sgdesk.config.logs import start_log
from sgdesk.config.openings import last_opening, note_opening
from sgdesk.config.paths import own_folders
from sgdesk.config.settings import load_settings, save_settings
from sgdesk.errors import UserError
from sgdesk.services.private_folders import sweep_left_folders
from sgdesk.services.register import register_exists
from sgdesk.ui.context import AppContext
from sgdesk.ui.errors import trouble_of
from sgdesk.ui.look.theme import Scheme, Theme
from sgdesk.ui.main_window import MainWindow
from sgdesk.ui.tasks import wait_for_work

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from sgdesk.config.settings import Settings
    from sgdesk.services.register import Register
    from sgdesk.ui.unlock_window import UnlockWindow
    from sgdesk.ui.wizards.start_wizard import StartWizard

_NO_FOLDERS = (
    "SGDesk may not write to its own folders. Whoever looks after this computer can allow it."
)


def run_window(*, is_practice: bool) -> int:
    """Show the program until it is closed; return the exit status."""
    os.umask(0o077)
    program = Program(make_application())
    sys.excepthook = program.on_unexpected
    collector = Collector(program)
    QTimer.singleShot(0, partial(program.start, is_practice=is_practice))  # errors reach the hook
    status = QApplication.exec()
    program.close_register()
    collector.stop()
    return status


def make_application() -> QApplication:
    """Return the toolkit's application, made once in a process."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
            Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
        )
        app = QApplication(sys.argv[:1])
    QCoreApplication.setApplicationName("sgdesk")
    return app


class Program(QObject):
    """Holds the one window on show and the register that is open behind it."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.folders = own_folders()
        self.settings: Settings = load_settings(self.folders.settings)
        self.theme = Theme(app, Scheme(self.settings.scheme), self.settings.text_scale)
        self.theme.set_comfortable(is_comfortable=self.settings.is_comfortable)
        self.register: Register | None = None
        self.window: QWidget | None = None
        self._tell: Callable[[object], None] = self._show_message
        self._failures = Failures()

    def start(self, *, is_practice: bool) -> None:
        """Show the first window: practice, unlocking, or the first-start wizard."""
        try:
            self.folders.make()
        except OSError as error:
            raise UserError(_NO_FOLDERS) from error
        start_log(self.folders.logs)
        sweep_left_folders()
        if is_practice:
            self.open_practice()
        else:
            self.show_first()

    @Slot()
    def show_first(self) -> None:
        """Leave the register that is open, and ask for the passphrase or begin at the start."""
        if register_exists(self.folders.register):
            self._show_unlock_window()
        else:
            self._show_start_wizard()

    @Slot()
    def open_practice(self) -> None:
        from sgdesk.services.practice import open_practice  # noqa: PLC0415 - loads the ORM

        self._show_register(
            open_practice(today=current_day(), now=current_moment, cache=self.folders.cache)
        )

    @Slot(object)
    def on_register_opened(self, register: Register) -> None:
        settings = self.folders.settings
        register.opened_before = last_opening(settings)
        self._show_register(register)
        try:
            note_opening(settings, current_moment())
        except OSError as error:
            self._tell(error)

    @Slot()
    def on_lock(self) -> None:
        """End this process, which holds the data, and let a fresh one ask for the passphrase."""
        is_started, _process = QProcess.startDetached(*own_command())
        if not is_started or self.window is None:
            self.show_first()
            return
        for window in QApplication.topLevelWidgets():
            window.hide()  # at once; closing waits for what runs in the background
        self.window.close()
        QCoreApplication.exit()

    @Slot(object)
    def on_settings_changed(self, settings: Settings) -> None:
        before, self.settings = self.settings, settings
        if settings.scheme != before.scheme:
            self.theme.set_scheme(Scheme(settings.scheme))
        if settings.text_scale != before.text_scale:
            self.theme.set_text_scale(settings.text_scale)
        if settings.is_comfortable != before.is_comfortable:
            self.theme.set_comfortable(is_comfortable=settings.is_comfortable)

    def on_unexpected(
        self,
        kind: type[BaseException],
        error: BaseException,
        _trace: TracebackType | None,
    ) -> None:
        """Tell the officer what nobody expected; whoever tells it logs it, without its text."""
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
        elif not self._failures.is_repeated(error):
            self._tell(error)

    def close_register(self) -> None:
        """Let go of the register, if one is open; what is read from it meanwhile ends first."""
        if self.register is not None:
            wait_for_work()
            self.register.close()
            self.register = None

    def _show_unlock_window(self) -> None:
        from sgdesk.ui.unlock_window import UnlockWindow  # noqa: PLC0415 - one of three

        folders = self.folders
        self._show_door(UnlockWindow(folders.register, now=current_moment, cache=folders.cache))

    def _show_start_wizard(self) -> None:
        from sgdesk.ui.wizards.start_wizard import StartWizard  # noqa: PLC0415 - one of three

        folders = self.folders
        self._show_door(
            StartWizard(
                folders.register, now=current_moment, today=current_day, cache=folders.cache
            )
        )

    def _show_door(self, window: UnlockWindow | StartWizard) -> None:
        def tell(error: object) -> None:
            window.page.notice.show_trouble(error)

        window.register_opened.connect(self.on_register_opened)
        window.practice_asked.connect(self.open_practice)
        self._show(window, tell)

    def _show_register(self, register: Register) -> None:
        context = AppContext(
            register, current_day, settings=self.settings, keep=self._keep, parent=self
        )
        context.settings_changed.connect(self.on_settings_changed)
        window = MainWindow(context)
        window.lock_asked.connect(self.on_lock)
        window.leave_practice_asked.connect(self.show_first)
        window.start_for_real_asked.connect(self.show_first)
        self._show(window, context.report)
        self.register = register

    def _show_message(self, error: object) -> None:
        """Tell what went wrong where no window of the program is there to do it."""
        trouble = trouble_of(error)
        reference = f"Reference {trouble.reference}" if trouble.reference else ""
        window = QMessageBox(QMessageBox.Icon.Critical, "SGDesk", trouble.sentence)
        window.setInformativeText(reference)
        window.addButton("Close", QMessageBox.ButtonRole.AcceptRole)
        self._show(window, self._tell)

    def _keep(self, settings: Settings) -> None:
        save_settings(self.folders.settings, settings)

    def _show(self, window: QWidget, tell: Callable[[object], None]) -> None:
        """Show `window`, put the one before it away, and close the register behind that."""
        before, self.window, self._tell = self.window, window, tell
        window.show()
        if before is not None:
            before.hide()
            before.close()
            before.deleteLater()
        self.close_register()


def own_command() -> tuple[str, list[str]]:
    """Return the program and the arguments that start a fresh SGDesk, still locked."""
    if getattr(sys, "frozen", False):
        return sys.executable, []
    return sys.executable, [str(Path(sys.argv[0]).resolve())]
