"""Keeps what is typed into the forms of a window, in the background, until it is saved."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from sgdesk.errors import UserError
from sgdesk.services.kept_typing import keep_typing, read_kept_typing
from sgdesk.ui.tasks import Job

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from sgdesk.records.kept_typing import KeptForm
    from sgdesk.ui.context import AppContext, TypedForm

_log = logging.getLogger(__name__)
REST_MS = 1000
"""What is typed is kept so long after the first key that is not kept yet: typing that never
rests is kept all the same. With the writing it stays below the 2 seconds of the promise."""
_AGAIN_MS = 5000
"""After it failed, keeping is tried again so much later."""
_NOT_KEPT = "What you type is not kept at present. It is still here: save it soon."


class TypingKeeping(QObject):
    """One for each main window, whose context outlives it; `context.typing` is this.

    The whole state is written each time, in the order of the states: an earlier one never takes
    the place of a later one.
    """

    earlier_changed = Signal()
    """Less of what was kept before this start is left."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._context = context
        self.earlier: tuple[KeptForm, ...] = read_kept_typing(context.register)
        """What was kept before this start, and is neither taken up nor given up yet."""
        self._kept: dict[str, KeptForm] = {}
        self._forms: dict[str, TypedForm] = {}
        self._touched: set[str] = set()
        self._problem = ""
        self._asked = self._written = 0
        """The numbers of the newest state, and of the one on the disk."""
        self._is_writing = self._is_stopped = False
        self._one_at_a_time = threading.Lock()
        self._rest = self._timer(REST_MS, self.keep_now)
        self._again = self._timer(_AGAIN_MS, self._write)
        if isinstance(app := QApplication.instance(), QApplication):
            app.focusChanged.connect(self.keep_now)  # a field was left
            app.focusWindowChanged.connect(self.keep_now)
        context.typing = self

    def now(self) -> datetime:
        """Return the present moment, UTC."""
        return self._context.register.now()

    def typed(self, form: TypedForm) -> None:
        """Keep what `form` holds, within a second or two; nothing if it holds nothing new."""
        if self._context.register.is_practice:
            return
        key = form.kept_key
        if key not in self._forms:
            self._forms[key] = form
            if isinstance(form, QObject):
                form.destroyed.connect(lambda: self._forget(key))
            form.show_keeping(self._problem)
        self._touched.add(key)
        if not self._rest.isActive():
            self._rest.start()

    def ended(self, form: TypedForm) -> None:
        """Let go of what was kept of `form`: it is saved or given up."""
        self._forget(form.kept_key)
        if self._kept.pop(form.kept_key, None) is not None:
            self._write()

    def flush(self) -> bool:
        """Keep all that is typed at once, and return whether it is on the disk."""
        self._take()
        try:
            self._store(self._asked, self._state())
        except Exception as error:  # noqa: BLE001 - whoever locks or closes goes on all the same
            self._tell(_trouble_of(error))
            return False
        return True

    def stop(self) -> None:
        """Keep what is typed, and do no more when the keyboard goes elsewhere: the window closes.

        What is left of the window is taken apart in any order afterwards. Harmless when called
        again.
        """
        self.flush()
        if self._is_stopped:
            return
        self._is_stopped = True
        for timer in (self._rest, self._again):
            timer.stop()
        if isinstance(app := QApplication.instance(), QApplication):
            app.focusChanged.disconnect(self.keep_now)
            app.focusWindowChanged.disconnect(self.keep_now)

    def drop(self, *forms: KeptForm) -> None:
        """Let go of `forms` of an earlier start, which are taken up or given up."""
        self.earlier = tuple(one for one in self.earlier if one not in forms)
        self._take()
        self._write()
        self.earlier_changed.emit()

    @Slot()
    def keep_now(self) -> None:
        """Keep in the background what was typed since it was last kept."""
        if self._take():
            self._write()

    def _take(self) -> bool:
        """Take what the forms hold that were typed into; return whether that is news."""
        self._rest.stop()
        before, now = dict(self._kept), self.now()
        touched, self._touched = self._touched, set()
        for key in touched:
            kept = self._forms[key].kept_form(now)
            if kept is None:
                self._kept.pop(key, None)
            elif key not in self._kept or self._kept[key].fields != kept.fields:
                self._kept[key] = kept
        if self._kept == before:
            return False
        self._asked += 1
        return True

    def _state(self) -> tuple[KeptForm, ...]:
        return (*self.earlier, *self._kept.values())

    @Slot()
    def _write(self) -> None:
        """Write the state as it is now; while an earlier one is being written, after it."""
        self._asked += 1
        if self._is_writing:
            return
        self._is_writing = True
        number, state = self._asked, self._state()
        job = Job(lambda _progress: self._store(number, state), self._context)
        job.succeeded.connect(self._on_written)
        job.failed.connect(self._on_failed)
        job.start()

    def _store(self, number: int, state: tuple[KeptForm, ...]) -> None:
        """Write a state, unless a later one is on the disk; in any thread."""
        with self._one_at_a_time:
            if number > self._written:
                keep_typing(self._context.register, state)
                self._written = number

    @Slot(object)
    def _on_written(self, _nothing: object) -> None:
        self._is_writing = False
        self._tell("")
        if self._written < self._asked:
            self._write()

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        self._is_writing = False
        self._tell(_trouble_of(error))
        self._again.start()

    def _tell(self, problem: str) -> None:
        self._problem = problem
        for form in self._forms.values():
            form.show_keeping(problem)

    def _forget(self, key: str) -> None:
        self._forms.pop(key, None)
        self._touched.discard(key)

    def _timer(self, rest: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(rest)
        timer.timeout.connect(slot)
        return timer


def _trouble_of(error: object) -> str:
    """Return why nothing is kept; what nobody expected is logged, without its text."""
    if isinstance(error, UserError):
        return str(error)
    known = error if isinstance(error, BaseException) else None
    _log.error("unsaved typing could not be kept", exc_info=known)
    return _NOT_KEPT
