"""A day of the coming weeks, chosen in the strip, is shown in the list of Today."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from page_registers import practice_context
from today_samples import show_today, titles

from sgdesk.services.outcomes import Changes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from sgdesk.ui.context import AppContext
    from sgdesk.ui.pages.today_page import TodayPage


@pytest.fixture
def context() -> Iterator[AppContext]:
    yield from practice_context()


@pytest.fixture
def page(qtbot: QtBot, context: AppContext) -> TodayPage:
    return show_today(qtbot, context)


def show_day(qtbot: QtBot, page: TodayPage, day: date) -> None:
    with qtbot.waitSignal(page.choice.day_shown):
        page.weeks_card.day_chosen.emit(day)


def test_a_day_of_the_strip_shows_its_deadlines_in_the_list(qtbot: QtBot, page: TodayPage) -> None:
    everything = page.due_card.rows()
    page.tiles["overdue"].click()
    day = date(2026, 11, 26)

    show_day(qtbot, page, day)

    assert page.due_card.title_label.text() == "Due on Thu 26 Nov"
    assert {row.counts_to for row in page.due_card.rows()} == {day}
    load = next(load for load in page.view.weeks if load.day == day)
    assert len(page.due_card.rows()) == len(load.weights)
    assert page.due_card.note_label.text() == str(len(load.weights))
    assert not page.tiles["overdue"].isChecked()

    page.due_card.all_button.click()
    assert page.due_card.rows() == everything
    assert page.due_card.title_label.text() == "What is due"
    assert not page.due_card.all_button.isVisible()


def test_the_day_that_is_pressed_again_goes(qtbot: QtBot, page: TodayPage) -> None:
    everything = page.due_card.rows()
    day = date(2026, 11, 26)
    show_day(qtbot, page, day)

    page.weeks_card.day_chosen.emit(day)

    assert page.due_card.rows() == everything


def test_a_bank_holiday_is_named_and_a_free_day_says_so(qtbot: QtBot, page: TodayPage) -> None:
    show_day(qtbot, page, date(2026, 12, 25))

    assert page.due_card.note_label.text() == "bank holiday, Christmas Day"
    assert page.due_card._free_day.isVisible()
    page.due_card._free_day.button.click()
    assert page.due_card.rows()


def test_the_day_on_show_is_read_again_with_the_page(
    qtbot: QtBot, page: TodayPage, context: AppContext
) -> None:
    show_day(qtbot, page, date(2026, 11, 26))
    with qtbot.waitSignal(page.choice.day_shown):
        context.apply(Changes("Something saved"))
    assert page.due_card.title_label.text() == "Due on Thu 26 Nov"


def test_a_day_that_is_over_with_its_week_is_shown_no_longer(
    qtbot: QtBot, page: TodayPage, context: AppContext
) -> None:
    show_day(qtbot, page, date(2026, 11, 26))
    context.today = lambda: date(2026, 12, 7)
    with qtbot.waitSignal(page.loaded):
        context.apply(Changes(""))
    assert page.due_card.title_label.text() == "What is due"


def test_a_group_chosen_while_a_day_is_read_wins(qtbot: QtBot, page: TodayPage) -> None:
    page.weeks_card.day_chosen.emit(date(2026, 11, 26))
    page.tiles["overdue"].click()
    qtbot.waitUntil(lambda: not page.choice._reading._is_running)
    assert titles(page) == ["Overdue"]
