"""Tests of the table of the lists: choosing, opening, keeping the choice, widths."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest

from sgdesk.domain.standings import Standing
from sgdesk.ui.look.current import Look, put_in_force
from sgdesk.ui.models.columns import CellKind, Column
from sgdesk.ui.models.record_table import Group, RecordTableModel
from sgdesk.ui.widgets.record_table import RecordTable


@dataclass(frozen=True)
class Row:
    key: int
    reference: str
    words: str = "Overdue by 12 working days"


COLUMNS = (
    Column[Row]("Case", lambda row: row.reference, kind=CellKind.STRONG),
    Column[Row]("What", lambda row: row.words * 9, elides=True, stretches=True, width=100),
    Column[Row](
        "Standing",
        lambda row: row.words,
        standing=lambda _: Standing.OVERDUE,
        kind=CellKind.STANDING,
    ),
)
ROWS = tuple(Row(number, f"BSCP2026-27-{number:02d}") for number in range(1, 6))


@pytest.fixture
def model(qapp):
    made = RecordTableModel(COLUMNS)
    made.set_records(ROWS)
    return made


@pytest.fixture
def table(model, qtbot):
    made = RecordTable(model, key=lambda row: row.key)
    qtbot.addWidget(made)
    made.resize(900, 300)
    made.show()
    yield made
    put_in_force(Look())


def test_choosing_a_record_says_which(table, qtbot):
    with qtbot.waitSignal(table.record_chosen) as chosen:
        assert table.choose(3)
    assert chosen.args == [ROWS[2]]
    assert table.chosen_record() is ROWS[2]
    assert not table.choose(99)
    assert table.chosen_record() is ROWS[2]


def test_the_arrow_keys_choose_and_skip_the_heads_of_groups(table, model):
    model.set_groups([Group("One", ROWS[:1]), Group("Two", ROWS[1:])])
    assert table.choose_first()
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.chosen_record() is ROWS[1]
    QTest.keyClick(table, Qt.Key.Key_Up)
    assert table.chosen_record() is ROWS[0]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_opens_the_chosen_record(table, qtbot, key):
    table.choose(2)
    with qtbot.waitSignal(table.record_opened) as opened:
        QTest.keyClick(table, key)
    assert opened.args == [ROWS[1]]


def test_space_previews_the_chosen_record(table, qtbot):
    table.choose(2)
    with qtbot.waitSignal(table.record_previewed) as previewed:
        QTest.keyClick(table, Qt.Key.Key_Space)
    assert previewed.args == [ROWS[1]]


def test_keys_do_nothing_while_nothing_is_chosen(table, model, qtbot):
    model.set_records([])
    with qtbot.assertNotEmitted(table.record_opened):
        QTest.keyClick(table, Qt.Key.Key_Return)


def test_a_double_click_opens_its_record(table, qtbot):
    with qtbot.waitSignal(table.record_opened) as opened:
        table.doubleClicked.emit(table.model().index(4, 0))
    assert opened.args == [ROWS[4]]
    with qtbot.assertNotEmitted(table.record_opened):
        table.model().set_groups([Group("Head", ROWS)])
        table.doubleClicked.emit(table.model().index(0, 0))


def test_the_choice_survives_a_reload_and_a_filter_by_its_key(table, model):
    table.choose(4)
    model.set_records([Row(9, "new"), *ROWS])
    assert table.chosen_record().key == 4
    model.set_filter("27-04")
    assert table.chosen_record().key == 4


def test_a_choice_that_is_filtered_away_is_given_up_and_said(table, model, qtbot):
    table.choose(4)
    with qtbot.waitSignal(table.record_chosen) as chosen:
        model.set_filter("27-01")
    assert chosen.args == [None]
    assert table.chosen_record() is None


def test_the_keyboard_arriving_chooses_the_first_record(table):
    table.setFocus()
    QTest.qWaitForWindowActive(table)
    assert table.chosen_record() is ROWS[0]


def test_an_empty_table_has_no_first_record(qtbot):
    table = RecordTable(RecordTableModel(COLUMNS))
    qtbot.addWidget(table)
    assert not table.choose_first()


def test_without_a_key_the_record_itself_is_the_key(model, qtbot):
    table = RecordTable(model)
    qtbot.addWidget(table)
    assert table.choose(ROWS[3])


def test_standings_and_references_are_never_elided_and_the_rest_shares_the_width(table):
    table.resize(400, 300)
    delegate = table.itemDelegate()
    for column in (0, 2):
        wanted = delegate.sizeHint(None, table.model().index(0, column)).width()
        assert table.columnWidth(column) >= wanted
    assert table.columnWidth(1) >= 100
    table.resize(1400, 300)
    assert sum(table.columnWidth(number) for number in range(3)) == table.viewport().width()


def test_heads_are_lower_than_rows_and_span_the_table(table, model):
    model.set_groups([Group("One", ROWS[:2]), Group("Two", ROWS[2:])])
    assert [table.rowHeight(row) for row in range(4)] == [28, 48, 48, 28]
    assert table.columnSpan(0, 0) == 3
    model.set_records(ROWS)
    assert {table.rowHeight(row) for row in range(5)} == {48}
    assert table.columnSpan(0, 0) == 1


def test_rows_grow_with_the_text_size(table):
    put_in_force(Look(text_scale=2.0))
    table.changeEvent(QEvent(QEvent.Type.StyleChange))
    assert table.rowHeight(0) == 96


def test_the_table_draws_its_rows(table):
    image = table.grab().toImage()
    colors = {image.pixel(x, y) for x in range(image.width()) for y in range(40, 80)}
    assert len(colors) > 20
