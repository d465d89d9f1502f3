"""The case list filters, sorts and keeps the chosen case; beside it stands what the case needs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from page_registers import empty_context, practice_context
from page_samples import TODAY
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from sgdesk.domain.standings import Standing
from sgdesk.records.cases import NextStep
from sgdesk.services.case_views import get_case
from sgdesk.services.cases import save_case
from sgdesk.ui.models.case_filters import filter_of
from sgdesk.ui.pages.cases_page import CasesPage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from sgdesk.records.cases import CaseRow, CaseView
    from sgdesk.ui.context import AppContext
    from sgdesk.ui.pages.case_pane import CasePane


@pytest.fixture
def context() -> Iterator[AppContext]:
    yield from practice_context()


@pytest.fixture
def page(qtbot: QtBot, context: AppContext) -> CasesPage:
    page = CasesPage(context)
    qtbot.addWidget(page)
    page.resize(1248, 800)
    with qtbot.waitSignals([page.loaded, page.case_shown]):
        page.show()
    return page


@pytest.fixture
def view(page: CasesPage, context: AppContext) -> CaseView:
    row = next(row for row in page.list_card.rows() if row.standing is Standing.OVERDUE)
    return get_case(context.register, row.case_id, today=TODAY)


def references(page: CasesPage) -> list[str]:
    return [row.reference for row in page.list_card.rows()]


def texts(pane: CasePane) -> str:
    return "\n".join(label.text() for label in pane.findChildren(QLabel))


def choose(qtbot: QtBot, page: CasesPage, row: CaseRow) -> None:
    with qtbot.waitSignal(page.case_shown):
        assert page.list_card.table.choose(row.case_id)


def test_before_the_first_reading_nothing_is_claimed(qtbot: QtBot, context: AppContext) -> None:
    page = CasesPage(context)
    qtbot.addWidget(page)

    assert page.header.second_label.text() == "Reading…"
    assert page.chips.button("all").text() == "All"
    assert texts(page.pane) == ""
    with qtbot.waitSignal(page.case_shown):
        page.show()


def test_the_list_is_counted_in_head_chips_and_foot(page: CasesPage) -> None:
    total = len(page.list_card.rows())
    is_open = sum(row.is_open for row in page.list_card.rows())

    assert page.header.second_label.text() == f"{total} cases held, {is_open} open"
    assert page.chips.button("all").text() == f"All {total}"
    assert page.chips.button("open").text() == f"Open {is_open}"
    assert page.list_card.count_label.text() == (
        f"{total} of {total} cases · newest reference first"
    )


@pytest.mark.parametrize("key", ["open", "overdue", "soon", "local", "published"])
def test_each_chip_lets_through_what_it_counts(page: CasesPage, key: str) -> None:
    page.chips.button(key).click()

    rows = page.list_card.rows()
    assert rows
    assert page.chips.button(key).text().endswith(f" {len(rows)}")
    assert all(filter_of(key).lets_through(row) for row in rows)


def test_typing_filters_and_escape_shows_everything(qtbot: QtBot, page: CasesPage) -> None:
    everything = references(page)
    page.focus_filter()

    qtbot.keyClicks(page.search_field, "NEGLECT")
    qtbot.waitUntil(lambda: len(references(page)) < len(everything))
    assert all("neglect" in row.haystack for row in page.list_card.rows())

    qtbot.keyClick(page.search_field, Qt.Key.Key_Escape)
    assert references(page) == everything


def test_a_search_without_result_says_so_and_leads_back(qtbot: QtBot, page: CasesPage) -> None:
    everything = references(page)
    page.chips.choose("overdue")
    page.search_field.setText("no such case")
    nothing = page.list_card._nothing_found
    qtbot.waitUntil(nothing.isVisible)
    qtbot.waitUntil(lambda: "Choose a case" in texts(page.pane))

    nothing.button.click()

    assert references(page) == everything
    assert page.chips.chosen_key == "all"
    assert page.search_field.text() == ""


def test_a_column_sorts_and_the_foot_says_by_which(page: CasesPage) -> None:
    as_read = references(page)

    page.list_card.table.sortByColumn(3, Qt.SortOrder.AscendingOrder)
    assert page.list_card.rows()[0].standing is Standing.OVERDUE
    assert page.list_card.count_label.text().endswith("sorted by standing")

    page.list_card.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    assert references(page) == as_read


def test_the_first_case_is_chosen_and_shown_beside_the_list(page: CasesPage) -> None:
    row = page.list_card.rows()[0]

    assert page.list_card.table.chosen_record() == row
    assert row.reference in texts(page.pane)


def test_another_choice_shows_another_case(qtbot: QtBot, page: CasesPage) -> None:
    row = page.list_card.rows()[3]

    choose(qtbot, page, row)

    assert row.reference in texts(page.pane)
    assert row.title in texts(page.pane)


def test_the_cases_that_the_choice_runs_past_are_not_read(qtbot: QtBot, page: CasesPage) -> None:
    rows = page.list_card.rows()
    shown = []
    page.case_shown.connect(lambda: shown.append(page._chosen))

    for row in rows[1:6]:
        page.list_card.table.choose(row.case_id)
    qtbot.waitUntil(lambda: bool(shown))

    assert shown == [rows[5].case_id]


def test_choice_and_place_stay_when_a_case_is_saved(
    qtbot: QtBot, page: CasesPage, context: AppContext
) -> None:
    row = page.list_card.rows()[-1]
    choose(qtbot, page, row)
    place = page.list_card.table.verticalScrollBar().value()
    assert place > 0
    case = get_case(context.register, row.case_id, today=TODAY)

    with qtbot.waitSignals([page.loaded, page.case_shown]):
        draft = replace(case.draft, title="Another description")
        context.apply(save_case(context.register, row.case_id, draft, today=TODAY))

    assert page.list_card.table.chosen_record().case_id == row.case_id
    assert page.list_card.table.chosen_record().title == "Another description"
    assert page.list_card.table.verticalScrollBar().value() == place
    assert "Another description" in texts(page.pane)


def test_the_chosen_case_opens_edits_and_explains(qtbot: QtBot, page: CasesPage) -> None:
    row = next(row for row in page.list_card.rows() if row.next_code)
    page.list_card.table.choose(row.case_id)

    with qtbot.waitSignal(page.case_asked) as opened:
        qtbot.keyClick(page.list_card.table, Qt.Key.Key_Return)
    with qtbot.waitSignal(page.step_asked) as edited:
        page.edit_chosen()
    with qtbot.waitSignal(page.deadline_asked) as explained:
        page.explain_chosen()

    assert opened.args == [row.case_id]
    assert edited.args == [row.case_id, "case"]
    assert explained.args == [row.case_id, row.next_code]


def test_without_a_chosen_case_the_commands_do_nothing(qtbot: QtBot, page: CasesPage) -> None:
    with qtbot.waitSignal(page.case_shown):
        page.list_card.set_text("no such case")

    with qtbot.assertNotEmitted(page.case_asked), qtbot.assertNotEmitted(page.step_asked):
        page.open_chosen()
        page.edit_chosen()
        page.explain_chosen()


def test_space_looks_beside_or_opens_where_there_is_no_room(qtbot: QtBot, page: CasesPage) -> None:
    page.list_card.table.setFocus()
    with qtbot.assertNotEmitted(page.case_asked):
        qtbot.keyClick(page.list_card.table, Qt.Key.Key_Space)

    page.resize(1000, 700)
    assert not page.pane.isVisible()
    with qtbot.waitSignal(page.case_asked):
        qtbot.keyClick(page.list_card.table, Qt.Key.Key_Space)


def test_the_deadlines_of_the_cases_on_show_print(qtbot: QtBot, page: CasesPage) -> None:
    page.chips.choose("overdue")
    shown = set(references(page))

    with qtbot.waitSignal(page.report_asked) as asked:
        page.print_button.click()

    (report,) = asked.args
    assert {row.cells[0] for row in report.parts[0].rows} == shown


def test_f6_goes_through_list_case_search_and_chips(page: CasesPage) -> None:
    assert page.panes() == [page.list_card.table, page.pane, page.search_field, page.chips]


def test_the_pane_says_what_comes_next_and_why(
    qtbot: QtBot, page: CasesPage, view: CaseView
) -> None:
    page.pane.show_case(view, TODAY)
    shown = texts(page.pane)
    step, open_case = page.pane.findChildren(QPushButton)[1], page.pane.findChildren(QPushButton)[0]

    assert view.next_step.words in shown
    assert view.next_step.reason in shown
    assert view.stage_reason in shown
    with qtbot.waitSignal(page.step_asked) as asked:
        step.click()
    assert asked.args == [view.case_id, view.next_step.dialog]
    with qtbot.waitSignal(page.case_asked):
        open_case.click()


def test_a_case_with_nothing_to_do_has_no_step_button(page: CasesPage, view: CaseView) -> None:
    idle = NextStep("Nothing is due", "No deadline of this case is open.", "", "")

    page.pane.show_case(replace(view, next_step=idle, deadlines=(), children=()), TODAY)

    assert len(page.pane.findChildren(QPushButton)) == 1
    assert "None is open." in texts(page.pane)
    assert "None recorded" in texts(page.pane)


def test_many_deadlines_are_cut_and_counted(page: CasesPage, view: CaseView) -> None:
    row = next(row for row in view.deadlines if row.standing is Standing.OVERDUE)

    page.pane.show_case(replace(view, deadlines=(row,) * 8), TODAY)

    assert "and 2 more" in texts(page.pane)


def test_no_child_is_named_beside_the_list(page: CasesPage, view: CaseView) -> None:
    page.pane.show_case(view, TODAY)

    shown = texts(page.pane)
    assert all(child.draft.name not in shown for child in view.children if child.draft.name)


def test_the_first_case_and_the_import_are_offered_where_there_is_none(
    qtbot: QtBot, tmp_path: Path
) -> None:
    for context in empty_context(tmp_path):
        page = CasesPage(context)
        qtbot.addWidget(page)
        with qtbot.waitSignal(page.loaded):
            page.show()
        empty = page.list_card._no_cases

        assert empty.isVisible()
        assert page.header.second_label.text() == "0 cases held, 0 open"
        with qtbot.waitSignal(page.new_case_asked):
            empty.button.click()
        with qtbot.waitSignal(page.import_asked):
            empty.import_button.click()
