"""The main window: menus, navigation, pages and status line around one open register."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSignalBlocker, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from sgdesk.ui.actions import Command, Commands
from sgdesk.ui.errors import trouble_of
from sgdesk.ui.look.current import current
from sgdesk.ui.shell.backing_up import BackingUp
from sgdesk.ui.shell.counts import Counts
from sgdesk.ui.shell.history_watch import HistoryWatch
from sgdesk.ui.shell.menus import COMMANDS, add_view_commands, fill_menu_bar
from sgdesk.ui.shell.notice_bar import NoticeBar
from sgdesk.ui.shell.openers import Openers
from sgdesk.ui.shell.opening_watch import OpeningWatch
from sgdesk.ui.shell.outside_notice import OutsideNotice
from sgdesk.ui.shell.page_stack import PAGES, PageStack, Place
from sgdesk.ui.shell.page_ways import PAGE_WAYS, ways_of
from sgdesk.ui.shell.panes import first_stop, focus_next_pane
from sgdesk.ui.shell.paper_bar import PaperBar
from sgdesk.ui.shell.reminder_bar import ReminderBar
from sgdesk.ui.shell.reminders import Reminders
from sgdesk.ui.shell.status_line import StatusLine
from sgdesk.ui.shell.taking_up import TakingUp
from sgdesk.ui.shell.undoing import Undoing
from sgdesk.ui.tasks import wait_for_work
from sgdesk.ui.widgets.navigation import NavigationList
from sgdesk.ui.widgets.navigation_button import NavigationEntry
from sgdesk.ui.widgets.practice_banner import PracticeBanner
from sgdesk.ui.wizards.keys import press_button

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent, QResizeEvent

    from sgdesk.services.outcomes import Changes
    from sgdesk.ui.context import AppContext
    from sgdesk.ui.dialogs.help_window import HelpWindow

_WIDE, _HIGH = 1366, 800
"""Below this size, in pixels at the designed text size, the navigation is a rail."""
_TITLE_BAR = 40
"""What the system puts above a window; without room for it the status line is off the screen."""
_FIRST = Place("today")


class MainWindow(QMainWindow):
    """Shows Today first. The application answers its three signals.

    The first page is built when the rest of the window has been painted once, or when somebody
    asks for it before.
    """

    lock_asked = Signal()
    leave_practice_asked = Signal()
    start_for_real_asked = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.context = context
        context.register.asks_before_moving = True  # from here on there is a window to ask in
        self._is_begun = False
        self._help: HelpWindow | None = None
        self.commands = Commands(self)
        self.openers = Openers(context, self)
        self.counts = Counts(context, self)
        self.undoing = Undoing(context, self)
        self.backing_up = BackingUp(context, self)
        self.history_watch = HistoryWatch(context, self.openers, self)
        self.opening_watch = OpeningWatch(context, self)
        self.taking_up = TakingUp(context, self.openers, self)
        self._build()
        self.taking_up.begin(self.stack)
        self.reminders = Reminders(context, self.reminder_bar, OutsideNotice(self), self)
        self._connect()
        self._add_commands()
        self.undoing.name(self.commands.action("undo"))
        fill_menu_bar(self.menuBar(), self.commands)
        self._show_register()
        self._show_title()
        self._restore_geometry()

    @property
    def page(self) -> QWidget:
        """The page on show; the window itself where none can be shown."""
        self._begin()
        return self.stack.page or self

    @Slot(str)
    def go(self, key: str) -> None:
        """Show the page `key` with the keyboard at its beginning, also where it is on show."""
        self._is_begun = True
        if self.stack.place == Place(key):
            self._focus_page()
        else:
            self.stack.go(Place(key))

    @Slot(object)
    def open_case(self, case_id: UUID) -> None:
        """Show the page of one case."""
        self._is_begun = True
        self.stack.go(Place("cases", case_id))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_begun:
            QTimer.singleShot(0, self._begin)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        look = current()
        is_rail = self.width() < look.px(_WIDE) or self.height() < look.px(_HIGH)
        self.navigation.set_rail(is_rail=is_rail)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, as Space does."""
        if not press_button(self, event):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        geometry = bytes(self.saveGeometry().data()).hex()
        self.context.change_settings(window_geometry=geometry)
        self.taking_up.keeping.stop()
        self.counts.stop()
        self.reminders.stop()
        self.backing_up.stop()
        wait_for_work()
        self.backing_up.finish()
        self.history_watch.finish()
        super().closeEvent(event)

    @Slot()
    def _begin(self) -> None:
        if not self._is_begun:
            self.go(_FIRST.key)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        self._show_register(changes.what)
        self.counts.reload()

    @Slot(object)
    def _on_troubled(self, error: object) -> None:
        self.notice_bar.show_trouble(trouble_of(error))

    @Slot(object)
    def _on_page_made(self, page: QWidget) -> None:
        for name, slot in self._page_slots().items():
            signal = getattr(page, name, None)
            if signal is not None:
                signal.connect(slot)

    @Slot(object)
    def _on_place_shown(self, place: Place) -> None:
        with QSignalBlocker(self.navigation):
            self.navigation.choose(place.key)
        for name, way in ways_of(self.page).items():
            self.commands.action(name).setEnabled(way is not None)
        self.commands.action("back").setEnabled(self.stack.can_go_back)
        self._show_title()
        self._focus_page()

    def _focus_page(self) -> None:
        for pane in self._panes():
            if (target := first_stop(pane)) is not None:
                target.setFocus()
                return

    @Slot(object, str)
    def _on_step_asked(self, case_id: UUID, dialog: str) -> None:
        self._is_begun = True
        self.stack.do_step(Place("cases", case_id), dialog)

    @Slot(object)
    def _on_case_lost(self, case_id: UUID) -> None:
        if self.stack.place == Place("cases", case_id):
            self.go("cases")

    @Slot()
    def _on_reminder_shown(self) -> None:
        self.go(_FIRST.key)
        show_now = getattr(self.page, "show_now", None)
        if show_now is not None:
            show_now()

    @Slot()
    def _open_palette(self, typed: str = "") -> None:
        from sgdesk.ui.dialogs.command_palette import CommandPalette  # noqa: PLC0415 - when needed

        palette = CommandPalette(self.context, self.commands, self)
        palette.search_edit.setText(typed)
        palette.case_asked.connect(self.open_case)
        palette.finished.connect(palette.deleteLater)
        palette.open()

    @Slot()
    def _open_help(self, topic: str = "") -> None:
        from sgdesk.ui.dialogs.help_window import HelpWindow  # noqa: PLC0415 - when needed

        if self._help is None:
            self._help = HelpWindow(self)
        self._help.show_topic(topic or self._topic())
        self._help.show()
        self._help.raise_()
        self._help.activateWindow()

    @Slot()
    def _print(self) -> None:
        way = getattr(self.page, "print_list", self.openers.print_open_deadlines)
        way()

    @Slot()
    def _export(self) -> None:
        way = getattr(self.page, "export_list", self.openers.export)
        way()

    @Slot(str)
    def _run_command(self, name: str) -> None:
        self.commands.action(name).trigger()

    @Slot()
    def _show_security(self) -> None:
        self._is_begun = True
        self.stack.do_step(Place("settings"), "Security")

    @Slot()
    def _focus_next_pane(self) -> None:
        focus_next_pane([self.navigation, *self._panes(), *self._bars], self.focusWidget())

    def _ask_page(self, command: str) -> None:
        way = ways_of(self.page)[command]
        if way is not None:
            way()

    def _panes(self) -> list[QWidget]:
        panes = getattr(self.page, "panes", None)
        return panes() if panes is not None else [self.page]

    def _topic(self) -> str:
        place = self.stack.place or _FIRST
        return place.key if place.case_id is None else "case"

    def _show_register(self, what: str = "") -> None:
        register = self.context.register
        self.status_line.show_register(register, what)
        self.navigation.set_partnership(register.profile.name)

    def _show_title(self) -> None:
        titles = {entry.key: entry.title for entry in PAGES} | {"case": "Case"}
        self.setWindowTitle(self.context.window_title(titles[self._topic()]))

    def _page_slots(self) -> dict[str, Callable[..., object]]:
        return {
            "case_asked": self.open_case,
            "new_case_asked": self.openers.new_case,
            "step_asked": self._on_step_asked,
            "deadline_asked": self.openers.explain,
            "working_asked": self.openers.explain_working,
            "chase_list_asked": self.openers.make_chase_list,
            "briefing_asked": self.openers.edit_briefing,
            "export_asked": self.openers.export,
            "pack_asked": self.openers.make_whole_pack,
            "import_asked": self.openers.import_list,
            "report_asked": self.openers.print_report,
            "deadline_export_asked": self.openers.export_deadlines,
            "what_if_asked": self.openers.what_if,
            "palette_asked": self._open_palette,
            "page_asked": self.go,
            "counted": self.counts.show,
            "backups_asked": self.openers.show_backups,
            "command_asked": self._run_command,
            "recovery_key_asked": self.openers.make_recovery_key,
            "help_asked": self._open_help,
        }

    def _add_commands(self) -> None:
        runs: dict[str, Callable[[], object]] = {
            "new_case": self.openers.new_case,
            "import_list": self.openers.import_list,
            "export": self._export,
            "agenda": self.openers.make_agenda,
            "chase_list": self.openers.make_chase_list,
            "print": self._print,
            "backups": self.openers.show_backups,
            "try_backup": self.openers.try_backup,
            "verify_history": self.openers.verify_history,
            "security": self._show_security,
            "lock": self.lock_asked.emit,
            "quit": self.close,
            "undo": self.undoing.undo,
            "palette": self._open_palette,
            "next_pane": self._focus_next_pane,
            "back": self.stack.back,
            "help": self._open_help,
            "keys": partial(self._open_help, "keyboard"),
            "about": self.openers.show_about,
        }
        runs |= {name: partial(self._ask_page, name) for name in PAGE_WAYS}
        for command in COMMANDS:
            self.commands.add(command, runs[command.name])
        for number, page in enumerate(PAGES, start=1):
            command = Command(f"go_{page.key}", page.title, f"Ctrl+{number}", page.icon, "go page")
            self.commands.add(command, partial(self.go, page.key))
        add_view_commands(self.commands, self.context)

    def _connect(self) -> None:
        self.context.changed.connect(self._on_changed)
        self.context.troubled.connect(self._on_troubled)
        self.stack.page_made.connect(self._on_page_made)
        self.stack.place_shown.connect(self._on_place_shown)
        self.navigation.page_chosen.connect(self.go)
        for entry in PAGES:  # a click on the page of a case's list leads back to that list
            self.navigation.button(entry.key).clicked.connect(partial(self.go, entry.key))
        self.navigation.lock_asked.connect(self.lock_asked)
        self.practice_banner.leave_asked.connect(self.leave_practice_asked)
        self.practice_banner.start_asked.connect(self.start_for_real_asked)
        self.openers.case_asked.connect(self.open_case)
        self.openers.cases_asked.connect(partial(self.go, "cases"))
        self.openers.lock_asked.connect(self.lock_asked)
        self.openers.help_asked.connect(self._open_help)
        self.undoing.case_lost.connect(self._on_case_lost)
        self.counts.counted.connect(self.navigation.set_counts)
        self.counts.counted.connect(self.reminders.begin)
        self.counts.counted.connect(self.backing_up.begin)
        self.counts.counted.connect(self.history_watch.begin)
        self.counts.counted.connect(self.opening_watch.begin)
        self.opening_watch.bar.backups_asked.connect(self.openers.show_backups)
        self.reminders.show_asked.connect(self._on_reminder_shown)
        self.status_line.moved_asked.connect(self.openers.show_moved)

    def _build(self) -> None:
        self.practice_banner = PracticeBanner()
        self.notice_bar = NoticeBar()
        self.paper_bar = PaperBar(self.context, self.openers, self)
        self.reminder_bar = ReminderBar()
        self.navigation = NavigationList(
            [NavigationEntry(one.key, one.title, one.icon, one.short_title) for one in PAGES]
        )
        self.stack = PageStack(self.context)
        self.status_line = StatusLine()
        self.setStatusBar(self.status_line)
        right = QVBoxLayout()
        right.setSpacing(0)
        self._bars: tuple[QWidget, ...] = (
            *(self.opening_watch.bar, self.history_watch.bar, self.notice_bar),
            *(self.paper_bar, self.taking_up.bar, self.reminder_bar),
        )
        for bar in self._bars:
            right.addWidget(bar)
        right.addWidget(self.stack, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.navigation)
        middle.addLayout(right, 1)
        body = QWidget()
        outer = QVBoxLayout(body)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.practice_banner)
        self.practice_banner.setVisible(self.context.register.is_practice)
        outer.addLayout(middle, 1)
        self.setCentralWidget(body)

    def _restore_geometry(self) -> None:
        geometry = bytes.fromhex(self.context.settings.window_geometry)
        if not geometry or not self.restoreGeometry(QByteArray(geometry)):
            room = self.screen().availableGeometry().size()
            self.resize(min(1440, room.width()), min(900, room.height() - _TITLE_BAR))
