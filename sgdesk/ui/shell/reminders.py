"""Reminders: when the bar above the page counts what presses, and when it stays quiet."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from sgdesk.ui.shell.day_watch import DayWatch
from sgdesk.ui.tasks import Reading

if TYPE_CHECKING:
    from sgdesk.services.reminders import PressingCount
    from sgdesk.ui.context import AppContext
    from sgdesk.ui.shell.outside_notice import OutsideNotice
    from sgdesk.ui.shell.reminder_bar import ReminderBar


class Reminders(QObject):
    """Reminds when asked to, unless the officer wants quiet on this day or none at all.

    In practice the words stay in the window, and a wish for quiet is forgotten with it: the
    cases are invented, and the real ones must not go unsaid for them.
    """

    show_asked = Signal()
    """The officer wants to see what presses."""

    def __init__(
        self, context: AppContext, bar: ReminderBar, outside: OutsideNotice, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._bar = bar
        self._outside = outside
        self.watch = DayWatch(context, self)
        self._is_begun = False
        self._is_due = False
        self._quiet_on = ""
        self._was_quiet = self._is_quiet()
        self._reading = Reading(partial(_count, context), context, self)
        self._reading.arrived.connect(self._on_counted)
        self._reading.failed.connect(context.report)
        self.watch.day_changed.connect(self.remind)
        self.watch.time_came.connect(self.remind)
        bar.show_asked.connect(self._on_show_asked)
        bar.quiet_asked.connect(self._on_quiet_asked)
        outside.clicked.connect(self._on_show_asked)
        context.changed.connect(self._on_changed)
        context.settings_changed.connect(self._on_settings_changed)

    @Slot(object)
    def begin(self, _counts: object = None) -> None:
        """Remind once, when the first page has been read; later calls do nothing."""
        if not self._is_begun:
            self._is_begun = True
            self.remind()

    @Slot()
    def remind(self) -> None:
        """Count what presses and say it, or put away what an earlier day has said."""
        if self._is_quiet():
            self._put_away()
        elif self._is_begun:
            self._is_due = True
            self._reading.start()

    def stop(self) -> None:
        """Begin nothing any more, and take back what is told outside: the window closes."""
        self._is_begun = False
        self.watch.stop()
        self._put_away()

    @Slot(object)
    def _on_counted(self, count: PressingCount) -> None:
        from sgdesk.services.reminders import reminder_words  # noqa: PLC0415 - as the count

        words = reminder_words(count)
        is_due, self._is_due = self._is_due, False
        if not words or self._is_quiet():
            self._put_away()
        elif is_due:
            self._bar.tell(words)
            self._tell_outside(words)
        else:
            self._bar.say(words)

    def _tell_outside(self, words: str) -> None:
        if self._context.settings.reminds_outside and not self._context.register.is_practice:
            self._outside.tell(words)

    @Slot(object)
    def _on_changed(self, _changes: object) -> None:
        """Count again what the bar says: a save may have met it."""
        if not self._bar.isHidden():
            self._reading.start()

    @Slot(object)
    def _on_settings_changed(self, _settings: object) -> None:
        """Fall silent when the officer wants it; who takes that back is reminded at once."""
        was_quiet, self._was_quiet = self._was_quiet, self._is_quiet()
        if self._was_quiet:
            self._put_away()
        elif was_quiet:
            self.remind()

    @Slot()
    def _on_show_asked(self) -> None:
        self._put_away()
        self.show_asked.emit()

    @Slot()
    def _on_quiet_asked(self) -> None:
        self._quiet_on = self._context.today().isoformat()
        if not self._context.register.is_practice:
            self._context.change_settings(quiet_on=self._quiet_on)
        self._put_away()

    def _put_away(self) -> None:
        self._bar.hide()
        self._outside.take_back()

    def _is_quiet(self) -> bool:
        settings, day = self._context.settings, self._context.today().isoformat()
        wishes = {self._quiet_on} if self._context.register.is_practice else {settings.quiet_on}
        return not settings.is_reminding or day in wishes


def _count(context: AppContext) -> PressingCount:
    from sgdesk.services.reminders import count_pressing  # noqa: PLC0415 - after the first page

    return count_pressing(context.register, today=context.today())
