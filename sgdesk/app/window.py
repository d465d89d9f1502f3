"""The program with its windows: first start, unlocking, the register, locking."""

from __future__ import annotations

import os
import sys
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication, QWidget

from sgdesk.app.clock import current_day, current_moment
from sgdesk.app.collecting import Collector
from sgdesk.app.failures import Failures
from sgdesk.app.lock_watch import LockWatch
from sgdesk.app.locking import end_process, hide_everything, start_afresh
from sgdesk.app.loose_windows import bring_to_front, message_of
from sgdesk.app.memory import keep_memory_private
from sgdesk.app.one_instance import Asking, OneInstance
from sgdesk.app.traces import leave_no_traces
from sgdesk.config.logs import start_log
from sgdesk.config.openings import last_opening, note_opening
from sgdesk.config.paths import own_folders
from sgdesk.config.resources import resource
from sgdesk.config.settings import load_settings, save_settings
from sgdesk.errors import UserError
from sgdesk.services.private_folders import sweep_left_folders
from sgdesk.services.register import register_exists
from sgdesk.ui.context import AppContext
from sgdesk.ui.look.theme import Scheme, Theme
from sgdesk.ui.main_window import MainWindow
from sgdesk.ui.tasks import wait_for_work
from sgdesk.ui.wizards.try_delay import TryDelay

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
_NO_ANSWER = (
    "SGDesk is open already, but does not answer yet. This message goes as soon as it does. "
    "If it stays, restart the computer."
)
_MINUTE_S = 60.0
_MENU_ENTRY = "org.sgdesk.SGDesk"
"""How desktops find the program's entry and icon."""


def run_window(*, is_practice: bool, is_behind: bool = False) -> int:
    """Show the program until it is closed; return the exit status.

    Behind means that its first window leaves the keyboard to the program that has it.
    """
    os.umask(0o077)
    keep_memory_private()
    leave_no_traces()
    program = Program(make_application(), is_behind=is_behind)
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
        app.setWindowIcon(QIcon(str(resource("program", "sgdesk.svg"))))
        QGuiApplication.setDesktopFileName(_MENU_ENTRY)
    QCoreApplication.setApplicationName("sgdesk")
    return app


class Program(QObject):
    """Holds the one window on show and the register that is open behind it."""

    def __init__(self, app: QApplication, *, is_behind: bool = False) -> None:
        super().__init__(app)
        self.folders = own_folders()
        self.instance = OneInstance(self.folders.register, self)
        self.instance.asked.connect(self.on_asked)
        self._delay = TryDelay(self)  # a window that is closed and opened again waits on
        self._is_behind = is_behind
        self._is_locking = False
        self._watch: LockWatch | None = None
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
        """Leave the register that is open, and ask for the passphrase or begin at the start.

        Where another program is there first, that one is shown, and this one ends.
        """
        if not self.instance.take():
            self._ask_other()
        elif register_exists(self.folders.register):
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
        register.seen_in = settings
        self._show_register(register)
        try:
            note_opening(settings, current_moment())
        except OSError as error:
            self._tell(error)

    @Slot()
    def on_lock(self) -> None:
        """End this process, which holds the data, and let a fresh one ask for the passphrase."""
        if self._is_locking or self.window is None:
            return
        self._is_locking = True
        is_in_front = QGuiApplication.applicationState() == Qt.ApplicationState.ApplicationActive
        hide_everything()  # at once; closing waits for what runs in the background
        if isinstance(self.window, MainWindow):
            self.window.context.typing.flush()
        self.instance.release()
        if start_afresh(is_behind=not is_in_front):
            end_process(self._close_all)
        else:
            self._is_locking = False
            self.show_first()

    @Slot()
    def on_asked(self) -> None:
        """Bring the window on show to the front, with the dialog over it if there is one."""
        if not self._is_locking:
            bring_to_front(self.window, QApplication.activeModalWidget())

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
        if self._watch is not None:
            self._watch.stop()
            self._watch.deleteLater()
            self._watch = None
        if self.register is not None:
            wait_for_work()
            self.register.close()
            self.register = None

    def _show_unlock_window(self) -> None:
        from sgdesk.ui.unlock_window import UnlockWindow  # noqa: PLC0415 - one of three

        folders = self.folders
        self._show_door(
            UnlockWindow(
                folders.register, now=current_moment, cache=folders.cache, delay=self._delay
            )
        )

    def _show_start_wizard(self) -> None:
        from sgdesk.ui.wizards.start_wizard import StartWizard  # noqa: PLC0415 - one of three

        folders = self.folders
        wizard = StartWizard(
            folders.register, now=current_moment, today=current_day, cache=folders.cache
        )
        wizard.backups_asked.connect(self.show_backups)
        self._show_door(wizard)

    @Slot()
    def show_backups(self) -> None:
        """Offer the backups where no register is there to be unlocked."""
        from sgdesk.ui.unlock_window import UnlockWindow  # noqa: PLC0415 - as above

        folders = self.folders
        window = UnlockWindow(
            folders.register,
            now=current_moment,
            cache=folders.cache,
            is_without_register=True,
            delay=self._delay,
        )
        window.start_asked.connect(self.show_first)
        self._show_door(window)

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
        if not register.is_practice:
            self._watch = LockWatch(self._lock_after_s, window, self)
            self._watch.lock_due.connect(self.on_lock)

    def _lock_after_s(self) -> float:
        return self.settings.lock_after * _MINUTE_S

    def _ask_other(self) -> None:
        """Let the program that is there first show itself; then end, or take its place."""
        asking = Asking(self.instance, self)
        asking.answered.connect(QCoreApplication.quit)
        asking.freed.connect(self.show_first)
        asking.unanswered.connect(partial(self._show_message, UserError(_NO_ANSWER)))

    def _close_all(self) -> None:
        if self.window is not None:
            self.window.close()
        self.close_register()

    def _show_message(self, error: object) -> None:
        """Tell what went wrong where no window of the program is there to do it."""
        self._show(message_of(error), self._tell)

    def _keep(self, settings: Settings) -> None:
        save_settings(self.folders.settings, settings)

    def _show(self, window: QWidget, tell: Callable[[object], None]) -> None:
        """Show `window`, put the one before it away, and close the register behind that."""
        before, self.window, self._tell = self.window, window, tell
        window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, self._is_behind)
        self._is_behind = False
        window.show()
        if before is not None:
            before.hide()
            before.close()
            before.deleteLater()
        self.close_register()
