"""The Actions page: filters, groups, finds, explains and prints the actions of every case."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from case_samples import nameless
from page_registers import empty_context, practice_context
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QToolButton

from sgdesk.domain.learning import ActionStatus
from sgdesk.domain.standings import Standing
from sgdesk.services.actions import list_all_actions
from sgdesk.services.outcomes import Changes
from sgdesk.ui.dialogs.form_dialog import FormDialog
from sgdesk.ui.pages.actions_groups import Grouping
from sgdesk.ui.pages.actions_list import Columns
from sgdesk.ui.pages.actions_page import ActionsPage
from sgdesk.ui.printing.paper_preview import PaperPreview

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from sgdesk.ui.context import AppContext


@pytest.fixture
def context() -> Iterator[AppContext]:
    yield from practice_context()


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[AppContext]:
    yield from empty_context(tmp_path)


def opened(qtbot: QtBot, context: AppContext, *, has_actions: bool = True) -> ActionsPage:
    page = ActionsPage(context)
    qtbot.addWidget(page)
    page.resize(1248, 800)
    with qtbot.waitSignal(page.chain_shown if has_actions else page.loaded):
        page.show()
    return page


@pytest.fixture
def page(qtbot: QtBot, context: AppContext) -> ActionsPage:
    return opened(qtbot, context)


def titles(page: ActionsPage) -> list[str]:
    model = page.list_card.table.model()
    return [str(model.cell_at(row, 0)).split(",")[0] for row in model.head_rows()]


def words(page: ActionsPage) -> str:
    labels = page.pane.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.text())


def choose(qtbot: QtBot, page: ActionsPage, reference: str, number: str) -> None:
    rows = page.list_card.rows()
    row = next(one for one in rows if one.reference.endswith(reference) and one.number == number)
    with qtbot.waitSignal(page.chain_shown):
        page.list_card.table.choose(row.action_id)


def dialog_of(page: ActionsPage) -> FormDialog:
    (dialog,) = (one for one in page.findChildren(FormDialog) if one.isVisible())
    return dialog


def test_open_actions_come_first_and_the_overdue_on_top(page: ActionsPage) -> None:
    rows = page.list_card.rows()
    assert all(row.is_open for row in rows)
    assert titles(page)[0] == "Overdue"
    assert rows[0].standing is Standing.OVERDUE
    assert page.header.second_label.text().startswith(f"{len(rows)} open actions in 3 cases")


def test_the_chips_count_and_filter(page: ActionsPage, context: AppContext) -> None:
    everything = list_all_actions(context.register, today=context.today())
    assert page.chips.button("all").text() == f"All {len(everything)}"
    page.chips.choose("closed")
    assert not any(row.is_open for row in page.list_card.rows())
    page.chips.choose("awaited")
    assert {row.status for row in page.list_card.rows()} == {ActionStatus.AWAITING_EVIDENCE}
    page.chips.choose("all")
    assert len(page.list_card.rows()) == len(everything)


def test_the_overdue_are_counted_for_the_navigation(
    qtbot: QtBot, page: ActionsPage, context: AppContext
) -> None:
    with qtbot.waitSignal(page.counted) as counted:
        context.apply(Changes("Something saved"))
    rows = list_all_actions(context.register, today=context.today())
    late = sum(row.standing is Standing.OVERDUE for row in rows)
    assert counted.args == [{"actions": late}]
    assert late > 0


def test_the_list_is_grouped_as_asked(page: ActionsPage) -> None:
    for grouping in Grouping:
        page.group_combo.setCurrentIndex(page.group_combo.findData(grouping))
        assert bool(titles(page)) == (grouping is not Grouping.NONE)
    page.group_combo.setCurrentIndex(page.group_combo.findData(Grouping.AGENCY))
    assert titles(page)[0] == "The partnership"


def test_every_column_sorts(page: ActionsPage) -> None:
    page.group_combo.setCurrentIndex(page.group_combo.findData(Grouping.NONE))
    table = page.list_card.table
    for column in range(table.model().columnCount()):
        table.sortByColumn(column, Qt.SortOrder.DescendingOrder)
        assert page.list_card.rows()


def test_words_find_actions_and_what_finds_none_says_so(qtbot: QtBot, page: ActionsPage) -> None:
    page.focus_filter()
    assert page.search_field.hasFocus() or page.search_field.focusProxy() is not None
    page.list_card.set_text("pharmacies")
    (row,) = page.list_card.rows()
    assert "pharmacies" in row.text
    page.list_card.set_text("no such word")
    assert page.list_card.empty.sentence_label.text() == "No action holds all these words."
    with qtbot.waitSignal(page.chain_shown):
        page.list_card.empty.button.click()
    assert page.list_card.text == ""
    assert page.list_card.rows()


def test_an_empty_filter_says_so_and_leads_back(page: ActionsPage) -> None:
    page.list_card.set_text("pharmacies")
    page.list_card.set_key("coming")
    assert page.list_card.rows() == []
    page.list_card.set_text("")
    page.list_card.show_rows({"all": (1,), "coming": ()})
    assert (
        page.list_card.empty.sentence_label.text() == "No action is here: due in 20 working days."
    )
    assert page.list_card.empty.button.text() == "Show all open"


def test_the_pane_tells_the_whole_chain(qtbot: QtBot, page: ActionsPage) -> None:
    page.chips.choose("all")
    choose(qtbot, page, "26-01", "1.1")
    shown = words(page)
    for part in ("Action 1.1", "Recommendation 1", "Finding 1", "Evidence", "Impact", "Dip sample"):
        assert part in shown
    assert "close" not in page.pane.buttons
    choose(qtbot, page, "26-01", "5")
    assert "It follows from no recommendation." in words(page)
    assert "No evidence yet." in words(page)


def test_enter_and_the_pane_open_the_case_at_its_chain(qtbot: QtBot, page: ActionsPage) -> None:
    row = page.list_card.table.chosen_record()
    with qtbot.waitSignal(page.step_asked) as asked:
        qtbot.keyClick(page.list_card.table, Qt.Key.Key_Return)
    assert asked.args == [row.case_id, "learning"]
    with qtbot.waitSignal(page.step_asked):
        page.pane.buttons["case"].click()


def test_f2_edits_the_chosen_action_and_the_list_reads_again(
    qtbot: QtBot, page: ActionsPage
) -> None:
    chosen = page.list_card.table.chosen_record()
    page.edit_chosen()
    dialog = dialog_of(page)
    assert dialog.editors["text"].toPlainText() == chosen.text
    dialog.editors["owner"].setText("Somebody else")
    with qtbot.waitSignal(page.loaded):
        dialog.footer.save_button.click()
    assert page.list_card.table.chosen_record().owner == "Somebody else"


@pytest.mark.parametrize(
    ("way", "field"), [("close", "closed_by"), ("evidence", "what"), ("impact", "change")]
)
def test_the_pane_opens_the_forms_of_the_action(page: ActionsPage, way: str, field: str) -> None:
    page.pane.buttons[way].click()
    assert field in dialog_of(page).editors


def test_evidence_and_impact_are_edited_in_the_pane(qtbot: QtBot, page: ActionsPage) -> None:
    page.chips.choose("all")
    choose(qtbot, page, "26-01", "1.1")
    found = [key for key in page.pane.buttons if key.split(" ")[0] in ("evidence", "impact")]
    edits = [key for key in found if " " in key]
    assert len(edits) == 3
    page.pane.buttons[edits[0]].click()
    dialog = dialog_of(page)
    assert dialog.editors["kind"].currentText() == "Dip sample"
    dialog.reject()
    page.pane.buttons[edits[-1]].click()
    assert dialog_of(page).editors["assessed_by"].text() == "Review group"


def test_what_is_on_show_prints_as_a_plan(page: ActionsPage) -> None:
    page.chips.choose("overdue")
    page.list_card.set_text("pharmacies")
    page.print_list()
    preview = page.window().findChild(PaperPreview)
    assert preview.paper.title == "Overdue actions by agency"
    assert preview.paper.summary.endswith("Those that hold “pharmacies”.")
    assert len(preview.paper.parts) == 1
    preview.reject()


def test_a_smaller_page_leaves_columns_to_the_pane_and_then_the_pane_away(
    page: ActionsPage,
) -> None:
    assert not page.pane.isHidden()
    chosen = page.list_card.table.chosen_record()
    for width, columns, has_pane in ((1600, 6, True), (1248, 5, True), (680, 4, False)):
        page.fit(QSize(width, 700))
        assert page.list_card.table.model().columnCount() == columns
        assert page.pane.isHidden() != has_pane
        assert page.list_card.table.chosen_record() == chosen
    assert page.print_button.isHidden()
    assert [one.value for one in Columns] == sorted((one.value for one in Columns), reverse=True)


def test_a_page_without_actions_says_where_they_are_added(qtbot: QtBot, empty: AppContext) -> None:
    page = opened(qtbot, empty, has_actions=False)
    assert "Learning and actions" in page.list_card.empty.sentence_label.text()
    assert page.list_card.empty.button.isHidden()
    page.edit_chosen()
    page.open_chosen()
    assert page.findChildren(FormDialog) == []
    assert "Choose an action" in words(page)


def test_f6_goes_through_list_pane_search_and_chips(page: ActionsPage) -> None:
    assert page.panes() == [page.list_card.table, page.pane, page.search_field, page.chips]


def test_every_control_has_a_name(page: ActionsPage) -> None:
    assert nameless(page) == []


def test_the_chosen_action_explains_its_date_by_key_and_beside_it(
    qtbot: QtBot, page: ActionsPage
) -> None:
    with qtbot.waitSignal(page.working_asked) as told:
        page.explain_chosen()
    assert told.args[0].sentence.startswith("No rule counts this date: it was set with the action.")
    (button,) = (
        one
        for one in page.pane.findChildren(QToolButton)
        if one.accessibleName() == "Why this date? Due date"
    )
    with qtbot.waitSignal(page.working_asked):
        button.click()


def test_without_an_action_there_is_no_date_to_explain(qtbot: QtBot, context: AppContext) -> None:
    page = ActionsPage(context)
    qtbot.addWidget(page)
    with qtbot.assertNotEmitted(page.working_asked):
        page.explain_chosen()
