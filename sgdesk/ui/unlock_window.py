"""The window before the register is open: passphrase, recovery key, or practice."""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from sgdesk.errors import WrongSecretError
from sgdesk.services.opening import find_trouble
from sgdesk.services.register import open_register, open_with_recovery_key
from sgdesk.services.waiting import wait_until_free
from sgdesk.ui.look.current import current
from sgdesk.ui.tasks import Job
from sgdesk.ui.widgets.icon_label import IconLabel
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.wizards.keys import press_button
from sgdesk.ui.wizards.try_delay import TryDelay
from sgdesk.ui.wizards.unlock_pages import PassphraseUnlockPage, RecoveryUnlockPage, UnlockPage

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent

    from sgdesk.services.register import Register
    from sgdesk.ui.wizards.going_back import GoingBack

_DESIGNED_SIZE = (760, 640)
_NARROW = 600


class UnlockWindow(QDialog):
    """Says nothing about whose register it is. Wrong tries only make the next one wait.

    `cost` is what a guess at a new passphrase costs; without it, the program’s own. `delay` is the
    pause that windows before this one have left; without it, there was none.
    """

    register_opened = Signal(object)
    """The `Register`, open; whoever takes it closes it."""
    practice_asked = Signal()
    start_asked = Signal()
    """The officer wants back to the first start, where there is no register to unlock."""

    def __init__(
        self,
        folder: Path,
        *,
        now: Callable[[], datetime],
        cache: Path | None = None,
        cost: Any = None,
        is_without_register: bool = False,
        delay: TryDelay | None = None,
    ) -> None:
        super().__init__()
        self._is_without_register = is_without_register
        opening: dict[str, Any] = {"now": now, "cache": cache}
        renewing = opening if cost is None else opening | {"cost": cost}
        self._folder = folder
        self._open = partial(open_register, folder, **opening)
        self._open_by_key = partial(open_with_recovery_key, folder, **renewing)
        self._job: Job | None = None
        self._is_looked = threading.Event()
        self._is_looked.set()
        self.delay = delay or TryDelay(self)
        self.passphrase_page = PassphraseUnlockPage()
        self.recovery_page = RecoveryUnlockPage()
        self._going_back: GoingBack | None = None
        self._new_going_back = partial(_new_going_back, folder, now=now, cache=cache, parent=self)
        self._build()
        self._connect()
        if is_without_register:
            self.stack.setCurrentIndex(self._pages.index(self.going_back.page))

    @property
    def going_back(self) -> GoingBack:
        """The way back to a backup; made when it is first needed, which it seldom is."""
        if self._going_back is None:
            made = self._going_back = self._new_going_back()
            self._add_page(made.page)
            made.page.back_asked.connect(self._leave_backups)
            made.register_opened.connect(self._on_succeeded)
            made.looked_into.connect(self._show_button)
            made.failed_try.connect(self.delay.note_failure)
            self._let_escape(made.page, self._leave_backups)
        return self._going_back

    @property
    def page(self) -> UnlockPage:
        """The page on show."""
        return self._pages[self.stack.currentIndex()]

    def show_page(self, page: UnlockPage) -> None:
        self.stack.setCurrentIndex(self._pages.index(page))
        page.show_pause(self.delay.seconds_left)
        page.focus_first()

    def reject(self) -> None:
        """Close; not in the second in which the register is being opened."""
        is_going_back = self._going_back is not None and self._going_back.is_busy
        if self._job is None and not is_going_back:
            super().reject()

    @Slot()
    def show_backups(self) -> None:
        """Show the backups of the register, to go back to one of them."""
        self.show_page(self.going_back.page)
        self.going_back.begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_button(self, event):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        if not event.spontaneous():
            look, room = current(), self.screen().availableGeometry().size()
            width, height = (look.px(length) for length in _DESIGNED_SIZE)
            self.resize(min(width, room.width() - 32), min(height, room.height() - 64))
            self.page.focus_first()
            first_look = self.show_backups if self._is_without_register else self._look_for_trouble
            QTimer.singleShot(0, self, first_look)
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.panel.setVisible(self.width() >= current().px(_NARROW))

    @Slot()
    def _on_unlock_asked(self) -> None:
        page = self.passphrase_page
        typed = page.passphrase_edit.text()
        if not typed:
            page.passphrase_row.set_problem("Type your passphrase.")
            page.focus_first()
        else:
            self._start(partial(self._open, typed))

    @Slot()
    def _on_recovery_asked(self) -> None:
        page = self.recovery_page
        if not page.point_out():
            key, passphrase = page.key_edit.text(), page.passphrase.passphrase()
            self._start(partial(self._open_by_key, key, passphrase))

    @Slot()
    def _show_button(self) -> None:
        """Scroll to the button that has the keyboard, once the words above it have their room."""
        area = self.stack.currentWidget()
        if isinstance(area, QScrollArea):
            button = self.page.unlock_button
            QTimer.singleShot(0, area, lambda: area.ensureWidgetVisible(button))

    @Slot()
    def _leave_backups(self) -> None:
        if self.going_back.is_busy:
            return
        if self._is_without_register:
            self.start_asked.emit()
        else:
            self.show_page(self.passphrase_page)

    @Slot()
    def _look_for_trouble(self) -> None:
        """Say what bars opening before a passphrase is typed in vain."""
        self._is_looked.clear()
        folder, is_looked = self._folder, self._is_looked

        def look(_progress: object) -> object:
            try:
                return find_trouble(folder)
            finally:
                is_looked.set()

        # This window may be gone before the work is: the application is not.
        job = Job(look, QApplication.instance() or self)
        job.succeeded.connect(self._on_looked)
        job.start()

    @Slot(object)
    def _on_looked(self, trouble: object) -> None:
        if trouble is not None and self._job is None and self.page is self.passphrase_page:
            self.page.show_trouble(trouble)

    @Slot(object)
    def _on_succeeded(self, register: Register) -> None:
        self._end()
        self.delay.forget()
        self.passphrase_page.passphrase_edit.clear()
        self.register_opened.emit(register)
        self.accept()

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        self._end()
        if isinstance(error, WrongSecretError):
            self.delay.note_failure()
        self.page.show_trouble(error)

    def _start(self, open_it: Callable[[], Register]) -> None:
        if self._job is not None or self.delay.seconds_left:
            return
        self.page.set_busy(is_busy=True)

        folder, is_looked = self._folder, self._is_looked

        def work(_progress: object) -> Register:
            is_looked.wait()  # looking at a file lets go of the locks on it
            wait_until_free(folder)  # the program that locked may be closing still
            return open_it()

        self._job = job = Job(work, self)
        job.succeeded.connect(self._on_succeeded)
        job.failed.connect(self._on_failed)
        job.start()

    def _end(self) -> None:
        self._job = None
        self.page.set_busy(is_busy=False)

    def _connect(self) -> None:
        first, second = self.passphrase_page, self.recovery_page
        first.unlock_asked.connect(self._on_unlock_asked)
        first.recovery_asked.connect(partial(self.show_page, second))
        first.practice_asked.connect(self.practice_asked)
        second.unlock_asked.connect(self._on_recovery_asked)
        second.back_asked.connect(partial(self.show_page, first))
        self._let_escape(second, partial(self.show_page, first))

    def _let_escape(self, page: UnlockPage, way: Callable[[], None]) -> None:
        escape = QShortcut(QKeySequence("Esc"), page, way)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _add_page(self, page: UnlockPage) -> None:
        self._pages.append(page)
        page.backups_asked.connect(self.show_backups)
        self.delay.ticked.connect(page.show_pause)
        page.show_pause(self.delay.seconds_left)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(page)
        self.stack.addWidget(scroll)

    def _build(self) -> None:
        look = current()
        self.setWindowTitle("SGDesk is locked")
        self.panel = _InkPanel()
        self.stack = QStackedWidget()
        self._pages: list[UnlockPage] = []
        for page in (self.passphrase_page, self.recovery_page):
            self._add_page(page)
        layout = QHBoxLayout(self)
        margin = look.px(20)
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.setSpacing(look.px(32))
        layout.addWidget(self.panel)
        layout.addWidget(self.stack, 1)


def _new_going_back(folder: Path, **more: Any) -> GoingBack:
    from sgdesk.ui.wizards.going_back import GoingBack  # noqa: PLC0415 - the first window waits

    return GoingBack(folder, **more)


class _InkPanel(QWidget):
    def __init__(self) -> None:
        super().__init__()
        look = current()
        self.setFixedWidth(look.px(208))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.px(24), look.px(24), look.px(20), look.px(24))
        layout.setSpacing(look.px(8))
        layout.addWidget(make_label("SGDesk", "navigation-name"))
        layout.addWidget(
            make_label("Serious incidents, deadlines and reviews", "navigation-second", wraps=True)
        )
        layout.addStretch(1)
        layout.addWidget(IconLabel("lock", "on_navigation", size=24))
        layout.addWidget(
            make_label(
                "Encrypted on this laptop. Nothing leaves it except what you export.",
                "navigation-second",
                wraps=True,
            )
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(current().color("navigation"))
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
