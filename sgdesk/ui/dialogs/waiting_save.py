"""A save that computes the dates of very many cases: in the background, while the window waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from sgdesk.errors import UserError
from sgdesk.records.moved_dates import MovesDatesError
from sgdesk.ui.dialogs.asking_to_move import ask_to_move
from sgdesk.ui.look.current import current
from sgdesk.ui.tasks import Job
from sgdesk.ui.widgets.labels import make_label

if TYPE_CHECKING:
    from collections.abc import Callable

    from sgdesk.services.outcomes import Changes
    from sgdesk.ui.context import AppContext

_WORDS = "Working out the due dates of all cases…"


class WaitDialog(QDialog):
    """Nothing can be pressed: it goes when the work is done."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setWindowTitle("Due dates")
        self.setAccessibleName(_WORDS)
        look = current()
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setAccessibleName(_WORDS)
        box = QVBoxLayout(self)
        box.setContentsMargins(look.px(24), look.px(20), look.px(24), look.px(24))
        box.setSpacing(look.px(12))
        box.addWidget(make_label(_WORDS, "strong"))
        box.addWidget(bar)
        self.setMinimumWidth(look.px(380))

    def reject(self) -> None:
        """Stay: what is being saved cannot be left halfway."""


class WaitingSave(QObject):
    """Begins with `start`, and once more each time the officer agrees to what would move."""

    def __init__(
        self,
        context: AppContext,
        save: Callable[[], Changes],
        widget: QWidget,
        tell: Callable[[UserError], object],
        then: Callable[[Changes], object],
    ) -> None:
        super().__init__(context)
        self._context = context
        self._save = save
        self._widget = widget
        self._tell = tell
        self._then = then
        self._agreed_to: MovesDatesError | None = None
        self._waiting = WaitDialog(widget.window())

    def start(self) -> None:
        """Save in the background; what comes of it is told in the thread of the window."""
        self._waiting.open()
        job = Job(lambda _progress: self._saved(), self._context)
        job.succeeded.connect(self._on_succeeded)
        job.failed.connect(self._on_failed)
        job.start()

    def _saved(self) -> Changes:
        if self._agreed_to is None:
            return self._save()
        with self._agreed_to.agreed():
            return self._save()

    @Slot(object)
    def _on_succeeded(self, changes: Changes) -> None:
        self._end()
        self._then(changes)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, MovesDatesError):
            self._waiting.done(0)
            self._agreed_to = error
            dialog = ask_to_move(error, self.start, self._widget)
            dialog.rejected.connect(self._end)
            return
        self._end()
        if isinstance(error, UserError):
            self._tell(error)
        else:
            self._context.report(error)

    @Slot()
    def _end(self) -> None:
        self._waiting.done(0)
        self._waiting.deleteLater()
        self.deleteLater()
