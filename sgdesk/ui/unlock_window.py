"""The window before the register is open: passphrase, recovery key, or practice."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from sgdesk.errors import WrongSecretError
from sgdesk.services.register import open_register, open_with_recovery_key
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

_DESIGNED_SIZE = (760, 560)
_NARROW = 600


class UnlockWindow(QDialog):
    """Says nothing about whose register it is. Wrong tries only make the next one wait.

    `cost` is what a guess at a new passphrase costs; without it, the program's own.
    """

    register_opened = Signal(object)
    """The `Register`, open; whoever takes it closes it."""
    practice_asked = Signal()

    def __init__(
        self,
        folder: Path,
        *,
        now: Callable[[], datetime],
        cache: Path | None = None,
        cost: Any = None,
    ) -> None:
        super().__init__()
        opening: dict[str, Any] = {"now": now, "cache": cache}
        renewing = opening if cost is None else opening | {"cost": cost}
        self._open = partial(open_register, folder, **opening)
        self._open_by_key = partial(open_with_recovery_key, folder, **renewing)
        self._job: Job | None = None
        self.delay = TryDelay(self)
        self.passphrase_page = PassphraseUnlockPage()
        self.recovery_page = RecoveryUnlockPage()
        self._build()
        self._connect()

    @property
    def page(self) -> UnlockPage:
        """The page on show."""
        is_recovery = self.stack.currentIndex() == 1
        return self.recovery_page if is_recovery else self.passphrase_page

    def show_page(self, page: UnlockPage) -> None:
        self.stack.setCurrentIndex(1 if page is self.recovery_page else 0)
        page.show_pause(self.delay.seconds_left)
        page.focus_first()

    def reject(self) -> None:
        """Close; not in the second in which the register is being opened."""
        if self._job is None:
            super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_button(self, event):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        if not event.spontaneous():
            look, room = current(), self.screen().availableGeometry().size()
            width, height = (look.px(length) for length in _DESIGNED_SIZE)
            self.resize(min(width, room.width() - 32), min(height, room.height() - 64))
            self.page.focus_first()
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

    @Slot(object)
    def _on_succeeded(self, register: Register) -> None:
        self._end()
        self.passphrase_page.passphrase_edit.clear()
        self.register_opened.emit(register)
        self.accept()

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        self._end()
        self.page.notice.show_trouble(error)
        if isinstance(error, WrongSecretError):
            self.delay.note_failure()
        self.page.focus_first()

    def _start(self, open_it: Callable[[], Register]) -> None:
        if self._job is not None or self.delay.seconds_left:
            return
        self.page.set_busy(is_busy=True)
        self._job = job = Job(lambda _progress: open_it(), self)
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
        escape = QShortcut(QKeySequence("Esc"), second, partial(self.show_page, first))
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        for page in (first, second):
            self.delay.ticked.connect(page.show_pause)

    def _build(self) -> None:
        look = current()
        self.setWindowTitle("SGDesk is locked")
        self.panel = _InkPanel()
        self.stack = QStackedWidget()
        for page in (self.passphrase_page, self.recovery_page):
            scroll = QScrollArea()
            scroll.setWidgetResizable(True)
            scroll.setFrameShape(QFrame.Shape.NoFrame)
            scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            scroll.setWidget(page)
            self.stack.addWidget(scroll)
        layout = QHBoxLayout(self)
        margin = look.px(20)
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.setSpacing(look.px(32))
        layout.addWidget(self.panel)
        layout.addWidget(self.stack, 1)


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
