"""What every wizard does: steps at the left, one page at a time, work with progress and Cancel."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from sgdesk.ui.look.current import current
from sgdesk.ui.tasks import Job
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.step_list import StepList
from sgdesk.ui.wizards.keys import press_button
from sgdesk.ui.wizards.wizard_footer import WizardFooter
from sgdesk.ui.wizards.wizard_status import WizardStatus

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent

    from sgdesk.progress import Progress
    from sgdesk.ui.wizards.wizard_page import WizardPage

_NARROW = 800
"""Below this width, at the designed text size, the list of steps is one line."""


@dataclass(frozen=True)
class Work:
    """Something to do in the background, and what follows from each way it can end.

    `failed` gets the error; without it the page on show tells what went wrong. Work that
    cannot stop half-way is short, and keeps the window open until it is done.
    """

    label: str
    run: Callable[[Progress], object]
    done: Callable[[Any], None]
    failed: Callable[[object], None] | None = None
    stopped: Callable[[], None] | None = None
    can_stop: bool = True


class WizardFrame(QDialog):
    """Subclasses override `go_on` for steps that need work, and `loss` for what to ask.

    `keeper` outlives the window: work that was told to stop may end after it.
    """

    DESIGNED_SIZE = (1000, 720)
    """In pixels at the designed text size."""

    def __init__(
        self,
        title: str,
        pages: Sequence[WizardPage],
        *,
        keeper: QObject | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._keeper = keeper or self
        self._work: Work | None = None
        self._job: Job | None = None
        self._pages = tuple(pages)
        self._build(title)
        self._connect()
        self.show_page(0)

    @property
    def place(self) -> int:
        """The number of the page on show, counted from 0."""
        return self.stack.currentIndex()

    @property
    def page(self) -> WizardPage:
        return self._pages[self.place]

    @property
    def is_working(self) -> bool:
        return self._work is not None

    def go_on(self) -> None:
        """Leave the page on show, which is complete, for the next; close after the last."""
        if self.place + 1 < len(self._pages):
            self.show_page(self.place + 1)
        else:
            self.accept()

    def loss(self) -> tuple[str, str]:
        """Return the question to ask before closing and the words of its button, or blanks."""
        return "", ""

    def abandon(self) -> None:
        """Close without finishing."""
        super().reject()

    def show_page(self, place: int) -> None:
        """Show the page `place` with the keyboard at its beginning."""
        self.footer.help_button.setChecked(False)
        self.stack.setCurrentIndex(place)
        self.page.verticalScrollBar().setValue(0)
        self.step_list.set_step(place)
        self.step_label.setText(self.step_list.accessibleName())
        self.footer.show_buttons(self.page.buttons())
        self.renew()
        QTimer.singleShot(0, self, self._focus_page)

    def run(self, work: Work) -> None:
        """Begin `work`; until it ends the page is off and Cancel stops it."""
        self._work = work
        self._job = job = Job(work.run, self._keeper)
        job.progressed.connect(self._on_progressed)
        job.succeeded.connect(self._on_succeeded)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)
        self.page.notice.clear()
        self._show_working(label=work.label)
        job.start()

    @Slot()
    def renew(self) -> None:
        """Show anew what is missing, and which buttons are on."""
        if self.is_working:
            return
        page, missing = self.page, self.page.missing()
        self.status.show_missing(missing)
        footer = self.footer
        footer.next_button.setText(page.next_words)
        footer.next_button.setEnabled(not missing)
        footer.next_button.setAccessibleDescription(missing)
        footer.back_button.setVisible(self.place > 0 and page.can_go_back)
        footer.back_button.setEnabled(True)
        footer.cancel_button.setVisible(page.can_cancel)
        footer.cancel_button.setEnabled(True)

    @Slot()
    def next(self) -> None:
        """Go on, or point out what is missing."""
        if self.is_working or self.footer.is_asking:
            return
        if self.page.missing():
            self.page.point_out()
        else:
            self.page.notice.clear()
            self.go_on()

    @Slot()
    def back(self) -> None:
        if not self.is_working and self.place > 0 and self.page.can_go_back:
            self.show_page(self.place - 1)

    def reject(self) -> None:
        """Stop the work that runs, or close; if something would be lost, ask first."""
        question, leave_words = self.loss()
        if self.footer.is_asking:
            self.footer.stop_asking()
        elif self.is_working:
            self._stop_work()
        elif question:
            self.footer.ask(question, leave_words)
        else:
            self.abandon()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_button(self, event):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        if not event.spontaneous():
            look, room = current(), self.screen().availableGeometry().size()
            width, height = (look.px(length) for length in self.DESIGNED_SIZE)
            self.resize(min(width, room.width() - 32), min(height, room.height() - 64))
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < current().px(_NARROW)
        self.step_list.setVisible(not is_narrow)
        self.step_label.setVisible(is_narrow)

    @Slot(int, int, str)
    def _on_progressed(self, done: int, total: int, label: str) -> None:
        if self._job is not None:
            self.status.show_work(label, done, total)

    @Slot(object)
    def _on_succeeded(self, answer: object) -> None:
        if (work := self._end_work()) is not None:
            work.done(answer)
            self._settle()

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        if (work := self._end_work()) is not None:
            (work.failed or self.page.notice.show_trouble)(error)
            self._settle()

    @Slot()
    def _on_cancelled(self) -> None:
        if (work := self._end_work()) is not None:
            if work.stopped is not None:
                work.stopped()
            self._settle()

    @Slot()
    def _focus_page(self) -> None:
        if self.is_working:
            return
        self.page.focus_first()
        if self.focusWidget() is self.page and self.footer.next_button.isEnabled():
            self.footer.next_button.setFocus()  # there is nothing to fill in: Enter goes on

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.page.isAncestorOf(now):
            QTimer.singleShot(0, now, partial(self.page.show_field, now))

    @Slot(bool)
    def _on_help_toggled(self, is_on: bool) -> None:  # noqa: FBT001 - Qt's signature
        self.page.show_help(is_shown=is_on)

    def _stop_work(self) -> None:
        if self._job is not None and self._work is not None and self._work.can_stop:
            self._job.cancel()
            self._job = None
            self.footer.cancel_button.setEnabled(False)
            self.status.show_work("Stopping…")

    def _end_work(self) -> Work | None:
        work, self._work, self._job = self._work, None, None
        self.page.setEnabled(True)
        for button in self.page.buttons():
            button.setEnabled(True)
        return work

    def _settle(self) -> None:
        self.renew()
        self._focus_page()

    def _show_working(self, label: str) -> None:
        footer = self.footer
        self.status.show_work(label)
        footer.next_button.setEnabled(False)
        footer.back_button.setEnabled(False)
        can_stop = self._work is not None and self._work.can_stop
        footer.cancel_button.setVisible(True)
        footer.cancel_button.setEnabled(can_stop)
        footer.cancel_button.setFocus()
        self.page.setEnabled(False)
        for button in self.page.buttons():
            button.setEnabled(False)

    def _connect(self) -> None:
        footer = self.footer
        footer.next_button.clicked.connect(self.next)
        footer.back_button.clicked.connect(self.back)
        footer.cancel_button.clicked.connect(self.reject)
        footer.leave_button.clicked.connect(self.abandon)
        footer.help_button.toggled.connect(self._on_help_toggled)
        for page in self._pages:
            page.changed.connect(self.renew)
            # Later: an Enter that asked would go on to the button that gets the keyboard next.
            page.next_asked.connect(self.next, Qt.ConnectionType.QueuedConnection)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        for keys, slot in (
            ("Ctrl+Return", self.next),
            ("Ctrl+Enter", self.next),
            ("Alt+N", self.next),
            ("Alt+B", self.back),
            ("F1", footer.help_button.toggle),
        ):
            QShortcut(QKeySequence(keys), self, slot)

    def _build(self, title: str) -> None:
        look = current()
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.step_list = StepList([page.step for page in self._pages])
        self.step_label = make_label("", "second")
        self.step_label.setContentsMargins(0, 0, 0, look.px(8))
        self.step_label.hide()
        self.stack = QStackedWidget()
        for page in self._pages:
            self.stack.addWidget(page)
        self.status = WizardStatus()
        self.footer = WizardFooter()
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.step_label)
        right.addWidget(self.stack, 1)
        right.addWidget(self.status)
        middle = QHBoxLayout()
        margin = look.px(20)
        middle.setContentsMargins(margin, margin, margin, look.px(8))
        middle.setSpacing(look.px(32))
        middle.addWidget(self.step_list)
        middle.addLayout(right, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(middle, 1)
        outer.addWidget(self.footer)
