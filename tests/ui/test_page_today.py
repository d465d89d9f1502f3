"""Today shows what presses, opens what is chosen, and fits small windows."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from page_registers import TROUBLE, empty_context, practice_context
from page_samples import TODAY, make_deadline, make_view
from PySide6.QtCore import Qt
from today_samples import show_today, titles

from sgdesk.domain.rules import Phase
from sgdesk.domain.standings import Standing
from sgdesk.records.deadlines import DueKind
from sgdesk.services.due_workings import explain_due
from sgdesk.services.outcomes import Changes
from sgdesk.services.today import look_at_today
from sgdesk.services.today_papers import today_sheet
from sgdesk.ui.pages.due_card import row_key
from sgdesk.ui.pages.today_page import TodayPage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from sgdesk.records.deadlines import DeadlineRow
    from sgdesk.ui.context import AppContext


@pytest.fixture
def context() -> Iterator[AppContext]:
    yield from practice_context()


@pytest.fixture
def page(qtbot: QtBot, context: AppContext) -> TodayPage:
    return show_today(qtbot, context)


def test_before_the_first_reading_nothing_is_claimed(qtbot: QtBot, context: AppContext) -> None:
    page = TodayPage(context)
    qtbot.addWidget(page)

    assert page.header.second_label.text() == "Monday 23 November 2026"
    assert {tile.figure for tile in page.tiles.values()} == {None}
    assert not page.due_card.link_button.isEnabled()
    with qtbot.waitSignal(page.loaded):
        page.show()


def test_the_day_is_in_the_head_and_the_tiles_count_the_list(page: TodayPage) -> None:
    assert page.header.second_label.text() == "Monday 23 November 2026 · working day"
    pressing = [page.tiles[key].figure for key in ("overdue", "due_today", "soon")]
    assert all(pressing)
    looks = [row for row in page.due_card.rows() if row.standing is Standing.PAUSED]
    assert [row.what for row in looks] == ["Look again: police investigation"]
    assert sum(pressing) + len(looks) == len(page.due_card.rows())
    assert titles(page) == [
        "Overdue", "Due today", "Look again at a pause", "Next 5 working days",
    ]  # fmt: skip


def test_a_tile_filters_the_list_and_a_second_press_shows_everything(page: TodayPage) -> None:
    everything = page.due_card.rows()

    page.tiles["overdue"].click()
    assert len(page.due_card.rows()) == page.tiles["overdue"].figure
    assert titles(page) == ["Overdue"]

    page.tiles["others"].click()
    assert not page.tiles["overdue"].isChecked()
    assert len(page.due_card.rows()) == page.tiles["others"].figure

    page.tiles["others"].click()
    assert page.due_card.rows() == everything


def choose(page: TodayPage, *, is_of_actions: bool) -> DeadlineRow:
    """Choose the first line of actions, or the first of a deadline."""
    rows = page.due_card.rows()
    row = next(one for one in rows if (one.phase is Phase.ACTION) == is_of_actions)
    page.due_card.table.choose(row_key(row))
    return row


def test_enter_opens_the_case_of_the_chosen_deadline(qtbot: QtBot, page: TodayPage) -> None:
    row = choose(page, is_of_actions=False)

    with qtbot.waitSignal(page.case_asked) as asked:
        qtbot.keyClick(page.due_card.table, Qt.Key.Key_Return)

    assert asked.args == [row.case_id]


def test_the_date_of_the_chosen_deadline_can_be_asked_for(qtbot: QtBot, page: TodayPage) -> None:
    page.due_card.show_view(make_view())
    with qtbot.assertNotEmitted(page.deadline_asked):
        page.explain_chosen()
        page.open_chosen()
    page.reload()
    qtbot.waitSignal(page.loaded).wait()

    row = choose(page, is_of_actions=False)

    with qtbot.waitSignal(page.deadline_asked) as asked:
        page.explain_chosen()
    assert asked.args == [row.case_id, row.code]
    with qtbot.waitSignal(page.case_asked):
        page.open_chosen()


def test_a_line_of_actions_leads_to_the_chain_of_its_case(qtbot: QtBot, page: TodayPage) -> None:
    row = choose(page, is_of_actions=True)
    assert row.entry_id is None
    link = page.due_card.why_button
    assert (link.text(), link.accessibleName()) == ("Show them", "Show them in their case")

    for way in (page.explain_chosen, page.open_chosen):
        with (
            qtbot.assertNotEmitted(page.deadline_asked),
            qtbot.waitSignal(page.step_asked) as asked,
        ):
            way()
        assert asked.args == [row.case_id, "learning"]


def test_the_date_of_a_single_action_or_return_is_explained(qtbot: QtBot, page: TodayPage) -> None:
    page.tiles["others"].click()
    rows = [row for row in page.due_card.rows() if row.entry_id is not None]
    page.due_card.table.choose(row_key(rows[0]))

    with qtbot.waitSignal(page.working_asked) as asked:
        page.explain_chosen()
    assert asked.args == [explain_due(page._context.register, rows[0], today=TODAY)]
    with qtbot.waitSignal(page.step_asked) as led:
        page.open_chosen()
    assert led.args == [rows[0].case_id, "agencies"]


def test_what_was_taken_away_meanwhile_is_told(qtbot: QtBot, page: TodayPage) -> None:
    context = page._context
    context.setProperty(TROUBLE, True)
    gone = make_deadline(kind=DueKind.RETURN, entry_id=UUID(int=9), case_id=UUID(int=8))
    page.due_card.show_view(make_view(overdue=(gone,)))
    page.due_card.table.choose_first()
    with qtbot.waitSignal(context.troubled):
        page.explain_chosen()


def test_what_waits_on_the_pages_is_counted(
    qtbot: QtBot, page: TodayPage, context: AppContext
) -> None:
    with qtbot.waitSignal(page.counted) as counted:
        context.apply(Changes("Something saved"))

    view = look_at_today(context.register, today=context.today())
    assert counted.args == [
        {"cases": view.open_cases, "deadlines": view.deadlines, "actions": view.overdue_actions}
    ]
    assert view.overdue_actions > 0


def test_a_deadline_of_the_partnership_is_explained_instead(qtbot: QtBot, page: TodayPage) -> None:
    page.due_card.show_view(make_view(overdue=(make_deadline(case_id=None, code="YR-12"),)))
    page.due_card.table.choose_first()

    with qtbot.waitSignal(page.deadline_asked) as asked:
        page.open_chosen()

    assert asked.args == [None, "YR-12"]


def test_the_chosen_line_stays_chosen_when_the_day_is_read_again(
    qtbot: QtBot, page: TodayPage, context: AppContext
) -> None:
    row = page.due_card.rows()[-1]
    page.due_card.table.choose((row.case_id, row.code))

    with qtbot.waitSignal(page.loaded):
        context.apply(Changes("Something saved"))

    assert page.due_card.table.chosen_record() == row


def test_the_chosen_line_stays_chosen_in_a_smaller_window(page: TodayPage) -> None:
    row = page.due_card.rows()[-1]
    page.due_card.table.choose((row.case_id, row.code))

    page.resize(1000, 640)

    assert page.due_card.table.chosen_record() == row
    assert page.due_card.table.model().columnCount() == 4
    page.resize(1248, 800)
    assert page.due_card.table.model().columnCount() == 6


def test_a_low_window_folds_the_weeks_and_the_officer_can_unfold_them(page: TodayPage) -> None:
    card = page.weeks_card
    assert card.weeks.isVisible()
    assert not card.sentence_label.isVisible()

    page.resize(1248, 640)
    assert not card.weeks.isVisible()
    assert "deadlines" in card.sentence_label.text()

    card.title_button.click()
    page.resize(1248, 650)
    assert card.weeks.isVisible()


def test_a_narrow_window_puts_the_side_below(qtbot: QtBot, page: TodayPage) -> None:
    assert page.palette_field.isVisible()

    page.resize(900, 640)

    qtbot.waitUntil(lambda: page.side.y() > page.due_card.y())
    assert not page.palette_field.isVisible()


def test_the_whole_day_prints_whatever_the_list_shows(qtbot: QtBot, page: TodayPage) -> None:
    page.tiles["overdue"].click()

    with qtbot.waitSignal(page.report_asked) as asked:
        page.due_card.link_button.click()

    (sheet,) = asked.args
    assert sheet.title == "Today, Mon 23 Nov 2026"
    assert sheet == today_sheet(page._context.register, page.view, today=TODAY)


def test_before_the_day_is_read_nothing_prints(qtbot: QtBot, context: AppContext) -> None:
    page = TodayPage(context)
    qtbot.addWidget(page)
    with qtbot.assertNotEmitted(page.report_asked):
        page.print_list()
    with qtbot.waitSignal(page.loaded):
        page.show()


def test_typing_into_the_search_line_goes_on_to_the_palette(qtbot: QtBot, page: TodayPage) -> None:
    with qtbot.waitSignal(page.palette_asked) as asked:
        qtbot.keyClick(page.palette_field, Qt.Key.Key_B)
    assert asked.args == ["b"]
    with qtbot.waitSignal(page.palette_asked) as asked:
        qtbot.keyClick(page.palette_field, Qt.Key.Key_Return)
    assert asked.args == [""]
    with qtbot.waitSignal(page.palette_asked):
        qtbot.mouseClick(page.palette_field, Qt.MouseButton.LeftButton)
    with qtbot.assertNotEmitted(page.palette_asked):
        qtbot.keyClick(page.palette_field, Qt.Key.Key_Left)
    assert page.palette_field.text() == ""


def test_what_a_reminder_counts_is_shown_with_the_keyboard_in_it(page: TodayPage) -> None:
    page.show_now()
    assert titles(page) == ["Overdue", "Due today"]
    counted = [page.tiles[key].figure for key in ("overdue", "due_today")]
    assert len(page.due_card.rows()) == sum(counted)
    assert page.due_card.table.chosen_record() == page.due_card.rows()[0]
    page.due_card.all_button.click()
    assert len(titles(page)) == 4


def test_the_first_case_and_the_import_are_offered_where_there_is_none(
    qtbot: QtBot, tmp_path: Path
) -> None:
    for context in empty_context(tmp_path):
        page = TodayPage(context)
        qtbot.addWidget(page)
        with qtbot.waitSignal(page.loaded):
            page.show()
        empty = page.due_card.table.parent().findChild(type(page.due_card._no_cases))

        assert empty.isVisible()
        with qtbot.waitSignal(page.new_case_asked):
            empty.button.click()
        with qtbot.waitSignal(page.import_asked):
            empty.import_button.click()


def test_a_day_on_which_nothing_presses_says_so(page: TodayPage) -> None:
    page.due_card.show_view(make_view())
    assert page.due_card._nothing_due.isVisible()
    assert page.due_card.link_button.isEnabled()

    page.tiles["overdue"].click()
    assert page.due_card._filtered_out.isVisible()

    page.due_card._filtered_out.button.click()
    assert not page.tiles["overdue"].isChecked()
    assert page.due_card._nothing_due.isVisible()


def test_the_keyboard_stays_in_the_list_when_its_form_changes(page: TodayPage) -> None:
    card = page.due_card
    card.table.setFocus()
    assert page.window().focusWidget() is card.table
    before = card.table
    card.set_compact(is_compact=not card._is_compact)
    assert card.table is not before
    assert page.window().focusWidget() is card.table
    assert card.table.chosen_record() is not None
    card.show_view(make_view())
    card.show_view(make_view(overdue=(make_deadline(),)))
    assert card.table.chosen_record() == make_deadline()
    assert card.why_button.text() == "Why?"


def test_the_link_of_the_list_explains_the_chosen_line_else_the_first(
    qtbot: QtBot, page: TodayPage
) -> None:
    card = page.due_card
    first = card.rows()[0]
    with qtbot.waitSignal(card.record_asked) as asked:
        card.why_button.click()
    assert asked.args == [first]
    chosen = card.rows()[-1]
    card.table.choose(row_key(chosen))
    with qtbot.waitSignal(card.record_asked) as asked:
        card.why_button.click()
    assert asked.args == [chosen]
    card.show_view(make_view())
    assert card.why_button.isHidden()
