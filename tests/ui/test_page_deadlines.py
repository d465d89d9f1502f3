"""The Deadlines page lists, groups, filters and explains; paper and files take what is on show."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from kept_registers import copied_practice
from page_registers import NOW, TROUBLE, empty_context
from page_samples import TODAY, make_deadline
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from sgdesk.domain.standings import Standing
from sgdesk.records.deadlines import DueKind
from sgdesk.services.outcomes import Changes
from sgdesk.ui.context import AppContext
from sgdesk.ui.look.current import Look, put_in_force
from sgdesk.ui.pages.deadlines_columns import all_columns, folded_columns
from sgdesk.ui.pages.deadlines_filters import DEADLINE_FILTERS, sort_deadlines
from sgdesk.ui.pages.deadlines_groups import Grouping
from sgdesk.ui.pages.deadlines_list import row_key
from sgdesk.ui.pages.deadlines_page import DeadlinesPage
from sgdesk.ui.tasks import wait_for_work

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from sgdesk.records.deadlines import DeadlineRow
    from sgdesk.services.register import Register


@pytest.fixture(scope="module")
def register(qapp: object) -> Iterator[Register]:
    """The practice register, which no test here changes."""
    register = copied_practice(today=TODAY, now=lambda: NOW)
    yield register
    register.close()


@pytest.fixture
def context(register: Register) -> Iterator[AppContext]:
    context = AppContext(register, lambda: TODAY)
    errors: list[object] = []
    context.troubled.connect(errors.append)
    yield context
    wait_for_work()
    assert errors == [] or context.property(TROUBLE)


@pytest.fixture
def page(qtbot: QtBot, context: AppContext) -> DeadlinesPage:
    return shown(qtbot, context)


def shown(qtbot: QtBot, context: AppContext, size: tuple[int, int] = (1240, 800)) -> DeadlinesPage:
    page = DeadlinesPage(context)
    qtbot.addWidget(page)
    page.resize(*size)
    with qtbot.waitSignals([page.loaded, page.explained]):
        page.show()
    QTest.qWaitForWindowActive(page)
    return page


def rows_of(page: DeadlinesPage) -> list[DeadlineRow]:
    return page.list_card.rows()


def choose(qtbot: QtBot, page: DeadlinesPage, row: DeadlineRow) -> None:
    if page.list_card.table.chosen_record() == row:
        return
    with qtbot.waitSignal(page.explained):
        assert page.list_card.table.choose(row_key(row))


def explained_words(page: DeadlinesPage) -> str:
    labels = page.explanation.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def test_the_open_deadlines_are_counted_in_head_chips_and_foot(page: DeadlinesPage) -> None:
    rows = rows_of(page)
    late = sum(row.standing is Standing.OVERDUE for row in rows)
    now = sum(row.standing is Standing.DUE_TODAY for row in rows)
    cases = len({row.case_id for row in rows if row.case_id})

    assert all(row.is_open for row in rows)
    rules, returns, actions = (
        sum(row.kind is kind for row in rows)
        for kind in (DueKind.RULE, DueKind.RETURN, DueKind.ACTION)
    )
    assert page.header.second_label.text() == (
        f"{rules} open deadlines, {returns} agency returns and {actions} actions "
        f"in {cases} cases · {late} overdue, {now} due today"
    )
    assert page.bar.chips.button("open").text() == f"Open {len(rows)}"
    assert page.list_card.count_label.text() == f"{len(rows)} of {len(rows)} deadlines"


@pytest.mark.parametrize("one", DEADLINE_FILTERS, ids=lambda one: one.key)
def test_each_chip_shows_what_it_counts(page: DeadlinesPage, one) -> None:
    page.bar.chips.button(one.key).click()

    assert page.bar.chips.button(one.key).text() == f"{one.title} {len(rows_of(page))}"
    assert rows_of(page)
    assert {row.standing for row in rows_of(page)} <= one.standings


def test_the_first_deadline_is_chosen_and_explained(page: DeadlinesPage) -> None:
    row = page.list_card.table.chosen_record()

    assert row == rows_of(page)[0]
    assert page.explanation.title_label.text() == row.title
    assert f"{row.reference} · " in explained_words(page)
    assert page.explanation.accessibleName() == f"Why this date: {row.title}"


def test_another_choice_is_explained_in_words_and_days(page: DeadlinesPage, qtbot: QtBot) -> None:
    row = next(row for row in rows_of(page) if row.code == "RR-15" and row.day)
    choose(qtbot, page, row)
    assert f"{row.reference} · rule {row.code}" in explained_words(page)

    sentence = page.explanation.sentence_label.plain_text()
    assert f"Day 15 = {row.due_words}" in sentence
    assert page.explanation.strip.isVisible()
    assert "Panel expectation" in explained_words(page)
    assert "None agreed" in explained_words(page)


def test_the_agreed_date_stands_beside_the_date_by_the_rule(
    page: DeadlinesPage, qtbot: QtBot
) -> None:
    row = next(row for row in rows_of(page) if row.agreed_on)
    choose(qtbot, page, row)

    words = explained_words(page)
    assert row.due_words in words
    assert "Stays in view." in words
    assert "Agreed by" in words


def test_a_deadline_without_its_date_says_which_is_missing(
    page: DeadlinesPage, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.explained):
        page.bar.chips.choose("waiting")
    choose(qtbot, page, next(row for row in rows_of(page) if row.kind is DueKind.RULE))

    assert page.explanation.sentence_label.plain_text().startswith("Waiting for the ")
    assert not page.explanation.strip.isVisible()


def test_the_sentence_is_copied(page: DeadlinesPage, qtbot: QtBot) -> None:
    page.explanation.copy_link.click()

    sentence = page.explanation.sentence_label.plain_text()
    assert QGuiApplication.clipboard().text() == sentence
    assert page.explanation.copy_link.text() == "Copied"
    choose(qtbot, page, rows_of(page)[2])
    assert page.explanation.copy_link.text() == "Copy sentence"


def test_typing_searches_and_the_empty_list_leads_back(page: DeadlinesPage, qtbot: QtBot) -> None:
    everything = len(rows_of(page))
    reference = next(row.reference for row in rows_of(page) if row.code == "RR-15")
    page.focus_filter()
    QTest.keyClicks(page.search_field, f"{reference} rapid")
    with qtbot.waitSignal(page.search_field.searched):
        pass
    assert {row.reference for row in rows_of(page)} == {reference}
    assert page.list_card.count_label.text().endswith(f"of {everything} deadlines")

    with qtbot.waitSignal(page.explained):
        page.list_card.set_text("nosuchword")
    assert rows_of(page) == []
    assert page.explanation.choose_label.isVisible()
    page.list_card.everything_asked.emit()
    assert len(rows_of(page)) == everything
    assert page.search_field.text() == ""


def test_a_filter_that_shows_nothing_says_so(page: DeadlinesPage) -> None:
    show(page, make_deadline())
    page.bar.chips.choose("today")
    assert "Nothing is due today." in texts(page)
    show(page, make_deadline(standing=Standing.DUE_TODAY))
    page.bar.chips.choose("overdue")
    assert "Nothing is overdue." in texts(page)
    show(page, make_deadline(standing=Standing.MET))
    page.bar.chips.choose("open")
    assert "Nothing is open." in texts(page)


def show(page: DeadlinesPage, *rows: DeadlineRow) -> None:
    page.list_card.show_rows(sort_deadlines(rows).by_what[""])


def texts(page: DeadlinesPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


@pytest.mark.parametrize("grouping", list(Grouping))
def test_grouping_keeps_every_row_and_the_choice(
    page: DeadlinesPage, qtbot: QtBot, grouping: Grouping
) -> None:
    rows = rows_of(page)
    choose(qtbot, page, rows[3])
    page.bar.group_combo.setCurrentText(grouping.value)

    assert sorted(map(row_key, rows_of(page)), key=str) == sorted(map(row_key, rows), key=str)
    assert page.list_card.table.chosen_record() == rows[3]


def test_enter_opens_the_case_and_space_and_the_command_explain(
    page: DeadlinesPage, qtbot: QtBot
) -> None:
    row = next(row for row in rows_of(page) if row.kind is DueKind.RULE and row.case_id)
    choose(qtbot, page, row)
    with qtbot.waitSignal(page.case_asked) as asked:
        QTest.keyClick(page.list_card.table, Qt.Key.Key_Return)
    assert asked.args == [row.case_id]
    with qtbot.waitSignal(page.deadline_asked) as asked:
        QTest.keyClick(page.list_card.table, Qt.Key.Key_Space)
    assert asked.args == [row.case_id, row.code]
    with qtbot.waitSignal(page.deadline_asked):
        page.explanation.why_link.click()
    with qtbot.waitSignal(page.case_asked):
        page.explanation.case_link.click()


def test_the_partnerships_own_deadline_is_explained_instead_of_opened(
    page: DeadlinesPage, qtbot: QtBot
) -> None:
    own = next(row for row in rows_of(page) if row.case_id is None)
    choose(qtbot, page, own)

    assert not page.explanation.case_link.isVisible()
    with qtbot.waitSignal(page.deadline_asked) as asked:
        page.open_chosen()
    assert asked.args == [None, own.code]


def test_a_return_and_an_action_are_explained_and_open_where_they_live(
    page: DeadlinesPage, qtbot: QtBot
) -> None:
    for kind, tab in ((DueKind.RETURN, "agencies"), (DueKind.ACTION, "learning")):
        row = next(row for row in rows_of(page) if row.kind is kind)
        choose(qtbot, page, row)
        assert page.explanation.title_label.text() == row.title
        assert row.due_words in page.explanation.sentence_label.plain_text()
        assert page.explanation.what_if_link.isVisible()
        with qtbot.waitSignal(page.working_asked) as asked:
            page.explain_chosen()
        assert asked.args[0].case_id == row.case_id
        with qtbot.waitSignal(page.step_asked) as asked:
            page.open_chosen()
        assert asked.args == [row.case_id, tab]


def test_what_is_gone_since_the_list_was_read_is_reported(
    page: DeadlinesPage, qtbot: QtBot, context: AppContext
) -> None:
    context.setProperty(TROUBLE, True)
    row = next(row for row in rows_of(page) if row.kind is DueKind.ACTION)
    page._chosen = replace(row, entry_id=UUID(int=7))
    with qtbot.waitSignal(context.troubled) as told:
        page.explain_chosen()
    assert "no longer asked for" in str(told.args[0])


def test_what_would_be_is_asked_of_the_case_that_is_chosen(
    page: DeadlinesPage, qtbot: QtBot
) -> None:
    row = page.list_card.table.chosen_record()
    with qtbot.waitSignal(page.what_if_asked) as asked:
        page.explanation.what_if_link.click()
    assert asked.args == [row.case_id]
    choose(qtbot, page, next(row for row in rows_of(page) if row.case_id is None))
    assert not page.explanation.what_if_link.isVisible()
    with qtbot.assertNotEmitted(page.what_if_asked):
        page.what_if()


def test_each_kind_is_listed_alone_and_counted_on_the_chips(page: DeadlinesPage) -> None:
    everything = rows_of(page)
    for kind in DueKind:
        page.bar.what_combo.setCurrentIndex(page.bar.what_combo.findData(kind.value))
        wanted = [row for row in everything if row.kind is kind]
        assert rows_of(page) == wanted
        assert page.bar.chips.button("open").text() == f"Open {len(wanted)}"
    page.list_card.everything_asked.emit()
    assert rows_of(page) == everything


def test_print_offers_what_is_on_show(page: DeadlinesPage, qtbot: QtBot) -> None:
    page.bar.chips.choose("overdue")
    with qtbot.waitSignal(page.report_asked) as asked:
        page.print_button.click()
    report = asked.args[0]
    assert report.title == "Overdue deadlines"
    references = [row.cells[0] for row in report.parts[0].rows]
    assert references == [row.reference for row in rows_of(page)]

    page.list_card.set_text("review")
    with qtbot.waitSignal(page.report_asked) as asked:
        page.print_list()
    assert "“review”" in asked.args[0].summary
    assert len(asked.args[0].parts[0].rows) == len(rows_of(page))


def test_export_offers_what_is_on_show(page: DeadlinesPage, qtbot: QtBot) -> None:
    page.bar.chips.choose("overdue")
    with qtbot.waitSignal(page.deadline_export_asked) as asked:
        page.export_button.click()
    assert asked.args == [rows_of(page), "Overdue deadlines", ""]
    page.list_card.set_text(" review ")
    with qtbot.waitSignal(page.deadline_export_asked) as asked:
        page.export_button.click()
    assert asked.args[2] == "Those that hold “review”."


def test_a_change_is_read_again_and_the_choice_stays(
    page: DeadlinesPage, qtbot: QtBot, context: AppContext
) -> None:
    chosen = rows_of(page)[4]
    choose(qtbot, page, chosen)
    with qtbot.waitSignals([page.loaded, page.explained]):
        context.apply(Changes("Rapid Review saved"))
    assert page.list_card.table.chosen_record() == chosen


def test_every_part_can_be_reached_by_f6(page: DeadlinesPage) -> None:
    table, explanation, search, chips = page.panes()
    assert table is page.list_card.table
    assert explanation.isVisible()
    page.focus_filter()
    assert search.hasFocus()
    assert chips.accessibleName() == "Filter"


def test_a_narrow_window_folds_the_rows_and_keeps_the_choice(
    page: DeadlinesPage, qtbot: QtBot
) -> None:
    chosen = rows_of(page)[2]
    choose(qtbot, page, chosen)
    page.list_card.table.setFocus()
    page.fit(QSize(860, 700))
    assert page.list_card.table.model().columnCount() == len(folded_columns())
    assert page.window().focusWidget() is page.list_card.table
    assert page.list_card.table.chosen_record() == chosen
    assert not page.print_button.isVisible()
    page.fit(QSize(860, 700))
    page.fit(QSize(1300, 700))
    assert page.list_card.table.model().columnCount() == len(all_columns())
    assert page.list_card.table.chosen_record() == chosen
    assert page.print_button.isVisible()


def test_the_border_stays_where_the_officer_put_it(page: DeadlinesPage) -> None:
    splitter = page.panes_splitter
    splitter.moveSplitter(260, 1)
    kept = splitter.sizes()
    page.fit(QSize(1300, 700))
    assert splitter.sizes() == kept


def test_large_text_needs_no_sideways_scrolling_of_the_explanation(
    qtbot: QtBot, context: AppContext
) -> None:
    put_in_force(Look(text_scale=2.0))
    try:
        page = shown(qtbot, context, (1240, 1400))
        assert page.explanation.widget().width() <= page.explanation.viewport().width()
        assert page.minimumSizeHint().width() <= 1240
    finally:
        put_in_force(Look())


def test_a_register_without_cases_offers_the_two_ways_to_the_first(
    qtbot: QtBot, tmp_path: Path
) -> None:
    for context in empty_context(tmp_path):
        page = DeadlinesPage(context)
        qtbot.addWidget(page)
        with qtbot.waitSignal(page.loaded):
            page.show()
        page.bar.chips.choose("overdue")
        assert "No case is recorded yet." in texts(page)
        with qtbot.waitSignal(page.new_case_asked):
            page.list_card.first_case_asked.emit()
        with qtbot.waitSignal(page.import_asked):
            page.list_card.import_asked.emit()
