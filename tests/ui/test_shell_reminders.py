"""Reminders: when the bar comes, what it says, and when it stays quiet."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from page_registers import empty_context, practice_context
from page_samples import TODAY
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from window_steps import activate, open_window

from sgdesk.services import reminders as counting
from sgdesk.services.outcomes import Changes
from sgdesk.services.reminders import PressingCount
from sgdesk.ui.pages.today_page import TodayPage
from sgdesk.ui.shell.day_watch import DayWatch
from sgdesk.ui.shell.outside_notice import OutsideNotice
from sgdesk.ui.shell.reminder_bar import ReminderBar
from sgdesk.ui.shell.reminders import Reminders

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from sgdesk.ui.context import AppContext

WORDS = "3 deadlines are overdue and 1 is due today."


class Outside(OutsideNotice):
    """Keeps what would be told outside the window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.told: list[str] = []
        self.is_taken_back = False

    def tell(self, words: str) -> None:
        self.told.append(words)

    def take_back(self) -> None:
        self.is_taken_back = True


class Desk:
    """A bar in a window of its own, over a register in which a known number presses."""

    def __init__(self, qtbot: QtBot, context: AppContext) -> None:
        self.qtbot = qtbot
        self.context = context
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.bar = ReminderBar()
        self.bar.setParent(self.window)
        self.outside = Outside(self.window)
        self.reminders = Reminders(context, self.bar, self.outside, self.window)
        self.window.show()

    def wait(self) -> None:
        """Return when nothing is counted any more."""
        self.qtbot.waitUntil(lambda: not self.reminders._reading._is_running)

    def begin(self) -> None:
        self.reminders.begin()
        self.wait()

    @property
    def words(self) -> str:
        """What the bar says; "" while it is hidden."""
        return self.bar.sentence_label.text() if self.bar.isVisible() else ""


@pytest.fixture
def count(monkeypatch: pytest.MonkeyPatch) -> Callable[[PressingCount], None]:
    """Set how many press from now on; at first three are overdue and one is due today."""
    held = [PressingCount(3, 1)]
    monkeypatch.setattr(counting, "count_pressing", lambda _register, **_day: held[-1])
    return held.append


@pytest.fixture
def context(tmp_path: Path) -> Iterator[AppContext]:
    yield from empty_context(tmp_path)


@pytest.fixture
def desk(qtbot: QtBot, context: AppContext, count: object) -> Desk:
    assert count
    return Desk(qtbot, context)


def set_time(context: AppContext, hour: int, minute: int = 0) -> None:
    """Let the register's clock show a time of day here."""
    local = datetime(TODAY.year, TODAY.month, TODAY.day, hour, minute).astimezone()
    context.register.now = lambda: local.astimezone(UTC)


def next_day(context: AppContext) -> None:
    day = context.today() + timedelta(days=1)
    context.today = lambda: day


def test_at_the_start_it_counts_and_names_no_case(desk: Desk) -> None:
    assert desk.words == ""
    desk.begin()
    assert desk.words == WORDS
    assert desk.bar.accessibleName() == WORDS
    assert desk.bar.show_button.accessibleDescription() == WORDS
    assert desk.outside.told == [WORDS]


def test_before_the_first_page_is_read_nothing_is_counted(desk: Desk) -> None:
    desk.reminders.remind()
    desk.wait()
    assert desk.words == ""
    desk.begin()
    desk.begin()
    assert desk.outside.told == [WORDS]


def test_where_nothing_presses_it_says_nothing(
    desk: Desk, count: Callable[[PressingCount], None]
) -> None:
    count(PressingCount())
    desk.begin()
    assert desk.words == ""
    assert desk.outside.told == []


def test_show_puts_it_away_and_asks_for_today(desk: Desk) -> None:
    desk.begin()
    with desk.qtbot.waitSignal(desk.reminders.show_asked):
        desk.bar.show_button.click()
    assert desk.words == ""
    assert desk.outside.is_taken_back


def test_a_click_on_the_message_outside_shows_too(desk: Desk) -> None:
    desk.begin()
    with desk.qtbot.waitSignal(desk.reminders.show_asked):
        desk.outside.clicked.emit()
    assert desk.words == ""


def test_quiet_lasts_until_tomorrow_and_outlives_the_program(desk: Desk) -> None:
    desk.begin()
    desk.bar.quiet_button.click()
    assert desk.words == ""
    assert desk.context.settings.quiet_on == "2026-11-23"
    desk.reminders.remind()
    desk.wait()
    assert desk.words == ""

    again = Desk(desk.qtbot, desk.context)
    again.begin()
    assert again.words == ""

    next_day(desk.context)
    desk.reminders.watch.look()
    desk.wait()
    assert desk.words == WORDS


def test_a_wish_for_quiet_while_it_counts_holds(desk: Desk) -> None:
    desk.reminders.begin()
    desk.context.change_settings(quiet_on="2026-11-23")
    desk.wait()
    assert desk.words == ""


def test_reminders_can_be_switched_off(desk: Desk) -> None:
    desk.begin()
    desk.context.change_settings(is_reminding=False)
    assert desk.words == ""
    next_day(desk.context)
    desk.reminders.watch.look()
    desk.wait()
    assert desk.words == ""


def test_who_takes_a_wish_for_quiet_back_is_reminded_at_once(desk: Desk) -> None:
    desk.begin()
    desk.bar.quiet_button.click()
    desk.context.change_settings(quiet_on="")
    desk.wait()
    assert desk.words == WORDS


def test_a_window_that_closes_takes_everything_back(desk: Desk) -> None:
    desk.begin()
    desk.reminders.stop()
    assert desk.words == ""
    assert desk.outside.is_taken_back
    next_day(desk.context)
    with desk.qtbot.assertNotEmitted(desk.context.changed):
        desk.reminders.watch._on_state_changed(Qt.ApplicationState.ApplicationActive)
    desk.reminders.remind()
    desk.wait()
    assert desk.words == ""


def test_another_choice_leaves_the_bar_alone(desk: Desk) -> None:
    desk.begin()
    desk.context.change_settings(scheme="dark")
    assert desk.words == WORDS


def test_a_save_corrects_what_the_bar_says(
    desk: Desk, count: Callable[[PressingCount], None]
) -> None:
    desk.begin()
    count(PressingCount(2, 0))
    desk.context.apply(Changes("Saved"))
    desk.wait()
    assert desk.words == "2 deadlines are overdue."
    count(PressingCount())
    desk.context.apply(Changes("Saved"))
    desk.wait()
    assert desk.words == ""
    count(PressingCount(1, 0))
    desk.context.apply(Changes("Saved"))
    desk.wait()
    assert desk.words == ""
    assert desk.outside.told == [WORDS]


def test_outside_it_is_told_only_to_who_wants_it(desk: Desk) -> None:
    desk.context.change_settings(reminds_outside=False)
    desk.begin()
    assert desk.words == WORDS
    assert desk.outside.told == []


def test_practice_stays_in_its_window_and_its_quiet_is_forgotten(
    qtbot: QtBot, count: object
) -> None:
    assert count
    for context in practice_context():
        desk = Desk(qtbot, context)
        desk.begin()
        assert desk.words == WORDS
        assert desk.outside.told == []
        desk.bar.quiet_button.click()
        desk.reminders.remind()
        desk.wait()
        assert desk.words == ""
        assert context.settings.quiet_on == ""


def test_it_comes_back_at_the_chosen_time_once(qtbot: QtBot, context: AppContext) -> None:
    set_time(context, 8, 59)
    watch = DayWatch(context, context)
    with qtbot.assertNotEmitted(watch.time_came):
        watch.look()
    set_time(context, 9, 0)
    with qtbot.waitSignal(watch.time_came):
        watch.look()
    set_time(context, 9, 1)
    with qtbot.assertNotEmitted(watch.time_came):
        watch.look()


def test_a_time_that_a_sleeping_laptop_missed_counts_when_it_wakes(
    qtbot: QtBot, context: AppContext
) -> None:
    set_time(context, 8)
    watch = DayWatch(context, context)
    set_time(context, 13, 40)
    with qtbot.waitSignal(watch.time_came):
        watch._on_state_changed(Qt.ApplicationState.ApplicationActive)


def test_at_no_set_time_it_never_comes_back_on_a_day(qtbot: QtBot, context: AppContext) -> None:
    context.change_settings(remind_at="")
    set_time(context, 0)
    watch = DayWatch(context, context)
    with qtbot.assertNotEmitted(watch.time_came):
        for hour in range(24):
            set_time(context, hour)
            watch.look()


def test_a_new_day_is_noticed_by_the_minute_and_when_the_program_comes_to_the_front(
    qtbot: QtBot, context: AppContext
) -> None:
    watch = DayWatch(context, context)
    assert watch._timer.isActive()
    assert watch._timer.interval() == 60_000
    next_day(context)
    with qtbot.assertNotEmitted(watch.day_changed):
        watch._on_state_changed(Qt.ApplicationState.ApplicationInactive)
    with qtbot.waitSignals([context.changed, watch.day_changed]):
        watch._timer.timeout.emit()
    with qtbot.assertNotEmitted(context.changed):
        watch.look()
    next_day(context)
    with qtbot.waitSignal(watch.day_changed):
        watch._on_state_changed(Qt.ApplicationState.ApplicationActive)


def test_midnight_and_the_chosen_time_slept_through_together_remind_once(
    desk: Desk,
) -> None:
    set_time(desk.context, 8)
    desk.reminders.watch.look()
    desk.begin()
    del desk.outside.told[:]
    next_day(desk.context)
    set_time(desk.context, 10)
    desk.reminders.watch.look()
    desk.wait()
    assert desk.outside.told == [WORDS]


def test_the_main_window_reminds_when_today_is_read_and_leads_there(qtbot: QtBot) -> None:
    for context in practice_context():
        window = open_window(qtbot, context)
        activate(window)
        qtbot.waitUntil(window.reminder_bar.isVisible)
        page = window.page
        assert isinstance(page, TodayPage)
        overdue, due = (page.tiles[key].figure for key in ("overdue", "due_today"))
        words = window.reminder_bar.sentence_label.text()
        assert words == f"{overdue} deadlines are overdue and {due} are due today."
        window.go("cases")

        window.reminder_bar.show_button.click()

        assert window.page is page
        assert not window.reminder_bar.isVisible()
        assert len(page.due_card.rows()) == (overdue or 0) + (due or 0)
        assert window.focusWidget() is page.due_card.table
