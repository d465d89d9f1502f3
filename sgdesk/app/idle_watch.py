"""Notices whether anybody uses the windows of the program, or locks it, and says when to lock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QKeyCombination,
    QObject,
    QPoint,
    Qt,
    QThreadPool,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent

from sgdesk.app.clock import read_clocks
from sgdesk.app.idleness import Idleness, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QWindow

    from sgdesk.app.clock import Clocks

LOOK_MS = 5_000
LOCK_KEY = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_L)
"""As the menu has it. A dialog keeps the keys of the menu from the main window, but not this."""
_USES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.InputMethod,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseMove,
        QEvent.Type.NonClientAreaMouseButtonPress,
        QEvent.Type.NonClientAreaMouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
    }
)


class IdleWatch(QObject):
    """Looks every few seconds, and at each use, until it has said once that it is time.

    It listens at the windows of the system, where keys and mouse arrive first, and not at every
    widget: there each of thousands of events would wait for Python.
    """

    lock_due = Signal()
    soon_changed = Signal(bool)
    """Whether it locks within a minute unless somebody uses a window."""

    def __init__(
        self,
        lock_after_s: Callable[[], float],
        parent: QObject,
        *,
        read: Callable[[], Clocks] | None = None,
    ) -> None:
        super().__init__(parent)
        self._lock_after_s = lock_after_s
        self._read = read or read_clocks
        self._idleness = Idleness(self._read())
        self._is_soon = False
        self._pointer = QPoint()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(LOOK_MS)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._listen)
        self._listen()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if _is_lock_key(event) and self._timer.isActive():
            self._lock()
            return True
        if event.type() in _USES and not self._is_still(event):
            self._on_used()
        return False

    @Slot()
    def look(self) -> None:
        """Say that it is time to lock, or that it soon will be, if it is."""
        if self._timer.isActive():
            self._listen()
            self._judge()

    def stop(self) -> None:
        """Look no more, and say nothing any more."""
        self._timer.stop()
        self._say_soon(is_soon=False)

    @Slot()
    def _listen(self, _window: QWindow | None = None) -> None:
        for window in QGuiApplication.topLevelWindows():
            window.installEventFilter(self)  # once, however often it is asked

    def _on_used(self) -> None:
        """Note a use, unless it comes too late: a key cannot take back an hour of absence."""
        if self._timer.isActive() and not self._judge().locks:
            self._idleness.note_use(self._read())
            self._say_soon(is_soon=False)

    def _judge(self) -> Verdict:
        is_working = QThreadPool.globalInstance().activeThreadCount() > 0
        verdict = self._idleness.look(self._read(), self._lock_after_s(), is_working=is_working)
        if verdict.locks:
            self._lock()
        elif verdict is Verdict.SOON:
            self._say_soon(is_soon=True)
        return verdict

    def _lock(self) -> None:
        self.stop()
        self.lock_due.emit()

    def _say_soon(self, *, is_soon: bool) -> None:
        if is_soon != self._is_soon:
            self._is_soon = is_soon
            self.soon_changed.emit(is_soon)

    def _is_still(self, event: QEvent) -> bool:
        """Return whether the mouse "moved" to where it was: a window came up under it."""
        if not isinstance(event, QMouseEvent) or event.type() != QEvent.Type.MouseMove:
            return False
        before, self._pointer = self._pointer, event.globalPosition().toPoint()
        return before == self._pointer


def _is_lock_key(event: QEvent) -> bool:
    if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
        return False
    return event.keyCombination() == LOCK_KEY
