"""The main window: pages when asked for, every command by keyboard, and no name in its title."""

from __future__ import annotations

import errno
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from page_registers import TROUBLE, empty_context, practice_context
from page_samples import TODAY
from PySide6.QtCore import Qt
from window_steps import cases_page, open_window, trigger

from sgdesk.ui.errors import Trouble
from sgdesk.ui.main_window import MainWindow
from sgdesk.ui.pages.today_page import TodayPage
from sgdesk.ui.shell.counts import count_others
from sgdesk.ui.shell.menus import COMMANDS, MENUS
from sgdesk.ui.shell.page_stack import PAGES, Place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from sgdesk.config.settings import Settings
    from sgdesk.ui.context import AppContext


@pytest.fixture
def context() -> Iterator[AppContext]:
    yield from practice_context()


@pytest.fixture
def window(qtbot: QtBot, context: AppContext) -> MainWindow:
    return open_window(qtbot, context)


def test_the_first_page_is_built_after_the_first_frame(qtbot: QtBot, context: AppContext) -> None:
    window = MainWindow(context)
    qtbot.addWidget(window)
    window.show()
    assert window.windowTitle() == "SGDesk PRACTICE: Today"
    assert window.stack.count() == 0

    qtbot.waitUntil(lambda: window.stack.place == Place("today"))
    qtbot.waitUntil(lambda: bool(window.page.due_card.rows()))


def test_a_page_asked_for_before_the_first_frame_is_the_first(
    qtbot: QtBot, context: AppContext
) -> None:
    window = MainWindow(context)
    qtbot.addWidget(window)
    window.go("settings")
    window.show()
    qtbot.waitExposed(window)

    assert window.stack.place == Place("settings")
    assert not window.stack.can_go_back


def test_the_mapper_is_loaded_when_the_first_rows_were_shown_for_a_while(
    qtbot: QtBot, window: MainWindow, context: AppContext
) -> None:
    assert window.counts._calm_timer.isActive()
    window.counts._calm_timer.setInterval(0)
    loaded = []
    context.register.warm_up = lambda: loaded.append(True)
    qtbot.waitUntil(lambda: loaded == [True])

    assert not window.counts._calm_timer.isActive()


def test_today_is_shown_first_and_no_other_page_is_built(window: MainWindow) -> None:
    assert isinstance(window.page, TodayPage)
    assert window.stack.count() == 1


def test_the_title_says_practice_and_names_no_case(qtbot: QtBot, window: MainWindow) -> None:
    assert window.windowTitle() == "SGDesk PRACTICE: Today"
    row = cases_page(qtbot, window).list_card.rows()[0]

    window.open_case(row.case_id)

    assert window.windowTitle() == "SGDesk PRACTICE: Case"


def test_a_real_register_has_no_banner_and_says_when_it_saved(qtbot: QtBot, tmp_path: Path) -> None:
    for context in empty_context(tmp_path):
        window = MainWindow(context)
        qtbot.addWidget(window)
        with qtbot.waitSignal(window.page.loaded):
            window.show()

        assert window.windowTitle() == "SGDesk: Today"
        assert not window.practice_banner.isVisible()
        assert window.status_line.saved_label.text().startswith("Saved ")


def test_the_practice_banner_leads_out(qtbot: QtBot, window: MainWindow) -> None:
    assert window.practice_banner.isVisible()
    assert window.status_line.saved_label.text() == "Practice only, not kept"
    with qtbot.waitSignal(window.leave_practice_asked):
        window.practice_banner.leave_button.click()
    with qtbot.waitSignal(window.start_for_real_asked):
        window.practice_banner.start_button.click()


def test_the_navigation_counts_what_waits(qtbot: QtBot, window: MainWindow) -> None:
    navigation = window.navigation
    spoken = [navigation.button(key).accessibleName() for key in ("cases", "deadlines")]

    assert all(any(letter.isdigit() for letter in words) for words in spoken)
    publications = navigation.button("publications")
    qtbot.waitUntil(lambda: any(one.isdigit() for one in publications.accessibleName()))


def test_the_keys_lead_to_the_pages_and_back(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.stack.place == Place("cases")
    assert window.navigation.chosen_key == "cases"

    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.stack.place == Place("today")
    assert window.navigation.chosen_key == "today"
    assert not window.commands.action("back").isEnabled()


def test_a_page_is_built_once(qtbot: QtBot, window: MainWindow) -> None:
    page = cases_page(qtbot, window)
    window.go("today")
    window.go("cases")

    assert window.page is page


def test_a_case_opens_on_a_page_of_its_own_and_the_list_is_one_click_away(
    qtbot: QtBot, window: MainWindow
) -> None:
    page = cases_page(qtbot, window)
    first, second = (row.case_id for row in page.list_card.rows()[:2])

    window.open_case(first)
    assert window.stack.place == Place("cases", first)
    window.open_case(second)
    assert window.stack.count() == 3
    window.navigation.button("cases").click()
    assert window.page is page

    trigger(window, "back")
    assert window.stack.place == Place("cases", second)
    trigger(window, "back")
    assert window.stack.place == Place("cases", first)


def test_commands_that_the_page_cannot_do_are_off(qtbot: QtBot, window: MainWindow) -> None:
    assert not window.commands.action("filter").isEnabled()
    assert window.commands.action("explain").isEnabled()

    page = cases_page(qtbot, window)
    trigger(window, "filter")

    assert page.search_field.hasFocus() or window.focusWidget() is page.search_field


def test_a_new_day_is_noticed_while_the_window_is_open(
    qtbot: QtBot, window: MainWindow, context: AppContext
) -> None:
    page = window.page
    assert isinstance(page, TodayPage)
    with qtbot.assertNotEmitted(context.changed):
        window.reminders.watch.look()

    context.today = lambda: TODAY + timedelta(days=1)
    with qtbot.waitSignal(page.loaded):
        window.reminders.watch.look()

    assert page.header.second_label.text().startswith("Tuesday 24 November 2026")


def test_the_navigation_is_a_rail_in_a_small_window(window: MainWindow) -> None:
    assert not window.navigation.is_rail
    window.resize(1280, 900)
    assert window.navigation.is_rail
    window.resize(1440, 720)
    assert window.navigation.is_rail
    window.resize(1440, 900)
    assert not window.navigation.is_rail


def test_a_page_larger_than_the_window_scrolls(window: MainWindow) -> None:
    window.resize(900, 500)

    assert window.width() == 900
    assert window.page.height() > window.stack.height()


def test_f6_goes_from_the_navigation_into_the_page_and_round(
    qtbot: QtBot, window: MainWindow
) -> None:
    page = cases_page(qtbot, window)
    window.navigation.button("cases").setFocus()

    trigger(window, "next_pane")
    assert window.focusWidget() is page.list_card.table


def test_f6_goes_from_the_page_to_a_line_above_it(qtbot: QtBot, window: MainWindow) -> None:
    page = cases_page(qtbot, window)
    window.notice_bar.show_trouble(Trouble("Nothing could be saved."))
    page.panes()[-1].setFocus()

    trigger(window, "next_pane")
    assert window.focusWidget() is window.notice_bar.close_button


def test_lock_is_asked_of_the_application(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.lock_asked):
        trigger(window, "lock")
    with qtbot.waitSignal(window.lock_asked):
        window.navigation.lock_button.click()


@pytest.mark.parametrize(
    ("name", "choice"),
    [
        ("scheme_dark", {"scheme": "dark"}),
        ("text_150", {"text_scale": 1.5}),
        ("comfortable", {"is_comfortable": True}),
    ],
)
def test_the_view_menu_changes_the_officers_choices(
    window: MainWindow, context: AppContext, name: str, choice: dict[str, object]
) -> None:
    kept: list[Settings] = []
    context._keep = kept.append

    trigger(window, name)

    assert context.settings == replace(type(context.settings)(), **choice)
    assert kept == [context.settings]
    assert window.commands.action(name).isChecked()


def test_a_choice_that_cannot_be_kept_is_in_force_and_told(
    window: MainWindow, context: AppContext
) -> None:
    def refuse(_settings: Settings) -> None:
        raise PermissionError

    context._keep = refuse
    context.setProperty(TROUBLE, True)

    trigger(window, "scheme_dark")

    assert context.settings.scheme == "dark"
    assert window.notice_bar.copy_button.isVisible()


@pytest.mark.parametrize(
    ("reason", "said"),
    [(errno.ENOSPC, "The disk is full"), (errno.EACCES, "folder cannot be written")],
    ids=["full", "forbidden"],
)
def test_what_keeps_settings_from_being_kept_is_told(
    window: MainWindow, context: AppContext, reason: int, said: str
) -> None:
    def refuse(_settings: Settings) -> None:
        raise OSError(reason, "x")

    context._keep = refuse
    context.setProperty(TROUBLE, True)

    context.change_settings(lock_after=5)

    words = window.notice_bar.sentence_label.text()
    assert said in words
    assert words.endswith("They hold until SGDesk closes.")
    assert context.settings.lock_after == 5


def test_the_place_of_the_window_is_kept(qtbot: QtBot, context: AppContext) -> None:
    first = MainWindow(context)
    qtbot.addWidget(first)
    with qtbot.waitSignal(first.page.loaded):
        first.show()
    first.setGeometry(40, 30, 700, 600)
    first.close()

    second = MainWindow(context)
    qtbot.addWidget(second)

    assert second.size() == first.size()


def test_a_first_window_leaves_room_for_the_title_bar_of_the_system(
    qtbot: QtBot, context: AppContext
) -> None:
    window = MainWindow(context)
    qtbot.addWidget(window)
    room = window.screen().availableGeometry().height()
    assert window.height() <= min(900, room - 40)


def test_a_broken_place_is_forgotten(qtbot: QtBot, context: AppContext) -> None:
    context.settings = replace(context.settings, window_geometry="00ff")

    window = MainWindow(context)
    qtbot.addWidget(window)

    assert window.width() >= 800


def test_every_command_stands_in_a_menu_and_has_a_key_of_its_own(window: MainWindow) -> None:
    in_menus = {name for _, names in MENUS for name in names if name}
    registered = {command.name for command, _ in window.commands.usable()} | {
        command.name for command in COMMANDS
    }
    keys = [
        key.toString() for name in registered for key in window.commands.action(name).shortcuts()
    ]

    assert in_menus == registered
    assert len(keys) == len(set(keys))
    assert [menu.text() for menu in window.menuBar().actions()] == [title for title, _ in MENUS]


def test_every_page_is_in_the_go_menu(window: MainWindow) -> None:
    for number, page in enumerate(PAGES, start=1):
        action = window.commands.action(f"go_{page.key}")
        assert action.shortcut().toString() == f"Ctrl+{number}"


def test_publications_on_their_way_and_returns_that_are_out_are_counted(
    context: AppContext,
) -> None:
    counts = count_others(context)
    assert counts["publications"] == 1
    assert counts["agency_returns"] > 0


@pytest.mark.parametrize("key", [page.key for page in PAGES])
def test_every_page_can_be_shown(window: MainWindow, key: str) -> None:
    window.go(key)

    assert window.stack.place == Place(key)
    assert window.page.isVisible()
