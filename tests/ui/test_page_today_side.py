"""The side of Today: next steps, the public list, and what happened since last time."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from page_registers import practice_context
from page_samples import TODAY, make_deadline, make_view
from PySide6.QtWidgets import QLabel, QPushButton
from today_samples import show_today

from sgdesk.domain.rules import Phase
from sgdesk.records.cases import HistoryRow, NextStep
from sgdesk.records.moved_dates import MovedDate
from sgdesk.records.today import CaseNextStep, ListedReview

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


def test_each_next_step_has_one_button_that_names_its_case(qtbot: QtBot, page: TodayPage) -> None:
    step = NextStep(
        "Send the Rapid Review", "Due today: Mon 23 Nov 2026.", "rapid_review", "Record…"
    )
    idle = NextStep("Nothing is due", "", "", "")
    row = make_deadline()
    page.side.show_view(
        make_view(
            next_steps=(
                CaseNextStep(row.case_id, "ZZ1", step),
                CaseNextStep(row.case_id, "ZZ2", idle),
            )
        )
    )
    send, look = page.side.steps_card.findChildren(type(page.new_case_button))[1:]

    assert send.accessibleName() == "Send the Rapid Review, ZZ1"
    assert {"ZZ1", "Due today"} <= {label.text() for label in page.side.findChildren(QLabel)}
    with qtbot.waitSignal(page.step_asked) as asked:
        send.click()
    assert asked.args == [row.case_id, "rapid_review"]
    with qtbot.waitSignal(page.case_asked):
        look.click()


def make_at(day: int, hour: int) -> datetime:
    return datetime(2026, 11, day, hour, 5, tzinfo=UTC)


def side_texts(page: TodayPage) -> list[str]:
    card = page.side.since_card
    return [one.text() for kind in (QLabel, QPushButton) for one in card.findChildren(kind)]


def test_what_happened_since_last_time_is_summed_up(page: TodayPage) -> None:
    before = make_at(20, 17)
    change = HistoryRow(make_at(23, 8), "Quality lead", "Case: title", "", "")
    page.side.show_view(make_view(opened_before=before, since=(change, change), became_overdue=3))

    shown = side_texts(page)

    assert any(text.startswith("Fri 20 Nov 2026, ") for text in shown)
    assert "3 dates have become overdue" in shown
    assert "Case: title" in shown
    assert "2 times, by Quality lead" in shown


def test_a_quiet_night_and_a_first_day_say_so(page: TodayPage) -> None:
    page.side.show_view(make_view(opened_before=make_at(20, 17)))
    assert "Nothing has changed." in side_texts(page)

    page.side.show_view(make_view(opened_before=None, became_overdue=1))
    assert "This is the first time." in side_texts(page)
    assert "1 date has become overdue" in side_texts(page)


def button(page: TodayPage, start: str) -> QPushButton:
    """Return the one button of the side whose spoken name begins so."""
    found = [one for one in page.side.findChildren(QPushButton) if spoken(one).startswith(start)]
    (only,) = found
    return only


def spoken(one: QPushButton) -> str:
    return one.accessibleName() or one.text()


def test_what_became_overdue_is_one_click_away(page: TodayPage) -> None:
    late = make_deadline(counts_to=date(2026, 11, 20))
    older = make_deadline(counts_to=date(2026, 11, 19), code="OLD")
    action = make_deadline(counts_to=date(2026, 11, 20), phase=Phase.ACTION, code="ACT")
    undated = make_deadline(counts_to=None, code="NONE")
    view = make_view(
        opened_before=make_at(20, 17), became_overdue=1, overdue=(undated, older, late, action)
    )
    page.choice.show_view(view)
    page.side.show_view(view)

    button(page, "1 date has become overdue").click()

    assert page.due_card.rows() == [late]
    assert page.due_card.title_label.text() == "Overdue since you last opened"
    page.due_card.all_button.click()
    assert len(page.due_card.rows()) == 4


def test_moved_due_dates_are_told_apart_from_other_changes(qtbot: QtBot, page: TodayPage) -> None:
    moved = MovedDate(
        UUID(int=1), "ZZ1", "RR-15", "Rapid Review", TODAY, TODAY + timedelta(days=1), "Calendar"
    )
    told = HistoryRow(make_at(23, 8), "Officer", "Due date moved", "", "", record="Due date moved")
    several = (moved, *(MovedDate(UUID(int=2), "ZZ2", "PUB-7", "Report", None, None, ""),) * 4)

    page.side.show_view(make_view(opened_before=make_at(20, 17), since=(told,), moved=several))
    shown = side_texts(page)

    assert "Rapid Review: Mon 23 Nov 2026 becomes Tue 24 Nov 2026" in shown
    assert "Report: no date becomes no date" in shown
    assert "2 more due dates were moved" in shown
    assert "Due date moved" not in shown
    with qtbot.waitSignal(page.deadline_asked) as asked:
        button(page, "ZZ1: due date moved").click()
    assert asked.args == [UUID(int=1), "RR-15"]
    page.side.show_view(make_view(opened_before=make_at(20, 17), moved=several[:4]))
    assert not any(text.endswith("due dates were moved") for text in side_texts(page))
    assert (
        len([text for text in side_texts(page) if text == "Report: no date becomes no date"]) == 3
    )


def listed(number: int, days: int) -> ListedReview:
    return ListedReview(
        UUID(int=number), f"ZZ{number}", "A review", TODAY + timedelta(days=days), days <= 0
    )


def test_the_end_of_the_public_list_is_told_while_it_is_near(qtbot: QtBot, page: TodayPage) -> None:
    card = page.side.window_card
    page.side.show_view(make_view())
    assert not card.isVisible()

    reviews = (*(listed(number, -number) for number in range(5)), listed(7, 9))
    page.side.show_view(make_view(list_window=reviews))
    texts = [label.text() for label in card.findChildren(QLabel)]
    assert {"5 reviews to be archived", "and 2 more"} <= set(texts)
    assert "1 review leaves in the next 3 months" in texts
    assert "Leaves Wed 2 Dec 2026" in texts
    with qtbot.waitSignal(page.case_asked) as asked:
        button(page, "ZZ7, A review. Leaves Wed 2 Dec 2026").click()
    assert asked.args == [UUID(int=7)]
    with qtbot.waitSignal(page.page_asked) as led:
        card.link_button.click()
    assert led.args == ["publications"]

    page.side.show_view(make_view(list_window=(listed(1, 5), listed(2, 6))))
    texts = [label.text() for label in card.findChildren(QLabel)]
    assert "2 reviews leave in the next 3 months" in texts
